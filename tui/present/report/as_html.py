"""The HTML report: one file with everything in it, for screen and paper; no script and nothing fetched from elsewhere."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from tui import __version__
from tui.model.article import Article
from tui.model.collation import NO_SOURCE, Fact, Reading
from tui.model.triage import Decision, Mark, Orphan
from tui.present.report.glance import by_priority
from tui.present.report.page import article_text, linked, tag
from tui.present.report.sheet import Row, Sheet, Told
from tui.present.report.words import (
    CAVEAT,
    PRIORITIES,
    decided,
    decisions_of,
    heading_of,
    likened,
    meant,
    outlet_of,
    place_of,
    published_of,
    silence,
    stated_of,
    summary,
    title_of,
)
from tui.present.signs import MEANINGS, SIGNS

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_report(sheet: Sheet) -> str:
    """Return the sheet as one HTML page."""
    title = title_of(sheet)
    style = files("tui.present.report").joinpath("page.css").read_text(encoding="utf-8")
    body = [
        *_head(sheet, title),
        *_articles(sheet),
        *_matrix(sheet),
        *_sheet(sheet),
        *_kept(sheet.orphans),
        *_texts(sheet),
        tag("footer", tag("p", escape(f"Sidebyline {__version__}"))),
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            tag("title", escape(f"{title} · Sidebyline")),
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(sheet: Sheet, title: str) -> Iterable[str]:
    """Yield the heading with the counts and the way to the parts."""
    parts = (("articles", "Articles"), ("matrix", "Facts × articles"), ("sheet", heading_of(sheet)), ("texts", "Texts"))
    yield "<header>"
    yield tag("p", "Sidebyline · discrepancy sheet", klass="brand")
    yield tag("h1", escape(title), dir="auto")
    yield tag("p", escape(summary(sheet)), klass="counts")
    yield tag("p", escape(decisions_of(sheet)), klass="counts decisions") if decisions_of(sheet) else ""
    yield tag("p", escape(CAVEAT), klass="caveat")
    yield tag("nav", " ".join(tag("a", label, href=f"#{part}") for part, label in parts))
    yield "</header>"


def _articles(sheet: Sheet) -> Iterable[str]:
    """Yield the table of the articles and what could not be read."""
    yield '<section id="articles">'
    yield tag("h2", "Articles")
    yield '<div class="wide"><table class="articles"><thead><tr>'
    yield "".join(tag("th", label, scope="col") for label in ("", "outlet", "published", "headline", "source"))
    yield "</tr></thead><tbody>"
    yield from (_article(article) for article in sheet.collation.articles)
    yield "</tbody></table></div>"
    yield from (tag("p", f"Not read: {escape(problem.sentence)}", klass="unread") for problem in sheet.collation.problems)
    yield "</section>"


def _article(article: Article) -> str:
    """Return one article's line of the table."""
    stated = article.metadata
    cells = (
        tag("th", _siglum(article.siglum), scope="row"),
        tag("td", escape(outlet_of(article) or "no outlet")),
        tag("td", escape(published_of(article))),
        tag("td", escape(stated.headline or "no headline"), dir="auto"),
        tag("td", linked(article.source, stated.address)),
    )
    return tag("tr", "".join(cells))


def _siglum(siglum: str) -> str:
    """Return the letter of an article, leading to its text."""
    return tag("a", siglum, href=f"#article-{siglum}", klass="siglum")


def _matrix(sheet: Sheet) -> Iterable[str]:
    """Yield the table of facts against articles; the odd one out stands out, a dash is silence."""
    yield '<section id="matrix">'
    yield tag("h2", "Facts × articles")
    if not sheet.rows:
        yield tag("p", "Nothing to list.")
    else:
        sigla = [article.siglum for article in sheet.collation.articles]
        heads = (tag("th", f"{_siglum(a.siglum)} {escape(outlet_of(a))}", scope="col") for a in sheet.collation.articles)
        yield '<div class="wide"><table class="matrix"><thead><tr>'
        yield tag("th", "fact", scope="col") + "".join(heads)
        yield "</tr></thead><tbody>"
        for name, rows in by_priority(sheet.rows):
            yield tag("tr", tag("th", escape(name), colspan=str(len(sigla) + 1), scope="rowgroup"), klass="priority")
            yield from (_line(row, sigla) for row in rows)
        yield "</tbody></table></div>"
    yield "</section>"


def _line(row: Row, sigla: Sequence[str]) -> str:
    """Return one fact's line of the table."""
    topic = tag("a", f"{_sign(row.fact)} {tag('span', escape(row.fact.topic), klass='named')}", href=f"#{row.fact.id}")
    topic += _marked(row.decision)
    cells = "".join(tag("td", _cell(row.fact, siglum)) for siglum in sigla)
    return tag("tr", tag("th", topic, scope="row") + cells, klass=f"{row.fact.verdict} {_state(row.decision)}")


