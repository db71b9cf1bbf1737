"""Soft equality of terms, as in soft TF-IDF (Cohen, Ravikumar and Fienberg 2003): other spellings and synonyms."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from tui.align.sparse import Rows
from tui.align.story import Story
from tui.language.rarity import zipf
from tui.language.synonyms import synonyms
from tui.model.settings import AlignSettings

_ROOT: Final = 4  # letters in which a word and one derived from it begin: drive, driver


def alike(terms: Sequence[str], settings: AlignSettings) -> tuple[tuple[int, int, float], ...]:
    """Return pairs of different terms that stand for one another and how far, 0 to 1, in both directions."""
    places = {term: place for place, term in enumerate(terms)}
    pairs = {
        (place, places[other]): settings.derived if term[:_ROOT] == other[:_ROOT] else settings.synonym
        for term, place in places.items()
        for other in synonyms(term)
        if other in places
    }
    for one, other, score in _spellings(terms, settings):
        pairs[one, other] = max(score, pairs.get((one, other), 0.0))
    return tuple((one, other, score) for (one, other), score in sorted(pairs.items()))


def _spellings(terms: Sequence[str], settings: AlignSettings) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of spellings of one word.

    At least one of the two is rare in the language: common words a letter apart are different words.
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(terms):
        if len(term) >= settings.shortest_spelling and term.isalpha():
            groups[term[0]].append(place)
    for places in groups.values():
        rare = [place for place in places if zipf(terms[place]) < settings.rare_spelling]
        if not rare:
            continue
        scores = process.cdist(
            [terms[place] for place in rare],
            [terms[place] for place in places],
            scorer=JaroWinkler.similarity,
            score_cutoff=settings.spelling,
            dtype=np.float32,
        )
        for row, column in zip(*np.nonzero(scores), strict=True):
            one, other = rare[row], places[column]
            if one != other:
                score = float(scores[row, column])
                yield one, other, score
                yield other, one, score


def softened(story: Story, pairs: Sequence[tuple[int, int, float]]) -> Rows:
    """Return for each passage how far each term is told in it: 1 where it stands, less where only one like it does."""
    near = [[(term, 1.0)] for term in range(len(story.terms))]
    for one, other, score in pairs:
        near[one].append((other, score))
    return story.present().greatest(Rows.of([sorted(terms) for terms in near], len(story.terms)))
