"""Calendar arithmetic of the date rules: days, months, seasons and years become moments with their grain."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tui.model.detail import Moment

MONTHS: Final = (
    {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
    | {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
    | {"sept": 9}
)
"""Month names and their abbreviations by number."""
WEEKDAYS: Final = {name.lower(): n for n, name in enumerate(calendar.day_name, 1)}
WEEKDAYS_SHORT: Final = WEEKDAYS | {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}
"""Weekdays by their ISO number, 1 for Monday."""
SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 2)}
"""The first and last month of the meteorological seasons of the north."""
HOURS: Final = {
    "morning": (300, 719),
    "afternoon": (720, 1079),
    "evening": (1020, 1319),
    "night": (1080, 1439),
    "noon": (720, 720),
}
"""The minutes of the day that a part of it means."""
DAY: Final = timedelta(1)
_SOON: Final = timedelta(31)
_LONG_AGO: Final = timedelta(334)
"""A day of some year that is this near ahead and was last so long ago is meant to come: papers print the year of the other."""
_SOON_TO_COME: Final = timedelta(120)
_YEAR_OFF: Final = timedelta(210)
_NEAR_MONTHS: Final = 4
"""The same where no verb in the past goes with the day."""
_LONGEST_MONTH: Final = 31
_LONGEST_YEAR: Final = 366
_LEAPLESS: Final = 2023


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date is reckoned from."""

    published: date | None = None
    """The day the article was published."""
    named: Moment | None = None
    """The moment that was named last."""
    future: bool = False
    """True where the words around look ahead: ``will meet on Tuesday``."""
    lean: bool = False
    """True where they at least tell of nothing past: ``is up for election in November``."""


def on_day(day: date, *, ambiguous: bool = False) -> Moment:
    """Return one day."""
    return Moment(day, day, day.isoformat(), ambiguous)


def open_moment(iso: str = "") -> Moment:
    """Return a moment whose year is not known, or nothing but that it is reckoned from a day of publishing that is not known."""
    return Moment(date.min, date.max, iso)


def between(first: date, last: date, *, iso: str | None = None, ambiguous: bool = False) -> Moment:
    """Return the days from ``first`` to ``last``; an interval that ends before it begins is turned round."""
    first, last = min(first, last), max(first, last)
    return Moment(first, last, iso or f"{first.isoformat()}/{last.isoformat()}", ambiguous)


def in_month(year: int, month: int) -> Moment:
    """Return one month."""
    return between(date(year, month, 1), _month_end(year, month), iso=f"{year:04d}-{month:02d}")


def in_year(year: int) -> Moment:
    """Return one year."""
    return between(date(year, 1, 1), date(year, 12, 31), iso=f"{year:04d}")


def years(first: int, last: int) -> Moment:
    """Return the years from ``first`` to ``last``."""
    return between(date(first, 1, 1), date(last, 12, 31), iso=f"{first:04d}/{last:04d}")


def months(first: tuple[int, int], last: tuple[int, int]) -> Moment:
    """Return the months from ``first`` to ``last``, each a year and a month."""
    iso = f"{first[0]:04d}-{first[1]:02d}/{last[0]:04d}-{last[1]:02d}"
    return between(date(*first, 1), _month_end(*last), iso=iso)


def quarter_of(day: date, step: int = 0) -> Moment:
    """Return the quarter of a year that holds a day, or one so many quarters from it."""
    place = day.year * 4 + (day.month - 1) // 3 + step
    year, quarter = divmod(place, 4)
    return months((year, 3 * quarter + 1), (year, 3 * quarter + 3))


def season(name: str, year: int) -> Moment:
    """Return a season of a year; a winter begins in December of the year before."""
    first, last = SEASONS[name]
    return months((year - (first > last), first), (year, last))


def week_of(day: date) -> Moment:
    """Return the week from Monday to Sunday that holds a day."""
    monday = day - timedelta(day.weekday())
    return between(monday, monday + timedelta(6))


def week_in(whole: Moment, place: int) -> Moment:
    """Return the week of a month or year: weeks belong to where their Thursday is (ISO 8601); place 0 is the last."""
    if place == 0:
        return week_of(whole.last - timedelta(3))
    return week_of(whole.first + timedelta(3) + timedelta(7 * (place - 1)))


def weekend_of(day: date) -> Moment:
    """Return the Saturday and Sunday that end on or were last begun before ``day``."""
    saturday = day - timedelta((day.weekday() - 5) % 7)
    return between(saturday, saturday + DAY)


def weekday(number: int, anchor: Anchor) -> Moment:
    """Return the nearest such weekday on or before publishing, on or after it where the words look ahead.

    The weekday of the publishing day itself may mean that day or a week from it: it is ambiguous.
    """
    if anchor.published is None:
        return open_moment(f"-W-{number}")
    step = (number - anchor.published.isoweekday()) % 7 if anchor.future else -((anchor.published.isoweekday() - number) % 7)
    return on_day(anchor.published + timedelta(step), ambiguous=step == 0)


