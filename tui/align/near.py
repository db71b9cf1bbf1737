"""Near: pairs of passages that are not linked and are likeliest about one event or one state of one thing all the same."""

from collections.abc import Collection
from functools import cache

import numpy as np

from tui.align.likeness import Likenesses
from tui.align.points import Pair
from tui.align.signs import SIGNS, signs
from tui.align.sparse import Floats
from tui.align.story import Story
from tui.language.tables import rows
from tui.model.alignment import Near
from tui.model.settings import AlignSettings


def near(story: Story, found: Likenesses, together: Collection[Pair], settings: AlignSettings) -> tuple[Near, ...]:
    """Return the likeliest of the pairs that are not ``together`` already.

    As many are told as the story has passages, by ``settings.near``; none in a story too large to be parsed.
    """
    count, pairs = len(story.passages), found.pairs
    if count > settings.parsed or not len(pairs):
        return ()
    known = np.fromiter((a * count + b for a, b in together), dtype=np.int64, count=len(together))
    likely = _likely(signs(story, found, settings.threshold + settings.crowding * found.average))
    likely[np.isin(pairs.a * count + pairs.b, known)] = 0.0
    best = np.lexsort((pairs.b, pairs.a, -likely))[: int(settings.near * count)]
    best = best[likely[best] > 0]
    told: dict[Pair, Near] = {}
    for one, other, value in zip(pairs.a[best].tolist(), pairs.b[best].tolist(), likely[best].tolist(), strict=True):
        a, b = sorted((one, other), key=story.reading.__getitem__)
        told[story.reading[a], story.reading[b]] = Near(story.passages[a].id, story.passages[b].id, round(value, 3))
    return tuple(told[place] for place in sorted(told))


def _likely(columns: Floats) -> Floats:
    """Return the probability of each row of signs, by a logistic model."""
    each, always = _weights()
    return np.asarray(1.0 / (1.0 + np.exp(-(columns @ np.array(each) + always))))


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    """Return the weight of each sign, in their order, and of what always speaks against a pair."""
    table = {name: float(weight) for name, weight in rows("tui.align", "near.tsv")}
    return tuple(table.get(name, 0.0) for name in SIGNS), table["always"]
