"""Doubts: the words by which an article does not vouch for what it tells (``doubts.tsv``): *allegedly*, *is thought to*."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tui.language.clauses import parse
from tui.language.lemmas import verb_base
from tui.language.tables import lexicon, table
from tui.language.words import Word

_HELPING: Final = lexicon("is are was were be been being has have had would it there it's")
"""Words before a doubt that belong to it: *is* before *believed to*, *it would* before *appear that*."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt in a sentence."""

    degree: str
    """How much it leaves open: ``alleged``, ``suspected``, ``believed``, ``likely`` or ``maybe``."""
    first: int
    """The place of its first word among those of the sentence, helping verbs before it among them."""
    last: int
    """The place of its last word."""


@cache
def _patterns() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return for each first word what doubts begin with it, the longest first, with their degrees."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for degree, phrases in table("doubts").items():
        for phrase in phrases:
            words = tuple(phrase.split("_"))
            found.setdefault(words[0], []).append((words, degree))
    return {word: tuple(sorted(own, key=lambda each: -len(each[0]))) for word, own in found.items()}


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    """Return a word in lower case and its base where it is a verb's form."""
    lower = word.lower()
    base = verb_base(lower)
    return (lower,) if base in {None, lower} else (lower, str(base))


def _matches(words: Sequence[Word], place: int, pattern: Sequence[str]) -> bool:
    """Return whether the words of a doubt stand at a place."""
    return place + len(pattern) <= len(words) and all(
        one in _forms(word.text) for one, word in zip(pattern, words[place : place + len(pattern)], strict=True)
    )


@lru_cache(maxsize=4096)
def doubts(folded: str) -> tuple[Doubt, ...]:
    """Return the doubts of a folded sentence in reading order; places count the tokens of ``parse``."""
    words = [token.word for token in parse(folded)]
    found: list[Doubt] = []
    place = 0
    while place < len(words):
        known = (each for form in _forms(words[place].text) for each in _patterns().get(form, ()))
        fitting = [each for each in known if _matches(words, place, each[0])]
        if not fitting:
            place += 1
            continue
        pattern, degree = max(fitting, key=lambda each: len(each[0]))
        first = place
        while (
            first and words[first - 1].text.lower() in _HELPING and not folded[words[first - 1].end : words[first].start].strip()
        ):
            first -= 1
        found.append(Doubt(degree, first, place + len(pattern) - 1))
        place += len(pattern)
    return tuple(found)
