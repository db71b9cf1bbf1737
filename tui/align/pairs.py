"""Pairs of passages with their likeness, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from tui.align.sparse import Floats, Ints, Rows

_BLOCK: Final = 1_000_000  # values of a full matrix that are in memory at a time


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of passages of different articles, by their places in the story, the earlier first, each pair once and in order."""

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

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.a)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> "Pairs":
        """Return the pairs of all parts in order, each pair once."""
        columns = [
            np.concatenate(column)
            for column in zip(*((part.a, part.b, part.likeness, part.covered_a, part.covered_b) for part in parts), strict=True)
        ]
        keys = columns[0] * (columns[1].max(initial=0) + 1) + columns[1]
        order = np.argsort(keys, kind="stable")  # quick where the parts are in order already
        order = order[np.diff(keys[order], prepend=-1) != 0]
        a, b, likeness, covered_a, covered_b = (column[order] for column in columns)
        return cls(a, b, likeness, covered_a, covered_b)

    def only(self, kept: NDArray[np.bool_]) -> "Pairs":
        """Return the pairs that are marked."""
        return Pairs(self.a[kept], self.b[kept], self.likeness[kept], self.covered_a[kept], self.covered_b[kept])

    def liked(self, likeness: Floats) -> "Pairs":
        """Return the pairs with another likeness."""
        return Pairs(self.a, self.b, likeness, self.covered_a, self.covered_b)

    def likeness_of(self, a: Ints, b: Ints, count: int) -> Floats:
        """Return the likeness of pairs of places, 0 for one that is not held; ``count`` is the number of passages."""
        if not len(self):
            return np.zeros(len(a))
        keys, wanted = self.a * count + self.b, np.minimum(a, b) * count + np.maximum(a, b)
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[places] == wanted, self.likeness[places], 0.0)

    def products(self, left: Rows, right: Rows) -> Floats:
        """Return for each pair the product of the row of the first in ``left`` with that of the second in ``right``."""
        by_column = right.transposed()
        found = np.zeros(len(self))
        step = max(1, _BLOCK // max(1, len(right)))
        for first in range(0, len(left), step):
            last = min(len(left), first + step)
            here = slice(*np.searchsorted(self.a, (first, last)))
            found[here] = left.times(by_column, first, last)[self.a[here] - first, self.b[here]]
        return found
