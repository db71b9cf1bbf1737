"""Offices given to a name: right before it, before a comma, or in apposition after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.mentions import Run
from tui.details.names.offices import Office, modifiers, office_ending
from tui.language.gazetteer import given_names
from tui.language.people import CALLINGS
from tui.language.tokens import Tag, Token

APPOSITION: Final = 12
"""The most words of an office with its modifiers."""
_ADJECTIVES: Final = 3
_STOPS: Final = frozenset({Tag.AUXILIARY, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.QUOTE, Tag.MARK, Tag.PRONOUN, Tag.CONJUNCTION})
_BELONGS: Final = frozenset({"of", "for", "at", "to", "in", "with"})


@dataclass(frozen=True, slots=True)
class Holding:
    """An office that a sentence gives to somebody or prints alone."""

    first: int
    """The index of its first token, modifiers included."""
    last: int
    """The index of its last token, ``of …`` included."""
    post: str
    """Its plain form."""
    noun: tuple[int, int]
    """The first and last token of its noun."""

    @property
    def calling(self) -> bool:
        """True for a calling or kin (``coroner``, ``son``) in place of an office."""
        return self.post in CALLINGS


def office_before(run: Run, tokens: Sequence[Token]) -> list[Holding]:
    """Return the office in lower case right before a name, or before a comma and the name set off by commas."""
    last = run.first - 1
    closed = run.last + 1 >= len(tokens) or tokens[run.last + 1].tag in {Tag.COMMA, Tag.MARK, Tag.PREPOSITION}
    set_off = tokens[last].tag is Tag.COMMA and closed
    if tokens[last].tag is Tag.COMMA and not set_off:
        return []
    last -= set_off
    office = office_ending(tokens, last, 0) if last >= 0 else None
    if office is None or (tokens[office.last].text[0].isupper() and tokens[office.last].text in given_names()):
        return []
    start = modifiers(tokens, office, max(0, office.first - APPOSITION))
    lead = start - 1
    while set_off and lead >= 0 and start - lead <= _ADJECTIVES and tokens[lead].tag is Tag.WORD:
        lead -= 1
    if set_off and (lead < 0 or tokens[lead].tag not in {Tag.DETERMINER, Tag.POSSESSIVE}):
        return []
    return [Holding(start, office.last, office.post, (office.first, office.last))]


def office_after(last: int, tokens: Sequence[Token]) -> list[Holding]:
    """Return the office in apposition after a name: ``, the former attorney general who``, ``, 45, a spokesman for X,``."""
    place = last + 1
    if place >= len(tokens) or tokens[place].tag is not Tag.COMMA:
        return []
    place += 1
    if place + 1 < len(tokens) and tokens[place].tag is Tag.NUMBER and tokens[place + 1].tag is Tag.COMMA:
        place += 2
    if place < len(tokens) and tokens[place].tag is Tag.DETERMINER:
        place += 1
    modified, office = _first_office(tokens, place)
    if office is None or (tokens[office.last].tag is Tag.CAPITAL and tokens[office.last].text in given_names()):
        return []
    return [Holding(modified, _belonging(office.last, tokens), office.post, (office.first, office.last))]


def _first_office(tokens: Sequence[Token], start: int) -> tuple[int, Office | None]:
    """Return the office in which the phrase from ``start`` to the next mark, verb or preposition ends, and where that begins."""
    place = start
    while place < len(tokens) and place - start < APPOSITION:
        token = tokens[place]
        if token.tag in _STOPS or token.tag in {Tag.COMMA, Tag.PREPOSITION}:
            break
        place += 1
    if place == start or (place < len(tokens) and tokens[place].tag is Tag.CONJUNCTION):
        return start, None
    office = office_ending(tokens, place - 1, start)
    for longer in range(place, min(place + 4, len(tokens))):
        beyond = office_ending(tokens, longer, start)
        office = beyond if beyond and beyond.first < place < beyond.last else office
    if office is None:
        return start, None
    verbal = any(t.tag in {Tag.WORD, Tag.ADVERB} and t.lower.endswith(("ed", "ing")) for t in tokens[start : office.first])
    return office.first if verbal else start, office


def _belonging(last: int, tokens: Sequence[Token]) -> int:
    """Return the index at which ``of the CREEP Finance Committee`` after an office ends, else ``last``."""
    place = last + 1
    if place >= len(tokens) or tokens[place].lower not in _BELONGS:
        return last
    place += 1
    if place < len(tokens) and tokens[place].tag is Tag.DETERMINER:
        place += 1
    first = place
    while place < len(tokens) and (tokens[place].tag is Tag.CAPITAL or (place > first and tokens[place].tag is Tag.POSSESSIVE)):
        place += 1
    return place - 1 if place > first else last
