"""How much any two passages of different articles tell the same."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from tui.align.context import in_context
from tui.align.index import Index
from tui.align.kinship import kinship
from tui.align.pairs import Pairs
from tui.align.semantic import with_meaning
from tui.align.soft import alike, softened
from tui.align.sparse import Floats, Ints, Rows
from tui.align.story import Story
from tui.align.twins import with_twins
from tui.align.weights import weighted, weights
from tui.model.settings import AlignSettings

Step = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""

_BLOCK: Final = 1_000_000  # values of the full matrix that are in memory at a time
_SAMPLES: Final = 16  # blocks from which the average is taken


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What is known of the likeness of a story's passages."""

    pairs: Pairs
    """Every pair that is not altogether unlike."""
    average: float
    """The average likeness of all passages of different articles, 0 to 1."""
    terms: Floats
    """The weight of each term of the story."""
    heavy: Rows
    """The weight of each term in each passage."""
    told: Rows
    """How far each passage tells each term."""
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

    def block(self, first: int, last: int, begin: int) -> tuple[Floats, Floats, Floats]:
        """Return for passages ``first`` to ``last`` and all from ``begin`` on the fourth power of likeness and what they share.

        What they share is the weight of the terms of the one that the other tells, and the other way about. The root is left
        to those who need it: most passages of a large story are unlike.
        """
        of_row, of_column = self.of_row.products(first, last, begin), self.of_column.products(first, last, begin)
        little = np.maximum(self.totals + self.settings.least, 1e-9)
        power = of_row * of_column
        power /= little[first:last, None]
        power /= little[None, begin:]
        rows = self.owner[first:last]
        borders = np.searchsorted(self.owner[begin:], np.arange(rows[0], len(self.kin) + 1))
        for article, (start, end) in enumerate(pairwise(borders.tolist()), int(rows[0])):
            power[:, start:end] *= (np.square(self.kin[rows, article]) * (rows != article))[:, None]
        return power, of_row, of_column


def likenesses(story: Story, settings: AlignSettings, step: Step = lambda _share: None) -> Likenesses:
    """Return the likeness of all passages of different articles; ``step`` is told the share that is done and may raise to stop.

    Likeness is the root of soft TF-IDF coverage both ways, each with a constant in the denominator so that a few words in
    common say less than many, times the kinship of the articles, then seen in its context.
    """
    term_weights = weights(story, settings)
    same = alike(story.terms, settings)
    telling = term_weights > 0
    heavy, told = weighted(story, term_weights, settings), softened(story, same)
    measure = _Measure(
        Index.of(heavy, told, telling),
        Index.of(told, heavy, telling),
        heavy.sums(),
        kinship(story, settings),
        story.owner,
        settings,
    )
    pairs, average = _pairs(measure, len(story.passages), settings, step)
    pairs = with_twins(story, in_context(story, with_meaning(story, pairs, settings), term_weights, same, settings))
    return Likenesses(pairs, average, term_weights, heavy, told, same)


def _pairs(measure: _Measure, count: int, settings: AlignSettings, step: Step) -> tuple[Pairs, float]:
    """Return the pairs worth remembering, those above the floor, and the average likeness of all.

    In a large story only the most alike of each passage are remembered, and the average is that of a sample.
    """
    total, strangers, floor = 0.0, 0, settings.floor**4
    found: list[Pairs] = []
    totals = np.maximum(measure.totals, 1e-9)
    at_once = max(1, _BLOCK // count)
    stride = max(1, count // at_once // _SAMPLES)
    for number, first in enumerate(range(0, count, at_once)):
        step(first / count)
        last = min(count, first + at_once)
        next_article = int(np.searchsorted(measure.owner, measure.owner[first], "right"))
        begin = next_article if next_article >= last else first  # passages of one article are not held against one another
        power, of_row, of_column = measure.block(first, last, begin)
        if number % stride == 0:
            later = np.arange(begin, count)[None, :] > np.arange(first, last)[:, None]
            total += float((np.sqrt(np.sqrt(power)) * later).sum())
            strangers += int(((measure.owner[first:last, None] != measure.owner[None, begin:]) & later).sum())
        rows, columns = np.nonzero(power >= floor)
        once = columns + begin > rows + first
        rows, columns = _most(rows[once], columns[once], power, settings.most, floor)
        shared = of_row[rows, columns], of_column[rows, columns]
        likeness = np.minimum(1.0, np.sqrt(np.sqrt(power[rows, columns])))
        a, b = rows + first, columns + begin
        covered = [np.minimum(1.0, weight / totals[end]) for weight, end in zip(shared, (a, b), strict=True)]
        found.append(Pairs(a, b, likeness, *covered))
    return Pairs.joined(found), total / max(1, strangers)


def _most(rows: Ints, columns: Ints, values: Floats, most: int, floor: float) -> tuple[Ints, Ints]:
    """Return those of the places given, of values from ``floor`` up, whose values are among the greatest of their row."""
    counts = np.bincount(rows, minlength=len(values))
    least = np.zeros(len(values))
    for row in np.flatnonzero(counts > most).tolist():
        least[row] = np.partition(values[row][values[row] >= floor], -most)[-most]
    kept = values[rows, columns] >= least[rows]
    return rows[kept], columns[kept]
