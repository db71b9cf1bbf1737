"""Clocks: one time told by two clocks, *9:10 a.m. (0540 GMT)*, whose difference is another elsewhere, or none that there is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from tui.compare.draft import Draft, read_detail
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.zones import ahead, clock_at, clock_of, timed_places
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind, Moment

_DAY: Final = 24 * 60
_EAST: Final = 14 * 60  # no clock is further ahead of another that news goes by
_BETWEEN: Final = frozenset({"", "(", "/", ",", "or", ", or"})
_END: Final = "the two clocks are not the same hours apart"
_WEIGHT: Final = 2.0
_HALF_DAY: Final = 12 * 60
_HALVED: Final = re.compile(r"[ap] ?\.? ?m|noon|midnight|midday", re.IGNORECASE)
_ISO: Final = 10
_FULL: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")  # a day that every month has
_YEAR: Final = tuple(date(2023, month, day) for month in range(1, 13) for day in (3, 10, 17, 24))
"""Days of every month, for a time of a day that is not known."""


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
    """Return the times told by two clocks that stand otherwise apart than those of other passages do, or than clocks ever do."""
    found = list(_both(story))
    apart = [_draft(story, x, y) for x, y in combinations(found, 2) if x.zone == y.zone and x.ahead != y.ahead]
    wrong: defaultdict[tuple[str, str, int], list[_Both]] = defaultdict(list)
    for one in found:
        if place := _belied(story, one):
            wrong[place, one.zone, one.ahead].append(one)
    return (*apart, *(_impossible(story, place, own) for (place, _, _), own in wrong.items()))


def _belied(story: Story, both: _Both) -> str:
    """Return the place whose clock is never so far from that of the zone, empty where all may be right.

    All places that the article names must agree, as the time may be told of any of them.
    """
    zone, article = clock_of(both.zone), next(a for a in story.articles if a.siglum == story.passages[both.local.passage].siglum)
    at = next(n for n, p in enumerate(article.passages) if p.id == both.local.passage)
    own = article.passages
    near = [place for p in (*own[at::-1], *own[at + 1 :]) for place in timed_places(p.folded)]
    if not zone or not near:
        return ""
    days = _days(story, both)
    halved = all(_HALVED.search(d.text) for d in (both.local, both.zoned))
    cycle = _DAY if halved else _HALF_DAY
    for place in dict.fromkeys(near):
        if any((both.ahead - usual) % cycle == 0 for usual in ahead(clock_at(place), zone, days)):
            return ""
    return near[0]


def _days(story: Story, both: _Both) -> tuple[date, ...]:
    """Return the days that a time may be of: its own, else those on which the story's articles were published, else any."""
    if own := _own_days(both):
        return own
    printed = [(a.metadata.published or a.metadata.updated or "")[:_ISO] for a in story.articles]
    return tuple(date.fromisoformat(day) for day in printed if _FULL.fullmatch(day)) or _YEAR


def _own_days(both: _Both) -> tuple[date, ...]:
    """Return the days printed with a time, none where none is."""
    values = (d.value for d in (both.local, both.zoned))
    return tuple(v.first for v in values if isinstance(v, Moment) and v.known)


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


def _impossible(story: Story, place: str, found: Sequence[_Both]) -> Draft:
    """Return the fact of times whose two clocks are never so far apart."""
    readings = tuple(read_detail(story, d) for one in found for d in (one.local, one.zoned))
    local, zone = clock_at(place), clock_of(found[0].zone)
    usual = min(ahead(local, zone, _days(story, found[0])), key=lambda n: (abs(n - found[0].ahead), n))
    sure = all(_own_days(one) or (one.ahead - n) % _HALF_DAY for one in found for n in ahead(local, zone, _YEAR))
    end = f"{place} is {_hours(usual)} {found[0].zone}"
    verdict = Verdict.CONFLICT if sure else Verdict.DIFFERS  # what was told may be of another season
    why = ("one time is told by two clocks", f"the place named nearest is “{place}”")
    return Draft(Kind.TIME, f"local time and {found[0].zone}", verdict, readings, note(verdict, readings, end), why, _WEIGHT)


def _hours(minutes: int) -> str:
    """Return how far a clock stands from another, in words that end before the other's name."""
    hours, rest = divmod(abs(minutes), 60)
    told = ":".join((str(hours), f"{rest:02d}")) if rest else str(hours)
    unit = "hour" if told == "1" else "hours"
    return f"{told} {unit} {'ahead of' if minutes > 0 else 'behind'}" if minutes else "at the same time as"
