"""What was done by hand, told in places that outlive a collation: article, text, and which of several equal ones.

Passage ids and sources are good for one collation only; a restored line moves every number after it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tui.ledger.keys import level
from tui.ledger.store import loaded
from tui.model.alignment import Hands
from tui.model.collation import Collation

PAIRS: Final = frozenset({"linked", "cut"})
"""Deeds on two passages."""
LINES: Final = frozenset({"restored", "dropped"})
"""Deeds on a line or paragraph of one article."""
Deed = tuple[str, str]
"""What was done (``linked``, ``cut``, ``restored`` or ``dropped``) and the places as JSON."""


def placed(hands: Hands, collation: Collation, articles: Mapping[str, int]) -> frozenset[Deed]:
    """Return deeds in places of the ledger; what stands in no known article is left out."""
    place_of = {passage: place for place, passage in _places(collation, articles).items()}
    number_of = {a.source: articles[a.siglum] for a in collation.articles if a.siglum in articles}
    deeds: set[Deed] = set()
    for deed, pairs in (("linked", hands.linked), ("cut", hands.cut)):
        deeds |= {(deed, json.dumps(sorted((place_of[a], place_of[b])))) for a, b in pairs if a in place_of and b in place_of}
    for deed, lines in (("restored", hands.restored), ("dropped", hands.dropped)):
        deeds |= {(deed, json.dumps([number_of[source], text])) for source, text in lines if source in number_of}
    return frozenset(deeds)


def resolved(deeds: Iterable[Deed], collation: Collation, articles: Mapping[str, int]) -> Hands:
    """Return deeds in the passage ids and sources of a collation; what it does not hold is left out."""
    passage_at = _places(collation, articles)
    order = {passage: rank for rank, passage in enumerate(p.id for a in collation.articles for p in a.passages)}
    source_of = {articles[a.siglum]: a.source for a in collation.articles if a.siglum in articles}
    pairs: dict[str, set[tuple[str, str]]] = {deed: set() for deed in PAIRS}
    lines: dict[str, set[tuple[str, str]]] = {deed: set() for deed in LINES}
    for deed, places in deeds:
        first, second = loaded(places)
        if deed in pairs:
            a, b = passage_at.get(tuple(first)), passage_at.get(tuple(second))
            if a is not None and b is not None:
                pairs[deed].add((a, b) if order[a] < order[b] else (b, a))
        elif deed in lines and first in source_of:
            lines[deed].add((source_of[first], second))
    return Hands(frozenset(pairs["linked"]), frozenset(pairs["cut"]), frozenset(lines["restored"]), frozenset(lines["dropped"]))


def _places(collation: Collation, articles: Mapping[str, int]) -> dict[tuple[int, str, int], str]:
    """Return the passage id at each place: article, levelled text, and how many equal ones stand before it."""
    places: dict[tuple[int, str, int], str] = {}
    for article in collation.articles:
        if article.siglum not in articles:
            continue
        before: Counter[str] = Counter()
        for passage in article.passages:
            text = level(passage.text)
            places[articles[article.siglum], text, before[text]] = passage.id
            before[text] += 1
    return places
