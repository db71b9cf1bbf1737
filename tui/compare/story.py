"""What is known of the whole story before details are paired: rarity of words, links, hubs, places."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.compare.names.who import People, people
from tui.compare.setting import recalled
from tui.compare.twins import Twin, find_twins
from tui.language.clauses import Tag, Token, content, parse
from tui.model.alignment import Alignment
from tui.model.article import Article, Passage
from tui.model.detail import Detail, Extraction, Kind, Name

_HUB: Final = 0.12  # a capitalised word in this share of the passages names a protagonist
_FEW: Final = 4  # a word must stand in this many passages to be a hub at all


@dataclass(frozen=True, slots=True)
class Story:
    """The articles with everything that pairing asks again and again."""

    articles: tuple[Article, ...]
    """The articles, in the order of their sigla."""
    extractions: tuple[Extraction, ...]
    """What the detail rules found, one for each article."""
    passages: Mapping[str, Passage] = field(default_factory=dict)
    """Every passage by its id."""
    rarity: Mapping[str, float] = field(default_factory=dict)
    """How much a stem tells, 0 to 1: high in few passages, low in many."""
    hubs: frozenset[str] = frozenset()
    """Stems of the names that are everywhere in the story."""
    likeness: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Likeness of linked passages, under both orders of the pair."""
    beside: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """How likely passages that are not linked are about one thing all the same, under both orders of the pair."""
    twins: Mapping[tuple[str, str], Twin] = field(default_factory=dict)
    """Passages told nearly word for word, under both orders of the pair."""
    people: People = field(default_factory=People)
    """The persons and bodies that each passage names."""
    recalled: frozenset[str] = frozenset()
    """Passages that tell of an earlier event than the story's own."""
    point: Mapping[str, str] = field(default_factory=dict)
    """The story point of each passage that is in one."""

    cast: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The fullest forms of everything named in each passage, and in each article under its siglum."""

    details: Mapping[str, tuple[Detail, ...]] = field(default_factory=dict)
    """The details of each passage, in reading order."""
    order: Mapping[str, int] = field(default_factory=dict)
    """The place of each passage in its article, counted from 0."""
    stems: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The stems of the words of meaning of each passage, and of each article under its siglum."""

    def extraction(self, siglum: str) -> Extraction:
        """Return what the detail rules found in an article."""
        return next(e for e in self.extractions if e.siglum == siglum)

    def named(self, place: str) -> frozenset[str]:
        """Return the fullest forms of everything that a passage or, by its siglum, an article names."""
        return self.cast.get(place, frozenset())

    def names(self, passage: str, kinds: Collection[Kind]) -> tuple[Detail, ...]:
        """Return the details of a passage that are names of the kinds, in reading order."""
        return tuple(d for d in self.details[passage] if d.kind in kinds and isinstance(d.value, Name))

    def tokens(self, passage: str) -> tuple[Token, ...]:
        """Return the tokens of a passage."""
        return parse(self.passages[passage].folded)

    def alike(self, a: str, b: str) -> float:
        """Return how much two passages tell the same, 0 where they are not linked."""
        return self.likeness.get((a, b), 0.0)

    def near(self, a: str, b: str) -> float:
        """Return how likely two passages that are not linked are about one event or one state of one thing all the same.

        0 for linked passages, for those of one story point and where little says so. It is evidence beside others: what rests on
        it alone is no conflict.
        """
        return self.beside.get((a, b), 0.0)

    def first(self, a: str, b: str) -> bool:
        """Return whether passage ``a`` is looked at before ``b``: by their words, so that the articles' order settles nothing."""
        one, two = self.passages[a], self.passages[b]
        return (one.text, one.siglum) < (two.text, two.siglum)


def gather(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> Story:
    """Return the story made of the articles, their details and their alignment."""
    passages = {p.id: p for a in articles for p in a.passages}
    stands: Counter[str] = Counter()
    named: Counter[str] = Counter()
    stems: dict[str, frozenset[str]] = {}
    for passage in passages.values():
        tokens = content(parse(passage.folded))
        stems[passage.id] = frozenset(t.word.stem for t in tokens)
        stands.update(stems[passage.id])
        named.update({t.word.stem for t in tokens if t.tag is Tag.NAME})
    many = len(passages) or 1
    top = math.log(1 + many)
    likeness = {pair: link.likeness for link in alignment.links for pair in ((link.a, link.b), (link.b, link.a))}
    return Story(
        tuple(articles),
        tuple(extractions),
        passages,
        {word: math.log(1 + many / count) / top for word, count in stands.items()},
        frozenset(word for word, count in named.items() if count >= max(_FEW, _HUB * many)),
        likeness,
        {pair: each.likely for each in alignment.near for pair in ((each.a, each.b), (each.b, each.a))},
        find_twins(alignment.links, passages),
        people(tuple(articles), tuple(extractions)),
        recalled(articles, [d for e in extractions for d in e.details]),
        {passage: point.id for point in alignment.points for passage in point.passages},
        _cast(extractions),
        _by_passage(passages, extractions),
        {passage.id: place for article in articles for place, passage in enumerate(article.passages)},
        stems | {a.siglum: frozenset[str]().union(*(stems[p.id] for p in a.passages)) for a in articles},
    )


def _by_passage(passages: Collection[str], extractions: Sequence[Extraction]) -> dict[str, tuple[Detail, ...]]:
    """Return the details of each passage, none for one that has none."""
    found: dict[str, list[Detail]] = {passage: [] for passage in passages}
    for extraction in extractions:
        for detail in extraction.details:
            found[detail.passage].append(detail)
    return {passage: tuple(details) for passage, details in found.items()}


def _cast(extractions: Sequence[Extraction]) -> dict[str, frozenset[str]]:
    """Return the fullest forms of everything named, by passage and by article."""
    found: dict[str, frozenset[str]] = {}
    for extraction in extractions:
        own = {passage: frozenset(full for _kind, full in names) for passage, names in extraction.cast().items()}
        found |= own | {extraction.siglum: frozenset().union(*own.values())}
    return found
