"""Which mentions meet: candidates by an index, one to one for each pair of articles, then groups across articles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.figures.bond import Bond, bond, doubted
from tui.compare.figures.evidence import Doubt, Sign
from tui.compare.figures.families import family
from tui.compare.figures.mention import Mention
from tui.compare.figures.rivals import Bonds, block
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import comparable

_PAIRED: Final = 1.8  # the least score of a pair of two articles
_MERGED: Final = 1.44  # the least score between any two members of a group
_BACK: Final = 1.0  # what the doubt of an equal elsewhere takes and a question asked of both gives back
_EQUAL: Final = 1.7  # the least score of two equal mentions that keeps others away
_MERGED_APART: Final = 2.15  # the same, on the whole, where their values part
_LEAST_APART: Final = 1.3  # and the least of any such pair
_FEW: Final = 24  # figures of one dimension that are all held against one another, as moments always are
_TELLING: Final = 0.3  # a word must weigh as much near a mention to make it a candidate


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of different articles that are about one thing."""

    members: tuple[Mention, ...]
    """One mention for each article, in the order of the articles; two where an article gives two values."""
    bonds: tuple[tuple[Mention, Mention, Bond], ...]
    """The evidence between members of different articles, pair by pair."""


def pair(found: Sequence[Mention], bonds: Bonds) -> tuple[Group, ...]:
    """Return the groups of mentions that are about one thing, each article at most once in a group."""
    ranked = sorted(
        ((not (found[i].floating or found[j].floating), b.score, -i, -j) for (i, j), b in bonds.items() if b.score >= _PAIRED),
        reverse=True,
    )
    owner = {n: n for n in range(len(found))}
    members: dict[int, list[int]] = {n: [n] for n in range(len(found))}
    for _, _, minus_i, minus_j in ranked:
        i, j = owner[-minus_i], owner[-minus_j]
        if i != j and _fits(found, bonds, members[i], members[j]):
            members[i] += members.pop(j)
            for n in members[i]:
                owner[n] = i
    groups = []
    for group in _told_twice(found, bonds, list(members.values())):
        if len(group) > 1:
            inside = sorted(group)
            pairs = {p: bonds[p] for p in combinations(inside, 2) if p in bonds}
            groups.append(Group(tuple(found[n] for n in inside), tuple((found[i], found[j], b) for (i, j), b in pairs.items())))
    return tuple(groups)


def _told_twice(found: Sequence[Mention], bonds: Bonds, groups: list[list[int]]) -> list[list[int]]:
    """Return the groups, those made one that give two values for one thing because an article itself gives both."""
    merged: list[list[int]] = []
    for group in sorted(groups, key=len, reverse=True):
        other = next((g for g in merged if _one_thing(found, bonds, g, group)), None)
        if other is None:
            merged.append(list(group))
        else:
            other += group
    return merged


def _one_thing(found: Sequence[Mention], bonds: Bonds, left: list[int], right: list[int]) -> bool:
    """Return whether two groups, both told by one article, answer one question of one event with two values."""
    twice = [(i, j) for i in left for j in right if found[i].article == found[j].article]
    if not twice or any(side_by_side(found[i], found[j]) for i, j in twice):
        return False  # what stands side by side is told as two things
    across = [bonds.get((min(i, j), max(i, j))) for i in left for j in right if found[i].article != found[j].article]
    sound = [b for b in across if b is not None and (_same_question(b) if b.standing is Standing.APART else b.score >= _MERGED)]
    parted = [b.score + _BACK for b in sound if b.standing is Standing.APART]
    return bool(parted) and len(sound) == len(across) and sum(parted) >= _MERGED_APART * len(parted)


def side_by_side(a: Mention, b: Mention) -> bool:
    """Return whether two mentions of one article stand in one passage or in neighbouring ones, and so tell of two things."""
    numbers = [int(m.passage.id.removeprefix(m.article)) for m in (a, b)]
    return abs(numbers[0] - numbers[1]) <= 1


