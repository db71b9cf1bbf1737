"""Lists in a paste, in figures: lines of one build in a row, as the dates of a tour or the places of a ranking."""

import math
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from tui.clean.draft import Line
from tui.clean.features import LENGTHS
from tui.language.tables import lexicon

_PART: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_MONTHS: Final = lexicon("jan feb mar apr may jun jul aug sep oct nov dec")
_LISTED: Final = 3  # lines of one build that make a list
_FAR: Final = 30  # lines


def listed(lines: Sequence[Line], scores: Sequence[float], prose: Sequence[int]) -> list[list[float]]:
    """Return for each line how long the list is that it stands in, lines of one build in a row, and what stands above it."""
    builds = [_build(line) for line in lines]
    rows: list[list[float]] = []
    for build, run in groupby(range(len(builds)), key=builds.__getitem__):
        places = list(run)
        size = len(places) if build else 1
        top = places[0]
        above = scores[top - 1] if top else 0.0
        away = next((top - place for place in reversed(prose) if place < top), _FAR)
        told = size >= _LISTED
        rows += [[math.log1p(size), above if told else 0.0, math.log1p(min(_FAR, away)) if told else 0.0]] * len(places)
    return rows


def _build(line: Line) -> str:
    """Return how a line is built at its beginning: figures, names of months, capitals, signs; empty for prose."""
    if line.words >= LENGTHS[4] and line.ends:
        return ""
    return " ".join(_kind(part) for part in _PART.findall(line.folded)[:3])


def _kind(part: str) -> str:
    """Return what kind of word or sign a part of a line is."""
    if part.isdigit():
        return "9"
    if part[:3].lower() in _MONTHS:
        return "month"
    return part if not part[0].isalpha() else "A" if part[0].isupper() else "a"
