"""What a view is made of: entries of lines of toned pieces, with no screen in them."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a piece of text means to the eye; a theme gives each tone its colour and weight."""

    TEXT = "text"
    FAINT = "faint"
    STRONG = "strong"
    ITALIC = "italic"
    ACCENT = "accent"
    RULE = "rule"
    AGREE = "agree"
    CONFLICT = "conflict"
    DIFFERS = "differs"
    PRECISION = "precision"
    SPELLING = "spelling"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    OMISSION = "omission"
    ODD = "odd"
    BESIDE = "beside"
    GONE = "gone"
    COME = "come"
    HIT = "hit"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one tone."""

    text: str
    """The words to show."""
    tone: Tone = Tone.TEXT
    """What they mean to the eye."""
    at: int | None = None
    """The column to begin at, in cells from the left; ``None`` right after the piece before. What runs into it is cut."""
    plain: bool = False
    """True where the piece takes the tone's colour without its underline or weight."""
    block: bool = False
    """True where the piece is a block of the tone's colour with the text cut out of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a view, or one paragraph where it wraps."""

    pieces: tuple[Piece, ...] = ()
    """What stands from the left."""
    right: tuple[Piece, ...] = ()
    """What stands at the right edge; the left gives way to it."""
    indent: int | None = None
    """``None`` for a line that is cut at the edge, else the column at which the lines of a wrapped paragraph go on."""
    fill: bool = False
    """True where a rule fills the space between left and right."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A few lines of a view that the cursor takes together, and what they stand for."""

    lines: tuple[Line, ...]
    """The lines, top to bottom."""
    passage: str | None = None
    """The passage it stands for; Enter opens it."""
    fact: str | None = None
    """The fact it stands for."""
    rests: bool = True
    """True where the cursor may rest on it; a heading is passed over."""
    key: str = ""
    """What a command needs of it: a removed line's place, a mark."""


@dataclass(frozen=True, slots=True)
class Page:
    """A view other than the reading one: lines that stay at the top, and entries that scroll below."""

    head: tuple[Line, ...]
    """Title and column heads."""
    entries: tuple[Entry, ...]
    """What the cursor moves through."""


def words(text: str, tone: Tone = Tone.TEXT) -> Line:
    """Return a line of one piece."""
    return Line((Piece(text, tone),))


def prose(text: str, tone: Tone = Tone.TEXT, indent: int = 0) -> Line:
    """Return a paragraph that wraps and goes on at ``indent``."""
    return Line((Piece(text, tone, indent or None),), indent=indent)


BLANK = Line()
