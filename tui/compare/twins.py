"""Twins: two passages told nearly word for word, whose words can be held against each other one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel, Levenshtein

from tui.language.clauses import parse
from tui.model.alignment import Link
from tui.model.article import Passage
from tui.model.detail import Detail

_ALIKE: Final = 0.72  # the least share of words in common, in order
_SHORT: Final = 6  # passages of fewer words are alike by chance


@dataclass(frozen=True, slots=True)
class Swap:
    """A place at which two twins part: the words of the one stand where those of the other do."""

    a: tuple[int, int]
    """Places of the first passage's tokens, the end left out; empty where the second one adds words."""
    b: tuple[int, int]
    """Places of the second passage's tokens."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two passages told nearly word for word, the one of the earlier article first."""

    a: str
    """The id of the first passage."""
    b: str
    """The id of the second."""
    alike: float
    """The share of words in common, 0 to 1."""
    across: Mapping[int, int]
    """The place of each token of the first passage that stands in the second, and its place there."""
    swaps: tuple[Swap, ...]
    """Where they part, in reading order."""


def find_twins(links: Sequence[Link], passages: Mapping[str, Passage]) -> dict[tuple[str, str], Twin]:
    """Return the twins among linked passages, each other's best in their two articles, under both orders of the pair."""
    alike: dict[tuple[str, str], float] = {}
    for link in links:
        one, two = (tuple(t.word.stem for t in parse(passages[p].folded)) for p in (link.a, link.b))
        if min(len(one), len(two)) >= _SHORT:
            share = Indel.normalized_similarity(one, two, score_cutoff=_ALIKE)
            if share:
                alike[link.a, link.b] = share
    best: dict[tuple[str, str], float] = {}
    for (a, b), share in alike.items():
        for here, there in ((a, passages[b].siglum), (b, passages[a].siglum)):
            best[here, there] = max(best.get((here, there), 0.0), share)
    found: dict[tuple[str, str], Twin] = {}
    for (a, b), share in alike.items():
        if best[a, passages[b].siglum] <= share and best[b, passages[a].siglum] <= share:
            found[a, b] = _twin(passages[a], passages[b], share)
            found[b, a] = _twin(passages[b], passages[a], share)
    return found


def _twin(a: Passage, b: Passage, share: float) -> Twin:
    """Return two passages as twins, their words held against each other."""
    steps = Levenshtein.opcodes([t.word.stem for t in parse(a.folded)], [t.word.stem for t in parse(b.folded)])
    across: dict[int, int] = {}
    swaps: list[Swap] = []
    for step in steps:
        if step.tag == "equal":
            across |= dict(zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True))
        else:
            swaps.append(Swap((step.src_start, step.src_end), (step.dest_start, step.dest_end)))
    return Twin(a.id, b.id, share, across, tuple(swaps))


def faces(twin: Twin, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Return whether tokens of the first passage stand where the tokens of the second do, spans with the end left out."""
    if any(two[0] <= twin.across.get(n, -1) < two[1] for n in range(*one)):
        return True
    return any(_overlap(swap.a, one) and _overlap(swap.b, two) for swap in twin.swaps)


def _overlap(x: tuple[int, int], y: tuple[int, int]) -> bool:
    """Return whether two spans share a place."""
    return x[0] < y[1] and y[0] < x[1]


def places(passage: Passage, detail: Detail) -> tuple[int, int]:
    """Return the places of the tokens that a detail covers, the end left out."""
    own = [n for n, t in enumerate(parse(passage.folded)) if t.word.start < detail.end and t.word.end > detail.start]
    return (own[0], own[-1] + 1) if own else (0, 0)
