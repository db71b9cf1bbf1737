"""Figures and moments of linked passages that the pairing by their own words has left apart.

Two passages that tell the same, each with one figure of a kind, are worth a reader's look where the figures part, even where
too few words stand near both to say on their own that they count one thing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.bond import Bond, bond
from tui.compare.draft import Draft, read_detail, with_odd
from tui.compare.figures import classes
from tui.compare.mention import Mention
from tui.compare.note import note
from tui.compare.pairing import Group
from tui.compare.story import Story
from tui.compare.topic import topic
from tui.compare.values import Standing, comparable
from tui.compare.worth import worth
from tui.model.collation import Verdict

_WORTH: Final = 0.3  # the least probability of a pair that is told; more than half of such pairs were on a sheet
_BESIDE: Final = 0.2  # the least between any two members that part

Span = tuple[str, int]
"""A passage and the place in it where a reading begins."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """Two mentions of linked passages whose values are not equal."""

    worth: float
    """The probability that a reader finds them worth a look."""
    a: int
    """The place of the one among the mentions."""
    b: int
    """The place of the other."""
    evidence: Bond
    """What says that they are about one thing."""


def linked_facts(
    story: Story, found: Sequence[Mention], groups: Sequence[Group], drafts: Sequence[Draft]
) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Return the drafts without those that a new one takes in, and the new ones."""
    told = {(r.passage, r.start) for d in drafts if d.verdict is not Verdict.AGREE for r in d.readings}
    free = [m for m in found if _span(m) not in told]
    places = {_span(m): n for n, m in enumerate(free)}
    parted = {(p.a, p.b): p for p in _parted(story, free)}
    unit = {n: frozenset({n}) for n in range(len(free))}
    for group in groups:
        agreeing = frozenset(places[s] for m in group.members if (s := _span(m)) in places)
        if all(b.standing is Standing.EQUAL for _, _, b in group.bonds):
            unit |= dict.fromkeys(agreeing, agreeing)
    for pair in sorted(parted.values(), key=lambda p: (-p.worth, p.a, p.b)):
        joined = unit[pair.a] | unit[pair.b]
        if pair.worth >= _WORTH and unit[pair.a] != unit[pair.b] and _fits(free, parted, unit[pair.a], unit[pair.b]):
            unit |= dict.fromkeys(joined, joined)
    sets = sorted({u for u in unit.values() if _apart(u, parted)}, key=min)
    new = tuple(_draft(story, [free[n] for n in sorted(u)], _apart(u, parted)) for u in sets)
    taken = {(r.passage, r.start) for d in new for r in d.readings}
    kept = tuple(d for d in drafts if not (d.verdict is Verdict.AGREE and {(r.passage, r.start) for r in d.readings} <= taken))
    return kept, new


def _span(mention: Mention) -> Span:
    """Return where a mention begins."""
    return mention.detail.passage, mention.detail.start


def _parted(story: Story, free: Sequence[Mention]) -> Iterator[_Parted]:
    """Yield the pairs of linked passages' mentions that can be compared and are not equal."""
    by_passage: dict[str, list[int]] = defaultdict(list)
    for n, mention in enumerate(free):
        by_passage[mention.passage.id].append(n)
    for p, q in story.likeness:
        for n in by_passage.get(p, ()):
            for m in by_passage.get(q, ()):
                if n < m and free[n].article != free[m].article and comparable(free[n].detail, free[m].detail):
                    evidence = bond(story, free[n], free[m])
                    if evidence.standing in {Standing.INSIDE, Standing.APART}:
                        yield _Parted(worth(story, free[n], free[m], evidence), n, m, evidence)


def _fits(
    free: Sequence[Mention], parted: Mapping[tuple[int, int], _Parted], left: frozenset[int], right: frozenset[int]
) -> bool:
    """Return whether two sets can be one: no article twice, and no pair across them that speaks against it."""
    if {free[n].article for n in left} & {free[n].article for n in right}:
        return False
    across = [parted.get((min(n, m), max(n, m))) for n in left for m in right]
    return all(p is None or p.worth >= _BESIDE for p in across)


def _apart(unit: frozenset[int], parted: Mapping[tuple[int, int], _Parted]) -> list[Bond]:
    """Return the evidence between members that part, the most telling first; empty where all agree."""
    pairs = [p for p in parted.values() if {p.a, p.b} <= unit and p.worth >= _BESIDE]
    return [p.evidence for p in sorted(pairs, key=lambda p: -p.worth)]


def _draft(story: Story, members: Sequence[Mention], apart: Sequence[Bond]) -> Draft:
    """Return the fact of mentions that part."""
    verdict = Verdict.DIFFERS if any(b.standing is Standing.APART for b in apart) else Verdict.PRECISION
    readings = with_odd([read_detail(story, m.detail) for m in members], classes(members, apart=verdict is Verdict.DIFFERS))
    return Draft(members[0].kind, topic(story, members), verdict, readings, note(verdict, readings), apart[0].why, apart[0].score)
