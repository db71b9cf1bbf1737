"""Feeds (RSS 2.0, RSS 1.0, Atom): the newest entry is the article."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible

_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_HEAD: Final = 4096
_ROLES: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), LineRole.HEADING),
    "li": LineRole.ENTRY,
    "blockquote": LineRole.QUOTE,
    "figcaption": LineRole.CAPTION,
}
_INLINE: Final = frozenset(
    ("a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u")
)


def is_feed(raw: bytes) -> bool:
    """Tell whether a text is a feed."""
    return bool(_FEED.search(raw[:_HEAD]))


def read_feed(source: str, raw: bytes) -> Copy:
    """Return the copy of the first entry of a feed; raises ``UnreadableError`` where there is none or the extra is missing."""
    try:
        import feedparser  # noqa: PLC0415 - an extra
    except ImportError as error:
        sentence = f"{source} is a feed, which needs the extra feed: pip install 'sidebyline[feed]'."
        raise UnreadableError(sentence) from error
    found: Any = feedparser.parse(raw)
    if not found.entries:
        sentence = f"{source} is a feed without entries."
        raise UnreadableError(sentence)
    entry = found.entries[0]
    body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
    fields = dict(entry)  # the library's own look-up answers for fields that are not there
    published, updated = (_time(fields.get(name), fields.get(f"{name}_parsed")) for name in ("published", "updated"))
    stated = Metadata(
        headline=_plain(entry.get("title")),
        outlet=_plain(found.feed.get("title")),
        byline=tuple(filter(None, (_plain(author.get("name")) for author in entry.get("authors", ())))),
        published=published,
        updated=updated if updated != published else None,
        language=(_plain(found.feed.get("language")) or "")[:2].lower() or None,
        address=_plain(entry.get("link")),
    )
    headline = (CopyLine(stated.headline, None, LineRole.HEADLINE), CopyLine("")) if stated.headline else ()
    return Copy(source, Format.FEED, headline + tuple(_lines(body)), stated)


def _lines(body: str) -> Iterator[CopyLine]:
    """Yield the lines of an entry's text, whose markup is taken off, with the roles that it gives them."""
    from lxml import html  # noqa: PLC0415 - costs a tenth of a second

    if body.strip():
        text = re.sub(r"(?i)<(?:br|hr)\b[^>]*>", "\n", body)
        yield from _blocks(html.fromstring(f"<div>{text}</div>"), LineRole.PARAGRAPH)


def _blocks(element: Any, role: LineRole) -> Iterator[CopyLine]:  # noqa: ANN401 - lxml ships no types
    """Yield the lines of an element and of the blocks inside it."""
    role = _ROLES.get(element.tag, role) if isinstance(element.tag, str) else role
    text = element.text or "" if isinstance(element.tag, str) else ""
    for child in element:
        if child.tag in _INLINE:
            text += child.text_content() + (child.tail or "")
            continue
        yield from _texts(text, role)
        yield from _blocks(child, role)
        text = child.tail or ""
    yield from _texts(text, role)


def _texts(text: str, role: LineRole) -> Iterator[CopyLine]:
    """Yield the lines of a text without markup, each a paragraph."""
    for line in lines_of(text):
        if line.strip():
            yield from (CopyLine(" ".join(line.split()), None, role), CopyLine(""))


def _plain(value: object) -> str | None:
    """Return a stated text on one line, its entities resolved, behind the gate."""
    import html  # noqa: PLC0415 - the name is taken by lxml's elsewhere

    return visible(" ".join(html.unescape(value).split())) or None if isinstance(value, str) else None


def _time(told: object, parsed: Any) -> str | None:  # noqa: ANN401 - a time in nine figures
    """Return a time as ISO 8601 to the minute: with the offset that the feed states, or as UTC, which the library makes of it."""
    if not parsed:
        return None
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        with suppress(ValueError, TypeError):
            return read(str(told)).isoformat(timespec="minutes")
    return f"{parsed.tm_year}-{parsed.tm_mon:02}-{parsed.tm_mday:02}T{parsed.tm_hour:02}:{parsed.tm_min:02}+00:00"
