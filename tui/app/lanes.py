"""What the columns of the reading view are given: each article's cells, and where the reader is in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.present.grid import Cell


@dataclass(frozen=True, slots=True)
class Lane:
    """One article's cells in the order they are shown."""

    siglum: str
    """The article."""
    cells: Sequence[Cell]
    """Its cells, top to bottom."""
    solo: Sequence[bool] = ()
    """For each row whether one article alone tells it; empty where there are no rows in common."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the reader is in the columns."""

    row: int = 0
    """The row, in the lane of the current article."""
    lane: int = 0
    """The lane of the current article."""
    matched: Mapping[int, int] = field(default_factory=dict)
    """In own order, the row of each other lane that tells the same; empty where rows are common to all."""
    fact: str | None = None
    """The fact in hand, whose readings stand out in the cursor's row and in what matches it."""
