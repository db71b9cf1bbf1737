"""Ranges: two figures that are the ends of one: ``40 percent to 70 percent``, ``2-3 million``, ``between 5 and 10``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures import hedges
from tui.details.figures.currencies import CurrencySpan, name_after
from tui.details.figures.numerals import SHORT_SCALES, Numeral, numeral_at
from tui.details.figures.percents import percent_at
from tui.details.figures.tokens import Token
from tui.details.figures.units import unit_at
from tui.language.grammar import CLOSED
from tui.language.lemmas import is_plural

_SIGNS: Final = frozenset({"$", "€", "£", "¥"})
_MONEY_SCALES: Final = frozenset({"m", "b", "mm"})


def short_scale(tokens: Sequence[Token], numeral: Numeral, sign: CurrencySpan | None) -> Numeral:
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


def upper_end(tokens: Sequence[Token], numeral: Numeral, sign: CurrencySpan | None) -> Numeral | None:
    """Return the upper end of a range that begins with ``numeral``, its unit skipped: ``40 percent to 70 percent``."""
    at, joint = numeral.last, _joint(tokens, numeral.last)
    if joint is None:
        at = _skip_unit(tokens, numeral.last)
        joint = _joint(tokens, at) if at > numeral.last else None
    if joint is None or not _opens(tokens, sign.first if sign else numeral.first, tokens[at].lower):
        return None
    unit = [t.lower.rstrip("s") for t in tokens[numeral.last : at]]
    signed = tokens[joint].text in _SIGNS and not unit and sign is not None
    upper = numeral_at(tokens, joint + signed) if joint + signed < len(tokens) else None
    if upper is None or (unit and [t.lower.rstrip("s") for t in tokens[upper.last : upper.last + len(unit)]] != unit):
        return None
    if tokens[at].lower == "or" and not (numeral.spelt and upper.spelt and numeral.low < upper.low <= numeral.low + 2):
        return None
    upper = short_scale(tokens, upper, sign)
    return upper if lower_end(tokens, numeral, upper.low) < upper.low and upper.part >= numeral.part else None


def _opens(tokens: Sequence[Token], first: int, joint: str) -> bool:
    """Whether the words before the figure at ``first`` let ``joint`` make a range, ``and`` only behind ``between``."""
    ahead = hedges.before(tokens, first)[1]
    lead = tokens[ahead - 1].lower if ahead > 0 else ""
    return not (joint == "and" and lead != "between") and not (
        joint == "to" and lead == "from" and not _ranging(tokens, ahead - 1)
    )


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
        hanging = tokens[follower].lower == "to" and not tokens[at].spaced  # 24- to 30-foot
        if tokens[follower].text == "-" or (tokens[at].spaced != tokens[follower].spaced and not hanging):
            return None
        if tokens[follower].lower == "to" and follower + 1 < len(tokens):
            follower += 2 if tokens[follower + 1].text == "-" else 1
    return follower


def _skip_unit(tokens: Sequence[Token], at: int) -> int:
    """Return the index after a per cent sign, unit or currency at ``at``."""
    share = percent_at(tokens, at)
    if share:
        return share[1]
    unit = unit_at(tokens, at) if at < len(tokens) and tokens[at].lower not in {"to", "and", "or"} else None
    return unit.last if unit else at


def lower_end(tokens: Sequence[Token], numeral: Numeral, upper: float) -> float:
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
