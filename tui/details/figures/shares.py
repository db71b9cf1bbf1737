"""Percentages, percentage points and shares in words."""

from collections.abc import Sequence

from tui.details.figures.drafts import Draft, draft, thing
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import AUXILIARIES
from tui.model.detail import Bound, Kind


def shares(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a percentage, percentage points or a share in words with what it is a share of."""
    if quantity.sort not in {Sort.SHARE, Sort.POINTS}:
        return None
    if quantity.numeral.part and not _is_share(tokens, quantity):
        return None
    at = quantity.last
    if lower_at(tokens, at) == "of":
        phrase = phrase_after(tokens, at, plural=True)
    else:
        phrase = Phrase() if lower_at(tokens, at) in AUXILIARIES else thing(tokens, quantity)
    return draft(tokens, quantity, Kind.PERCENTAGE, phrase)


def _is_share(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a share in words is one: ``a third of``, ``by a quarter``; ``a third man`` and ``first half`` are none."""
    words = [t.lower for t in tokens[quantity.numeral.first : quantity.numeral.last]]
    following = lower_at(tokens, quantity.last)
    before = lower_at(tokens, quantity.first - 1)
    if len(words) == 1 or words == ["one", "half"]:
        return (
            quantity.amount.bound is not Bound.EXACT
            or (
                following in {"of", "the", "its", "their", "his", "those", "all"}
                and before not in {"first", "second", "other", "better"}
            )
            or (before in {"by", "than", "and", "in"} and following in {"", ".", ",", "since"})
        )
    if words[0] in {"a", "an"}:
        ends = words[1] != "third" and (following in {"", ".", ","})
        return (
            following == "of" or ends or before in {"by", "than", "about", "nearly"} or quantity.amount.bound is not Bound.EXACT
        )
    return following != "-" or words[0] != "one"
