"""Sorts: things of one sort that two articles tell of one person in one role: shot *in the head* here, *in the chest* there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.kinship import DAYS, Weighed, telling, weigh_settings
from tui.compare.claims.partings import shared
from tui.compare.claims.slots.parts import PARTS, WHOM, Part
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.deeds import kind_of
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase, Role
from tui.language.tables import lexicon
from tui.language.things import things_of
from tui.model.collation import Verdict
from tui.model.detail import Kind

_OTHER: Final = "they are not the same thing"
_WEIGHT: Final = 1.0
_LEAST: Final = 0.75  # evidence that two claims tell of one person or deed


_SUFFERS: Final = lexicon(
    "suffer sustain receive have undergo need require survive die recover remain be treat take get nurse heal carry"
)
"""Verbs of somebody whom a wound befell."""
_WOUNDS: Final = lexicon("""
    wound injury shot blow bullet surgery operation fracture bone cut gash burn bruise graze laceration hit stab slash puncture
    trauma round shrapnel damage scar bite kick punch sprain tear bleeding gunshot stabbing
""")
"""Nouns behind which it stands where somebody was hit."""
_BROKEN: Final = lexicon(
    """
        broken break fractured fracture shattered shatter sprained sprain dislocated dislocate torn tear burned burnt burn injured
        injure wounded wound bruised bruise bloodied bloody severed sever ruptured rupture crushed crush
    """
)
"""Words that say of a part of the body that it was hit."""
_AT: Final = lexicon("to in on across through of")


@dataclass(frozen=True, slots=True)
class _Role:
    """What plays a part in what a claim tells."""

    claim: Claim
    """The claim."""
    part: Part
    """The part."""
    ones: frozenset[tuple[str, str]]
    """The things, each with its sort."""
    who: frozenset[str]
    """Keys of the persons and bodies of whom it is told."""
    span: tuple[int, int]
    """Their words."""


def sort_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the things of one sort that two articles tell of one person in one part, each role once against another article."""
    by_part: defaultdict[str, list[_Role]] = defaultdict(list)
    for claim in found:
        for role in _roles(claim):
            by_part[role.part.question].append(role)
    scored = [
        (score, signs, x, y)
        for own in by_part.values()
        for x, y in combinations(own, 2)
        if x.claim.passage.siglum != y.claim.passage.siglum and _apart(x, y, own)
        for score, signs in (_evidence(story, x, y),)
        if score >= _LEAST
    ]
    taken: set[tuple[str, int, str]] = set()
    for score, signs, x, y in sorted(scored, key=lambda s: (-s[0], s[2].claim.passage.text, s[3].claim.passage.text, s[2].span)):
        ends = {(one.claim.passage.id, one.span[0], other.claim.passage.siglum) for one, other in ((x, y), (y, x))}
        if not taken & ends:
            taken |= ends
            yield _draft(story, x, y, score, signs)


def _roles(claim: Claim) -> Iterator[_Role]:
    """Yield what plays a part in what a claim tells."""
    if claim.denied or claim.hedge in {"maybe", "believed"} or claim.stage in {Stage.TRIED, Stage.DUE, Stage.MAYBE}:
        return
    predicate = claim.predicate
    slots = [(a.preposition, a.phrase) for a in predicate.arguments]
    if predicate.patient is not None and not predicate.complement:
        slots.append((WHOM, predicate.patient))
    for part in PARTS:
        if {predicate.verb, claim.verb, kind_of(claim.verb)} & part.verbs:
            for slot, phrase in slots:
                if slot in part.slots and not phrase.pronoun:
                    yield from _role(claim, part, _listed(claim, phrase))
    if predicate.verb in _SUFFERS:
        yield from _wounds(claim)


def _role(claim: Claim, part: Part, own: Sequence[Phrase]) -> Iterator[_Role]:
    """Yield the part that phrases in one list play, where they name things of its sorts."""
    ones = frozenset((t.sort, t.one) for p in own for t in things_of(p) if t.sort in part.sorts and t.one)
    if ones:
        yield _Role(claim, part, ones, _who(claim, part, own), (own[0].start, own[-1].end))


