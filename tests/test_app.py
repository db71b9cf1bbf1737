"""The desk under its own keys: every command of the table, in a pilot."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.story import story
from tui.app.book import LooseLeaf
from tui.app.commands import COMMANDS
from tui.app.config import Config, Memory
from tui.app.opening import desk_app
from tui.app.screens.adding import AddPage
from tui.app.screens.choose import Choose
from tui.app.screens.desk import Desk
from tui.app.screens.helping import PagesScreen, TourScreen
from tui.app.screens.note import NotePage
from tui.app.state import View
from tui.app.widgets.mast import Heading, Mast
from tui.app.widgets.minimap import Minimap
from tui.app.work import Errand
from tui.model.alignment import Hands
from tui.model.article import DROPPED, Cleaned, Paragraph, PassageKind, RemovedLine
from tui.model.collation import Collation, Fact, Reading, Verdict
from tui.model.detail import Kind
from tui.model.fold import unspaced
from tui.model.rawcopy import Format, Metadata
from tui.model.triage import Decision, Mark, Orphan
from tui.split import split

LIMOUSINE = Path(__file__).resolve().parents[1] / "articles" / "limousine"


def toured() -> Memory:
    """Return a memory in which the tour was taken."""
    memory = Memory(None)
    memory.keep(tour="taken")
    return memory


@asynccontextmanager
async def desk(
    collation: Collation | None = None,
    size: tuple[int, int] = (160, 45),
    book: LooseLeaf | None = None,
    config: Config | None = None,
) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    """Open the desk on a collation made by hand, with no engine behind it."""
    shown = collation or story()
    kept = book or LooseLeaf()
    app = desk_app(Errand((), engine=lambda *_arguments, **_keywords: shown), config or Config(), toured())
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        app.desk.post_message(app.desk.Collated(kept, shown))
        await pilot.pause()
        if app.desk.scene is not None and len(app.desk.scene.grid.rows) > 1:
            await until(lambda: app.desk.spot.row > 0)  # it starts below the headlines once it is painted
        await pilot.pause()
        yield pilot, app.desk


def footer(screen: Desk) -> str:
    """Return what the bottom line says."""
    return "".join(piece.text for line in screen.bar("keys").lines for piece in (*line.pieces, *line.right))


def top(screen: Desk) -> type[object]:
    """Return the kind of the screen on top."""
    return type(screen.app.screen)


def text(screen: Desk, name: str) -> str:
    """Return what the lines of a list say."""
    widget = screen.entries(name)
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


async def until(holds: Callable[[], bool], limit: float = 100.0) -> None:
    """Wait until something holds; a long limit costs nothing where all goes well."""
    async with asyncio.timeout(limit):
        while not holds():  # noqa: ASYNC110 - what a screen shows is no event
            await asyncio.sleep(0.02)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every file that the desk writes for the user inside the test's own folder."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.chdir(tmp_path)


def test_every_command_has_a_method_and_every_key_one_command() -> None:
    assert not [command.name for command in COMMANDS if not hasattr(Desk, command.method)]
    assert not Config().troubles


async def test_it_starts_below_the_headlines_with_the_articles_in_use() -> None:
    async with desk() as (_, screen):
        assert screen.scene is not None
        assert screen.spot.row == 1
        assert screen.pane_in_use() is screen.columns
        assert [heading.outlet for heading in screen.headings()][:2] == ["Harbour Wire", "no outlet"]


async def test_passages_and_counts() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("j", "down", "k")
        second = screen.spot.row
        assert second > 1
        below = screen.visible_row(3)
        await pilot.press("3", "j")
        assert screen.spot.row == below > second
        await pilot.press("up", "2", "k")
        assert screen.spot.row == second


async def test_pages_and_ends() -> None:
    async with desk(size=(80, 24)) as (pilot, screen):
        assert screen.scene is not None
        for down, up in (("ctrl+d", "ctrl+u"), ("space", "b"), ("pagedown", "pageup")):
            await pilot.press("g", down)
            below = screen.spot.row
            assert below > 0
            await pilot.press(up)
            assert screen.spot.row < below
        await pilot.press("G")
        assert screen.spot.row == screen.visible_row(0)
        assert screen.visible_row(1) == screen.spot.row
        await pilot.press("home")
        assert screen.spot.row == 0
        await pilot.press("end", "g")
        assert screen.spot.row == 0


async def test_articles_by_arrow_and_by_number() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("right", "right")
        assert screen.spot.lane == 2
        await pilot.press("left")
        assert screen.spot.lane == 1
        await pilot.press("5")
        assert "5 …" in footer(screen)
        await until(lambda: not screen.dispatcher.waits)
        await pilot.pause()
        assert screen.spot.lane == 4
        assert screen.columns.frame is not None
        assert screen.columns.frame.columns == (0, 3, 4)


async def test_divergences_in_reading_order_and_their_ends() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("g")
        seen = [screen.spot.fact]
        for key in ("n", "]", "n", "n", "n", "n", "n", "n", "n", "n"):
            await pilot.press(key)
            seen.append(screen.spot.fact)
        assert set(seen) == {fact.id for fact in screen.scene.facts}
        await pilot.press("n")
        assert "last divergence" in footer(screen)
        await pilot.press("p")
        assert screen.spot.fact == seen[-3] or screen.spot.fact in seen
        rows = [stop.row for stop in screen.scene.course().stops]
        assert rows == sorted(rows)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("lane", [0, 1, 3])
async def test_where_articles_are_out_of_sight_a_divergence_is_met_in_the_readers_own(size: tuple[int, int], lane: int) -> None:
    async with desk(scattered(), size=size) as (pilot, screen):
        await pilot.press(*["right"] * lane, "g", "p")
        assert screen.scene is not None
        own, seen = screen.scene.grid.sigla[lane], {screen.spot.fact}
        for key in ["n"] * len(screen.scene.facts) + ["p"] * len(screen.scene.facts):
            await pilot.press(key)
            fact = screen.fact
            assert fact is not None
            assert screen.columns.frame is not None
            told = {reading.passage: reading.article for reading in fact.readings}
            assert screen.spot.passage in told
            assert screen.spot.lane in screen.columns.frame.columns
            assert told[screen.spot.passage] == own or own not in told.values()
            assert fact.topic in "".join(piece.text for piece in screen.bar("rule").lines[0].pieces)
            seen.add(fact.id)
        assert seen == {fact.id for fact in screen.scene.facts}


def scattered() -> Collation:
    """Return the story with a divergence whose readings stand in two rows: two articles tell it early, one late."""
    made = story()
    late = Fact(
        "F0",
        None,
        Kind.STATEMENT,
        "when it ended",
        Verdict.DIFFERS,
        1,
        (Reading("B", "B2", "With", 0, 4), Reading("D", "D2", "The", 0, 3), Reading("A", "A9", "Two", 0, 3)),
        ("C", "E"),
        "",
    )
    return replace(made, facts=(late, *made.facts))


async def test_a_choice_in_the_list_is_shown_in_the_readers_own_article() -> None:
    async with desk(scattered(), size=(80, 24)) as (pilot, screen):
        await pilot.press("g")
        screen.use_pane(screen.entries("list"))
        await pilot.press("g", "enter")
        assert (screen.spot.fact, screen.spot.passage) == ("F0", "A9")
        await pilot.press("right", "tab", "g", "enter")
        assert (screen.spot.fact, screen.spot.passage) == ("F0", "B2")


async def test_the_words_of_the_fact_in_hand_stand_out_from_other_divergences() -> None:
    async with desk(size=(80, 24)) as (pilot, screen):
        assert screen.scene is not None
        for topic, words in (("people aboard", "214 people"), ("Petrel", "Petrel")):
            screen.to_fact(next(fact.id for fact in screen.scene.facts if fact.topic == topic))
            await pilot.pause()
            lines = [screen.columns.render_line(y) for y in range(screen.columns.size.height)]
            blocks = [segment.text for line in lines for segment in line if segment.style and segment.style.reverse]
            assert " ".join(blocks) == words


async def test_the_second_key_of_a_sequence_may_repeat_the_first() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("g", "]", "c")
        one = screen.spot.fact
        await pilot.press("g", "]")
        assert screen.spot.fact == one
        assert screen.app.screen is screen
        await pilot.press("G", "[", "c")
        assert screen.app.screen is screen


async def test_going_to_a_divergence_brings_the_articles_that_tell_it() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("right", "right", "right", "right", "home")
        assert screen.scene is not None
        screen.to_fact(next(fact.id for fact in screen.scene.facts if fact.topic == "whether the captain slept"))
        await pilot.pause()
        assert screen.columns.frame is not None
        assert {1, 2} <= set(screen.columns.frame.columns)


async def test_story_points() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("}")
        row = screen.spot.row
        assert sum(map(bool, screen.scene.grid.rows[row])) > 1
        await pilot.press("}", "{")
        assert screen.spot.row == row


async def test_panes_and_the_list() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("tab")
        assert screen.pane_in_use() is screen.entries("list")
        await pilot.press("j", "j")
        assert screen.spot.fact == screen.scene.facts[screen.entries("list").cursor or 0].id
        await pilot.press("enter")
        assert screen.pane_in_use() is screen.columns
        await pilot.press("shift+tab")
        assert screen.pane_in_use() is screen.entries("pane")
        await pilot.press("j", "enter")
        assert screen.pane_in_use() is screen.columns
        await pilot.press("enter", "escape")
        assert screen.pane_in_use() is screen.columns


async def test_the_pane_explains_the_fact() -> None:
    async with desk() as (pilot, screen):
        fact = next(f for f in story().facts if f.topic == "time until help came")
        screen.to_fact(fact.id)
        await pilot.pause()
        told = text(screen, "pane")
        for words in (
            "“over two hours”",
            "= more than 2 hours",
            "“within twenty minutes”",
            "◀ the odd one out",
            "D  says nothing on it",
        ):
            assert words in told
        assert "in C" in told
        await pilot.press("w")
        await pilot.pause()
        assert text(screen, "pane") != told


async def test_views_keep_the_place() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        for _ in range(3):
            await pilot.press("n")
        place = screen.spot
        for keys, view in (
            (("V", "f"), View.FACTS), (("f4",), View.QUOTATIONS), (("V", "s"), View.SOURCES), (("V", "t"), View.TIMELINE),
            (("V", "l"), View.SHEET), (("f8",), View.REMOVED), (("f3",), View.FACTS), (("f7",), View.SHEET),
            (("V", "q"), View.QUOTATIONS), (("f5",), View.SOURCES), (("f6",), View.TIMELINE), (("V", "x"), View.REMOVED),
        ):  # fmt: skip
            await pilot.press(*keys)
            await pilot.pause()
            assert screen.current_view is view
            assert screen.entries("view").entries
            assert screen.spot == place
        await pilot.press("V")
        assert "V …" in footer(screen)
        assert "facts" in footer(screen)
        await pilot.press("r")
        assert screen.spot == place
        await pilot.press("f3", "k", "f2")
        assert screen.spot.fact != place.fact
        await pilot.press("f3", "q")
        assert screen.current_view is View.READING


async def test_the_facts_view_shows_silence_and_the_odd_one_out() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("f3")
        await pilot.pause()
        told = text(screen, "view")
        row = next(line for line in told.splitlines() if "time until help came" in line)
        assert "at most 20 minutes" in row
        assert "—" in row


async def test_enter_in_a_view_opens_the_passage() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("f6", "G", "enter")
        await pilot.pause()
        assert screen.current_view is View.READING


async def test_own_order_brings_the_others_along() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("v")
        await pilot.press("j", "j")
        assert screen.own
        passage = screen.spot.passage
        matched = screen.columns.cursor.matched
        assert passage is not None
        for lane, row in matched.items():
            cell = screen.scene.strands[lane].cells[row]
            assert screen.scene.story.point_of[cell[0].id] == screen.scene.story.point_of[passage]
        await pilot.press("right")
        assert (screen.spot.passage or "").startswith("B")
        await pilot.press("G", "g", "ctrl+d", "n", "v")
        assert not screen.own


async def test_pane_size_and_side() -> None:
    async with desk() as (pilot, screen):
        before = screen.query_one("#lower").size.height
        await pilot.press("+")
        await pilot.pause()
        assert screen.query_one("#lower").size.height > before
        await pilot.press("-", "-")
        await pilot.pause()
        assert screen.query_one("#lower").size.height < before
        await pilot.press("\\")
        await pilot.pause()
        assert screen.has_class("-right")
        assert screen.query_one("#lower").region.x > 80
        screen.remember()
        assert screen.memory.recall("pane-right") == "yes"


async def test_what_is_typed_ahead_reaches_the_line() -> None:
    async with desk() as (pilot, screen):
        for key, character in (("slash", "/"), *((letter, letter) for letter in "harbour")):
            screen.app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert screen.query_one("#prompt", Input).value == "harbour"
        await pilot.press("escape")
        for key, character in (("E", "E"), ("m", "m"), ("enter", "\r")):
            screen.app.post_message(events.Key(key, character))
        await until(lambda: "The sheet is in" in footer(screen))


async def test_search_counts_and_steps_through_hits() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("/")
        await pilot.press(*"captain")
        assert "1 of 3 hits in 3 articles" in footer(screen)
        await pilot.press("enter")
        first = screen.spot
        await pilot.press(">")
        assert screen.spot != first
        await pilot.press("<")
        assert screen.spot == first
        assert any(sign == "•" for sign, _ in screen.query_one(Minimap).bars.values())
        await pilot.press("escape")
        assert not screen.hits
        await pilot.press(">")
        assert "Nothing is searched" in footer(screen)


async def test_search_is_fuzzy_where_nothing_stands_literally_and_esc_goes_back() -> None:
    async with desk() as (pilot, screen):
        here = screen.spot
        await pilot.press("/", *"harbor mastr")
        assert "only like it" in footer(screen)
        assert screen.found.hits
        await pilot.press("escape")
        assert screen.spot == here
        await pilot.press("/", *"zzzzqqqq", "enter")
        assert "stands nowhere" in footer(screen)


async def test_go_to() -> None:
    async with desk() as (pilot, screen):
        for typed, passage in (("B4", "B4"), ("c", "C1"), ("rudder", "A4"), ("F3", "D1"), ("Continental", "E1")):
            await pilot.press("#", *typed, "enter")
            assert screen.spot.passage == passage
        await pilot.press("#", *"9999x", "enter")
        assert "names no passage" in footer(screen)


async def test_filter_by_verdict_and_back() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("f")
        assert isinstance(screen.app.screen, Choose)
        await pilot.press("space", "enter")
        await pilot.pause()
        assert {fact.verdict for fact in screen.scene.facts} == {Verdict.CONFLICT}
        await pilot.press("ctrl+f")
        assert len(screen.scene.facts) == 10
        await pilot.press("z")
        assert len(screen.scene.facts) == 3
        await pilot.press("escape")
        assert len(screen.scene.facts) == 10
        await pilot.press("i")
        assert all(fact.priority < 3 for fact in screen.scene.facts)
        await pilot.press("i")
        assert len(screen.scene.facts) == 10


async def test_mark_note_dismiss_undo_and_marked() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("n")
        assert screen.fact is not None
        first = screen.fact
        await pilot.press("m")
        assert "confirmed" in footer(screen)
        await pilot.press("c")
        assert screen.mark_of(first) is Mark.CONFIRMED
        await pilot.press("n", "d")
        second = screen.fact
        assert second is not None
        assert screen.mark_of(second) is Mark.DISMISSED
        await pilot.press("c")
        assert isinstance(screen.app.screen, NotePage)
        await pilot.press(*"asked twice", "escape")
        await pilot.pause()
        assert screen.decision_of(second) == Decision(Mark.DISMISSED, "asked twice")
        await pilot.press("U")
        assert screen.fact is not None
        await pilot.press("u", "u", "u")
        assert "No further" in footer(screen)
        await pilot.press("2", "z")
        assert screen.decision_of(second) == Decision()
        await pilot.press("z", "z")
        assert "nothing to undo" in footer(screen)


async def test_a_note_can_be_left_as_it_was() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("n", "c", *"no", "ctrl+g")
        await pilot.pause()
        assert screen.fact is not None
        assert screen.decision_of(screen.fact).note == ""


async def test_export_asks_for_form_and_place(tmp_path: Path) -> None:
    async with desk() as (pilot, screen):
        await pilot.press("E", "j")
        await pilot.press("enter")
        assert "The sheet is in" in footer(screen)
        assert (tmp_path / "sheet.json").read_text(encoding="utf-8").startswith("{")
        screen.export_to("j", str(tmp_path / "nowhere" / "sheet.json"))
        assert "cannot be written" in footer(screen)


class FormerBook(LooseLeaf):
    """A book with a decision whose fact is gone."""

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """Return the one decision."""
        return (Orphan("lifeboats on the deck", ("six", "eight"), Decision(Mark.ASK, "ask the yard")),)


async def test_a_decision_without_its_fact_is_on_the_sheet_and_in_its_export(tmp_path: Path) -> None:
    async with desk(book=FormerBook(), size=(160, 90)) as (pilot, screen):
        await pilot.press("f7", "G")
        shown = text(screen, "view").split("Kept from before")[1]
        assert [part in shown for part in ("lifeboats on the deck", "“six” · “eight”", "ask the source", "ask the yard")] == [
            True
        ] * 4
        await pilot.press("E", "m", "enter")
        kept = (tmp_path / "sheet.md").read_text(encoding="utf-8").split("## Kept from before")[1]
        assert "lifeboats on the deck" in kept
        assert "ask the yard" in kept


async def test_copy_gives_the_reference_and_keeps_a_file() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("j", "y")
        copied = screen.app.clipboard
        assert copied.startswith("“They waited over two hours")
        assert "Harbour Wire" in copied
        assert "4 Mar 2031" in copied
        assert "¶3 l.5" in copied
        assert "also in" in footer(screen)


async def test_hand_made_links_are_kept_and_undone() -> None:
    book = LooseLeaf()
    async with desk(book=book) as (pilot, screen):
        await pilot.press("L")
        assert "Linking A2" in footer(screen)
        await pilot.press("L", "escape", "L", "right", "L")
        assert book.hands.cut == {("A2", "B2")}
        await pilot.press("z")
        assert not book.hands.cut
        await pilot.press("#", *"A5", "enter", "L", "#", *"C4", "enter", "L")
        assert book.hands.linked == {("A5", "C4")}


async def test_base_article() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        await pilot.press("B")
        assert "already" in footer(screen)
        await pilot.press("right", "B")
        assert screen.scene.grid.sigla[0] == "B"
        assert screen.spot.lane == 0
        await pilot.press("z")
        assert screen.scene.grid.sigla[0] == "A"


async def test_a_removed_line_is_brought_back() -> None:
    book = LooseLeaf()
    async with desk(book=book) as (pilot, screen):
        await pilot.press("f8", "g", "enter")
        assert len(book.hands.restored) == 1
        await pilot.press("z")
        assert not book.hands.restored
        assert screen.current_view is View.REMOVED


FERRY = (
    "The ferry Petrel ran aground off the rocks on Monday with 214 people aboard, the coastguard said.",
    "Passengers waited over two hours for the first boat, in a swell of three metres and a cold wind.",
)


@asynccontextmanager
async def doubtful_desk(folder: Path, book: LooseLeaf) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    """Open the desk on two articles, the first with a paragraph kept in doubt; what is dropped by hand goes, as in cleaning."""
    for name in "ab":
        (folder / f"{name}.txt").write_text("\n\n".join(("Ferry aground off the rocks", *FERRY)) + "\n", encoding="utf-8")
    unsure = Paragraph(PassageKind.BODY, "Two sentences of doubt.  They are one paragraph.", 9, doubtful=True)

    def engine(sources: tuple[str, ...], _settings: object, hands: Hands, **_keywords: object) -> Collation:
        """Collate the two files with the unsure paragraph in the first, unless it was dropped."""
        first, second = sources
        gone = any(unspaced(text) == unspaced(unsure.text) for _, text in hands.dropped)
        lines = (RemovedLine(7, "Share this", "sharing"), RemovedLine(8, "More for you", "related articles", doubtful=True))
        kept = [Paragraph(PassageKind.BODY, text, 3 + 2 * place) for place, text in enumerate(FERRY)]
        cleaned = Cleaned(
            first,
            Format.TEXT,
            Metadata(),
            (*kept, *(() if gone else (unsure,))),
            (*lines, *((RemovedLine(9, unsure.text, DROPPED),) if gone else ())),
        )
        other = Cleaned(second, Format.TEXT, Metadata(), tuple(kept), ())
        return Collation((split(cleaned, "A"), split(other, "B")))

    app = desk_app(Errand(("a.txt", "b.txt"), engine=engine, open_book=lambda: book), Config(), toured())
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        yield pilot, app.desk


async def settled(pilot: Pilot[int]) -> None:
    """Wait until the engine has collated and the screen shows it."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_a_doubtful_paragraph_is_dropped_and_kept_again(tmp_path: Path) -> None:
    book = LooseLeaf()
    async with doubtful_desk(tmp_path, book) as (pilot, screen):
        await pilot.press("f8", "g")
        rows = [row for row in text(screen, "view").splitlines() if "l." in row]
        assert ["l.9" in rows[0], "l.8" in rows[1], "l.7" in rows[2]] == [True, True, True]
        assert "kept, doubtful" in rows[0]
        assert "related articles, doubtful  More for you" in rows[1]
        assert screen.scene is not None
        whole = len(screen.scene.story.articles["A"].passages)
        await pilot.press("enter")
        await settled(pilot)
        assert {words for _, words in book.hands.dropped} == {"Two sentences of doubt. They are one paragraph."}
        assert len(screen.scene.story.articles["A"].passages) == whole - 2
        assert "dropped by hand" in text(screen, "view")
        await pilot.press("enter")
        await settled(pilot)
        assert not book.hands.dropped
        assert len(screen.scene.story.articles["A"].passages) == whole
        await pilot.press("z")
        await settled(pilot)
        assert len(book.hands.dropped) == 1
        await pilot.press("z")
        await settled(pilot)
        assert not book.hands.dropped
        assert "kept, doubtful" in text(screen, "view")


