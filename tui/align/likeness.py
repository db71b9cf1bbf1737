"""How much any two passages of different articles tell the same."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from tui.align.kinship import kinship
from tui.align.soft import alike, softened
from tui.align.sparse import Floats, Ints, Rows
from tui.align.story import Story
from tui.align.weights import weighted, weights
from tui.model.settings import AlignSettings

_BLOCK: Final = 2_000_000  # values of the full matrix that are in memory at a time


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of passages of different articles, by their place in the story, the earlier first."""

    a: Ints
    """The earlier passage of each pair."""
    b: Ints
    """The later one."""
    likeness: Floats
    """How much they tell the same, 0 to 1."""
    covered_a: Floats
    """The share of the first that the second tells, 0 to 1."""
    covered_b: Floats
    """The share of the second that the first tells, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What is known of the likeness of a story's passages."""

    pairs: Pairs
    """Every pair that is not altogether unlike."""
    nearest: Ints
    """For each passage and article, the passage there that is most like it; -1 where none has anything in common."""
    near: Floats
    """How like that passage is."""
    terms: Floats
    """The weight of each term of the story."""
    alike: tuple[tuple[int, int, float], ...]
    """Pairs of terms that stand for one another and how far."""
    average: float
    """The average likeness of all passages of different articles, 0 to 1."""


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
        likeness = np.sqrt(common * kin) * strange
        totals = np.maximum(self.totals, 1e-9)
        return likeness, of_row / totals[first:last, None], of_column / totals[None, :]


def likenesses(story: Story, settings: AlignSettings) -> Likenesses:
    """Return the likeness of all passages of different articles.

    Likeness is the root of soft TF-IDF coverage both ways, each with a constant in the denominator so that a few words in
    common say less than many, times the kinship of the articles.
    """
    term_weights = weights(story, settings)
    same = alike(story.terms, settings)
    heavy, told = weighted(story, term_weights, settings), softened(story, same)
    measure = _Measure(
        heavy,
        told,
        heavy.transposed(),
        told.transposed(),
        heavy.sums(),
        kinship(story, settings),
        story.owner,
        settings,
    )
    count, articles = len(story.passages), story.articles
    borders = np.searchsorted(story.owner, np.arange(articles))
    nearest, near = np.full((count, articles), -1, dtype=np.int64), np.zeros((count, articles))
    found: list[tuple[Ints, Ints, Floats, Floats, Floats]] = []
    total = 0.0
    step = max(1, _BLOCK // max(1, count))
    for first in range(0, count, step):
        last = min(count, first + step)
        likeness, of_row, of_column = measure.block(first, last)
        total += float(likeness.sum())
        rows, columns = np.nonzero(likeness >= settings.floor)
        kept = rows + first < columns
        rows, columns = rows[kept], columns[kept]
        found.append((rows + first, columns, likeness[rows, columns], of_row[rows, columns], of_column[rows, columns]))
        near[first:last] = np.maximum.reduceat(likeness, borders, axis=1)
        for article, (start, end) in enumerate(zip(borders, [*borders[1:], count], strict=True)):
            best = likeness[:, start:end].argmax(axis=1) + start
            nearest[first:last, article] = np.where(near[first:last, article] > 0, best, -1)
    a, b, likeness, covered_a, covered_b = (np.concatenate(column) for column in zip(*found, strict=True))
    strangers = count**2 - float((np.bincount(story.owner) ** 2).sum())
    return Likenesses(Pairs(a, b, likeness, covered_a, covered_b), nearest, near, term_weights, same, total / max(1.0, strangers))
