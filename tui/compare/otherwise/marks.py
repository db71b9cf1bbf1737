"""Marks: what says that two units of linked passages tell of one thing and part in something that a reader cares for."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.compare.otherwise.units import Sort, Unit, units
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import comparable, standing
from tui.language.events import event_of
from tui.language.grammar import LIGHT
from tui.language.nouns import sort_of
from tui.language.opposites import opposed
from tui.language.scales import antonyms, degrees
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.article import PassageKind
from tui.model.detail import Kind, Moment, Name

_SAYING: Final = lexicon("say tell add")
_TOP: Final = 3  # passages at the head of an article
_RICH: Final = 3.0  # the rarity of words that units share or have alone, at most
_DEED: Final = frozenset({"same", "synonym", "event"})


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of the passages of a story before their units are held against each other."""

    story: Story
    """The story."""
    mates: tuple[tuple[str, str], ...]
    """The linked passages that are each other's best in their two articles, the first by its words first."""
    units: Mapping[str, tuple[Unit, ...]]
    """The units of each of these passages."""
    links: Mapping[str, int]
    """How many links each passage has."""


def pages(story: Story) -> Pages:
    """Return what is known of the passages of a story."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    for (a, b), likeness in story.likeness.items():
        key = a, story.passages[b].siglum
        best[key] = max(best[key], likeness)
    mates = tuple(_mates(story, best))
    mated = {p: units(story, p) for p in sorted({p for pair in mates for p in pair})}
    return Pages(story, mates, mated, Counter(a for a, _ in story.likeness))


def _mates(story: Story, best: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    """Yield the linked passages that are each other's best in their two articles."""
    for (a, b), likeness in story.likeness.items():
        sigla = story.passages[a].siglum, story.passages[b].siglum
        if story.first(a, b) and best[a, sigla[1]] <= likeness >= best[b, sigla[0]]:
            yield a, b


def around(known: Pages, a: str, b: str) -> dict[str, float]:
    """Return the marks of two linked passages, whatever is compared of them."""
    story, order = known.story, known.story.order
    one, two = story.passages[a], story.passages[b]
    likeness = story.alike(a, b)
    shared, least = story.stems[a] & story.stems[b], min(len(story.stems[a]), len(story.stems[b]))
    return {
        "likeness": likeness,
        "cover": len(shared) / (least or 1),
        "twin": float((a, b) in story.twins),
        "headline": float(sum(p.kind is PassageKind.HEADLINE for p in (one, two))),
        "top": float(max(order[a], order[b]) <= _TOP),
        "early": 1 / (1 + order[a]) + 1 / (1 + order[b]),
        "articles": len(story.articles) / 5,
        "links": math.log1p(known.links[a] + known.links[b]),
        "units": math.log1p(len(known.units[a])) + math.log1p(len(known.units[b])),
        "recalled": float(bool({a, b} & story.recalled)),
        "always": 1.0,
    }


def tied(a: Unit, b: Unit) -> bool:
    """Return whether two units can be about one thing at all: by their heads, words, verbs or neighbours."""
    x, y = a.cut, b.cut
    if (x.sort is Sort.PHRASE) != (y.sort is Sort.PHRASE) or x.sort is y.sort is Sort.QUALITY:
        return False
    if not a.stems.isdisjoint(b.stems) or (a.lead == b.lead and a.trail == b.trail) or kin(x.head, y.head) != "other":
        return a.text != b.text and (a.stems, a.denied, a.hedged) != (b.stems, b.denied, b.hedged)
    if x.sort is Sort.PHRASE:
        return bool(x.role) and x.role == y.role and kin(x.verb, y.verb) in _DEED
    return bool(x.agent) and x.agent == y.agent


@lru_cache(maxsize=65536)
def kin(one: str, two: str) -> str:
    """Return how two heads stand to each other, ``other`` where nothing ties them."""
    a, b = stem(one), stem(two)
    if one == two or a == b:
        return "same"
    if b in synonyms(a) or a in synonyms(b):
        return "synonym"
    if opposed(one, two) or antonyms(one, two):
        return "opposed"
    if any(x.scale == y.scale for x in degrees(one) for y in degrees(two)):
        return "scale"
    if event_of(a) and event_of(a) == event_of(b):
        return "event"
    return "sort" if sort_of(one) is not None and sort_of(one) is sort_of(two) else "other"


def marks(known: Pages, a: Unit, b: Unit) -> dict[str, float]:
    """Return the marks of two units themselves."""
    own = _of_phrases(a, b) if a.cut.sort is Sort.PHRASE else _of_clauses(a, b)
    return {**dict(own), **dict(_of_words(known, a, b)), **dict(_of_details(a, b))}


