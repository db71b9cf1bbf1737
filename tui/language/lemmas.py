"""Base forms of English nouns and verbs by rule, with the irregular ones in tables."""

import re
from functools import cache, lru_cache
from typing import Final

from tui.language.tables import lexicon, rows

_SINGULAR_S: Final = lexicon("""
    news politics economics physics mathematics athletics sports series species headquarters means crossroads barracks
    gallows this his its us is was has as gas bus plus virus campus census consensus bonus focus minus status citrus
    genius chaos kudos analysis crisis basis thesis emphasis diagnosis hypothesis paralysis synthesis oasis mass class
    glass grass pass loss boss cross dress press process progress access success congress business witness illness
    address express mattress fortress princess actress hostess mistress waitress stress less unless across always
    perhaps besides sometimes afterwards towards apparatus christmas texas kansas arkansas paris iris tennis venus jesus
    lens alas pancreas canvas atlas bias yes thus nexus corpus radius diabetes rabies measles mumps herpes scissors
    trousers pants jeans
""")
"""Words that end like a plural and are none."""
_UNMARKED: Final = lexicon("""
    people men women children police personnel staff crew cattle aircraft spacecraft feet teeth mice geese media criteria
    phenomena bacteria dice oxen fish sheep deer dead wounded injured missing homeless others alumni passersby spokespeople
""")
"""Words that count like a plural without its ending."""


ING_NOUNS: Final = lexicon("""
    meeting building hearing funding spending shooting killing bombing ruling briefing gathering filing warning
    wedding feeling finding offering opening beginning crossing landing training trading banking housing parking
    training polling advertising lobbying mining fighting fundraising rating reading showing sibling stabbing
    beating hunting fishing boarding recording screening setting standing understanding undertaking volunteering
    voting writing morning evening ceiling earning wing king thing spring string ring
""")
"""Words in ``ing`` that are nouns at least as often as verbs."""
_LIKE_PREPOSITIONS: Final = lexicon("including according regarding concerning following during pending barring excluding")
_ONLY_ED: Final = lexicon("""
    hundred naked sacred wicked rugged beloved kindred hatred infrared aged blessed wretched crooked ragged jagged united moped
    biped sled bobsled watershed bloodshed homestead retired talented gifted
""")
"""Words in ``ed`` that are no verb forms, or stand as adjectives nearly always."""


@cache
def _plurals() -> dict[str, str]:
    """Return the singular of every plural that the endings do not tell."""
    return {plural: singular for plural, singular, *_ in rows("tui.language", "plurals.tsv")}


def _inflections(base: str) -> tuple[str, ...]:
    """Return the regular forms of a verb."""
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base[:-1]}ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    if _DOUBLED.fullmatch(base):
        return base, f"{base}s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"
    plural = f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"
    return base, plural, f"{base}ed", f"{base}ing"


def regular_past(base: str) -> str:
    """Return the past form and participle of a verb that is regular, its last letter doubled where the table says so."""
    own = next((others for known, *others in rows("tui.language", "verbs.tsv") if known == base), [])
    return next((word for word in " ".join(own).split() if word.endswith("ed")), _inflections(base)[2])


@cache
def verb_forms() -> dict[str, str]:
    """Return every form of some eight hundred verbs of the news with its base; an irregular form outranks a regular one."""
    forms: dict[str, str] = {}
    irregular: dict[str, str] = {}
    for base, *others in rows("tui.language", "verbs.tsv"):
        forms |= dict.fromkeys(_inflections(base), base)
        irregular |= dict.fromkeys(" ".join(others).split(), base)
    return forms | irregular


_DOUBLED: Final = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]|(?:qu|squ)[ai][tp]")
"""Verbs of one syllable that double their last letter: ``nab``, ``plan``, ``trap``."""
_MUTE_E: Final = re.compile(r"(?:[^eo]at|iz|v|c|u|rs|ns|ls|[^aeiou]ag|dg|ir|ur|[aeiouy]s|[bcdfgkpstz]l)$")
"""How the stems of verbs end that have a mute ``e`` in their base, as far as endings tell."""
_SHORT: Final = 4


@lru_cache(maxsize=16384)
def noun_base(word: str) -> str:
    """Return the singular of a noun in lower case; a word that is no plural comes back as it is."""
    lower = word.lower().removesuffix("'s").removesuffix("'")
    if lower in _plurals():
        return _plurals()[lower]
    if lower in _SINGULAR_S or not lower.endswith("s") or lower.endswith(("ss", "us", "is")) or len(lower) < _SHORT:
        return lower
    if lower.endswith("ies"):
        return f"{lower[:-3]}y"
    if lower.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return lower[:-2]
    return lower[:-1]


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun."""
    lower = word.lower()
    if lower in _UNMARKED:
        return True
    if lower in _SINGULAR_S or len(lower) < _SHORT or lower.endswith(("'s", "ss", "us", "is")):
        return False
    return lower.endswith("s") or (lower in _plurals() and lower != "person")


@lru_cache(maxsize=16384)
def verb_base(word: str) -> str | None:
    """Return the base of a form of a verb, ``None`` for a word that is no verb as far as is known.

    Known are the verbs of the table, they again behind ``re``, ``over``, ``un`` and ``mis``, and what ends in ``ed``.
    """
    lower = word.lower()
    known = verb_forms().get(lower)
    if known or len(lower) < _SHORT or not lower.isalpha():
        return known
    for prefix in ("re", "over", "un", "mis"):
        base = verb_forms().get(lower.removeprefix(prefix)) if lower.startswith(prefix) else None
        if base and len(base) > 3:  # noqa: PLR2004 - a full verb
            return f"{prefix}{base}"
    return _guessed(lower)


def _guessed(word: str) -> str | None:
    """Return the base that a word in ``ed`` would have, ``None`` for a word that only ends so."""
    if not word.endswith("ed") or word.endswith("eed") or word in _ONLY_ED or len(word) <= _SHORT:
        return None
    stem = word[:-2]
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return f"{stem}e" if _MUTE_E.search(stem) else stem


def is_past(word: str) -> bool:
    """Whether a word is a past form or participle."""
    lower = word.lower()
    base = verb_base(lower)
    return (
        base is not None
        and lower != base
        and not lower.endswith("ing")
        and lower not in {f"{base}s", f"{base}es", f"{base[:-1]}ies"}
    )


def is_gerund(word: str) -> bool:
    """Whether a word is the ``-ing`` form of a known verb."""
    lower = word.lower()
    return lower.endswith("ing") and lower not in _LIKE_PREPOSITIONS and verb_base(lower) is not None
