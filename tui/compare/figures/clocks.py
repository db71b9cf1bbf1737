"""Clocks: one time told by two clocks, *9:10 a.m. (0540 GMT)*, whose difference is another elsewhere in the story."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from tui.compare.draft import Draft, read_detail
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind, Moment

_DAY: Final = 24 * 60
_EAST: Final = 14 * 60  # no clock is further ahead of another that news goes by
_BETWEEN: Final = frozenset({"", "(", "/", ",", "or", ", or"})
_END: Final = "the two clocks are not the same hours apart"
_WEIGHT: Final = 2.0


@dataclass(frozen=True, slots=True)
class _Both:
    """One time by the local clock and by that of a zone."""

    local: Detail
    """The time with no zone."""
    zoned: Detail
    """The time with its zone."""
    zone: str
    """The zone as printed."""
    ahead: int
    """Minutes by which the local clock is ahead."""


def clock_facts(story: Story) -> tuple[Draft, ...]:
    """Return the times told by two clocks that stand otherwise apart than those of other passages do."""
    found = list(_both(story))
    return tuple(_draft(story, x, y) for x, y in combinations(found, 2) if x.zone == y.zone and x.ahead != y.ahead)


def _both(story: Story) -> Iterator[_Both]:
    """Yield the times of the story that are told by two clocks."""
    for extraction in story.extractions:
        times = [d for d in extraction.details if d.kind is Kind.TIME]
        for one, two in pairwise(times):
            between = story.passages[one.passage].folded[one.end : two.start].strip() if one.passage == two.passage else "."
            local, zoned = (two, one) if _zone(one) else (one, two)
            if between in _BETWEEN and _zone(zoned) and not _zone(local):
                yield _Both(local, zoned, _zone(zoned), _ahead(local, zoned))


def _zone(detail: Detail) -> str:
    """Return the zone of a time, empty where it is told by the clock of the place."""
    zone = detail.value.zone if isinstance(detail.value, Moment) else ""
    return "" if zone == "local" else {"UTC": "GMT"}.get(zone, zone)


def _ahead(local: Detail, zoned: Detail) -> int:
    """Return the minutes by which the local clock is ahead of that of the zone, less than none where it is behind."""
    one, two = (d.value.minutes if isinstance(d.value, Moment) and d.value.minutes else (0, 0) for d in (local, zoned))
    ahead = (one[0] - two[0]) % _DAY
    return ahead if ahead <= _EAST else ahead - _DAY


def _draft(story: Story, x: _Both, y: _Both) -> Draft:
    """Return the fact of two times that the clocks tell otherwise apart."""
    readings = tuple(read_detail(story, d) for d in (x.local, x.zoned, y.local, y.zoned))
    why = (f"both are told by the local clock and in {x.zone}",)
    verdict = Verdict.DIFFERS
    return Draft(Kind.TIME, f"local time and {x.zone}", verdict, readings, note(verdict, readings, _END), why, _WEIGHT)
