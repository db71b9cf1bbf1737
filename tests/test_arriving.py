"""The articles are on the screen before they are compared, and the reader keeps her place when the comparison comes."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.story import story
from tests.test_app import footer, text, toured, until
from tui.app.book import LooseLeaf
from tui.app.config import Config
from tui.app.opening import desk_app
from tui.app.screens.desk import Desk
from tui.app.state import View
from tui.app.work import Errand
from tui.model.alignment import Hands
from tui.model.article import Article
from tui.model.collation import Collation
from tui.model.errors import CancelledError
from tui.model.triage import Decision, Mark


class Waiting:
    """An engine that gives the articles at once and their comparison when it is told to."""

    def __init__(self, comes: Collation | Exception) -> None:
        """Take what comes of the comparison."""
        self.comes = comes
        self.go = threading.Event()
        self.calls: list[Hands] = []

    def __call__(
        self,
        _sources: object,
        _settings: object,
        hands: Hands,
        *,
        cancelled: Callable[[], bool],
        arrived: Callable[[tuple[Article, ...]], None] = lambda _articles: None,
        **_keywords: object,
    ) -> Collation:
        """Tell of the articles, then wait."""
        self.calls.append(hands)
        arrived(story().articles)
        while not self.go.wait(0.02):
            if cancelled():
                raise CancelledError
        if isinstance(self.comes, Exception):
            raise self.comes
        return self.comes


@asynccontextmanager
async def comparing(
    engine: Waiting, book: LooseLeaf | None = None, size: tuple[int, int] = (160, 45)
) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    """Open a desk whose articles are shown and still being compared."""
    kept = book or LooseLeaf()
    app = desk_app(Errand(("a story",), engine=engine, open_book=lambda: kept), Config(), toured())
    async with app.run_test(size=size) as pilot:
        try:
            await until(lambda: app.desk.comparing and app.desk.spot.row > 0)
            await pilot.pause()
            yield pilot, app.desk
        finally:
            engine.go.set()


async def compared(pilot: Pilot[int], screen: Desk, engine: Waiting) -> None:
    """Let the comparison come."""
    engine.go.set()
    await until(lambda: not screen.comparing)
    await screen.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_articles_are_read_while_they_are_compared_and_the_place_stays(size: tuple[int, int]) -> None:
    engine = Waiting(story())
    async with comparing(engine, size=size) as (pilot, screen):
        assert "Comparing the articles" in footer(screen)
        assert "comparing …" in "".join(piece.text for line in screen.bar("top").lines for piece in line.right)
        assert text(screen, "list").strip() == ""
        assert "nothing to compare" not in "".join(piece.text for line in screen.bar("rule").lines for piece in line.pieces)
        assert "The ferry Petrel ran aground" in "".join(screen.columns.render_line(y).text for y in range(4))
        await pilot.press("j", "j")
        assert screen.spot.passage == "A4"
        for key in ("n", "m", "f3", "f", "v", "/", "tab", "escape", "L"):
            await pilot.press(key)
            assert "still being compared" in footer(screen)
        await compared(pilot, screen, engine)
        assert (screen.spot.passage, screen.own, screen.current_view) == ("A4", False, View.READING)
        assert screen.fact is not None
        assert screen.fact.topic == "last repair of the rudder"
        assert "last repair of the rudder" in "".join(piece.text for line in screen.bar("rule").lines for piece in line.pieces)
        await pilot.press("n")
        assert "compared" not in footer(screen)


async def test_a_reader_who_waits_starts_where_she_left() -> None:
    book = LooseLeaf()
    book.keep_view({"view": "facts", "passage": "B4", "base": "B", "own": ""})
    engine = Waiting(story())
    async with comparing(engine, book) as (pilot, screen):
        await compared(pilot, screen, engine)
        assert (screen.current_view, screen.spot.passage, screen.base) == (View.FACTS, "B4", "B")


async def test_a_reader_who_goes_on_meanwhile_stays_in_the_articles_with_filters_and_base_as_left() -> None:
    book = LooseLeaf()
    book.keep_view({"view": "facts", "passage": "B4", "base": "B", "own": "yes"})
    engine = Waiting(story())
    async with comparing(engine, book) as (pilot, screen):
        await pilot.press("right", "j")
        here = screen.spot.passage
        assert here is not None
        assert here.startswith("B")
        await compared(pilot, screen, engine)
        assert (screen.current_view, screen.spot.passage, screen.base, screen.own) == (View.READING, here, "B", True)


async def test_a_reader_who_waits_starts_below_the_headlines_as_ever() -> None:
    engine = Waiting(story())
    async with comparing(engine) as (pilot, screen):
        await compared(pilot, screen, engine)
        assert (screen.spot.row, screen.spot.passage) == (1, "A2")
        assert screen.pane_in_use() is screen.columns


async def test_articles_that_cannot_be_compared_make_way_for_what_went_wrong() -> None:
    engine = Waiting(ValueError("no such thing"))
    async with comparing(engine) as (pilot, screen):
        await pilot.press("j")
        await compared(pilot, screen, engine)
        assert screen.scene is None
        assert "ValueError: no such thing" in text(screen, "curtain")
        engine.comes = story()
        await pilot.press("r")
        await until(lambda: screen.scene is not None and not screen.comparing and screen.spot.row > 0)


async def test_too_few_that_are_left_make_way_as_well() -> None:
    engine = Waiting(replace(story(), articles=story().articles[:1]))
    async with comparing(engine) as (pilot, screen):
        await compared(pilot, screen, engine)
        assert screen.scene is None
        assert "A comparison takes two articles." in text(screen, "curtain")


async def test_reading_again_meanwhile_keeps_the_place() -> None:
    engine = Waiting(story())
    async with comparing(engine) as (pilot, screen):
        await pilot.press("j", "j", "r")
        await until(lambda: len(engine.calls) == 2)
        await pilot.pause()
        assert screen.comparing
        assert screen.spot.passage == "A4"
        await compared(pilot, screen, engine)
        assert screen.spot.passage == "A4"


async def test_resizing_and_leaving_meanwhile_keep_what_was_left() -> None:
    book = LooseLeaf()
    book.keep_view({"view": "facts", "passage": "B4"})
    engine = Waiting(story())
    async with comparing(engine, book) as (pilot, screen):
        await pilot.press("j")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.comparing
        assert screen.spot.passage == "A3"
        await pilot.press("q")
    assert book.view == {"view": "facts", "passage": "B4"}


class Handmade(LooseLeaf):
    """A book that knows what was done by hand once it has met the articles, as the ledger does."""

    HANDS = Hands(linked=frozenset({("A2", "B3")}))

    def follow(self, collation: Collation) -> None:
        """Remember a link."""
        super().follow(collation)
        self.keep_hands(self.HANDS)


async def test_marks_and_what_was_done_by_hand_come_with_the_comparison() -> None:
    made, book = story(), Handmade()
    book.decide(made.facts[0], Decision(Mark.CONFIRMED, "seen"))
    engine = Waiting(made)
    async with comparing(engine, book) as (pilot, screen):
        await compared(pilot, screen, engine)
        assert engine.calls == [Hands(), Handmade.HANDS]
        assert screen.scene is not None
        assert screen.decision_of(screen.scene.story.facts[made.facts[0].id]).note == "seen"


async def test_a_change_on_disk_meanwhile_is_read_afterwards() -> None:
    engine = Waiting(story())
    async with comparing(engine) as (pilot, screen):
        screen.post_message(screen.Changed())
        await pilot.pause()
        assert len(engine.calls) == 1
        await compared(pilot, screen, engine)
        await until(lambda: len(engine.calls) == 2)


async def test_a_very_long_story_waits_for_its_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.screens.arriving._MANY", 10)
    engine = Waiting(story())
    app = desk_app(Errand(("a story",), engine=engine), Config(), toured())
    async with app.run_test(size=(160, 45)) as pilot:
        await until(lambda: len(engine.calls) == 1)
        await pilot.pause()
        assert app.desk.scene is None
        engine.go.set()
        await until(lambda: app.desk.scene is not None)
        assert not app.desk.comparing
