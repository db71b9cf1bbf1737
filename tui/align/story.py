"""The passages of all articles in an order of their own, and the terms that stand in them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.align.sparse import Floats, Ints, Rows
from tui.language.words import Word, words
from tui.model.article import Article, Passage


@dataclass(frozen=True, slots=True)
class Story:
    """The passages of all articles, ordered by what the articles say, so that nothing depends on the order they came in."""

    passages: tuple[Passage, ...]
    """Every passage, article after article."""
    words: tuple[tuple[Word, ...], ...]
    """The words of each passage."""
    owner: Ints
    """The number of each passage's article, ascending."""
    terms: tuple[str, ...]
    """The vocabulary: every distinct stem, sorted."""
    reading: tuple[int, ...]
    """The place of each passage in the order that the articles were given in."""
    counts: Rows
    """How often each term stands in each passage."""

    @property
    def articles(self) -> int:
        """Return the number of articles."""
        return int(self.owner[-1]) + 1 if len(self.owner) else 0

    def present(self) -> Rows:
        """Return 1 for each term that stands in a passage."""
        return Rows(self.counts.starts, self.counts.columns, np.ones_like(self.counts.values), self.counts.width)

    def twins(self) -> dict[tuple[str, ...], list[int]]:
        """Return the passages of each sequence of words that stands in more than one place; case and punctuation apart."""
        places: dict[tuple[str, ...], list[int]] = {}
        for place, each in enumerate(self.words):
            if each:
                places.setdefault(tuple(word.text.lower() for word in each), []).append(place)
        return {text: held for text, held in places.items() if len(held) > 1}

    def spread(self) -> Floats:
        """Return the number of passages that each term stands in."""
        return np.bincount(self.counts.columns, minlength=len(self.terms)).astype(np.float64)


def story_of(articles: Sequence[Article]) -> Story:
    """Return the passages of the articles with their terms."""
    ordered = sorted(articles, key=lambda article: [passage.folded for passage in article.passages])
    ordered = [article for article in ordered if article.passages]
    passages = tuple(passage for article in ordered for passage in article.passages)
    owner = np.repeat(np.arange(len(ordered), dtype=np.int64), [len(article.passages) for article in ordered])
    split = tuple(words(passage.folded) for passage in passages)
    terms = tuple(sorted({word.stem for each in split for word in each}))
    places = {term: place for place, term in enumerate(terms)}
    rows: list[list[tuple[int, float]]] = []
    for each in split:
        counts: dict[int, float] = {}
        for word in each:
            place = places[word.stem]
            counts[place] = counts.get(place, 0.0) + 1.0
        rows.append(sorted(counts.items()))
    given = {passage.id: place for place, passage in enumerate(passage for article in articles for passage in article.passages)}
    reading = tuple(given[passage.id] for passage in passages)
    return Story(passages, split, owner, terms, reading, Rows.of(rows, len(terms)))
