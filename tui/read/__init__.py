"""Reading: a path, an address or a stream becomes copy, every character of it behind the gate."""

import re
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy
from tui.read.characters import decode, looks_binary
from tui.read.markdown import read_markdown
from tui.read.sources import MARKDOWN, READABLE, TEXT, expand, is_address, suffix
from tui.read.text import read_text

__all__ = ["expand", "read"]

_LARGEST: Final = 20 * 1024 * 1024
"""Bytes; no article is longer, unpacked or fetched."""
_PAGE: Final = re.compile(r"\A(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_GZIP: Final = b"\x1f\x8b"


def read(source: str) -> Copy:
    """Return the copy at ``source``, a path, an address or ``-``; raises ``UnreadableError`` with one sentence."""
    if is_address(source):
        sentence = f"{source} cannot be fetched yet; save the page and name the file."
        raise UnreadableError(sentence)
    if source == "-":
        return replace(_read_bytes("standard input", sys.stdin.buffer.read(_LARGEST + 1), ".txt"), source=source)
    return _read_bytes(source, _bytes(source), suffix(Path(source)))


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


def _read_bytes(source: str, raw: bytes, kind: str) -> Copy:
    """Return the copy in ``raw``, told by its suffix and by how it begins."""
    if raw.startswith(_GZIP):
        raw = _unpacked(source, raw)
    _refuse(source, raw, kind)
    text = decode(raw)
    if not text.strip():
        sentence = f"{source} is empty."
        raise UnreadableError(sentence)
    if kind in {".html", ".htm", ".xhtml"} or _PAGE.match(text[:2000]):
        from tui.read.web import read_web  # noqa: PLC0415 - its library costs half a second

        return read_web(source, raw)
    if kind in MARKDOWN:
        return read_markdown(source, text)
    return read_text(source, text)


def _refuse(source: str, raw: bytes, kind: str) -> None:
    """Raise ``UnreadableError`` for what is no article in a known form."""
    sentence = ""
    if len(raw) > _LARGEST:
        sentence = f"{source} is larger than 20 MB, which no article is."
    elif looks_binary(raw):
        sentence = f"{source} is not text but a binary file."
    elif kind not in READABLE | TEXT:
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
