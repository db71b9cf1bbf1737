"""Placed: one event that two articles put in other words at a place: *at a school in Lund*, *near a crossing*."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import Weighed, telling, weigh_settings
from tui.compare.claims.partings import shared
from tui.compare.claims.places.scenes import Scene, scenes
from tui.compare.claims.places.spots import Spot
from tui.compare.draft import Draft, reading
from tui.compare.names.filling import akin
from tui.compare.story import Story
from tui.compare.words.asked import placed
from tui.compare.words.note import note
from tui.language.gazetteer import Sort, gazetteer
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

_LEAST: Final = 0.92  # evidence that two scenes are one
_MORE: Final = 1.2  # the same where only one of them says what the other does not
_WORD: Final = 0.4  # what one word for what happens is worth
_KIND: Final = 0.25  # the same for two words of one kind
_LEDE: Final = 4  # passages in which an article tells what it is about
_MAIN: Final = 0.4  # what it is worth that both articles are about such an event
_PEOPLE: Final = 0.5  # the same for a person whom both passages name
_NAMES: Final = 0.3  # the same for any other name
_NEAR: Final = 0.5  # the most that passages which are not linked are worth
_OTHERS: Final = -1.0  # other persons or bodies take part
_COMMA: Final = 2  # characters between two phrases that are told as one
_WORDS: Final = 8  # of a reading
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
_Sides = tuple[tuple[Spot, ...], tuple[Spot, ...], float]
"""What two scenes say of where they are, with the evidence asked for."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two scenes that are likely one, with the places in which they part."""

    score: float
    x: Scene
    y: Scene
    here: tuple[Spot, ...]
    there: tuple[Spot, ...]
    signs: tuple[str, ...]


