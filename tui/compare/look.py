"""How likely a reader finds a fact worth a look: what is not is left out, and of one priority the likeliest is shown first."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft
from tui.compare.otherwise.otherwise import OTHERWISE
from tui.compare.probability import probability
from tui.compare.story import Story
from tui.language.clauses import content
from tui.language.tables import rows
from tui.model.article import PassageKind
from tui.model.collation import Reading, Verdict

LEAST: Final = 0.2  # the least probability of what a rule found and is told
_SURE: Final = frozenset({Verdict.AGREE, Verdict.CONFLICT, Verdict.SPELLING, Verdict.OMISSION})
"""Verdicts that rest on evidence of their own, and omissions, whose readings are alike so that no row of a sheet tells them."""
_STRONG: Final = 5.0  # the greatest weight of evidence that is told apart
_LONG: Final = 8  # words of a reading that is no longer short
_LONGEST: Final = 20  # words of a reading that are told apart
_TOP: Final = 3  # passages at the head of an article
_PAIR: Final = 2


def worth_a_look(story: Story, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts that a reader is likely to find worth a look, each with that probability as its weight.

    What rests on evidence of its own stays in any case, as do the facts on which articles agree.
    """
    judged = (draft if _is_judged(draft) else replace(draft, weight=likelihood(story, draft)) for draft in drafts)
    return tuple(draft for draft in judged if draft.verdict in _SURE or draft.weight >= LEAST)


def _is_judged(draft: Draft) -> bool:
    """Return whether a draft needs no judgement: nothing parts, or its weight is such a probability already."""
    return draft.verdict is Verdict.AGREE or OTHERWISE in draft.why


def likelihood(story: Story, draft: Draft) -> float:
    """Return the probability, 0 to 1, that a reader finds a fact worth a look."""
    return probability(_weights(), features(story, draft))


@cache
def _weights() -> dict[str, float]:
    """Return the weight of each feature, fitted on sheets (``tests/measure/fit_facts.py``)."""
    return {name: float(weight) for name, weight in rows("tui.compare", "look.tsv")}


def features(story: Story, draft: Draft) -> dict[str, float]:
    """Return what the judgement of a fact rests on, by name."""
    readings, verdict = draft.readings, draft.verdict
    deepest = max(story.order[r.passage] for r in readings)
    lengths = [min(len(r.text.split()), _LONGEST) for r in readings]
    found = {
        **dict(_parted(story, readings)),
        "articles": float(len({r.article for r in readings}) > _PAIR),
        "texts": math.log(len({r.text.lower() for r in readings})),
        "headline": float(any(story.passages[r.passage].kind is PassageKind.HEADLINE for r in readings)),
        "top": float(deepest <= _TOP),
        "deep": min(3.0, math.log1p(deepest)) / 3,
        "longest": max(lengths) / 10,
        "shortest": min(lengths) / 10,
        "long": float(max(lengths) > _LONG),
        "all long": float(min(lengths) > _LONG),
        "longer": min(3.0, (max(lengths) - min(lengths)) / 4),
        "recalled": float(any(r.passage in story.recalled for r in readings)),
        "odd": float(any(r.odd for r in readings)),
        "figure": float(any(c.isdigit() for r in readings for c in r.text)),
    }
    own = {f"{verdict}, {name}": found[name] for name in ("likeness", "articles", "top", "longest", "share", "nowhere", "longer")}
    kind = {f"{draft.kind} {verdict}": 1.0, str(verdict): 1.0, f"{verdict}, weight": min(draft.weight, _STRONG) / _STRONG}
    return {**found, **own, **kind, "always": 1.0}


def _parted(story: Story, readings: Sequence[Reading]) -> Iterator[tuple[str, float]]:
    """Yield what the pairs of readings that part say: how their passages stand, which words they share."""
    pairs = [(a, b) for a, b in combinations(readings, 2) if a.article != b.article] or list(combinations(readings, 2))
    parted = [(a, b) for a, b in pairs if a.text.lower() != b.text.lower()] or pairs
    alike = [story.alike(a.passage, b.passage) for a, b in parted] or [0.0]
    yield "likeness", max(alike)
    yield "linked", float(max(alike) > 0)
    yield "all linked", float(min(alike) > 0)
    yield "near", max((story.near(a.passage, b.passage) for a, b in parted), default=0.0)
    yield "twin", float(any((a.passage, b.passage) in story.twins for a, b in parted))
    points = [(story.point.get(a.passage), story.point.get(b.passage)) for a, b in parted]
    yield "point", float(any(one is not None and one == two for one, two in points))
    stems = [(_stems(story, a), _stems(story, b)) for a, b in parted]
    share = max((len(x & y) / (len(x | y) or 1) for x, y in stems), default=0.0)
    yield "share", share
    yield "nothing shared", float(share == 0)
    yield "one more", float(any(x < y or y < x for x, y in stems))
    yield "both new", float(any(x - y and y - x for x, y in stems))
    nowhere = (
        (len(x - y - story.stems[b.article]) + len(y - x - story.stems[a.article])) / (len(x ^ y) or 1)
        for (a, b), (x, y) in zip(parted, stems, strict=True)
    )
    yield "nowhere", max(nowhere, default=0.0)


def _stems(story: Story, reading: Reading) -> frozenset[str]:
    """Return the stems of the words of meaning that a reading shares a place with."""
    own = content(story.tokens(reading.passage))
    return frozenset(t.word.stem for t in own if t.word.start < reading.end and reading.start < t.word.end)
