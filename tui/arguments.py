"""The command line's words, parsed once into frozen values."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from tui import __version__
from tui.model.collation import Verdict
from tui.present.report import Choice, ReportFormat


class ReadFormat(StrEnum):
    """The forms in which ``read`` prints an article."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class DeskCall:
    """Open the reading desk."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given; none to choose among the stories opened before."""
    watch: bool = False
    """Collate again when a file changes."""
    mouse: bool = True
    """Take the mouse from the terminal."""


@dataclass(frozen=True, slots=True)
class ReportCall:
    """Write the collation with no screen."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""
    format: ReportFormat
    """The form to write."""
    choice: Choice
    """The facts to write."""
    output: Path | None
    """The file to write to; ``None`` for standard output."""
    fail_on: frozenset[Verdict]
    """The verdicts that give the exit status 3 where the report holds one that nobody dismissed."""


@dataclass(frozen=True, slots=True)
class ReadCall:
    """Print each article by itself."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""
    format: ReadFormat
    """The form to print."""


@dataclass(frozen=True, slots=True)
class SaveCall:
    """Save a story as one file."""

    sources: tuple[str, ...]
    """Files, folders and addresses, as given."""
    output: Path
    """The file to write."""


Call = DeskCall | ReportCall | ReadCall | SaveCall

_DIVERGENCES: Final = frozenset(Verdict) - {Verdict.AGREE}
_ARTICLES: Final = "a file, a folder of articles, an http(s) address, a .sidebyline file, or - for standard input"
_VERDICTS: Final = ", ".join(Verdict)
_DESK_EPILOG: Final = """\
Without articles it lists the stories opened before.

other calls:
  sidebyline report …   the same collation as a document, with no screen
  sidebyline read …     each article by itself, as the program understood it
  sidebyline save …     articles, marks and notes as one .sidebyline file

Add --help after any of them for its options."""
_REPORT_EPILOG: Final = f"""\
VERDICTS are one or more of {_VERDICTS}, parted by commas;
"divergences" stands for all but agree, "all" for every one.
A json report holds all unless told otherwise, the other forms hold divergences.

exit status: 0 done; 1 an article could not be read, or fewer than two were left; 2 wrong usage; 3 see --fail-on"""


def parse(words: Sequence[str]) -> Call:
    """Return what the words of the command line ask for; ends the program with status 2 where they ask for nothing known."""
    match words:
        case ["report", *rest]:
            return _report(rest)
        case ["read", *rest]:
            return _read(rest)
        case ["save", *rest]:
            return _save(rest)
        case _:
            return _desk(words)


def verdicts(words: str) -> frozenset[Verdict]:
    """Return the verdicts named in words parted by commas, singular or plural; raises ``ValueError`` for an unknown one."""
    named: dict[str, frozenset[Verdict]] = {"all": frozenset(Verdict), "divergences": _DIVERGENCES, "divergence": _DIVERGENCES}
    named |= {form: frozenset({verdict}) for verdict in Verdict for form in (verdict.value, f"{verdict}s")}
    names = [word.strip().lower() for word in words.split(",")]
    if unknown := [name for name in names if name not in named]:
        sentence = f"“{unknown[0]}” is no verdict; there are {_VERDICTS}, divergences, all"
        raise argparse.ArgumentTypeError(sentence)
    return frozenset().union(*(named[name] for name in names))


def _parser(name: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    """Return a parser that takes no shortened option names, so that a later option breaks nobody's script."""
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
    parser = _parser("sidebyline", "Lay articles on one story side by side and see on which details they part.", _DESK_EPILOG)
    parser.add_argument("--watch", action="store_true", help="collate again when a file changes")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"sidebyline {__version__}")
    given = parser.parse_args(words)
    return DeskCall(tuple(given.sources), given.watch, not given.no_mouse)


def _report(words: Sequence[str]) -> ReportCall:
    """Parse the call that writes a report."""
    parser = _parser("sidebyline report", "Write what the articles agree and part on, with no screen.", _REPORT_EPILOG)
    add = parser.add_argument
    add("--format", choices=[form.value for form in ReportFormat], default=ReportFormat.MARKDOWN.value)
    add("--output", type=Path, metavar="FILE", help="write to a file instead of standard output, whole or not at all")
    add("--only", type=verdicts, metavar="VERDICTS", help="facts with these verdicts alone")
    add("--priority", type=int, choices=(1, 2, 3), default=3, help="facts at least as grave: 1 what must be checked, 2, 3 all")
    add("--marked", action="store_true", help="facts that you marked or noted alone")
    add("--fail-on", type=verdicts, metavar="VERDICTS", default=frozenset(), help="exit status 3 where the report holds one")
    given = parser.parse_intermixed_args(words)
    if not given.sources:
        parser.error("name at least two articles")
    form = ReportFormat(given.format)
    usual = frozenset(Verdict) if form is ReportFormat.JSON else _DIVERGENCES
    choice = Choice(given.only or usual, given.priority, given.marked)
    return ReportCall(tuple(given.sources), form, choice, given.output, given.fail_on)


def _read(words: Sequence[str]) -> ReadCall:
    """Parse the call that prints articles by themselves."""
    parser = _parser("sidebyline read", "Print each article by itself, as the program understood it.")
    parser.add_argument("--format", choices=[form.value for form in ReadFormat], default=ReadFormat.TEXT.value)
    given = parser.parse_intermixed_args(words)
    if not given.sources:
        parser.error("name an article")
    return ReadCall(tuple(given.sources), ReadFormat(given.format))


def _save(words: Sequence[str]) -> SaveCall:
    """Parse the call that saves a story."""
    parser = _parser("sidebyline save", "Save articles with your marks and notes as one file, to be opened elsewhere.")
    parser.add_argument("--output", type=Path, metavar="FILE", required=True, help="the .sidebyline file to write")
    given = parser.parse_intermixed_args(words)
    if not given.sources:
        parser.error("name at least two articles")
    output: Path = given.output
    return SaveCall(tuple(given.sources), output if output.suffix else output.with_suffix(".sidebyline"))
