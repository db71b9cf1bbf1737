"""What all parts of the desk's screen share: its widgets, its state, and how a change of state reaches the widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Grid, Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input

from tui.app.book import Book, LooseLeaf
from tui.app.lanes import Cursor, Lane
from tui.app.state import Place, Scene, View, staged
from tui.app.widgets.bars import Bar, Rule
from tui.app.widgets.columns import Columns
from tui.app.widgets.entries import Entries
from tui.app.widgets.mast import Heading, Mast
from tui.app.widgets.minimap import Minimap
from tui.app.widgets.painted import Swatch
from tui.model.collation import Collation, Fact
from tui.model.triage import Decision, Mark
from tui.present.divergences import listed
from tui.present.highlights import Highlight, highlights
from tui.present.plain import day
from tui.present.sieve import Counts, Sieve, counts


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the bottom line that one key answers."""

    question: str
    """The question."""
    answers: Mapping[str, tuple[str, Callable[[], None]]]
    """What each key says, and what it does."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that can be undone."""

    sentence: str
    """What was done, so that undoing can name it."""
    revert: Callable[[], None]
    """Takes it back."""


class Middle(Grid):
    """The middle of the desk; it shows nothing of itself, which Textual draws at no cost."""

    BLANK = True


class Stacked(Vertical):
    """Parts of the desk above one another; it shows nothing of itself."""

    BLANK = True


class Abreast(Horizontal):
    """Parts of the desk beside one another; it shows nothing of itself."""

    BLANK = True


