"""The nearest miss of every passage that has no counterpart in an article, so that a silence can be defended."""

from collections.abc import Iterable, Iterator

import numpy as np

from tui.align.pairs import Pairs
from tui.align.story import Story
from tui.model.alignment import Candidate, Link


def nearest(story: Story, pairs: Pairs, links: Iterable[Link]) -> tuple[Candidate, ...]:
    """Return for each passage and article without a link between them the passage there that is most like it.

    A passage that has next to nothing in common with any passage of an article has no candidate there.
    """
    owners = {passage.id: owner for passage, owner in zip(story.passages, story.owner.tolist(), strict=True)}
    ends = [(link.a, link.b) for link in links]
    met = {(a, owners[b]) for a, b in ends} | {(b, owners[a]) for a, b in ends}
    missing = {
        (story.reading[place], story.reading[there]): Candidate(
            story.passages[place].id, story.passages[there].id, round(like, 3)
        )
        for place, there, article, like in _best(story, pairs)
        if (story.passages[place].id, article) not in met
    }
    return tuple(missing[place] for place in sorted(missing))


def _best(story: Story, pairs: Pairs) -> Iterator[tuple[int, int, int, float]]:
    """Yield for each passage and article the first of the passages there that are most like it, the article and the likeness."""
    ways = ((pairs.a, pairs.b), (pairs.b, pairs.a))
    keys = [one * story.articles + story.owner[other] for one, other in ways]
    most = np.zeros(len(story.passages) * story.articles)
    for key in keys:
        np.maximum.at(most, key, pairs.likeness)
    kept = [np.flatnonzero(pairs.likeness == most[key]) for key in keys]
    one, other = (np.concatenate([way[end][best] for way, best in zip(ways, kept, strict=True)]) for end in (0, 1))
    order = np.lexsort((other, story.owner[other], one))
    one, other = one[order], other[order]
    key = one * story.articles + story.owner[other]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    columns = (one[first], other[first], story.owner[other[first]], most[key[first]])
    return zip(*(column.tolist() for column in columns), strict=True)
