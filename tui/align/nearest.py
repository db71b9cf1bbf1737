"""The nearest miss of every passage that has no counterpart in an article, so that a silence can be defended."""

from collections.abc import Iterable

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
    one, other = np.concatenate((pairs.a, pairs.b)), np.concatenate((pairs.b, pairs.a))
    likeness = np.concatenate((pairs.likeness, pairs.likeness))
    keys = one * story.articles + story.owner[other]
    order = np.lexsort((other, -likeness, keys))
    first = np.flatnonzero(np.diff(keys[order], prepend=-1))
    best = order[first]
    columns = (one[best], other[best], story.owner[other[best]], likeness[best])
    missing = {
        (story.reading[place], story.reading[there]): Candidate(
            story.passages[place].id, story.passages[there].id, round(like, 3)
        )
        for place, there, article, like in zip(*(column.tolist() for column in columns), strict=True)
        if (story.passages[place].id, article) not in met
    }
    return tuple(missing[place] for place in sorted(missing))
