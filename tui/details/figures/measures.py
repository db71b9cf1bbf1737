"""Measures with a unit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures.drafts import Draft, draft, properties, property_before, thing
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.tables import lexicon
from tui.model.detail import Kind

_MOVING: Final = lexicon("fall drop plunge travel walk run drive fly sail swim climb move drift march hike tumble jump throw")
"""Verbs behind which a length is a distance."""


def measures(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a measure with a unit and the property measured, or the thing of which there is so much.

    ``A 40-foot-long trawler`` is a trawler by its length, as *a 40-foot trawler* is.
    """
    if quantity.sort is not Sort.MEASURE:
        return None
    at = _beyond_brackets(tokens, quantity.last + (lower_at(tokens, quantity.last) == "-"))
    word = lower_at(tokens, at)
    if word in {"in", "to"}:
        word = lower_at(tokens, at + 1 + (lower_at(tokens, at + 1) == "the"))
    if word in properties("behind") and quantity.amount.dimension in {"length", "mass", "speed"}:
        measured = properties("behind")[word]
        own = phrase_after(tokens, at + 1, plural=False) if quantity.hyphened else Phrase()
        whole = replace(own, modifiers=(*own.modifiers, measured)) if own.head else Phrase(measured, last=at + 1, end=at + 1)
        return draft(tokens, quantity, Kind.MEASURE, whole)
    before = property_before(tokens, quantity.first)
    if before in set(properties("before").values()) and not quantity.hyphened:
        return draft(tokens, quantity, Kind.MEASURE, Phrase(before, last=quantity.last, end=quantity.last))
    made = draft(tokens, quantity, Kind.MEASURE, thing(tokens, quantity))
    moved = quantity.amount.dimension == "length" and made.governor.verb in _MOVING and made.phrase.last <= quantity.last
    return replace(made, phrase=replace(made.phrase, head="distance", modifiers=())) if moved else made


def _beyond_brackets(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind brackets that open at ``at``: the same measure in another unit."""
    if lower_at(tokens, at) != "(":
        return at
    return next((n + 1 for n in range(at, min(len(tokens), at + 8)) if tokens[n].text == ")"), at)
