"""Dates that name their day: ``June 19, 2024``, ``Wednesday, 19 June``, ``18-19 June``, ``11/28/05``, ``2024-06-19``."""

import re
from datetime import date
from typing import Final

from tui.details.dates.calendars import (
    MONTHS,
    WEEKDAYS_SHORT,
    Anchor,
    between,
    day_in,
    day_of_some_year,
    full_year,
    in_month,
    on_day,
    open_moment,
)
from tui.details.dates.date_rules import DASH, DAY, FOUR, MONTH, WEEKDAY, YEAR, DateRule, Trigger, compiled, number
from tui.model.detail import Moment

_WEEKDAY_BEFORE: Final = rf"(?:(?P<weekday>{WEEKDAY})(?:[ ]?,)?[ ](?:the[ ])?(?:\()?)?"
_WEEKDAY_BEHIND: Final = rf"(?:[ ]?,?[ ]\(?(?:a[ ])?(?P<weekday2>{WEEKDAY})\)?)?"
_YEAR_BEHIND: Final = rf"(?:(?:[ ]?,[ ]?|[ ]|[ ]of[ ])(?P<year>{YEAR}|'\d\d\b))?"

_NOTHING_COUNTED: Final = r"(?:st|nd|rd|th)?(?![ ](?!in\b|at\b|on\b|and\b|the\b|for\b|to\b|when\b|of\b|by\b|after\b|with\b)[a-z])"
"""What follows the second day in ``June 18 and 19``, unlike ``June 18 and 19 people``."""

_MONTH_FIRST: Final = compiled(
    rf"""
    \b{_WEEKDAY_BEFORE}(?P<month>{MONTH})\.?(?:[ ]?,(?=[ ]?\d\d?[a-z]))?[ ]?-?(?:the[ ])?(?P<day>{DAY})
    (?:(?:{DASH}(?:the[ ])?(?:(?P<month2>{MONTH})[ ]?)?|[ ]and[ ](?:the[ ])?(?=\d\d?{_NOTHING_COUNTED}))
      (?P<day2>{DAY})(?![ ]?[a-z]?\.?m\b))?
    {_YEAR_BEHIND}{_WEEKDAY_BEHIND}
    """
)
_DAY_FIRST: Final = compiled(
    rf"""
    (?<![\d.,:/$-])\b{_WEEKDAY_BEFORE}
    (?:(?P<day0>{DAY})(?:(?:[ ](?P<month0>{MONTH}))?(?:{DASH}|[ ]?/[ ]?)|[ ]and[ ])(?:the[ ])?)?
    (?P<day>{DAY})(?:[ ]of)?[ -]?(?P<month>{MONTH})(?<!\s)(?!\w)(?!\.?[ ]\d\d?[ ](?!at|in|on|by|and|when|after|to)[a-z])
    (?:[ ](?P<short>\d\d)(?=[ ]?(?:[.;)]|,(?![ ]?\d)|$)|[ ](?:at|in|on|by|and|when|after|to)\b)
      |[ ]of[ ](?P<brief>\d\d\b)|{_YEAR_BEHIND})
    {_WEEKDAY_BEHIND}
    """
)
_ISO: Final = compiled(rf"(?<!\d)(?P<year>{FOUR})(?P<sign>[-/.])(?P<month>\d\d?|{MONTH})(?P=sign)(?P<day>\d\d?)(?!\d)")
_DASHED: Final = compiled(rf"(?<!\d)(?P<day>\d\d?)[-/](?P<month>{MONTH})[-/](?P<year>{YEAR}|\d\d)\b")
_NUMERIC: Final = compiled(r"(?<![\d/.-])(?P<a>\d\d?)[ ]?(?P<sign>[/])[ ]?(?P<b>\d\d?)[ ]?/[ ]?(?P<year>\d{4}|\d\d)(?![\d/])")
_DOTTED: Final = compiled(r"(?<![\d/.-])(?P<a>\d\d?)(?P<sign>[.-])(?P<b>\d\d?)(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/.-])")
_DAY_THE: Final = compiled(
    rf"\b(?P<weekday>{WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[ ]\d))[ ](?:the[ ])?(?P<day>\d\d?)(?:st|nd|rd|th)\b(?![ ][a-z])"
)


_ATTACKS: Final = re.compile(
    r"[ ](?:(?:terrorist|terror)[ ])?(?:attacks|hijackers|hijackings|victims|memorial|commission|families|museum)\b",
    re.IGNORECASE,
)
"""What goes with the one day of a year that papers print without it."""


