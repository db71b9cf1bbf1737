"""Drafts of details: a quantity with its kind, its span and what it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.details.governors import Governor, governor
from tui.details.heads import Phrase, phrase_after
from tui.details.quantities import Quantity
from tui.details.tokens import Token, lower_at
from tui.language.grammar import CLOSED
from tui.language.lemmas import noun_base, verb_base
from tui.language.tables import lexicon, rows
from tui.model.detail import Amount, Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity on its way to a detail."""

    quantity: Quantity
    """The quantity."""
    kind: Kind
    """The kind of detail it makes."""
    amount: Amount
    """Its value."""
    first: int
    """The index of the first token of the span shown."""
    last: int
    """The index after its last."""
    phrase: Phrase
    """What it counts."""
    governor: Governor
    """What governs it."""


Rule = Callable[[Sequence[Token], Quantity], Draft | None]
"""Recognises one kind of figure; ``None`` leaves it to the next rule."""
_ARTICLES: Final = lexicon("the a an its his her their all this that these those")


@cache
def properties(place: str) -> dict[str, str]:
    """Return the words before or behind a measure with the property that they say is measured."""
    return {word: measured for where, word, measured in rows("tui.details", "properties.tsv") if where == place}


def draft(tokens: Sequence[Token], quantity: Quantity, kind: Kind, phrase: Phrase) -> Draft:
    """Return the draft of a quantity whose noun phrase is known."""
    end = max(phrase.end, phrase.last, quantity.last)
    return Draft(quantity, kind, quantity.amount, quantity.first, quantity.last, phrase, governor(tokens, quantity.first, end))


def thing(tokens: Sequence[Token], quantity: Quantity) -> Phrase:
    """Return what a sum or measure is of: behind ``in``, ``of``, ``worth of``, behind it directly, or the subject before it."""
    at = quantity.last
    if at < len(tokens) and tokens[at].text == "-" and not tokens[at].spaced:
        at += 1
    if lower_at(tokens, at) == "worth":
        at += 1
    word = lower_at(tokens, at)
    if word in {"in", "of", "for"} and lower_at(tokens, at + 1) not in {"which", "whom"} and not _year(tokens, at + 1):
        start = at + 1
        while lower_at(tokens, start) in _ARTICLES:
            start += 1
        found = phrase_after(tokens, start, plural=False)
        if found.head and not (word == "in" and tokens[start].capital):
            return found
    if word and word not in CLOSED and tokens[at].is_word:
        found = phrase_after(tokens, at, plural=False)
        if found.head:
            return found
    return Phrase(property_before(tokens, quantity.first), last=quantity.last, end=quantity.last)


def _year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` looks like a year."""
    return at < len(tokens) and tokens[at].is_numeral and len(tokens[at].text) == 4  # noqa: PLR2004 - the figures of a year


def property_before(tokens: Sequence[Token], first: int) -> str:
    """Return what the words before a sum or measure say that it measures, else the nearest noun."""
    nearest = ""
    for place in range(first - 1, max(-1, first - 12), -1):
        token = tokens[place]
        if token.text in '.;:!?"':
            break
        if token.lower in properties("before"):
            return properties("before")[token.lower]
        if (
            not nearest
            and token.is_word
            and token.lower not in CLOSED
            and verb_base(token.lower) is None
            and not token.lower.endswith("ly")
        ):
            nearest = noun_base(token.lower)
    return nearest
