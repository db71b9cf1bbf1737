"""Which divergences the reader wants to see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tui.model.collation import Fact, Verdict
from tui.model.detail import Kind
from tui.model.triage import Mark
from tui.present.plain import counted
from tui.present.signs import SIGNS
from tui.present.story import Story

MINOR: Final = 3
"""The priority of what is style."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is let through; an empty set lets everything through."""

    kinds: frozenset[Kind] = frozenset()
    """Kinds of detail."""
    verdicts: frozenset[Verdict] = frozenset()
    """Verdicts."""
    priorities: frozenset[int] = frozenset()
    """Priorities, 1 to 3."""
    marks: frozenset[Mark] = frozenset()
    """Marks."""
    articles: frozenset[str] = frozenset()
    """Sigla; a fact passes where one of them gives a reading."""
    minor_hidden: bool = False
    """True where style is kept out."""

    @property
    def narrows(self) -> bool:
        """Whether anything but minor divergences is kept out."""
        return bool(self.kinds or self.verdicts or self.priorities or self.marks or self.articles)

    def lets(self, fact: Fact, mark: Mark) -> bool:
        """Return whether a fact with its mark passes."""
        return (
            (not self.kinds or fact.kind in self.kinds)
            and (not self.verdicts or fact.verdict in self.verdicts)
            and (not self.priorities or fact.priority in self.priorities)
            and (not self.marks or mark in self.marks)
            and (not self.articles or any(reading.article in self.articles for reading in fact.readings))
            and not (self.minor_hidden and fact.priority >= MINOR)
        )

    def __str__(self) -> str:
        """Return what is shown, in a few words."""
        words = [
            *(SIGNS[verdict].word.lower() for verdict in Verdict if verdict in self.verdicts),
            *(str(kind) for kind in Kind if kind in self.kinds),
            *(f"priority {priority}" for priority in sorted(self.priorities)),
            *(str(mark) for mark in Mark if mark in self.marks),
            *sorted(self.articles),
        ]
        return ", ".join(words) or "all kinds"


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of the header."""

    conflicts: int = 0
    """Divergences that are conflicts."""
    divergences: int = 0
    """All divergences."""
    undecided: int = 0
    """Divergences still open."""

    def __str__(self) -> str:
        """Return the counts as the header shows them."""
        return f"{counted(self.conflicts, 'conflict')} · {counted(self.divergences, 'divergence')} · {self.undecided} open"

    @property
    def brief(self) -> str:
        """The counts for a narrow screen."""
        return f"{counted(self.conflicts, 'conflict')} · {self.undecided} open"


def sifted(story: Story, sieve: Sieve, mark_of: Callable[[Fact], Mark]) -> tuple[Fact, ...]:
    """Return the divergences that pass, most important first."""
    return tuple(fact for fact in story.divergences if sieve.lets(fact, mark_of(fact)))


def counts(story: Story, mark_of: Callable[[Fact], Mark]) -> Counts:
    """Return how many divergences there are and how many are still open."""
    return Counts(
        sum(fact.verdict is Verdict.CONFLICT for fact in story.divergences),
        len(story.divergences),
        sum(mark_of(fact) is Mark.OPEN for fact in story.divergences),
    )
