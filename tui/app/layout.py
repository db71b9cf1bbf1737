"""Where each row of the reading view stands on the screen: plain geometry, no widget."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from tui.app.cellwrap import cell_height
from tui.present.grid import Cell

GUTTER: Final = 3
"""Cells left of the text: the rule or cursor bar, the sign, a column of air."""
EDGE: Final = 1
"""Cells of air right of the columns, before the minimap."""
LEAST: Final = 36
"""The least width of a column, gutter and air in it."""
BESIDE: Final = 83
"""The least width for two columns; below it one article has the lines to itself."""
WIDEST: Final = 96
"""The widest a line of prose becomes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Which articles are shown beside one another, and where."""

    columns: tuple[int, ...]
    """The columns of the grid that are shown, from left to right; the base article's first."""
    pitch: int
    """The width of each, gutter and air in it."""
    text: int
    """The width of the prose in each."""
    total: int
    """How many articles there are."""

    def left(self, place: int) -> int:
        """Return where the column shown at ``place`` begins."""
        return place * self.pitch

    def at(self, x: int) -> int | None:
        """Return the place of the column under ``x``; ``None`` right of them all."""
        place = x // max(self.pitch, 1)
        return place if 0 <= place < len(self.columns) else None


def framed(width: int, total: int, current: int, first: int) -> tuple[Frame, int]:
    """Return the frame that shows column ``current`` of ``total`` at ``width`` cells, and the first column after the pinned base.

    ``first`` is the first column after the base that was shown before; it moves no further than it must.
    """
    room = max(width - EDGE, 1)
    fits = max(1, min(total, room // LEAST)) if width >= BESIDE else 1
    pitch = room // fits
    if fits == 1:
        shown: tuple[int, ...] = (current,)
    else:
        sliding = fits - 1
        if current:
            first = min(max(first, current - sliding + 1), current)
        first = max(1, min(first, total - sliding))
        shown = (0, *range(first, first + sliding))
    return Frame(shown, pitch, max(8, min(pitch - GUTTER - 1, WIDEST)), total), first


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows one above the other, each with one line of air below."""

    tops: tuple[int, ...]
    """The first line of each row, and at the end the line after the last."""
    shown: Sequence[int]
    """The rows that take a line."""

    @property
    def height(self) -> int:
        """The lines of all rows."""
        return self.tops[-1]

    def row_at(self, line: int) -> int:
        """Return the row that holds ``line``, the nearest where none does."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self.tops) - 2))

    def further(self, row: int, by: int) -> int:
        """Return the row ``by`` shown rows after ``row``, or before it; the last one there is where they are not so many."""
        place = bisect_right(self.shown, row) + by - 1 if by > 0 else bisect_left(self.shown, row) + by
        found = self.shown[max(0, min(place, len(self.shown) - 1))] if self.shown else row
        return max(found, row) if by > 0 else min(found, row)

    def lines(self, row: int) -> tuple[int, int]:
        """Return the first line of a row and the number of its lines, air left out."""
        return self.tops[row], max(self.tops[row + 1] - self.tops[row] - 1, 0)


def stacked(rows: Sequence[Sequence[Cell]], columns: Sequence[int], width: int) -> Stack:
    """Return the rows one above the other, each as high as its highest cell among ``columns``; a line of air comes first.

    A row that none of ``columns`` tells takes no line at all.
    """
    heights = []
    for row in rows:
        most = -1
        for column in columns:
            cell = row[column]
            if cell:
                most = max(most, cell_height(cell, width))
        heights.append(most + 1)
    told = [row for row, height in enumerate(heights) if height]
    return Stack(tuple(accumulate(heights, initial=1)), range(len(heights)) if len(told) == len(heights) else tuple(told))
