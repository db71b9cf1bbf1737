"""How a paste is spaced, in figures: blank lines around a line, and whether the paragraphs of the article have them too."""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from tui.clean.draft import Line
from tui.clean.features import LENGTHS

_SURE: Final = 0.7  # the score of a line that surely is prose
_UNKNOWN: Final = 0.5  # share of paragraphs with a blank line where there are none to tell


def spaced(lines: Sequence[Line], scores: Sequence[float], prose: Sequence[int]) -> list[list[float]]:
    """Return for each line whether a blank line stands below, how far it is spaced as the article is, and how long its block is.

    A block is what stands between two blank lines: sites part paragraphs by them, and the lines of a card not.
    """
    above = [line.parted for line in lines]
    below = [*above[1:], True]
    core = [place for place in prose if lines[place].ends and lines[place].words >= LENGTHS[3] and scores[place] > _SURE]
    usual_above, usual_below = (sum(side[place] for place in core) / len(core) if core else _UNKNOWN for side in (above, below))
    blocks = list(accumulate(above))
    sizes: dict[int, int] = {}
    for block in blocks:
        sizes[block] = sizes.get(block, 0) + 1
    return [
        [
            float(below[place]),
            abs(above[place] - usual_above),
            abs(below[place] - usual_below),
            abs(above[place] - usual_above) if line.words >= LENGTHS[0] else 0.0,
            math.log1p(sizes[blocks[place]] - 1) * usual_above,
        ]
        for place, line in enumerate(lines)
    ]
