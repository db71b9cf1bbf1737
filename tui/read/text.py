"""Plain text: a page pasted whole, an agency text."""

from tui.model.rawcopy import Copy, CopyLine, Format
from tui.read.gate import lines_of


def read_text(source: str, text: str) -> Copy:
    """Return the copy of a plain text, line by line, with nothing stated."""
    return Copy(source, Format.TEXT, tuple(CopyLine(line.rstrip(), number) for number, line in enumerate(lines_of(text), 1)))
