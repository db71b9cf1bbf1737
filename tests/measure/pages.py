"""The saved pages of the corpora, and the same rendered whole to plain text, as a browser copies them."""

import gzip
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import html

from tests.measure.corpora import SHARED, rows

_HIDDEN_TAGS: Final = "script style noscript template head iframe svg select textarea object video audio"
_NOT_SHOWN: Final = frozenset(_HIDDEN_TAGS.split())
_BLOCK_TAGS: Final = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul legend
"""
_BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
_SPACED: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "dl", "figure"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_AROUND: Final = 25
_BREAK, _BLANK = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page with the text of its article, taken down by hand."""

    id: str
    """Its name in the corpus."""
    address: str
    """Where it stood."""
    raw: bytes
    """The page as saved."""
    body: str
    """The article's text without its headline."""


def pages() -> Iterator[Page]:
    """Yield every saved page."""
    for row in rows("aeb/pages.jsonl.gz"):
        raw = gzip.decompress((SHARED / "corpora/aeb" / row["html"]).read_bytes())
        yield Page(row["id"], row["url"], raw, row["body"])


def rendered(raw: bytes) -> str:
    """Return the text of a whole page as a browser copies it: blocks on lines of their own, a blank line around paragraphs."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    _render(tree.find("body") if tree.find("body") is not None else tree, pieces)
    joined = re.sub(r"[ \t\r\n\f]+", " ", "".join(pieces))
    joined = re.sub(rf"[ {_BREAK}]*{_BLANK}[ {_BREAK}{_BLANK}]*", "\n\n", joined)
    return re.sub(rf" *{_BREAK}[ {_BREAK}]*", "\n", joined).strip()


def _render(element: Any, pieces: list[str]) -> None:  # noqa: ANN401 - lxml ships no types
    """Add the text that an element shows, with signs for the breaks around it."""
    if (
        not isinstance(element.tag, str)
        or element.tag in _NOT_SHOWN
        or _HIDDEN.search(element.get("style") or "")
        or element.get("hidden") is not None
    ):
        return
    edge = _BLANK if element.tag in _SPACED else _BREAK if element.tag in _BLOCKS else " " if element.tag in {"td", "th"} else ""
    pieces += [_BREAK if element.tag == "br" else edge, element.text or ""]
    for child in element:
        _render(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(edge)


def words(text: str) -> Counter[str]:
    """Return the bag of words of a text, in lower case."""
    return Counter(_WORD.findall(text.lower()))


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the bag of runs of four words of a text, in lower case."""
    found = _WORD.findall(text.lower())
    return Counter(tuple(found[place : place + size]) for place in range(max(1, len(found) - size + 1))) if found else Counter()


def overlap(mine: Counter[Any], gold: Counter[Any]) -> tuple[float, float]:
    """Return precision and recall of one bag against another; nothing found is precise where nothing was there."""
    common = sum((mine & gold).values())
    return common / sum(mine.values()) if mine else float(not gold), common / sum(gold.values()) if gold else 1.0


def f1(scores: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return mean precision, mean recall and the F1 of the two means."""
    precision, recall = (sum(score[side] for score in scores) / len(scores) for side in (0, 1))
    return precision, recall, 2 * precision * recall / (precision + recall)


def belongs(lines: list[str], body: str) -> list[bool]:
    """Tell for each line of a rendered page whether it is part of the article's text."""
    gold = f" {' '.join(_WORD.findall(body.lower()))} "
    runs = shingles(body)
    whole = {" ".join(_WORD.findall(line.lower())) for line in body.split("\n")}
    found = []
    for line in lines:
        told = _WORD.findall(line.lower())
        if len(told) < 4:  # a short line is the article's only where it is a line of its own
            found.append(bool(told) and " ".join(told) in whole)
            continue
        mine = shingles(line)
        found.append(f" {' '.join(told)} " in gold or sum(run in runs for run in mine) >= 0.6 * len(mine))
    return found


def cropped(text: str, body: str, headline: str | None, chance: random.Random) -> str:
    """Return a rendered page cut at random: headline and body with up to 25 lines around."""
    lines = text.split("\n")
    marks = [place for place, mark in enumerate(belongs(lines, body)) if mark]
    if not marks:
        return text
    first, last = marks[0], marks[-1]
    if headline:
        wanted = _WORD.findall(headline.lower())
        first = max((p for p in range(first) if _WORD.findall(lines[p].lower()) == wanted), default=first)
    return "\n".join(lines[max(0, first - chance.randint(0, _AROUND)) : last + 1 + chance.randint(0, _AROUND)])
