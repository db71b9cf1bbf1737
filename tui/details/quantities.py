"""Quantities: a numeral with its hedge, its range and its unit or currency, whatever it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from tui.details import hedges
from tui.details.currencies import CurrencySpan, name_after, sign_before
from tui.details.numerals import SHORT_SCALES, Numeral, numeral_at
from tui.details.tokens import Token, lower_at
from tui.details.units import Unit, named_unit, unit_at
from tui.language.grammar import CLOSED
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
_NEVER_ONE: Final = lexicon("second bit quarter pound bar degree pixel night foot yard stone mark")
_MONEY_SCALES: Final = frozenset({"m", "k", "b", "mm"})
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
    numeral = _short_scale(tokens, numeral, sign)
    upper = _range(tokens, numeral, sign)
    low, high, last = numeral.low, numeral.high, numeral.last
    bound = Bound.RANGE if high > low + _EPSILON * abs(low) else Bound.EXACT
    if upper:
        low, high, bound, last = _scaled(tokens, numeral, upper.low), upper.high, Bound.RANGE, upper.last
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


def _short_scale(tokens: Sequence[Token], numeral: Numeral, sign: CurrencySpan | None) -> Numeral:
    """Return the numeral with ``m``, ``k`` or ``b`` behind it read as a scale where it is a sum of money or counts a plural."""
    last = numeral.last
    if numeral.spelt or last >= len(tokens) or tokens[last].lower not in _MONEY_SCALES or (tokens[last].spaced and sign is None):
        return numeral
    counted = last + 1 < len(tokens) and tokens[last + 1].lower not in CLOSED and is_plural(tokens[last + 1].lower)
    currency = name_after(tokens, last + 1, large=True)
    if not (sign or counted or (currency and not currency.hundredth)) or (tokens[last].lower == "mm" and sign is None):
        return numeral
    scale = SHORT_SCALES[tokens[last].lower]
    return replace(numeral, last=last + 1, low=numeral.low * scale, high=numeral.high * scale)


def _range(tokens: Sequence[Token], numeral: Numeral, sign: CurrencySpan | None) -> Numeral | None:
    """Return the upper end of a range that begins with ``numeral``, its unit skipped: ``40 percent to 70 percent``."""
    last = numeral.last
    joint = _joint(tokens, last)
    if joint is None:
        unit_last = _skip_unit(tokens, last)
        joint = _joint(tokens, unit_last) if unit_last > last else None
        last = unit_last
    if joint is None or joint >= len(tokens):
        return None
    word = tokens[last].lower
    first = numeral.first - (numeral.first - sign.first if sign else 0)
    ahead = hedges.before(tokens, first)[1]
    lead = tokens[ahead - 1].lower if ahead > 0 else ""
    if word == "and" and lead != "between":
        return None
    if word == "to" and lead == "from" and not _ranging(tokens, ahead - 1):
        return None
    if tokens[joint].text in {"$", "€", "£", "¥"}:
        joint += 1
    if joint >= len(tokens):
        return None
    upper = numeral_at(tokens, joint)
    if upper is None or (word == "or" and not (numeral.spelt and upper.spelt and numeral.low < upper.low <= numeral.low + 2)):
        return None
    upper = _short_scale(tokens, upper, sign)
    return upper if _scaled(tokens, numeral, upper.low) < upper.low and upper.part >= numeral.part else None


def _ranging(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``from`` at ``at`` opens a range and no change: a change rises, falls or goes from one to the other."""
    before = tokens[at - 1].lower if at > 0 else ""
    return before.startswith(("rang", "vari", "vary", "age", "anywhere", "cost", "sentenc", "price", "last", "spann", "size"))


