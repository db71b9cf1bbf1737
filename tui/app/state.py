"""Where the reader is and what she sees, apart from any widget."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.model.collation import Collation, Fact
from tui.model.triage import Mark
from tui.present.grid import Grid, Strand, aligned, counterpart, own_order
from tui.present.lines import Tone
from tui.present.sieve import MINOR, Sieve, sifted
from tui.present.signs import SIGNS
from tui.present.story import Story


class View(StrEnum):
    """The views of one collation."""

    READING = "reading"
    FACTS = "facts"
    QUOTATIONS = "quotations"
    SOURCES = "sources"
    TIMELINE = "timeline"
    SHEET = "sheet"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is; every view shows the same place in its own way."""

    row: int = 0
    """The row of the aligned grid."""
    lane: int = 0
    """The column of the article."""
    passage: str | None = None
    """The passage under the cursor; ``None`` where the article is silent on the row."""
    fact: str | None = None
    """The fact that the lower pane explains; ``None`` where the row has none."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where ``n`` and ``p`` halt: one divergence."""

    row: int
    """The row of its reading in the reader's own article where it has one there, else the row with most of its readings."""
    lane: int
    """The column of that reading, else of the first in the row."""
    start: int
    """Where that reading begins in its passage."""
    fact: str
    """The fact."""


@dataclass(frozen=True, slots=True)
class Course:
    """The way from divergence to divergence."""

    stops: tuple[Stop, ...]
    """The stops in reading order, one for each divergence shown."""
    place_of: Mapping[str, int]
    """Where each divergence stands among the stops."""


