"""Durations: how long something lasts or how long ago it was."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures.drafts import Draft, draft
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.details.figures.units import YEAR
from tui.language.grammar import CLOSED, DETERMINERS, PREPOSITIONS
from tui.language.lemmas import noun_base, verb_base
from tui.language.tables import lexicon
from tui.model.detail import Amount, Bound, Kind

_RELATIONS: Final = {"ago": "ago", "later": "after", "earlier": "before", "before": "before", "after": "after", "since": "since"}
_LASTING: Final = lexicon("last take spend serve wait live be have")
_CONFINED: Final = lexicon("prison jail custody office captivity hospital power detention orbit space")
"""Where one is for a time."""


def durations(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a duration with what lasts so long, ``visit`` in ``two-day visit``, or what it is before or after."""
    if quantity.sort is not Sort.TIME or _some_day(tokens, quantity):
        return None
    at = quantity.last
    word = lower_at(tokens, at)
    tied = at + (word in {"'", "-"} and not tokens[at].spaced)
    if quantity.hyphened or tied > at or word == "of":
        phrase = phrase_after(tokens, tied, plural=False)
    elif word in {"in", "behind"} and (place := _confined(tokens, at + 1)):
        phrase = Phrase(tokens[place].lower, last=place + 1, end=place + 1)
    elif word in {"before", "after", "since"}:
        phrase = phrase_after(tokens, at + 1 + (lower_at(tokens, at + 1) in DETERMINERS), plural=False)
    else:
        phrase = Phrase(_head_before(tokens, quantity.first), last=at, end=at)
    made = draft(tokens, quantity, Kind.DURATION, phrase)
    made = replace(made, amount=_in_years(made.amount)) if quantity.numeral.part else made
    if _during(tokens, quantity):
        return replace(made, amount=replace(made.amount, bound=Bound.EXACT), governor=replace(made.governor, relation="over"))
    return replace(made, governor=replace(made.governor, relation=_RELATIONS[word])) if word in _RELATIONS else made


def _during(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether ``over`` before a duration means during: ``raise the age over 16 years``, unlike ``in over 16 years``."""
    if quantity.amount.bound is not Bound.OVER or lower_at(tokens, quantity.first) != "over" or quantity.first == 0:
        return False
    before = lower_at(tokens, quantity.first - 1)
    return (
        before not in PREPOSITIONS | DETERMINERS
        and before not in {"just", "well", ",", "("}
        and verb_base(before) not in _LASTING
    )


def _some_day(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether ``one day`` means some day and no duration."""
    words = [t.lower for t in tokens[quantity.first : quantity.last]]
    return words in (["one", "day"], ["one", "night"]) and lower_at(tokens, quantity.first - 1) not in {
        "for",
        "in",
        "after",
        "within",
        "than",
    }


def _in_years(amount: Amount) -> Amount:
    """Return a part of a century or decade in years: ``a quarter of a century`` is 25 of them."""
    if amount.unit not in {"century", "decade", "millennium"}:
        return amount
    return replace(amount, figure=amount.figure * amount.scale / YEAR, unit="year", scale=YEAR)


def _confined(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the place that one is in for the time, 0 where none is named within three words."""
    return next((n for n in range(at, min(len(tokens), at + 3)) if tokens[n].lower in _CONFINED), 0)


def _head_before(tokens: Sequence[Token], first: int) -> str:
    """Return the noun in ``a sentence of five months``, or ``first`` in ``for the first time in over 20 years``."""
    words = [t.lower for t in tokens[max(0, first - 6) : first]]
    if words[-1:] == ["of"] and len(words) > 1 and tokens[first - 2].is_word and words[-2] not in CLOSED:
        return noun_base(words[-2])
    return "first" if "first" in words and words[-1:] == ["in"] else ""
