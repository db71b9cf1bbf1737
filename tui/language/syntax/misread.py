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
