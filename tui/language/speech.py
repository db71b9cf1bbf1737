"""Verbs and nouns of saying, thinking and taking sides: the cues of attributions, with all their forms."""

from enum import StrEnum
from functools import cache
from typing import Final

from tui.language.tables import row, table


class Cue(StrEnum):
    """What a cue takes as its content; the rows of the table of verbs."""

    SAYING = "saying"
    """A clause, a quotation, or a clause before it: ``said``, ``noted``."""
    TELLING = "telling"
    """A hearer first, then as ``SAYING``: ``told``, ``warned``."""
    FINDING = "finding"
    """A clause with ``that`` or a question word, or a quotation; elsewhere it means something else: ``found``."""
    STANCE = "stance"
    """A noun or an infinitive: ``criticized``, ``endorsed``, ``vowed``."""
    WISH = "wish"
    """An infinitive with ``to``, else no cue: ``wants``, ``plans``."""


NOUNS: Final = row("speech", "noun")
"""Nouns that carry what somebody says, as in ``the claim that``."""
HOMOGRAPHS: Final = row("speech", "homograph")
"""Verbs whose base form is a noun too."""
EVIDENCE: Final = row("speech", "evidence")
"""Nouns for what shows something without a speaker: polls, records."""
PRESS: Final = row("speech", "press")
"""Nouns that stand alone for a source before the colon of a headline."""
STATES: Final = row("speech", "state")
"""Adjectives that tell what somebody thinks or feels of something: ``confident``, ``critical``."""
COPULAS: Final = row("speech", "copula")
"""Forms of the verbs before such an adjective."""
SPOKEN_PREPOSITIONS: Final = row("speech", "spoken-preposition")
"""What ties a noun of speech or such an adjective to what it is about."""
_DOUBLED: Final = row("speech", "doubled")
_VOWELS: Final = "aeiou"


def forms(verb: str) -> tuple[str, ...]:
    """Return the inflected forms of a regular verb: ``note``, ``notes``, ``noted``, ``noting``."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    base = verb + verb[-1] if verb in _DOUBLED else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    return verb, third, f"{base}ed", f"{base}ing"


def _forms_of(entry: str) -> set[str]:
    """Return every form of a verb of a table: its regular forms and the irregular ones behind slashes."""
    base, *irregular = entry.split("/")
    return {form.partition("_")[0] for form in (*forms(base), *irregular)}


@cache
def light_verbs() -> frozenset[str]:
    """Return the forms of verbs that say little beside a noun of speech: ``made a promise``."""
    return frozenset(form for entry in table("speech")["light"] for form in _forms_of(entry))


@cache
def spoken_nouns() -> frozenset[str]:
    """Return nouns that carry what somebody says or thinks, in both numbers: ``remark``, ``remarks``."""
    nouns = table("speech")["spoken-noun"]
    plurals = (f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in _VOWELS else f"{noun}s" for noun in nouns)
    return frozenset((*nouns, *plurals))


@cache
def cues() -> dict[str, dict[str, tuple[str, frozenset[Cue]]]]:
    """Return form of the verb → particle after it, empty for none → the base form and what it takes."""
    found: dict[str, dict[str, tuple[str, frozenset[Cue]]]] = {}
    for sort in Cue:
        for entry in table("speech")[sort]:
            base, *irregular = entry.split("/")
            verb, _, particle = base.partition("_")
            for form in {*forms(verb), *(form.partition("_")[0] for form in irregular)}:
                taken = found.setdefault(form, {})
                lemma, sorts = taken.get(particle, (base.replace("_", " "), frozenset()))
                taken[particle] = lemma, sorts | {sort}
    return found
