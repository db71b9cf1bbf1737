"""Normalised values, dates and places in plain words."""

import re
from typing import Final

_AMOUNT: Final = re.compile(r"(?P<bound>~<|>=|<=|[=~<>])\s*(?P<low>-?[\d.]+)(?:\.\.(?P<high>[\d.]+))?\s*(?P<unit>.*)")
_RANGE: Final = re.compile(r"(?P<low>\d+(?:\.\d+)?)\.\.(?P<high>\d+(?:\.\d+)?)\s*(?P<unit>.*)")
_MONEY: Final = re.compile(r"(?P<low>[\d.]+) (?P<unit>[A-Z]{3})")
_DAY: Final = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?")
"""ISO 8601 with the grain it has; ``--06-19`` leaves the year open."""
_BOUNDS: Final = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~<": "just under ",
}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CURRENCIES: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_IN_YEARS: Final = {"century": 100, "decade": 10}
_COUNTED: Final = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "dollar", "ton", "tonne", "mile", "metre", "meter", "person"}
)


def plain(value: str | None) -> str:
    """Return a normalised value of the report as a reader would say it: ``> 20 year`` is *more than 20 years*."""
    if value is None:
        return ""
    if "/" in value and all(_DAY.fullmatch(end) for end in value.split("/")):
        return _span(*value.split("/", 1))
    if "-" in value[1:] and (found := _DAY.fullmatch(value)):
        return _moment(found)
    for pattern in (_MONEY, _AMOUNT, _RANGE):
        if found := pattern.fullmatch(value):
            parts = found.groupdict()
            return _amount(parts.get("bound") or "=", found["low"], parts.get("high"), found["unit"])
    return value[1:] if re.fullmatch(r"T\d\d:\d\d", value) else value


def day(iso: str | None) -> str:
    """Return an ISO 8601 date as ``21 Jun 2024 02:50``, as far as it goes; an unknown form as it stands."""
    if not iso:
        return ""
    found = _DAY.match(iso)
    return _moment(found) if found else iso


def ordinal_place(paragraph: int, line: int | None) -> str:
    """Return where a passage stands: ``¶3 l.16``."""
    return f"¶{paragraph}" if line is None else f"¶{paragraph} l.{line}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 conflict``, ``14 conflicts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def alike(likeness: float) -> str:
    """Return a likeness of 0 to 1 as a word; a score is never what the eye meets."""
    for least, word in ((0.8, "nearly the same words"), (0.55, "strong"), (0.4, "fair"), (0.25, "weak")):
        if likeness >= least:
            return word
    return "unlike"


def _amount(bound: str, low: str, high: str | None, unit: str) -> str:
    """Return an amount with its hedge, thousands parted by commas, centuries and decades in years."""
    if (years := _IN_YEARS.get(unit)) and high is None:
        low, unit = f"{float(low) * years:g}", "year"
    sign = _CURRENCIES.get(unit, "")
    figure = sign + _grouped(low) + (f" to {sign}{_grouped(high)}" if high else "")
    single = high is None and low == "1"
    noun = unit + "s" if unit in _COUNTED and not single else unit
    noun = noun.replace("persons", "people").replace("years ago", "years")
    tail = "" if sign or not noun else noun if noun == "%" else f" {noun}"
    return f"{_BOUNDS[bound]}{figure}{tail}"


def _grouped(figure: str) -> str:
    """Return a figure with its thousands parted by commas, a year-like figure of four digits as it is."""
    whole, _, rest = figure.partition(".")
    grouped = f"{int(whole):,}" if whole.isdigit() and len(whole) > len("9999") else whole
    return f"{grouped}.{rest}" if rest else grouped


def _moment(found: re.Match[str]) -> str:
    """Return the day, month, year and time of a matched date."""
    year, month, days, clock = found.groups()
    parts = [str(int(days)) if days else "", _month(month), year.strip("-"), clock or ""]
    return " ".join(part for part in parts if part)


def _month(month: str | None) -> str:
    """Return the short name of a month given as two digits; an impossible month as its digits."""
    if month is None:
        return ""
    return _MONTHS[int(month) - 1] if 1 <= int(month) <= len(_MONTHS) else month


def _span(first: str, last: str) -> str:
    """Return two dates as ``Sep to Nov 2023``."""
    start, end = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if start is None or end is None:
        return f"{first} to {last}"
    head = _moment(start)
    if start[1] == end[1]:
        head = head.removesuffix(start[1]).strip()
    return f"{head} to {_moment(end)}"
