"""Speakers: whom the source of an attribution names, with pronouns resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.cast import Mention, Scene
from tui.details.names.clusters import Group
from tui.details.names.sorts import NameSort
from tui.details.phrases import Span
from tui.language.people import GENDERED
from tui.language.tokens import Tag, Token

_BACK: Final = 8
_SPEAKING: Final = frozenset({NameSort.PERSON, NameSort.ORGANISATION, NameSort.OTHER, NameSort.PLACE})
_PERSONAL: Final = frozenset({"he", "she", "him", "her", "his", "he's", "she's", "he'd", "she'd"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source names."""

    group: Group | None
    """The person or body; ``None`` for an unnamed source."""
    named: bool
    """True where the article names the source, here or where a pronoun points."""


NOBODY: Final = Speaker(None, named=False)


def speaker_of(
    scene: Scene, place: int, source: Span | None, heard: Sequence[Group | None], quoted: Sequence[Span] = ()
) -> Speaker:
    """Return whom a source names; ``heard`` has for each earlier sentence the last person who spoke in it.

    ``quoted`` are the tokens of the sentence that stand in quotation marks: whoever speaks them does not name himself there.
    """
    if source is None:
        return NOBODY
    words = scene.sentences[place].tokens[source[0] : source[1] + 1]
    head = words[0].lower
    if len(words) == 1 and head in _PERSONAL:
        group = person_meant(scene, place, source[0], GENDERED.get(head.partition("'")[0], ""), heard, quoted)
        return Speaker(group, named=group is not None)
    found = _head(scene.mentions[place], source, scene.sentences[place].tokens)
    return Speaker(found.group, named=True) if found else NOBODY


def _head(mentions: Sequence[Mention], source: Span, tokens: Sequence[Token]) -> Mention | None:
    """Return the name that a source phrase is about: a person first, then a body, not one that another noun belongs to."""
    inside = [m for m in mentions if source[0] <= m.first and m.last <= source[1] and m.group.sort in _SPEAKING]
    heads = sorted((m for m in inside if _heads(m, source, tokens)), key=lambda m: m.epithet)
    for sort in (NameSort.PERSON, NameSort.ORGANISATION, NameSort.OTHER, NameSort.PLACE):
        for mention in heads:
            if mention.group.sort is sort and (sort is not NameSort.PLACE or mention.first <= source[0] + 1):
                return mention
    return None


def _heads(mention: Mention, source: Span, tokens: Sequence[Token]) -> bool:
    """Return whether a name is the head of a source phrase: no possessive, no noun after it, no preposition before it."""
    after = tokens[mention.last + 1] if mention.last < source[1] else None
    if after is not None and (after.tag in {Tag.POSSESSIVE, Tag.WORD, Tag.CAPITAL, Tag.NUMBER} and not mention.epithet):
        return False
    first = min([mention.first, *(seat.first for seat in mention.chairs if seat.first <= mention.first)])
    for before in range(first - 1, source[0] - 1, -1):
        if tokens[before].tag is Tag.PREPOSITION:
            return False
        if tokens[before].tag is Tag.COMMA:
            return (
                not any(t.tag is Tag.PREPOSITION and t.lower in {"for", "with", "at"} for t in tokens[source[0] : before])
                or before > first - 3
            )
    return True


def person_meant(  # noqa: PLR0913, PLR0917 - the pronoun with its place, and whom it can mean
    scene: Scene, place: int, token: int, gender: str, heard: Sequence[Group | None], quoted: Sequence[Span] = ()
) -> Group | None:
    """Return the person whom ``he`` or ``she`` at ``token`` of a sentence means.

    First who stands before it as a subject in its own sentence, then, sentence by sentence backwards, who spoke last and who was
    named first, each only where the gender fits.
    """
    here = [
        m
        for m in scene.mentions[place]
        if m.last < token and _fits(m.group, gender) and not any(a <= m.first <= b for a, b in quoted)
    ]
    subjects = [m for m in here if _leads(m, scene.sentences[place].tokens)]
    if subjects:
        return subjects[0].group
    for back in range(place - 1, max(-1, place - _BACK), -1):
        spoke = heard[back]
        if spoke is not None and _fits(spoke, gender):
            return spoke
        named = [m for m in scene.mentions[back] if _fits(m.group, gender)]
        leading = [m for m in named if _leads(m, scene.sentences[back].tokens)]
        if leading or named:
            return (leading or named)[0].group
    return here[0].group if here else None


def _fits(group: Group, gender: str) -> bool:
    """Return whether a group is a person whose gender does not contradict."""
    return group.sort is NameSort.PERSON and (not gender or not group.gender or group.gender == gender)


def _leads(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Return whether a name stands where a subject does: no preposition before it and no possessive after it."""
    first = min([mention.first, *(seat.first for seat in mention.chairs if seat.first <= mention.first)])
    before = first - 1
    while before >= 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    owner = after is not None and after.tag is Tag.POSSESSIVE
    return not owner and (before < 0 or tokens[before].tag is not Tag.PREPOSITION)