def _wounds(claim: Claim) -> Iterator[_Role]:
    """Yield where somebody was hit whose wound a clause tells: *suffered a cut to the cheek*, *surgery for a broken leg*."""
    chunks = [c for c in chunk(claim.passage.folded) if c.start >= claim.predicate.group.start]
    for n, piece in enumerate(chunks):
        phrase = piece.phrase
        if n and piece.group is not None and piece.group.finite:
            return
        if phrase is None:
            continue
        if _BROKEN & set(phrase.modifiers):
            yield from _role(claim, PARTS[0], _listed(claim, phrase))
        behind = chunks[n + 2].phrase if n + 2 < len(chunks) and chunks[n + 1].text in _AT else None
        if behind is not None and phrase.base in _WOUNDS:
            yield from _role(claim, PARTS[0], _listed(claim, behind))


def _listed(claim: Claim, phrase: Phrase) -> list[Phrase]:
    """Return a phrase with those that stand in one list with it: *in the face and chest*; *the back of the head* is the head."""
    chunks = chunk(claim.passage.folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase == phrase), None)
    own = [phrase]
    while place is not None and place + 2 < len(chunks):
        tie, other = chunks[place + 1], chunks[place + 2].phrase
        if other is None or {t.sort for t in things_of(other)}.isdisjoint(t.sort for t in things_of(phrase)):
            break
        if tie.text == "of":
            own[-1] = other
        elif tie.role is Role.COORDINATOR or tie.text == ",":
            own.append(other)
        else:
            break
        place += 2
    return own


def _apart(x: _Role, y: _Role, own: Sequence[_Role]) -> bool:
    """Return whether two roles are played by things of one sort, neither of which the other's article tells in that part."""
    sorts = [{sort for sort, _ in role.ones} for role in (x, y)]
    told = [
        {
            one
            for r in own
            if r.claim.passage.siglum == role.claim.passage.siglum and not (r.who and role.who and r.who.isdisjoint(role.who))
            for one in r.ones
        }
        for role in (x, y)
    ]
    pressed = x.part.sorts != {"paper"} or x.claim.verb == y.claim.verb
    return pressed and bool(sorts[0] & sorts[1]) and not (x.ones & told[1] or y.ones & told[0])


def _evidence(story: Story, x: _Role, y: _Role) -> tuple[float, tuple[str, ...]]:
    """Weigh what says that two roles are of one person or deed."""
    a, b = x.claim, y.claim
    signs: list[Weighed] = []
    doubts: list[Weighed] = []
    weigh_settings(story, a, b, signs, doubts)
    if x.part.befalls and a.verb != b.verb:
        doubts = [(weight, why) for weight, why in doubts if why != DAYS]  # shot on Friday, operated on on Sunday
    common = shared(x.who, y.who)
    if common:
        signs.append((max(telling(story, key) for key in common), "both are about one person"))
    elif x.who and y.who:
        doubts.append((-1.0, "they are about other persons"))
    if a.verb == b.verb:
        signs.append((0.2, "the verbs are the same"))
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    linked = story.alike(a.passage.id, b.passage.id) and not x.part.befalls
    return (score if common or linked else 0.0), tuple(text for _, text in sorted(signs, reverse=True))


def _who(claim: Claim, part: Part, own: Sequence[Phrase]) -> frozenset[str]:
    """Return the keys of the persons and bodies of whom a role is told."""
    patient = claim.predicate.patient
    suffers = part.befalls and patient is not None and patient not in own and claim.patient
    keys = claim.patient if suffers else claim.agent if part.befalls else claim.agent or claim.patient
    return frozenset(key for key in keys if key.startswith("=") or sort_of(key) in {NounSort.PERSON, NounSort.BODY})


def _draft(story: Story, x: _Role, y: _Role, score: float, signs: tuple[str, ...]) -> Draft:
    """Return the fact of two things in one role."""
    readings = tuple(reading(story, role.claim.passage.id, *role.span) for role in (x, y))
    common = sorted(shared(x.who, y.who), key=lambda key: (not key.startswith("="), key))
    who = common[0].removeprefix("=") if common and common[0].startswith("=") else "somebody"
    topic = x.part.question.format(who)
    return Draft(
        Kind.STATEMENT, topic, Verdict.DIFFERS, readings, note(Verdict.DIFFERS, readings, _OTHER), signs, _WEIGHT + score
    )
