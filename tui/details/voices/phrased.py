"""Attributions whose cue is a phrase: a verb with a noun of speech, a noun with its owner, a state of mind."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.details.phrases import Span, phrase_left, subject, verb_group
from tui.details.voices.contents import Said, after, ending
from tui.details.voices.report import Report
from tui.language.lemmas import is_past
from tui.language.speech import COPULAS, NOUNS, SPOKEN_PREPOSITIONS, STATES, Cue, light_verbs, spoken_nouns
from tui.language.tokens import Tag, Token

_STANCE: Final = frozenset({Cue.STANCE})
_CLAUSE: Final = frozenset({"that", "to", "if", "whether", "how", "why", "what"})
_PERFECT: Final = frozenset({"has", "have", "had", "having"})
_INSIDE: Final = frozenset({Tag.DETERMINER, Tag.WORD, Tag.ADVERB, Tag.NUMBER, Tag.CAPITAL})
_REACH: Final = 6  # tokens from a light verb to behind its noun
_ADJECTIVES: Final = 3  # words between an owner and its noun
_EMPTY: Final = frozenset({"it", "this", "that", "there", "which"})


def phrased(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield every attribution of a sentence whose cue is a phrase."""
    limit = ending(tokens)
    for place in range(1, limit - 2):
        lower = tokens[place].lower
        rules = (
            (_light, lower in light_verbs()),
            (_state, lower in STATES),
            (_owned, lower in spoken_nouns() or lower in NOUNS),
        )
        found = (rule(tokens, place, limit) for rule, opens in rules if opens)
        yield from (report for report in found if report is not None)


def _light(tokens: Sequence[Token], place: int, limit: int) -> Report | None:
    """Return the attribution of ``made a promise to``, ``took a swipe at``."""
    if tokens[place].lower in _PERFECT and any(is_past(t.lower) for t in tokens[place + 1 : place + 3] if t.tag is Tag.WORD):
        return None
    noun = _spoken_noun(tokens, place, limit)
    source = subject(tokens, verb_group(tokens, place)) if noun else None
    if noun is None or source is None:
        return None
    clause = tokens[noun + 1].lower in _CLAUSE or tokens[noun + 1].tag is Tag.QUOTE
    content = after(tokens, noun + 1 + (not clause), _STANCE)
    return Report(source, (place, noun), Said(content)) if content else None


def _spoken_noun(tokens: Sequence[Token], place: int, limit: int) -> int | None:
    """Return where the noun of speech behind a light verb stands, with what it is about after it; else ``None``."""
    for ahead in range(place + 1, min(place + _REACH, limit - 1)):
        following = tokens[ahead + 1]
        if tokens[ahead].lower in spoken_nouns() and (following.lower in SPOKEN_PREPOSITIONS or following.tag is Tag.QUOTE):
            return ahead
        if tokens[ahead].tag not in _INSIDE and tokens[ahead].lower not in {"in", "out"}:
            return None
    return None


def _state(tokens: Sequence[Token], place: int, limit: int) -> Report | None:
    """Return the attribution of ``is confident that``, ``seemed keen to``, ``are critical of``: what somebody thinks or feels."""
    verb = place - 1
    while verb > 0 and tokens[verb].tag is Tag.ADVERB:
        verb -= 1
    following = tokens[place + 1] if place + 2 < limit else None
    if following is None or not (tokens[verb].lower in COPULAS or tokens[verb].lower.endswith("n't")):
        return None
    clause = following.tag is Tag.PRONOUN or following.lower in _CLAUSE
    source = subject(tokens, verb_group(tokens, verb)) if clause or following.lower in SPOKEN_PREPOSITIONS else None
    if source is None or tokens[source[0]].lower in _EMPTY:
        return None
    content = after(tokens, place + 1 + (not clause), _STANCE | {Cue.SAYING} if clause else _STANCE)
    return Report(source, (place, place), Said(content), attitude=True) if content else None


def _owned(tokens: Sequence[Token], place: int, limit: int) -> Report | None:
    """Return the attribution of ``the mayor's claim that``, ``her long support for``."""
    following = tokens[place + 1].lower
    spoken = tokens[place].lower in spoken_nouns() and following in SPOKEN_PREPOSITIONS
    source = _owner(tokens, place) if spoken or following == "that" else None
    if source is None:
        return None
    content = after(tokens, place + 1 + (following not in {"that", "to"}), _STANCE)
    return Report(source, (place, place), Said(content)) if content and content[0] < limit else None


def _owner(tokens: Sequence[Token], noun: int) -> Span | None:
    """Return whose noun it is: the phrase before ``'s``, or ``his``; ``None`` for nobody's."""
    at = noun - 1
    while at > 1 and noun - at <= _ADJECTIVES and tokens[at].tag in {Tag.WORD, Tag.ADVERB}:
        at -= 1
    if tokens[at].tag is Tag.POSSESSIVE:
        return phrase_left(tokens, at - 1)
    return (at, at) if tokens[at].lower in {"his", "her", "their", "its", "my", "our"} else None
