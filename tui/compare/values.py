"""How two values stand to each other: equal, one inside the other, touching or apart."""

import math
import re
from enum import Enum, auto
from typing import Final

from tui.model.detail import Amount, Bound, Detail, Kind, Moment, Value

_ROUND: Final = 0.035  # figures nearer than this share of the larger read as one rounded from the other
_WEEK: Final = 7  # days by which a weekday equal to the publishing day may be off
_SMALL: Final = 20  # smaller counts are not rounded
_SHORT: Final = 0.07  # of a figure is the most that "nearly" leaves out where another account says "nearly" as well
_CALENDAR: Final = 0.06  # three months and 90 days
_NEAR: Final = 0.5  # figures within this share of the larger are near: 5 and 9, 31,000 and 26,000
_AT_LEAST: Final = 1.35  # "at least v" is rarely said of more than this times v
_RATES: Final = {
    "USD": (1.0, 1.0),
    "EUR": (0.95, 1.58),
    "GBP": (1.07, 2.1),
    "CAD": (0.69, 1.06),
    "AUD": (0.55, 1.1),
    "JPY": (0.0062, 0.0132),
}
"""US dollars for one unit of a currency, the least and the most since 2002."""
_NEARLY: Final = 0.78  # "nearly v" is rarely said of less than this times v


_VAGUE: Final = re.compile(
    r"\b(?:few|several|some|couple|handful|many|(?:b|m|tr)illions|thousands|hundreds|dozens)\b", re.IGNORECASE
)
_FEW: Final = 5.0  # times by which a vague number and another may part: a few of 2, several of 12
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH_DAY: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b")
_OF_YEARS: Final = re.compile(
    r"\b(?:year|decade|centur|season)|^(?:(?:early|mid|late|the|in)\W+)*(?:1[5-9]|20)\d\d(?:\W*s|\W\d+)?$", re.IGNORECASE
)
"""Words of a moment whose grain is a year or more."""
_AGO: Final = re.compile(r"\byears? ago\b", re.IGNORECASE)
"""What is counted back in years, and so gives the year by about as many months."""
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


class Standing(Enum):
    """How two values stand to each other."""

    EQUAL = auto()
    """The same value, said in the same words or not."""
    INSIDE = auto()
    """One holds the other, or they overlap: both can be true."""
    APART = auto()
    """They cannot both be true of one thing."""
    UNKNOWN = auto()
    """They cannot be compared."""


def standing(a: Value | None, b: Value | None) -> Standing:
    """Return how two values stand to each other."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _amounts(a, b)
    if isinstance(a, Moment) and isinstance(b, Moment):
        return _moments(a, b)
    return Standing.UNKNOWN


def detailed(a: Detail, b: Detail) -> Standing:
    """Return how two details stand to each other by value and by what is printed, where a value is partly inferred.

    Clock times are held against each other without their days; a weekday or a day without its year may be dated from a wrong day
    of publication, so that it parts from another only where weekday or day of the month do.
    """
    x, y = a.value, b.value
    if isinstance(x, Moment) and isinstance(y, Moment):
        return _clocks(x, y) if a.kind is b.kind is Kind.TIME else _printed(a, b, x, y)
    found = standing(x, y)
    if found is Standing.APART and (_VAGUE.search(a.text) or _VAGUE.search(b.text)) and ratio(x, y) <= _FEW:
        return Standing.INSIDE
    return found


def _printed(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other by what is printed of them and, where that is in full, by their days."""
    if a.text.lower() == b.text.lower() and not (x.known and y.known):
        return Standing.EQUAL
    return _dated(a, b, x, y) if x.iso and y.iso else _floating(a, b, x, y)


