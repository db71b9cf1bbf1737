"""Reading: a path, an address or a stream becomes copy, every character of it behind the gate."""

import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy
from tui.read.characters import decode, looks_binary
from tui.read.feed import is_feed, read_feed
from tui.read.mail import read_mail
from tui.read.markdown import read_markdown
from tui.read.mhtml import read_mhtml
from tui.read.office import read_docx
from tui.read.pdf import read_pdf
from tui.read.sources import MARKDOWN, READABLE, TEXT, expand, is_address, suffix
from tui.read.text import read_text

if TYPE_CHECKING:
    from tui.read.fetch import Fetched

__all__ = ["expand", "read", "read_all"]

_LARGEST: Final = 20 * 1024 * 1024
"""Bytes; no article is longer, unpacked or fetched."""
_PAGE: Final = re.compile(r"\A(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_KINDS: Final = {
    "": ".html",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "multipart/related": ".mhtml",
    "message/rfc822": ".mhtml",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
_TEASER: Final = 130  # words; a page that shows fewer and speaks of subscribing shows only the beginning
_WALL: Final = re.compile(
    rb"isAccessibleForFree\W{1,6}false|paywall|(?:subscribe|sign in|register|log in) to (?:continue|keep|read)"
    rb"|subscribers? only|already a subscriber",
    re.IGNORECASE,
)
_GZIP: Final = b"\x1f\x8b"


def read_all(sources: Sequence[str], told: Callable[[str], None] = lambda _what: None) -> Iterator[Copy | UnreadableError]:
    """Yield the copy at each source in order, or what went wrong with it; the pages of all addresses are fetched at once first.

    ``told`` hears what is being done, in a few words.
    """
    addresses = [source for source in sources if is_address(source)]
    pages: dict[str, Fetched | UnreadableError] = {}
    if addresses:
        from tui.read.fetch import fetch_together  # noqa: PLC0415 - most stories are files

        pages = fetch_together(addresses, told=told)
    for source in sources:
        told(f"reading {source}")
        try:
            page = pages.get(source)
            yield page if isinstance(page, UnreadableError) else _read_fetched(source, page) if page else read(source)
        except UnreadableError as error:
            yield error


def read(source: str) -> Copy:
    """Return the copy at ``source``, a path, an address or ``-``; raises ``UnreadableError`` with one sentence."""
    if is_address(source):
        from tui.read.fetch import fetch  # noqa: PLC0415 - most stories are files

        return _read_fetched(source, fetch(source))
    if source == "-":
        return replace(_read_bytes("standard input", sys.stdin.buffer.read(_LARGEST + 1), ".txt"), source=source)
    return _read_bytes(source, _bytes(source), suffix(Path(source)))


def _read_fetched(source: str, page: "Fetched") -> Copy:
    """Return the copy of a fetched page; raises ``UnreadableError`` for what is no page, or only the beginning of one."""
    kind = _KINDS.get(page.kind)
    if kind is None or (page.kind == "" and looks_binary(page.raw)):
        sentence = f"{source} is not a page but of the kind {page.kind}."
        raise UnreadableError(sentence)
    copy = _read_bytes(source, page.raw, kind, page.charset)
    words = sum(len(line.text.split()) for line in copy.lines)
    if words < _TEASER and _WALL.search(page.raw):
        sentence = f"{source} seems to stand behind a paywall: only {words} words of it are shown."
        raise UnreadableError(sentence)
    return copy if copy.stated.address else replace(copy, stated=replace(copy.stated, address=page.address))


def _bytes(source: str) -> bytes:
    """Return the bytes of a file, no more than may be read."""
    try:
        if not Path(source).is_file() and Path(source).exists() and not Path(source).is_fifo():
            sentence = f"{source} cannot be read: it is no file."
            raise UnreadableError(sentence)
        with Path(source).open("rb") as file:
            return file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        sentence = f"There is no file {source}."
        raise UnreadableError(sentence) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        sentence = f"{source} cannot be read: {reason}."
        raise UnreadableError(sentence) from error


def _read_bytes(source: str, raw: bytes, kind: str, charset: str | None = None) -> Copy:
    """Return the copy in ``raw``, told by its suffix and by how it begins."""
    if raw.startswith(_GZIP):
        raw = _unpacked(source, raw)
    form = _form(raw, kind)
    if form and len(raw) <= _LARGEST:
        return form(source, raw)
    _refuse(source, raw, kind)
    text = decode(raw)
    if not text.strip():
        sentence = f"{source} is empty."
        raise UnreadableError(sentence)
    if kind in {".html", ".htm", ".xhtml"} or _PAGE.match(text[:2000]):
        from tui.read.web import read_web  # noqa: PLC0415 - its library costs half a second

        return read_web(source, raw, charset)
    if kind in MARKDOWN:
        return read_markdown(source, text)
    return read_text(source, text)


def _form(raw: bytes, kind: str) -> Callable[[str, bytes], Copy] | None:
    """Return the reader of a form that is no plain text, told by how the file begins or by its suffix, or ``None``."""
    if not raw.strip():
        return None
    if raw.startswith(b"%PDF-") or kind == ".pdf":
        return read_pdf
    if kind == ".docx":
        return read_docx
    if kind in {".mhtml", ".mht"}:
        return read_mhtml
    if kind == ".eml":
        return read_mail
    return read_feed if kind in {".rss", ".atom"} or (kind == ".xml" and is_feed(raw)) else None


def _refuse(source: str, raw: bytes, kind: str) -> None:
    """Raise ``UnreadableError`` for what is no article in a known form."""
    sentence = ""
    if len(raw) > _LARGEST:
        sentence = f"{source} is larger than 20 MB, which no article is."
    elif looks_binary(raw):
        sentence = f"{source} is not text but a binary file."
    elif kind not in READABLE | TEXT or kind == ".xml":
        sentence = f"{source} is of an unknown format ({kind}); text, Markdown and web pages are read."
    if sentence:
        raise UnreadableError(sentence)


def _unpacked(source: str, raw: bytes) -> bytes:
    """Return the bytes of a gzipped file, no more than may be read."""
    try:
        unpacker = zlib.decompressobj(wbits=31)
        unpacked = unpacker.decompress(raw, _LARGEST + 1)
        if not unpacker.eof and len(unpacked) <= _LARGEST:
            sentence = f"{source} cannot be unpacked: its end is missing."
            raise UnreadableError(sentence)
    except zlib.error as error:
        sentence = f"{source} cannot be unpacked: {error}."
        raise UnreadableError(sentence) from error
    return unpacked
