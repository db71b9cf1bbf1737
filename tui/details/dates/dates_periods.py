"""Months, seasons, quarters, years, decades, centuries and holidays."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tui.details.dates.calendars import (
    DAY,
    MONTHS,
    Anchor,
    between,
    full_year,
    in_month,
    in_year,
    month_of_some_year,
    months,
    on_day,
    open_moment,
    part_of,
    quarter_of,
    season,
    years,
)
from tui.details.dates.date_rules import DASH, MONTH, ORDINALS, PARTS, YEAR, DateRule, Trigger, compiled, number
from tui.language.tables import lexicon
from tui.model.detail import Moment

_PART: Final = rf"(?:(?P<part>{PARTS})(?:[ ]of)?(?:[ ]the)?[ ]?-?[ ]?)?"
_SIDE: Final = r"(?:(?P<which>last|this|next|this[ ]past|past|the[ ]previous|each|every)[ ])?"
_YEARLY: Final = (
    rf"(?:[ ]?,?[ ](?:of[ ])?(?:(?:in[ ])?(?P<year>{YEAR}|'\d\d\b|(?<=of[ ])\d\d\b)"
    r"|(?P<rel>this|last|next|the[ ]same|that)[ ]year))?"
)
_LEADS: Final = r"in|since|by|until|till|from|of|during|for|to|before|after|throughout|between|through|and|as[ ]of"

_MONTH_YEAR: Final = compiled(
    rf"(?<![\w$])(?P<lead>(?:{_LEADS})[ ]?-?[ ]?)?{_SIDE}{_PART}(?P<month>{MONTH})\b(?:{DASH}(?P<month2>{MONTH})\b)?{_YEARLY}"
)
_SEASON: Final = compiled(rf"\b{_SIDE}{_PART}(?P<season>spring|summer|fall|autumn|winter){_YEARLY}\b")
_QUARTER: Final = compiled(
    rf"\b(?:(?P<which>last|this|next|past|previous|current)[ ]quarter\b"
    rf"|(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)[ -]+(?:fiscal[ -])?quarter\b|Q(?P<q>[1-4])\b)"
    rf"(?:[ ]?,?[ ](?:of[ ])?(?P<year>{YEAR}))?"
)
_OF_PLAY: Final = compiled(
    r"\b(?:touchdown|yards?|halftime|half-time|field[ ]goal|rebound|kickoff|punt|scoreless|pointer|pass|overtime)(?:s|es)?\b"
    r"|\bseconds?[ ](?:left|remaining)\b|\bminutes?[ ](?:left|remaining)\b|\d[ ]?-[ ]?\d+[ ](?:lead|run)\b"
)
"""Words of a match, whose quarters are none of the year."""
_YEARS: Final = compiled(
    rf"(?<![\w$£€.,:/#-])(?:{_PART})(?P<year>{YEAR})(?:(?P<joint>{DASH}|/)(?P<year2>{YEAR}|\d\d)(?![\d:]))?"
    r"(?![\w%/]|[-.]\d|:\d)"
)
_DECADE: Final = compiled(
    rf"(?<![\w$])(?:the[ ])?{_PART}(?:(?P<full>(?:1[5-9]|20)\d0)[ ]?'?s|'(?P<short>\d0)[ ]?'?s"
    rf"|(?<=the[ ])(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))\b"
)
_TENS: Final = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_CENTURY: Final = compiled(rf"\b{_PART}(?P<n>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[ ]?-?[ ]*century\b")
_HOLIDAYS: Final = r"""
    Christmas[ ]Eve|Christmas(?:[ ]Day)?|New[ ]Year'?s?[ ]Eve|New[ ]Year'?s?[ ]Day|Thanksgiving(?:[ ]Day)?
    |Easter(?:[ ](?:Sun|Mon)day)?
    |Good[ ]Friday
    |Valentine'?s?[ ]Day|Boxing[ ]Day|Independence[ ]Day|(?:Fourth|4th)[ ]of[ ]July|Memorial[ ]Day
    |May[ ]Day
    |Labou?r[ ]Day|Veterans[ ]Day|Columbus[ ]Day|Martin[ ]Luther[ ]King,?[ ]Jr\.?[ ]Day|Presidents'?[ ]Day|Black[ ]Friday
    |Halloween    |St\.[ ]Patrick's[ ]Day
