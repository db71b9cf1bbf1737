"""The rows of the reading view: passages that tell the same beside one another, or each article in its own order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Fact, Verdict
from tui.present.story import Story

Cell = tuple[Passage, ...]
"""The passages of one article in one row, in reading order; empty for a silent article."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, one cell for each article in the order of ``sigla``."""

    sigla: tuple[str, ...]
    """The articles, the base article first."""
    rows: tuple[tuple[Cell, ...], ...]
    """The rows from top to bottom."""
    row_of: Mapping[str, int] = field(default_factory=dict)
    """The row of each passage."""

    def column_of(self, siglum: str) -> int:
        """Return the column of an article."""
        return self.sigla.index(siglum)


def aligned(story: Story, base: str) -> Grid:
    """Return the rows in the reading order of ``base``; what another article adds follows what it stands after there.

    Every passage stands in exactly one row. Headlines share the first row.
    """
    articles = [story.articles[siglum] for siglum in _base_first(story.sigla, base)]
    rows: list[dict[int, list[Passage]]] = [defaultdict(list)]
    following: dict[int, int | None] = {0: None}
    row_of: dict[str, int] = {}
    group_rows: dict[str, int] = {}
    groups = _groups(story)
    for column, article in enumerate(articles):
        last = 0
        anchors = _anchors(article, groups)
        for passage in article.passages:
            group = groups.get(passage.id)
            if group and passage.kind is not PassageKind.HEADLINE and anchors[group] != passage.id:
                continue
            place = 0 if passage.kind is PassageKind.HEADLINE else group_rows.get(group) if group else None
            if place is None:
                place = len(rows)
                rows.append(defaultdict(list))
                following[place], following[last] = following[last], place
                if group:
                    group_rows[group] = place
            row_of[passage.id] = place
            last = place
        for passage in article.passages:
            if passage.id not in row_of:
                row_of[passage.id] = group_rows[groups[passage.id]]
            rows[row_of[passage.id]][column].append(passage)
    return _walk(articles, rows, following, row_of)


def _anchors(article: Article, groups: Mapping[str, str]) -> dict[str, str]:
    """Return for each group the article's passage that decides where its row stands: the first of the body, else the first."""
    anchors: dict[str, Passage] = {}
    for passage in article.passages:
        group = groups.get(passage.id)
        if group is not None and passage.kind is not PassageKind.HEADLINE:
            held = anchors.get(group)
            if held is None or (held.kind is not PassageKind.BODY and passage.kind is PassageKind.BODY):
                anchors[group] = passage
    return {group: passage.id for group, passage in anchors.items()}


def _groups(story: Story) -> Mapping[str, str]:
    """Return the group of every passage that shares a row: its point, and what a divergence sets against it elsewhere.

    The accounts of a conflict stand in a row of their own, out of their points where those keep them apart.
    Two groups become one where a divergence, the most important first, has readings in both and where no article would
    show two passages in the row that do not follow one another.
    """
    group_of = {passage: point.id for passage, point in story.point_of.items()}
    members = {point.id: list(point.passages) for point in story.collation.alignment.points}
    order = {p.id: (a.siglum, number) for a in story.collation.articles for number, p in enumerate(a.passages)}
    claimed: set[str] = set()
    for fact in story.divergences:
        own = list(dict.fromkeys(_body(story, fact)))
        if fact.verdict is Verdict.CONFLICT and not claimed & set(own) and len({order[p][0] for p in own}) == len(own) > 1:
            claimed |= set(own)
            for passage in own:
                members.get(group_of.get(passage, ""), [passage]).remove(passage)
            group_of.update(dict.fromkeys(own, fact.id))
            members[fact.id] = own
    for fact in story.divergences:
        body = [
            r.passage for r in fact.readings if r.passage in order and story.passages[r.passage].kind is not PassageKind.HEADLINE
        ]
        for passage in body:
            if passage not in group_of:
                group_of[passage] = passage
                members[passage] = [passage]
        for first, second in pairwise(body):
            one, other = group_of[first], group_of[second]
            if one != other and _beside([order[p] for p in members[one]], [order[p] for p in members[other]]):
                members[one] += members.pop(other)
                group_of.update(dict.fromkeys(members[one], one))
    return group_of


def _body(story: Story, fact: Fact) -> list[str]:
    """Return the passages of a fact's readings, headlines left out: those share the first row."""
    found = [story.passages[reading.passage] for reading in fact.readings if reading.passage in story.passages]
    return [passage.id for passage in found if passage.kind is not PassageKind.HEADLINE]


def _beside(one: Sequence[tuple[str, int]], other: Sequence[tuple[str, int]]) -> bool:
    """Return whether each article that both groups hold has passages in them that follow one another."""
    return all(
        min(abs(a - b) for siglum, a in one if siglum == shared for also, b in other if also == shared) == 1
        for shared in {siglum for siglum, _ in one} & {siglum for siglum, _ in other}
    )


def _base_first(sigla: Sequence[str], base: str) -> tuple[str, ...]:
    """Return the sigla with the base article in front."""
    return (base, *(siglum for siglum in sigla if siglum != base))


def _walk(
    articles: Sequence[Article],
    rows: Sequence[Mapping[int, Sequence[Passage]]],
    following: Mapping[int, int | None],
    row_of: Mapping[str, int],
) -> Grid:
    """Return the rows in the order of the chain ``following``, the first left out where it is empty."""
    order: list[int] = []
    place: int | None = 0
    while place is not None:
        if rows[place]:
            order.append(place)
        place = following[place]
    shown = {place: number for number, place in enumerate(order)}
    columns = range(len(articles))
    return Grid(
        tuple(article.siglum for article in articles),
        tuple(tuple(tuple(rows[place].get(column, ())) for column in columns) for place in order),
        {passage: shown[place] for passage, place in row_of.items()},
    )


@dataclass(frozen=True, slots=True)
class Strand:
    """One article in its own order, a paragraph to a row, with what its passages match elsewhere."""

    siglum: str
    """The article."""
    cells: tuple[Cell, ...]
    """Its passages, one to a cell, in reading order."""
    place_of: Mapping[str, int]
    """The cell of each passage."""


def own_order(story: Story, base: str) -> tuple[Strand, ...]:
    """Return every article in its own order, the base article first."""
    return tuple(
        Strand(
            siglum,
            tuple((passage,) for passage in story.articles[siglum].passages),
            {passage.id: place for place, passage in enumerate(story.articles[siglum].passages)},
        )
        for siglum in _base_first(story.sigla, base)
    )


def counterpart(story: Story, passage: str, siglum: str) -> str | None:
    """Return the passage of the article ``siglum`` that tells the same as ``passage``: its point's, else its strongest link's."""
    if passage in story.passages and story.passages[passage].siglum == siglum:
        return passage
    if point := story.point_of.get(passage):
        for other in point.passages:
            if story.passages[other].siglum == siglum:
                return other
    for link in story.links_of.get(passage, ()):
        other = link.b if link.a == passage else link.a
        if story.passages[other].siglum == siglum:
            return other
    return None
