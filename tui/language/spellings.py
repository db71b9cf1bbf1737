"""Spellings: whether words differ in how they are written alone: a mark, a space, a contraction, British against American."""

import re
from typing import Final

_BRITISH: Final = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ll", "l"), ("ence", "ense"))
"""Endings of British spelling with the American ones."""
_CONTRACTED: Final = (
    (r"\bcan ?'? ?t\b", "cannot"),
    (r"\bwon ?' ?t\b", "will not"),
    (r"n ?' ?t\b", " not"),
    (r" ?' ?re\b", " are"),
    (r" ?' ?ve\b", " have"),
    (r" ?' ?ll\b", " will"),
    (r" ?' ?m\b", " am"),
)
"""Contractions with what they stand for."""
_LONG: Final = 7  # in words of so many letters one vowel for another is a way to spell them: adviser, advisor
_VOWELS: Final = frozenset("aeiouy")


def letters(text: str) -> str:
    """Return the letters of a text, the endings of British spelling given the American way."""
    plain = "".join(c for c in text.lower().replace("&", "and") if c.isalnum())
    for british, american in _BRITISH:
        plain = plain.replace(british, american)
    return plain


def respelt(one: str, two: str) -> bool:
    """Return whether two texts are the same words written otherwise."""
    a, b = letters(one), letters(two)
    return a == b or letters(_full(one)) == letters(_full(two)) or _vowel(a, b)


def _full(text: str) -> str:
    """Return a text with its contractions written out."""
    plain = text.lower().replace("’", "'")
    for short, full in _CONTRACTED:
        plain = re.sub(short, full, plain)
    return plain


def _vowel(a: str, b: str) -> bool:
    """Return whether two long words differ in one vowel behind the first letter."""
    if len(a) != len(b) or len(a) < _LONG or a[0] != b[0]:
        return False
    parted = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(parted) == 1 and set(parted[0]) <= _VOWELS