"""
_HOLIDAY: Final = compiled(
    rf"\b(?:(?P<which>last|this|next|this[ ]past)[ ])?(?P<name>{_HOLIDAYS})\b(?P<weekend>[ ]weekend\b)?"
    rf"(?:[ ]?,?[ ](?:of[ ])?(?P<year>{YEAR}))?"
)
_HEDGED: Final = re.compile(r"\b(?:about|some|nearly|almost|than|around|over|roughly|least|another)[ ]$")
_LED: Final = re.compile(
    r"(?:\b(?:in|since|the|of|by|until|till|from|to|and|his|her|its|their|during|for|a|that|this|late|early|mid|before)|'s)[ -]$"
)
_LABELLED: Final = re.compile(
    r"\b(?:bill|flight|route|article|section|resolution|proposition|page|room|highway|title|model|order|number|no\.)[ ]$",
    re.IGNORECASE,
)
_PRINTED: Final = 1500
"""The year up to which four figures are a year only behind a word like ``in``."""
_FIXED: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "halloween": (10, 31),
    "valentines day": (2, 14),
    "boxing day": (12, 26),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "4th of july": (7, 4),
    "veterans day": (11, 11),
    "may day": (5, 1),
    "st. patricks day": (3, 17),
}
"""Month and day."""
_FLOATING: Final = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "labour day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "presidents day": (2, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "black friday": (11, 4, 4),
}
"""Month, weekday and which one of the month, -1 for the last."""
_AMBIGUOUS_MONTHS: Final = lexicon("may march mar sep jan dec oct nov apr aug feb jul jun sept")


def _year(m: re.Match[str], anchor: Anchor) -> int | None:
    """Return the year that a match prints or points to, ``None`` where it leaves it open or cannot know it."""
    if m["year"]:
        return full_year(m["year"].strip("' "), anchor)
    rel = m.groupdict().get("rel")
    if rel in {"that", "the same"}:
        return anchor.named.first.year if anchor.named and anchor.named.known else None
    if rel and anchor.published:
        return anchor.published.year + {"last": -1, "this": 0, "next": 1}[rel.lower()]
    return None


def _month_year(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``July 1973``, ``last February``, ``in May``, ``early June``, ``May to September 2019``."""
    printed = m["month"].rstrip(". ")
    month = MONTHS[printed.lower()]
    told = m["year"] or m["rel"] or m["which"] or m["part"]
    if not printed[0].isupper() and not told:
        return None
    if printed.lower() in _AMBIGUOUS_MONTHS and not told and not m["lead"]:
        return None
    if (m["which"] or "").lower() in {"each", "every"}:
        return None
    which = (m["which"] or "").lower()
    year = _year(m, anchor)
    if year is None:
        past = which == "last"
        first = month_of_some_year(
            month, replace(anchor, future=not past and (anchor.future or which == "next"), lean=anchor.lean and not past)
        )
        if which == "this" and anchor.published:
            first = in_month(anchor.published.year, month)
        if which == "last" and anchor.published and first == in_month(anchor.published.year, anchor.published.month):
            first = in_month(anchor.published.year - 1, month)
    else:
        first = in_month(year, month)
    if m["month2"]:
        return _month_span(first, MONTHS[m["month2"].lower().rstrip(". ")], dated=year is not None)
    return part_of(first, (m["part"] or "").lower())


def _month_span(first: Moment, last_month: int, *, dated: bool) -> Moment:
    """Return the months from one to another; the year printed is the last one's: ``Nov-Feb 2017``."""
    if not first.known:
        return open_moment(f"{first.iso}/--{last_month:02d}")
    year, month = first.first.year, first.first.month
    year -= dated and last_month < month
    return months((year, month), (year + (last_month < month), last_month))


