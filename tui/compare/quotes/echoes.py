"""Echoes: where two runs of words tell the same words, and at which places inside they part."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.language.clauses import Tag, Token

_GAP: Final = -1.0  # a word that only one of them has
_OTHER: Final = -1.0  # another word
_LITTLE: Final = 0.7  # the same function word
_TELLING: Final = 2.0  # the same word of meaning


@dataclass(frozen=True, slots=True)
class Echo:
    """The stretch in which two runs of words are most alike."""

    a: tuple[int, int]
    """Its places in the first run, the end left out."""
    b: tuple[int, int]
    """Its places in the second."""
    same: int
    """How many words stand in both, in order."""
    telling: int
    """How many of these are words of meaning."""
    runs: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    """Where they part inside the stretch: places in each run, empty where only the other has words."""

    @property
    def share(self) -> float:
        """Return the share of the stretch that stands in both."""
        return 2 * self.same / max(1, self.a[1] - self.a[0] + self.b[1] - self.b[0])


def echo(one: Sequence[Token], two: Sequence[Token]) -> Echo:
    """Return the best local alignment of two runs of words (Smith and Waterman 1981), by their stems."""
    steps: list[list[int]] = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    above = [0.0] * (len(two) + 1)
    best, end = 0.0, (0, 0)
    for n, x in enumerate(one, 1):
        row = [0.0] * (len(two) + 1)
        worth = _LITTLE if x.tag is Tag.FUNCTION else _TELLING
        stem = x.word.stem
        for m, y in enumerate(two, 1):
            met = above[m - 1] + (worth if stem == y.word.stem else _OTHER)
            top = max(met, above[m] + _GAP, row[m - 1] + _GAP, 0.0)
            row[m] = top
            steps[n][m] = 0 if top == 0.0 else 1 if top == met else 2 if top == above[m] + _GAP else 3
            if top > best:
                best, end = top, (n, m)
        above = row
    return _traced(one, two, steps, end)


def _traced(one: Sequence[Token], two: Sequence[Token], steps: Sequence[Sequence[int]], end: tuple[int, int]) -> Echo:
    """Return the alignment that ends at a cell of the table."""
    n, m = end
    met: list[tuple[int, int]] = []
    while n and m and steps[n][m]:
        way = steps[n][m]
        if way == 1:
            if one[n - 1].word.stem == two[m - 1].word.stem:
                met.append((n - 1, m - 1))
            n, m = n - 1, m - 1
        elif way == 2:  # noqa: PLR2004 - a word of the first run alone
            n -= 1
        else:
            m -= 1
    met.reverse()
    runs = tuple(((i + 1, k), (j + 1, q)) for (i, j), (k, q) in pairwise(met) if k - i > 1 or q - j > 1)
    telling = sum(one[i].tag is not Tag.FUNCTION for i, _ in met)
    return Echo((n, end[0]), (m, end[1]), len(met), telling, runs)