def placed_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the events that two articles place in other words, each scene once against each other article."""
    by_kind: defaultdict[str, list[Scene]] = defaultdict(list)
    for scene in scenes(story, found):
        by_kind[scene.kind].append(scene)
    pairs = [pair for own in by_kind.values() for pair in _pairs(story, own)]
    taken: set[tuple[str, int, str]] = set()
    for pair in sorted(pairs, key=lambda p: (-p.score, p.x.passage.text, p.x.at, p.y.passage.text, p.y.at)):
        ends = {
            (pair.x.passage.id, pair.here[0].start, pair.y.passage.siglum),
            (pair.y.passage.id, pair.there[0].start, pair.x.passage.siglum),
        }
        if not taken & ends:
            taken |= ends
            draft = _draft(story, pair)
            if draft is not None:
                yield draft


def _pairs(story: Story, own: Sequence[Scene]) -> Iterator[_Pair]:
    """Yield the scenes of one kind that are likely one and told at places in other words."""
    said = _said(own)
    main = _main(story, own)
    for a, b in combinations(own, 2):
        if a.passage.siglum == b.passage.siglum or a.passage.id == b.passage.id:
            continue
        x, y = (a, b) if story.first(a.passage.id, b.passage.id) else (b, a)
        here, there = _unsaid(story, x, y, said), _unsaid(story, y, x, said)
        evidence: tuple[float, tuple[str, ...]] | None = None
        for one, two, least in (*_inside_out(x, y), *_told_otherwise(story, x, y, here, there)):
            evidence = evidence or _evidence(story, x, y, main)
            if evidence[0] >= least:
                yield _Pair(evidence[0], x, y, one, two, evidence[1])


def _inside_out(x: Scene, y: Scene) -> Iterator[_Sides]:
    """Yield one place in which the one scene is, and outside of which the other."""
    for s in x.spots:
        for t in y.spots:
            one = s.head == t.head and not _general(s) and (s.names <= t.names or t.names <= s.names)
            if one and {s.tie, t.tie} & _INSIDE and {s.tie, t.tie} & _OUTSIDE and not _both(x, y, s.head):
                yield (s,), (t,), _SURE


def _both(x: Scene, y: Scene, head: str) -> bool:
    """Return whether one of two scenes is both inside and outside of a place."""
    return any(len({s.tie for s in scene.spots if s.head == head}) > 1 for scene in (x, y))


def _told_otherwise(story: Story, x: Scene, y: Scene, here: tuple[Spot, ...], there: tuple[Spot, ...]) -> Iterator[_Sides]:
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


def _main(story: Story, own: Sequence[Scene]) -> frozenset[str]:
    """Return the articles that tell of a kind of event where they say what they are about."""
    ledes = {p.id for a in story.articles for p in a.passages[:_LEDE]}
    return frozenset(s.passage.siglum for s in own if s.passage.id in ledes)


def _said(own: Sequence[Scene]) -> Mapping[str, frozenset[str]]:
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


def _evidence(story: Story, x: Scene, y: Scene, main: frozenset[str]) -> tuple[float, tuple[str, ...]]:
    """Weigh what says that two scenes are one event."""
    signs: list[Weighed] = [(_WORD if x.word == y.word else _KIND, f"both tell of one kind of event: “{x.word}”")]
    doubts: list[Weighed] = []
    weigh_settings(story, x, y, signs, doubts)
    signs.append((_NEAR * story.near(x.passage.id, y.passage.id), ""))
    common = shared(x.parties, y.parties)
    named = [{key for key in s.parties if key.startswith("=")} for s in (x, y)]
    if common:
        signs.append((max(telling(story, key) for key in common), "both are about one party"))
    elif all(named):
        doubts.append((_OTHERS, "they are about other parties"))
    if {x.passage.siglum, y.passage.siglum} <= main:
        signs.append((_MAIN, "both articles are about such an event"))
    cast = story.named(x.passage.id) & story.named(y.passage.id)
    people = {d.value.full for d in story.people.named.get(x.passage.id, ()) if isinstance(d.value, Name)} & cast
    if cast and not common:
        signs.append((_PEOPLE if people else _NAMES, f"both name {min(people or cast)}"))
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    return score, tuple(text for _, text in sorted(signs, reverse=True) if text)


def _draft(story: Story, pair: _Pair) -> Draft | None:
    """Return the fact of two places; ``None`` where no passage tells what is asked."""
    spots = [(s.passage.id, s.at) for s in (pair.x, pair.y)]
    topic = next((q for spot in spots if (q := placed(story, spot, pair.here[0].way)) and " 's" not in q), "")
    if not topic:
        return None
    readings = tuple(
        reading(story, scene.passage.id, *_span(scene, own), " / ".join(sorted(own[0].names)) or None)
        for scene, own in ((pair.x, pair.here), (pair.y, pair.there))
    )
    verdict = _verdict(pair.here[0], pair.there[0])
    end = "they are two places" if verdict is Verdict.DIFFERS else "the place is told otherwise, or the one lies in the other"
    return Draft(Kind.PLACE, topic, verdict, readings, note(verdict, readings, end), pair.signs, pair.score)


def _span(scene: Scene, own: Sequence[Spot]) -> tuple[int, int]:
    """Return the words that say where, at most eight."""
    start, end = own[0].start, own[0].end
    for spot in own[1:]:
        if len(words(scene.passage.folded[start : spot.end])) <= _WORDS and spot.start - end <= _COMMA:
            end = spot.end
    return start, end


def _verdict(x: Spot, y: Spot) -> Verdict:
    """Return what is said of two places: two lands, states or cities part, of others one may lie in the other."""
    if {x.tie, y.tie} & _INSIDE and "outside" in {x.tie, y.tie} and x.head == y.head:
        return Verdict.DIFFERS
    if len(x.names) == 1 == len(y.names) and not any(akin(a, b) for a in x.names for b in y.names):
        known = [gazetteer().places.get(next(iter(s.names))) for s in (x, y)]
        sorts = {entry.sort for entry in known if entry is not None}
        if None not in known and len(sorts) == 1 and sorts <= {Sort.COUNTRY, Sort.STATE, Sort.CITY}:
            return Verdict.DIFFERS
    return Verdict.PRECISION
