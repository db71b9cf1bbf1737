"""Wording that two articles share beyond chance, passage by passage."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from tui.language.words import words
from tui.model.article import Article, PassageKind

_RUN: Final = 3  # words in a row that count as shared wording
_COMMON: Final = 6  # passages of one article from which three words in a row are a phrase of the story, not of a source
_LEAST: Final = 7  # shared words in runs that a copied passage holds at least
_PART: Final = 0.4  # of a copied passage's words that stand in such runs


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one passage that are the article's own, those inside quotation marks blanked."""

    id: str
    """The passage."""
    words: tuple[str, ...]
    """The words in lower case; a quoted word is the empty string, which equals nothing."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two passages share word for word."""

    one: str
    """The passage of the first article."""
    other: str
    """The passage of the second."""
    held_one: frozenset[int]
    """The places of the shared words in the first passage."""
    held_other: frozenset[int]
    """The places of the shared words in the second."""


def wording(article: Article, quoted: dict[str, tuple[tuple[int, int], ...]]) -> tuple[Wording, ...]:
    """Return the words of an article's body; ``quoted`` holds the spans of each passage that stand in quotation marks."""
    found: list[Wording] = []
    for passage in article.passages:
        if passage.kind is not PassageKind.BODY:
            continue
        spans = quoted.get(passage.id, ())
        found.append(
            Wording(
                passage.id,
                tuple(
                    "" if any(start <= word.start < end for start, end in spans) else _levelled(word.text)
                    for word in words(passage.folded)
                ),
            )
        )
    return tuple(found)


def _levelled(word: str) -> str:
    """Return a word without case, possessive and the dots of an acronym."""
    lower = word.lower().removesuffix("'s")
    return lower if lower[0].isdigit() else lower.replace(".", "")


def overlaps(one: Sequence[Wording], other: Sequence[Wording]) -> tuple[Overlap, ...]:
    """Return the pairs of passages of which one is copied from the other or both from a common original.

    A pair counts where runs of three words or more, in the same order, make up two fifths of either passage and seven words
    at least. Words in quotation marks do not count: two outlets may quote one speech.
    """
    return tuple(overlap for first, second in _candidates(one, other) if (overlap := _overlap(first, second)) is not None)


def _candidates(one: Sequence[Wording], other: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs of passages that share three words in a row which are no set phrase of the story."""
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, passage in enumerate(other):
        for gram in set(_grams(passage.words)):
            index[gram].append(place)
    usual = Counter(gram for passage in one for gram in set(_grams(passage.words)))
    for first in one:
        places = {
            place
            for gram in _grams(first.words)
            if len(index.get(gram, ())) < _COMMON and usual[gram] < _COMMON
            for place in index.get(gram, ())
        }
        for place in sorted(places):
            yield first, other[place]


def _grams(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of three words that hold no quoted one."""
    for start in range(len(tokens) - _RUN + 1):
        gram = tuple(tokens[start : start + _RUN])
        if all(gram):
            yield gram


def _overlap(first: Wording, second: Wording) -> Overlap | None:
    """Return what two passages share, ``None`` where it is too little."""
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(word, len(numbers)) if word else -1 - place for place, word in enumerate(first.words)]
    right = [numbers.setdefault(word, len(numbers)) if word else -10_001 - place for place, word in enumerate(second.words)]
    held_one: set[int] = set()
    held_other: set[int] = set()
    for block in Indel.opcodes(left, right).as_matching_blocks():
        if block.size >= _RUN:
            held_one.update(range(block.a, block.a + block.size))
            held_other.update(range(block.b, block.b + block.size))
    shortest = min(len(left), len(right))
    if len(held_one) < _LEAST or len(held_one) < _PART * shortest:
        return None
    return Overlap(first.id, second.id, frozenset(held_one), frozenset(held_other))