def _season(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``fall of 2023``, ``last summer``, ``this spring``; a bare season is a word like others."""
    name = m["season"].lower()
    year = _year(m, anchor)
    which = (m["which"] or "").lower()
    if year is None:
        if not which or which in {"each", "every"} or anchor.published is None:
            return None
        year = anchor.published.year
        begun = season(name, year).first <= anchor.published
        if which == "next" and begun:
            year += 1
        elif "last" in which or "past" in which or "previous" in which:
            year -= 0 if season(name, year).last < anchor.published else 1
    return part_of(season(name, year), (m["part"] or "").lower())


def _quarter(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the third quarter of 2013``, ``Q1 2020``; without a year, the last that has begun."""
    if m["which"]:
        step = {"this": 0, "current": 0, "next": 1}.get(m["which"].lower(), -1)
        return quarter_of(anchor.published, step) if anchor.published else None
    if not m["year"] and _OF_PLAY.search(m.string):
        return None
    place = int(m["q"]) if m["q"] else number(m["n"])
    if m["year"]:
        year = int(m["year"])
    elif anchor.published:
        year = anchor.published.year - (date(anchor.published.year, 3 * place - 2, 1) > anchor.published)
    else:
        return None
    return months((year, 3 * place - 2), (year, 3 * place))


def _years(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``2019``, ``late 2019``, ``1990-94``, ``between 1990 and 1994``."""
    first = int(m["year"])
    early = first < _PRINTED and not _LED.search(m.string[max(0, m.start() - 14) : m.start()].lower())
    if early or _counts(m) or _LABELLED.search(m.string[max(0, m.start() - 14) : m.start()]):
        return None
    if not m["year2"]:
        return part_of(in_year(first), (m["part"] or "").lower())
    last = int(m["year2"]) if len(m["year2"]) > 2 else first // 100 * 100 + int(m["year2"])  # noqa: PLR2004 - two figures
    del anchor
    return years(first, last) if first < last else None


def _counts(m: re.Match[str]) -> bool:
    """Whether four figures count something: ``about 2000 people``."""
    before, behind = m.string[max(0, m.start() - 14) : m.start()].lower(), m.string[m.end() : m.end() + 40]
    counted = re.match(r"[ ](?:[a-z]+[ ])?(?:people|men|women|[a-z]{3,}s)\b", behind)
    return bool(_HEDGED.search(before)) or (counted is not None and not _LED.search(before))


def _decade(m: re.Match[str], anchor: Anchor) -> Moment:
    """Resolve ``the 1980s``, ``the late '60s``."""
    if m["word"]:
        first = 1900 + 10 * (2 + _TENS.index(m["word"].lower()))
    else:
        first = int(m["full"]) if m["full"] else full_year(m["short"], anchor)
    return part_of(years(first, first + 9), (m["part"] or "").lower())


def _century(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the 19th century``, ``the early twentieth century``."""
    del anchor
    place = number(m["n"])
    return part_of(years(100 * place - 100, 100 * place - 1), (m["part"] or "").lower()) if 0 < place < 30 else None  # noqa: PLR2004


def _holiday(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve a holiday to the last one up to publishing, the next where the words look ahead."""
    name = m["name"].lower().replace("'", "").replace(",", "").replace("new year ", "new years ")
    if m["year"]:
        day = _holiday_in(name, int(m["year"]))
        return _long_weekend(day, m) if day else None
    if anchor.published is None:
        return None
    base = anchor.published.year
    days = [d for y in (base - 1, base, base + 1) if (d := _holiday_in(name, y))]
    ahead = anchor.future or m["which"] == "next"
    fitting = [d for d in days if (d >= anchor.published if ahead else d <= anchor.published)]
    return _long_weekend(fitting[0] if ahead else fitting[-1], m) if fitting else None


def _long_weekend(day: date, m: re.Match[str]) -> Moment:
    """Return the holiday itself, or the weekend that goes with it: ``Labor Day weekend``."""
    if not m["weekend"]:
        return on_day(day)
    saturday = day - timedelta((day.weekday() - 5) % 7)
    return between(saturday, max(day, saturday + DAY))


def _holiday_in(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FLOATING:
        month, weekday, place = _FLOATING[name]
        first = date(year, month, 1) if place > 0 else date(year + month // 12, month % 12 + 1, 1) - 7 * DAY
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (max(place, 1) - 1))
        return day + DAY if name == "black friday" else day
    easter = _easter(year)
    return {"good friday": easter - 2 * DAY, "easter monday": easter + DAY, "easter": easter, "easter sunday": easter}.get(name)


def _easter(year: int) -> date:
    """Return Easter Sunday of a year (Meeus, Jones and Butcher; Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


RULES: Final = (
    DateRule(_MONTH_YEAR, Trigger.MONTH, _month_year),
    DateRule(_SEASON, Trigger.SEASON, _season),
    DateRule(_QUARTER, Trigger.PERIOD, _quarter),
    DateRule(_DECADE, Trigger.TENS, _decade),
    DateRule(_CENTURY, Trigger.PERIOD, _century),
    DateRule(_HOLIDAY, Trigger.HOLIDAY, _holiday),
    DateRule(_YEARS, Trigger.FIGURE, _years),
)
"""Periods that are named."""
