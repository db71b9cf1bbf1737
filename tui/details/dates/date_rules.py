"""What the date rules share: a pattern, what resolves it, and the words that dates are made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tui.details.dates.calendars import Anchor
from tui.model.detail import Moment


class Trigger(Enum):
    """What a form of date cannot do without; the patterns are quick to look for."""

    FIGURE = r"\d"
    MONTH = r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    WEEKDAY = r"[Mm]on\b|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|day"
    PERIOD = r"\bday|week|month|year|season|decade|century|quarter|Q[1-4]"
    DAY = r"day|night|morrow|morning|noon|evening"
    SEASON = r"[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter"
    HOLIDAY = r"[Cc]hristmas|[Ee]ve\b|[Dd]ay\b|[Tt]hanksgiving|[Ee]aster|[Ff]riday|[Hh]allow|[Jj]uly"
    TENS = r"ties\b|\d0"


_TRIGGERS: Final = tuple((trigger, re.compile(trigger.value)) for trigger in Trigger)


def triggers(folded: str) -> frozenset[Trigger]:
    """Return what a text has that forms of date need."""
    return frozenset(trigger for trigger, pattern in _TRIGGERS if pattern.search(folded))


@dataclass(frozen=True, slots=True)
class DateRule:
    """One form of date."""

    pattern: re.Pattern[str]
    """Its form, on the folded text."""
    needs: Trigger
    """What a text must have for it to be looked for at all."""
    resolve: Callable[[re.Match[str], Anchor], Moment | None]
    """The moment of a match; ``None`` where it turns out to be no date."""


_FULL_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH: Final = rf"(?:{_FULL_MONTH}|(?:{_SHORT_MONTH})(?![a-z])(?:[ ]?\.)?)"
WEEKDAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)\b\.?(?=[ ]?,|[ ]\w+[ ]\d|[ ]\d))"
)
FOUR: Final = r"(?:1[0-9]|20)\d\d"
YEAR: Final = rf"{FOUR}(?!\d|,\d|\.\d)"
_ORDINALS: Final = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
    twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
"""
ORDINALS: Final = {word: n for n, word in enumerate(_ORDINALS.split(), 1)}
"""Ordinals in words up to those of a month's days."""
_SPELT_DAYS: Final = "|".join(word.replace("-", "[ -]") for word in sorted(ORDINALS, key=len, reverse=True))
DAY: Final = rf"(?:(?:[12]\d|3[01]|0?[1-9])(?!\d|,\d|\.\d|:|%)(?:[ ]?(?:st|nd|rd|th)\b)?|(?:{_SPELT_DAYS})\b(?![ ]?-))"
DASH: Final = r"[ ]?(?:-{1,2}|~|to|through|until|till|thru)[ ]?"
PARTS: Final = r"early|mid|middle|late|beginning|start|end"


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a date pattern, blind to case and with white space in it ignored."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def number(printed: str) -> int:
    """Return the first run of digits in a text as a number."""
    found = re.search(r"\d+", printed)
    return int(found.group()) if found else ORDINALS.get(printed.lower().replace(" ", "-"), 0)
