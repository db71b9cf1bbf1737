"""Scenes: what happens somewhere, told by a verb or by a noun, with the words that say where: *shot dead outside a school*."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.places.spots import FROM, TO, WHERE, Spot, spots_before, spots_behind, spots_between, spots_of
from tui.compare.story import Story
from tui.language.deeds import kind_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon, row, rows
from tui.model.article import Passage, PassageKind
from tui.model.detail import Detail, Kind, Moment

_EMPTY: Final = lexicon("occur happen take come begin start erupt hold stage break unfold play strike go rage cause claim be")
"""Verbs that tell of an event only that it was."""
_GETS: Final = lexicon("receive earn obtain derive range suffer vary differ hear learn stem")
"""Verbs behind which *from* and *to* say no place."""
_CARE: Final = "care"
_CARED: Final = lexicon("""
    take rush fly airlift transport transfer carry admit bring hospitalize hospitalise lie stay recover list be remain treat
    undergo helicopter drive evacuate move check receive recuperate
""")
"""What is told of somebody who is in a hospital or on the way there."""
_SPEECH: Final = "speech"
_STAGES: Final = frozenset({Stage.DONE, Stage.GOING, Stage.MEANT})
_NAMES: Final = frozenset({Kind.PLACE, Kind.ORGANISATION, Kind.PERSON, Kind.NAME})


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens somewhere."""

    passage: Passage
    """The passage."""
    kind: str
    """The kind of what happens, as the table of them names it, else the kind of deed."""
    word: str
    """The verb or noun that tells it, in its base form."""
    at: int
    """Where that word begins."""
    parties: frozenset[str]
    """Keys of who takes part."""
    spots: tuple[Spot, ...]
    """Where, in reading order."""
    days: tuple[Moment, ...] = ()
    """The moments told beside it."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A passage with what reading its scenes asks for."""

    passage: Passage
    claims: Sequence[Claim]
    named: Sequence[Detail]
    moments: Sequence[Moment]


@cache
def _kinds(column: int) -> dict[str, str]:
    """Return the kind of each verb, in the first column of the table of them, or of each noun, in the second."""
    return {word: kind for kind, *told in rows("tui.language", "scenes.tsv") for word in told[column].split()}


_VERBS: Final = 0
_NOUNS: Final = 1


def scenes(story: Story, found: Sequence[Claim]) -> tuple[Scene, ...]:
    """Return the scenes of a story, those of each passage in reading order."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        claims[claim.passage.id].append(claim)
    moments = {place: [d.value for d in own if isinstance(d.value, Moment)] for place, own in story.details.items()}
    named = {place: names for place, own in story.details.items() if (names := [d for d in own if d.kind in _NAMES])}
    common = _common(tuple(story.passages.values()), found)
    told: list[Scene] = []
    for passage in story.passages.values():
        if passage.kind is not PassageKind.CORRECTION and passage.id in named:
            here = _Setting(passage, claims[passage.id], named[passage.id], moments[passage.id])
            told += (*_of_claims(here, common), *_of_nouns(here), *_of_speech(here))
        elif passage.kind is not PassageKind.CORRECTION:
            here = _Setting(passage, claims[passage.id], (), moments[passage.id])
            told += (*_of_claims(here, common), *_of_nouns(here))
    return tuple(scene if scene.days else replace(scene, days=tuple(moments[scene.passage.id])) for scene in told)


def _told(claim: Claim) -> str:
    """Return the verb by which a claim tells something that can be somewhere; empty where it tells no such thing."""
    predicate = claim.predicate
    if claim.denied or claim.stage not in _STAGES:
        return ""
    words = (f"{predicate.verb}_{predicate.group.particle}", claim.verb, predicate.verb)
    word = next((w for w in words if w in _kinds(_VERBS)), "" if claim.light or predicate.complement else claim.verb)
    return "" if word in _GETS else word


def _kind(verb: str) -> str:
    """Return the kind of what a verb tells, that of its deed where the table of kinds has none."""
    return _kinds(_VERBS).get(verb, kind_of(verb))


def _common(passages: Sequence[Passage], found: Sequence[Claim]) -> frozenset[str]:
    """Return the kinds of which two articles or more tell."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for claim in found:
        told[_kind(_told(claim))].add(claim.passage.siglum)
    for passage in passages:
        for piece in chunk(passage.folded):
            if piece.text in _kinds(_NOUNS):
                told[_kinds(_NOUNS)[piece.text]].add(passage.siglum)
    return frozenset(kind for kind, articles in told.items() if kind and len(articles) > 1)


