"""Units behind a figure: adjectives and hyphens between them, parts of a unit, smaller units added."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures import hedges
from tui.details.figures.numerals import numeral_at
from tui.details.figures.quantity import Quantity, Sort, as_share, united
from tui.details.figures.tokens import Token, lower_at
from tui.details.figures.units import Unit, UnitSpan, named_unit, unit_at
from tui.language.tables import lexicon
from tui.model.detail import Bound

_LONG: Final = lexicon("""
    long short full straight consecutive whole more additional further extra solid good entire working business calendar
    academic school successive gruelling grueling turbulent agonising agonizing other further lunar metric short-lived statute
    u.s us
""")
"""What may stand between a figure and its unit."""


def of_unit(tokens: Sequence[Token], base: Quantity) -> Quantity:
    """Return a share of one unit as a measure, ``a quarter of a century``, ``half an hour``."""
    at = base.last
    words = [t.lower for t in tokens[at : at + 3]] + [""] * 3
    step = 2 if words[0] == "of" and words[1] in {"a", "an"} else 1 if words[0] in {"a", "an", "-"} else 0
    if not step and base.numeral.low != 1 / 2:
        return base
    unit = unit_at(tokens, at + step, digits=False)
    if unit is None:
        return base
    sort = Sort.TIME if unit.unit.dimension == "time" else Sort.MEASURE
    return replace(base, last=unit.last, sort=sort, amount=united(base.amount, unit.unit))


def in_unit(tokens: Sequence[Token], base: Quantity) -> Quantity:
    """Return the quantity with the unit behind it, adjectives and a hyphen between them allowed."""
    at = base.last
    hyphened = at < len(tokens) and tokens[at].text == "-"
    at += hyphened
    unit = unit_at(tokens, at, digits=not base.numeral.spelt)
    while unit is None and lower_at(tokens, at) in _LONG and at < base.last + 3:
        at += 1
        unit = unit_at(tokens, at, digits=not base.numeral.spelt)
    if (
        unit is None
        or _is_ordinal(tokens, base, unit)
        or (at > base.last + hyphened and unit.unit.dimension not in {"time", "mass"})
    ):
        return as_share(base)
    if (
        unit.unit.dimension == "angle"
        and not base.numeral.spelt
        and tokens[unit.last - 1].text != "°"
        and _rated(tokens, unit.last)
    ):
        return base
    sort = Sort.TIME if unit.unit.dimension == "time" else Sort.MEASURE
    behind, last = hedges.behind(tokens, unit.last) if base.amount.bound is Bound.EXACT else (None, unit.last)
    amount = united(base.amount, unit.unit)
    amount = amount if behind is None else replace(amount, bound=behind)
    return _with_smaller(tokens, replace(base, last=last, sort=sort, amount=amount, hyphened=hyphened))


def _is_ordinal(tokens: Sequence[Token], base: Quantity, unit: UnitSpan) -> bool:
    """Whether ``second`` behind a number word is an ordinal: ``twenty second``."""
    return base.numeral.spelt and unit.last - 1 == base.last and tokens[base.last].lower == "second" and base.amount.figure != 1


def _rated(tokens: Sequence[Token], at: int) -> bool:
    """Whether degrees at the index before ``at`` are a quake's: ``6.7 degree quake``."""
    return any(t.lower in {"quake", "earthquake", "temblor", "tremor", "richter", "aftershock"} for t in tokens[at : at + 6])


def _with_smaller(tokens: Sequence[Token], base: Quantity) -> Quantity:
    """Return the measure with a smaller unit of its dimension added: ``5 ft 2 in``, ``two years and three months``."""
    at = base.last + (lower_at(tokens, base.last) == "and")
    inches = (
        base.amount.unit == "foot" and lower_at(tokens, at) == "-" and at + 1 < len(tokens) and tokens[at + 1].text.isdecimal()
    )
    if inches and int(tokens[at + 1].text) < 12:  # noqa: PLR2004 - the inches of a foot
        figure = base.amount.figure + int(tokens[at + 1].text) / 12
        return replace(base, last=at + 2, amount=replace(base.amount, figure=figure))
    numeral = numeral_at(tokens, at) if at < len(tokens) and base.amount.upper is None else None
    unit = unit_at(tokens, numeral.last, digits=not numeral.spelt) if numeral and numeral.low == numeral.high else None
    if numeral and base.amount.unit == "foot" and lower_at(tokens, numeral.last) == "in":
        unit = UnitSpan(named_unit("inch") or Unit("inch", "length", 0.0254), numeral.last + 1)
    if numeral is None or unit is None or unit.unit.dimension != base.amount.dimension or unit.unit.scale >= base.amount.scale:
        return base
    figure = base.amount.figure + numeral.low * unit.unit.scale / base.amount.scale
    return _with_smaller(tokens, replace(base, last=unit.last, amount=replace(base.amount, figure=figure)))