def month_of_some_year(month: int, anchor: Anchor) -> Moment:
    """Return the last such month up to the publishing day, the next one where the words look ahead."""
    if anchor.published is None:
        return open_moment(f"--{month:02d}")
    year, now = anchor.published.year, anchor.published.month
    until = (month - now) % 12
    near = anchor.lean and not anchor.future and 0 < until <= _NEAR_MONTHS
    found = in_month(year + (month < now), month) if anchor.future or near else in_month(year - (month > now), month)
    return replace(found, ambiguous=near)


def day_of_some_year(month: int, day: int, anchor: Anchor, weekday_number: int = 0) -> Moment | None:
    """Return the last such day up to publishing, the next one where the words look ahead, ``None`` for a day that is none.

    A weekday printed with it chooses the year where it fits only one of the years around.
    """
    if day_in(2024, month, day) is None:
        return None
    if anchor.published is None:
        return open_moment(f"--{month:02d}-{day:02d}")
    base = anchor.published.year
    found = [d for y in range(base - 4, base + 5) if (d := day_in(y, month, day))]
    past = [d for d in found if d <= anchor.published]
    ahead = [d for d in found if d >= anchor.published]
    soon = bool(ahead and past) and ahead[0] - anchor.published < (_SOON_TO_COME if anchor.lean else _SOON)
    soon = soon and anchor.published - past[-1] > (_YEAR_OFF if anchor.lean else _LONG_AGO)
    chosen = ahead[0] if (anchor.future or soon) and ahead else (past or ahead)[-1 if past else 0]
    if weekday_number and chosen.isoweekday() != weekday_number:
        near = [d for d in (*past[-1:], *ahead[:1]) if d.isoweekday() == weekday_number]
        return on_day(near[0]) if near else on_day(chosen, ambiguous=True)
    return on_day(chosen, ambiguous=soon and not anchor.future)


def day_in(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, ``None`` where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(printed: str, anchor: Anchor) -> int:
    """Return the year of its two or four printed figures; two mean the nearest such year that is not far ahead."""
    year = int(printed[-2:]) if len(printed) < 4 else int(printed)  # noqa: PLR2004 - the figures of a year
    if len(printed) >= 4:  # noqa: PLR2004 - the figures of a year
        return year
    now = anchor.published.year if anchor.published else 2030
    return max(y for y in (1900 + year, 2000 + year) if y <= now + 5 or y < 2000)  # noqa: PLR2004 - the turn of the century


def part_of(whole: Moment, part: str) -> Moment:
    """Return the early, middle or late part of a month (ten days), year (four months), season or decade (a third)."""
    if not whole.known or not part:
        return whole
    length = (whole.last - whole.first).days + 1
    first, last = whole.first, whole.last
    if length <= _LONGEST_MONTH:
        early, late = first + timedelta(9 * length // 30), first + timedelta(19 * length // 30)
    elif length <= _LONGEST_YEAR and first.day == first.month == 1:
        early, late = date(first.year, 4, 30), date(first.year, 9, 1)
    else:
        early, late = first + timedelta(length // 3 - 1), last - timedelta(length // 3 - 1)
    match part:
        case "early" | "beginning" | "start":
            return between(first, early)
        case "late" | "end":
            return between(late, last)
        case _ if length <= _LONGEST_MONTH:
            return between(early, late)
        case _:
            return between(early + DAY, late - DAY)


def shift(day: date, unit: str, count: int) -> Moment:
    """Return the moment ``count`` units from a day, with the unit's grain; negative counts go back."""
    match unit:
        case "month":
            place = day.year * 12 + day.month - 1 + count
            return in_month(place // 12, place % 12 + 1)
        case "year" | "decade" | "century":
            year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
            return in_year(min(max(year, 1), 9999))
        case "week" | "fortnight":
            there = day + timedelta(count * (7 if unit == "week" else 14))
            return Moment(there - 2 * DAY, there + 2 * DAY, there.isoformat())
        case "day" | "night" | "weekend":
            return on_day(day + timedelta(count))
        case _:
            return on_day(day)


def step_days(moment: Moment, count: int) -> Moment | None:
    """Return the day so many days from one, also from one of some week or year; ``None`` where the moment is no single day."""
    if moment.known:
        return on_day(moment.first + timedelta(count)) if moment.first == moment.last else None
    if found := re.match(r"-W-(\d)(?!/)", moment.iso):
        return open_moment(f"-W-{(int(found[1]) - 1 + count) % 7 + 1}")
    if found := re.match(r"--(\d\d)-(\d\d)(?!/)", moment.iso):
        there = date(_LEAPLESS, int(found[1]), min(int(found[2]), 28)) + timedelta(count + max(0, int(found[2]) - 28))
        return open_moment(f"--{there.month:02d}-{there.day:02d}")
    return None


def _month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
