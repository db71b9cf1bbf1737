"""Quantities: a numeral with its hedge, its range and its unit or currency, whatever it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from tui.details import hedges
from tui.details.currencies import CurrencySpan, name_after, sign_before
from tui.details.number_words import scale_at
from tui.details.numerals import Numeral, numeral_at
from tui.details.percents import percent_at
from tui.details.ranges import lower_end, short_scale, upper_end
from tui.details.tokens import Token, lower_at
from tui.details.units import Unit, UnitSpan, named_unit, unit_at
from tui.language.lemmas import is_plural
from tui.language.tables import lexicon
from tui.model.detail import Amount, Bound


class Sort(Enum):
    """What a quantity is a quantity of, as far as its own words tell."""

    PLAIN = auto()
    SHARE = auto()
    POINTS = auto()
    MONEY = auto()
    TIME = auto()
    MEASURE = auto()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with everything that belongs to it."""

    first: int
    """The index of its first token, hedge or sign included."""
    last: int
    """The index after its last token, unit included."""
    numeral: Numeral
    """The figure itself; of a range, the lower one."""
    sort: Sort
    """What it is a quantity of."""
    amount: Amount
    """Its value."""
    hyphened: bool = False
    """True where a hyphen ties it to the noun behind: ``two-day visit``."""


_LONG: Final = lexicon("""
    long short full straight consecutive whole more additional further extra solid good entire working business calendar
    academic school successive gruelling grueling turbulent agonising agonizing other further lunar metric short-lived statute
    u.s us
""")
"""What may stand between a figure and its unit."""
_FOR_ONE: Final = lexicon("""
    for in within after than over nearly about almost under least around roughly every once most of by every
""")
"""What makes an article before a unit mean one: ``for a year``."""
_NEVER_ONE: Final = lexicon("weekend second bit quarter pound bar degree pixel night foot yard stone mark")
_EPSILON: Final = 1e-9