def _of_phrases(a: Unit, b: Unit) -> Iterator[tuple[str, float]]:
    """Yield the marks of two phrases: their nouns, what they are to their verbs, what they hold."""
    x, y = a.cut, b.cut
    head, verbs = kin(x.head, y.head), kin(x.verb, y.verb) if x.verb and y.verb else "none"
    yield f"head {head}", 1.0
    yield f"verb {verbs}", 1.0
    alike = bool(x.role) and x.role == y.role
    yield "role", float(alike)
    yield "role of one deed", float(alike and verbs in _DEED)
    if x.preposition and y.preposition:
        yield "preposition" if x.preposition == y.preposition else "other preposition", 1.0
    yield "times", float(x.timed and y.timed)
    yield "one a time", float(x.timed != y.timed)
    yield "figures", float(a.numbered and b.numbered)
    yield "one a figure", float(a.numbered != b.numbered)
    yield "names", float(a.named and b.named)
    yield "one a name", float(a.named != b.named)
    if head == "same":
        yield "same head, names", float(a.named and b.named)
        yield "same head, figures", float(a.numbered and b.numbered)
        yield "same head, one a figure", float(a.numbered != b.numbered)
        yield "narrowed otherwise", float(x.modifiers != y.modifiers)


def _of_clauses(a: Unit, b: Unit) -> Iterator[tuple[str, float]]:
    """Yield the marks of two clauses: their verbs, who does it and whom it befalls."""
    x, y = a.cut, b.cut
    mixed = "mixed, " if x.sort is not y.sort else ""
    yield f"{mixed}head {kin(x.head, y.head)}", 1.0
    for name, one, two in (("agent", x.agent, y.agent), ("patient", x.patient, y.patient)):
        if one and two:
            yield name if one == two else f"other {name}", 1.0
    yield "light", float((x.verb in LIGHT) + (y.verb in LIGHT))
    yield "saying", float((x.verb in _SAYING) + (y.verb in _SAYING))


def _of_words(known: Pages, a: Unit, b: Unit) -> Iterator[tuple[str, float]]:
    """Yield what the words of two units say: which they share, which are new to the other passage or article."""
    story = known.story
    shared, either = a.stems & b.stems, a.stems | b.stems
    yield "share", len(shared) / (len(either) or 1)
    yield "one more", float(a.stems < b.stems or b.stems < a.stems)
    yield "lead", float(a.lead == b.lead)
    yield "trail", float(a.trail == b.trail)
    yield "lead and trail", float(a.lead == b.lead and a.trail == b.trail)
    yield "denial", float(a.denied != b.denied)
    yield "hedge", float(a.hedged != b.hedged)
    new = a.stems - story.stems[b.passage], b.stems - story.stems[a.passage]
    yield "new words", float(bool(new[0])) + float(bool(new[1])) if all(new) else 0.0
    yield "new words in one", float(bool(new[0]) != bool(new[1]))
    yield "no new words", float(not any(new))
    yield "newness", len(new[0]) / (len(a.stems) or 1) + len(new[1]) / (len(b.stems) or 1)
    yield "rare and new", min(_RICH, math.fsum(story.rarity.get(w, 0.0) for w in (*new[0], *new[1]))) / _RICH
    yield "rare and shared", min(_RICH, math.fsum(story.rarity.get(w, 0.0) for w in shared)) / _RICH
    sigla = story.passages[a.passage].siglum, story.passages[b.passage].siglum
    nowhere = new[0] - story.stems[sigla[1]], new[1] - story.stems[sigla[0]]
    yield "nowhere else", float(all(nowhere))
    yield "somewhere", float(not any(nowhere))
    yield "wholly nowhere else", float(nowhere[0] == a.stems) + float(nowhere[1] == b.stems)
    yield "synonyms", _synonymous(a.stems - b.stems, b.stems)
    yield "hub", float(not either.isdisjoint(story.hubs))
    yield "apart", abs(a.place - b.place)
    lengths = len(a.text.split()), len(b.text.split())
    yield "length", sum(lengths) / 8
    yield "longer", abs(lengths[0] - lengths[1]) / 4


def _synonymous(own: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the stems has a synonym among others."""
    return sum(not synonyms(word).isdisjoint(other) for word in own) / (len(own) or 1)


def _of_details(a: Unit, b: Unit) -> Iterator[tuple[str, float]]:
    """Yield what the names, figures and moments in two units say."""
    for one in a.details:
        for two in b.details:
            x, y = one.value, two.value
            if isinstance(x, Name) and isinstance(y, Name):
                if x.full == y.full:
                    yield "same name", 1.0
                elif one.kind is two.kind:
                    yield f"other {one.kind}", 1.0
            elif comparable(one, two):
                stands = standing(x, y)
                yield f"{'moment' if isinstance(x, Moment) else 'figure'} {stands.name.lower()}", 1.0
                yield "equal", float(stands is Standing.EQUAL)
    kinds = {detail.kind for unit in (a, b) for detail in unit.details}
    for kind in (Kind.PERSON, Kind.PLACE, Kind.ROLE, Kind.ORGANISATION):
        yield f"with {kind}", float(kind in kinds)
    yield "with moment", float(bool(kinds & {Kind.DATE, Kind.TIME}))
