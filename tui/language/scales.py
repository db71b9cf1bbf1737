"""Scales on which words of statements part: destroyed, damaged, intact (``scales.tsv``), with the opposites of WordNet."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tui.language.tables import rows

_BY_DOER: Final = "a"
_PASSING: Final = "+"
_GRADED: Final = "~"
_SORTS: Final = "x"
_DENYING: Final = "!"
_REST: Final = "*"


@dataclass(frozen=True, slots=True)
class Degree:
    """A place on a scale."""

    scale: str
    """The name of the scale."""
    place: int
    """Its place, counted from one end."""
    last: int
    """The place of the other end."""
    rest: int = 0
    """The place of the end that a denial of the middle leads to."""
    passing: bool = False
    """True where one end often follows the other: what was cut is restored."""
    by_doer: bool = False
    """True where it tells something of who does it, not of whom it befalls."""
    graded: bool = False
    """True where the words of the scale differ in strength, so that none denies another: *fell*, *plunged*."""
    sorts: bool = False
    """True where the words tell sorts of one thing in no order: *shot*, *stabbed*."""
    denying: bool = False
    """True where both ends cannot be true of one thing at one time."""

    def mirrored(self) -> "Degree":
        """Return the degree that a denial of this one suggests: the other end for an end, the end of rest for the middle."""
        place = self.last - self.place if self.place in {0, self.last} else self.rest
        return replace(self, place=place)

    def distance(self, other: "Degree") -> float:
        """Return how far two degrees of one scale stand apart, 0 to 1."""
        return float(self.place != other.place) if self.sorts else abs(self.place - other.place) / self.last


@cache
def _places() -> dict[str, list[tuple[int, int]]]:
    """Return for each word the rows of the table in which it stands, each with its place there."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, (_, _, listed) in enumerate(rows("tui.language", "scales.tsv")):
        for place, words in enumerate(listed.split(" / ")):
            for word in words.removeprefix(_REST).split():
                found.setdefault(word, []).append((number, place))
    return found


def _degree(number: int, place: int) -> Degree:
    """Return a place on the scale of a row."""
    name, whose, listed = rows("tui.language", "scales.tsv")[number]
    steps = listed.split(" / ")
    rest = next((n for n, words in enumerate(steps) if words.startswith(_REST)), 0)
    marks = (mark in whose for mark in (_PASSING, _BY_DOER, _GRADED, _SORTS, _DENYING))
    return Degree(name, place, len(steps) - 1, rest, *marks)


@cache
def _antonyms() -> frozenset[tuple[str, str]]:
    """Return the opposites of WordNet in both orders."""
    pairs = [(one, two) for _, one, two in rows("tui.language", "antonyms.tsv")]
    return frozenset(pairs) | frozenset((two, one) for one, two in pairs)


@cache
def degrees(word: str) -> tuple[Degree, ...]:
    """Return the places on scales of a word in its base form, none for most words; ``close.a`` is the word as an adjective."""
    return tuple(_degree(number, place) for number, place in _places().get(word, ()))


def antonyms(one: str, two: str) -> bool:
    """Return whether WordNet calls two words in their base form opposites."""
    return (one, two) in _antonyms()
