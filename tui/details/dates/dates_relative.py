"""Dates reckoned from the day of publishing or from a date named before: weekdays, ``last week``, ``that same year``."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tui.details.dates.calendars import (
    DAY,
    HOURS,
    WEEKDAYS_SHORT,
    Anchor,
    between,
    in_month,
    in_year,
    on_day,
    open_moment,
    part_of,
    shift,
    step_days,
    week_of,
    weekday,
    weekend_of,
)
from tui.details.dates.date_rules import DateRule, Trigger, compiled
from tui.model.detail import Moment

_NAMES: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT: Final = r"Mon\.|Tues?\.|Weds?\.|Thurs?\.|Thur\.|Fri\.|Sat\.|Sun\."
_WEEKDAY: Final = compiled(
    rf"""
    (?<![\w-])
    (?:(?P<which>last|next|this[ ]past|this[ ]coming|this|the[ ]previous|previous|past|the[ ]following)[ ])?
    (?P<day>{_NAMES}|{_SHORT})(?P<plural>s\b)?
    (?:[ ](?:of[ ])?(?P<week>last[ ]week|next[ ]week|this[ ]week|a[ ]week[ ]ago|the[ ]week[ ]before))?
    (?![ ](?:Times|Telegraph|Express|Mirror|Herald|Mail|Night[ ]Live|Night[ ]Football|Post|Tribune|Review|Magazine|Mercury))(?!\w)
    """
)
_DAY_WORD: Final = compiled(
    r"""
    \b(?P<word>the[ ]day[ ]before[ ]yesterday|the[ ]day[ ]after[ ]tomorrow|yesterday|today|tomorrow|tonight|last[ ]night
      |earlier[ ]today|later[ ]today|(?:this|earlier[ ]this|early[ ]this|late[ ]this)[ ](?:morning|afternoon|evening)|overnight)\b
    """
)
_PERIOD: Final = compiled(
    r"""
    \b(?:(?P<end>(?:the[ ])?(?:end|beginning|start)[ ]of[ ](?:(?P<season>(?:the|this|last|next)(?=[ ]season\b)
        |the|this)[ ])?)(?P<unit0>week|month|year|season|decade)\b
      |(?:(?P<part>earlier|later|early|late|mid|the[ ]beginning[ ]of|the[ ]start[ ]of|the[ ]end[ ]of)[ -])?
    (?:(?P<which>last|this|next|past|this[ ]past|previous|this[ ]coming|the[ ]same)
        [ ](?P<unit>week|weekend|month|year|season|decade|century)
      |(?P<within>earlier|later)[ ]in[ ]the[ ](?P<unit9>week|month|year)
      |(?P<over>(?:over|during|on|at)[ ]the[ ]weekend)
      |(?P<throughout>(?:throughout|during)[ ]the[ ]week))\b(?![ ](?:ago|old))(?!-))
    """
)
_THAT: Final = compiled(
    r"""
    \b(?:(?:later|earlier)[ ])?(?:
      (?P<same>that[ ]same|the[ ]same|that|the[ ]very[ ]same)[ ](?P<unit>day|week|month|year|weekend)
     |(?P<next>the[ ]following|the[ ]next|the[ ]previous|the[ ]preceding)[ ](?P<unit2>day|week|month|year)
     |(?:the|a|one)[ ](?P<unit3>day|week|month|year)[ ](?P<side>before|after|later|earlier|previously)
      (?![ ](?:the|a|an|he|she|it|they|his|her|its)\b|[ ][a-z]+ing\b|[ ](?-i:[A-Z]))(?<!after(?=[ ]\w))
    )\b(?![ ](?:ago|old|when|that|of))
    """
)
_LENGTHS: Final = {"week": 7, "month": 30, "year": 365, "decade": 3652}
"""The days that ``the last week`` or year means, up to publishing."""
_STEPS: Final = {"last": -1, "past": -1, "this past": -1, "previous": -1, "this": 0, "the same": 0, "next": 1, "this coming": 1}


def _weekday(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``Wednesday``, ``last Friday``, ``next Tuesday``, ``Thursday last week``; many of them are a habit, no date."""
    named = m["day"].endswith(".") and re.search(r"[A-Z]\w+ $", m.string[: m.start("day")])
    if m["plural"] or named:
        return None
    day = WEEKDAYS_SHORT[m["day"].lower().rstrip(".")]
    which, week = (m["which"] or "").lower(), (m["week"] or "").lower()
    if anchor.published is None:
        return open_moment(f"-W-{day}")
    if week:
        step = {"l": -7, "n": 7, "a": -7, "t": 0}[week[0]]
        there = week_of(anchor.published + timedelta(-7 if week == "the week before" else step))
        return on_day(there.first + timedelta(day - 1))
    if which in {"last", "previous", "the previous", "next"}:
        return _other_weekday(day, anchor.published, -1 if which != "next" else 1)
    past = which in {"this past", "past"}
    ahead = which == "this coming" or (anchor.future and not past)
    found = weekday(day, Anchor(anchor.published, anchor.named, future=ahead))
    return on_day(anchor.published - 7 * DAY) if past and found.ambiguous else found


