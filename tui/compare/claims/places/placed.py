"""Placed: one event that two articles put in other words at a place: *at a school in Lund*, *near a crossing*."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import Weighed, telling, weigh_settings
from tui.compare.claims.partings import shared
from tui.compare.claims.places.apart import sides, stems_said, verdict_on
from tui.compare.claims.places.scenes import Scene, scenes
from tui.compare.claims.places.spots import Spot
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.asked import placed
from tui.compare.words.note import note
from tui.language.words import words
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

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


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two scenes that are likely one, with the places in which they part."""

    score: float
    """The weight of the evidence that they are one."""
    x: Scene
    """The one scene."""
    y: Scene
    """The other."""
    here: tuple[Spot, ...]
    """Where the one puts it."""
    there: tuple[Spot, ...]
    """Where the other puts it."""
    signs: tuple[str, ...]
    """The evidence in plain words."""


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
    said = stems_said(own)
    main = _main(story, own)
    for a, b in combinations(own, 2):
        if a.passage.siglum == b.passage.siglum or a.passage.id == b.passage.id:
            continue
        x, y = (a, b) if story.first(a.passage.id, b.passage.id) else (b, a)
        evidence: tuple[float, tuple[str, ...]] | None = None
        for one, two, least in sides(story, x, y, said):
            evidence = evidence or _evidence(story, x, y, main)
            if evidence[0] >= least:
                yield _Pair(evidence[0], x, y, one, two, evidence[1])


def _main(story: Story, own: Sequence[Scene]) -> frozenset[str]:
    """Return the articles that tell of a kind of event where they say what they are about."""
    ledes = {p.id for a in story.articles for p in a.passages[:_LEDE]}
    return frozenset(s.passage.siglum for s in own if s.passage.id in ledes)


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
    verdict = verdict_on(pair.here[0], pair.there[0])
    end = "they are two places" if verdict is Verdict.DIFFERS else "the place is told otherwise, or the one lies in the other"
    return Draft(Kind.PLACE, topic, verdict, readings, note(verdict, readings, end), pair.signs, pair.score)


def _span(scene: Scene, own: Sequence[Spot]) -> tuple[int, int]:
    """Return the words that say where, at most eight."""
    start, end = own[0].start, own[0].end
    for spot in own[1:]:
        if len(words(scene.passage.folded[start : spot.end])) <= _WORDS and spot.start - end <= _COMMA:
            end = spot.end
    return start, end