def _same_question(found: Bond) -> bool:
    """Return whether nothing but the value's equal elsewhere speaks against a pair that answers one question."""
    return (
        Sign.ROLE in found.signs
        and Sign.EVENT in found.signs
        and not any(d.grave for d in found.doubts if d is not Doubt.ELSEWHERE)
    )


def _fits(found: Sequence[Mention], bonds: Bonds, left: list[int], right: list[int]) -> bool:
    """Return whether two groups can be one: no article twice, and every pair across them strong enough."""
    if {found[n].article for n in left} & {found[n].article for n in right}:
        return False
    across = [bonds.get((min(i, j), max(i, j))) for i in left for j in right]
    known = [b for b in across if b is not None]
    if len(known) < len(across) or not all(_joins(b) for b in known):
        return False
    parted = [b.score for b in known if b.standing is Standing.APART]
    return not parted or sum(parted) >= _MERGED_APART * len(parted)


def _joins(found: Bond) -> bool:
    """Return whether two mentions can stand in one group; where their values part, no grave doubt may speak against it."""
    if Sign.TWIN in found.signs:
        return True
    if found.standing is Standing.APART:
        return found.score >= _LEAST_APART and not any(doubt.grave for doubt in found.doubts)
    told_apart = found.standing is Standing.EQUAL and Doubt.EVENT in found.doubts  # 12 hurt and 12 arrested
    return found.score >= _MERGED and not told_apart


def bonds(story: Story, found: Sequence[Mention]) -> Bonds:
    """Return the bond of every candidate pair of different articles, by the places of the two in ``found``."""
    pairs = {(i, j) for i, j in _candidates(story, found) if found[i].article != found[j].article}
    raw = {(i, j): bond(story, found[i], found[j]) for i, j in sorted(pairs) if comparable(found[i].detail, found[j].detail)}
    return _with_doubts(found, raw)


def _candidates(story: Story, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the places of mentions that may be about one thing: by a word or key, in linked passages, or as two of few."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    blocks: dict[str, list[int]] = defaultdict(list)
    by_passage: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, mention in enumerate(found):
        blocks[block(mention)].append(n)
        by_passage[mention.passage.id, block(mention)].append(n)
        for key in _keys(story, mention):
            index[block(mention), key].append(n)
    for places in index.values():
        yield from combinations(places, 2)
    for name, places in blocks.items():
        if len(places) <= _FEW or name == "moment":
            yield from combinations(places, 2)
    for p, q in story.likeness:
        for name in blocks if p < q else ():
            yield from ((min(n, m), max(n, m)) for n in by_passage.get((p, name), ()) for m in by_passage.get((q, name), ()))


def _with_doubts(found: Sequence[Mention], raw: dict[tuple[int, int], Bond]) -> Bonds:
    """Return the bonds, those doubted whose one side has its equal, told of the same, elsewhere in the other's article."""
    equal = {(n, found[m].article) for (i, j), b in raw.items() if _is_equal(b) for n, m in ((i, j), (j, i))}
    return {
        (i, j): doubted(b)
        if b.standing is Standing.APART and ((i, found[j].article) in equal or (j, found[i].article) in equal)
        else b
        for (i, j), b in raw.items()
    }


def _is_equal(found: Bond) -> bool:
    """Return whether two mentions give one value and are likely about one thing."""
    return found.standing is Standing.EQUAL and found.score >= _EQUAL


def _keys(story: Story, mention: Mention) -> set[str]:
    """Return the words under which a mention is looked for."""
    keys = {word for word, weight in mention.near.items() if weight >= _TELLING and word not in story.hubs}
    known = {
        "head": family(mention.head),
        "role": mention.role,
        "verb": mention.verb,
        "deed": mention.deed,
        "who": mention.who,
        "point": story.point.get(mention.passage.id, ""),
    }
    keys |= {f"name {name}" for name in mention.names}
    return keys | {f"{name} {value}" for name, value in known.items() if value}
