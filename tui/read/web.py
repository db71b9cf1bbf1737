"""A saved or fetched web page: trafilatura finds the article, the page itself states the rest."""

import re
from collections.abc import Iterator
from typing import Any, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole
from tui.read.characters import decode, repaired
from tui.read.gate import visible
from tui.read.siblings import completed, denser

Element = Any
"""An element of lxml, which ships no types."""

_BLOCKS: Final = {
    "p": LineRole.PARAGRAPH,
    "head": LineRole.HEADING,
    "item": LineRole.ENTRY,
    "quote": LineRole.QUOTE,
    "row": LineRole.ENTRY,
    "code": LineRole.PARAGRAPH,
}
_HOLDERS: Final = frozenset({"body", "main", "div", "list", "table", "comments"})
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET: Final = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4096  # bytes within which a page declares its encoding
_FEW_WORDS: Final = 100  # fewer than this are worth another look
_LEAST_WORDS: Final = 10  # fewer words than this in a whole page are no article


def read_web(source: str, raw: bytes, charset: str | None = None) -> Copy:
    """Return the copy of a web page; raises ``UnreadableError`` where it holds no article.

    ``charset`` is the encoding that the server named, which outranks the one that the page names.
    """
    return read_page(source, page_text(raw, charset))


def page_text(raw: bytes, charset: str | None = None) -> str:
    """Return the text of a page in the encoding that it or its server names, or else the first that fits."""
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(raw)
    try:
        return repaired(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(raw[:_HEAD]) or _XML_CHARSET.search(raw[:_HEAD])
    for name in (charset, named.group(1).decode("ascii") if named else None):
        try:
            return (
                raw.decode("cp1252" if name.lower() in {"iso-8859-1", "latin-1", "latin1"} else name, "replace") if name else ""
            )
        except LookupError:
            continue
    return decode(raw)


def read_page(source: str, text: str) -> Copy:
    """Return the copy of a page whose text is known; raises ``UnreadableError`` where it holds no article."""
    from lxml import etree, html  # noqa: PLC0415 - costs a tenth of a second

    from tui.read.webfacts import stated  # noqa: PLC0415 - needs lxml

    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        sentence = f"{source} holds no article: the page is empty."
        raise UnreadableError(sentence) from error
    facts = stated(tree)
    lines = denser(completed(_extracted(text), tree), tree)
    if sum(len(line.text.split()) for line in lines) < _LEAST_WORDS:
        sentence = f"{source} holds no article that could be told from the page around it."
        raise UnreadableError(sentence)
    headline = (CopyLine(facts.headline, None, LineRole.HEADLINE), CopyLine("")) if facts.headline else ()
    return Copy(source, Format.HTML, headline + lines, facts)


def _extracted(text: str) -> tuple[CopyLine, ...]:
    """Return the lines that trafilatura finds precisely, or freely where the precise ones are few and something else."""
    precise = _found(text, precise=True)
    words = sum(len(line.text.split()) for line in precise)
    if words >= _FEW_WORDS:
        return precise
    free = _found(text, precise=False)
    elsewhere = not {line.text for line in precise if line.text} & {line.text for line in free}
    return free if elsewhere and sum(len(line.text.split()) for line in free) > words else precise


def _found(text: str, *, precise: bool) -> tuple[CopyLine, ...]:
    """Return the lines of what trafilatura takes for the article."""
    import trafilatura  # noqa: PLC0415 - costs half a second

    found: Any = trafilatura.bare_extraction(text, favor_precision=precise, include_comments=False, with_metadata=False)
    return tuple(_lines(found.body)) if found is not None and found.body is not None else ()


def _lines(element: Element) -> Iterator[CopyLine]:
    """Yield the lines of all blocks in reading order, each block followed by a blank line."""
    for child in element:
        if child.tag in _HOLDERS:
            yield from _lines(child)
        elif child.tag in _BLOCKS:
            yield from _block(child, _BLOCKS[child.tag])
        if loose := _tidy(child.tail or ""):
            yield CopyLine(loose, None, LineRole.PARAGRAPH)
            yield CopyLine("")


def _block(element: Element, role: LineRole) -> Iterator[CopyLine]:
    """Yield the lines of one block; blocks within it are lines of their own with the role of the outermost."""
    pieces = _pieces(element)
    texts = [" ".join(filter(None, map(_tidy, pieces)))] if element.tag == "row" else [_tidy(piece) for piece in pieces]
    for text in filter(None, texts):
        yield CopyLine(text, None, role)
        yield CopyLine("")


def _pieces(element: Element) -> list[str]:
    """Return the texts of a block, parted at line breaks and at the blocks inside it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("")
        elif child.tag in _BLOCKS or child.tag in _HOLDERS or child.tag == "cell":
            pieces += [*_pieces(child), ""]
        else:
            inner = _pieces(child)
            pieces[-1] += inner[0]
            pieces += inner[1:]
        pieces[-1] += child.tail or ""
    return pieces


def _tidy(text: str) -> str:
    """Return text on one line, behind the gate."""
    return visible(" ".join(text.split("\n"))).strip() if "  " not in text else visible(re.sub(r"[ \n]+", " ", text)).strip()
