"""Alignment: passages with their details become links and story points."""

from collections.abc import Mapping, Sequence

from tui.align.labels import label
from tui.align.likeness import Likenesses, likenesses
from tui.align.links import NONE, Likeness, Pair, chosen, known
from tui.align.points import group
from tui.align.story import Story, story_of
from tui.align.why import Reasons
from tui.model.alignment import Alignment, Candidate, Hands, Link, Point
from tui.model.article import Article
from tui.model.detail import Extraction
from tui.model.settings import AlignSettings


def align(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    settings: AlignSettings = AlignSettings(),
    hands: Hands = Hands(),
) -> Alignment:
    """Return the links between the articles' passages, the story points that they span and the nearest misses.

    The order of the articles changes nothing but the sigla. What ``hands`` linked or cut outranks what is found, and the
    points are grouped around it.
    """
    del extractions
    story = story_of(articles)
    if not story.passages:
        return Alignment()
    found = likenesses(story, settings)
    pairs = known(story, found.pairs)
    linked, cut = _places(story, hands.linked), _places(story, hands.cut)
    least = settings.threshold + settings.crowding * found.average
    links = _links(story, found, pairs, chosen(pairs, linked, cut, least), linked)
    groups = group(story, {pair: likeness.value for pair, likeness in pairs.items()}, linked, cut, settings)
    return Alignment(links, _points(story, found, groups), _candidates(story, found, links))


def _places(story: Story, ids: frozenset[tuple[str, str]]) -> frozenset[Pair]:
    """Return the places in the story of pairs of passages, the earlier first; pairs it does not hold are left out."""
    places = {passage.id: place for place, passage in enumerate(story.passages)}
    pairs = [(places[one], places[other]) for one, other in ids if one in places and other in places]
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _links(
    story: Story,
    found: Likenesses,
    likenesses: Mapping[Pair, Likeness],
    pairs: Sequence[Pair],
    linked: frozenset[Pair],
) -> tuple[Link, ...]:
    """Return the links in reading order, each with its reasons."""
    reasons = Reasons(story, found.terms, found.alike)
    links: dict[Pair, Link] = {}
    for one, other in pairs:
        likeness = likenesses.get((one, other), NONE)
        a, b = sorted((one, other), key=story.reading.__getitem__)
        covered = (likeness.covered_a, likeness.covered_b) if (a, b) == (one, other) else (likeness.covered_b, likeness.covered_a)
        links[story.reading[a], story.reading[b]] = Link(
            story.passages[a].id,
            story.passages[b].id,
            round(likeness.value, 3),
            round(covered[0], 3),
            round(covered[1], 3),
            reasons.why(a, b),
            (one, other) in linked,
        )
    return tuple(links[place] for place in sorted(links))


def _points(story: Story, found: Likenesses, groups: Sequence[tuple[int, ...]]) -> tuple[Point, ...]:
    """Return the groups as points, numbered in reading order."""
    ordered = [sorted(members, key=story.reading.__getitem__) for members in groups]
    ordered.sort(key=lambda members: story.reading[members[0]])
    return tuple(
        Point(
            f"P{number}",
            label(story, sorted(members), found.terms),
            tuple(story.passages[place].id for place in members),
        )
        for number, members in enumerate(ordered, 1)
    )


def _candidates(story: Story, found: Likenesses, links: Sequence[Link]) -> tuple[Candidate, ...]:
    """Return the nearest passage of every article in which a passage has no link."""
    owners = {passage.id: owner for passage, owner in zip(story.passages, story.owner.tolist(), strict=True)}
    met = {(link.a, owners[link.b]) for link in links} | {(link.b, owners[link.a]) for link in links}
    missing = {
        (story.reading[place], story.reading[there]): Candidate(
            story.passages[place].id, story.passages[there].id, round(like, 3)
        )
        for place, (nearest, near) in enumerate(zip(found.nearest.tolist(), found.near.tolist(), strict=True))
        for article, (there, like) in enumerate(zip(nearest, near, strict=True))
        if there >= 0 and (story.passages[place].id, article) not in met
    }
    return tuple(missing[place] for place in sorted(missing))
