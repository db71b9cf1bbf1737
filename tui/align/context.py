"""What stands around two passages and for or against their telling the same: neighbours, company, deeds, days."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np

from tui.align.company import in_company
from tui.align.deeds import in_deed
from tui.align.pairs import Pairs
from tui.align.sparse import Floats
from tui.align.story import Story
from tui.model.settings import AlignSettings

_USUAL_NEIGHBOUR: Final = 0.25  # likeness of the neighbours of a pair that tells half the time the same
_USUAL_COMPANY: Final = 0.34  # the same for company
_USUAL_DEED: Final = 0.2  # the same for deeds
_LONG: Final = 30  # days between two articles that do not tell the same news
_THIRD: Final = 3  # articles from which there is a third one


def in_context(
    story: Story, pairs: Pairs, weights: Floats, alike: Sequence[tuple[int, int, float]], settings: AlignSettings
) -> Pairs:
    """Return the pairs with a likeness that knows their context."""
    if not len(pairs):
        return pairs
    rise = 1.0 + settings.neighbours * (_neighbours(story, pairs) - _USUAL_NEIGHBOUR)
    if settings.deed:
        rise += settings.deed * (in_deed(story, pairs, weights, alike, settings) - _USUAL_DEED)
    likeness = pairs.likeness * rise
    likeness[_apart(story, pairs)] *= settings.another_day
    likeness[_since(story, pairs)] *= settings.since
    known = pairs.liked(np.clip(likeness, 0.0, 1.0))
    if story.articles < _THIRD:
        return known
    company = in_company(known, len(story.passages)) - _USUAL_COMPANY
    rise = 1.0 + settings.company * company * (1.0 - known.likeness)  # what is alike in itself needs no company
    return known.liked(np.clip(known.likeness * rise, 0.0, 1.0))


def _neighbours(story: Story, pairs: Pairs) -> Floats:
    """Return the greatest likeness of a passage beside one to a passage beside the other."""
    best = np.zeros(len(pairs))
    for step_a in (-1, 1):
        for step_b in (-1, 1):
            best = np.maximum(best, beside(story, pairs, step_a, step_b))
    return best


def beside(story: Story, pairs: Pairs, step_a: int, step_b: int) -> Floats:
    """Return how like the passages are that stand so many steps from those of each pair, 0 where the article ends before."""
    count = len(story.passages)
    a, b = pairs.a + step_a, pairs.b + step_b
    inside = (a >= 0) & (b >= 0) & (a < count) & (b < count)
    near_a, near_b = np.where(inside, a, 0), np.where(inside, b, 0)
    inside &= (story.owner[near_a] == story.owner[pairs.a]) & (story.owner[near_b] == story.owner[pairs.b])
    return np.where(inside, pairs.likeness_of(near_a, near_b, count), 0.0)


def _apart(story: Story, pairs: Pairs) -> list[int]:
    """Return the numbers of the pairs that are of another day."""
    dated = np.array([bool(spans) for spans in story.days], dtype=np.bool_)
    both = np.flatnonzero(dated[pairs.a] & dated[pairs.b])
    ends = zip(both.tolist(), pairs.a[both].tolist(), pairs.b[both].tolist(), strict=True)
    return [pair for pair, a, b in ends if another_day(story, a, b)]


def _since(story: Story, pairs: Pairs) -> list[int]:
    """Return the numbers of the pairs whose later article came out long after the earlier and speaks of its own time.

    What it tells without naming a day that the earlier one can have known is likelier to have happened since.
    """
    days = np.array([day.toordinal() if day else 0 for day in story.published], dtype=np.int64)
    first, other = days[story.owner[pairs.a]], days[story.owner[pairs.b]]
    long = np.flatnonzero((first > 0) & (other > 0) & (np.abs(first - other) > _LONG))
    later = np.where(first > other, pairs.a, pairs.b)[long].tolist()
    known = [date.fromordinal(day) for day in np.minimum(first, other)[long].tolist()]
    return [
        pair
        for pair, place, day in zip(long.tolist(), later, known, strict=True)
        if not any(begins <= day for begins, _ends in story.days[place])
    ]


def another_day(story: Story, a: int, b: int) -> bool:
    """Tell whether both passages name days and none is the same."""
    here, there = story.days[a], story.days[b]
    meeting = any(one[0] <= other[1] and other[0] <= one[1] for one in here for other in there)
    return bool(here and there) and not meeting
