"""Quantities: a numeral with its hedge, its range and its unit or currency, whatever it counts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures import hedges
from tui.details.figures.coins import in_coins, in_currency
from tui.details.figures.currencies import CurrencySpan, name_after, sign_before
from tui.details.figures.numerals import Numeral, numeral_at
from tui.details.figures.percents import percent_at
from tui.details.figures.quantity import SHARES, Quantity, Sort, united
from tui.details.figures.ranges import lower_end, short_scale, upper_end
from tui.details.figures.tokens import Token, lower_at
from tui.details.figures.united import in_unit, of_unit
from tui.details.figures.units import named_unit
from tui.language.lemmas import is_plural
from tui.language.tables import lexicon
from tui.model.detail import Amount, Bound

_FOR_ONE: Final = lexicon("""
    for in within after than over nearly about almost under least around roughly every once most of by every
""")
"""What makes an article before a unit mean one: ``for a year``."""
_APART: Final = frozenset({"after", "before"})
"""What makes it the time between two events: ``a week after the vote``."""
_AN_EVENT: Final = lexicon("the a an his her its their our my this that being")
"""What opens the event that it was before; *a year before* tells no such thing."""
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
    following = lower_at(tokens, at + 2)
    apart = following in _APART and not (following == "before" and lower_at(tokens, at + 3) not in _AN_EVENT)
    if ahead is None and ((tokens[at - 1].lower not in _FOR_ONE and not apart) or unit.dimension != "time"):
        return None
    return None if following in {"ago", "when", "that", "in", "-"} else Numeral(at, at + 1, 1.0, 1.0, spelt=True)


def _with_unit(tokens: Sequence[Token], base: Quantity, sign: CurrencySpan | None) -> Quantity:
    """Return the quantity with the unit or currency that stands before or behind its figure."""
    last = base.last
    large = abs(base.amount.figure) >= 1000  # noqa: PLR2004 - behind a thousand a coin is no common word
    if sign:
        named = name_after(tokens, last, large=True)
        return in_currency(base, named.code if named and sign.code == "USD" else sign.code, named.last if named else last)
    share = percent_at(tokens, last)
    if share:
        points, end = share
        sort = Sort.POINTS if points else Sort.SHARE
        return replace(base, last=end, sort=sort, amount=united(base.amount, SHARES[sort]))
    named = name_after(tokens, last, large=large)
    if named:
        return in_coins(tokens, base, named)
    if base.numeral.part:
        base = of_unit(tokens, base)
        if base.sort is not Sort.PLAIN:
            return base
    return in_unit(tokens, base)