def _other_weekday(day: int, published: date, step: int) -> Moment:
    """Return the weekday of the last or the next week; where this week has one on the same side, the words may mean that one."""
    found = week_of(published + 7 * step * DAY).first + timedelta(day - 1)
    return on_day(found, ambiguous=abs((found - published).days) > 7)  # noqa: PLR2004 - the days of a week


def _day_word(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``yesterday``, ``today``, ``last night``."""
    word = m["word"].lower()
    hours = next((HOURS[part] for part in HOURS if word.endswith(part)), None)
    if anchor.published is None:
        return replace(open_moment(), minutes=hours)
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(
        word, 0
    )
    if word == "overnight":
        return between(anchor.published - DAY, anchor.published)
    return replace(on_day(anchor.published + timedelta(step)), minutes=hours)


def _period(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``last week``, ``earlier this year``, ``next month``, ``over the weekend``, ``the end of the year``."""
    now = anchor.published
    if now is None:
        return open_moment() if (m["which"] or "").lower() != "the same" else None
    if "season" in {(m["unit"] or "").lower(), (m["unit0"] or "").lower()}:
        return open_moment() if m["which"] or m["season"] else None
    if m["throughout"] or m["over"]:
        return week_of(now) if m["throughout"] else weekend_of(now + 7 * DAY * anchor.future)
    return _of_now(m, anchor, now)


def _of_now(m: re.Match[str], anchor: Anchor, now: date) -> Moment | None:
    """Resolve the week, month, year or decade of a match, or a part of it, from the day of publishing."""
    if m["end"] or m["within"]:
        part = m["within"] or ("end" if "end" in m["end"].lower() else "early")
        return _part(_unit((m["unit0"] or m["unit9"]).lower(), 0, now), part.lower(), now)
    if m["which"].lower() == "the same":
        return _same(m["unit"].lower(), anchor)
    step = _STEPS[m["which"].lower()]
    part = (m["part"] or "").lower().removeprefix("the ").removesuffix(" of")
    whole = _unit(m["unit"].lower(), step, now)
    if step < 0 and m.string[: m.start()].lower().endswith("the ") and m["unit"].lower() in _LENGTHS:
        return between(now - _LENGTHS[m["unit"].lower()] * DAY, now)
    return whole if part in {"earlier", "later"} and step else _part(whole, part, now)


def _part(whole: Moment, part: str, now: date) -> Moment:
    """Return the part of a period: what is over of it for ``earlier``, what is to come for ``later``."""
    match part:
        case "earlier":
            return between(whole.first, now, iso=whole.iso)
        case "later":
            return between(now, whole.last, iso=whole.iso)
        case _:
            return part_of(whole, part)


def _unit(unit: str, step: int, now: date) -> Moment:
    """Return the week, weekend, month, year or decade so many steps from a day."""
    match unit:
        case "week":
            return week_of(now + timedelta(7 * step))
        case "weekend":
            begun = step < 0 and now.isoweekday() > 5  # noqa: PLR2004 - Saturday
            return weekend_of(now + timedelta(7 * (step > 0) - 7 * begun))
        case "decade" if step:
            return _decade(now, step)
        case _:
            return shift(now, unit, step)


def _decade(now: date, step: int) -> Moment:
    """Return the ten years before or from a day."""
    return between(now, date(now.year + 10, 12, 31)) if step > 0 else between(date(now.year - 10, 1, 1), now)


def _same(unit: str, anchor: Anchor) -> Moment | None:
    """Return the day, week, month or year that was named last."""
    if anchor.named is None or not anchor.named.known:
        return step_days(anchor.named, 0) if anchor.named and unit == "day" else None
    day = anchor.named.first
    match unit:
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return in_month(day.year, day.month) if _grain(anchor.named) <= 31 else None  # noqa: PLR2004 - a month
        case "year":
            return in_year(day.year)
        case _:
            return on_day(day) if _grain(anchor.named) == 1 else None


def _grain(moment: Moment) -> int:
    """Return how many days a moment spans."""
    return (moment.last - moment.first).days + 1


def _that(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``that same year``, ``the following day``, ``a month later`` from the date named last."""
    if m["same"]:
        return _same(m["unit"].lower(), anchor)
    if anchor.named is None:
        return None
    unit = (m["unit2"] or m["unit3"]).lower()
    words = (m["next"] or m["side"]).lower()
    step = -1 if words in {"the previous", "the preceding", "before", "earlier", "previously"} else 1
    if not anchor.named.known:
        return step_days(anchor.named, step) if unit == "day" else None
    if _grain(anchor.named) > {"day": 1, "week": 7, "month": 31, "year": 366}[unit]:
        return None
    return shift(anchor.named.first, unit, step)


RULES: Final = (
    DateRule(_WEEKDAY, Trigger.WEEKDAY, _weekday),
    DateRule(_DAY_WORD, Trigger.DAY, _day_word),
    DateRule(_THAT, Trigger.PERIOD, _that),
    DateRule(_PERIOD, Trigger.PERIOD, _period),
)
"""Dates reckoned from another."""
