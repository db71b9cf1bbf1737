"""Which mentions meet: candidates by an index, one to one for each pair of articles, then groups across articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.bond import Bond, bond, family
from tui.compare.mention import Mention
from tui.compare.story import Story
from tui.compare.values import Standing, comparable
from tui.model.detail import Amount, Moment

_PAIRED: Final = 1.8  # the least score of a pair of two articles
_MERGED: Final = 1.44  # the least score between any two members of a group
_MERGED_APART: Final = 2.2  # the same where their values part
_TELLING: Final = 0.3  # a word must weigh as much near a mention to make it a candidate

Bonds = Mapping[tuple[int, int], Bond]


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of different articles that are about one thing."""

    members: tuple[Mention, ...]
    """One mention for each article, in the order of the articles."""
    bonds: tuple[Bond, ...]
    """The evidence between the members, for every pair in the order of ``combinations``."""


def pair(story: Story, found: Sequence[Mention]) -> tuple[Group, ...]:
    """Return the groups of mentions that are about one thing, each article at most once in a group."""
    bonds = _bonds(story, found)
    ranked = sorted(((b.score, -i, -j) for (i, j), b in bonds.items() if b.score >= _PAIRED), reverse=True)
    owner = {n: n for n in range(len(found))}
    members: dict[int, list[int]] = {n: [n] for n in range(len(found))}
    for _, minus_i, minus_j in ranked:
        i, j = owner[-minus_i], owner[-minus_j]
        if i != j and _fits(found, bonds, members[i], members[j]):
            members[i] += members.pop(j)
            for n in members[i]:
                owner[n] = i
    groups = []
    for group in members.values():
        if len(group) > 1:
            inside = sorted(group)
            pairs = [bonds[p] for p in combinations(inside, 2)]
            groups.append(Group(tuple(found[n] for n in inside), tuple(pairs)))
    return tuple(groups)


def _fits(found: Sequence[Mention], bonds: Bonds, left: list[int], right: list[int]) -> bool:
    """Return whether two groups can be one: no article twice, and every pair across them strong enough."""
    if {found[n].article for n in left} & {found[n].article for n in right}:
        return False
    return all(_joins(bonds.get((min(i, j), max(i, j)))) for i in left for j in right)


def _joins(found: Bond | None) -> bool:
    """Return whether two mentions can stand in one group; where their values part, no grave doubt may speak against it."""
    if found is None:
        return False
    if found.standing is Standing.APART:
        return found.score >= _MERGED_APART and not any(doubt.grave for doubt in found.doubts)
    return found.score >= _MERGED


def _bonds(story: Story, found: Sequence[Mention]) -> Bonds:
    """Return the bond of every candidate pair of different articles, by the places of the two in ``found``."""
    holds: dict[tuple[str, str], set[int]] = defaultdict(set)
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, mention in enumerate(found):
        block = _block(mention)
        holds[mention.article, f"{block} {mention.detail.value}"].add(n)
        for key in _keys(story, mention):
            index[block, key].append(n)
    pairs = {(i, j) for places in index.values() for i, j in combinations(places, 2) if found[i].article != found[j].article}
    bonds: dict[tuple[int, int], Bond] = {}
    for i, j in sorted(pairs):
        a, b = found[i], found[j]
        if comparable(a.detail, b.detail):
            elsewhere = bool(
                holds.get((b.article, f"{_block(a)} {a.detail.value}"), set()) - {j}
                or holds.get((a.article, f"{_block(b)} {b.detail.value}"), set()) - {i}
            )
            bonds[i, j] = bond(story, a, b, elsewhere=elsewhere)
    return bonds


def _block(mention: Mention) -> str:
    """Return the name of the block of mentions that one can meet: its dimension, else its kind."""
    value = mention.detail.value
    if isinstance(value, Amount):
        return value.dimension or f"number {value.unit}"
    return "moment" if isinstance(value, Moment) else str(mention.kind)


def _keys(story: Story, mention: Mention) -> set[str]:
    """Return the words under which a mention is looked for."""
    keys = {word for word, weight in mention.near.items() if weight >= _TELLING and word not in story.hubs}
    known = {"head": family(mention.head), "role": mention.role, "point": story.point.get(mention.passage.id, "")}
    return keys | {f"{name} {value}" for name, value in known.items() if value}
