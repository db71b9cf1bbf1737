"""Story points: passages that tell the same, grouped so that nothing meets through a third that it is unlike."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tui.align.pairs import Pairs
from tui.align.story import Story
from tui.model.article import PassageKind
from tui.model.settings import AlignSettings

Pair = tuple[int, int]

_APART: Final = 2  # from one passage to the next that still stands in the same place


@dataclass(slots=True)
class _Groups:
    """Groups under way: members of each, and the sum of the likenesses between any two that have some."""

    members: dict[int, tuple[int, ...]]
    sums: dict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    barred: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def group(
    story: Story,
    pairs: Pairs,
    linked: frozenset[Pair],
    cut: frozenset[Pair],
    settings: AlignSettings,
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of at least two passages of different articles, by average linkage (Sokal and Michener 1958).

    A pair that ``pairs`` does not hold counts as unlike. ``linked`` are put together and ``cut`` are kept apart whatever
    their likeness. An article has one place in a group: passages that stand together.
    """
    likeness = dict(zip(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True), pairs.likeness.tolist(), strict=True))
    groups = _Groups({place: (place,) for pair in likeness for place in pair})
    for one, other in linked:
        for place in (one, other):
            groups.members.setdefault(place, (place,))
    for (one, other), value in likeness.items():
        groups.sums[one][other] = groups.sums[other][one] = value
    for one, other in cut:
        groups.barred[one].add(other)
        groups.barred[other].add(one)
    for one, other in sorted(linked):
        first, second = _holder(groups, one), _holder(groups, other)
        if first != second:
            _merge(groups, first, second)
    _agglomerate(story, groups, settings)
    return tuple(
        sorted(
            tuple(sorted(members)) for members in groups.members.values() if len({story.owner[place] for place in members}) > 1
        )
    )


def _holder(groups: _Groups, place: int) -> int:
    """Return the group that a passage is in."""
    return next(key for key, members in groups.members.items() if place in members)


def _agglomerate(story: Story, groups: _Groups, settings: AlignSettings) -> None:
    """Merge the two groups that are most alike on average until none are alike enough."""
    queue = [
        (-_average(story, groups, one, other), one, other)
        for one, others in groups.sums.items()
        for other in others
        if one < other and one in groups.members and other in groups.members
    ]
    heapq.heapify(queue)
    while queue:
        value, one, other = heapq.heappop(queue)
        if -value < settings.grouping:
            return
        if one not in groups.members or other not in groups.members or -_average(story, groups, one, other) != value:
            continue
        if other in groups.barred[one] or not _one_place(story, groups.members[one] + groups.members[other]):
            continue
        merged = _merge(groups, one, other)
        for neighbour in groups.sums[merged]:
            first, second = min(merged, neighbour), max(merged, neighbour)
            heapq.heappush(queue, (-_average(story, groups, first, second), first, second))


def _merge(groups: _Groups, one: int, other: int) -> int:
    """Put the second group into the first, whose number is the lower one, and return it."""
    keep, gone = min(one, other), max(one, other)
    groups.members[keep] += groups.members.pop(gone)
    for neighbour, value in groups.sums.pop(gone, {}).items():
        groups.sums[neighbour].pop(gone, None)
        if neighbour != keep:
            total = groups.sums[keep].get(neighbour, 0.0) + value
            groups.sums[keep][neighbour] = groups.sums[neighbour][keep] = total
    for barred in groups.barred.pop(gone, set()):
        groups.barred[barred].discard(gone)
        groups.barred[barred].add(keep)
        groups.barred[keep].add(barred)
    return keep


def _average(story: Story, groups: _Groups, one: int, other: int) -> float:
    """Return the average likeness of the passages of two groups, those of one article left out."""
    owner = story.owner
    crossing = sum(owner[a] != owner[b] for a in groups.members[one] for b in groups.members[other])
    return groups.sums[one].get(other, 0.0) / crossing if crossing else 0.0


def _one_place(story: Story, places: Iterable[int]) -> bool:
    """Tell whether each article's body passages among these stand together, at most one passage between two."""
    by_article: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        if story.passages[place].kind is PassageKind.BODY:
            by_article[int(story.owner[place])].append(place)
    return all(later - earlier <= _APART for held in by_article.values() for earlier, later in pairwise(sorted(held)))
