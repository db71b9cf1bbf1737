"""Lines that say when: published, updated, posted on; the times they state as ISO 8601."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.stampwords import stamp_words
from tui.model.article import PassageKind

_GLUED: Final = re.compile(r"(?<=\d)(?=[A-Z][a-z]{3})|(?<=[AaPp][Mm])(?=[A-Z][a-z]{3})|(?<=[a-z]{4})(?=\d)")
_TIME: Final = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])\s?[:.h时時]\s?(?P<minute>[0-5]\d)(?!\d|%| ?(?:million|billion|percent))"
    r"(?:\s?:\s?[0-5]\d(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?|(?<![\d:.])(?P<bare>1[0-2]|0?[1-9])\s*(?P<half2>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"\(?\b(?:GMT|UTC)\s?(?P<offset>[+-]\s?\d{1,2}(?::?\s?\d{1,2})?)?\b\)?"
    r"|(?<=\d)(?P<short>[+-]\d\d:?\d\d)\b|(?<=\d)(?P<zulu>Z)\b"
    r"|\b(?:[ECMP][SD]?T|IST|BST|CEST|CET|EEST|EET|MSK|HKT|SGT|JST|KST|AEST|AEDT|AKST|HST|SAST|WIB|PKT|PHT|WAT|EAT"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)? Time|local time|UK|US)\b"
    r"|(?<=[ap]m )(?i:gmt|utc|[ecmp][sd]?t|ist|bst|cest|cet|aest|aedt)\b",
)
_CHATTER: Final = re.compile(
    r"\b\d+\s?(?:hours?|mins?|minutes?|days?|weeks?|hrs?)\s+ago\b|\b\d+\s?(?:min(?:ute)?s?)\s+read\b"
    r"|\b\d+\s+(?:comments?|shares?|views?)\b|\bsource\s?:\s?[\w.]+$"
    r"|\b(?:by|in|the|web|edition|print|version|date|time|issue date|comments?|views?|read)\b",
    re.IGNORECASE,
)
_AGO: Final = re.compile(
    r"^(?:today|yesterday)\W+(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\W*$"
    r"|^(?:(?:last )?(?:updated|published|posted|modified)\W*)?"
    r"(?:about |an? )?\d*\s?(?:h|hr|hour|min|minute|day|week|month|year)s? ago\W*$",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"^\W*(?:(?:first|last|originally)\s+)?(?:updated|modified|published)\b", re.IGNORECASE)
_FILLING: Final = re.compile(r"[\s|,;:•·/()\[\]*#_.–—\-]+")
_COUNTER: Final = re.compile(r"^\d{1,6}$")
_AMERICAN: Final = re.compile(r"\b(?:[ap]\.?m|[ECMP][SD]?T)\b", re.IGNORECASE)
_MOST_WORDS, _MOST_BESIDE = 16, 7
_NEAR, _PROSE = 5, 12  # lines below the headline; words of prose
_PARTED: Final = re.compile(r"[|/•·]| - ")
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
    words = stamp_words()
    folded = _GLUED.sub(" ", folded)
    found: list[Stamp] = []
    dates = _all_dates(folded)
    rest = folded
    for place, (start, end, date) in enumerate(dates):
        before = folded[dates[place - 1][1] if place else 0 : start]
        after = folded[end : dates[place + 1][0] if place + 1 < len(dates) else len(folded)]
        time = _time_of(before, after, first=place == 0)
        iso = date + (_clock(time, after + before) if time else "") if date else None
        found.append(Stamp(iso, bool(words.updated.search(before))))
    for start, end, _date in reversed(dates):
        rest = f"{rest[:start]} {rest[end:]}"
    for pattern in (_ZONE, _TIME, _ZONE, words.weekday, words.updated, words.published, _CHATTER):
        rest = pattern.sub(" ", rest)
    return tuple(found), _FILLING.sub(" ", rest).strip()


def _time_of(before: str, after: str, *, first: bool) -> re.Match[str] | None:
    """Return the time of day that belongs to a date: right before it, behind it, or before the first one."""
    told = list(_TIME.finditer(before))
    if told and not before[told[-1].end() :].strip(" ,"):
        return told[-1]
    return _TIME.search(after[:30]) or (_TIME.search(before[-40:]) if first else None)


def is_stamp(line: Line) -> bool:
    """Tell whether a line says nothing but when."""
    if line.words > _MOST_WORDS:
        return False
    if _AGO.match(line.folded) or _names_no_year(line.folded):
        return True
    stamps, rest = read_stamps(line.folded)
    return bool(stamps) and (not rest or bool(_COUNTER.match(rest)))


def _names_no_year(folded: str) -> bool:
    """Tell whether a line says without a year when it was updated or published: ``Updated at 1:23 p.m.``."""
    words = stamp_words()
    if not _LABEL.match(folded) or not _TIME.search(folded):
        return False
    rest = words.day.sub(" ", folded)
    for pattern in (_ZONE, _TIME, _ZONE, words.weekday, words.updated, words.published, _CHATTER):
        rest = pattern.sub(" ", rest)
    return not _FILLING.sub("", rest)


def is_clock(line: Line) -> bool:
    """Tell whether a line says nothing but a time of day, as the entries of a live blog do."""
    stamps, rest = read_stamps(line.folded)
    return line.words <= _MOST_WORDS and not stamps and not rest and bool(_TIME.search(line.folded))


def stamps(draft: Draft) -> Draft:
    """Take away the lines that say nothing but when, and state the first time of each kind.

    Right below the headline a line may also say where, or in which section.
    """
    decided: dict[int, Call] = {}
    stated: dict[str, str] = {}
    top = next(iter(draft.kept(PassageKind.HEADLINE)), None)
    prose = next(
        (
            place
            for place, line in enumerate(draft.lines)
            if line.words >= _PROSE and line.ends and not read_stamps(line.folded)[0]
        ),
        0,
    )
    for place, line in draft.open():
        if is_stamp(line) or (top is not None and top < place <= top + _NEAR and place < prose and _says_where_too(line)):
            decided[place] = removed("date")
            state(stated, read_stamps(line.folded)[0])
    return draft.call(decided, **stated)


def _says_where_too(line: Line) -> bool:
    """Tell whether a line holds a whole date and beside it nothing but a few names or what separators part."""
    if line.words > _MOST_WORDS or "@" in line.folded:
        return False
    stamps, rest = read_stamps(line.folded)
    words = rest.split()
    parted = len(_PARTED.findall(line.folded)) > 1
    return bool(stamps) and len(words) <= _MOST_BESIDE and (parted or all(not word[0].islower() for word in words))


def state(stated: dict[str, str], stamps: tuple[Stamp, ...]) -> None:
    """Add the first time of each kind to what is stated."""
    for stamp in stamps:
        if stamp.iso:
            stated.setdefault("updated" if stamp.updated else "published", stamp.iso)


def _all_dates(folded: str) -> list[tuple[int, int, str | None]]:
    """Return every date of a line with its place, as ISO 8601 or ``None`` where it cannot be told, in the order printed."""
    found: list[tuple[int, int, str | None]] = []
    for pattern in stamp_words().dates:
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
        month, day = stamp_words().months[parts["month"].lower()], int(parts["day"])
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
