"""Watching: a change on disk is noticed, however it was made, and the desk collates again with place and marks."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.stories import FERRY
from tests.test_app import toured, until
from tui.app import watching
from tui.app.config import Config
from tui.app.opening import desk_app
from tui.app.watching import changes, is_prompt, stamps
from tui.app.work import Errand
from tui.ledger import open_book
from tui.model.triage import Decision, Mark

PROMPT = pytest.mark.skipif(not is_prompt(), reason="watchfiles is not installed")


@pytest.fixture(params=[pytest.param(True, marks=PROMPT, id="watchfiles"), pytest.param(False, id="looking")])
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["Queue[None]"]:
    """Watch a folder and a file beside it, and give what is told of them."""
    if not request.param:
        monkeypatch.setattr(watching, "is_prompt", lambda: False)
        monkeypatch.setattr(watching, "_LOOK", 0.05)
    folder = tmp_path / "story"
    folder.mkdir()
    for path in (folder / "a.txt", folder / "b.md", tmp_path / "alone.txt"):
        path.write_text("Ferry aground\n\nThe ferry ran aground.\n", encoding="utf-8")
    sources = [str(folder), str(tmp_path / "alone.txt"), "https://news.example/ferry", "-"]
    stopped, found = threading.Event(), Queue[None]()

    def watch() -> None:
        for _ in changes(lambda: sources, stopped):
            found.put(None)

    thread = threading.Thread(target=watch)
    thread.start()
    with pytest.raises(Empty):
        found.get(timeout=0.4)  # nothing has changed yet
    yield found
    stopped.set()
    thread.join(timeout=10)
    assert not thread.is_alive()


def test_writing_replacing_adding_and_removing_are_noticed(told: "Queue[None]", tmp_path: Path) -> None:
    inside = tmp_path / "story" / "a.txt"
    inside.write_text("Ferry aground\n\nThe ferry ran aground at dawn.\n", encoding="utf-8")
    told.get(timeout=10)
    beside = tmp_path / "alone.tmp"
    beside.write_text("Ferry aground\n\nThe ferry ran aground at noon.\n", encoding="utf-8")
    os.replace(beside, tmp_path / "alone.txt")  # noqa: PTH105 - what an editor does
    told.get(timeout=10)
    (tmp_path / "story" / "c.txt").write_text("Ferry aground\n\nIt ran aground.\n", encoding="utf-8")
    told.get(timeout=10)
    inside.unlink()
    told.get(timeout=10)
    (tmp_path / "story" / ".b.md.swp").write_text("an editor's own file", encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=0.5)


def test_a_stamp_is_for_each_file_and_for_one_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    assert [size for _, _, size in stamps([str(tmp_path), "https://news.example/a", "-", str(tmp_path / "gone.txt")])] == [3, -1]


def test_the_sheet_that_the_desk_writes_beside_the_articles_is_none_of_them(tmp_path: Path) -> None:
    for name in ("a.txt", "sheet.md", "sheet.html", "story.sidebyline"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    assert [Path(path).name for path, *_ in stamps([str(tmp_path)])] == ["a.txt"]


async def test_the_desk_reads_again_with_place_and_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_LOOK", 0.05)
    texts = {"a": FERRY, "b": [line.replace("212", "221").replace("Three", "Two") for line in FERRY]}
    for name, lines in texts.items():
        (tmp_path / f"{name}.txt").write_text("\n\n".join(("Ferry aground off the rocks", *lines)) + "\n", encoding="utf-8")
    ledger = tmp_path / "ledger.db"
    sources = (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    errand = Errand(sources, open_book=lambda: open_book(sources, ledger))
    app = desk_app(errand, Config(), toured(), watch=True)
    async with app.run_test(size=(160, 45)) as pilot:
        screen = app.desk
        await until(lambda: screen.scene is not None and not screen.comparing)
        assert screen.scene is not None
        await pilot.press("n")
        fact = screen.fact
        assert fact is not None
        screen.decide(fact, Decision(Mark.CONFIRMED, "per the harbour"), "marked")
        place, many = screen.spot.passage, len(screen.scene.story.passages)
        path = tmp_path / "b.txt"
        path.write_text(path.read_text(encoding="utf-8") + "\nThe harbour stays closed until Sunday.\n", encoding="utf-8")
        await until(lambda: screen.scene is not None and len(screen.scene.story.passages) == many + 1)
        await pilot.pause()
        assert screen.spot.passage == place
        kept = [screen.decision_of(f) for f in screen.scene.facts if screen.decision_of(f).touched]
        assert [(d.mark, d.note) for d in kept] == [(Mark.CONFIRMED, "per the harbour")]
        assert screen.message == "The changed article has been read."
        path.write_text(path.read_text(encoding="utf-8").replace("221", "230"), encoding="utf-8")
        await until(lambda: "marked ↺" in screen.message)
        assert f"“{fact.topic}”" in screen.message
        assert any("↺" in piece.text for entry in screen.entries("list").entries for line in entry.lines for piece in line.right)
