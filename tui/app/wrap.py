"""Wrapping prose to a width in cells; offsets are kept, nothing is altered."""

import re
from functools import lru_cache
from typing import Final

from rich.cells import cell_len

_NARROW: Final = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Characters that every terminal shows in one cell."""

Lines = tuple[tuple[int, int], ...]
"""Where each line begins and ends in the text, in code points."""


@lru_cache(maxsize=4096)
def wrap(text: str, width: int) -> Lines:
    """Return the lines of ``text`` at ``width`` cells, broken at spaces, and inside a word only where it is wider than a line."""
    width = max(width, 1)
    if _NARROW.fullmatch(text):
        return tuple(_narrow(text, width))
    return tuple(_wide(text, width))


def height(text: str, width: int) -> int:
    """Return how many lines ``text`` takes at ``width`` cells."""
    if len(text) <= width and _NARROW.fullmatch(text):
        return 1
    return len(wrap.__wrapped__(text, width))


def _narrow(text: str, width: int) -> list[tuple[int, int]]:
    """Wrap a text of which every character takes one cell."""
    lines = []
    start, length = 0, len(text)
    while length - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = start + width
            lines.append((start, cut))
            start = cut
        else:
            lines.append((start, cut))
            start = cut + 1
    lines.append((start, length))
    return lines


def _wide(text: str, width: int) -> list[tuple[int, int]]:
    """Wrap a text with wide or joined characters, by their widths."""
    lines = []
    start = cells = 0
    space = -1
    place = 0
    while place < len(text):
        char = text[place]
        step = cell_len(char)
        if cells + step > width and place > start:
            cut = place if char == " " else space if space > start else place
            lines.append((start, cut))
            start = cut + 1 if cut < len(text) and text[cut] == " " else cut
            place, cells, space = start, 0, -1
            continue
        if char == " ":
            space = place
        cells += step
        place += 1
    lines.append((start, len(text)))
    return lines
