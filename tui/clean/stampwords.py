"""The words and forms of dates in many languages, which stand in ``stamps.tsv``, as patterns."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.language.tables import rows

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"  # a time may be glued to it
_EAST_ASIAN: Final = r"[年년] ?(?P<number>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]"
_UPDATED: Final = (
    r"\b(?:(?:last|first|page|story|article)?\s*(?:-\s*)?(?:updated|modified|revised|edited)(?: at| on)?|update)\b\s*:?"
    r"|更新(?:时间|時間|日時)?"
)
_PUBLISHED: Final = (
    r"\b(?:(?:first|originally|date)?\s*(?:published|posted|created|issued|filed|uploaded|released|aired|date)(?: at| on| in)?"
    r"|publish(?:ed)? date|on|at)\b\s*:?|发布(?:时间)?|發佈|发表|配信|公開|入力|입력|등록|분"
)


@dataclass(frozen=True, slots=True)
class StampWords:
    """The words of ``stamps.tsv``, as patterns."""

    months: dict[str, int]
    """The number of each month by its names in lower case."""
    dates: tuple[re.Pattern[str], ...]
    """The forms of dates, in the order in which they are tried."""
    day: re.Pattern[str]
    """A month and a day without a year."""
    weekday: re.Pattern[str]
    """The days of the week."""
    updated: re.Pattern[str]
    """What stands before the time of an update."""
    published: re.Pattern[str]
    """What stands before, between and behind other times."""


@cache
def stamp_words() -> StampWords:
    """Return the words and patterns by which dates are told."""
    told: dict[str, list[str]] = {}
    for name, words in rows("tui.clean", "stamps.tsv"):
        told.setdefault(name, []).extend(word.replace("_", " ") for word in words.split())
    months = {word: int(name) for name, words in told.items() if name.isdigit() for word in words}
    month = rf"(?P<month>{_either(list(months))})\.?"
    forms = (
        r"\b(?P<year>(?:19|20)\d\d) ?[-/.] ?(?P<number>\d{1,2}) ?[-/.] ?(?P<day>\d{1,2})(?!\d)(?:(?=T\d)T)?",
        rf"(?P<year>(?:19|20)\d\d) ?{_EAST_ASIAN}",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?(?:\s+(?:of|de|di))?[\s,.-]*{month}[\s,-]*(?:del?\s+)?'?{_YEAR}",
        rf"\b{month}[\s-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s|-)+{_YEAR}",
        r"(?<![\d/])(?P<first>\d{1,2}) ?(?P<mark>[-/.]) ?(?P<second>\d{1,2}) ?(?P=mark) ?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
    )
    return StampWords(
        months,
        tuple(re.compile(form, re.IGNORECASE) for form in forms),
        re.compile(rf"\b(?:{month}\s*\d{{1,2}}|\d{{1,2}}\s*{month.replace('<month>', '<other>')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_either(told['weekday'])})\b\.?(?!')", re.IGNORECASE),
        re.compile(rf"{_UPDATED}|\b(?:{_either(told['updated'])})\b\s*:?", re.IGNORECASE),
        re.compile(rf"{_PUBLISHED}|\b(?:{_either(told['published'])})\b\s*:?", re.IGNORECASE),
    )


def _either(words: list[str]) -> str:
    """Return the pattern of any of some words, the longest tried first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
