"""The raw text of an article as it was received, before anything is taken away."""

from dataclasses import dataclass, field
from enum import StrEnum


class Format(StrEnum):
    """The form in which an article arrived."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    EMAIL = "email"
    FEED = "feed"


class LineRole(StrEnum):
    """What the form itself says of a line: plain text says nothing, Markdown and web pages mark headings and the like."""

    UNMARKED = "unmarked"
    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ENTRY = "entry"
    QUOTE = "quote"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One line of copy; an empty text is a blank line, which ends a paragraph."""

    text: str
    """The line as printed, controls made visible, without its line break."""
    number: int | None = None
    """1-based line of the source file; ``None`` where the form has no lines, as a web page has none."""
    role: LineRole = LineRole.UNMARKED
    """What the form says of the line."""
    breaks: tuple[int, ...] = ()
    """Where, in its text, each further line of the source file begins, for a paragraph that was wrapped."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated about an article; ``None`` or empty where nothing is stated, never a guess."""

    headline: str | None = None
    """The headline as printed."""
    outlet: str | None = None
    """The name of the publication."""
    agency: str | None = None
    """The news agency credited with the text, such as Reuters."""
    byline: tuple[str, ...] = ()
    """The authors' names, in the order printed."""
    published: str | None = None
    """ISO 8601 as far as it is stated: ``2024-06-21T02:50``, ``2024-06-21``."""
    updated: str | None = None
    """When the text was last changed, in the form of ``published``."""
    language: str | None = None
    """ISO 639-1 code of the article's language."""
    address: str | None = None
    """The address the article was published at."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article's raw text as received."""

    source: str
    """The path or address as the user gave it."""
    format: Format
    """The form it arrived in."""
    lines: tuple[CopyLine, ...]
    """Every line, blank ones too."""
    stated: Metadata = field(default_factory=Metadata)
    """What the form itself states: front matter, meta elements, headers."""
