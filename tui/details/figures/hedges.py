"""Hedges of figures: the words before and behind that make a figure an interval."""

from collections.abc import Sequence
from functools import cache

from tui.details.figures.tokens import Token
from tui.language.tables import rows
from tui.model.detail import Bound

Phrases = dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]


@cache
def _phrases(place: str) -> Phrases:
    """Return the hedges of a place by the word that touches the figure, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for where, bound, phrase in rows("tui.details.figures", "hedges.tsv"):
        if where == place:
            parts = tuple(phrase.split())
            found.setdefault(parts[-1 if place == "before" else 0], []).append((parts, Bound[bound.upper()]))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}


def before(tokens: Sequence[Token], at: int) -> tuple[Bound | None, int]:
    """Return the hedge that ends right before token ``at`` and the index of its first token.

    Hedges may be stacked: ``at least about`` is at least, ``over nearly`` is what stands nearest. ``None`` where there is none.
    """
    bound: Bound | None = None
    first = at
    while first > 0:
        found = _one_before(tokens, first)
        if found is None:
            break
        nearer, first = found
        bound = nearer if bound in {None, Bound.ABOUT} else bound
    return bound, first


def _one_before(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """Return the one hedge that ends right before token ``at`` with its first index."""
    for parts, bound in _phrases("before").get(tokens[at - 1].lower, ()):
        first = at - len(parts)
        if first >= 0 and all(tokens[first + n].lower == part for n, part in enumerate(parts)):
            return bound, first
    return None


def behind(tokens: Sequence[Token], at: int) -> tuple[Bound | None, int]:
    """Return the hedge that begins at token ``at`` and the index after it; ``None`` where there is none."""
    if at < len(tokens):
        for parts, bound in _phrases("behind").get(tokens[at].lower, ()):
            last = at + len(parts)
            if last <= len(tokens) and all(tokens[at + n].lower == part for n, part in enumerate(parts)):
                return bound, last
    return None, at