def _floating(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other one of which is told from a day of writing that is not known."""
    return Standing.INSIDE if x.iso != y.iso and _of_one_grain(a, b) else Standing.UNKNOWN


def _dated(a: Detail, b: Detail, x: Moment, y: Moment) -> Standing:
    """Return how two moments stand to each other that both say of themselves when they are."""
    if not x.known and not y.known and x.iso[:2] != y.iso[:2]:
        return Standing.UNKNOWN  # a weekday of some week and a day or month of some year
    if x.known != y.known and _weekdays_alone(a, b) and _same_weekday(a, b, x, y):
        return Standing.EQUAL if x.minutes == y.minutes else Standing.INSIDE
    if _other_weekday(a, b, x, y):
        return Standing.APART
    found = standing(x, y)
    if found is Standing.EQUAL:
        return Standing.INSIDE if bool(_AGO.search(a.text)) != bool(_AGO.search(b.text)) else found
    return Standing.INSIDE if found is Standing.APART and (_same_weekday(a, b, x, y) or _same_day(a, b)) else found


def _of_one_grain(a: Detail, b: Detail) -> bool:
    """Return whether both of two moments, one told from an unknown day of writing, are of years or of shorter times."""
    one, two = (bool(_OF_YEARS.search(d.text)) for d in (a, b))
    return one == two


def _weekdays_alone(a: Detail, b: Detail) -> bool:
    """Return whether two details print a weekday and no figure."""
    return all(_WEEKDAY.search(d.text) and not any(c.isdigit() for c in d.text) for d in (a, b))


def _clocks(a: Moment, b: Moment) -> Standing:
    """Compare two times of day; those of different zones cannot be compared."""
    if a.minutes is None or b.minutes is None or a.zone.removeprefix("local") != b.zone.removeprefix("local"):
        return Standing.UNKNOWN
    if a.minutes == b.minutes:
        return Standing.EQUAL
    meet = a.minutes[0] <= b.minutes[1] and b.minutes[0] <= a.minutes[1]
    return Standing.INSIDE if meet else Standing.APART


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


def comparable(a: Detail, b: Detail) -> bool:
    """Return whether two details are of kinds and units whose values can be held against each other."""
    x, y = a.value, b.value
    if isinstance(x, Amount) and isinstance(y, Amount):
        return x.dimension == y.dimension and (bool(x.dimension) or x.unit == y.unit)
    return isinstance(x, Moment) and isinstance(y, Moment) and {a.kind, b.kind} <= {Kind.DATE, Kind.TIME}


def near(a: Value | None, b: Value | None) -> bool:
    """Return whether two amounts are of one order: within half of the larger."""
    if not (isinstance(a, Amount) and isinstance(b, Amount)):
        return False
    x, y = a.figure * a.scale, b.figure * b.scale
    return abs(x - y) <= _NEAR * max(abs(x), abs(y))


def ratio(a: Value | None, b: Value | None) -> float:
    """Return how many times the smaller of two amounts the larger is, 1 where they cannot be compared."""
    if not (isinstance(a, Amount) and isinstance(b, Amount)):
        return 1.0
    low, high = sorted((abs(a.figure * a.scale), abs(b.figure * b.scale)))
    return high / low if low else math.inf


def _amounts(a: Amount, b: Amount) -> Standing:
    """Compare two amounts as intervals, each no wider than news means it."""
    (low, high), (low_b, high_b) = _meant(a), _meant(b)
    if a.dimension == "money" and a.unit != b.unit:
        return _currencies(a.unit, (low, high), b.unit, (low_b, high_b))
    if str(a) == str(b) or (a.bound is b.bound and math.isclose(low, low_b) and math.isclose(high, high_b)):
        return Standing.EQUAL
    if a.bound is b.bound is Bound.NEARLY and _apart(a.figure * a.scale, b.figure * b.scale):
        return Standing.APART  # nearly seven is more than six
    if low <= high_b and low_b <= high:
        return Standing.INSIDE
    rounded = a.bound is b.bound is Bound.EXACT and min(a.figure, b.figure) >= _SMALL and _rounded(a, b)
    gap = max(low, low_b) - min(high, high_b)
    scale = max(abs(high if math.isfinite(high) else low), abs(high_b if math.isfinite(high_b) else low_b))
    allowed = _CALENDAR if a.dimension == "time" and a.unit != b.unit else _ROUND if rounded else 0.0
    return Standing.INSIDE if gap <= allowed * scale else Standing.APART


def _apart(one: float, other: float) -> bool:
    """Return whether two figures are too far from each other for what is just short of the one to be just short of the other."""
    return abs(one - other) > _SHORT * max(one, other)


def _currencies(unit: str, one: tuple[float, float], other_unit: str, other: tuple[float, float]) -> Standing:
    """Compare sums in two currencies by the widest rates between them since 2000, so that only what no rate explains parts."""
    if unit not in _RATES or other_unit not in _RATES:
        return Standing.UNKNOWN
    (a, b), (c, d) = ((r[0] * s[0], r[1] * s[1]) for r, s in ((_RATES[unit], one), (_RATES[other_unit], other)))
    return Standing.INSIDE if a <= d and c <= b else Standing.APART


def _rounded(a: Amount, b: Amount) -> bool:
    """Return whether one of two figures is rounder than the other, so that it can stand for it."""
    return _digits(a.figure) != _digits(b.figure) or a.unit != b.unit


def _digits(figure: float) -> int:
    """Return the number of digits that a figure gives before its closing zeros."""
    return len(f"{figure:.6g}".replace(".", "").strip("0").split("e")[0])


def _meant(amount: Amount) -> tuple[float, float]:
    """Return the interval that news means by an amount: "over 20" is not 300."""
    low, high = amount.interval()
    figure = amount.figure * amount.scale
    if amount.bound in {Bound.OVER, Bound.AT_LEAST}:
        return low, _AT_LEAST * figure
    if amount.bound in {Bound.UNDER, Bound.AT_MOST}:
        return _NEARLY * figure, high
    return low, high


def _moments(a: Moment, b: Moment) -> Standing:
    """Compare two moments as far as each of them goes: what one leaves open contradicts nothing."""
    if not a.may_be(b):
        near_by = (a.ambiguous or b.ambiguous) and days_between(a, b) <= _WEEK
        return Standing.INSIDE if near_by else Standing.APART
    if a.iso == b.iso and a.minutes == b.minutes:
        return Standing.EQUAL
    if a.known and b.known and (a.first, a.last, a.minutes) == (b.first, b.last, b.minutes):
        return Standing.EQUAL
    timed = (a.minutes is None) != (b.minutes is None)
    return Standing.UNKNOWN if timed and not (a.known and b.known) else Standing.INSIDE


def days_between(a: Moment, b: Moment) -> int:
    """Return the days from the end of the earlier of two moments to the beginning of the later, 0 where they meet."""
    return max(0, a.first.toordinal() - b.last.toordinal(), b.first.toordinal() - a.last.toordinal())
