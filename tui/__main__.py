"""The command line: what it asks for is done, and its exit status says how that went."""

import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Final, assert_never

from tui.arguments import DeskCall, ReadCall, ReadFormat, ReportCall, ReportFormat, parse
from tui.model.collation import Problem

# The engine is imported where it is used: the desk paints its shell before anything heavy is loaded.

_LEAST: Final = 2  # a comparison takes two


class Exit(IntEnum):
    """The exit statuses that ``main`` returns."""

    DONE = 0
    UNREAD = 1
    USAGE = 2


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask, those of the command line where none are given, and return the exit status."""
    call = parse(sys.argv[1:] if words is None else words)
    match call:
        case DeskCall():
            return _desk(call)
        case ReportCall():
            return _report(call)
        case ReadCall():
            return _read(call)
        case _:
            assert_never(call)


def _desk(call: DeskCall) -> int:
    """Open the reading desk where there is a terminal to open it in."""
    if os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _complain("The reading desk needs a terminal. Without one, use: sidebyline report PATH_OR_URL …")
        return Exit.USAGE
    from tui.app import run  # noqa: PLC0415 - see above

    return run(call.sources)


def _report(call: ReportCall) -> int:
    """Write the collation in the form asked for."""
    from tui.collate import collate  # noqa: PLC0415 - see above
    from tui.present.report.as_json import json_report  # noqa: PLC0415 - see above

    collation = collate(call.sources)
    for problem in collation.problems:
        _complain(_sentence(problem))
    if len(collation.articles) < _LEAST:
        _complain(f"A comparison takes at least two articles; {len(collation.articles) or 'none'} could be read.")
        return Exit.UNREAD
    match call.format:
        case ReportFormat.JSON:
            text = json_report(collation)
        case ReportFormat.MARKDOWN | ReportFormat.HTML | ReportFormat.CSV:
            _complain(f"The form {call.format} is not written yet; json is.")
            return Exit.USAGE
        case _:
            assert_never(call.format)
    _write(text, call.output)
    return Exit.UNREAD if collation.problems else Exit.DONE


def _read(call: ReadCall) -> int:
    """Print each article by itself."""
    from tui.collate import understand  # noqa: PLC0415 - see above
    from tui.present.report.as_json import json_articles  # noqa: PLC0415 - see above
    from tui.present.report.as_text import text_articles  # noqa: PLC0415 - see above

    found = understand(call.sources)
    for problem in found.problems:
        _complain(_sentence(problem))
    match call.format:
        case ReadFormat.JSON:
            text = json_articles(found.articles, found.extractions)
        case ReadFormat.TEXT:
            text = text_articles(found.articles, found.extractions)
        case _:
            assert_never(call.format)
    if found.articles:
        _write(text, None)
    return Exit.UNREAD if found.problems else Exit.DONE


def _sentence(problem: Problem) -> str:
    """Return the sentence of a problem, led by its source where it does not name it."""
    return problem.sentence if problem.source in problem.sentence else f"{problem.source}: {problem.sentence}"


def _write(text: str, output: Path | None) -> None:
    """Write a report as UTF-8; what no encoding holds, half a surrogate pair, is written as its escape."""
    encoded = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(encoded)


def _complain(sentence: str) -> None:
    """Tell the reader on standard error, control characters written out."""
    from tui.present.report.as_text import printable  # noqa: PLC0415 - see above

    sys.stderr.write(f"sidebyline: {printable(sentence)}\n")


if __name__ == "__main__":
    sys.exit(main())
