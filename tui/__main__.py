"""The command line: what it asks for is done, and its exit status says how that went."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

from tui.arguments import Call, DeskCall, ReadCall, ReadFormat, ReportCall, SaveCall, parse
from tui.model.collation import Collation, Problem
from tui.model.errors import LedgerError, ModelError
from tui.model.triage import Mark
from tui.present.report.as_text import printable
from tui.saving import UnsavedError, encoded, print_out, save

if TYPE_CHECKING:
    from tui.ledger import RecentStory, StoryBook

# The engine, the desk and the ledger are imported where they are used: the desk paints its shell before anything heavy is loaded.

_LEAST: Final = 2  # a comparison takes two


class Exit(IntEnum):
    """The exit statuses that ``main`` returns; after a signal it is 128 and the signal's number, as in a shell."""

    DONE = 0
    UNREAD = 1
    USAGE = 2
    FOUND = 3
    INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask, those of the command line where none are given, and return the exit status."""
    call = parse(sys.argv[1:] if words is None else words)
    try:
        return _done(call)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except (UnsavedError, LedgerError, ModelError) as error:
        _complain(str(error))
        return Exit.UNREAD
    except Exception as error:
        if os.environ.get("SIDEBYLINE_DEBUG"):
            raise
        _complain(f"A fault in Sidebyline stopped it ({_fault(error)}). SIDEBYLINE_DEBUG=1 shows more; please report it.")
        return Exit.UNREAD


def _done(call: Call) -> int:
    """Do what a call asks and return the exit status."""
    match call:
        case DeskCall():
            return _desk(call)
        case ReportCall():
            return _report(call)
        case ReadCall():
            return _read(call)
        case SaveCall():
            return _save(call)
        case _:
            assert_never(call)


def _desk(call: DeskCall) -> int:
    """Open the reading desk where there is a terminal to open it in."""
    if os.environ.get("TERM") == "dumb" or not all(s is not None and s.isatty() for s in (sys.stdin, sys.stdout)):
        _complain("The reading desk needs a terminal. Without one, use: sidebyline report PATH_OR_URL …")
        return Exit.USAGE
    from tui.app import run  # noqa: PLC0415 - see above

    sources = _unpacked(call.sources)

    def book() -> "StoryBook":
        from tui.ledger import open_book  # noqa: PLC0415 - see above

        return open_book(sources)

    return run(sources, open_book=book, recent=() if sources else _recent(), mouse=call.mouse, watch=call.watch)


def _recent() -> "tuple[RecentStory, ...]":
    """Return the stories that were opened before; none where the ledger cannot be read, which the desk says when it opens it."""
    from tui.ledger import ledger_path, recent_stories  # noqa: PLC0415 - see above

    with suppress(LedgerError):
        return recent_stories(ledger_path())
    return ()


def _report(call: ReportCall) -> int:
    """Write the collation in the form asked for."""
    from tui.collate import collate  # noqa: PLC0415 - see above
    from tui.ledger import recalled  # noqa: PLC0415 - see above
    from tui.present.report import report, sheet  # noqa: PLC0415 - see above

    collation = collate(_unpacked(call.sources))
    status = _told_problems(collation)
    if len(collation.articles) < _LEAST:
        return _too_few(collation)
    try:
        known = recalled(collation)
    except LedgerError as error:
        _complain(f"{error} The report is written without marks.")
        known = recalled(Collation())
        status = Exit.UNREAD if call.choice.marked else status
    chosen = sheet(collation, call.choice, known.decisions, known.orphans)
    text = encoded(report(chosen, call.format))
    if call.output is None:
        print_out(text)
    else:
        save(call.format.opening + text, call.output)
    found = any(r.fact.verdict in call.fail_on and r.decision.mark is not Mark.DISMISSED for r in chosen.rows)
    return status or (Exit.FOUND if found else Exit.DONE)


def _read(call: ReadCall) -> int:
    """Print each article by itself."""
    from tui.collate import understand  # noqa: PLC0415 - see above
    from tui.present.report.as_json import json_articles  # noqa: PLC0415 - see above
    from tui.present.report.as_text import text_articles  # noqa: PLC0415 - see above

    found = understand(_unpacked(call.sources))
    status = _told_problems(found)
    match call.format:
        case ReadFormat.JSON:
            text = json_articles(found.articles, found.extractions)
        case ReadFormat.TEXT:
            text = text_articles(found.articles, found.extractions)
        case _:
            assert_never(call.format)
    if found.articles:
        print_out(encoded(text))
    return status


def _save(call: SaveCall) -> int:
    """Save the articles with what was decided about them."""
    from tui.collate import collate  # noqa: PLC0415 - see above
    from tui.ledger import save_story  # noqa: PLC0415 - see above

    collation = collate(_unpacked(call.sources))
    status = _told_problems(collation)
    if len(collation.articles) < _LEAST:
        return _too_few(collation)
    save_story(collation, call.output)
    return status


def _too_few(collation: Collation) -> Exit:
    """Tell that fewer than two articles are left, and return the exit status that this makes."""
    _complain(f"A comparison takes at least two articles; {len(collation.articles) or 'none'} could be read.")
    return Exit.UNREAD


def _unpacked(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return sources with saved stories replaced by their articles."""
    if not any(source.endswith(".sidebyline") for source in sources):
        return sources
    from tui.ledger import unpacked  # noqa: PLC0415 - see above

    return unpacked(sources)


def _told_problems(collation: Collation) -> Exit:
    """Tell what could not be read, and return the exit status that this makes."""
    for problem in collation.problems:
        _complain(_sentence(problem))
    return Exit.UNREAD if collation.problems else Exit.DONE


def _sentence(problem: Problem) -> str:
    """Return the sentence of a problem, led by its source where it does not name it."""
    return problem.sentence if problem.source in problem.sentence else f"{problem.source}: {problem.sentence}"


def _fault(error: Exception) -> str:
    """Return an error's kind, words and place."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = "" if at is None else f" at {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}"
    return f"{type(error).__name__}: {error}{place}"


def _complain(sentence: str) -> None:
    """Tell the reader on standard error, control characters written out."""
    sys.stderr.write(f"sidebyline: {printable(sentence)}\n")


if __name__ == "__main__":
    sys.exit(main())
