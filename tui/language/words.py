"""Words of a folded text with their places and stems."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import Stemmer

from tui.language.tables import rows

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The word as it stands in the folded text."""
    stem: str
    """Its Snowball stem in lower case, the possessive ``'s`` taken off."""


@cache
def _stemmer() -> Stemmer.Stemmer:
    """Return the Snowball stemmer for English (Porter 2001)."""
    return Stemmer.Stemmer("english")


@cache
def _irregular() -> dict[str, str]:
    """Return the base of every verb form and plural that the endings do not tell."""
    forms = {form: base for base, *forms in rows("tui.language", "verbs.tsv") for form in " ".join(forms).split()}
    return forms | {plural: singular for plural, singular, *_ in rows("tui.language", "plurals.tsv")}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one word, in lower case; an irregular form has the stem of its base, ``gave`` that of ``give``."""
    lower = word.lower().removesuffix("'s").removesuffix("'")
    return str(_stemmer().stemWord(_irregular().get(lower, lower)))


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Return a name's word without accents, case, points and apostrophes."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(c for c in letters if c.isalnum()).casefold()


def words(folded: str) -> tuple[Word, ...]:
    """Return the words of a folded text in reading order; hyphens part words, ``U.N.`` and ``7.5`` are one."""
    return tuple(Word(m.start(), m.end(), m.group(), stem(m.group())) for m in _WORD.finditer(folded))
