"""A desk that is called without articles offers the stories opened before, and a digit opens one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.stories import FERRY, ferry
from tests.test_app import text, toured, until
from tui.app.config import Config
from tui.app.opening import desk_app
from tui.app.work import Errand
from tui.ledger import open_book, recent_stories
from tui.model.collation import Collation


async def opened(path: Path, key: str) -> tuple[str, Sequence[str], str]:
    """Return what an empty desk shows, what the engine is asked for after a key, and what the desk says then."""
    asked: list[str] = []

    def engine(sources: Sequence[str], *_arguments: object, **_keywords: object) -> Collation:
        asked.extend(sources)
        return ferry()

    errand = Errand((), open_book=lambda: open_book((), path), recent=recent_stories(path), engine=engine)
    app = desk_app(errand, Config(), toured())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        shown = text(app.desk, "curtain")
        await pilot.press(key)
        await until(lambda: not app.desk.dispatcher.waits)
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = app.desk.message
    return shown, asked, said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger in which one story was opened."""
    book = open_book((str(tmp_path / "ferry"),), tmp_path / "ledger.db")
    book.follow(ferry())
    book.close()
    return tmp_path / "ledger.db"


async def test_a_digit_opens_a_story_again(path: Path) -> None:
    shown, asked, _ = await opened(path, "1")
    assert FERRY[0] in shown
    assert "2 articles, 0 decided, 0 notes" in shown
    assert asked[0] == str(path.parent / "ferry")


async def test_a_digit_beyond_the_list_says_so(path: Path) -> None:
    _, asked, said = await opened(path, "7")
    assert asked == []
    assert said == "There is no story 7 in the list."


async def test_without_a_ledger_the_desk_says_what_to_do(tmp_path: Path) -> None:
    shown, _, _ = await opened(tmp_path / "none.db", "j")
    assert "Opened before" not in shown
    assert "adds an article" in shown
