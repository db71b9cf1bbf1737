"""Apart: how the places of two scenes that are likely one stand to each other, and how sure it must be to tell it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from tui.compare.claims.places.scenes import Scene
from tui.compare.claims.places.spots import Spot
from tui.compare.names.filling import akin
from tui.compare.story import Story
from tui.language.gazetteer import Sort, gazetteer
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.collation import Verdict

_LEAST: Final = 0.92  # evidence that two scenes are one
_MORE: Final = 1.2  # the same where only one of them says what the other does not
_GENERAL: Final = frozenset(
    map(
        stem,
        lexicon("scene place spot site area region part location home country nation world city town village state property"),
    )
)
"""Stems of nouns that any place can have."""
_BESIDE: Final = frozenset(map(stem, lexicon("nearby local same other another neighboring neighbouring surrounding own")))
"""Stems of words that tell no more of a place than that it is near."""
_NARROW: Final = 2  # words of a place that says little
_SURE: Final = 1.4  # the same where the one is inside of what the other is outside of
_INSIDE: Final = lexicon("in inside within aboard into")
_OUTSIDE: Final = lexicon("outside near off beside behind around")
Sides = tuple[tuple[Spot, ...], tuple[Spot, ...], float]
"""What two scenes say of where they are, with the evidence asked for."""


def sides(story: Story, x: Scene, y: Scene, said: Mapping[str, frozenset[str]]) -> Iterator[Sides]:
    """Yield in what places two scenes part; ``said`` are the stems by which each article tells where such an event was."""
    here, there = _unsaid(story, x, y, said), _unsaid(story, y, x, said)
    yield from _inside_out(x, y)
    yield from _told_otherwise(story, x, y, here, there)


def _inside_out(x: Scene, y: Scene) -> Iterator[Sides]:
    """Yield one place in which the one scene is, and outside of which the other."""
    for s in x.spots:
        for t in y.spots:
            one = s.head == t.head and not _general(s) and (s.names <= t.names or t.names <= s.names)
            if one and {s.tie, t.tie} & _INSIDE and {s.tie, t.tie} & _OUTSIDE and not _both(x, y, s.head):
                yield (s,), (t,), _SURE


def _both(x: Scene, y: Scene, head: str) -> bool:
    """Return whether one of two scenes is both inside and outside of a place."""
    return any(len({s.tie for s in scene.spots if s.head == head}) > 1 for scene in (x, y))


def _told_otherwise(story: Story, x: Scene, y: Scene, here: tuple[Spot, ...], there: tuple[Spot, ...]) -> Iterator[Sides]:
    """Yield the places that answer one question for two scenes and of which the other article does not tell."""
    for way in dict.fromkeys(s.way for s in (*here, *there)):
        one, two = (tuple(s for s in side if s.way == way) for side in (here, there))
        all_of_x, all_of_y = (tuple(s for s in scene.spots if s.way == way) for scene in (x, y))
        if one and two:
            yield one, two, _LEAST
        elif one and (facing := _facing(one, all_of_x, all_of_y, story.named(x.passage.siglum))) is not None:
            yield *facing, _MORE
        elif two and (facing := _facing(two, all_of_y, all_of_x, story.named(y.passage.siglum))) is not None:
            yield facing[1], facing[0], _MORE


def _facing(
    more: tuple[Spot, ...], whole: tuple[Spot, ...], other: tuple[Spot, ...], named: frozenset[str]
) -> tuple[tuple[Spot, ...], tuple[Spot, ...]] | None:
    """Return what one scene says more, with what the other says in its place; ``None`` where that is not worth setting apart.

    ``whole`` is all that the first says, ``named`` what its article names. Where the one only adds a land or state, or the
    other only points, nothing is set apart.
    """
    heads = {s.head for s in whole}
    if all(s.named and _is_land(s) for s in more) or not other or any(s.bare for s in other) or more[0] != whole[0]:
        return None
    instead = tuple(s for s in other if s.head not in heads)
    inside = any(s.head in t.narrowed for s in instead for t in more)  # a hotel, and her room in it
    one_name = any(akin(a, b) for s in more if s.named for t in other if t.named for a in s.names for b in t.names)
    if inside or one_name or any(s.named and s.names & named for s in instead):
        return None
    return (more, instead) if instead else (whole, other)


def _is_land(spot: Spot) -> bool:
    """Return whether a place is a land or state."""
    known = (gazetteer().places.get(name) for name in spot.names)
    return all(entry is not None and entry.sort in {Sort.COUNTRY, Sort.STATE} for entry in known)


def stems_said(own: Sequence[Scene]) -> Mapping[str, frozenset[str]]:
    """Return the stems by which each article tells where a kind of event was, by its siglum."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for scene in own:
        told[scene.passage.siglum] |= {stem for spot in scene.spots for stem in spot.stems}
    return {siglum: frozenset(stems) for siglum, stems in told.items()}


def _unsaid(story: Story, x: Scene, y: Scene, said: Mapping[str, frozenset[str]]) -> tuple[Spot, ...]:
    """Return where a scene is that the other's article does not say of such an event."""
    known = said[y.passage.siglum] | _stems(y.passage.folded)
    names = story.named(y.passage.siglum)
    return tuple(s for s in x.spots if not (s.bare or _general(s) or _known(s, known, names)))


@lru_cache(maxsize=512)
def _stems(folded: str) -> frozenset[str]:
    """Return the stems of the words of a passage."""
    return frozenset(word.stem for word in words(folded))


def _general(spot: Spot) -> bool:
    """Return whether a place is told by a noun for any place, and nothing narrows it."""
    return spot.head in _GENERAL and len(spot.stems) <= _NARROW


def _known(spot: Spot, known: frozenset[str], names: frozenset[str]) -> bool:
    """Return whether a place is told: all its words, or its names and its head."""
    if spot.named and spot.names <= names and spot.tie != "between":
        return True
    return not {stem for stem in spot.stems - known - _BESIDE if known.isdisjoint(synonyms(stem))}


def verdict_on(x: Spot, y: Spot) -> Verdict:
    """Return what is said of two places: two lands, states or cities part, of others one may lie in the other."""
    if {x.tie, y.tie} & _INSIDE and "outside" in {x.tie, y.tie} and x.head == y.head:
        return Verdict.DIFFERS
    if len(x.names) == 1 == len(y.names) and not any(akin(a, b) for a in x.names for b in y.names):
        known = [gazetteer().places.get(next(iter(s.names))) for s in (x, y)]
        sorts = {entry.sort for entry in known if entry is not None}
        if None not in known and len(sorts) == 1 and sorts <= {Sort.COUNTRY, Sort.STATE, Sort.CITY}:
            return Verdict.DIFFERS
    return Verdict.PRECISION
