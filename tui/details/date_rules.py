"""What the date rules share: a pattern, what resolves it, and the words that dates are made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tui.details.calendars import Anchor
from tui.model.detail import Moment


@dataclass(frozen=True, slots=True)
class DateRule:
    """One form of date."""

    pattern: re.Pattern[str]
    """Its form, on the folded text."""
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
DASH: Final = r"[ ]?(?:-{1,2}|~|to|through|until|till|thru|and)[ ]?"
PARTS: Final = r"early|mid|middle|late|beginning|start|end"


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a date pattern, blind to case and with white space in it ignored."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def number(printed: str) -> int:
    """Return the first run of digits in a text as a number."""
    found = re.search(r"\d+", printed)
    return int(found.group()) if found else ORDINALS.get(printed.lower().replace(" ", "-"), 0)