def _cell(fact: Fact, siglum: str) -> str:
    """Return what one article reads for a fact, each reading leading to its sentence."""
    told = [_words(reading) for reading in fact.readings if reading.article == siglum]
    return "<br>".join(told) or tag("span", "–", klass="silent", title="says nothing on it")


def _words(reading: Reading) -> str:
    """Return the words of a reading, leading to their sentence."""
    told = NO_SOURCE if reading.value == NO_SOURCE else reading.text
    return tag("a", escape(told), href=f"#{reading.passage}", klass="odd" if reading.odd else "words", dir="auto")


def _marked(decision: Decision) -> str:
    """Return the mark of a fact and whether it has a note, nothing for an untouched one."""
    told = [str(decision.mark)] * (decision.mark is not Mark.OPEN) + ["note"] * bool(decision.note)
    return tag("span", " · ".join(told), klass="state") if told else ""


def _sign(fact: Fact) -> str:
    """Return the sign of a fact's verdict."""
    sign = SIGNS[fact.verdict]
    return tag("span", escape(sign.mark), klass="sign", title=f"{sign.word}: {MEANINGS[fact.verdict]}")


def _state(decision: Decision) -> str:
    """Return the class that a mark gives."""
    return "mark-" + decision.mark.name.lower()


def _sheet(sheet: Sheet) -> Iterable[str]:
    """Yield every fact of the sheet with its readings, its note and what a reader decided."""
    yield '<section id="sheet">'
    yield tag("h2", heading_of(sheet))
    for name, rows in by_priority(sheet.rows):
        yield tag("h3", f"{escape(name)} ({len(rows)})", klass="priority")
        for row in rows:
            yield from _row(row)
    yield "</section>"


def _row(row: Row) -> Iterable[str]:
    """Yield one fact."""
    fact, decision = row.fact, row.decision
    sign = SIGNS[fact.verdict]
    yield f'<article class="fact {fact.verdict} {_state(decision)}" id="{escape(fact.id)}">'
    chip = tag("span", f"{escape(sign.mark)} {sign.word}", klass="chip", title=MEANINGS[fact.verdict])
    yield tag("h3", f"{tag('span', escape(fact.id), klass='number')} {tag('span', escape(fact.topic), klass='topic')} {chip}")
    about = " · ".join(part for part in (str(fact.kind), PRIORITIES[fact.priority], decided(decision)) if part)
    yield tag("p", escape(about), klass="about")
    yield tag("p", escape(fact.note), klass="difference") if fact.note else ""
    yield '<div class="wide"><table class="readings"><tbody>'
    yield from (_told(told) for told in row.told)
    yield "</tbody></table></div>"
    yield tag("p", escape(silence(fact.silent)), klass="silent") if fact.silent else ""
    yield tag("p", escape(decision.changed), klass="changed") if decision.changed else ""
    yield tag("p", escape(decision.note), klass="note", dir="auto") if decision.note else ""
    yield "</article>"


def _told(told: Told) -> str:
    """Return one reading with its value, its sentence and its place."""
    reading, text = told.reading, told.passage.text
    before, words, after = text[: reading.start], text[reading.start : reading.end], text[reading.end :]
    sentence = escape(before) + tag("mark", escape(words)) + escape(after)
    value = tag("td", escape(meant(reading)), klass="value", title=reading.value or "")
    stated = linked(stated_of(told.article), told.article.metadata.address)
    place = f"{stated} {tag('a', place_of(told.passage), href=f'#{told.passage.id}', klass='spot')}"
    alike = tag("span", escape(likened(told)), klass="alike") if told.likeness is not None else ""
    cells = (
        tag("th", _siglum(reading.article), scope="row"),
        tag("td", escape(reading.text), klass="words", dir="auto"),
        value,
        tag("td", sentence, klass="sentence", dir="auto"),
        tag("td", place + alike + (tag("span", "the odd one out", klass="oddly") if reading.odd else ""), klass="place"),
    )
    return tag("tr", "".join(cells), klass="odd" if reading.odd else "even")


def _kept(orphans: tuple[Orphan, ...]) -> Iterable[str]:
    """Yield decisions whose facts are gone."""
    if orphans:
        yield '<section id="kept">'
        yield tag("h2", "Kept from before")
        yield tag("p", "Decided about facts that the articles no longer hold.")
        yield "<ul>"
        for orphan in orphans:
            words = " · ".join(f"“{escape(text)}”" for text in orphan.readings)
            note = tag("p", escape(orphan.decision.note), klass="note") if orphan.decision.note else ""
            yield tag("li", f"{escape(orphan.topic)} ({words}), {escape(decided(orphan.decision))}{note}", dir="auto")
        yield "</ul></section>"


def _texts(sheet: Sheet) -> Iterable[str]:
    """Yield every article in its own order, its readings marked."""
    yield '<section id="texts">'
    yield tag("h2", "Texts")
    for article in sheet.collation.articles:
        yield from article_text(article, sheet.facts)
    yield "</section>"
