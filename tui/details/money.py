"""Sums of money."""

from collections.abc import Sequence

from tui.details.drafts import Draft, draft, thing
from tui.details.quantities import Quantity, Sort
from tui.details.tokens import Token
from tui.model.detail import Kind


def money(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a sum of money with what it is paid for, lost in or the price of."""
    if quantity.sort is not Sort.MONEY:
        return None
    return draft(tokens, quantity, Kind.MONEY, thing(tokens, quantity))
