"""What a web page states about its article: JSON-LD, OpenGraph, meta elements, time elements and the headline it shows."""

import copy
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from tui.model.rawcopy import Metadata
from tui.read.gate import visible
from tui.read.shownauthors import shown_authors

HtmlElement = Any
"""An element of lxml, which ships no types."""

_ARTICLES: Final = re.compile(r"Article|BlogPosting|Report|Review$")
_PUBLISHED: Final = (
    "article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "article.published", "date", "cxenseparse:recs:publishtime", "rnews:datepublished", "analyticsattributes.articledate",
    "bt:pubdate", "ptime", "citation_date",
)  # fmt: skip
_UPDATED: Final = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "dcterms.modified",
    "article.updated",
    "last-modified",
)
_AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "article.author",
    "citation_author",
)
_ISO: Final = re.compile(
    r"^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"/(20\d\d)/(?:(\d\d)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_NAME: Final = re.compile(r"https?:|www\.|^@|^(?:admin|staff|editor|author|unknown|none|null|by)$", re.IGNORECASE)
_PARTS: Final = re.compile(r"\s+(?:[|·•»–—-]|::)\s+")
_WORD: Final = re.compile(r"\w+")
_LEAST_SHARED: Final = 0.6
_MOST_NAME_WORDS: Final = 6


def stated(tree: HtmlElement) -> Metadata:
    """Return what the page states about its article; a date that is not stated in a known form is left out."""
    ld = _article(tree)
    meta = _meta(tree)
    published = _first(_iso(value) for value in (ld.get("datePublished"), *map(meta.get, _PUBLISHED), *_times(tree)))
    updated = _first(_iso(value) for value in (ld.get("dateModified"), *map(meta.get, _UPDATED)))
    publisher = ld.get("publisher")
    address = _address(tree, meta)
    published = published or _marked_date(tree, address)
    return Metadata(
        headline=_headline(tree, ld, meta),
        outlet=_text(_name(publisher)) or _text(meta.get("og:site_name")) or _text(meta.get("application-name")),
        byline=_authors(ld, meta) or shown_authors(tree),
        published=published,
        updated=updated if updated != published else None,
        language=_language(tree, ld),
        address=address,
    )


def of_page(text: str) -> Metadata:
    """Return what a page states, from its text."""
    from lxml import html  # noqa: PLC0415 - costs a tenth of a second

    return stated(html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8")))


def _article(tree: HtmlElement) -> dict[str, Any]:
    """Return the article that the page's JSON-LD describes; empty where there is none."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found += _described(json.loads((script.text or "").strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    return next((part for part in found if part.get("headline") or part.get("datePublished")), {})


def _described(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON-LD is of any shape
    """Yield every article in a piece of JSON-LD, lists and graphs opened."""
    if isinstance(value, list):
        for part in value:
            yield from _described(part)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _described(value[key])


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the meta elements by name, property or itemprop in lower case, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in (element.get("property"), element.get("name"), element.get("itemprop")):
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _times(tree: HtmlElement) -> Iterator[str]:
    """Yield what elements marked as the time of publication say."""
    for element in tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished' or contains(@class, 'publish')]"):
        yield element.get("datetime") or ""
    for element in tree.xpath("//*[@itemprop='datePublished'][@datetime or @content]"):
        yield element.get("datetime") or element.get("content") or ""
    only = {element.get("datetime") for element in tree.xpath("(//article|//header|//main)//time[@datetime]")}
    if len(only) == 1:
        yield only.pop() or ""


def _marked_date(tree: HtmlElement, address: str | None) -> str | None:
    """Return the date that htmldate finds in the page's markup or address, where all that it finds there is one day."""
    import htmldate  # noqa: PLC0415 - costs a tenth of a second

    found = {
        htmldate.find_date(copy.deepcopy(tree), url=address, original_date=first, extensive_search=False)
        for first in (True, False)
    }
    only = found.pop() if len(found) == 1 else None
    told = _DATED.search(address or "")
    if not isinstance(only, str) or (told and told[1] + (told[2] or only[5:7]) != only[:4] + only[5:7]):
        return None  # the address states another month
    return None if told and told[3] and _MONTHS.index(told[3]) + 1 != int(only[5:7]) else only


def _headline(tree: HtmlElement, ld: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Return the headline that the page shows: the heading that its own title confirms, or else what it states."""
    title = _text("".join(tree.xpath("//head/title//text()")[:1]))
    told = [
        text for text in (_text(ld.get("headline")), _text(meta.get("og:title")), _text(meta.get("twitter:title")), title) if text
    ]
    shown = [text for element in tree.iter("h1") if (text := _text(element.text_content()))]
    marked = [text for e in tree.xpath("//*[@itemprop='headline'][not(self::meta)]") if (text := _text(e.text_content()))]
    others = [text for element in tree.iter("h2") if (text := _text(element.text_content()))]
    for group, least in ((marked + shown, _LEAST_SHARED), (others, 0.9)):
        best = max(((_shared(text, other), text) for text in group for other in told), default=(0.0, ""))
        if best[0] >= least:
            return best[1]
    within = next((text for text in others if len(text.split()) > 2 and any(text in title for title in told)), None)  # noqa: PLR2004 - as below
    if within and not shown:
        return within
    if len(shown) == 1 and len(shown[0].split()) > 2:  # noqa: PLR2004 - one or two words are a section
        return shown[0]
    return _parted(told[0]) if told else None


def _parted(title: str) -> str:
    """Return a title without the outlet's name behind its last separator."""
    parts = _PARTS.split(title)
    return title if len(parts) == 1 else max(parts, key=len)


def _shared(shown: str, told: str) -> float:
    """Return how much two headlines share, 0 to 1: words in common over the words of the shorter told or the shown one."""
    a, b = set(_WORD.findall(shown.lower())), set(_WORD.findall(_parted(told).lower()))
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def _authors(ld: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    """Return the authors' names, in the order stated, addresses and accounts left out."""
    given = ld.get("author") or ld.get("creator") or []
    names = [_text(_name(part)) for part in (given if isinstance(given, list) else [given])]
    if not any(names):
        names = [_text(meta.get(key)) for key in _AUTHORS]
        names = next(([name] for name in names if name and not _NO_NAME.search(name)), [])
    parts = [part.strip() for name in names if name for part in re.split(r",\s+(?=[A-Z])|;|\s+and\s+|\s+&\s+", name)]
    cleaned = (re.sub(r"^by\s+", "", part, flags=re.IGNORECASE).strip() for part in parts)
    kept = [name for name in cleaned if name and not _NO_NAME.search(name) and len(name.split()) <= _MOST_NAME_WORDS]
    return tuple(dict.fromkeys(kept))


def _language(tree: HtmlElement, ld: dict[str, Any]) -> str | None:
    """Return the language that the page states, as ISO 639-1."""
    told = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _text(ld.get("inLanguage")) or ""
    code = re.split(r"[-_]", told.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    """Return the address that the page calls its own."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    return _text(next((link for link in [*links, meta.get("og:url", "")] if link.startswith(("http://", "https://"))), None))


def _name(value: object) -> object:
    """Return the name of a person or organisation that JSON-LD describes."""
    if isinstance(value, list):
        return _name(value[0]) if value else None
    return value.get("name") if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    """Return a stated text on one line, behind the gate, its entities resolved; ``None`` for what is empty or no text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    import html  # noqa: PLC0415 - the name is taken by lxml's elsewhere

    return visible(" ".join(html.unescape(value).split())).strip() or None


def _iso(value: object) -> str | None:
    """Return a stated time as ISO 8601 to the minute, with its offset where it has one; ``None`` for any other form."""
    found = _ISO.match(value.strip()) if isinstance(value, str) else None
    if not found:
        return None
    year, month, day, hour, minute, zone = found.groups()
    if not ("1900" <= year <= "2100" and "01" <= month <= "12" and "01" <= day <= "31"):
        return None
    if hour is None:
        return f"{year}-{month}-{day}"
    offset = "+00:00" if zone and zone.upper() in {"Z", "UTC", "GMT"} else zone or ""
    if offset and len(offset) != 6:  # noqa: PLR2004 - +0200 and +02 become +02:00
        offset = f"{offset[:3]}:{offset[3:] or '00'}"
    return f"{year}-{month}-{day}T{hour}:{minute}{offset}"


def _first(values: Iterable[str | None]) -> str | None:
    """Return the first value that is there."""
    return next(filter(None, values), None)
