"""The pieces of the HTML report: elements, safe links, and an article's text with its readings marked."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Fact, Reading
from tui.present.report.words import outlet_of
from tui.present.signs import SIGNS


def tag(name: str, inside: str, **attributes: str) -> str:
    """Return an element around what is already HTML; attributes are plain text, ``klass`` is the class, empty ones left out."""
    given = "".join(f' {key.replace("klass", "class")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{inside}</{name}>"


def linked(text: str, address: str | None) -> str:
    """Return text, as a link where the address is one of the web; any other scheme could run or read something."""
    try:
        web = address is not None and urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        web = False
    return tag("a", escape(text), href=address or "") if web else escape(text)


def article_text(article: Article, facts: Sequence[Fact]) -> Iterable[str]:
    """Yield an article with an anchor at each passage, each reading of ``facts`` marked and leading to its fact."""
    yield f'<article class="text" id="article-{article.siglum}">'
    yield tag("h3", f"{tag('span', article.siglum, klass='siglum')} {escape(outlet_of(article) or 'no outlet')}")
    for (number, kind), passages in groupby(article.passages, key=lambda passage: (passage.paragraph, passage.kind)):
        told = " ".join(_passage(passage, facts) for passage in passages)
        where = tag("span", f"¶{number}", klass="where")
        yield tag("p", where + told, klass=kind.value if kind is not PassageKind.BODY else "", dir="auto")
    if article.removed:
        yield f"<details><summary>{len(article.removed)} lines left out as no part of the article</summary><ul>"
        yield from (tag("li", f"{escape(line.text)} {tag('em', escape(line.reason))}", dir="auto") for line in article.removed)
        yield "</ul></details>"
    yield "</article>"


def _passage(passage: Passage, facts: Sequence[Fact]) -> str:
    """Return a passage with its readings marked; where two overlap, the graver fact has the words."""
    pieces: list[str] = []
    at = 0
    for reading, fact in _apart(passage, facts):
        sign = SIGNS[fact.verdict]
        pieces.append(escape(passage.text[at : reading.start]))
        mark = tag("mark", escape(passage.text[reading.start : reading.end]), klass=fact.verdict.value)
        pieces.append(tag("a", mark, href=f"#{fact.id}", title=f"{sign.word}: {fact.topic}"))
        at = reading.end
    pieces.append(escape(passage.text[at:]))
    return tag("span", "".join(pieces), id=passage.id, klass="doubtful" if passage.doubtful else "")


def _apart(passage: Passage, facts: Sequence[Fact]) -> Iterable[tuple[Reading, Fact]]:
    """Return the readings in a passage that do not overlap, in reading order; facts come gravest first."""
    taken: list[tuple[Reading, Fact]] = []
    for fact in facts:
        for reading in fact.readings:
            free = all(reading.end <= other.start or other.end <= reading.start for other, _ in taken)
            if reading.passage == passage.id and free and reading.start < reading.end:
                taken.append((reading, fact))
    return sorted(taken, key=lambda pair: pair[0].start)
