"""Families: which nouns and verbs stand for one thing in two articles."""

from functools import cache
from typing import Final

from tui.compare.figures.mention import Mention
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon, table
from tui.language.words import stem

_AKIN: Final = 0.7  # what a synonym counts beside the word itself
_PORTIONS: Final = lexicon("""
    count charge case piece pair kind type sort set act form group batch bag box crate packet bottle barrel ton tonne pound
    gallon bundle stack pile load sample sheet portion share category class level degree episode instance incident
""")


def family(head: str) -> str:
    """Return a name for the family of things that a head noun belongs to, the head itself where it is in none."""
    return _families().get(head, head)


def alike(one: str, two: str) -> float:
    """Return how much two stems mean the same: 1 for one stem, less for synonyms and for things of one family."""
    if not one or not two:
        return 0.0
    return 1.0 if one == two else _AKIN if two in synonyms(one) or family(one) == family(two) else 0.0


def alike_heads(a: Mention, b: Mention) -> bool:
    """Return whether two mentions count things of one name or family."""
    return alike(a.head, b.head) > 0


@cache
def _families() -> dict[str, str]:
    """Return the family of each stem that is in one."""
    return {stem(word): name for name, words in table("families").items() for word in words}


@cache
def portions() -> frozenset[str]:
    """Return the stems of nouns that count what stands behind their *of*: two counts of murder, one count of kidnapping."""
    return frozenset(stem(word) for word in _PORTIONS)
