"""Days and weeks told by their place: ``the first Monday of May``, ``on the 18th``, ``the last week of July``."""

import re
from datetime import timedelta
from typing import Final

from tui.details.dates.calendars import (
    MONTHS,
    WEEKDAYS_SHORT,
    Anchor,
    day_in,
    in_month,
    in_year,
    month_of_some_year,
    on_day,
    shift,
    week_in,
    week_of,
)
from tui.details.dates.date_rules import MONTH, ORDINALS, YEAR, DateRule, Trigger, compiled, number
from tui.model.detail import Moment

_NAMES: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_STEPS: Final = {"last": -1, "previous": -1, "this": 0, "next": 1}
_OF_MONTH: Final = compiled(
    rf"""
    \b(?:the[ ])?(?P<n>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[ ](?P<day>{_NAMES})[ ](?:of|in)[ ]
    (?:(?P<which>last|this|next|previous)[ ]month|(?P<month>{MONTH})(?:[ ]?,?[ ](?P<year>{YEAR}))?)\b
    """
)
_LED: Final = r"(?:(?<=\bon[ ])|(?<=\bby[ ])|(?<=\baround[ ])|(?<=\buntil[ ]))"
_THE_NTH: Final = compiled(
    rf"{_LED}the[ ](?P<day>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
    r"(?:[ ]of[ ](?P<which>this|last|next)[ ]month)?(?=[ ]?[,.;)]|$)"
)
_NTH_WEEK: Final = compiled(
    rf"\b(?:the[ ])?(?P<n>first|second|third|fourth|last|[1-5](?:st|nd|rd|th))[ ]week[ ](?:of|in)[ ]"
    rf"(?:(?P<month>{MONTH})\b(?:[ ]?,?[ ](?:of[ ])?(?P<year>{YEAR}))?|(?P<only>{YEAR})|(?P<rel>last|this|next)[ ]month)"
)
_WEEK_OF: Final = compiled(
    rf"\bthe[ ]week[ ](?:of|ending|beginning|starting|commencing)(?:[ ]on)?[ ](?P<month>{MONTH})[ ]?(?P<day>\d\d?)"
    rf"(?:st|nd|rd|th)?(?:,?[ ](?P<year>{YEAR}))?\b"
)


def _of_month(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the first Monday of May``, ``the third Wednesday of last month``."""
    if anchor.published is None:
        return None
    if m["which"]:
        month = shift(anchor.published, "month", _STEPS[m["which"].lower()])
    else:
        number_ = MONTHS[m["month"].lower().rstrip(". ")]
        month = in_month(int(m["year"]), number_) if m["year"] else month_of_some_year(number_, anchor)
    day = WEEKDAYS_SHORT[m["day"].lower()]
    if m["n"].lower() == "last":
        return on_day(month.last - timedelta((month.last.isoweekday() - day) % 7))
    found = month.first + timedelta((day - month.first.isoweekday()) % 7 + 7 * (number(m["n"]) - 1))
    return on_day(found) if found <= month.last else None


def _the_nth(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``on the 18th``: of this month, or of the month before where it is still to come."""
    if anchor.published is None:
        return None
    month = shift(anchor.published, "month", _STEPS[m["which"].lower()] if m["which"] else 0).first
    day = day_in(month.year, month.month, number(m["day"]))
    if day and day > anchor.published and not m["which"] and not anchor.future:
        month = shift(anchor.published, "month", -1).first
        day = day_in(month.year, month.month, number(m["day"]))
    return on_day(day) if day else None


def _week_of(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the week of April 10``."""
    month = MONTHS[m["month"].lower().rstrip(". ")]
    if m["year"]:
        year = int(m["year"])
    elif anchor.published:
        year = month_of_some_year(month, anchor).first.year
    else:
        return None
    day = day_in(year, month, int(m["day"]))
    return week_of(day) if day else None


def _nth_week(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the last week of July``, ``the first week of 2015``."""
    if m["rel"]:
        return week_in(shift(anchor.published, "month", _STEPS[m["rel"].lower()]), _place(m["n"])) if anchor.published else None
    if m["only"]:
        return week_in(in_year(int(m["only"])), _place(m["n"]))
    month = MONTHS[m["month"].lower().rstrip(". ")]
    if m["year"]:
        return week_in(in_month(int(m["year"]), month), _place(m["n"]))
    return week_in(month_of_some_year(month, anchor), _place(m["n"])) if anchor.published else None


def _place(printed: str) -> int:
    """Return an ordinal as a number, 0 for the last."""
    return 0 if printed.lower() == "last" else number(printed)


RULES: Final = (
    DateRule(_NTH_WEEK, Trigger.PERIOD, _nth_week),
    DateRule(_WEEK_OF, Trigger.MONTH, _week_of),
    DateRule(_OF_MONTH, Trigger.WEEKDAY, _of_month),
    DateRule(_THE_NTH, Trigger.FIGURE, _the_nth),
)
"""Days and weeks told by their place in a month or year."""