class DeskBase(Screen[None]):
    """The desk's widgets and state."""

    AUTO_FOCUS = ""  # None would be the first that can have it
    BLANK = True

    def __init__(self) -> None:
        """Start with nothing read and the curtain drawn."""
        super().__init__(classes="-curtain")
        self.scene: Scene | None = None
        self.comparing = False  # the articles are shown, and the engine has not compared them yet
        self.book: Book = LooseLeaf()
        self.spot = Place()
        self.own_article = ""
        self.sieve = Sieve()
        self.base: str | None = None
        self.own = False
        self.current_view = View.READING
        self.hits: Mapping[str, tuple[tuple[int, int], ...]] = {}
        self.pair = 0
        self.counts = Counts()
        self.asked: Asked | None = None
        self.done: list[Done] = []

    def compose(self) -> ComposeResult:
        """Place the widgets."""
        yield Swatch()
        yield Bar(id="top")
        with Middle(id="middle"):
            with Stacked(id="left"):
                yield Mast(id="mast")
                with Abreast(id="reading"):
                    yield Columns(id="columns")
                    yield Minimap(id="minimap")
                yield Bar(id="viewhead", ground="mast")
                yield Entries(id="view")
                yield Entries(id="curtain")
            with Stacked(id="side"):
                yield Bar(id="listhead", ground="side")
                yield Entries(id="list", ground="side")
                yield Bar(id="listfoot", ground="side")
            with Stacked(id="lower"):
                yield Rule(id="rule")
                yield Entries(id="pane", yields=True)
        yield Input(id="prompt", compact=True)
        yield Bar(id="keys")

    @property
    def columns(self) -> Columns:
        """The reading view."""
        return self.query_one("#columns", Columns)

    def entries(self, name: str) -> Entries:
        """Return the list of entries with this id."""
        return self.query_one(f"#{name}", Entries)

    def bar(self, name: str) -> Bar:
        """Return the bar with this id."""
        return self.query_one(f"#{name}", Bar)

    def mark_of(self, fact: Fact) -> Mark:
        """Return the mark of a fact."""
        return self.book.decision(fact).mark

    def decision_of(self, fact: Fact) -> Decision:
        """Return the decision about a fact."""
        return self.book.decision(fact)

    @property
    def fact(self) -> Fact | None:
        """The fact that the lower pane explains."""
        return self.scene.story.facts.get(self.spot.fact or "") if self.scene else None

    def stage(self, collation: Collation, place: Place | None = None) -> None:
        """Show a collation anew, at ``place`` or as near to the present place as there is."""
        passage, fact = self.spot.passage, self.spot.fact
        self.scene = scene = staged(collation, self.base, self.sieve, self.mark_of)
        self.base = scene.base
        if place is None and passage in scene.story.passages and passage is not None:
            place = scene.place_of_passage(passage, fact)
        self.spot = place or scene.place(self.spot.row, min(self.spot.lane, len(scene.grid.sigla) - 1), fact)
        self.own_article = scene.grid.sigla[self.spot.lane]
        self.show_columns()
        self.show_list()
        self.tell()

    def restage(self) -> None:
        """Show the same story with another sieve, base article or order."""
        if self.scene:
            self.stage(self.scene.story.collation)

    def show_columns(self) -> None:
        """Give the columns their lanes."""
        scene = self.scene
        if scene is None:
            return
        if self.own:
            lanes = tuple(Lane(strand.siglum, strand.cells) for strand in scene.strands)
        else:
            solo = tuple(sum(map(bool, row)) == 1 for row in scene.grid.rows)
            cells = list(zip(*scene.grid.rows, strict=True))
            lanes = tuple(Lane(siglum, cells[lane], solo) for lane, siglum in enumerate(scene.grid.sigla))
        self.columns.show(lanes, self.cursor(), self.marks_of, common=not self.own)
        self.columns.map([] if self.own else scene.graves())

    def cursor(self) -> Cursor:
        """Return the cursor of the columns for the present place."""
        if self.own and self.scene:
            return Cursor(self.scene.own_row(self.spot), self.spot.lane, self.scene.matched(self.spot), self.spot.fact)
        return Cursor(self.spot.row, self.spot.lane, fact=self.spot.fact)

    def marks_of(self, passage: str, fact: str | None) -> tuple[Highlight, ...]:
        """Return the highlights of a passage, search hits among them; those of ``fact`` go before others on the same words."""
        if self.scene is None:
            return ()
        hits = self.hits.get(passage, ())
        chosen = self.columns.chosen
        if chosen is not None and chosen.passage == passage:
            hits = (*hits, (chosen.start, chosen.end))
        return highlights(self.scene.story, passage, self.scene.shown, hits, fact)

    def headings(self) -> tuple[Heading, ...]:
        """Return what stands above the columns."""
        if self.scene is None:
            return ()
        found = []
        for siglum in self.scene.grid.sigla:
            stated = self.scene.story.articles[siglum].metadata
            updated = " upd." if stated.updated and not stated.published else ""
            dated = day(stated.published or stated.updated) + updated
            found.append(Heading(siglum, self.scene.story.outlet(siglum), dated, stated.headline or ""))
        return tuple(found)

    def show_list(self) -> None:
        """Fill the list of divergences, and count them for the line above."""
        if self.scene:
            self.entries("list").show(listed(self.scene.facts, self.decision_of), self.place_in_list(), keep=True)
            self.counts = counts(self.scene.story, self.mark_of)
            self.tell_top()

    def place_in_list(self) -> int | None:
        """Return where the fact under the cursor stands in the list."""
        return self.scene.place_in_list.get(self.spot.fact or "") if self.scene else None

    def go(self, place: Place, *, top: bool = False) -> None:
        """Move the reader to ``place``."""
        if place == self.spot:
            return
        if place.fact != self.spot.fact:
            self.pair = 0
        self.spot = place
        self.own_article = self.scene.grid.sigla[place.lane] if self.scene else ""
        self.columns.place(self.cursor(), top=top)
        self.tell()

    def tell_top(self) -> None:
        """Show the story and its counts."""
        raise NotImplementedError

    def tell(self) -> None:
        """Bring bars, list and lower pane in line with the place; the screen's other parts extend it."""

    def say(self, sentence: str) -> None:
        """Show a sentence in the bottom line until the next key."""
        raise NotImplementedError
