"""How much any two passages of different articles tell the same."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from tui.align.context import in_context
from tui.align.kinship import kinship
from tui.align.pairs import Pairs
from tui.align.soft import alike, softened
from tui.align.sparse import Floats, Ints, Rows
from tui.align.story import Story
from tui.align.twins import with_twins
from tui.align.weights import weighted, weights
from tui.model.settings import AlignSettings

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

    weighted: Rows
    told: Rows
    weighted_by_term: Rows
    told_by_term: Rows
    totals: Floats
    kin: Floats
    owner: Ints
    settings: AlignSettings

    def block(self, first: int, last: int) -> tuple[Floats, Floats, Floats]:
        """Return likeness and both coverings of passages ``first`` to ``last`` with all."""
        of_row = self.weighted.times(self.told_by_term, first, last)
        of_column = self.told.times(self.weighted_by_term, first, last)
        little = self.totals + self.settings.least
        common = np.sqrt(of_row * of_column / (little[first:last, None] * little[None, :]))
        kin = self.kin[self.owner[first:last]][:, self.owner]
        strange = self.owner[first:last, None] != self.owner[None, :]
        totals = np.maximum(self.totals, 1e-9)
        return np.sqrt(common * kin) * strange, of_row / totals[first:last, None], of_column / totals[None, :]


def likenesses(story: Story, settings: AlignSettings) -> Likenesses:
    """Return the likeness of all passages of different articles.

    Likeness is the root of soft TF-IDF coverage both ways, each with a constant in the denominator so that a few words in
    common say less than many, times the kinship of the articles, then seen in its context.
    """
    term_weights = weights(story, settings)
    same = alike(story.terms, settings)
    heavy, told = weighted(story, term_weights, settings), softened(story, same)
    by_term = heavy.transposed(), told.transposed()
    measure = _Measure(heavy, told, *by_term, heavy.sums(), kinship(story, settings), story.owner, settings)
    count, total = len(story.passages), 0.0
    found: list[Pairs] = []
    step = max(1, _BLOCK // count)
    for first in range(0, count, step):
        likeness, of_row, of_column = measure.block(first, min(count, first + step))
        total += float(likeness.sum())
        rows, columns = np.nonzero(likeness >= settings.floor)
        kept = rows + first < columns
        rows, columns = rows[kept], columns[kept]
        values = (np.minimum(1.0, each[rows, columns]) for each in (likeness, of_row, of_column))
        found.append(Pairs(rows + first, columns, *values))
    strangers = count**2 - float((np.bincount(story.owner) ** 2).sum())
    pairs = with_twins(story, in_context(story, Pairs.joined(found), settings))
    return Likenesses(pairs, total / max(1.0, strangers), term_weights, same)
