"""Senses: the stems by which the words of an office, a description or a place are compared."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tui.language.bodies import INITIALS
from tui.language.gazetteer import gazetteer
from tui.language.people import OFFICES
from tui.language.tables import lexicon
from tui.language.words import stem, words

SMALL: Final = lexicon("a an the of at for in to with from and his her its their this that one")
"""Words that say nothing of what somebody is."""
_PLACE_WORDS: Final = 3  # words of a place or people


@lru_cache(maxsize=4096)
def senses(text: str) -> frozenset[str]:
    """Return the stems of the words of an office or description, countries behind demonyms, plain forms behind titles."""
    found: set[str] = set()
    for start, end in pieces(text):
        bare = text[start:end].removesuffix("'s")
        known = gazetteer().find(bare) or gazetteer().find(f"{bare}.")
        long = INITIALS.get(bare.replace(".", "")) if bare.isupper() else None
        if known is not None or long is not None:
            full = long if known is None else known.country or known.full
            found |= {stem(own) for own in (full or "").lower().split() if own not in SMALL}
        elif bare.lower() not in SMALL:
            lower = text[start:end].lower()
            plain = OFFICES.get(f"{lower}.", lower) if text[end : end + 1] == "." else OFFICES.get(lower, lower)
            found |= {stem(own.replace(".", "")) for own in plain.split()}
    return frozenset(found)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text's words, those of a place or people of several words as one: *North Ulvian*."""
    own = words(text)
    place = 0
    while place < len(own):
        reach = (n for n in range(min(len(own), place + _PLACE_WORDS), place + 1, -1))
        last = next((n for n in reach if gazetteer().find(text[own[place].start : own[n - 1].end].removesuffix("'s"))), place + 1)
        yield own[place].start, own[last - 1].end
        place = last
