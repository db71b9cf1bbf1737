"""Soft equality of terms, as in soft TF-IDF (Cohen, Ravikumar and Fienberg 2003): spellings that differ by a letter."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from tui.align.sparse import Rows
from tui.align.story import Story
from tui.language.rarity import zipf
from tui.model.settings import AlignSettings


def alike(terms: Sequence[str], settings: AlignSettings) -> tuple[tuple[int, int, float], ...]:
    """Return pairs of different terms that stand for one another and how far, 0 to 1.

    Two spellings are taken for one where at least one of them is rare in the language: common words a letter apart are
    different words.
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(terms):
        if len(term) >= settings.shortest_spelling and term.isalpha():
            groups[term[0]].append(place)
    pairs: list[tuple[int, int, float]] = []
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
                pairs += [(one, other, score), (other, one, score)]
    return tuple(sorted(set(pairs)))


def softened(story: Story, pairs: Sequence[tuple[int, int, float]]) -> Rows:
    """Return for each passage how far each term is told in it: 1 where it stands, less where only one like it does."""
    near: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for one, other, score in pairs:
        near[one].append((other, score))
    if not near:
        return story.present()
    rows: list[list[tuple[int, float]]] = []
    starts, columns = story.counts.starts.tolist(), story.counts.columns.tolist()
    for first, last in pairwise(starts):
        told = dict.fromkeys(columns[first:last], 1.0)
        for term in columns[first:last]:
            for other, score in near.get(term, ()):
                told[other] = max(told.get(other, 0.0), score)
        rows.append(sorted(told.items()))
    return Rows.of(rows, len(story.terms))
