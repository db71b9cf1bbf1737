"""Lines that say when: published, updated, posted on; the times they state as ISO 8601."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d) ?[-/.] ?(?P<number>\d{1,2}) ?[-/.] ?(?P<day>\d{1,2})(?!\d)(?:(?=T\d)T)?",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s,.-]*{_MONTH}[\s,-]*'?(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH}[\s-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s|-)+(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d/])(?P<first>\d{1,2}) ?(?P<mark>[-/.]) ?(?P<second>\d{1,2}) ?(?P=mark) ?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
    )
)
_TIME: Final = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)(?!\d|%| ?(?:million|billion|percent))"
    r"(?:\s?:\s?[0-5]\d(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?|(?<![\d:.])(?P<bare>1[0-2]|0?[1-9])\s*(?P<half2>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"\(?\b(?:GMT|UTC)\s?(?P<offset>[+-]\s?\d{1,2}(?::?\s?\d{1,2})?)?\b\)?"
    r"|(?<=\d)(?P<short>[+-]\d\d:?\d\d)\b|(?<=\d)(?P<zulu>Z)\b"
    r"|\b(?:[ECMP][SD]?T|IST|BST|CEST|CET|EEST|EET|MSK|HKT|SGT|JST|KST|AEST|AEDT|AKST|HST|SAST|WIB|PKT|PHT|WAT|EAT"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)? Time|local time|UK|US)\b",
)
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?"
    r"|fri|sat(?:ur)?|sun)(?:day)?\b\.?(?!')",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"\b(?:(?:last|first|page|story|article)?\s*(?:-\s*)?(?:updated|modified|revised|edited)(?: at| on)?|update)\b\s*:?",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:(?:first|originally|date)?\s*(?:published|posted|created|issued|filed|uploaded|released|aired|date)(?: at| on| in)?"
    r"|on|at)\b\s*:?",
    re.IGNORECASE,
)
_CHATTER: Final = re.compile(
    r"\b\d+\s?(?:hours?|mins?|minutes?|days?|weeks?|hrs?)\s+ago\b|\b\d+\s?(?:min(?:ute)?s?)\s+read\b"
    r"|\b\d+\s+(?:comments?|shares?|views?)\b"
    r"|\b(?:by|in|the|web|edition|print|version|date|time|issue date|comments?|views?|read)\b",
    re.IGNORECASE,
)
_FILLING: Final = re.compile(r"[\s|,;:•·/()\[\]*#_.–—\-]+")
_COUNTER: Final = re.compile(r"^\d{1,6}$")
_AMERICAN: Final = re.compile(r"\b(?:[ap]\.?m|[ECMP][SD]?T)\b", re.IGNORECASE)
_MOST_WORDS: Final = 16
_NOON, _DAYS = 12, 31  # months and days too


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that a line states."""

    iso: str | None
    """ISO 8601 as far as it is stated; ``None`` where day and month cannot be told apart."""
    updated: bool
    """True where the line calls it an update."""


@lru_cache(maxsize=1024)
def read_stamps(folded: str) -> tuple[tuple[Stamp, ...], str]:
    """Return the times that a line states and what is left of the line without them and their labels.

    A date of figures alone whose day and month cannot be told apart is not read.
    """
    if not re.search(r"\d", folded):
        return (), folded
    found: list[Stamp] = []
    dates = _all_dates(folded)
    rest = folded
    for place, (start, end, date) in enumerate(dates):
        before = folded[dates[place - 1][1] if place else 0 : start]
        after = folded[end : dates[place + 1][0] if place + 1 < len(dates) else len(folded)]
        time = _TIME.search(after[:30]) or (_TIME.search(before[-40:]) if place == 0 else None)
        iso = date + (_clock(time, after + before) if time else "") if date else None
        found.append(Stamp(iso, bool(_UPDATED.search(before))))
    for start, end, _date in reversed(dates):
        rest = f"{rest[:start]} {rest[end:]}"
    for pattern in (_ZONE, _TIME, _ZONE, _WEEKDAY, _UPDATED, _PUBLISHED, _CHATTER):
        rest = pattern.sub(" ", rest)
    return tuple(found), _FILLING.sub(" ", rest).strip()


