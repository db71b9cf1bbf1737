"""Deeds: what a clause tells under all its wordings: *file charges* is to charge, *lead to a flood* is to cause one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon, rows

_EMPTY: Final = lexicon("""
    file make take give have receive suffer sustain bring press carry conduct hold issue do undergo complete finish
""")
"""Verbs that leave it to their object to say what is done."""
_UNDERGOES: Final = lexicon("suffer sustain undergo receive")
"""Those whose subject it befalls: who suffers an injury is injured."""
_BEFALLS: Final = frozenset({"of", "to", "against", "on", "with", "for"})

_NOBODY: Final = lexicon("nobody one no-one")
_MEASURES: Final = lexicon("""
    metre meter foot feet ft kilometre kilometer km mile yard inch centimetre centimeter degree percent point storey story floor
""")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a clause tells."""

    verb: str
    """The verb that says it, in its base form."""
    patients: tuple[Phrase, ...]
    """Whom or what it befalls, with all that stands in one list with it."""


@cache
def _nominals() -> dict[str, str]:
    """Return the verb of each noun that tells what a verb tells."""
    return {noun: verb for verb, nouns in rows("tui.language", "nominals.tsv") for noun in nouns.split()}


@cache
def _kin() -> dict[str, str]:
    """Return the kind of each verb of the table, by the verb or by the verb and its preposition."""
    return {verb: name for name, verbs in rows("tui.language", "kin.tsv") for verb in verbs.split()}


def kind_of(verb: str) -> str:
    """Return the name of the kind of deed that a verb tells, the verb itself where it is in no table."""
    return _kin().get(verb, verb)


def named_deeds() -> Mapping[str, str]:
    """Return the verb of every noun that tells what a verb tells."""
    return _nominals()


def named_deed(noun: str) -> str:
    """Return the verb of a noun that tells what a verb tells: ``arrest``, ``arrive`` for *arrival*; empty for other nouns."""
    return _nominals().get(noun, "")


def wholly_denied(predicate: Predicate) -> str:
    """Return the verb of what a clause denies of everybody, in its base form; empty where it denies of one or affirms.

    So *charge* for ``no charges have been filed``, *injure* for ``no injuries were reported`` and for ``nobody was injured``.
    """
    own, passive = predicate.patient or (predicate.agent if predicate.complement else None), predicate.group.passive
    if not predicate.denied or own is None or any(a.preposition in _BEFALLS for a in predicate.arguments):
        return ""
    if own.determiner == "no" and own.base != "one":
        idle = predicate.verb in _EMPTY or predicate.complement == own.base or (passive and predicate.verb == "report")
        return _nominals().get(own.base, "") if idle else ""
    return (
        predicate.verb
        if passive and own.base in _NOBODY and (own.pronoun or own.determiner == "no" or own.base == "no-one")
        else ""
    )


def measured(phrase: Phrase) -> bool:
    """Return whether a phrase tells how far and not what: ``200 metres`` in *fell 200 metres*."""
    return phrase.base in _MEASURES and not phrase.named and not phrase.pronoun


def deed(predicate: Predicate) -> Deed:
    """Return what a clause tells, with whom it befalls."""
    if predicate.complement:
        return Deed(predicate.complement, ())
    own = predicate.patient if predicate.patient is not None and not measured(predicate.patient) else None
    patients = () if own is None else (own, *predicate.listed)
    particle = predicate.group.particle
    if own is not None and predicate.verb in _EMPTY and own.base in _nominals() and not particle:
        undergone = predicate.agent if predicate.verb in _UNDERGOES else None
        return Deed(_nominals()[own.base], _befallen(predicate) if undergone is None else (undergone,))
    idioms = [f"{predicate.verb}_{x.preposition}_{x.phrase.base}" for x in predicate.arguments]
    idiom = next((name for name in (f"{predicate.verb}_{particle}", *idioms) if name in _kin()), "")
    if idiom:
        return Deed(idiom, patients)
    return Deed(predicate.verb, patients) if own is not None else _bare(predicate, patients)


def _bare(predicate: Predicate, patients: tuple[Phrase, ...]) -> Deed:
    """Return what a clause with no object tells: *run afoul of*, *fire at*, else its verb."""
    fixed = next((f"{predicate.verb}_{word}" for word in predicate.adverbs if f"{predicate.verb}_{word}" in _kin()), "")
    if fixed:
        return Deed(fixed, _befallen(predicate))
    for argument in predicate.arguments:
        led = f"{predicate.verb}_{argument.preposition}"
        if led in _kin():
            return Deed(led, (argument.phrase,))
    return Deed(predicate.verb, patients)


def _befallen(predicate: Predicate) -> tuple[Phrase, ...]:
    """Return whom a clause says by a preposition that its deed befalls."""
    return tuple(a.phrase for a in predicate.arguments if a.preposition in _BEFALLS)[:1]
