"""Drafts of details: a quantity with its kind, its span and what it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.details.figures.currencies import is_currency
from tui.details.figures.governors import Governor, governor, is_verbal
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.number_words import SCALES
from tui.details.figures.numerals import SHORT_SCALES
from tui.details.figures.quantity import Quantity
from tui.details.figures.tokens import Token, lower_at
from tui.details.figures.units import named_unit
from tui.language.grammar import CLOSED
from tui.language.lemmas import ING_NOUNS, noun_base, verb_base
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
_REACH: Final = 12
_CHANGES: Final = lexicon("""
    be rise fall climb drop increase decrease grow jump slip surge plunge soar dip reach hit stand total average exceed top stay
    remain double triple shrink slide tumble rally rebound gain lose measure expand decline ease edge inch swell
""")
"""Verbs whose subject is what the figure behind them measures."""
_COMPARED: Final = lexicon("higher lower better worse older younger larger smaller bigger longer shorter faster slower ahead")
"""What a measure behind a verb tells how much of: ``9 points higher``."""
_ARTICLES: Final = lexicon("the a an its his her their all this that these those")


@cache
def properties(place: str) -> dict[str, str]:
    """Return the words before or behind a measure with the property that they say is measured."""
    return {word: measured for where, word, measured in rows("tui.details.figures", "properties.tsv") if where == place}


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
        if found.head and not (word == "in" and tokens[found.last - 1].capital):
            return found
    if word and word not in CLOSED and word not in _COMPARED and tokens[at].is_word:
        found = phrase_after(tokens, at, plural=False)
        if found.head:
            return found
    return Phrase(property_before(tokens, quantity.first), last=quantity.last, end=quantity.last)


def _year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` looks like a year."""
    return at < len(tokens) and tokens[at].is_numeral and len(tokens[at].text) == 4  # noqa: PLR2004 - the figures of a year


def property_before(tokens: Sequence[Token], first: int) -> str:
    """Return what the words before a sum or measure say that it measures, else the nearest noun.

    A noun beyond a verb is that verb's subject: it is what is measured only where the verb tells of change or being.
    """
    nearest = ""
    if lower_at(tokens, first - 2) in {"a", "an"} and tokens[first - 1].is_word:
        first -= 1  # an adjective: a paltry three percent
    for place in range(first - 1, max(-1, first - _REACH), -1):
        token, word = tokens[place], tokens[place].lower
        if token.text in '.;:!?"':
            break
        if word in properties("before"):
            return properties("before")[word]
        verbal = is_verbal(tokens, place)
        if not nearest and (token.is_numeral or (verbal and verb_base(word) not in _CHANGES)):
            nearest = "-"
        noun = token.is_word and not verbal and word not in CLOSED and not word.endswith("ly") and not _is_unit(word)
        noun = noun and (not word.endswith("ing") or word in ING_NOUNS)
        nearest = noun_base(word) if noun and not nearest else nearest
    return nearest.strip("-")


def _is_unit(word: str) -> bool:
    """Whether a word is a unit, a currency or a scale, which measures and is not measured."""
    return (
        named_unit(word) is not None
        or word in {"percent", "percentage", "cent"}
        or is_currency(word)
        or word in SCALES
        or word in SHORT_SCALES
    )