@dataclass(frozen=True)
class Scene:
    """A story as it is shown: with a base article and with the divergences that a sieve lets through."""

    story: Story
    """The story."""
    base: str
    """The siglum of the base article."""
    facts: tuple[Fact, ...]
    """The divergences shown, most important first."""

    @cached_property
    def grid(self) -> Grid:
        """The aligned rows."""
        return aligned(self.story, self.base)

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """Each article in its own order, in the grid's columns."""
        return own_order(self.story, self.base)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The ids of the divergences shown."""
        return frozenset(fact.id for fact in self.facts)

    @cached_property
    def place_in_list(self) -> Mapping[str, int]:
        """Where each divergence shown stands in the list."""
        return {fact.id: place for place, fact in enumerate(self.facts)}

    @cached_property
    def minor(self) -> int:
        """How many divergences of the story are style."""
        return sum(fact.priority >= MINOR for fact in self.story.divergences)

    @cached_property
    def _courses(self) -> dict[int | None, Course]:
        """The courses worked out so far, by the column of the reader's own article."""
        return {}

    def course(self, home: int | None = None) -> Course:
        """Return where ``n`` and ``p`` halt for a reader of column ``home``; ``None`` for one who has all articles before her."""
        if home not in self._courses:
            found = sorted((self.stop(fact, home) for fact in self.facts), key=lambda stop: (stop.row, stop.lane, stop.start))
            self._courses[home] = Course(tuple(found), {stop.fact: number for number, stop in enumerate(found)})
        return self._courses[home]

    @cached_property
    def facts_in(self) -> Mapping[int, tuple[Fact, ...]]:
        """The divergences shown in each row, most important first."""
        found: dict[int, dict[str, Fact]] = {}
        for fact in self.facts:
            for reading in fact.readings:
                row = self.grid.row_of.get(reading.passage)
                if row is not None:
                    found.setdefault(row, {})[fact.id] = fact
        return {row: tuple(facts.values()) for row, facts in found.items()}

    def stop(self, fact: Fact, home: int | None = None) -> Stop:
        """Return where a fact is shown: the row with most of its readings, the first of equals.

        Rows that hold a reading of column ``home`` go before all others.
        """
        told = [(self.grid.row_of.get(r.passage, 0), self.grid.column_of(r.article), r.start) for r in fact.readings]
        rows = [row for row, _, _ in told]
        eligible = [reading for reading in told if reading[1] == home] or told
        row = max((row for row, _, _ in eligible), key=lambda row: (rows.count(row), -row))
        _, lane, start = next(reading for reading in eligible if reading[0] == row)
        return Stop(row, lane, start, fact.id)

    def place(self, row: int, lane: int, fact: str | None = None) -> Place:
        """Return the place at a row and column with the fact that belongs to it, ``fact`` itself where it stands in the row."""
        row = max(0, min(row, len(self.grid.rows) - 1))
        cell = self.grid.rows[row][lane] if self.grid.rows else ()
        passage = cell[0].id if cell else None
        here = self.facts_in.get(row, ())
        if fact is None or all(other.id != fact for other in here):
            mine = [f for f in here if any(reading.passage in {p.id for p in cell} for reading in f.readings)]
            fact = next((found.id for found in (*mine, *here)), None)
        return Place(row, lane, passage, fact)

    def lanes_of(self, fact: Fact, row: int) -> tuple[int, ...]:
        """Return the columns of the articles that tell a fact in a row."""
        told = {self.grid.column_of(r.article) for r in fact.readings if self.grid.row_of.get(r.passage) == row}
        return tuple(sorted(told))

    def place_of_fact(self, fact: Fact, lane: int, home: int | None = None) -> Place:
        """Return the place of a reading of a fact: in column ``home`` where it is told there, else where its stop is.

        In the stop's row column ``lane`` goes before the others.
        """
        stop = self.stop(fact, home)
        told = {
            self.grid.column_of(r.article): r.passage for r in fact.readings[::-1] if self.grid.row_of.get(r.passage) == stop.row
        }
        found = next((column for column in (home, lane, stop.lane) if column in told), None)
        return self.place(stop.row, stop.lane) if found is None else Place(stop.row, found, told[found], fact.id)

    def place_of_passage(self, passage: str, fact: str | None = None) -> Place:
        """Return the place of a passage."""
        siglum = self.story.passages[passage].siglum
        place = self.place(self.grid.row_of[passage], self.grid.column_of(siglum), fact)
        return Place(place.row, place.lane, passage, place.fact)

    def graves(self) -> Sequence[tuple[int, str, Tone]]:
        """Return bar and tone of the gravest divergence of each row that has one, the gravest last."""
        signs = [(row, SIGNS[facts[0].verdict], facts) for row, facts in self.facts_in.items()]
        gravest = [(row, min((SIGNS[fact.verdict] for fact in facts), key=lambda sign: sign.rank)) for row, _, facts in signs]
        return [(row, sign.bar, sign.tone) for row, sign in sorted(gravest, key=lambda pair: -pair[1].rank)]

    def own_row(self, place: Place) -> int:
        """Return the row of the place in its article's own order; where the article is silent, the row it last told something."""
        strand = self.strands[place.lane]
        if place.passage is not None and place.passage in strand.place_of:
            return strand.place_of[place.passage]
        for row in range(place.row, -1, -1):
            if cell := self.grid.rows[row][place.lane]:
                return strand.place_of[cell[-1].id]
        return 0

    def matched(self, place: Place) -> dict[int, int]:
        """Return the row, in its own order, of what matches the place in every other article that tells it."""
        found = {}
        for lane, strand in enumerate(self.strands):
            other = counterpart(self.story, place.passage, strand.siglum) if place.passage and lane != place.lane else None
            if other is not None:
                found[lane] = strand.place_of[other]
        return found


def staged(collation: Collation, base: str | None, sieve: Sieve, mark_of: Callable[[Fact], Mark]) -> Scene:
    """Return the scene of a collation; without a ``base`` among the articles the first is the base article."""
    story = Story(collation)
    return Scene(story, base if base is not None and base in story.articles else story.sigla[0], sifted(story, sieve, mark_of))
