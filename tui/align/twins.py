"""Passages that stand word for word in two articles."""

import numpy as np

from tui.align.pairs import Pairs
from tui.align.story import Story


def twins(story: Story) -> tuple[tuple[int, int], ...]:
    """Return the pairs of passages of different articles that hold the same words; case and punctuation apart."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(story.words):
        if each:
            places.setdefault(tuple(word.text.lower() for word in each), []).append(place)
    owner = story.owner.tolist()
    return tuple((one, other) for held in places.values() for one in held for other in held if owner[one] < owner[other])


def with_twins(story: Story, pairs: Pairs) -> Pairs:
    """Return the pairs with those of the same words as alike as can be.

    A passage that stands word for word in another article is like that one alone there: whatever else sounds alike is
    told by a passage of its own.
    """
    same = twins(story)
    if not same:
        return pairs
    settled: dict[int, set[int]] = {}
    owner = story.owner.tolist()
    for one, other in same:
        settled.setdefault(one, set()).add(owner[other])
        settled.setdefault(other, set()).add(owner[one])
    kept = np.ones(len(pairs), dtype=np.bool_)
    places = np.fromiter(settled, dtype=np.int64)
    for pair in np.flatnonzero(np.isin(pairs.a, places) | np.isin(pairs.b, places)).tolist():
        a, b = int(pairs.a[pair]), int(pairs.b[pair])
        kept[pair] = owner[b] not in settled.get(a, ()) and owner[a] not in settled.get(b, ())
    columns = np.array(same, dtype=np.int64)
    ones = np.ones(len(same))
    return Pairs.joined([pairs.only(kept), Pairs(columns[:, 0], columns[:, 1], ones, ones, ones)])
