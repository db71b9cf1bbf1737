"""Sums of money as they are printed: the currency behind, scales behind a code, cents behind dollars."""

from collections.abc import Sequence
from dataclasses import replace

from tui.details.figures.currencies import CurrencySpan, name_after
from tui.details.figures.number_words import scale_at
from tui.details.figures.numerals import Numeral, numeral_at
from tui.details.figures.quantity import Quantity, Sort, times
from tui.details.figures.tokens import Token, lower_at


def in_currency(base: Quantity, code: str, last: int) -> Quantity:
    """Return the quantity as a sum of money."""
    return replace(base, last=max(last, base.last), sort=Sort.MONEY, amount=replace(base.amount, unit=code, dimension="money"))


def in_coins(tokens: Sequence[Token], base: Quantity, named: CurrencySpan) -> Quantity:
    """Return the sum in a currency named behind it, cents told behind the dollars added: ``3 dollars 50 cents``."""
    step = scale_at(tokens, named.last)
    money = in_currency(base, named.code, step[1] if step else named.last)
    if named.hundredth or named.scale > 1 or step:
        return replace(money, amount=times(money.amount, 0.01 if named.hundredth else step[0] if step else named.scale))
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
