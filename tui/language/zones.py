"""Zones: how far the clocks of places and of named zones stand apart on a day, from a table written for the program.

A table of our own, as ``zoneinfo`` reads its offsets from files of the system that need not be there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from tui.language.tables import rows

_DAY: Final = timedelta(1)
_LAST_SPRING: Final = 2007
"""The year from which America's summer time goes from March to November, before it from April to October."""
_SUNDAY: Final = 6
_SOUTHERN_CHANGES: Final = frozenset({3, 4, 9, 10})
"""Months in which the southern lands change their clocks, each on a Sunday of its own."""


@dataclass(frozen=True, slots=True)
class Offset:
    """How far a clock is ahead of that of Greenwich."""

    standard: int
    """Minutes in winter."""
    summer: int
    """Minutes in summer."""
    rule: str
    """When it is summer: ``eu``, ``us``, ``south``, ``any`` where it differs by year, ``none`` where there is no summer time."""

    def on(self, day: date) -> frozenset[int]:
        """Return the minutes it may be ahead on a day: two on a day of change and where the years differ."""
        if self.rule == "any" or (self.rule == "south" and day.month in _SOUTHERN_CHANGES):
            return frozenset({self.standard, self.summer})
        around = (day - _DAY, day, day + _DAY)
        return frozenset(self.summer if _in_summer(self.rule, d) else self.standard for d in around)


@cache
def _table(what: str) -> dict[str, tuple[Offset, ...]]:
    """Return the offsets of the table's clocks or places by name; several where one name is of several zones."""
    found: dict[str, tuple[Offset, ...]] = {}
    for sort, names, standard, summer, rule in rows("tui.language", "zones.tsv"):
        if sort == what:
            for name in names.split(","):
                found[name] = (*found.get(name, ()), Offset(int(standard), int(summer), rule))
    return found


@cache
def _named() -> re.Pattern[str]:
    """Return the pattern of the names of places whose clock is known."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_table('place'), key=len, reverse=True)))})(?![\w-])")


def timed_places(folded: str) -> Iterator[str]:
    """Yield the places of a text whose clock is known, as they come."""
    for m in _named().finditer(folded):
        yield m.group()


def clock_of(zone: str) -> tuple[Offset, ...]:
    """Return the offsets that the name of a zone may mean, none for one that is not known: ``IST`` is of three lands."""
    return _table("clock").get(zone, ())


def clock_at(place: str) -> tuple[Offset, ...]:
    """Return the offsets of a place, none where it is not known."""
    return _table("place").get(place, ())


def ahead(one: tuple[Offset, ...], other: tuple[Offset, ...], days: tuple[date, ...]) -> frozenset[int]:
    """Return the minutes by which the one clock may be ahead of the other on one of some days."""
    return frozenset(a - b for day in days for x in one for y in other for a in x.on(day) for b in y.on(day))


def _in_summer(rule: str, day: date) -> bool:
    """Return whether summer time holds on a day."""
    match rule:
        case "eu":
            return _sunday(day.year, 3, -1) <= day < _sunday(day.year, 10, -1)
        case "us" if day.year < _LAST_SPRING:
            return _sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, -1)
        case "us":
            return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
        case "south":
            return not 4 < day.month < 9  # noqa: PLR2004 - the months between the changes
        case _:
            return False


def _sunday(year: int, month: int, place: int) -> date:
    """Return the first or second Sunday of a month, the last for -1."""
    first = date(year, month, 1) if place > 0 else date(year, month + 1, 1) - 7 * _DAY
    return first + timedelta((_SUNDAY - first.weekday()) % 7) + (place > 0) * (place - 1) * 7 * _DAY
