"""How much any two passages of different articles tell the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tui.align.context import in_context
from tui.align.index import Index
from tui.align.kinship import kinship
from tui.align.pairs import Pairs
from tui.align.semantic import with_meaning
from tui.align.soft import alike, softened
from tui.align.sparse import Floats, Ints
from tui.align.story import Story
from tui.align.twins import with_twins
from tui.align.weights import weighted, weights
from tui.model.settings import AlignSettings

Step = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""

_BLOCK: Final = 1_000_000  # values of the full matrix that are in memory at a time


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What is known of the likeness of a story's passages."""

    pairs: Pairs
    """Every pair that is not altogether unlike."""
    average: float
    """The average likeness of all passages of different articles, 0 to 1."""
    terms: Floats
    """The weight of each term of the story."""
    alike: tuple[tuple[int, int, float], ...]
    """Pairs of terms that stand for one another and how far."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What the likeness of a block of passages is computed from."""

    of_row: Index
    of_column: Index
    totals: Floats
    kin: Floats
    owner: Ints
    settings: AlignSettings

    def block(self, first: int, last: int) -> tuple[Floats, Floats, Floats]:
        """Return likeness and both coverings of passages ``first`` to ``last`` with all."""
        of_row, of_column = self.of_row.products(first, last), self.of_column.products(first, last)
        little = np.sqrt(np.maximum(self.totals + self.settings.least, 1e-9))
        likeness = np.sqrt(of_row * of_column)
        likeness *= self.kin[self.owner[first:last]][:, self.owner]
        likeness /= little[first:last, None]
        likeness /= little[None, :]
        np.sqrt(likeness, out=likeness)
        likeness[self.owner[first:last, None] == self.owner[None, :]] = 0.0
        return likeness, of_row, of_column


def likenesses(story: Story, settings: AlignSettings, step: Step = lambda _share: None) -> Likenesses:
    """Return the likeness of all passages of different articles; ``step`` is told the share that is done and may raise to stop.

    Likeness is the root of soft TF-IDF coverage both ways, each with a constant in the denominator so that a few words in
    common say less than many, times the kinship of the articles, then seen in its context.
    """
    term_weights = weights(story, settings)
    same = alike(story.terms, settings)
    heavy, told = weighted(story, term_weights, settings), softened(story, same)
    spread = story.spread()
    measure = _Measure(
        Index.of(heavy, told, spread),
        Index.of(told, heavy, spread),
        heavy.sums(),
        kinship(story, settings),
        story.owner,
        settings,
    )
    pairs, total = _pairs(measure, len(story.passages), settings, step)
    strangers = len(story.passages) ** 2 - float((np.bincount(story.owner) ** 2).sum())
    pairs = with_twins(story, in_context(story, with_meaning(story, pairs, settings), settings))
    return Likenesses(pairs, total / max(1.0, strangers), term_weights, same)


def _pairs(measure: _Measure, count: int, settings: AlignSettings, step: Step) -> tuple[Pairs, float]:
    """Return the pairs worth remembering and the sum of all likenesses, of each pair both ways.

    They are those above the floor, in a large story the most alike of each passage.
    """
    total = 0.0
    found: list[Pairs] = []
    totals = np.maximum(measure.totals, 1e-9)
    rows_at_once = max(1, _BLOCK // count)
    for first in range(0, count, rows_at_once):
        step(first / count)
        last = min(count, first + rows_at_once)
        likeness, of_row, of_column = measure.block(first, last)
        total += float(likeness.sum())
        least = np.full((last - first, 1), settings.floor)
        if count > settings.most:
            least = np.maximum(least, np.partition(likeness, count - settings.most, axis=1)[:, count - settings.most, None])
        rows, columns = np.nonzero(likeness >= least)
        covered = np.minimum(1.0, of_row[rows, columns] / totals[rows + first])
        back = np.minimum(1.0, of_column[rows, columns] / totals[columns])
        values = np.minimum(1.0, likeness[rows, columns])
        rows += first
        turned = rows > columns
        found.append(
            Pairs(
                np.where(turned, columns, rows),
                np.where(turned, rows, columns),
                values,
                np.where(turned, back, covered),
                np.where(turned, covered, back),
            )
        )
    return Pairs.joined(found), total
