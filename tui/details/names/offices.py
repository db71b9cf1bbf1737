"""Offices and titles: where one stands in a sentence, its plain form and whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.language.bodies import TAKES_OF
from tui.language.gazetteer import gazetteer
from tui.language.people import CALLINGS, OFFICE_ENDS, OFFICES, RANKING
from tui.language.tokens import Tag, Token

_LONGEST: Final = 5
_WITHIN: Final = frozenset(
    {"press", "police", "fire", "defense", "defence", "security", "campaign", "party", "state", "house", "union"}
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it stands between two tokens of a sentence."""

    first: int
    """The index of its first token, modifiers included."""
    last: int
    """The index of the last token of its noun."""
    post: str
    """Its plain form: ``spokesperson`` for a press secretary."""


def office_ending(words: Sequence[Token], last: int, floor: int = 0) -> Office | None:
    """Return the longest office or calling whose noun ends at token ``last`` and begins no earlier than ``floor``."""
    word = words[last].lower
    if word not in OFFICE_ENDS:
        return Office(last, last, word) if word in CALLINGS else None
    for first in range(max(floor, last + 1 - _LONGEST), last + 1):
        phrase = " ".join(word.lower for word in words[first : last + 1])
        post = OFFICES.get(phrase)
        if post:
            return Office(first, last, post)
    return Office(last, last, word) if word in CALLINGS else None


def modifiers(words: Sequence[Token], office: Office, floor: int = 0) -> int:
    """Return the index where the modifiers of an office begin: ``Kremlin``, ``the North Korean``, ``Russian President's``."""
    first = office.first
    while first > floor:
        word = words[first - 1]
        plain = word.tag in {Tag.CAPITAL, Tag.POSSESSIVE} or word.lower in RANKING or word.lower in _WITHIN
        initials = word.text.endswith(".") and word.text[:1].isupper()
        if plain or initials:
            first -= 1
        elif word.lower == "of" and first - 2 >= floor and words[first - 2].text in TAKES_OF and words[first].tag is Tag.CAPITAL:
            first -= 2
        elif word.tag is Tag.COMMA and _after_state(words, first - 1, floor):
            first -= 3
        else:
            break
    while first < office.first and words[first].tag is Tag.POSSESSIVE:
        first += 1
    return first


def _after_state(words: Sequence[Token], comma: int, floor: int) -> bool:
    """Return whether the comma closes a state after a county or town, as in ``the Adams County, Ohio, coroner``."""
    if comma - 3 < floor or words[comma - 2].tag is not Tag.COMMA:
        return False
    entry = gazetteer().places.get(words[comma - 1].text)
    return entry is not None and words[comma - 3].tag is Tag.CAPITAL


def bodies(words: Sequence[str]) -> tuple[str, ...]:
    """Return whose an office is, from the words around it: countries behind demonyms and seats, else the capitalised words.

    ``Kremlin`` and ``Russian`` both give ``Russia``, so that two outlets' words for one office can be compared.
    """
    found: list[str] = []
    known = gazetteer()
    place = 0
    while place < len(words):
        for size in range(min(known.longest, len(words) - place), 0, -1):
            entry = known.find(" ".join(words[place : place + size]))
            if entry:
                found.append(entry.country or entry.full)
                place += size
                break
        else:
            if words[place][:1].isupper() and words[place].lower() not in RANKING:
                found.append(words[place])
            place += 1
    return tuple(dict.fromkeys(found))
