"""The command line's words, parsed once into frozen values."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from tui import __version__


class ReportFormat(StrEnum):
    """The forms a report is written in."""

    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


class ReadFormat(StrEnum):
    """The forms in which ``read`` prints an article."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class DeskCall:
    """Open the reading desk."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""


@dataclass(frozen=True, slots=True)
class ReportCall:
    """Write the collation with no screen."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""
    format: ReportFormat
    """The form to write."""
    output: Path | None
    """The file to write to; ``None`` for standard output."""


@dataclass(frozen=True, slots=True)
class ReadCall:
    """Print each article by itself."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""
    format: ReadFormat
    """The form to print."""


Call = DeskCall | ReportCall | ReadCall

_ARTICLES: Final = "a file, a folder of articles, an http(s) address, or - for standard input"
_EPILOG: Final = """\
other calls:
  sidebyline report …   the same collation as a document, with no screen
  sidebyline read …     each article by itself, as the program understood it

Add --help after either for its options."""


def parse(words: Sequence[str]) -> Call:
    """Return what the words of the command line ask for; ends the program with status 2 where they ask for nothing known."""
    match words:
        case ["report", *rest]:
            return _report(rest)
        case ["read", *rest]:
            return _read(rest)
        case _:
            return _desk(words)


def _parser(name: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    """Return a parser that accepts no shortened option names, so that a later option breaks nobody's script."""
    parser = argparse.ArgumentParser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("sources", nargs="*", metavar="PATH_OR_URL", help=_ARTICLES)
    return parser


def _desk(words: Sequence[str]) -> DeskCall:
    """Parse the call that opens the desk."""
    parser = _parser("sidebyline", "Lay articles on one story side by side and see on which details they part.", _EPILOG)
    parser.add_argument("--version", action="version", version=f"sidebyline {__version__}")
    given = parser.parse_args(words)
    return DeskCall(tuple(given.sources))


def _report(words: Sequence[str]) -> ReportCall:
    """Parse the call that writes a report."""
    parser = _parser("sidebyline report", "Write what the articles agree and part on, with no screen.")
    parser.add_argument("--format", type=ReportFormat, choices=tuple(ReportFormat), default=ReportFormat.MARKDOWN)
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to a file instead of standard output")
    given = parser.parse_args(words)
    if not given.sources:
        parser.error("name at least two articles")
    return ReportCall(tuple(given.sources), given.format, given.output)


def _read(words: Sequence[str]) -> ReadCall:
    """Parse the call that prints articles by themselves."""
    parser = _parser("sidebyline read", "Print each article by itself, as the program understood it.")
    parser.add_argument("--format", type=ReadFormat, choices=tuple(ReadFormat), default=ReadFormat.TEXT)
    given = parser.parse_args(words)
    if not given.sources:
        parser.error("name an article")
    return ReadCall(tuple(given.sources), given.format)
