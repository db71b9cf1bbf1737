"""The index of a story's terms, through which all passages that share one are found and compared."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tui.align.sparse import Floats, Ints, Rows


@dataclass(frozen=True, slots=True)
class Index:
    """Sums over the terms that two passages share."""

    terms: Rows
    """The terms of each passage."""
    by_term: Rows
    """The passages of each term, the inverted index."""
    keys: Ints
    """The places of the inverted index's values, through which those from one passage on are found."""

    @classmethod
    def of(cls, left: Rows, right: Rows, telling: NDArray[np.bool_]) -> Self:
        """Return the index of two matrices of passages by terms, of those terms that are ``telling``."""
        by_term = right.only(telling).transposed()
        return cls(left.only(telling), by_term, by_term.keys())

    def products(self, first: int, last: int, begin: int) -> Floats:
        """Return for passages ``first`` to ``last`` and all from ``begin`` on the sum over their terms of left times right."""
        terms = self.terms.columns[self.terms.starts[first] : self.terms.starts[last]]
        starts = np.searchsorted(self.keys, terms * self.by_term.width + begin)
        return self.terms.times_from(self.by_term, starts, first, last, begin)