def _joint(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index after the word or dash that joins the ends of a range at ``at``."""
    if at + 1 >= len(tokens) or tokens[at].lower not in {"to", "-", "and", "or", "through", "~"}:
        return None
    follower = at + 1
    if tokens[at].text == "-":
        if tokens[follower].text == "-" or tokens[at].spaced != tokens[follower].spaced:
            return None
        if tokens[follower].lower == "to" and follower + 1 < len(tokens):
            follower += 2 if tokens[follower + 1].text == "-" else 1
    return follower


def _skip_unit(tokens: Sequence[Token], at: int) -> int:
    """Return the index after a per cent sign, unit or currency at ``at``."""
    share = _percent(tokens, at)
    if share:
        return share[1]
    unit = unit_at(tokens, at) if at < len(tokens) and tokens[at].lower not in {"to", "and", "or"} else None
    return unit.last if unit else at


def _scaled(tokens: Sequence[Token], numeral: Numeral, upper: float) -> float:
    """Return the lower end of a range with the scale that only its upper end prints: ``2-3 million``."""
    own_scale = numeral.last - numeral.first > 1
    for scale in (1e12, 1e9, 1e6, 1e3):
        if upper >= scale and not own_scale and numeral.low < upper / scale and numeral.low < 1000:  # noqa: PLR2004 - a full figure
            return numeral.low * scale if _prints_scale(tokens, numeral.last) else numeral.low
    return numeral.low


def _prints_scale(tokens: Sequence[Token], at: int) -> bool:
    """Whether a scale is printed soon after ``at``, behind the upper end of a range."""
    words = {t.lower for t in tokens[at : at + 6]}
    return bool(words & {"thousand", "million", "billion", "trillion", "m", "bn", "k", "b", "tn"})


def _with_unit(tokens: Sequence[Token], base: Quantity, sign: CurrencySpan | None) -> Quantity:
    """Return the quantity with the unit or currency that stands before or behind its figure."""
    last = base.last
    large = abs(base.amount.figure) >= 1000  # noqa: PLR2004 - behind a thousand a coin is no common word
    if sign:
        named = name_after(tokens, last, large=True)
        return _money(base, named.code if named and sign.code == "USD" else sign.code, named.last if named else last)
    share = _percent(tokens, last)
    if share:
        sort, end = share
        return replace(base, last=end, sort=sort, amount=_united(base.amount, _SHARES[sort]))
    named = name_after(tokens, last, large=large)
    if named:
        base = _money(base, named.code, named.last)
        return base if not named.hundredth else replace(base, amount=_times(base.amount, 0.01))
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


def _percent(tokens: Sequence[Token], at: int) -> tuple[Sort, int] | None:
    """Return whether per cent or percentage points stand at ``at``, and the index after."""
    if (
        at < len(tokens)
        and tokens[at].text == "-"
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in {"percent", "per", "percentage"}
    ):
        at += 1
    words = [t.lower for t in tokens[at : at + 4]] + [""] * 4
    last = at
    if words[0] in {"%", "percent", "pct", "percents", "percentage"}:
        last = at + 1
    elif words[:2] == ["per", "cent"] or words[:3] == ["per", "-", "cent"]:
        last = at + (2 if words[1] == "cent" else 3)
    elif words[:2] == ["pct", "."]:
        last = at + 2
    if last == at:
        return None
    if last < len(tokens) and tokens[last].text == "-" and last + 1 < len(tokens) and tokens[last + 1].lower == "point":
        return Sort.POINTS, last + 2
    if last < len(tokens) and tokens[last].lower in {"point", "points"}:
        return Sort.POINTS, last + 1
    return Sort.SHARE, last


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
    while at < len(tokens) and tokens[at].lower in _LONG and at < base.last + 3:
        at += 1
    unit = unit_at(tokens, at, digits=not base.numeral.spelt)
    if unit is None or (at > base.last + hyphened and unit.unit.dimension not in {"time", "mass"}):
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


def _rated(tokens: Sequence[Token], at: int) -> bool:
    """Whether degrees at the index before ``at`` are a quake's: ``6.7 degree quake``."""
    return any(t.lower in {"quake", "earthquake", "temblor", "tremor", "richter", "aftershock"} for t in tokens[at : at + 6])


def _with_smaller(tokens: Sequence[Token], base: Quantity) -> Quantity:
    """Return the measure with a smaller unit of its dimension added: ``5 ft 2 in``, ``two years and three months``."""
    at = base.last + (base.last < len(tokens) and tokens[base.last].lower == "and")
    numeral = numeral_at(tokens, at) if at < len(tokens) and base.amount.upper is None else None
    unit = unit_at(tokens, numeral.last, digits=not numeral.spelt) if numeral and numeral.low == numeral.high else None
    if numeral is None or unit is None or unit.unit.dimension != base.amount.dimension or unit.unit.scale >= base.amount.scale:
        return base
    figure = base.amount.figure + numeral.low * unit.unit.scale / base.amount.scale
    return replace(base, last=unit.last, amount=replace(base.amount, figure=figure))


def _scored_share(base: Quantity) -> Quantity:
    """Return a bare share as per cent: ``two-thirds``, ``one in five``."""
    if not base.numeral.part:
        return base
    return replace(base, sort=Sort.SHARE, amount=_united(base.amount, _SHARES[Sort.SHARE], 100.0))
