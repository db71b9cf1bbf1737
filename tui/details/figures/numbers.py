"""Plain numbers: something is counted and no unit is named."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures.drafts import Draft, draft, property_before
from tui.details.figures.governors import antecedent
from tui.details.figures.heads import Phrase, phrase_after, state_after
from tui.details.figures.labels import is_label
from tui.details.figures.ordinals import ORDINALS
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import CLOSED, PREPOSITIONS
from tui.language.lemmas import is_past, is_plural, noun_base
from tui.language.tables import lexicon
from tui.model.detail import Kind

_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_LOOSE: Final = lexicon("way sided fold faced time off year month day hour week minute")
"""What a hyphen ties to a figure without being counted by it."""
_PARENTS: Final = lexicon("""
    mother father parent mom mum dad mama papa daddy mummy mommy grandmother grandfather grandparent grandma grandpa
    stepmother stepfather foster-mother foster-father
""")
"""Who has so many children: ``a mother of three``."""
_IDLE_BEFORE: Final = lexicon("""
    no the that this any every each which another only
""")
_UNCOUNTED: Final = lexicon("times things ways days weeks reasons more others other different such steps points occasions kinds")
"""What is rarely counted in earnest behind ``several``."""
_IDLE_BEHIND: Final = lexicon("""
    another day time thing way point hand side last such more and
""")


def numbers(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return a plain number with what is counted."""
    if quantity.sort is not Sort.PLAIN:
        return None
    numeral = quantity.numeral
    hedged = quantity.first < numeral.first
    if (
        _is_ordinal(tokens, numeral.last)
        or is_label(tokens, numeral.first, numeral.last, plain=not hedged)
        or _idle(tokens, quantity)
    ):
        return None
    plural = quantity.amount.figure != 1
    if lower_at(tokens, quantity.last) == "strong":
        return draft(
            tokens,
            quantity,
            Kind.NUMBER,
            Phrase(property_before(tokens, quantity.first), (), quantity.last + 1, quantity.last + 1),
        )
    phrase = _child(tokens, quantity) or _tied(tokens, quantity.last) or phrase_after(tokens, quantity.last, plural=plural)
    made = draft(tokens, quantity, Kind.NUMBER, phrase)
    state = state_after(tokens, phrase)
    if state:
        head, verb = state
        return replace(made, phrase=replace(phrase, head=head), governor=replace(made.governor, verb=verb or made.governor.verb))
    if not phrase.head:
        head, verb = antecedent(tokens, quantity.first, made.governor)
        return replace(made, phrase=replace(phrase, head=head), governor=replace(made.governor, verb=verb))
    return made


def _child(tokens: Sequence[Token], quantity: Quantity) -> Phrase | None:
    """Return children where the figure tells how many somebody has: ``mother of three``, ``father-of-two``."""
    of = quantity.first - 1 - (lower_at(tokens, quantity.first - 1) == "-")
    parent = of - 1 - (lower_at(tokens, of - 1) == "-")
    if parent < 0 or lower_at(tokens, of) != "of" or noun_base(lower_at(tokens, parent)) not in _PARENTS:
        return None
    last = quantity.last
    return None if is_plural(lower_at(tokens, last)) else Phrase("child", (), last, last)


def _is_ordinal(tokens: Sequence[Token], last: int) -> bool:
    """Whether the figure that ends before ``last`` is the first part of an ordinal: ``21st``, ``twenty-first``."""
    word = lower_at(tokens, last)
    if word == "s" and not tokens[last].spaced and tokens[last - 1].is_numeral and not tokens[last - 1].capital:
        return not (last > 1 and tokens[last - 2].text == "-")
    return (word in _ENDINGS and not tokens[last].spaced) or (word == "-" and lower_at(tokens, last + 1) in ORDINALS)


def _idle(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number word counts nothing: ``one of``, ``no one``, ``one day``, ``several`` of what nobody counts."""
    numeral = quantity.numeral
    words = [t.lower for t in tokens[numeral.first : numeral.last]]
    if words[-1] in {"several", "few", "couple", "handful"}:
        return words == ["few"] or not _counted_vaguely(tokens, quantity.last)
    if not tokens[numeral.first].is_word:
        return numeral.first == 0 and lower_at(tokens, 1) in {".", ")"} and len(tokens) > 2  # noqa: PLR2004 - the number of a list
    if words == ["one"]:
        before, behind = lower_at(tokens, quantity.first - 1), lower_at(tokens, quantity.last)
        return (
            before in _IDLE_BEFORE
            or behind in _IDLE_BEHIND
            or behind in CLOSED | PREPOSITIONS
            or is_past(behind)
            or quantity.last >= len(tokens)
            or not tokens[quantity.last].is_word
            or is_plural(behind)
        )
    return words == ["zero"] and lower_at(tokens, quantity.last) in {"tolerance", "in"}


def _counted_vaguely(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural that can be counted stands behind ``several``, ``a handful of``: no ``times``, no ``others``."""
    at += lower_at(tokens, at) == "of"
    for word in [t.lower for t in tokens[at : at + 3] if t.is_word]:
        if word in CLOSED | _UNCOUNTED:
            return False
        if is_plural(word):
            return True
    return False


def _tied(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the noun that a hyphen ties to a figure, ``boat`` in ``five-boat attack``, with the noun behind as modifier."""
    if lower_at(tokens, at) != "-" or at + 1 >= len(tokens) or not tokens[at + 1].is_word or lower_at(tokens, at + 1) in _LOOSE:
        return None
    whole = phrase_after(tokens, at + 2, plural=False)
    if lower_at(tokens, at + 1) == "strong":
        return whole
    return Phrase(noun_base(lower_at(tokens, at + 1)), (*whole.modifiers, whole.head) if whole.head else (), at + 2, whole.end)