def quantities(tokens: Sequence[Token], taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of a passage in reading order.

    ``taken`` are spans of the text, in code points and in order, that already mean something else, such as dates.
    """
    found: list[Quantity] = []
    at = 0
    spans = iter(taken)
    span = next(spans, None)
    while at < len(tokens):
        while span and span[1] <= tokens[at].start:
            span = next(spans, None)
        if span and span[0] < tokens[at].end:
            at += 1
            continue
        limit = len(tokens) if span is None else next((n for n in range(at, len(tokens)) if tokens[n].end > span[0]), len(tokens))
        least = found[-1].last if found else 0
        quantity = _quantity(tokens[:limit], at, least)
        if quantity:
            found.append(quantity)
            at = quantity.last
        else:
            at += 1
    return tuple(found)


def _quantity(tokens: Sequence[Token], at: int, least: int) -> Quantity | None:
    """Return the quantity whose figure begins at token ``at``; its hedge may reach back to token ``least``."""
    numeral = numeral_at(tokens, at)
    numeral = numeral or _article(tokens, at)
    if numeral is None:
        return None
    sign = sign_before(tokens, at)
    first = sign.first if sign else at
    numeral = short_scale(tokens, numeral, sign)
    if lower_at(tokens, numeral.last) == "\ufffd" and not tokens[numeral.last].spaced:  # a fraction that was lost in a conversion
        numeral = replace(numeral, last=numeral.last + 1, high=numeral.high + 1)
    upper = upper_end(tokens, numeral, sign)
    low, high, last = numeral.low, numeral.high, numeral.last
    bound = Bound.RANGE if high > low + _EPSILON * abs(low) else Bound.EXACT
    if upper:
        low, high, bound, last = lower_end(tokens, numeral, upper.low), upper.high, Bound.RANGE, upper.last
    behind, last = hedges.behind(tokens, last) if bound is Bound.EXACT else (None, last)
    ahead, hedged = hedges.before(tokens, first)
    if upper and hedged > 0 and tokens[hedged - 1].lower in {"between", "from"}:
        hedged -= 1
    base = Quantity(
        max(hedged, least),
        last,
        numeral,
        Sort.PLAIN,
        Amount(_bound(ahead, behind, bound), low, high if bound is Bound.RANGE else None),
    )
    return _with_unit(tokens, base, sign)


def _bound(ahead: Bound | None, behind: Bound | None, bound: Bound) -> Bound:
    """Return the one bound that the words before, the words behind and the figure itself make."""
    if bound is Bound.RANGE:
        return bound if ahead in {None, Bound.ABOUT} else ahead or bound
    return ahead or behind or bound


def _article(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return an article that means one before a unit: ``for a year``, ``nearly an hour``."""
    if tokens[at].lower not in {"a", "an"} or at == 0 or at + 1 >= len(tokens):
        return None
    word = tokens[at + 1].lower
    unit = named_unit(word)
    if unit is None or is_plural(word) or word in _NEVER_ONE:
        return None
    ahead, _ = hedges.before(tokens, at)
    if ahead is None and (tokens[at - 1].lower not in _FOR_ONE or unit.dimension != "time"):
        return None
    following = lower_at(tokens, at + 2)
    return None if following in {"ago", "when", "that", "in", "-"} else Numeral(at, at + 1, 1.0, 1.0, spelt=True)


def _with_unit(tokens: Sequence[Token], base: Quantity, sign: CurrencySpan | None) -> Quantity:
    """Return the quantity with the unit or currency that stands before or behind its figure."""
    last = base.last
    large = abs(base.amount.figure) >= 1000  # noqa: PLR2004 - behind a thousand a coin is no common word
    if sign:
        named = name_after(tokens, last, large=True)
        return _money(base, named.code if named and sign.code == "USD" else sign.code, named.last if named else last)
    share = percent_at(tokens, last)
    if share:
        points, end = share
        sort = Sort.POINTS if points else Sort.SHARE
        return replace(base, last=end, sort=sort, amount=_united(base.amount, _SHARES[sort]))
    named = name_after(tokens, last, large=large)
    if named:
        return _coins(tokens, base, named)
    if base.numeral.part:
        base = _of_unit(tokens, base)
        if base.sort is not Sort.PLAIN:
            return base
    return _measured(tokens, base)


_SHARES: Final = {
    Sort.SHARE: Unit("%", "share", 0.01),
    Sort.POINTS: Unit("percentage point", "points", 0.01),
}


def _money(base: Quantity, code: str, last: int) -> Quantity:
    """Return the quantity as a sum of money."""
    return replace(base, last=max(last, base.last), sort=Sort.MONEY, amount=replace(base.amount, unit=code, dimension="money"))


def _coins(tokens: Sequence[Token], base: Quantity, named: CurrencySpan) -> Quantity:
    """Return the sum in a currency named behind it, cents told behind the dollars added: ``3 dollars 50 cents``."""
    step = scale_at(tokens, named.last)
    money = _money(base, named.code, step[1] if step else named.last)
    if named.hundredth or named.scale > 1 or step:
        return replace(money, amount=_times(money.amount, 0.01 if named.hundredth else step[0] if step else named.scale))
    at = named.last + (lower_at(tokens, named.last) == "and")
    numeral = numeral_at(tokens, at) if at < len(tokens) and money.amount.upper is None else None
    cents = name_after(tokens, numeral.last, large=False) if numeral and 0 < numeral.low < 100 else None  # noqa: PLR2004 - a whole
    if numeral is None or not ((cents and cents.hundredth) or _bare_cents(tokens, numeral)):
        return money
    last = cents.last if cents and cents.hundredth else numeral.last
    return replace(money, last=last, amount=replace(money.amount, figure=money.amount.figure + numeral.low / 100))


def _bare_cents(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether two figures behind a sum are its cents: ``15 dollars 50``, with nothing behind that they could count."""
    two = tokens[numeral.first].text.isdecimal() and len(tokens[numeral.first].text) == 2  # noqa: PLR2004 - the figures of cents
    return two and (numeral.last >= len(tokens) or not tokens[numeral.last].is_word or tokens[numeral.last].lower == "more")


def _united(amount: Amount, unit: Unit, factor: float = 1.0) -> Amount:
    """Return the amount in a unit, its figures multiplied by ``factor``."""
    upper = None if amount.upper is None else amount.upper * factor
    return replace(
        amount,
        figure=amount.figure * factor,
        upper=upper,
        unit=unit.name,
        dimension=unit.dimension,
        scale=unit.scale,
        offset=unit.offset,
    )


def _times(amount: Amount, factor: float) -> Amount:
    """Return the amount with its figures multiplied."""
    return replace(amount, figure=amount.figure * factor, upper=None if amount.upper is None else amount.upper * factor)


def _of_unit(tokens: Sequence[Token], base: Quantity) -> Quantity:
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
    return replace(base, last=unit.last, sort=sort, amount=_united(base.amount, unit.unit))


def _measured(tokens: Sequence[Token], base: Quantity) -> Quantity:
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
        return _scored_share(base)
    if (
        unit.unit.dimension == "angle"
        and not base.numeral.spelt
        and tokens[unit.last - 1].text != "°"
        and _rated(tokens, unit.last)
    ):
        return base
    sort = Sort.TIME if unit.unit.dimension == "time" else Sort.MEASURE
    behind, last = hedges.behind(tokens, unit.last) if base.amount.bound is Bound.EXACT else (None, unit.last)
    amount = _united(base.amount, unit.unit)
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


def _scored_share(base: Quantity) -> Quantity:
    """Return a bare share as per cent: ``two-thirds``, ``one in five``."""
    if not base.numeral.part:
        return base
    return replace(base, sort=Sort.SHARE, amount=_united(base.amount, _SHARES[Sort.SHARE], 100.0))
