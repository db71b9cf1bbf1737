"""Figures and moments that part, and that the pairing by their own words has left apart.

Any two mentions that can be about one thing are judged by all that is known of them, and the likeliest meet first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft, read_detail, with_odd
from tui.compare.figures.bond import Bond
from tui.compare.figures.evidence import Sign
from tui.compare.figures.figures import classes
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.figures.pairing import Group, side_by_side
from tui.compare.figures.worth import Judge, least
from tui.compare.standing import Standing
from tui.compare.values import standing
from tui.compare.words.note import note
from tui.compare.words.topic import topic
from tui.model.collation import Verdict
from tui.model.detail import Kind

_BESIDE: Final = 0.2  # the least between any two members that are not equal
_DATED: Final = 0.18  # the same of two moments
_PARTED: Final = 0.3  # the same of two that cannot both be true
_UNLINKED: Final = 0.43  # the least of two amounts that cannot both be true, in passages that are not linked
_PARTY: Final = frozenset({Sign.WHO, Sign.SUBJECT})
_DEED: Final = frozenset({Sign.WORDS, Sign.EVENT, Sign.VERB})

Span = tuple[str, int]
"""A passage and the place in it where a reading begins."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """Two mentions whose values are not equal."""

    worth: float
    """The probability that a reader finds them worth a look."""
    a: int
    """The place of the one among the mentions."""
    b: int
    """The place of the other."""
    evidence: Bond
    """What says that they are about one thing."""


def parted_facts(judge: Judge, groups: Sequence[Group], drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Return the drafts without those that a new one takes in, and the new ones."""
    told, parting = (
        {(r.passage, r.start) for d in drafts if d.verdict in verdicts for r in d.readings}
        for verdicts in (set(Verdict) - {Verdict.AGREE}, {Verdict.CONFLICT, Verdict.DIFFERS})
    )
    found = judge.found
    places = {_span(m): n for n, m in enumerate(found) if _span(m) not in parting}
    free = frozenset(n for span, n in places.items() if span not in told)
    parted = {(p.a, p.b): p for p in _parted(judge, frozenset(places.values()))}
    unit = {n: frozenset({n}) for n in places.values()}
    for group in groups:
        agreeing = frozenset(places[s] for m in group.members if (s := _span(m)) in places)
        if all(b.standing is Standing.EQUAL for _, _, b in group.bonds):
            unit |= dict.fromkeys(agreeing, agreeing)
    ranked = sorted(parted.values(), key=lambda p: _rank(judge, p))
    apart = [p for p in ranked if p.evidence.standing is Standing.APART and found[p.a].kind in MOMENTS]
    alone = {n: frozenset({n}) for n in places.values()}
    whole = _united(judge, unit, [p for p in ranked if p.a in free and p.b in free], parted)
    beside = (
        u for u in _united(judge, alone, apart, parted) if not any(u & other and _differs(other, parted) for other in whole)
    )
    sets = sorted({*whole, *beside}, key=lambda u: (min(u), sorted(u)))
    new = tuple(_draft(judge, [found[n] for n in sorted(u)], _apart(u, parted)) for u in sets)
    taken = {(r.passage, r.start) for d in new for r in d.readings}
    kept = tuple(d for d in drafts if not (d.verdict is Verdict.AGREE and {(r.passage, r.start) for r in d.readings} <= taken))
    return kept, new


def _united(
    judge: Judge, agreeing: Mapping[int, frozenset[int]], pairs: Sequence[_Parted], parted: Mapping[tuple[int, int], _Parted]
) -> frozenset[frozenset[int]]:
    """Return the sets of mentions, agreeing ones together, that pairs tie, the first of them first."""
    unit = dict(agreeing)
    for pair in pairs:
        joined = unit[pair.a] | unit[pair.b]
        if (
            pair.worth >= _least(judge, pair, unit)
            and unit[pair.a] != unit[pair.b]
            and _fits(judge, unit[pair.a], unit[pair.b], parted)
        ):
            unit |= dict.fromkeys(joined, joined)
    return frozenset(u for u in unit.values() if _apart(u, parted))


def _differs(unit: frozenset[int], parted: Mapping[tuple[int, int], _Parted]) -> bool:
    """Return whether members of a set cannot both be true."""
    return any(b.standing is Standing.APART for b in _apart(unit, parted))


def _rank(judge: Judge, pair: _Parted) -> tuple[bool, float, list[tuple[str, int, str]]]:
    """Return the place of a pair among all, the likeliest first; the order of the articles settles nothing.

    What is told from a day of writing that is not known comes last.
    """
    texts = {a.siglum: a.passages for a in judge.story.articles}
    ends = [judge.found[n] for n in (pair.a, pair.b)]
    return (
        any(m.floating for m in ends),
        -round(pair.worth, 6),
        sorted((m.passage.text, m.detail.start, " ".join(p.text for p in texts[m.article])) for m in ends),
    )


