"""How the passages of a cell wrap, one below the other."""

from itertools import pairwise

from tui.app.wrap import height, wrap
from tui.model.article import Passage
from tui.present.grid import Cell


def cell_height(cell: Cell, width: int) -> int:
    """Return how many lines the passages of a cell take, with a line of air where the paragraph changes."""
    if len(cell) == 1:
        return height(cell[0].text, width)
    air = sum(one.paragraph != other.paragraph for one, other in pairwise(cell))
    return sum(height(passage.text, width) for passage in cell) + air


def cell_line(cell: Cell, width: int, number: int) -> tuple[Passage, int, int] | None:
    """Return line ``number`` of a cell as passage, start and end; ``None`` for air and for what lies outside."""
    before: Passage | None = None
    for passage in cell:
        number -= before is not None and before.paragraph != passage.paragraph
        lines = wrap(passage.text, width)
        if 0 <= number < len(lines):
            return passage, *lines[number]
        if number < 0:
            return None
        number -= len(lines)
        before = passage
    return None
