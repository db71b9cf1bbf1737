"""The discrepancy sheet: the facts that were chosen, each with its readings in their places and what a reader decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.model.article import Article, Passage
from tui.model.collation import Collation, Fact, Reading, Verdict
from tui.model.triage import Decision, Mark, Orphan
from tui.present.story import Story


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts go on the sheet."""

    verdicts: frozenset[Verdict] = frozenset(Verdict) - {Verdict.AGREE}
    """The verdicts to take."""
    priority: int = 3
    """The least priority to take: 1 takes the gravest alone, 3 all."""
    marked: bool = False
    """True to take only what a reader has marked or noted."""

    def takes(self, fact: Fact, decision: Decision) -> bool:
        """Return whether a fact with its decision goes on the sheet."""
        return fact.verdict in self.verdicts and fact.priority <= self.priority and (decision.touched or not self.marked)


@dataclass(frozen=True, slots=True)
class Told:
    """One reading in its place."""

    reading: Reading
    """The words and their value."""
    article: Article
    """The article they stand in."""
    passage: Passage
    """The sentence they stand in."""
    likeness: float | None
    """How much the sentence tells the same as the likest sentence of another reading; ``None`` where none was linked to it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact on the sheet."""

    fact: Fact
    """The fact."""
    told: tuple[Told, ...]
    """Its readings, in the order of the articles."""
    decision: Decision
    """What a reader decided."""


@dataclass(frozen=True)
class Sheet:
    """A collation and the facts of it that were chosen."""

    collation: Collation
    """The articles and everything known about them."""
    facts: tuple[Fact, ...]
    """The facts chosen, most important first."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """What was decided, by the fact's id."""
    orphans: tuple[Orphan, ...] = ()
    """Decisions whose facts the articles no longer hold."""

    @cached_property
    def story(self) -> Story:
        """The collation with its cross-references."""
        return Story(self.collation)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """One row for each fact chosen."""
        return tuple(Row(fact, self._told(fact), self.decisions.get(fact.id, Decision())) for fact in self.facts)

    @property
    def conflicts(self) -> int:
        """How many of the rows are conflicts that nobody dismissed."""
        return sum(row.fact.verdict is Verdict.CONFLICT and row.decision.mark is not Mark.DISMISSED for row in self.rows)

    def _told(self, fact: Fact) -> tuple[Told, ...]:
        """Return the readings of a fact in their places."""
        story = self.story
        places = {reading.passage for reading in fact.readings}
        return tuple(
            Told(r, story.articles[r.article], story.passages[r.passage], _likest(story, r.passage, places))
            for r in fact.readings
        )


def sheet(
    collation: Collation,
    choice: Choice = Choice(),
    decisions: Mapping[str, Decision] = {},
    orphans: Sequence[Orphan] = (),
) -> Sheet:
    """Return the sheet of a collation with the facts that a choice takes."""
    facts = tuple(fact for fact in collation.facts if choice.takes(fact, decisions.get(fact.id, Decision())))
    return Sheet(collation, facts, decisions, tuple(orphans))


def _likest(story: Story, passage: str, places: set[str]) -> float | None:
    """Return the likeness of the strongest link from a passage to others of a fact."""
    ends = ((link.b if link.a == passage else link.a, link.likeness) for link in story.links_of.get(passage, ()))
    return next((likeness for other, likeness in ends if other in places), None)
