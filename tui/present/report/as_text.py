"""The plain text of ``read``: one article as the program understood it, for a person at a terminal."""

from collections.abc import Iterable, Sequence

from tui.model.article import Article, Passage
from tui.model.detail import Attribution, Detail, Extraction, Quotation
from tui.model.rawcopy import Metadata


def text_articles(articles: Sequence[Article], extractions: Sequence[Extraction]) -> str:
    """Return each article with what it states of itself, its passages with their details, and every removed line."""
    return "\n".join("\n".join(_lines(a, e)) + "\n" for a, e in zip(articles, extractions, strict=True))


def _lines(article: Article, found: Extraction) -> Iterable[str]:
    """Yield the lines of one article."""
    yield f"{article.siglum}  {printable(article.source)} ({article.format})"
    yield from (f"   {name:<10} {stated}" for name, stated in _stated(article.metadata))
    yield ""
    yield f"   {len(article.passages)} passages kept"
    for passage in article.passages:
        yield _placed(passage)
        yield from (f"             {line}" for line in _details(passage, found))
    yield ""
    yield f"   {len(article.removed)} lines removed"
    for line in article.removed:
        doubt = "[doubtful] " if line.doubtful else ""
        yield f"   {'' if line.line is None else f'l.{line.line}':<7}{doubt}{line.reason}: {line.text}"


def _stated(stated: Metadata) -> Iterable[tuple[str, str]]:
    """Yield name and value of what the article states of itself, and says so where it states nothing."""
    for name, value in (
        ("headline", stated.headline),
        ("outlet", stated.outlet),
        ("agency", stated.agency),
        ("byline", ", ".join(stated.byline)),
        ("published", stated.published),
        ("updated", stated.updated),
        ("language", stated.language),
        ("address", stated.address),
    ):
        yield name, value or "not stated"


def _placed(passage: Passage) -> str:
    """Return a passage with its line, id and kind."""
    line = "" if passage.line is None else f"l.{passage.line}"
    kind = "" if passage.kind == "body" else f"[{passage.kind}] "
    doubt = "[doubtful] " if passage.doubtful else ""
    return f"   {line:<7}{passage.id:<5} ¶{passage.paragraph}  {kind}{doubt}{passage.text}"


def _details(passage: Passage, found: Extraction) -> Iterable[str]:
    """Yield a line for each detail, quotation and attribution of a passage."""
    yield from (_detail(d) for d in found.details if d.passage == passage.id)
    yield from (_quotation(q) for q in found.quotations if q.passage == passage.id)
    yield from (_attribution(a, passage.text) for a in found.attributions if a.passage == passage.id)


def _detail(detail: Detail) -> str:
    """Return kind, words and value of a detail."""
    return f"{detail.kind}: {detail.text}" + ("" if detail.value is None else f"  ({detail.value})")


def _quotation(quotation: Quotation) -> str:
    """Return the words quoted and whose they are."""
    return f"quotation: {quotation.text}  ({quotation.speaker or 'speaker not named'})"


def _attribution(attribution: Attribution, text: str) -> str:
    """Return cue and source of an attribution."""
    source = "nobody named" if attribution.source is None else text[slice(*attribution.source)]
    return f"attribution: {text[slice(*attribution.cue)]}  ({source})"


def printable(name: str) -> str:
    """Return a path or address with its control characters written out, so that it cannot steer a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
