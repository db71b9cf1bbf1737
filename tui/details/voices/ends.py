"""Where what a source is made to say ends."""

from collections.abc import Sequence
from typing import Final

from tui.details.phrases import phrase_right
from tui.language.closed import CALENDAR
from tui.language.lemmas import is_past
from tui.language.speech import cues
from tui.language.tokens import Tag, Token

_PLAIN_PAST: Final = frozenset({"said", "told", "wrote"})
_CIRCUMSTANCES: Final = frozenset(
    ["when", "while", "because", "although", "though", "unless", "since", "before", "after", "during", "following", "amid"]
)
_GOING_ON: Final = frozenset({"and", "or", "which", "who", "with", "the", "in", "because"})
_BREAKS: Final = frozenset(
    {Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.RELATIVE, Tag.PRONOUN, Tag.AUXILIARY}
)
_LIST: Final = 6
_DASHES: Final = frozenset({"\u2014", "\u2013", "--"})
"""Dashes; a lone one ends a clause that is said, two of them hold an aside."""


def clause_end(tokens: Sequence[Token], start: int, limit: int, *, noun: bool) -> int:
    """Return the index before which a clause or noun phrase that begins at ``start`` ends."""
    inside = False
    for place in range(start, limit):
        token = tokens[place]
        if token.tag is Tag.QUOTE:
            inside = not inside
            if not inside and tokens[place - 1].tag is Tag.COMMA and not _goes_on(tokens, place + 1, limit):
                return place + 1
        if inside or place == start:
            continue
        if noun and (token.text == ":" or _occasion(tokens, place, limit)):
            return place
        if not noun and token.text in _DASHES and not any(t.text in _DASHES for t in tokens[place + 1 : limit]):
            return place
        if token.text == ";" or (token.lower in {"and", "but"} and next_cue(tokens, place + 1, limit)):
            return place
        if token.tag is Tag.COMMA and place + 1 < limit and _ends_at_comma(tokens, place, limit, noun=noun):
            return place
    return limit


def _occasion(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether a time, an occasion or a way of doing begins that no longer belongs to a noun phrase."""
    token, following = tokens[place], tokens[place + 1].lower if place + 1 < limit else ""
    if token.lower in _CIRCUMSTANCES:
        return True
    dated = token.lower in {"on", "in", "since"} and following in CALENDAR
    day = token.tag is Tag.CAPITAL and token.lower in CALENDAR and tokens[place - 1].tag in {Tag.WORD, Tag.CAPITAL}
    return dated or day or (token.lower == "by" and following.endswith("ing"))


def _lists(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether a list goes on at ``place``: a few words, then ``and``."""
    for ahead in range(place, min(place + _LIST, limit)):
        token = tokens[ahead]
        if token.lower in {"and", "or"}:
            return ahead > place
        if token.tag in {Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.QUOTE}:
            return False
    return False


def _goes_on(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether a clause goes on behind quoted words that end in a comma."""
    return place < limit and tokens[place].lower in _GOING_ON


def next_cue(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether ``and`` is followed by the next reporting verb of the same source: ``criticized him and said``."""
    while place < limit and tokens[place].tag is Tag.ADVERB:
        place += 1
    if place >= limit or tokens[place].lower not in cues():
        return False
    lower = tokens[place].lower
    return lower.endswith(("ed", "ing")) or lower in _PLAIN_PAST or (lower.endswith("s") and place + 1 < limit)


def _ends_at_comma(tokens: Sequence[Token], comma: int, limit: int, *, noun: bool) -> bool:
    """Return whether the words after a comma no longer belong to what is said."""
    following = tokens[comma + 1]
    if following.lower in {"but", "according", "while"} or (following.lower.endswith("ing") and following.lower in cues()):
        return True
    if following.lower == "and" and next_cue(tokens, comma + 2, limit):
        return True
    if following.tag is Tag.WORD and is_past(following.lower) and following.lower in cues():
        return True
    if noun and not _lists(tokens, comma + 1, limit):
        participle = following.lower.endswith(("ing", "ed")) and comma + 2 < limit and tokens[comma + 2].tag is not Tag.WORD
        if participle or following.lower == "a" or (following.tag in _BREAKS and following.lower not in {"like", "including"}):
            return True
    phrase = phrase_right(tokens, comma + 1, limit)
    if phrase is None or phrase[1] + 1 >= limit:
        return False
    cue = tokens[phrase[1] + 1]
    return cue.lower in {"said", "says", "added", "told"} and (
        phrase[1] + 2 >= limit or tokens[phrase[1] + 2].tag in {Tag.COMMA, Tag.MARK}
    )
