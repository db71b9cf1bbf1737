"""Durations: how long something lasts or how long ago it was."""

from collections.abc import Sequence
from dataclasses import replace

from tui.details.drafts import Draft, draft
from tui.details.heads import Phrase, phrase_after
from tui.details.quantities import Quantity, Sort
from tui.details.tokens import Token, lower_at
from tui.model.detail import Kind


def durations(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a duration with what lasts so long, as ``visit`` in ``two-day visit``, or with ``ago``, ``later``."""
    if quantity.sort is not Sort.TIME:
        return None
    at = quantity.last
    word = lower_at(tokens, at)
    relation = {"ago": "ago", "later": "after", "earlier": "before", "before": "before", "after": "after", "since": "since"}.get(
        word, ""
    )
    if quantity.hyphened or (at < len(tokens) and tokens[at].text in {"'", "-"}) or word in {"of", "in"}:
        step = at + (tokens[at].text in {"'", "-"} if at < len(tokens) else 0)
        phrase = (
            phrase_after(tokens, step, plural=False)
            if word != "in" or lower_at(tokens, at + 1) in {"prison", "jail", "office"}
            else Phrase()
        )
        if word == "in" and lower_at(tokens, at + 1) in {"prison", "jail", "office"}:
            phrase = Phrase(tokens[at + 1].lower, last=at + 2, end=at + 2)
    else:
        phrase = Phrase(_first_before(tokens, quantity.first), last=at, end=at)
    made = draft(tokens, quantity, Kind.DURATION, phrase)
    return replace(made, governor=replace(made.governor, relation=relation)) if relation else made


def _first_before(tokens: Sequence[Token], first: int) -> str:
    """Return ``first`` where the duration says since when something has not been: ``for the first time in over 20 years``."""
    words = [t.lower for t in tokens[max(0, first - 6) : first]]
    return "first" if "first" in words and words[-1:] == ["in"] else ""
