"""Word files (``.docx``): paragraphs with the roles that their styles give them."""

import io
import zipfile
from typing import Any, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible

_ROLES: Final = (
    ("Title", LineRole.HEADLINE),
    ("Heading", LineRole.HEADING),
    ("Caption", LineRole.CAPTION),
    ("List", LineRole.ENTRY),
    ("Quote", LineRole.QUOTE),
    ("Intense Quote", LineRole.QUOTE),
)
_MOST_WORDS: Final = 25  # of a headline


def read_docx(source: str, raw: bytes) -> Copy:
    """Return the copy of a Word file; raises ``UnreadableError`` where it cannot be read or the extra is missing."""
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        sentence = f"{source} is a Word file, which needs the extra docx: pip install 'sidebyline[docx]'."
        raise UnreadableError(sentence) from error
    try:
        document: Any = docx.Document(io.BytesIO(raw))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, AttributeError) as error:
        sentence = f"{source} is not a Word file that can be read."
        raise UnreadableError(sentence) from error
    lines: list[CopyLine] = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            lines += [CopyLine(visible(" ".join(cell.text for cell in row.cells)), None, LineRole.ENTRY) for row in part.rows]
        else:
            role = _role(part, first=not any(line.text for line in lines))
            lines += [CopyLine(text.strip(), None, role) for text in lines_of(part.text)]
        lines.append(CopyLine(""))
    if not any(line.text.strip() for line in lines):
        sentence = f"{source} is empty."
        raise UnreadableError(sentence)
    return Copy(source, Format.DOCX, tuple(lines), Metadata())


def _role(paragraph: Any, *, first: bool) -> LineRole:  # noqa: ANN401 - the library ships no types
    """Return the role that the style of a paragraph gives it; a heading or a bold line at the very beginning is the headline."""
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    role = next((role for name, role in _ROLES if style.startswith(name)), LineRole.UNMARKED)
    bold = bool(paragraph.text.strip()) and all(run.bold for run in paragraph.runs if run.text.strip())
    heads = role is LineRole.HEADING or (
        bold and len(paragraph.text.split()) <= _MOST_WORDS and not paragraph.text.rstrip().endswith(".")
    )
    return LineRole.HEADLINE if first and heads else role
