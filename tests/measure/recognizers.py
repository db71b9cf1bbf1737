"""Numbers, measures, money and dates against the specs of Microsoft Recognizers-Text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from tests.measure.corpora import rows
from tui.details import extract
from tui.model.article import Article, Passage, PassageKind
from tui.model.detail import Amount, Detail, Moment
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

_UNIT_MODELS: Final = ("CurrencyModel", "DimensionModel", "TemperatureModel", "AgeModel", "PercentModel")
_DATE_MODELS: Final = ("DateTimeModel", "DateParser", "DateTimeModelCalendarMode")
_NOT_NEWS_FORMS: Final = (
    r"^\d[\d/.-]*$|\d/\d+(?![/\d])|^\w+[/-]\d+$|^[a-z]+\d+$|\d-\d{4}-\d",  # 22/04, oct-2, oct2: figures of a form to fill in
    r"\b(?:fiscal|fy|sy|cy|school year|calendar|working week|business days?|week \d+|w\d\d|q\d)\b",  # calendars of offices
    r"\b(?:tmr|eod|eoy|otd|w/c|my day|now|to date|current date|remaining|until|prior to|per)\b|(?:from|after) today",  # notes
    r"^(?:the|same) (?:day|week|month|year|fortnight)$|\bday\b.*\bday\b|^(?:the )?(?:last|past|this) day$",
    r"^the \w+$|^\d+\w\w$|^(?:first|second|third) \w+day$|^\w+day (?:the fifteen|\d+)$",  # bare days: the 27th, second Sunday
    r"\b(?:\w+teen|twenty|two thousand)(?: and)? (?:hundred|thousand|\w+ty|\w+een|\w+ven|\w+ve|one)?\b",  # years in words
)
_NOT_NEWS: Final = re.compile("|".join(_NOT_NEWS_FORMS), re.IGNORECASE)
"""Forms of dates that no news text has."""
_TOLERANCE: Final = 1e-6
_DAY: Final = timedelta(1)
_AHEAD: Final = re.compile(r"\b(?:will|'ll|what's|schedule|book|please)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold value that was not found."""

    row: str
    """The measure it belongs to."""
    given: str
    """The input."""
    gold: str
    """What the specs say."""
    found: str
    """What was found in its place."""


def details(text: str, reference: str | None) -> tuple[Detail, ...]:
    """Return the details of a text as those of an article published on the reference day."""
    passage = Passage("A1", "A", PassageKind.BODY, 1, 1, text, fold(text))
    article = Article("A", "spec", Format.TEXT, Metadata(published=reference), (passage,))
    return extract((article,))[0].details


def measure() -> tuple[Counter[str], Counter[str], list[Miss]]:
    """Return how many values each row has, how many of them were found, and the misses."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    misses: list[Miss] = []
    for case in rows("recognizers/cases.jsonl.gz"):
        model = case["model"].rsplit("/", 1)[-1]
        found = None
        for gold in case["gold"]:
            for row, fits in _judges(model, gold, case):
                if found is None:
                    found = details(case["input"], case["reference"])
                total[row] += 1
                start = case["input"].lower().find(gold["text"].lower()) if gold["start"] is None else gold["start"]
                near = [d for d in found if d.start < start + len(gold["text"]) and start < d.end]
                if any(fits(d) for d in near):
                    right[row] += 1
                else:
                    misses.append(Miss(row, case["input"], str(gold), " | ".join(f"{d.kind} {d.text} {d.value}" for d in near)))
    return total, right, misses


def _judges(model: str, gold: dict[str, Any], case: dict[str, Any]) -> Iterator[tuple[str, Callable[[Detail], bool]]]:
    """Yield the rows that a gold value counts for with what tells a right value of each."""
    value = gold["resolution"].get("value")
    if model in _UNIT_MODELS and value not in {None, "null"}:
        factor = 0.01 if gold["resolution"].get("unit") in {"Cent", "Pence", "Penny"} else 1.0
        yield "values with units and money", lambda d: _is(d, float(value.rstrip("%")) * factor)
    elif model == "NumberModel" and value:
        yield "plain numbers", lambda d: _is(d, float(value))
    elif model in _DATE_MODELS and (days := _gold_days(gold, case)):

        def fits(d: Detail) -> bool:
            return isinstance(d.value, Moment) and any(_same(d.value, pair, gold["text"]) for pair in days)

        yield "past dates, every form", fits
        if not _NOT_NEWS.search(gold["text"]):
            yield "past dates of the forms of news", fits


def _is(detail: Detail, value: float) -> bool:
    """Whether a detail's figure is the gold value; a share may stand as per cent, a gold value may be one end of a range."""
    if not isinstance(detail.value, Amount):
        return False
    scale = 0.01 if detail.value.dimension == "share" else 1.0
    ends = [end for end in (detail.value.figure, detail.value.upper) if end is not None]
    return any(abs(figure - value) <= _TOLERANCE * max(1.0, abs(value)) for end in ends for figure in (end, end * scale))


def _same(moment: Moment, gold: tuple[date, date], text: str) -> bool:
    """Whether a moment is the gold interval.

    The specs leave the last year, month or day of a range out, which news never does; they give ``a month ago`` a day, where the
    grain of what is found is a month: both count as right where the beginning is, or the day, is.
    """
    first, last = gold
    if moment.iso == first.isoformat() and first == last:
        return True
    if text.lower().endswith("ago") and moment.first <= first <= moment.last:
        return (moment.last - moment.first).days < (367 if "year" in text else 31 if "month" in text else 5)
    end = moment.last
    return moment.first == first and last in {end, end + _DAY, end - _DAY, end.replace(day=1) - _DAY, date(end.year, 1, 1) - _DAY}


def _gold_days(gold: dict[str, Any], case: dict[str, Any]) -> list[tuple[date, date]]:
    """Return the first and last day of every reading that counts.

    The one that looks back does, and where the sentence itself looks ahead (``I'll``) the one that does so too; none counts where
    gold only looks ahead or gives no day.
    """
    if not case["reference"]:
        return []
    reference = date.fromisoformat(case["reference"][:10])
    resolution = gold["resolution"]
    if "PastResolution" in resolution:
        pairs = [(resolution[side].get("date"),) * 2 for side in ("PastResolution", "FutureResolution")]
    elif gold["type"] in {"datetimeV2.date", "datetimeV2.daterange"}:
        pairs = [(v.get("start") or v.get("value"), v.get("end") or v.get("value")) for v in resolution["values"]]
    else:
        return []
    found = []
    for pair in pairs:
        if not all(day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) and day > "0001-01-01" for day in pair):
            return []
        start, end = (date.fromisoformat(day) for day in pair)
        found.append((start, end - _DAY if gold["type"].endswith("daterange") else end))
    if not found or found[0][0] > reference:
        return []
    return found if _AHEAD.search(case["input"]) else found[:1]
