"""Scales on which words of statements part: destroyed, damaged, intact (``scales.tsv``), with the opposites of WordNet."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tui.language.tables import rows

_BY_DOER: Final = "a"
_PASSING: Final = "+"
_GRADED: Final = "~"
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

    def mirrored(self) -> "Degree":
        """Return the degree that a denial of this one suggests: the other end for an end, the end of rest for the middle."""
        place = self.last - self.place if self.place in {0, self.last} else self.rest
        return replace(self, place=place)

    def distance(self, other: "Degree") -> float:
        """Return how far two degrees of one scale stand apart, 0 to 1."""
        return abs(self.place - other.place) / self.last


@cache
def _scales() -> dict[str, tuple[Degree, ...]]:
    """Return the degrees of each word."""
    found: dict[str, list[Degree]] = {}
    for name, whose, listed in rows("tui.language", "scales.tsv"):
        steps = listed.split(" / ")
        rest = next((n for n, words in enumerate(steps) if words.startswith(_REST)), 0)
        for place, words in enumerate(steps):
            for word in words.removeprefix(_REST).split():
                found.setdefault(word, []).append(
                    Degree(name, place, len(steps) - 1, rest, _PASSING in whose, _BY_DOER in whose, _GRADED in whose)
                )
    return {word: tuple(degrees) for word, degrees in found.items()}


@cache
def _antonyms() -> frozenset[tuple[str, str]]:
    """Return the opposites of WordNet in both orders."""
    pairs = [(one, two) for _, one, two in rows("tui.language", "antonyms.tsv")]
    return frozenset(pairs) | frozenset((two, one) for one, two in pairs)


def degrees(word: str) -> tuple[Degree, ...]:
    """Return the places on scales of a word in its base form; none for most words."""
    return _scales().get(word, ())


def antonyms(one: str, two: str) -> bool:
    """Return whether WordNet calls two words in their base form opposites."""
    return (one, two) in _antonyms()
