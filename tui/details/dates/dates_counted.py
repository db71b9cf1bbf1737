"""Dates told by a count of days, weeks, months or years: ``three days ago``, ``two days before Christmas``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tui.details.dates.calendars import Anchor, shift, step_days
from tui.details.figures.numerals import numeral_at
from tui.details.figures.quantities import quantities
from tui.details.figures.quantity import Sort
from tui.details.figures.tokens import Token, index_at, lower_at
from tui.details.figures.units import unit_at
from tui.language.lemmas import is_gerund
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Bound, Detail, Moment

_OFFSETS: Final = {
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
}
_DAYS: Final = frozenset({"day", "night", "week", "fortnight"})
_FURTHEST: Final = 1000
_WEEK: Final = 7  # days after which a weekday of some week comes again
_ARTICLE_UNIT_AGO: Final = 3
_SUBJECTS: Final = lexicon("the a an he she it they his her its their")
_GRAINS: Final = {"day": 0, "night": 0, "week": 6, "fortnight": 6, "month": 30, "year": 366, "decade": 366, "century": 366}
"""The days that a date may span to reckon so many units from it."""


def offsets(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``three days ago``, ``two years later``, ``a month and 21 days ago``."""
    if any(t.lower in _OFFSETS for t in tokens):
        for quantity in quantities(tokens):
            if quantity.sort is Sort.TIME and lower_at(tokens, quantity.last) in _OFFSETS and not quantity.hyphened:
                yield tokens[quantity.first].start, tokens[quantity.last].end
        for at, token in enumerate(tokens[2:], 2):
            if token.lower == "ago" and tokens[at - 2].lower in {"a", "an", "one"}:
                yield tokens[at - 2].start, token.end


def offset(tokens: Sequence[Token], span: tuple[int, int], anchor: Anchor) -> Moment | None:
    """Resolve ``three days ago`` from publishing, ``two years later`` from the date named last."""
    here = [t for t in tokens if span[0] <= t.start and t.end <= span[1]]
    word = here[-1].lower
    steps = _steps(here)
    if not steps:
        return None
    if word == "ago":
        return _shifted(anchor.published, steps, -1) if anchor.published else None
    named = anchor.named
    goes_on = _goes_on(tokens, word, index_at(tokens, span[1]))
    if named is not None and not named.known and not goes_on and len(steps) == 1 and steps[0][1] == "day" and steps[0][0] < _WEEK:
        return step_days(named, _OFFSETS[word] * steps[0][0])
    if named is None or not named.known or goes_on or (named.last - named.first).days > min(_GRAINS[unit] for _, unit in steps):
        return None
    return _shifted(named.first, steps, _OFFSETS[word])


def _goes_on(tokens: Sequence[Token], word: str, at: int) -> bool:
    """Whether ``before`` or ``after`` governs what stands at ``at``: ``a day after the vote``, unlike a bare ``a day before``."""
    if word not in {"before", "after"} or at >= len(tokens) or not (tokens[at].is_word or tokens[at].is_numeral):
        return False
    following = tokens[at].lower
    return word == "after" or tokens[at].capital or following in _SUBJECTS or is_gerund(following)


def from_date(passage: Passage, tokens: Sequence[Token], detail: Detail) -> Detail:
    """Return the date reckoned from the one of ``detail``, ``two days before Christmas``, else the date itself."""
    at = index_at(tokens, detail.start)
    at -= lower_at(tokens, at - 1) in {"the", "last"}
    word = lower_at(tokens, at - 1)
    moment = detail.value
    if word not in {"before", "after"} or not isinstance(moment, Moment) or not moment.known:
        return detail
    quantity = next((q for q in quantities(tokens[: at - 1]) if q.last == at - 1 and q.sort is Sort.TIME), None)
    steps = _steps(tokens[quantity.first : at]) if quantity else []
    if quantity is None or not steps or (moment.last - moment.first).days > min(_GRAINS[unit] for _, unit in steps):
        return detail
    start = tokens[quantity.first].start
    return replace(
        detail, start=start, text=passage.text[start : detail.end], value=_shifted(moment.first, steps, _OFFSETS[word])
    )


def _steps(here: Sequence[Token]) -> list[tuple[int, str]]:
    """Return the counts and units of a span, coarsest first; none where one of them is vague, hedged or broken."""
    if 1 < len(here) <= _ARTICLE_UNIT_AGO and here[0].lower in {"a", "an", "one"} and here[1].lower in _GRAINS:
        return [(1, here[1].lower)]
    whole = next((q for q in quantities(here) if q.sort is Sort.TIME), None)
    if whole is None or whole.amount.bound not in {Bound.EXACT, Bound.ABOUT}:
        return []
    steps: list[tuple[int, str]] = []
    at = whole.numeral.first
    while at < len(here) and (numeral := numeral_at(here, at)):
        unit = unit_at(here, numeral.last)
        if (
            unit is None
            or numeral.low != numeral.high
            or numeral.low % 1
            or not 0 < numeral.low < _FURTHEST
            or unit.unit.name not in _GRAINS
        ):
            return []
        steps.append((round(numeral.low), unit.unit.name))
        at = unit.last + (lower_at(here, unit.last) == "and")
    return sorted(steps, key=lambda step: -_GRAINS[step[1]])


def _shifted(day: date, steps: Sequence[tuple[int, str]], sign: int) -> Moment:
    """Return the moment so many steps from a day, with the grain of the finest step."""
    for count, unit in steps[:-1]:
        there = date.fromisoformat(shift(day, unit, sign * count).iso) if unit in _DAYS else shift(day, unit, sign * count).first
        day = date(there.year, there.month, min(day.day, 28)) if unit in {"month", "year", "decade", "century"} else there
    count, unit = steps[-1]
    return shift(day, unit, sign * count)
