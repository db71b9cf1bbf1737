"""PDF files with a text in them, through pypdf; scanned pages hold none."""

import io
import re
from typing import Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of

_HYPHEN: Final = re.compile(r"(?<=[a-z])-$")
_SHARE: Final = 0.8  # of the widest line: a shorter one ends its paragraph
_MOST_PAGES: Final = 200


def read_pdf(source: str, raw: bytes) -> Copy:
    """Return the copy of a PDF file; raises ``UnreadableError`` where it holds no text or the extra is missing."""
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError as error:
        sentence = f"{source} is a PDF file, which needs the extra pdf: pip install 'sidebyline[pdf]'."
        raise UnreadableError(sentence) from error
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages[:_MOST_PAGES]]
    except (pypdf.errors.PyPdfError, ValueError, KeyError, OSError, RecursionError, AttributeError, TypeError) as error:
        sentence = f"{source} is not a PDF file that can be read."
        raise UnreadableError(sentence) from error
    lines = [line.strip() for page in pages for line in (*lines_of(page), "")]
    if not any(lines):
        sentence = f"{source} holds no text; it may be a scan."
        raise UnreadableError(sentence)
    return Copy(source, Format.PDF, tuple(joined(lines)), Metadata())


def joined(lines: list[str]) -> list[CopyLine]:
    """Return the paragraphs of wrapped lines: a line well short of the widest, or a blank one, ends a paragraph."""
    filled = sorted(len(line) for line in lines if line)
    wide = filled[len(filled) * 9 // 10] if filled else 0
    found: list[CopyLine] = []
    run = ""
    for line in lines:
        run = (_HYPHEN.sub("", run) if _HYPHEN.search(run) else f"{run} " if run else "") + line
        if run and (not line or len(line) < _SHARE * wide):
            found += [CopyLine(run.strip(), None, LineRole.UNMARKED), CopyLine("")]
            run = ""
    return [*found, CopyLine(run)] if run else found