def is_stamp(line: Line) -> bool:
    """Tell whether a line says nothing but when."""
    if line.words > _MOST_WORDS:
        return False
    stamps, rest = read_stamps(line.folded)
    return bool(stamps) and (not rest or bool(_COUNTER.match(rest)))


def stamps(draft: Draft) -> Draft:
    """Take away the lines before the body that say nothing but when, and state the first of each kind."""
    decided: dict[int, Call] = {}
    stated: dict[str, str] = {}
    for place, line in draft.open():
        if is_stamp(line):
            decided[place] = removed("date")
            state(stated, read_stamps(line.folded)[0])
    return draft.call(decided, **stated)


def state(stated: dict[str, str], stamps: tuple[Stamp, ...]) -> None:
    """Add the first time of each kind to what is stated."""
    for stamp in stamps:
        if stamp.iso:
            stated.setdefault("updated" if stamp.updated else "published", stamp.iso)


def _all_dates(folded: str) -> list[tuple[int, int, str | None]]:
    """Return every date of a line with its place, as ISO 8601 or ``None`` where it cannot be told, in the order printed."""
    found: list[tuple[int, int, str | None]] = []
    for pattern in _DATES:
        for match in pattern.finditer(folded):
            possible, iso = _date(match, folded)
            if possible and all(match.end() <= start or end <= match.start() for start, end, _iso in found):
                found.append((match.start(), match.end(), iso))
    return sorted(found)


def _date(match: re.Match[str], folded: str) -> tuple[bool, str | None]:
    """Return whether a match is a date, and the date as ISO 8601, ``None`` where day and month cannot be told apart."""
    parts = match.groupdict()
    year = parts["year"] if len(parts["year"]) > 2 else f"{20 if int(parts['year']) < 70 else 19}{parts['year']}"  # noqa: PLR2004 - 70 is 1970
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        american = first <= _NOON and (second > _NOON or (parts["mark"] != "." and bool(_AMERICAN.search(folded))))
        if first <= _NOON and second <= _NOON and first != second and parts["mark"] != "." and not american:
            return True, None
        month, day = (first, second) if american else (second, first)
    elif parts.get("number"):
        month, day = int(parts["number"]), int(parts["day"])
    else:
        month, day = _MONTHS.index(parts["month"][:3].lower()) + 1, int(parts["day"])
    possible = 1 <= month <= _NOON and 1 <= day <= _DAYS
    return possible, f"{year}-{month:02}-{day:02}" if possible else None


def _clock(match: re.Match[str], around: str) -> str:
    """Return a matched time of day as ISO 8601, with the offset from UTC where figures state one."""
    hour, minute = int(match["hour"] or match["bare"]), match["minute"] or "00"
    half = (match["half"] or match["half2"] or "").lower()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    zone = _ZONE.search(around[around.find(match.group()) + len(match.group()) :][:25]) if match.group() in around else None
    return f"T{hour:02}:{minute}{_offset(zone) if zone else ''}"


def _offset(zone: re.Match[str]) -> str:
    """Return an offset from UTC that is stated in figures, ``+02:00``; empty for the name of a zone, which may mean two."""
    if zone["zulu"] or (zone.group().strip("()") in {"GMT", "UTC"}):
        return "+00:00"
    told = (zone["offset"] or zone["short"] or "").replace(" ", "")
    if not told:
        return ""
    figures = told[1:].replace(":", "")
    hours, minutes = (figures[:2], figures[2:]) if len(figures) > 1 else (figures, "")
    return f"{told[0]}{int(hours):02}:{minutes.ljust(2, '0')}"
