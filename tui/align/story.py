"""The passages of all articles in an order of their own, and the terms that stand in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from tui.align.cast import cast
from tui.align.marks import Span, days, dimensions, marks
from tui.align.sparse import Floats, Ints, Rows
from tui.language.words import Word, words
from tui.model.article import Article, Passage
from tui.model.detail import Extraction


@dataclass(frozen=True, slots=True)
class Story:
    """The passages of all articles, ordered by what the articles say, so that nothing depends on the order they came in."""

    passages: tuple[Passage, ...]
    """Every passage, article after article."""
    words: tuple[tuple[Word, ...], ...]
    """The words of each passage."""
    marks: tuple[tuple[Word, ...], ...]
    """The classes of events and the values of figures in each passage, as words with terms of their own."""
    days: tuple[tuple[Span, ...], ...]
    """The days that each passage names, each the first and the last meant."""
    published: tuple[date | None, ...]
    """The day that each article was published on, or else last changed; ``None`` where it names no full day."""
    owner: Ints
    """The number of each passage's article, ascending."""
    terms: tuple[str, ...]
    """The vocabulary: every distinct stem, class of events and value, sorted."""
    cast: tuple[frozenset[str], ...]
    """The fullest forms of what each passage is about by name."""
    dimensions: tuple[frozenset[str], ...]
    """The kinds of figures that each passage gives."""
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


def story_of(articles: Sequence[Article], extractions: Sequence[Extraction] = ()) -> Story:
    """Return the passages of the articles with their terms and what ``extractions`` know of them."""
    ordered = sorted(articles, key=lambda article: [passage.folded for passage in article.passages])
    passages = tuple(passage for article in ordered for passage in article.passages)
    lengths = [len(article.passages) for article in ordered if article.passages]
    split = tuple(words(passage.folded) for passage in passages)
    marked = marks(passages, split, extractions)
    terms = tuple(sorted({word.stem for held in (split, marked) for each in held for word in each}))
    places = {term: place for place, term in enumerate(terms)}
    counts = [Counter(places[word.stem] for word in chain(*held)) for held in zip(split, marked, strict=True)]
    given = {passage.id: place for place, passage in enumerate(passage for article in articles for passage in article.passages)}
    dated = days(extractions)
    return Story(
        passages,
        split,
        marked,
        tuple(dated.get(passage.id, ()) for passage in passages),
        tuple(article.day for article in ordered if article.passages),
        np.repeat(np.arange(len(lengths), dtype=np.int64), lengths),
        terms,
        cast(passages, split, extractions),
        dimensions(passages, extractions),
        tuple(given[passage.id] for passage in passages),
        Rows.of([sorted(count.items()) for count in counts], len(terms)),
    )
