"""Signs that two passages are about one event or state, although their sentences as a whole are not alike."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tui.align.context import another_day, beside
from tui.align.likeness import Likenesses
from tui.align.pairs import Pairs
from tui.align.sparse import Floats, Ints, Rows
from tui.align.story import Story
from tui.language.clauses import parse

_LEAST: Final = 2.0  # the weight of words that stands against every clause, so that one of two words is not told by chance
_BLOCK: Final = 1_000_000  # values of a full matrix that are in memory at a time
_TELLING: Final = 4  # words that say something, from which a clause stands by itself

SIGNS: Final = (
    "likeness",
    "more of the two bests",
    "less of the two bests",
    "neighbours",
    "words in common",
    "clause",
    "name in common",
    "kind of figure in common",
    "apart in place",
    "same day",
    "crowding",
)
"""What each column of ``signs`` tells."""


def signs(story: Story, found: Likenesses, threshold: float) -> NDArray[np.float64]:
    """Return for each pair a row of what speaks for it, in the order of ``SIGNS``."""
    pairs, totals = found.pairs, found.heavy.sums()
    more, less = _against_best(story, pairs)
    return np.column_stack(
        (
            pairs.likeness / threshold,
            more,
            less,
            _neighbours(story, pairs) / threshold,
            np.maximum(pairs.covered_a * totals[pairs.a], pairs.covered_b * totals[pairs.b]),
            _clauses(story, pairs, found.heavy, found.told),
            _in_common(pairs, _rare(story.cast)),
            _in_common(pairs, _rare(story.dimensions)),
            _apart(story, pairs),
            _same_day(story, pairs),
            np.full(len(pairs), found.average),
        )
    )


def _against_best(story: Story, pairs: Pairs) -> tuple[Floats, Floats]:
    """Return the likeness by that of the best of its row and of its column in the other's article, the greater and the less."""
    ways = ((pairs.a, pairs.b), (pairs.b, pairs.a))
    keys = [one * story.articles + story.owner[other] for one, other in ways]
    most = np.full(len(story.passages) * story.articles, 1e-9)
    for key in keys:
        np.maximum.at(most, key, pairs.likeness)
    one, other = (pairs.likeness / most[key] for key in keys)
    return np.maximum(one, other), np.minimum(one, other)


def _neighbours(story: Story, pairs: Pairs) -> Floats:
    """Return how like the passages before both are, or those behind both, whichever are more so."""
    return np.maximum(beside(story, pairs, -1, -1), beside(story, pairs, 1, 1))


def _clauses(story: Story, pairs: Pairs, heavy: Rows, told: Rows) -> Floats:
    """Return the greatest share of a clause of either passage that the other tells."""
    owners, clauses = _of_clauses(story, heavy)
    best = np.zeros(len(pairs))
    starts = np.searchsorted(owners, np.arange(len(story.passages) + 1))
    little = clauses.sums() + _LEAST
    by_column = told.transposed()
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        lengths = (starts[one + 1] - starts[one]).astype(np.int64)
        which = np.repeat(np.arange(len(pairs)), lengths)
        ends = np.cumsum(lengths)
        clause = np.arange(int(lengths.sum())) + np.repeat(starts[one] - (ends - lengths), lengths)
        shared = _products(clauses, by_column, clause, other[which])
        np.maximum.at(best, which, shared / little[clause])
    return best


def _products(left: Rows, by_column: Rows, rows: Ints, columns: Ints) -> Floats:
    """Return the values of a product at some rows and columns."""
    found = np.zeros(len(rows))
    step = max(1, _BLOCK // max(1, by_column.width))
    for first in range(0, len(left), step):
        last = min(len(left), first + step)
        here = np.flatnonzero((rows >= first) & (rows < last))
        found[here] = left.times(by_column, first, last)[rows[here] - first, columns[here]]
    return found


def _of_clauses(story: Story, heavy: Rows) -> tuple[Ints, Rows]:
    """Return the clauses of all passages as rows of their terms' weights, and the passage of each."""
    places = {term: place for place, term in enumerate(story.terms)}
    owners: list[int] = []
    rows: list[list[tuple[int, float]]] = []
    for place, passage in enumerate(story.passages):
        here = slice(heavy.starts[place], heavy.starts[place + 1])
        weight = {t: w for t, w in zip(heavy.columns[here].tolist(), heavy.values[here].tolist(), strict=True) if w > 0}
        by_clause: defaultdict[int, set[int]] = defaultdict(set)
        for token in parse(passage.folded):
            if (term := places[token.word.stem]) in weight:
                by_clause[token.clause].add(term)
        for terms in _long_enough([by_clause[clause] for clause in sorted(by_clause)]):
            owners.append(place)
            rows.append([(term, weight[term]) for term in sorted(terms)])
    return np.array(owners, dtype=np.int64), Rows.of(rows, len(story.terms))


def _long_enough(clauses: Sequence[set[int]]) -> list[set[int]]:
    """Return the clauses, those too short by themselves put to the next, the last to the one before."""
    found: list[set[int]] = []
    under: set[int] = set()
    for clause in clauses:
        under = under | clause
        if len(under) >= _TELLING:
            found.append(under)
            under = set()
    if under and found:
        found[-1] = found[-1] | under
    elif under:
        found.append(under)
    return found


def _rare(held: Sequence[Collection[str]]) -> Rows:
    """Return how much each of what passages hold tells, by its rarity in the story."""
    known = sorted({each for every in held for each in every})
    places = {each: place for place, each in enumerate(known)}
    stands = Rows.of([sorted((places[each], 1.0) for each in every) for every in held], len(known))
    spread, count = np.bincount(stands.columns, minlength=stands.width), len(stands)
    rarity = np.log((count + 1) / (spread + 0.5)) / np.log(count + 1)
    return stands.scaled(np.maximum(rarity, 0.0))


def _in_common(pairs: Pairs, rows: Rows) -> Floats:
    """Return the greatest weight that both passages of each pair hold."""
    once = Rows(rows.starts, rows.columns, np.ones_like(rows.values), rows.width)
    most = once.greatest(rows.transposed())
    keys, wanted = most.keys(), pairs.a * len(rows) + pairs.b
    places = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
    return np.where(keys[places] == wanted, most.values[places], 0.0) if len(keys) else np.zeros(len(pairs))


def _apart(story: Story, pairs: Pairs) -> Floats:
    """Return how far apart the passages stand in their articles, 0 to 1."""
    lengths = np.bincount(story.owner, minlength=story.articles)
    first = np.searchsorted(story.owner, np.arange(story.articles))
    place = (np.arange(len(story.owner)) - first[story.owner]) / np.maximum(1, lengths[story.owner] - 1)
    return np.asarray(np.abs(place[pairs.a] - place[pairs.b]))


def _same_day(story: Story, pairs: Pairs) -> Floats:
    """Return 1 for the pairs that name days and have one in common."""
    dated = np.array([bool(spans) for spans in story.days], dtype=np.bool_)
    found = np.zeros(len(pairs))
    for pair in np.flatnonzero(dated[pairs.a] & dated[pairs.b]).tolist():
        found[pair] = float(not another_day(story, int(pairs.a[pair]), int(pairs.b[pair])))
    return found
