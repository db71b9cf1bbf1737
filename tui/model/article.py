"""One party to the comparison: its furniture, its passages and what was taken away."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from tui.model.rawcopy import Format, Metadata

_DAY: Final = len("2024-06-19")
DROPPED: Final = "dropped by hand"
"""The reason of a line that cleaning kept and a person took away."""


class PassageKind(StrEnum):
    """The place a passage has in its article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line that cleaning took away, kept so that a reader can see it and bring it back."""

    line: int | None
    """1-based line of the source file, ``None`` for a form without lines."""
    text: str
    """The line as printed."""
    reason: str
    """Why it was taken away, in words a reader understands: ``related articles``."""
    doubtful: bool = False
    """True where cleaning was not sure that it does not belong to the article."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that cleaning kept, not yet split into passages."""

    kind: PassageKind
    """Its place in the article."""
    text: str
    """The paragraph as printed."""
    line: int | None = None
    """1-based line of the source file it begins on."""
    doubtful: bool = False
    """True where cleaning was not sure that it belongs to the article."""
    breaks: tuple[int, ...] = ()
    """Where, in its text, each further line of the source file begins, for a paragraph that was printed on several lines."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning makes of copy."""

    source: str
    """The path or address as the user gave it."""
    format: Format
    """The form it arrived in."""
    metadata: Metadata
    """What the form and the furniture state."""
    paragraphs: tuple[Paragraph, ...]
    """Everything kept, in reading order."""
    removed: tuple[RemovedLine, ...]
    """Everything taken away, in reading order."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence as printed; the unit that is aligned."""

    id: str
    """Siglum and running number, ``A1``."""
    siglum: str
    """The article it stands in."""
    kind: PassageKind
    """Its place in the article."""
    paragraph: int
    """Running number of its paragraph, from 1."""
    line: int | None
    """1-based line of the source file it begins on; ``None`` for a form without lines."""
    text: str
    """The sentence exactly as printed."""
    folded: str
    """The sentence with its typography levelled (quotation marks, dashes, spaces), one character for one, so that an offset in
    one is an offset in the other; rules and matching read this, readers read ``text``."""
    doubtful: bool = False
    """True where cleaning was not sure that it belongs to the article."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the comparison."""

    siglum: str
    """Its letter: A, B … Z, AA, AB …, in the order given."""
    source: str
    """The path or address as the user gave it."""
    format: Format
    """The form it arrived in."""
    metadata: Metadata = field(default_factory=Metadata)
    """Headline, outlet, byline and times."""
    passages: tuple[Passage, ...] = ()
    """Everything kept, in reading order."""
    removed: tuple[RemovedLine, ...] = ()
    """Everything taken away, in reading order."""

    @property
    def day(self) -> date | None:
        """Return the day it says it was published, or else last changed; ``None`` where it names no full day."""
        try:
            return date.fromisoformat((self.metadata.published or self.metadata.updated or "")[:_DAY])
        except ValueError:
            return None