def _month(printed: str) -> int:
    """Return the number of a month's name."""
    return MONTHS[printed.lower().rstrip(". ")]


def _weekday(m: re.Match[str]) -> int:
    """Return the number of the weekday printed with a date, 0 where none is."""
    printed = m.groupdict().get("weekday") or m.groupdict().get("weekday2") or ""
    return WEEKDAYS_SHORT.get(printed.lower().rstrip("."), 0)


def _dated(m: re.Match[str], anchor: Anchor, month: int, day: int) -> Moment | None:
    """Return one day of a match, with its printed year or the nearest that fits."""
    printed = m.groupdict().get("year") or m.groupdict().get("short") or m.groupdict().get("brief")
    if printed is None:
        return day_of_some_year(month, day, anchor, _weekday(m))
    found = day_in(full_year(printed.strip("' "), anchor), month, day)
    return on_day(found, ambiguous=bool(_weekday(m)) and found.isoweekday() != _weekday(m)) if found else None


def _span(first: Moment | None, last: Moment | None) -> Moment | None:
    """Return the days from one day to the other, partial years kept partial."""
    if first is None or last is None:
        return None
    if first.known and last.known:
        end = last.last if first.first <= last.last else day_in(last.last.year + 1, last.last.month, last.last.day)
        return between(first.first, end) if end and first.first <= end else None
    return open_moment(f"{first.iso}/{last.iso}")


def _month_first(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``June 19``, ``June 18-19``, ``Jan. 5 to Feb. 3, 2024``."""
    month = _month(m["month"])
    if _ATTACKS.match(m.string, m.end()) and (month, number(m["day"])) == (9, 11) and not m["year"]:
        return on_day(date(2001, 9, 11))
    if m["month"] in {"may", "march", "mar"} and not m["year"] and not m["day"][0].isdecimal():
        return None
    first = _dated(m, anchor, month, number(m["day"]))
    if not m["day2"] or first is None:
        return first
    return _span(first, _dated(m, anchor, _month(m["month2"]) if m["month2"] else month, number(m["day2"])))


def _day_first(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``19 June``, ``18-19 June 2024``, ``10 Nov 11``, ``10th of July``."""
    month = _month(m["month"])
    last = _dated(m, anchor, month, number(m["day"]))
    if not m["day0"] or last is None:
        return last
    return _span(_dated(m, anchor, _month(m["month0"]) if m["month0"] else month, number(m["day0"])), last)


def _iso(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``2024-06-19``, ``2020/Sep/23``, ``05-Aug-2016``."""
    month = int(m["month"]) if m["month"].isdecimal() else _month(m["month"])
    found = day_in(full_year(m["year"], anchor), month, int(m["day"]))
    return on_day(found) if found else None


def _numeric(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``11/28/05`` and ``28.11.2005``; where both can be the month, a slash puts it first, and it is ambiguous."""
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["year"], anchor)
    month, day = (a, b) if m["sign"] in {"/", "-"} else (b, a)
    if month > 12:  # noqa: PLR2004 - the months of a year
        month, day = day, month
    found = day_in(year, month, day)
    return on_day(found, ambiguous=a <= 12 and b <= 12 and a != b) if found else None  # noqa: PLR2004 - the months of a year


def _day_the(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``Friday the 15th``: the last month in which they meet."""
    if anchor.published is None:
        return open_moment(f"-W-{_weekday(m)}")
    year, month = anchor.published.year, anchor.published.month
    for _ in range(24):
        found = day_in(year, month, int(m["day"]))
        if found and found <= anchor.published and found.isoweekday() == _weekday(m):
            return on_day(found)
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return in_month(anchor.published.year, anchor.published.month)


RULES: Final = (
    DateRule(_ISO, Trigger.FIGURE, _iso),
    DateRule(_DASHED, Trigger.FIGURE, _iso),
    DateRule(_NUMERIC, Trigger.FIGURE, _numeric),
    DateRule(_DOTTED, Trigger.FIGURE, _numeric),
    DateRule(_MONTH_FIRST, Trigger.MONTH, _month_first),
    DateRule(_DAY_FIRST, Trigger.MONTH, _day_first),
    DateRule(_DAY_THE, Trigger.FIGURE, _day_the),
)
"""Dates that name their day."""
