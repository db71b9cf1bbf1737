"""Words of which one denies the other: before and after, accept and reject (``opposites.tsv``)."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tui.language.tables import row, table


@cache
def _sides() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each word the oppositions it stands in and on which side."""
    sides: dict[str, list[tuple[str, int]]] = {}
    for name, words in table("opposites").items():
        side = 0
        for word in words:
            if word == "/":
                side = 1
            else:
                sides.setdefault(word, []).append((name, side))
    return {word: tuple(found) for word, found in sides.items()}


def opposed(a: str, b: str) -> bool:
    """Return whether two words in lower case deny each other."""
    return any(name == other and side != far for name, side in _sides().get(a, ()) for other, far in _sides().get(b, ()))


def negates(word: str) -> bool:
    """Return whether a word in lower case turns a statement into its denial."""
    return word in row("surety", "negator") or word.endswith("n't")


def denials(words: Sequence[str]) -> int:
    """Return how many of the words, in lower case and in order, deny; ``couldn ' t`` and ``cant`` are read as ``could not``.

    ``It was not until Monday that`` denies nothing.
    """
    broken = sum(one.endswith("n") and two == "t" for one, two in pairwise(words))
    broken -= sum(negates(one) and two == "until" for one, two in pairwise(words))
    return broken + sum(negates(word) or word in row("surety", "contracted") for word in words)


def hedges(word: str) -> bool:
    """Return whether a word in lower case makes a statement less sure."""
    return word in row("surety", "hedge")
