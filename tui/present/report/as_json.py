"""The JSON report: the whole collation for other programs, described by ``report.schema.json`` beside this module."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from tui.model.article import Article, Passage
from tui.model.collation import Copying
from tui.model.detail import Attribution, Detail, Extraction, Quotation
from tui.model.triage import Decision
from tui.present.report.sheet import Row, Sheet, Told

SCHEMA: Final = 1
"""The number of the form; a field that is renamed or removed makes a new one, an addition does not."""

Node = dict[str, object]


def json_report(sheet: Sheet) -> str:
    """Return the whole collation with the facts of the sheet as JSON text that ends in a line break."""
    collation = sheet.collation
    printed = _printed(collation.articles)
    return _dumped(
        {
            "schema": SCHEMA,
            "articles": [_article(article) for article in collation.articles],
            "links": [{"a": link.a, "b": link.b, "likeness": round(link.likeness, 4)} for link in collation.alignment.links],
            "points": [
                {"id": point.id, "label": point.label, "passages": list(point.passages)} for point in collation.alignment.points
            ],
            "facts": [_fact(row) for row in sheet.rows],
            "quotations": [_quotation(e.siglum, q) for e in collation.extractions for q in e.quotations],
            "attributions": [_attribution(e.siglum, a, printed) for e in collation.extractions for a in e.attributions],
            "copying": [_copying(copying) for copying in collation.sourcing.copying],
            "independent_sources": collation.sourcing.independent,
            "problems": [{"source": problem.source, "sentence": problem.sentence} for problem in collation.problems],
        }
    )


def json_articles(articles: Sequence[Article], extractions: Sequence[Extraction]) -> str:
    """Return each article by itself, with its details, as the JSON text of a list."""
    printed = _printed(articles)
    return _dumped(
        [
            _article(article)
            | {
                "details": [_detail(d) for d in extraction.details],
                "quotations": [_quotation(article.siglum, q) for q in extraction.quotations],
                "attributions": [_attribution(article.siglum, a, printed) for a in extraction.attributions],
            }
            for article, extraction in zip(articles, extractions, strict=True)
        ]
    )


def _dumped(tree: object) -> str:
    """Return indented JSON in which letters stand as themselves."""
    return json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _printed(articles: Iterable[Article]) -> dict[str, str]:
    """Return the printed text of every passage by its id."""
    return {passage.id: passage.text for article in articles for passage in article.passages}


def _article(article: Article) -> Node:
    """Return one article with what it states of itself, its passages and what was taken away."""
    stated = article.metadata
    return {
        "id": article.siglum,
        "source": article.source,
        "format": article.format.value,
        "headline": stated.headline,
        "outlet": stated.outlet,
        "agency": stated.agency,
        "byline": list(stated.byline) or None,
        "published": stated.published,
        "updated": stated.updated,
        "language": stated.language,
        "address": stated.address,
        "passages": [_passage(passage) for passage in article.passages],
        "removed": [
            {"line": line.line, "text": line.text, "reason": line.reason, "doubtful": line.doubtful} for line in article.removed
        ],
    }


def _passage(passage: Passage) -> Node:
    """Return one passage."""
    return {
        "id": passage.id,
        "kind": passage.kind.value,
        "paragraph": passage.paragraph,
        "line": passage.line,
        "text": passage.text,
        "doubtful": passage.doubtful,
    }


def _fact(row: Row) -> Node:
    """Return one fact with all its readings and what a reader decided."""
    fact = row.fact
    return {
        "id": fact.id,
        "point": fact.point,
        "kind": fact.kind.value,
        "topic": fact.topic,
        "verdict": fact.verdict.value,
        "priority": fact.priority,
        "readings": [_reading(told) for told in row.told],
        "silent": list(fact.silent),
        "note": fact.note,
        "why": list(fact.why),
        "decision": _decision(row.decision),
    }


def _decision(decision: Decision) -> Node | None:
    """Return what a reader decided about a fact, ``None`` for an untouched one."""
    if not decision.touched and not decision.changed:
        return None
    return {
        "mark": decision.mark.value,
        "note": decision.note,
        "who": decision.who,
        "at": decision.at,
        "changed": decision.changed,
    }


def _reading(told: Told) -> Node:
    """Return what one article gives for a fact."""
    reading = told.reading
    return {
        "article": reading.article,
        "passage": reading.passage,
        "text": reading.text,
        "start": reading.start,
        "end": reading.end,
        "value": reading.value,
        "odd": reading.odd,
        "likeness": None if told.likeness is None else round(told.likeness, 4),
    }


def _detail(detail: Detail) -> Node:
    """Return one detail of one article."""
    return {
        "passage": detail.passage,
        "kind": detail.kind.value,
        "text": detail.text,
        "start": detail.start,
        "end": detail.end,
        "value": None if detail.value is None else str(detail.value) or None,
    }


def _quotation(siglum: str, quotation: Quotation) -> Node:
    """Return one quotation with its speaker."""
    return {"article": siglum, "passage": quotation.passage, "text": quotation.text, "speaker": quotation.speaker}


def _attribution(siglum: str, attribution: Attribution, printed: dict[str, str]) -> Node:
    """Return one attribution with the printed words of its three parts."""

    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else printed[attribution.passage][slice(*span)]

    return {
        "article": siglum,
        "passage": attribution.passage,
        "source": words(attribution.source),
        "cue": words(attribution.cue),
        "content": words(attribution.content),
        "speaker": attribution.speaker,
    }


def _copying(copying: Copying) -> Node:
    """Return who has how much from whom."""
    return {
        "from": copying.source,
        "to": copying.copy,
        "share": round(copying.share, 4),
        "passages": [list(pair) for pair in copying.passages],
    }
