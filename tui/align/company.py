"""Company: two passages that a third one is like are likelier to tell the same."""

from typing import Final

import numpy as np

from tui.align.pairs import Pairs
from tui.align.sparse import Floats

_NEAREST: Final = 40  # how many of the passages most like a third one it speaks for; nothing chains further than over one
_CLOSE: Final = 0.2  # likeness from which it does, and what a pair without any has


def in_company(pairs: Pairs, count: int) -> Floats:
    """Return for each pair how like both the third passage is that is most so: the lesser of its two likenesses.

    It is never below the least that counts. ``count`` is the number of passages. A pair is of two articles, so that a third
    passage is always of a third one.
    """
    close = pairs.only(pairs.likeness >= _CLOSE)
    thirds, others = np.concatenate((close.a, close.b)), np.concatenate((close.b, close.a))
    likeness = np.concatenate((close.likeness, close.likeness))
    order = np.lexsort((others, -likeness, thirds))
    ranks = np.arange(len(order)) - np.searchsorted(thirds[order], thirds[order])
    order = order[ranks < _NEAREST]
    thirds, others, likeness = thirds[order], others[order], likeness[order]
    keys, best = pairs.a * count + pairs.b, np.full(len(pairs), _CLOSE)
    for step in range(1, min(_NEAREST, len(order))):
        first = np.flatnonzero(thirds[step:] == thirds[:-step])
        one, other = others[first], others[first + step]
        wanted = np.minimum(one, other) * count + np.maximum(one, other)
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        held = keys[places] == wanted
        np.maximum.at(best, places[held], likeness[first + step][held])  # the later in order is the less like
    return best
