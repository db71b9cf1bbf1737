"""Tracing: who has copy from whom, and how many independent sources are left."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from tui.model.alignment import Alignment
from tui.model.article import Article, PassageKind
from tui.model.collation import Copying, Sourcing
from tui.model.detail import Extraction
from tui.trace.shared import Overlap, Wording, overlaps, wording

_REPRINT: Final = 0.5  # share of shared wording from which two articles are one witness
_AGENCY: Final = 0.25  # the same where both credit one agency
_NOTABLE: Final = 0.03  # share below which shared wording is chance


def trace(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> Sourcing:
    """Return the copying between the articles and the number of articles left when shared wire copy counts once."""
    del alignment
    quoted = {extraction.siglum: _quoted(extraction) for extraction in extractions}
    words = {article.siglum: wording(article, quoted.get(article.siglum, {})) for article in articles}
    copying: list[Copying] = []
    witness = {article.siglum: article.siglum for article in articles}
    for one, other in combinations(articles, 2):
        found = overlaps(words[one.siglum], words[other.siglum])
        if not found:
            continue
        copied = _copying(one, other, found, words)
        if copied.share < _NOTABLE:
            continue
        copying.append(copied)
        agency = one.metadata.agency
        if copied.share >= (_AGENCY if agency and agency == other.metadata.agency else _REPRINT):
            old, new = witness[one.siglum], witness[other.siglum]
            witness = {siglum: new if held == old else held for siglum, held in witness.items()}
    return Sourcing(tuple(sorted(copying, key=lambda copied: -copied.share)), len(set(witness.values())))


def _quoted(extraction: Extraction) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the quoted spans of each passage."""
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    for quotation in extraction.quotations:
        spans[quotation.passage] = (*spans.get(quotation.passage, ()), (quotation.start, quotation.end))
    return spans


def _copying(one: Article, other: Article, found: Sequence[Overlap], words: dict[str, tuple[Wording, ...]]) -> Copying:
    """Return who has what from whom: the source is the earlier article, else the one with the wire's credit or more text."""
    held: dict[str, set[int]] = {}
    for overlap in found:
        held.setdefault(overlap.one, set()).update(overlap.held_one)
        held.setdefault(overlap.other, set()).update(overlap.held_other)
    forward = _rank(one, words) <= _rank(other, words)
    source, copy = (one, other) if forward else (other, one)
    total = sum(len(passage.words) for passage in words[copy.siglum])
    shared = sum(len(held.get(passage.id, ())) for passage in words[copy.siglum])
    pairs = tuple((overlap.one, overlap.other) if forward else (overlap.other, overlap.one) for overlap in found)
    return Copying(source.siglum, copy.siglum, round(shared / max(1, total), 3), pairs)


def _rank(article: Article, words: dict[str, tuple[Wording, ...]]) -> tuple[bool, str, bool, int, list[str]]:
    """Return what orders sources: dated ones by their time, then those that credit an agency, then the longer ones."""
    published = article.metadata.published or ""
    length = sum(len(passage.words) for passage in words[article.siglum])
    bodies = [passage.folded for passage in article.passages if passage.kind is PassageKind.BODY]
    return (not published, published, article.metadata.agency is None, -length, bodies)