def _of_claims(here: _Setting, common: frozenset[str]) -> Iterator[Scene]:
    """Yield the scenes of common kinds that the verbs of a passage tell."""
    for claim in here.claims:
        predicate, word = claim.predicate, _told(claim)
        cared = predicate.verb in _CARED and not claim.denied and claim.stage in _STAGES
        kind = _kind(word) if word else ""
        spots = _around(here, predicate) if kind in common or cared else ()
        wards = tuple(replace(s, way=WHERE) for s in spots if s.ward) if cared else ()
        at, parties = predicate.group.at[0], claim.agent | claim.patient
        if wards:
            yield Scene(claim.passage, _CARE, "hospital", at, parties, wards, claim.days)
        elif spots and word:
            yield _scene(Scene(claim.passage, kind, word, at, parties, spots, claim.days))


def _scene(scene: Scene) -> Scene:
    """Return a scene; *from* where somebody speaks is where he does."""
    if scene.kind != _SPEECH:
        return scene
    return replace(scene, spots=tuple(replace(s, way=WHERE) if s.way == FROM else s for s in scene.spots))


def _around(here: _Setting, predicate: Predicate) -> tuple[Spot, ...]:
    """Return where a clause says that it happens: behind its verb, before its subject, or behind a subject that suffers it."""
    passage, start = here.passage, predicate.group.start
    spots = spots_behind(passage, predicate.group.at[1], here.named)
    if not spots and predicate.arguments:
        spots = spots_of(passage, [a.phrase for a in predicate.arguments], here.named)
    subject = predicate.patient if predicate.group.passive else predicate.agent
    if subject is None or subject.start > start:
        return spots
    if predicate.group.passive:
        spots = (*spots_between(passage, subject.end, start, here.named), *spots)
    return (*spots_before(passage, subject.start, here.named), *spots)


def _of_nouns(here: _Setting) -> Iterator[Scene]:
    """Yield the scenes that the nouns of a passage tell: *the shooting near a school*, *the blast happened at a mill*."""
    passage = here.passage
    for piece in chunk(passage.folded):
        phrase = piece.phrase
        if phrase is None or phrase.named or phrase.base not in _kinds(_NOUNS) or phrase.determiner == "no":
            continue
        spots = list(spots_behind(passage, phrase.end, here.named))
        for claim in here.claims:
            told = claim.predicate
            if phrase in {told.agent, told.patient} and told.verb in _EMPTY and told.group.start > phrase.start:
                behind = spots_behind(passage, told.group.at[1], here.named)
                spots += [s for s in behind if s not in spots and not claim.denied]
        spots = [s for s in spots if s.way != TO]
        if spots:
            kind = _kinds(_NOUNS)[phrase.base]
            yield _scene(Scene(passage, kind, phrase.base, phrase.at[0], frozenset(), tuple(spots)))


def _of_speech(here: _Setting) -> Iterator[Scene]:
    """Yield the scenes of somebody named who says something somewhere: *Brun said inside the chapel*."""
    for predicate in predicates(here.passage.folded):
        agent = predicate.agent
        if agent is None or predicate.verb not in row("events", "spoken") or predicate.denied:
            continue
        who = [d for d in here.named if d.kind is Kind.PERSON and d.start < agent.end and d.end > agent.start]
        spots = spots_behind(here.passage, predicate.group.at[1], here.named) if who else ()
        if spots:
            parties = frozenset(f"={d.value}" for d in who)
            yield _scene(Scene(here.passage, _SPEECH, predicate.verb, predicate.group.at[0], parties, spots))
