"""Links: the pairs of passages that tell the same, those alike enough and those a person made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tui.align.likeness import Pairs
from tui.align.story import Story

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two passages tell the same."""

    value: float
    """The likeness, 0 to 1."""
    covered_a: float
    """The share of the first that the second tells, 0 to 1."""
    covered_b: float
    """The share of the second that the first tells, 0 to 1."""


NONE: Final = Likeness(0.0, 0.0, 0.0)
"""Nothing in common."""
SAME: Final = Likeness(1.0, 1.0, 1.0)
"""The same words."""


def known(story: Story, pairs: Pairs) -> dict[Pair, Likeness]:
    """Return what is known of each pair.

    A passage that stands word for word in another article is like that one alone there: whatever else sounds alike is
    told by a passage of its own.
    """
    columns = (pairs.a, pairs.b, pairs.likeness, pairs.covered_a, pairs.covered_b)
    every = zip(*(column.tolist() for column in columns), strict=True)
    owner = story.owner.tolist()
    twins: dict[int, set[int]] = {}
    same: dict[Pair, Likeness] = {}
    for places in story.twins().values():
        for one in places:
            for other in places:
                if owner[one] < owner[other]:
                    same[one, other] = SAME
                    twins.setdefault(one, set()).add(owner[other])
                    twins.setdefault(other, set()).add(owner[one])
    nothing: set[int] = set()
    found = {
        (a, b): Likeness(value, min(1.0, covered_a), min(1.0, covered_b))
        for a, b, value, covered_a, covered_b in every
        if owner[b] not in twins.get(a, nothing) and owner[a] not in twins.get(b, nothing)
    }
    return found | same


def chosen(likenesses: Mapping[Pair, Likeness], linked: frozenset[Pair], cut: frozenset[Pair], least: float) -> tuple[Pair, ...]:
    """Return the pairs that are links: those alike enough and those made by hand, without those cut by hand."""
    alike = {pair for pair, likeness in likenesses.items() if likeness.value >= least}
    return tuple(sorted((alike | linked) - cut))
