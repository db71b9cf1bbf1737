"""Words of a folded text with their places and stems."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import Stemmer

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


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one word, in lower case."""
    return str(_stemmer().stemWord(word.lower().removesuffix("'s").removesuffix("'")))


def words(folded: str) -> tuple[Word, ...]:
    """Return the words of a folded text in reading order; hyphens part words, ``U.N.`` and ``7.5`` are one."""
    return tuple(Word(m.start(), m.end(), m.group(), stem(m.group())) for m in _WORD.finditer(folded))
