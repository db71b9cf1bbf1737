"""Ages of persons."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures.drafts import Draft, draft
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.quantity import Quantity, Sort
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import CLOSED
from tui.language.lemmas import noun_base, verb_base
from tui.model.detail import Bound, Kind

_PARTS: Final = frozenset({"early", "mid", "late"})
_NO_NAMES: Final = frozenset({"aged", "age", "jr", "sr", "ii", "iii", "iv"})


def ages(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return an age with whose it is: ``a 29-year-old man``, ``aged 29``, ``29 years old``, ``Smith, 29,``."""
    at, last = quantity.last, quantity.last
    before = lower_at(tokens, quantity.first - 1)
    while last < len(tokens) and tokens[last].text == "-":
        last += 1
    if quantity.sort is Sort.TIME and lower_at(tokens, last) in {"old", "olds"}:
        phrase = phrase_after(tokens, last + 1, plural=False)
        whose = phrase if phrase.head else Phrase(_person_before(tokens, quantity.first), last=last + 1, end=last + 1)
        return _age(tokens, quantity, last + 1, whose)
    if quantity.sort is Sort.TIME and lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) == "age":
        return _age(tokens, quantity, at + 2, Phrase(_person_before(tokens, quantity.first), last=at + 2, end=at + 2))
    decade = _decade_of_life(tokens, quantity)
    if decade:
        return decade
    if quantity.sort is not Sort.PLAIN or not 0 <= quantity.amount.figure <= 120:  # noqa: PLR2004 - nobody gets older
        return None
    named = before in {"aged", "age", "ages", "turned", "turns"} or (
        before in {"of", "to", "from", "at"} and lower_at(tokens, quantity.first - 2) == "age"
    )
    named = named or _is_so_old(tokens, quantity) or lower_at(tokens, quantity.last - 1) in {"older", "younger"}
    apposed = (
        before in {",", "now"}
        and lower_at(tokens, at) in {",", ".", ";", ")", "-", ""}
        and tokens[quantity.numeral.first].is_numeral
    )
    person = _person_before(tokens, quantity.first - 1) if apposed else ""
    junior = lower_at(tokens, quantity.first - 2) == "." and lower_at(tokens, quantity.first - 3) in {"jr", "sr"}
    by_name = quantity.first > 1 and (junior or tokens[quantity.first - 2].capital or before == "now")
    if named or (apposed and person and by_name):
        return _age(tokens, quantity, at, Phrase(person or _person_before(tokens, quantity.first), last=at, end=at))
    return None


def _age(tokens: Sequence[Token], quantity: Quantity, last: int, phrase: Phrase) -> Draft:
    """Return the draft of an age; what is compared is the age of one person, never a time."""
    amount = quantity.amount
    unit = amount.unit or "year"
    scale = amount.scale if amount.unit else 365.25 * 86400
    made = draft(tokens, quantity, Kind.DURATION, phrase)
    if not phrase.head and made.governor.subject:
        made = replace(made, phrase=replace(phrase, head=made.governor.subject))
    return replace(made, amount=replace(amount, unit=unit, dimension="age", scale=scale), last=last)


def _person_before(tokens: Sequence[Token], at: int) -> str:
    """Return the last capitalised word or noun before ``at``, which an age stands in apposition to."""
    for place in range(at - 1, max(-1, at - 5), -1):
        token = tokens[place]
        if token.text in {".", ";", ":"} and tokens[place - 1].lower not in {
            "mr",
            "mrs",
            "ms",
            "dr",
            "sen",
            "rep",
            "gov",
            "jr",
            "sr",
        }:
            break
        if (
            token.is_word
            and token.lower not in CLOSED
            and not token.lower.endswith("ly")
            and token.lower not in _NO_NAMES
            and verb_base(token.lower) is None
        ):
            return noun_base(token.lower)
    return ""


def _is_so_old(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a bare figure says how old somebody was: ``died at 75``, ``She was 75`` and no more."""
    before, two_before = lower_at(tokens, quantity.first - 1), lower_at(tokens, quantity.first - 2)
    ends = (
        quantity.last >= len(tokens) or tokens[quantity.last].text in ".,;" or lower_at(tokens, quantity.last) in {"when", "and"}
    )
    dies = before == "at" and two_before in {"dies", "died", "dead", "die", "retired", "married"}
    person = quantity.first > 1 and (two_before in {"he", "she"} or tokens[quantity.first - 2].capital)
    return ends and (dies or (before in {"was", "is"} and person))


def _decade_of_life(tokens: Sequence[Token], quantity: Quantity) -> Draft | None:
    """Return the ages that ``in his 50s`` means."""
    at = quantity.last
    tens = quantity.sort is Sort.PLAIN and quantity.amount.figure in range(20, 110, 10) and quantity.amount.upper is None
    if not tens or lower_at(tokens, at) != "s" or tokens[at].spaced:
        return None
    owner = next(
        (t.lower for t in reversed(tokens[max(0, quantity.first - 3) : quantity.first]) if t.is_word and t.lower not in _PARTS),
        "",
    )
    if owner not in {"his", "her", "their", "my"}:
        return None
    amount = replace(quantity.amount, bound=Bound.RANGE, upper=quantity.amount.figure + 9)
    made = _age(tokens, replace(quantity, amount=amount), at + 1, Phrase(last=at + 1, end=at + 1))
    return replace(made, last=at + 1)
