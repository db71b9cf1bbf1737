"""The looks of the desk, at its sizes and in its states, on the story made by hand."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.story import story
from tui.app.app import Sidebyline
from tui.app.config import Config, Memory
from tui.app.opening import desk_app
from tui.app.work import Errand
from tui.model.article import Article
from tui.model.collation import Collation, Problem
from tui.model.errors import UnreadableError
from tui.model.rawcopy import Format

Compare = Callable[..., bool]


def desk(collation: Collation | Exception | None, theme: str = "sidebyline") -> Sidebyline:
    """Return a desk on which the engine gives ``collation``, fails with it, or has nothing to read."""

    def engine(*_arguments: object, **_keywords: object) -> Collation:
        if isinstance(collation, Exception):
            raise collation
        return collation or Collation()

    memory = Memory(None)
    memory.keep(tour="taken")
    return desk_app(Errand(("a story",) if collation else (), engine=engine), Config(theme=theme), memory)


def after(*keys: str) -> Callable[[Pilot[int]], object]:
    """Return what is done before the picture: wait for the articles, then press the keys."""

    async def press(pilot: Pilot[int]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return press


@pytest.mark.parametrize("articles", [2, 3, 5])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(snap_compare: Compare, size: tuple[int, int], articles: int) -> None:
    assert snap_compare(desk(story(articles)), terminal_size=size, run_before=after("n"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_empty(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(desk(None), terminal_size=size, run_before=after())


def test_loading(snap_compare: Compare) -> None:
    app = desk(None)

    async def half(pilot: Pilot[int]) -> None:
        app.desk.post_message(app.desk.Progressed("reading harbour.txt", 0.3))
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=half)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_comparing(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = desk(None)

    async def read(pilot: Pilot[int]) -> None:
        app.desk.post_message(app.desk.Arrived(story(3).articles))
        for _ in range(3):
            await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=read)


def test_error(snap_compare: Compare) -> None:
    failed = desk(UnreadableError("The disk is full."))
    assert snap_compare(failed, terminal_size=(80, 24), run_before=after())


def test_one_article(snap_compare: Compare) -> None:
    lone = Collation((Article("A", "a.txt", Format.TEXT),), problems=(Problem("b.txt", "b.txt is not there."),))
    assert snap_compare(desk(lone), terminal_size=(120, 36), run_before=after())


def test_too_small(snap_compare: Compare) -> None:
    assert snap_compare(desk(story()), terminal_size=(70, 20), run_before=after())


@pytest.mark.parametrize("view", ["f3", "f4", "f5", "f6", "f7", "f8"])
def test_views(snap_compare: Compare, view: str) -> None:
    assert snap_compare(desk(story()), terminal_size=(120, 36), run_before=after("n", "n", "m", "c", view))


@pytest.mark.parametrize("theme", ["sidebyline-light", "high-contrast", "colour-blind", "ansi-dark"])
def test_themes(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(desk(story(3), theme), terminal_size=(120, 36), run_before=after("n"))


@pytest.mark.parametrize(
    ("name", "keys"),
    [("own-order", ("v", "j", "j")), ("list", ("tab", "j")), ("help", ("?",)), ("filter", ("f", "space")), ("right", ("n", "\\")),
     ("search", ("/", *"harbour")), ("sequence", ("V",)), ("mark", ("n", "m"))],
)  # fmt: skip
def test_what_keys_open(snap_compare: Compare, name: str, keys: tuple[str, ...]) -> None:
    size = (80, 24) if name in {"list", "sequence", "mark"} else (120, 36)
    assert snap_compare(desk(story()), terminal_size=size, run_before=after(*keys))