def _span(mention: Mention) -> Span:
    """Return where a mention begins."""
    return mention.detail.passage, mention.detail.start


def _parted(judge: Judge, free: frozenset[int]) -> Iterator[_Parted]:
    """Yield the pairs that can be about one thing and whose values are not equal."""
    for (i, j), evidence in judge.bonds.items():
        if i in free and j in free and evidence.standing in {Standing.INSIDE, Standing.APART}:
            yield _Parted(judge.worth(i, j) if _dates_one(judge, i, j, evidence) else 0.0, i, j, evidence)


def _dates_one(judge: Judge, i: int, j: int, evidence: Bond) -> bool:
    """Return whether two days that cannot both be true date one deed: said of one person or thing, with like words or deeds near.

    A story tells of many days, and most that part date two deeds of it.
    """
    dated = evidence.standing is Standing.APART and Kind.DATE in {judge.found[i].kind, judge.found[j].kind}
    return not dated or all(not signs.isdisjoint(evidence.signs) for signs in (_PARTY, _DEED))


def _fits(judge: Judge, left: frozenset[int], right: frozenset[int], parted: Mapping[tuple[int, int], _Parted]) -> bool:
    """Return whether two sets can be one: no pair across them speaks against it, and no article says the same twice.

    Amounts that agree vouch for one another: there, one likely pair is enough where the others are not all unlikely.
    """
    articles = Counter(judge.found[n].article for n in left | right)
    double = [(n, m) for n in left for m in right if judge.found[n].article == judge.found[m].article]
    if sum(articles.values()) > len(articles) + 1 or not all(_twice(judge, n, m, articles) for n, m in double):
        return False
    across = [p for n in left for m in right if (p := parted.get((min(n, m), max(n, m)))) is not None]
    if double or any(judge.found[n].kind in MOMENTS for n in left | right):
        return all(p.worth >= _least_beside(judge, p) for p in across)
    sure = any(p.worth >= _least_beside(judge, p) for p in across)
    return sure and all(p.worth > 0 for p in across) and sum(p.worth for p in across) >= _BESIDE * len(across)


def _least(judge: Judge, pair: _Parted, unit: Mapping[int, frozenset[int]]) -> float:
    """Return the least probability at which two mentions are told; amounts must be likelier where nothing links their sets."""
    a, stands = judge.found[pair.a], pair.evidence.standing
    if stands is not Standing.APART or a.kind in MOMENTS or _linked(judge, unit[pair.a] | unit[pair.b]):
        return least(a, stands)
    return max(least(a, stands), _UNLINKED)


def _linked(judge: Judge, mentions: frozenset[int]) -> bool:
    """Return whether any passages of some mentions are linked."""
    passages = {judge.found[n].passage.id for n in mentions}
    return any(judge.story.alike(a, b) > 0 for a, b in combinations(sorted(passages), 2))


def _least_beside(judge: Judge, pair: _Parted) -> float:
    """Return the least probability at which two mentions may stand in one fact."""
    if judge.found[pair.a].kind in MOMENTS:
        return _DATED
    return _BESIDE if pair.evidence.standing is Standing.INSIDE else _PARTED


def _twice(judge: Judge, n: int, m: int, articles: Iterable[str]) -> bool:
    """Return whether an article answers one question twice, far apart, with two values that no other article gives both."""
    a, b = judge.found[n], judge.found[m]
    both = [x for x in articles if x != a.article and all(judge.rivals.equal.get((k, x), 0.0) > 0 for k in (n, m))]
    return not side_by_side(a, b) and standing(a.detail.value, b.detail.value) is not Standing.EQUAL and not both


def _apart(unit: frozenset[int], parted: Mapping[tuple[int, int], _Parted]) -> list[Bond]:
    """Return the evidence between members that part, the most telling first; empty where all agree."""
    pairs = [p for i in unit for j in unit if (p := parted.get((i, j))) is not None and p.worth >= _BESIDE]
    return [p.evidence for p in sorted(pairs, key=lambda p: -p.worth)]


def _draft(judge: Judge, members: Sequence[Mention], apart: Sequence[Bond]) -> Draft:
    """Return the fact of mentions that part."""
    story = judge.story
    verdict = Verdict.DIFFERS if any(b.standing is Standing.APART for b in apart) else Verdict.PRECISION
    readings = with_odd([read_detail(story, m.detail) for m in members], classes(members, apart=verdict is Verdict.DIFFERS))
    return Draft(
        min(m.kind for m in members),
        topic(story, members),
        verdict,
        readings,
        note(verdict, readings),
        apart[0].why,
        apart[0].score,
    )
