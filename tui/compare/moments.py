"""How two moments stand to each other, by their days and by what is printed of them."""

import re
from typing import Final

from tui.compare.standing import Standing
from tui.model.detail import Detail, Moment

_WEEK: Final = 7  # days by which a weekday equal to the publishing day may be off, and days that hold every weekday
_YEARLONG: Final = 365  # days that hold every day of the calendar
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH_DAY: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b")
_OF_YEARS: Final = re.compile(
    r"\b(?:year|decade|centur|season)|^(?:(?:early|mid|late|the|in)\W+)*(?:1[5-9]|20)\d\d(?:\W*s|\W\d+)?$", re.IGNORECASE
)
"""Words of a moment whose grain is a year or more."""
_AGO: Final = re.compile(r"\byears? ago\b", re.IGNORECASE)
"""What is counted back in years, and so gives the year by about as many months."""
_HALF_HOUR: Final = 30  # minutes of which the difference of any two clocks is a multiple
_WIDE: Final = re.compile(r"GMT|UTC|CES?T|MSK|HST|AKDT|[ECMP][DS]?T|Eastern|Central|Mountain|Pacific")
"""Zones that articles from elsewhere name, so that a time without a zone may be another's; those of one country are not."""
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def printed(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other by what is printed of them and, where that is in full, by their days."""
    if a.text.lower() == b.text.lower() and not (x.known and y.known):
        return Standing.EQUAL
    if _of_one_year(a, b, y) or _of_one_year(b, a, x):
        return Standing.UNKNOWN
    if not (x.iso and y.iso):
        return _floating(a, b, x, y)
    if x.iso.startswith("T") != y.iso.startswith("T"):
        return _of_some_day(x, y) if x.iso.startswith("T") else _of_some_day(y, x)
    return _dated(a, b, x, y)


def _of_one_year(full: Detail, part: Detail, value: Moment) -> bool:
    """Return whether one detail prints its year and the other is a day or week of an unknown day of writing.

    They are hardly ever of one event: articles give the year of what is long past, and tell of their own event from its day.
    """
    pointing = not value.iso or value.iso.startswith("-W")
    alone = not any(c.isdigit() for c in part.text) and not _OF_YEARS.search(part.text)
    return pointing and alone and bool(_YEAR.search(full.text))


def _floating(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other one of which is told from a day of writing that is not known."""
    if x.iso == y.iso:
        one, two = (set(d.text.lower().split()) for d in (a, b))
        return Standing.INSIDE if one < two or two < one else Standing.UNKNOWN  # yesterday, and early yesterday
    return Standing.INSIDE if _of_one_grain(a, b) else Standing.UNKNOWN


def _dated(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other that both say of themselves when they are."""
    if not x.known and not y.known and x.iso[:2] != y.iso[:2]:
        return Standing.UNKNOWN  # a weekday of some week and a day or month of some year
    if x.known != y.known and _holds_any(x, y):
        return Standing.UNKNOWN
    if x.known != y.known and _weekdays_alone(a, b) and _same_weekday(a, b, x, y):
        return Standing.EQUAL if x.minutes == y.minutes else Standing.INSIDE
    if _other_weekday(a, b, x, y):
        return Standing.APART
    found = moments(x, y)
    if found is Standing.EQUAL:
        return Standing.INSIDE if bool(_AGO.search(a.text)) != bool(_AGO.search(b.text)) else found
    return Standing.INSIDE if found is Standing.APART and (_same_weekday(a, b, x, y) or _same_day(a, b)) else found


def _of_some_day(hour: Moment, day: Moment) -> Standing:
    """Return how a time of day stands to a moment that gives a day: by the part of the day where one is given."""
    if not (day.iso.startswith(("-W", "--")) or day.first == day.last):
        return Standing.UNKNOWN
    found = Standing.INSIDE if day.minutes is None else clocks(hour, day)
    return Standing.INSIDE if found is Standing.EQUAL else found


def _holds_any(x: Moment, y: Moment) -> bool:
    """Return whether the known one of two moments is so long that it holds every weekday, or every day, as the other may be."""
    full, part = (x, y) if x.known else (y, x)
    days = full.last.toordinal() - full.first.toordinal() + 1
    return days >= (_WEEK if part.iso.startswith("-W") else _YEARLONG) if part.iso.startswith("-") else False


def _of_one_grain(a: Detail, b: Detail) -> bool:
    """Return whether both of two moments, one told from an unknown day of writing, are of years or of shorter times."""
    one, two = (bool(_OF_YEARS.search(d.text)) for d in (a, b))
    return one == two


def _weekdays_alone(a: Detail, b: Detail) -> bool:
    """Return whether two details print a weekday and no figure."""
    return all(_WEEKDAY.search(d.text) and not any(c.isdigit() for c in d.text) for d in (a, b))


def clocks(a: Moment, b: Moment) -> Standing:
    """Compare two times of day.

    Two zones cannot be compared, nor one that the world or a wide country goes by and a time that names none, unless they are no
    full half hours apart, as no two clocks are.
    """
    if a.minutes is None or b.minutes is None:
        return Standing.UNKNOWN
    found = _minutes(a.minutes, b.minutes)
    zones = {a.zone.removeprefix("local"), b.zone.removeprefix("local")}
    if len(zones) == 1 or (found is Standing.EQUAL and "" in zones) or not any(_WIDE.fullmatch(z) for z in zones):
        return found if len(zones - {""}) <= 1 else Standing.UNKNOWN
    exact = a.minutes[0] == a.minutes[1] and b.minutes[0] == b.minutes[1]
    return found if exact and "" in zones and (a.minutes[0] - b.minutes[0]) % _HALF_HOUR else Standing.UNKNOWN


def _minutes(a: tuple[int, int], b: tuple[int, int]) -> Standing:
    """Compare two stretches of one day."""
    if a == b:
        return Standing.EQUAL
    return Standing.INSIDE if a[0] <= b[1] and b[0] <= a[1] else Standing.APART


def _same_weekday(a: Detail, b: Detail, x: Moment, y: Moment) -> bool:
    """Return whether one detail names a weekday and the other the same one, or a day that falls on it."""
    named, other = _WEEKDAY.search(a.text), _WEEKDAY.search(b.text)
    if named and other:
        return named.group() == other.group()
    if named:
        return y.known and y.first == y.last and f"{y.first:%A}" == named.group()
    return bool(other) and x.known and x.first == x.last and f"{x.first:%A}" == other.group() if other else False


def _other_weekday(a: Detail, b: Detail, x: Moment, y: Moment) -> bool:
    """Return whether two details name one weekday each and not the same, in two weeks that may be one."""
    named, other = (_WEEKDAY.findall(d.text) for d in (a, b))
    if len(named) != 1 or len(other) != 1 or named == other:
        return False
    return not (x.known and y.known) or (x.first == x.last and y.first == y.last)


def _same_day(a: Detail, b: Detail) -> bool:
    """Return whether two details name one day of one month and at most one of them its year."""
    one, two = _MONTH_DAY.search(a.text), _MONTH_DAY.search(b.text)
    years = _YEAR.search(a.text), _YEAR.search(b.text)
    return bool(one and two and _short(one.group()) == _short(two.group())) and not all(years)


def _short(day: str) -> tuple[str, str]:
    """Return a printed month and day with the month cut to three letters."""
    month, number = day.split()
    return month[:3], number


def moments(a: Moment, b: Moment) -> Standing:
    """Compare two moments as far as each of them goes: what one leaves open contradicts nothing."""
    if not a.may_be(b):
        near_by = (a.ambiguous or b.ambiguous) and days_between(a, b) <= _WEEK
        return Standing.INSIDE if near_by else Standing.APART
    if a.iso == b.iso and a.minutes == b.minutes:
        return Standing.EQUAL
    if a.known and b.known and (a.first, a.last, a.minutes) == (b.first, b.last, b.minutes):
        return Standing.EQUAL
    undated = any(not m.iso or m.iso.startswith("T") for m in (a, b))
    timed = (a.minutes is None) != (b.minutes is None)
    return Standing.UNKNOWN if timed and undated else Standing.INSIDE


def days_between(a: Moment, b: Moment) -> int:
    """Return the days from the end of the earlier of two moments to the beginning of the later, 0 where they meet."""
    return max(0, a.first.toordinal() - b.last.toordinal(), b.first.toordinal() - a.last.toordinal())
