"""Rivals: what else in the articles could answer the question that a mention answers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.figures.bond import Bond
from tui.compare.figures.evidence import Doubt
from tui.compare.figures.families import alike_heads
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.standing import Standing
from tui.compare.values import standing
from tui.model.detail import Amount, Moment

Bonds = Mapping[tuple[int, int], Bond]
"""The evidence on pairs of mentions by their places among all, the lesser first."""

OTHERS: Final = frozenset({Doubt.EVENT, Doubt.WHO, Doubt.DAY, Doubt.WINDOW})
"""Doubts for which an equal value is one of another event or person: 12 hurt, where another has 18 hurt and 12 arrested."""
HAIR: Final = 1e-9
"""By how much weights may part that are the same but for rounding."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """What stands beside each mention in its own article and against it in another."""

    scores: Mapping[tuple[int, str], tuple[float, ...]]
    """The weights of the evidence that ties a mention to those of an article."""
    equal: Mapping[tuple[int, str], float]
    """The greatest such weight among those of equal value."""
    answers: tuple[int, ...]
    """How many values, each mention's own among them, its article gives to the like of its question."""

    def ahead(self, n: int, article: str, score: float) -> int:
        """Return how many mentions of an article are tied to one by more than ``score``."""
        return sum(other > score + HAIR for other in self.scores.get((n, article), ()))


def rivals(found: Sequence[Mention], bonds: Bonds) -> Rivals:
    """Return the rivals of every mention."""
    scores: dict[tuple[int, str], list[float]] = defaultdict(list)
    equal: dict[tuple[int, str], float] = defaultdict(float)
    for (i, j), evidence in bonds.items():
        for key in ((i, found[j].article), (j, found[i].article)):
            scores[key].append(evidence.score)
            if evidence.standing is Standing.EQUAL and not evidence.doubts.keys() & OTHERS:
                equal[key] = max(equal[key], evidence.score)
    own: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, mention in enumerate(found):
        own[mention.article, block(mention)].append(n)
    answers = tuple(_answers(mention, [found[m] for m in own[mention.article, block(mention)]]) for mention in found)
    return Rivals({key: tuple(known) for key, known in scores.items()}, equal, answers)


def block(mention: Mention) -> str:
    """Return the name of the block of mentions that one can meet: its dimension, else its kind."""
    value = mention.detail.value
    if isinstance(value, Amount):
        return value.dimension or f"number {value.unit}"
    return "moment" if isinstance(value, Moment) else str(mention.kind)


def _answers(mention: Mention, own: Sequence[Mention]) -> int:
    """Return how many values an article gives to the question of a mention, or one like it."""
    value = mention.detail.value
    parted = (m for m in own if _asked_alike(mention, m) and standing(value, m.detail.value) is Standing.APART)
    return len({str(value), *(str(m.detail.value) for m in parted)})


def _asked_alike(a: Mention, b: Mention) -> bool:
    """Return whether two mentions of one article may answer one question."""
    if a.kind in MOMENTS:
        return bool(a.verb and a.verb == b.verb) or bool(a.deed and a.deed == b.deed)
    if a.role or b.role:
        return a.role == b.role
    return alike_heads(a, b) if a.head or b.head else True
