"""Magnitudes of earthquakes: ``magnitude-5.9``, ``6.1 on the Richter scale``, ``a 6.7 degree quake``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures import hedges
from tui.details.figures.drafts import Draft, draft
from tui.details.figures.heads import Phrase
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.tables import lexicon
from tui.model.detail import Kind

_QUAKES: Final = lexicon("quake quakes earthquake earthquakes temblor tremor aftershock aftershocks jolt foreshock seaquake")
_STRONGEST: Final = 10
_NEAR: Final = 8


def magnitudes(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return the magnitude of an earthquake."""
    degrees = quantity.sort is Sort.MEASURE and quantity.amount.unit == "degree"
    if (quantity.sort is not Sort.PLAIN and not degrees) or not 0 < quantity.amount.figure < _STRONGEST:
        return None
    first, last = quantity.first, quantity.last
    tied = lower_at(tokens, first - 1) == "-"
    ahead = lower_at(tokens, first - 1 - tied)
    behind = last + (lower_at(tokens, last) == "-")
    named_before = ahead == "magnitude" or (ahead in {"of", "at", "a"} and "magnitude" in _words(tokens, first - 4, first))
    named_behind = lower_at(tokens, behind) == "magnitude"
    scaled = {"richter", "seismic"} & _words(tokens, last, last + 6) and lower_at(tokens, last) in {"on", "degrees", "degree"}
    counted = "." in tokens[quantity.numeral.first].text and _QUAKES & _words(tokens, last, last + 3)
    if not (named_before or named_behind or scaled or counted):
        return None
    hedge, start = hedges.before(tokens, first - 1 - tied) if tied and named_before else (None, first)
    end = behind + 1 if named_behind else last
    quake = next((t.lower for t in tokens[max(0, first - _NEAR) : last + _NEAR] if t.lower in _QUAKES), "")
    phrase = Phrase("magnitude", (quake.removesuffix("s"),) if quake else (), end, end)
    made = draft(tokens, replace(quantity, first=start, last=end), Kind.MEASURE, phrase)
    amount = replace(quantity.amount, bound=hedge or quantity.amount.bound, unit="magnitude", dimension="magnitude", scale=1.0)
    return replace(made, amount=amount)


def _words(tokens: Sequence[Token], first: int, last: int) -> set[str]:
    """Return the words between two indices in lower case."""
    return {t.lower for t in tokens[max(0, first) : max(0, last)]}
