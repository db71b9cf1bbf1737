"""Directions: words for the parts of a place and the bearings from one, and which of them cannot both be true."""

from typing import Final

from tui.language.tables import lexicon
from tui.language.words import stem

_NORTH: Final = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
_ENDS: Final = ("", "ern", "ward", "wards")


def _bearings() -> dict[str, tuple[int, int]]:
    """Return how far east and north each word points, by its stem."""
    found = dict(_NORTH)
    for one, (_, north) in _NORTH.items():
        for two, (east, _) in _NORTH.items():
            if north and east:
                found |= dict.fromkeys((one + two, f"{one}-{two}"), (east, north))
    words = {stem(word + end): at for word, at in found.items() for end in _ENDS}
    return words | {stem(word): (0, 0) for word in lexicon("central middle centre center heart downtown")}


BEARINGS: Final = _bearings()
"""How far east and north each word points, by its stem: (1, -1) for ``southeastern``, (0, 0) for ``central``."""
DIRECTIONS: Final = frozenset(BEARINGS)
"""The stems of the words for parts of places."""


def opposite(one: frozenset[str], two: frozenset[str]) -> bool:
    """Return whether words for a direction, by their stems, cannot both be true: *north* and *southeast*, *east* and *mid*."""
    return all(_apart(BEARINGS[a], BEARINGS[b]) for a in one & DIRECTIONS for b in two & DIRECTIONS)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Return whether two bearings point to different sides; one that leaves a side open contradicts none there."""
    if (0, 0) in {a, b}:
        return a != b
    return a[0] * b[0] < 0 or a[1] * b[1] < 0 or (a[0] * b[0] == 0 == a[1] * b[1] and a != b)
