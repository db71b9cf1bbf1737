"""The index of a story's terms, through which all passages that share one are found and compared."""

from dataclasses import dataclass
from typing import Final, Self

from tui.align.sparse import Floats, Rows

_COMMON: Final = 0.02  # share of the passages from which a term stands in too many to be looked up
_LEAST: Final = 64  # passages below which no term does


@dataclass(frozen=True, slots=True)
class Index:
    """Sums over the terms that two passages share, fast for rare terms and for common ones."""

    rare: Rows
    """The rare terms of each passage."""
    by_term: Rows
    """The passages of each rare term, the inverted index."""
    common: Floats
    """The few terms that stand in many passages, as a full matrix."""
    by_common: Floats
    """The same of the other side, terms by passages."""

    @classmethod
    def of(cls, left: Rows, right: Rows, spread: Floats) -> Self:
        """Return the index of two matrices of passages by terms; ``spread`` is the number of passages of each term."""
        common = spread > max(_LEAST, _COMMON * len(left))
        return cls(left.only(~common), right.only(~common).transposed(), left.full(common), right.full(common).T.copy())

    def products(self, first: int, last: int) -> Floats:
        """Return for passages ``first`` to ``last`` and all from ``first`` on the sum over their terms of left times right."""
        products = self.rare.times(self.by_term, first, last)[:, first:]
        if self.common.size:
            products += self.common[first:last] @ self.by_common[:, first:]
        return products
