"""How two values stand to each other: equal, one inside the other, touching or apart."""

import math
import re
from typing import Final

from tui.compare.moments import clocks, moments, printed
from tui.compare.standing import Standing
from tui.model.detail import Amount, Bound, Detail, Kind, Moment, Value

_ROUND: Final = 0.035  # figures nearer than this share of the larger read as one rounded from the other
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


def standing(a: Value | None, b: Value | None) -> Standing:
    """Return how two values stand to each other."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _amounts(a, b)
    if isinstance(a, Moment) and isinstance(b, Moment):
        return moments(a, b)
    return Standing.UNKNOWN


def detailed(a: Detail, b: Detail) -> Standing:
    """Return how two details stand to each other by value and by what is printed, where a value is partly inferred.

    Clock times are held against each other without their days; a weekday or a day without its year may be dated from a wrong day
    of publication, so that it parts from another only where weekday or day of the month do.
    """
    x, y = a.value, b.value
    if isinstance(x, Moment) and isinstance(y, Moment):
        return clocks(x, y) if a.kind is b.kind is Kind.TIME else printed(a, b, x, y)
    found = standing(x, y)
    if found is Standing.APART and (_VAGUE.search(a.text) or _VAGUE.search(b.text)) and ratio(x, y) <= _FEW:
        return Standing.INSIDE
    return found


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
