"""Which passages of different articles tell the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles that tell the same, ``a`` before ``b`` in the order of the sigla."""

    a: str
    """The passage of the earlier article."""
    b: str
    """The passage of the later article."""
    likeness: float
    """How much they tell the same, 0 to 1."""
    covered_a: float = 1.0
    """The share of ``a`` that ``b`` tells too, 0 to 1."""
    covered_b: float = 1.0
    """The share of ``b`` that ``a`` tells too, 0 to 1."""
    why: tuple[str, ...] = ()
    """The words, names and numbers that made the link, strongest first."""
    by_hand: bool = False
    """True where a person made it."""
    another_day: bool = False
    """True where both passages name days and have none in common: they may tell of two events in the same words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The nearest passage of another article to a passage that has no link there, so that a silence can be defended."""

    passage: str
    """The passage without a counterpart."""
    nearest: str
    """The passage of the other article that is most like it."""
    likeness: float
    """How much they tell the same, 0 to 1, below the threshold of a link."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two passages of different articles that are not linked and may be about one event or one state of one thing all the same.

    It is evidence for comparing what they say, weaker than a link and never shown as one.
    """

    a: str
    """The passage of the earlier article."""
    b: str
    """The passage of the later article."""
    likely: float
    """How likely a reader sets them against one another, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Point:
    """A story point: a group of linked passages."""

    id: str
    """``P1``, ``P2`` … in reading order of the first article that tells it."""
    label: str
    """A few words in the articles' own terms."""
    passages: tuple[str, ...]
    """The passages, in the order of the sigla and then of reading."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links, the points they span, the candidates that stayed below and what may be about one thing nevertheless."""

    links: tuple[Link, ...] = ()
    """Every link, in reading order."""
    points: tuple[Point, ...] = ()
    """Every story point; a body passage is in at most one."""
    candidates: tuple[Candidate, ...] = ()
    """For every unlinked passage and other article, the nearest passage there."""
    near: tuple[Near, ...] = ()
    """The pairs neither linked nor in one point that are likeliest about one thing, in reading order; none in a large story."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What a person decided by hand about a story; it outranks what the engine found."""

    linked: frozenset[tuple[str, str]] = frozenset()
    """Pairs of passage ids that a person linked, each in the order of the sigla."""
    cut: frozenset[tuple[str, str]] = frozenset()
    """Pairs of passage ids whose link a person cut."""
    restored: frozenset[tuple[str, str]] = frozenset()
    """Removed lines to keep after all: source and the line's text."""
    dropped: frozenset[tuple[str, str]] = frozenset()
    """Doubtful paragraphs to take away after all: source and the paragraph's text."""
