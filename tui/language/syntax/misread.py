"""Misread: words taken for verbs or prepositions that their neighbours show to be nouns or parts of a verb."""

import re
from collections.abc import Sequence
from typing import Final

from tui.language.lemmas import noun_base
from tui.language.people import CALLINGS
from tui.language.syntax.lexicon import level
from tui.language.syntax.parts import Form, Part
from tui.language.syntax.tagging import Tagged

_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_PARTICLES: Final = frozenset({"over", "off", "down", "out", "on"})


def counted(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether what is read as a verb is the noun that a figure counts: *brought up 15 bills*."""
    token, before = tokens[place], tokens[place - 1] if place else None
    plural = token.form is Form.PRESENT and token.lower.endswith("s") and level(noun_base(token.lower), "n") is not None
    return plural and before is not None and before.part is Part.NUMBER and not _YEAR.fullmatch(before.lower)


def adrift(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a preposition between a verb and another one belongs to the verb: *was pulled over for speeding*."""
    verbal = place > 0 and tokens[place - 1].part in {Part.VERB, Part.BARE, Part.PARTICIPLE, Part.GERUND}
    ahead = place + 1 < len(tokens) and tokens[place + 1].part is Part.PREPOSITION
    return verbal and ahead and tokens[place].lower in _PARTICLES and tokens[place + 1].lower != "of"


def calling(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether what is read as a verb is the calling before a name: *the harbour guard Karl Brandt*."""
    token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    described = place > 0 and tokens[place - 1].part in {Part.NOUN, Part.ADJECTIVE, Part.DETERMINER}
    return described and token.lower in CALLINGS and after is not None and after.part is Part.NAME


_VERBAL: Final = frozenset({Part.VERB, Part.BARE, Part.PARTICIPLE, Part.GERUND})
_BEFORE_VERB: Final = frozenset({Part.BE, Part.HAVE, Part.SUBJECT, Part.NOUN, Part.NAME, Part.TO, Part.SUBORDINATOR, Part.MODAL})
_THINGS: Final = frozenset({Part.NOUN, Part.NAME, Part.ADJECTIVE, Part.NUMBER, Part.DETERMINER, Part.PRONOUN, Part.PARTICIPLE})


def called_so(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether what is read as a gerund is a noun, an article before it and nothing that it could act on behind it."""
    before = place - 1
    while before > 0 and tokens[before].part is Part.ADJECTIVE:
        before -= 1
    ahead = place + 1 < len(tokens) and tokens[place + 1].part in _THINGS
    return (
        before >= 0
        and tokens[before].lower in {"a", "an", "the", "this", "that"}
        and tokens[before].part is Part.DETERMINER
        and not ahead
    )


def beside_verb(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether *first*, *last* or *all* stands beside a verb like an adverb: *was first published*, *had all left*."""
    token = tokens[place]
    if token.lower not in {"first", "last", "all", "both", "each"} or not place or place + 1 == len(tokens):
        return False
    before, after = tokens[place - 1].part, tokens[place + 1].part
    if token.lower in {"first", "last"}:
        return before in _BEFORE_VERB and after in _VERBAL
    return before in {Part.BE, Part.HAVE, Part.MODAL} and after in _VERBAL | {Part.BE, Part.HAVE}


def demonstrates(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a *that* that seems to open a clause is its subject: *That is a high price*."""
    if tokens[place].lower != "that" or place + 1 == len(tokens):
        return False
    opens = place == 0 or tokens[place - 1].part is Part.COORDINATOR or tokens[place - 1].text in {'"', ".", ":", ";"}
    return opens and tokens[place + 1].part in {Part.BE, Part.HAVE, Part.DO, Part.MODAL}
