"""Sums of money."""

from collections.abc import Sequence
from typing import Final

from tui.details.figures.drafts import Draft, draft, thing
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import DETERMINERS
from tui.language.lemmas import verb_base
from tui.language.tables import lexicon
from tui.model.detail import Kind

_TOWARDS: Final = lexicon("to on from toward towards against")
_NOT_PAID_FOR: Final = lexicon("monday tuesday wednesday thursday friday saturday sunday condition average top time date")


def money(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a sum of money with what it is paid for, lost in or the price of."""
    if quantity.sort is not Sort.MONEY:
        return None
    told = thing(tokens, quantity)
    if told.last <= quantity.last and told.head in {"", "price"}:
        told = _purpose(tokens, quantity.last) or told
    return draft(tokens, quantity, Kind.MONEY, told)


def _purpose(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return what a sum goes to, is spent on or taken from: ``devote $1.3 billion to border security``."""
    if lower_at(tokens, at) not in _TOWARDS:
        return None
    start = at + 1
    while lower_at(tokens, start) in DETERMINERS:
        start += 1
    word = lower_at(tokens, start)
    if verb_base(word) == word or word in _NOT_PAID_FOR:
        return None
    found = phrase_after(tokens, start, plural=False)
    return found if found.head else None
