"""Times of day, with their zone and the day they belong to: ``9.25 a.m. on Thursday``, ``0440 GMT``, ``noon``."""

import re
from datetime import date
from typing import Final

from tui.details.figures.governors import governor
from tui.details.figures.tokens import index_at, tokenise
from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Detail, Kind, Moment

_HALF: Final = r"(?P<{0}>a|p)(?:m\b|[ ]?\.[ ]?m\b(?:[ ]?\.)?)"
_ZONE: Final = (
    r"(?:[ ]?(?P<zone>GMT|UTC|BST|IST|CET|CEST|EDT|EST|CDT|CST|MDT|MST|PDT|PST|ET|PT|CT|MT|AEST|JST|MSK|WIB|AKDT|HST)\b"
    r"|[ ](?P<region>Eastern|Central|Mountain|Pacific)(?:[ ](?:standard|daylight))?[ ]time|[ ](?P<local>local[ ]time))?"
)
_SPELT_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK: Final = re.compile(
    rf"""
    (?<![\w$.,:/-])
    (?:(?P<h0>\d\d?)(?:[ ]?[:.][ ]?(?P<m0>\d\d))?(?:[ ]?{_HALF.format("half0")})?[ ]?(?:-|to|until|and)[ ]?)?
    (?P<h>\d\d?|{_SPELT_HOURS})(?:[ ]?[:.][ ]?(?P<m>[0-5]\d)(?::\d\d)?)?[ ]?-?{_HALF.format("half")}{_ZONE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FULL_DAY: Final = re.compile(
    rf"""
    (?<![\w$.,:/-])
    (?:(?P<h>[01]?\d|2[0-3])(?P<sign>[ ]?:[ ]?|[.h])(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:%]|\.\d|[ ]minutes)
      |(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?=[ ]?(?:hours|hrs|h\b|GMT|UTC|BST|IST|CET|EDT|EST|PDT|PST|Z\b|local)
                                        |[ ]\((?:[01]\d|2[0-3])[0-5]\d[ ]?(?:GMT|UTC)\b))
    (?P<hours>[ ]?(?:hours|hrs|h)\b)?{_ZONE}(?P<part>[ ](?:in[ ]the[ ](?:morning|afternoon|evening)|at[ ]night))?
    """,
    re.VERBOSE,
)
_WORDS: Final = re.compile(
    rf"\b(?P<at>at|by|before|after|until|around|about|from|since|till|and|to|shortly[ ]after|just[ ]before|just[ ]after)[ ]"
    rf"(?P<time>noon|midday|midnight|(?P<h>{_SPELT_HOURS}|1[0-2]|\d)"
    r"(?:[ ]?o'clock(?:[ ](?P<part>(?:in[ ]the[ ])?(?:morning|afternoon|evening)|at[ ]night))?"
    r"|[ ](?P<part2>in[ ]the[ ](?:morning|afternoon|evening)|at[ ]night)))\b",
    re.IGNORECASE,
)
_UNTIMED: Final = re.compile(
    r"\b(?P<untimed>(?:the )?(?:early|small) hours(?: of the morning)?|pre-?dawn|(?<=at )(?:dawn|daybreak|sunrise)"
    r"|(?<=before )(?:dawn|daybreak|sunrise)|mid(?: ?- ?| )?(?:morning|afternoon)"
    r"|(?:early|late) in the (?:morning|afternoon|evening)"
    r"|(?<=in the )(?:early|late) (?:morning|afternoon|evening))\b(?! ?-)",
    re.IGNORECASE,
)
_MIDDLE: Final = re.compile(r"mid[ -]*")
_CALLED: Final = ("noon", "o'clock", "midnight", " at ", " hours", "dawn", " in the ", "daybreak", "sunrise", "mid")
"""What one of must stand in a passage that has no figure and tells a time."""
_BETWEEN: Final = {
    "hours": (0, 360),
    "dawn": (180, 390),
    "daybreak": (240, 420),
    "sunrise": (240, 480),
    "mid morning": (540, 690),
    "mid afternoon": (840, 1020),
    "early morning": (0, 540),
    "late morning": (600, 719),
    "early afternoon": (720, 900),
    "late afternoon": (900, 1110),
    "early evening": (1020, 1170),
    "late evening": (1200, 1439),
}
"""The minutes that a part of the day without an hour may mean, by a word in it."""
_HOURS: Final = {word: n for n, word in enumerate(_SPELT_HOURS.split("|"), 1)}
_NAMED: Final = {"noon": 720, "midday": 720, "midnight": 0}
_LEAD: Final = re.compile(r"\b(?:at|by|before|after|until|around|about|from|since|till|between|to|and|,|\()[ ]?$", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d")
_NEAR: Final = 24


def times(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the times of day of a passage; the days that stand beside them are already found."""
    folded = passage.folded
    if not (_FIGURE.search(folded) or any(word in folded for word in _CALLED)):
        return ()
    days = [d for d in context.found if d.kind is Kind.DATE]
    taken = [d for d in context.found if d.kind is not Kind.TIME]
    found: list[Detail] = []
    for pattern in (_CLOCK, _FULL_DAY, _WORDS, _UNTIMED):
        for m in pattern.finditer(folded):
            start = m.start("time") if pattern is _WORDS else m.start()
            clock = _clock(m, folded)
            if clock is None or any(d.start < m.end() and start < d.end for d in (*found, *taken)):
                continue
            found.append(_detail(passage, (start, m.end()), clock, days))
    return tuple(found)


def _clock(m: re.Match[str], folded: str) -> tuple[int, int, str] | None:
    """Return the first and last minute of a match and its zone, ``None`` where it is no time."""
    parts = m.groupdict()
    zone = parts.get("zone") or parts.get("region") or ("local" if parts.get("local") else "")
    named = (parts.get("time") or "").lower()
    if untimed := (parts.get("untimed") or "").lower():
        untimed = _MIDDLE.sub("mid ", untimed).replace("in the ", "")
        return (*next(span for word, span in _BETWEEN.items() if word in untimed), "")
    if named in _NAMED:
        return _NAMED[named], _NAMED[named], ""
    if parts.get("hm"):
        return _minute(parts["hm"][:2], parts["hm"][2:], "", zone)
    half = (parts.get("half") or _half(parts.get("part") or parts.get("part2") or "")).lower()
    if "half" not in parts and not half and "sign" in parts and not _sure(m, folded):
        return None
    found = _minute(parts["h"], parts.get("m"), half, zone)
    if found and parts.get("h0"):
        first = _minute(parts["h0"], parts.get("m0"), (parts.get("half0") or half).lower(), zone)
        return (first[0], found[1], zone) if first and first[0] <= found[1] else found
    return found


def _half(part: str) -> str:
    """Return the half of the day that a part of it lies in, empty where none is named."""
    return "" if not part else "a" if "morning" in part.lower() else "p"


def _sure(m: re.Match[str], folded: str) -> bool:
    """Whether figures without a half of the day are a time: a zone, hours or a word like ``at`` goes with them."""
    if m["zone"] or m["local"] or m["hours"]:
        return True
    return ":" in m["sign"] and (bool(_LEAD.search(folded[: m.start()])) or len(m["h"]) == 2)  # noqa: PLR2004 - 09:10


def _minute(hour: str, minute: str | None, half: str, zone: str) -> tuple[int, int, str] | None:
    """Return the minute of the day twice, with the zone; ``None`` for an hour that is none."""
    h = _HOURS.get(hour.lower()) or (int(hour) if hour.isdecimal() else 99)
    if half and not 1 <= h <= 12:  # noqa: PLR2004 - the hours of half a day
        return None
    if half:
        h = h % 12 + (12 if half == "p" else 0)
    at = 60 * h + int(minute or 0)
    return (at, at, zone) if h < 24 else None  # noqa: PLR2004 - the hours of a day


def _detail(passage: Passage, span: tuple[int, int], clock: tuple[int, int, str], days: list[Detail]) -> Detail:
    """Return the detail of a time; a single day right beside it is part of its value."""
    start, end = span
    first, last, zone = clock
    tokens = tokenise(passage.folded)
    parted = [d for d in days if first == last or not (isinstance(d.value, Moment) and d.value.minutes)]
    near = [d for d in parted if max(d.start - end, start - d.end) <= _NEAR]
    nearest = min(near, key=lambda d: max(d.start - end, start - d.end), default=None)
    day = nearest.value if nearest and isinstance(nearest.value, Moment) and nearest.value.first == nearest.value.last else None
    iso = "/".join(
        f"T{minute // 60:02d}:{minute % 60:02d}{'Z' if zone in {'GMT', 'UTC'} else ''}" for minute in sorted({first, last})
    )
    known = day if day and day.known else None
    moment = Moment(
        known.first if known else date.min,
        known.last if known else date.max,
        f"{known.iso}{iso}" if known else iso,
        known.ambiguous if known else False,
        (first, last),
        zone,
    )
    ruler = governor(tokens, index_at(tokens, start), index_at(tokens, end), dated=True)
    return Detail(
        passage.id, Kind.TIME, start, end, passage.text[start:end], moment, "", ruler.verb, (), ruler.relation, ruler.subject
    )
