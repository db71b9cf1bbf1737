"""Alignment: passages with their details become links and story points."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from tui.model.alignment import Alignment, Hands, Link, Point
from tui.model.article import Article
from tui.model.detail import Extraction
from tui.model.settings import AlignSettings


def align(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    settings: AlignSettings = AlignSettings(),
    hands: Hands = Hands(),
) -> Alignment:
    """Return the links between the articles' passages and the story points that they span."""
    del extractions, hands
    links = [
        Link(p.id, q.id, round(score / 100, 3))
        for a, b in combinations(articles, 2)
        for p in a.passages
        for q in b.passages
        if (score := fuzz.token_sort_ratio(p.folded, q.folded)) > 100 * settings.threshold
    ]
    points: list[Point] = []
    placed: set[str] = set()
    for link in sorted(links, key=lambda link: -link.likeness):
        if not placed & {link.a, link.b}:
            placed |= {link.a, link.b}
            points.append(Point(f"P{len(points) + 1}", f"{link.a} {link.b}", (link.a, link.b)))
    return Alignment(tuple(links), tuple(points))