async def test_a_line_brought_back_stays_under_the_cursor_and_can_go_again() -> None:
    book = LooseLeaf()
    async with desk(book=book) as (pilot, screen):
        await pilot.press("f8", "g", "j", "enter", "enter")
        assert not book.hands.restored
        await pilot.press("enter")
        assert {words for _, words in book.hands.restored} == {"Related: ten ferries you must see"}
        assert "brought back" in text(screen, "view")


async def test_add_an_article_from_the_list(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Headline\n\nOne sentence.\n", encoding="utf-8")
    async with desk() as (pilot, screen):
        await pilot.press("a")
        assert isinstance(screen.app.screen, AddPage)
        await pilot.press(*"ne", "tab")
        assert screen.app.screen.query_one(Input).value == "new.txt"
        await pilot.press("escape")
        await pilot.pause()
        screen.add_source("new.txt")
        assert screen.sources == ("new.txt",)
        await screen.workers.wait_for_complete()


async def test_reload_edit_and_browse_say_what_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as (pilot, screen):
        await pilot.press("e")
        assert "is not a file here" in footer(screen)
        await pilot.press("o")
        assert "No address is known" in footer(screen)
        opened: list[str] = []

        def browse(address: str) -> bool:
            opened.append(address)
            return True

        monkeypatch.setattr("webbrowser.open", browse)
        screen.to_article(3)
        await pilot.press("o")
        assert opened == ["https://trend.example/petrel"]
        await pilot.press("r")
        await screen.workers.wait_for_complete()


async def test_theme_is_tried_taken_and_left() -> None:
    async with desk() as (pilot, screen):
        before = screen.app.theme
        await pilot.press("t", "j", "j")
        assert screen.app.theme == "high-contrast"
        await pilot.press("escape")
        await pilot.pause()
        assert screen.app.theme == before
        await pilot.press("t", "j", "enter")
        await pilot.pause()
        assert screen.app.theme == "sidebyline-light"
        assert screen.memory.recall("theme") == "sidebyline-light"


async def test_every_theme_draws() -> None:
    async with desk() as (pilot, screen):
        for name in screen.app.available_themes:
            screen.use_theme(name)
            await pilot.pause()
            assert screen.columns.render_line(0).cell_length == screen.columns.size.width


async def test_help_names_the_place_and_every_command() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("tab", "?")
        page = screen.app.screen
        assert isinstance(page, PagesScreen)
        told = "\n".join("".join(p.text for p in line.pieces) for line in page._lines)  # noqa: SLF001  # what the page was given
        assert "In the list of 10 divergences" in told
        assert all(command.tooltip in told for command in COMMANDS)
        await pilot.press("j", "space", "escape")
        await pilot.pause()
        assert screen.app.screen is screen


async def test_tour_and_palette() -> None:
    async with desk() as (pilot, screen):
        screen.do_tour(1)
        await pilot.pause()
        assert top(screen) is TourScreen
        await pilot.press("enter", "left", "enter", "enter", "enter", "enter", "enter", "enter")
        await pilot.pause()
        assert top(screen) is Desk
        await pilot.press("ctrl+p")
        await until(lambda: isinstance(screen.app.focused, Input))
        await pilot.press(*"every fact")
        await pilot.pause(0.1)
        await pilot.press("enter")
        await until(lambda: screen.current_view is View.FACTS)


async def test_mouse_clicks_and_selects_inside_one_column() -> None:
    async with desk() as (pilot, screen):
        await pilot.click("#columns", offset=(50, 6))
        assert screen.spot.lane == 1
        await pilot.click("#list", offset=(5, 4))
        assert screen.scene is not None
        assert screen.spot.fact == screen.scene.facts[2].id
        spot = next((x, y) for y in range(3, 20) for x in (6,) if screen.columns.spot(x, y) is not None)
        await pilot.mouse_down("#columns", offset=spot)
        await pilot.hover("#columns", offset=(spot[0] + 8, spot[1]))
        chosen = screen.columns.chosen
        await pilot.mouse_up("#columns", offset=(spot[0] + 8, spot[1]))
        if chosen is not None:
            assert chosen.end - chosen.start == 9
        await pilot.press("M")
        assert not screen.mouse_on


async def test_quit_goes_back_first() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("f3", "q")
        assert screen.current_view is View.READING
        await pilot.press("q")
        await pilot.pause()
        assert screen.app.return_code == 0


async def test_the_view_is_where_it_was_left() -> None:
    book = LooseLeaf()
    async with desk(book=book) as (pilot, screen):
        await pilot.press("right", "B", "n", "n", "i", "f3")
        left = screen.spot
        screen.remember()
    async with desk(book=book) as (_, again):
        assert again.current_view is View.FACTS
        assert again.base == "B"
        assert again.sieve.minor_hidden
        assert again.spot == left


async def test_resizing_keeps_the_place_and_says_when_it_is_too_small() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("n", "n", "n")
        place = screen.spot
        for size in ((80, 24), (300, 80), (100, 30), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.spot == place
            first, _ = screen.columns.stack(place.lane).lines(screen.columns.cursor.row)
            assert screen.columns.scroll_offset.y <= first < screen.columns.scroll_offset.y + screen.columns.size.height
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        assert "needs 80×24" in text(screen, "curtain")
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert not screen.has_class("-curtain")


async def test_hostile_characters_stay_text() -> None:
    async with desk() as (pilot, screen):
        await pilot.press("f8")
        await pilot.pause()
        assert "Accept [bold]all[/bold] cookies" in text(screen, "view")
        await pilot.press("f2", "right", "right", "right")
        await pilot.pause()
        drawn = "\n".join(screen.query_one("#mast").render_line(y).text for y in range(3))
        assert "[/nope]" in drawn


async def test_fewer_than_two_articles_and_failure_leave_a_page(tmp_path: Path) -> None:
    app = desk_app(Errand((str(tmp_path / "nothing.txt"),)), Config(), toured())
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: "A comparison takes two articles." in text(app.desk, "curtain"))
        assert "nothing.txt" in text(app.desk, "curtain")
        app.desk.post_message(app.desk.Failed("OSError: no room"))
        await pilot.pause()
        assert "could not be collated" in text(app.desk, "curtain")
        for command in COMMANDS:
            if command.name not in {"quit", "add", "note", "tour", "help", "palette", "theme", "reload", "browse", "edit"}:
                app.desk.perform(command)
        await pilot.pause()


async def test_the_engine_runs_in_a_thread_and_the_articles_come() -> None:
    app = desk_app(Errand((str(LIMOUSINE),)), Config(), toured())
    async with app.run_test(size=(160, 45)) as pilot:
        assert app.desk.has_class("-curtain")
        await until(lambda: app.desk.scene is not None)
        await pilot.pause()
        assert app.desk.scene is not None
        assert len(app.desk.scene.story.sigla) == 5


async def test_an_internal_error_ends_with_one_sentence_and_status_1() -> None:
    app = desk_app(Errand(()), Config(), toured())

    async def fail() -> None:
        async with app.run_test() as pilot:
            app.desk.call_later(lambda: 1 // 0)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert app.return_code == 1
    assert "internal error" in app.failure


async def test_a_headline_too_long_for_its_column_leaves_room_for_which_articles_are_shown() -> None:
    async with desk(size=(120, 36)) as (pilot, screen):
        mast = screen.query_one(Mast)
        assert screen.columns.frame is not None
        long = Heading("B", "Evening Courier", "5 Mar 2031", " ".join(["Passengers tell of a calm night aboard"] * 4))
        mast.show([long] * 5, screen.columns.frame, 0)
        await pilot.pause()
        lines = [mast.render_line(y).text.rstrip() for y in range(3)]
        assert lines[2].endswith("of 5›")
        assert "…" in lines[2]


async def test_the_list_without_a_fact_in_hand_begins_with_the_most_important_divergence() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        free = next(row for row in range(1, len(screen.scene.grid.rows)) if row not in screen.scene.facts_in)
        screen.go(screen.scene.place(free, 0))
        assert screen.fact is None
        await pilot.press("tab")
        await pilot.pause()
        assert screen.spot.fact == screen.scene.facts[0].id


async def test_the_lower_pane_gives_up_its_air_where_room_is_short() -> None:
    async with desk(size=(200, 60)) as (pilot, screen):
        await pilot.press("n")
        await pilot.pause()
        pane = screen.entries("pane")
        assert not text(screen, "pane").splitlines()[0].strip()
        for _ in range(8):
            await pilot.press("-")
        await pilot.pause()
        await pilot.pause()
        assert pane.size.height < 8
        assert text(screen, "pane").splitlines()[0].strip()


async def test_the_minimap_shows_what_is_on_the_screen_and_goes_where_it_is_clicked() -> None:
    async with desk(size=(80, 24)) as (pilot, screen):
        minimap = screen.query_one(Minimap)
        await pilot.press("g")
        await pilot.pause()
        first = minimap.window
        assert first.start == 0
        await pilot.press("G")
        await pilot.pause()
        assert minimap.window.stop == minimap.size.height
        assert minimap.window != first
        assert {bar for bar, _ in minimap.bars.values()} <= {"█", "▐", "▕"}
        await pilot.click(Minimap, offset=(0, 0))
        await pilot.pause()
        assert screen.spot.row <= 1


async def test_a_desk_without_articles_names_only_the_keys_that_do_something() -> None:
    app = desk_app(Errand(()), Config(), toured())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "add article" in footer(app.desk)
        assert "divergence" not in footer(app.desk)


async def test_the_words_compared_first_are_those_of_the_reader_where_nobody_is_odd() -> None:
    async with desk() as (pilot, screen):
        assert screen.scene is not None
        fact = next(
            f for f in screen.scene.facts if len({r.article for r in f.readings}) > 1 and not any(r.odd for r in f.readings)
        )
        for reading in fact.readings:
            screen.go(screen.scene.place_of_passage(reading.passage, fact.id))
            await pilot.pause()
            assert screen.fact == fact
            assert reading in [fact.readings[place] for place in screen.pair_of(fact)]
