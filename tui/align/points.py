"""Story points: passages that tell the same, grouped so that nothing meets through a third that it is unlike."""

import heapq
from collections import defaultdict
from itertools import pairwise
from typing import Final

from tui.align.pairs import Pairs
from tui.align.story import Story
from tui.model.article import PassageKind
from tui.model.settings import AlignSettings

Pair = tuple[int, int]

_UNLIKE: Final = 0.25  # likeness below which a pair counts as unlike in an average

_APART: Final = 3  # from one passage to the next that still stands in the same place


class _Groups:
    """Groups under way, each known by its lowest passage: members, the likenesses between groups, what must stay apart."""

    def __init__(self, story: Story, pairs: Pairs) -> None:
        """Begin with every passage of a pair as a group of its own."""
        self._story = story
        self.members: dict[int, tuple[int, ...]] = {}
        self.sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self.barred: defaultdict[int, set[int]] = defaultdict(set)
        self._articles: dict[int, dict[int, int]] = {}
        for one, other, likeness in zip(pairs.a.tolist(), pairs.b.tolist(), pairs.likeness.tolist(), strict=True):
            self.add(one)
            self.add(other)
            self.sums[one][other] = self.sums[other][one] = likeness

    def add(self, place: int) -> None:
        """Make a passage a group of its own unless it is one."""
        if place not in self.members:
            self.members[place] = (place,)
            self._articles[place] = {int(self._story.owner[place]): 1}

    def holder(self, place: int) -> int:
        """Return the group that a passage is in."""
        return next(key for key, members in self.members.items() if place in members)

    def average(self, one: int, other: int) -> float:
        """Return the average likeness of the passages of two groups, those of one article left out."""
        here, there = self._articles[one], self._articles[other]
        crossing = len(self.members[one]) * len(self.members[other])
        if crossing > 1:  # two passages alone are of two articles: pairs within one are not held
            for article in here.keys() & there:
                crossing -= here[article] * there[article]
        return self.sums[one].get(other, 0.0) / crossing if crossing else 0.0

    def size(self, one: int, other: int) -> int:
        """Return how many passages two groups hold, 0 where one of them is no more; a group that lives on only grows."""
        return len(self.members[one]) + len(self.members[other]) if one in self.members and other in self.members else 0

    def spans(self, group: int) -> bool:
        """Tell whether a group holds passages of more than one article."""
        return len(self._articles[group]) > 1

    def fit(self, one: int, other: int) -> bool:
        """Tell whether two groups may be one: nothing bars it, and each article's body passages stand together."""
        if other in self.barred[one]:
            return False
        if self._articles[one].keys().isdisjoint(self._articles[other]):
            return True
        by_article: defaultdict[int, list[int]] = defaultdict(list)
        for place in sorted(self.members[one] + self.members[other]):
            if self._story.passages[place].kind is PassageKind.BODY:
                by_article[int(self._story.owner[place])].append(place)
        return all(later - earlier <= _APART for held in by_article.values() for earlier, later in pairwise(held))

    def merge(self, one: int, other: int) -> int:
        """Put two groups together and return the number of the whole."""
        keep, gone = min(one, other), max(one, other)
        self.members[keep] += self.members.pop(gone)
        for article, count in self._articles.pop(gone).items():
            self._articles[keep][article] = self._articles[keep].get(article, 0) + count
        near = self.sums[keep]
        near.pop(gone, None)
        for neighbour, value in self.sums.pop(gone, {}).items():
            if neighbour != keep:
                there = self.sums[neighbour]
                del there[gone]
                near[neighbour] = there[keep] = near.get(neighbour, 0.0) + value
        for barred in self.barred.pop(gone, set()):
            self.barred[barred].discard(gone)
            self.barred[barred].add(keep)
            self.barred[keep].add(barred)
        return keep


def group(
    story: Story, pairs: Pairs, linked: frozenset[Pair], cut: frozenset[Pair], settings: AlignSettings
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of at least two passages of different articles, by average linkage (Sokal and Michener 1958).

    A pair that ``pairs`` does not hold counts as unlike, and so does one that is hardly alike. ``linked`` are put together and
    ``cut`` are kept apart whatever their likeness. An article has one place in a group: passages that stand together.
    """
    groups = _Groups(story, pairs.only(pairs.likeness >= _UNLIKE))
    for one, other in cut:
        groups.barred[one].add(other)
        groups.barred[other].add(one)
    for one, other in sorted(linked):
        groups.add(one)
        groups.add(other)
        first, second = groups.holder(one), groups.holder(other)
        if first != second:
            groups.merge(first, second)
    _agglomerate(groups, settings.grouping)
    found = (tuple(sorted(members)) for key, members in groups.members.items() if groups.spans(key))
    return tuple(sorted(found))


def _agglomerate(groups: _Groups, least: float) -> None:
    """Merge the two groups that are most alike on average until none are alike enough."""
    queue = [
        (-value, one, other, groups.size(one, other))
        for one, others in groups.sums.items()
        for other, likeness in others.items()
        if one < other and likeness >= least and (value := groups.average(one, other)) >= least
    ]
    heapq.heapify(queue)
    while queue:
        _value, one, other, size = heapq.heappop(queue)
        if groups.size(one, other) != size or not groups.fit(one, other):
            continue
        merged = groups.merge(one, other)
        for neighbour, likeness in groups.sums[merged].items():
            if likeness >= least and (average := groups.average(merged, neighbour)) >= least:
                pair = min(merged, neighbour), max(merged, neighbour)
                heapq.heappush(queue, (-average, *pair, groups.size(*pair)))
