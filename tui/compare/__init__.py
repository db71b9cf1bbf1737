"""Comparing: points become facts, the readings of one detail across articles, with a verdict."""

from collections.abc import Sequence

from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.collation import Fact, Reading, Verdict
from tui.model.detail import Extraction


def compare(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> tuple[Fact, ...]:
    """Return every fact of the story, most important first."""
    at = {p.id: (a.siglum, p) for a in articles for p in a.passages}
    details = [d for e in extractions for d in e.details]
    facts: list[Fact] = []
    for point in alignment.points:
        readings = [
            Reading(at[d.passage][0], d.passage, d.text, d.start, d.end, None if d.value is None else str(d.value))
            for d in details
            if d.passage in point.passages
        ]
        if len({r.article for r in readings}) > 1:
            told = {r.article for r in readings}
            verdict = Verdict.AGREE if len({r.value for r in readings}) == 1 else Verdict.DIFFERS
            facts.append(
                Fact(
                    f"F{len(facts) + 1}",
                    point.id,
                    details[0].kind,
                    point.label,
                    verdict,
                    2,
                    tuple(readings),
                    tuple(a.siglum for a in articles if a.siglum not in told),
                    "The articles give different figures.",
                )
            )
    return tuple(facts)
