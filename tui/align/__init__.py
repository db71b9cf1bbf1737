"""Alignment: passages with their details become links and story points."""

from collections.abc import Iterable, Sequence

from tui.align.context import another_day
from tui.align.labels import label
from tui.align.likeness import Likenesses, Step, likenesses
from tui.align.near import near
from tui.align.nearest import nearest
from tui.align.points import Pair, group
from tui.align.story import Story, story_of
from tui.align.why import Reasons
from tui.model.alignment import Alignment, Hands, Link, Point
from tui.model.article import Article
from tui.model.detail import Extraction
from tui.model.settings import AlignSettings


def align(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    settings: AlignSettings = AlignSettings(),
    hands: Hands = Hands(),
    *,
    step: Step = lambda _share: None,
) -> Alignment:
    """Return the links between the articles' passages, the story points that they span and the nearest misses.

    The order of the articles changes nothing but the sigla. What ``hands`` linked or cut outranks what is found, and the
    points are grouped around it. ``step`` is told the share of the work that is done, 0 to 1, and may raise to stop it.
    Raises ``ModelError`` where the settings name an embedding model that cannot be used.
    """
    story = story_of(articles, extractions)
    if not story.passages:
        return Alignment()
    found = likenesses(story, settings, lambda share: step(0.6 * share))
    step(0.6)
    linked, cut = _places(story, hands.linked), _places(story, hands.cut)
    links = _links(story, found, settings, linked, cut)
    step(0.7)
    groups = group(story, found.pairs, linked, cut, settings)
    step(0.9)
    together = {(a, b) for members in groups for a in members for b in members if a < b}
    together |= cut | _places(story, ((link.a, link.b) for link in links))
    beside = near(story, found, together, settings)
    return Alignment(links, _points(story, found, groups), nearest(story, found.pairs, links), beside)


def _places(story: Story, ids: Iterable[tuple[str, str]]) -> frozenset[Pair]:
    """Return the places in the story of pairs of passages, the earlier first; pairs it does not hold are left out."""
    places = {passage.id: place for place, passage in enumerate(story.passages)}
    pairs = [(places[one], places[other]) for one, other in ids if one in places and other in places]
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _links(
    story: Story, found: Likenesses, settings: AlignSettings, linked: Iterable[Pair], cut: frozenset[Pair]
) -> tuple[Link, ...]:
    """Return the links in reading order: pairs alike enough and those made by hand, without those cut by hand."""
    pairs = found.pairs.only(found.pairs.likeness >= settings.threshold + settings.crowding * found.average)
    columns = (pairs.a, pairs.b, pairs.likeness, pairs.covered_a, pairs.covered_b)
    by_hand = dict.fromkeys(linked, (0.0, 0.0, 0.0))
    known = by_hand | {(a, b): (*values,) for a, b, *values in zip(*(column.tolist() for column in columns), strict=True)}
    reasons = Reasons(story, found.terms, found.alike)
    links: dict[Pair, Link] = {}
    for (one, other), (likeness, *covered) in known.items():
        if (one, other) in cut:
            continue
        a, b = sorted((one, other), key=story.reading.__getitem__)
        share_a, share_b = covered if a == one else reversed(covered)
        links[story.reading[a], story.reading[b]] = Link(
            story.passages[a].id,
            story.passages[b].id,
            round(likeness, 3),
            round(share_a, 3),
            round(share_b, 3),
            reasons.why(a, b),
            (one, other) in by_hand,
            another_day(story, a, b),
        )
    return tuple(links[place] for place in sorted(links))


def _points(story: Story, found: Likenesses, groups: Sequence[tuple[int, ...]]) -> tuple[Point, ...]:
    """Return the groups as points, numbered in reading order."""
    ordered = [sorted(members, key=story.reading.__getitem__) for members in groups]
    ordered.sort(key=lambda members: story.reading[members[0]])
    weights = dict(zip(story.terms, found.terms.tolist(), strict=True))
    return tuple(
        Point(
            f"P{number}",
            label(story, sorted(members), weights),
            tuple(story.passages[place].id for place in members),
        )
        for number, members in enumerate(ordered, 1)
    )
