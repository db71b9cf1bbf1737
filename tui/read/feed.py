"""Feeds (RSS 2.0, RSS 1.0, Atom): the newest entry is the article."""

import re
from typing import Any, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible

_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_HEAD: Final = 4096


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
    stated = Metadata(
        headline=_plain(entry.get("title")),
        outlet=_plain(found.feed.get("title")),
        byline=tuple(filter(None, (_plain(author.get("name")) for author in entry.get("authors", ())))),
        published=_time(entry.get("published_parsed")),
        updated=_time(entry.get("updated_parsed")),
        language=(_plain(found.feed.get("language")) or "")[:2].lower() or None,
        address=_plain(entry.get("link")),
    )
    headline = (CopyLine(stated.headline, None, LineRole.HEADLINE), CopyLine("")) if stated.headline else ()
    return Copy(source, Format.FEED, headline + tuple(_lines(body)), stated)


def _lines(body: str) -> list[CopyLine]:
    """Return the lines of an entry's text, whose markup is taken off."""
    from lxml import html  # noqa: PLC0415 - costs a tenth of a second

    if not body.strip():
        return []
    text = re.sub(r"(?i)<(?:br|/p|/div|/li|/h\d|/blockquote)\b[^>]*>", "\n\n", body)
    return [
        CopyLine(line.strip(), None, LineRole.PARAGRAPH)
        for line in lines_of(html.fromstring(f"<div>{text}</div>").text_content())
    ]


def _plain(value: object) -> str | None:
    """Return a stated text on one line, behind the gate."""
    return visible(" ".join(value.split())) or None if isinstance(value, str) else None


def _time(value: Any) -> str | None:  # noqa: ANN401 - a time in nine figures
    """Return a time, which the library gives as UTC, as ISO 8601 to the minute."""
    if not value:
        return None
    return f"{value.tm_year}-{value.tm_mon:02}-{value.tm_mday:02}T{value.tm_hour:02}:{value.tm_min:02}+00:00"
