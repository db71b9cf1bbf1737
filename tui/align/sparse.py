"""Sparse matrices by rows, as much of them as alignment needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix, row after row."""

    starts: Ints
    """Where each row begins in ``columns``; one more than there are rows."""
    columns: Ints
    """The column of each value, ascending within a row."""
    values: Floats
    """The values that are not zero."""
    width: int
    """The number of columns."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[tuple[int, float]]], width: int) -> Self:
        """Return the matrix with these columns and values in each row."""
        starts = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in rows], out=starts[1:])
        columns = np.fromiter((column for row in rows for column, _ in row), dtype=np.int64, count=int(starts[-1]))
        values = np.fromiter((value for row in rows for _, value in row), dtype=np.float64, count=int(starts[-1]))
        return cls(starts, columns, values, width)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def owners(self) -> Ints:
        """Return the row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))

    def transposed(self) -> "Rows":
        """Return the matrix with rows and columns changed over."""
        order = np.argsort(self.columns, kind="stable")
        starts = np.zeros(self.width + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.columns, minlength=self.width), out=starts[1:])
        return Rows(starts, self.owners()[order], self.values[order], len(self))

    def scaled(self, weights: Floats) -> "Rows":
        """Return the matrix with each column multiplied by its weight."""
        return Rows(self.starts, self.columns, self.values * weights[self.columns], self.width)

    def only(self, kept: NDArray[np.bool_]) -> "Rows":
        """Return the matrix with nothing but zeros in the columns that are not marked."""
        held = kept[self.columns]
        starts = np.zeros(len(self) + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.owners()[held], minlength=len(self)), out=starts[1:])
        return Rows(starts, self.columns[held], self.values[held], self.width)

    def sums(self) -> Floats:
        """Return the sum of each row."""
        return np.bincount(self.owners(), weights=self.values, minlength=len(self)).astype(np.float64, copy=False)

    def keys(self) -> Ints:
        """Return the place of each value in the full matrix, counted row after row: ascending."""
        return self.owners() * self.width + self.columns

    def times(self, other: "Rows", first: int, last: int) -> Floats:
        """Return rows ``first`` to ``last`` of the product with ``other`` as a full matrix."""
        return self.times_from(other, other.starts[self.columns[self.starts[first] : self.starts[last]]], first, last, 0)

    def times_from(self, other: "Rows", starts: Ints, first: int, last: int, begin: int) -> Floats:
        """Return of rows ``first`` to ``last`` of the product with ``other`` the columns from ``begin`` on as a full matrix.

        ``starts`` tells for each value in these rows where in the row of ``other`` that it meets those columns start.
        """
        here = slice(self.starts[first], self.starts[last])
        owners = np.repeat(np.arange(last - first, dtype=np.int64), np.diff(self.starts[first : last + 1]))
        lengths, places = _met(other, self.columns[here], starts)
        width = other.width - begin
        keys = np.repeat(owners * width - begin, lengths) + other.columns[places]
        products = np.repeat(self.values[here], lengths) * other.values[places]
        full = np.bincount(keys, weights=products, minlength=(last - first) * width)
        return full.astype(np.float64, copy=False).reshape(last - first, width)

    def greatest(self, other: "Rows") -> "Rows":
        """Return the product with ``other``, the greatest of what would be added in the place of the sum."""
        lengths, places = _met(other, self.columns, other.starts[self.columns])
        keys = np.repeat(self.owners() * other.width, lengths) + other.columns[places]
        products = np.repeat(self.values, lengths) * other.values[places]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        begins = np.flatnonzero(np.diff(keys, prepend=-1))
        owners, columns = np.divmod(keys[begins], other.width)
        starts = np.zeros(len(self) + 1, dtype=np.int64)
        np.cumsum(np.bincount(owners, minlength=len(self)), out=starts[1:])
        return Rows(starts, columns, np.maximum.reduceat(products[order], begins), other.width)


def _met(matrix: Rows, rows: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """Return how many values each of these rows of a matrix holds from its start here on, and the places of them all."""
    lengths = matrix.starts[rows + 1] - starts
    ends = np.cumsum(lengths)
    return lengths, np.arange(int(lengths.sum()), dtype=np.int64) + np.repeat(starts - (ends - lengths), lengths)
