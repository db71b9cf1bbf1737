"""The collation: the articles, what links them and on which details they part."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.detail import Extraction, Kind


class Verdict(StrEnum):
    """What is said of the readings of one detail; the words of the JSON report."""

    AGREE = "agree"
    CONFLICT = "conflict"
    DIFFERS = "differs"
    PRECISION = "precision"
    SPELLING = "spelling"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    OMISSION = "omission"


NO_SOURCE: Final = "no source"
"""The value of a reading that tells as its own what another article credits to a source."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gives for one detail."""

    article: str
    """The siglum."""
    passage: str
    """The id of the passage it stands in."""
    text: str
    """The words exactly as printed, a substring of the passage."""
    start: int
    """Where they begin in the passage's text, in code points."""
    end: int
    """Where they end."""
    value: str | None = None
    """The normalised value; ``None`` where there is nothing to normalise."""
    odd: bool = False
    """True for a reading that parts from the majority of the articles."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The readings of one detail across articles, with a verdict."""

    id: str
    """``F1``, ``F2`` … most important first."""
    point: str | None
    """The story point the readings stand in; ``None`` where they share none."""
    kind: Kind
    """The kind of detail."""
    topic: str
    """A few words a reader understands: ``time since last visit``."""
    verdict: Verdict
    """What is said of the readings."""
    priority: int
    """1 must be checked before publishing, 2 worth a look, 3 style."""
    readings: tuple[Reading, ...]
    """Every article's reading, in the order of the sigla and then of reading."""
    silent: tuple[str, ...]
    """Sigla of the articles that take part in the story and say nothing on it."""
    note: str
    """One sentence that says what differs."""
    why: tuple[str, ...] = ()
    """The evidence that the readings speak of one thing, strongest first, in plain words."""


@dataclass(frozen=True, slots=True)
class Copying:
    """Passages that one article has word for word from another or from a common original."""

    source: str
    """The siglum of the article that seems to be the source: the earlier one, else the one with more of the text."""
    copy: str
    """The siglum of the article that has the same words."""
    share: float
    """The share of the copy's body words that stand in the source too, 0 to 1."""
    passages: tuple[tuple[str, str], ...]
    """The pairs of passages, source first."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Who has what from whom."""

    copying: tuple[Copying, ...] = ()
    """Every pair of articles that share wording beyond chance."""
    independent: int = 0
    """Articles left when shared wire copy counts once."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A source that could not become an article, and why, in one sentence."""

    source: str
    """The path or address as the user gave it."""
    sentence: str
    """One clear sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Collation:
    """Everything that is known about the articles together."""

    articles: tuple[Article, ...] = ()
    """The articles, in the order given."""
    extractions: tuple[Extraction, ...] = ()
    """What the detail rules found, one for each article."""
    alignment: Alignment = Alignment()
    """Links, story points and near misses."""
    facts: tuple[Fact, ...] = ()
    """Every fact, agreeing ones too, most important first."""
    sourcing: Sourcing = Sourcing()
    """Who has what from whom."""
    problems: tuple[Problem, ...] = ()
    """Sources that could not be read."""
