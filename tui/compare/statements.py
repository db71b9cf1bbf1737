"""Facts from statements: two clauses about one thing that part in what is done, how far, to whom or how surely."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.amounts import shares
from tui.compare.claim import Claim
from tui.compare.claims import claims
from tui.compare.draft import Draft, reading
from tui.compare.gist import gist, thing_at
from tui.compare.nobody import nobody_facts
from tui.compare.note import note
from tui.compare.partings import ALIKE, Parting, partings, shared
from tui.compare.story import Story
from tui.compare.unknown import unknown_facts
from tui.compare.values import Standing, standing
from tui.compare.whereabouts import closer, elsewhere
from tui.language.deeds import kind_of
from tui.language.synonyms import synonyms
from tui.language.syntax.pieces import Phrase
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_TOLD: Final = 1.6  # the least evidence for a fact
_ALONE: Final = 2.2  # the same, where the one may have followed the other or denies it
_APART: Final = 1.38  # the same in passages that are not linked
_SURER: Final = 1.3  # the same in linked passages of which one is surer
_SHARED: Final = 0.5  # the same in linked passages that tell shares of one set
_UNREAD: Final = 0.85  # what is taken back of a missing party where close passages put one deed in two places
_SURE: Final = 2.3  # the least evidence for a conflict
_TYING: Final = lexicon("for of from to by with against")
_CLOSE: Final = 0.5  # a likeness of passages that alone says much
_LIKE: Final = 0.7  # what a synonym is worth beside the same word
_FORMER: Final = re.compile(r"\b(?:previously|formerly|originally|used to|no longer)\b", re.IGNORECASE)
_ANYBODY: Final = frozenset(
    stem(word) for word in lexicon("group organization organisation official person people man woman company government leader")
)
"""Stems of nouns that many parties of one story share."""
_MANY: Final = 40  # claims about one thing beyond which the thing tells nothing


_Weighed = tuple[float, str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How strongly two claims are about one thing, and why."""

    score: float
    signs: tuple[str, ...]
    doubts: tuple[str, ...]


def statement_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on statements that part, each claim at most once against each other article."""
    found = claims(story)
    judged: list[tuple[float, int, int, Parting, _Evidence]] = []
    told = _by_deed(found)
    for i, j in _candidates(story, found):
        followed = _told(told, found[i], found[j]) or _told(told, found[j], found[i])
        for parting in _partings(found[i], found[j]):
            evidence = _evidence(story, found[i], found[j], parting)
            if evidence.score >= _least(story, found[i], found[j], parting) and not (followed and not parting.behind):
                judged.append((evidence.score, -i, -j, parting, evidence))
    taken: set[tuple[int, str, bool]] = set()
    drafts = []
    for _, minus_i, minus_j, parting, evidence in sorted(judged, key=lambda found: found[:3], reverse=True):
        a, b = found[-minus_i], found[-minus_j]
        ends = {(-minus_i, b.passage.siglum, parting.behind), (-minus_j, a.passage.siglum, parting.behind)}
        if not taken & ends:
            taken |= ends
            drafts.append(_draft(story, a, b, parting, evidence))
    return (*drafts, *nobody_facts(story, found), *unknown_facts(story, found))


def _partings(a: Claim, b: Claim) -> tuple[Parting, ...]:
    """Return in what two claims part: in what is done, where, and of how many of a set."""
    more = (elsewhere(a, b), closer(a, b), shares(a, b))
    return (*partings(a, b), *(found for found in more if found is not None))


def _least(story: Story, a: Claim, b: Claim, parting: Parting) -> float:
    """Return the least evidence that two claims which part so ask for."""
    if story.alike(a.passage.id, b.passage.id):
        return _SHARED if parting.shares else _SURER if parting.kind is Kind.CERTAINTY else _TOLD
    return _ALONE if parting.passing or parting.kind is Kind.NEGATION else _APART


def _by_deed(found: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims of each article by their kind of deed."""
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in found:
        told[claim.passage.siglum, kind_of(claim.verb)].append(claim)
    return told


def _told(told: Mapping[tuple[str, str], Sequence[Claim]], a: Claim, b: Claim) -> bool:
    """Return whether the article of the first claim tells the second one as well, so that the one follows the other."""
    return any(
        other is not a
        and (other.denied, other.stage, other.hedged) == (b.denied, b.stage, b.hedged)
        and bool(other.subject & b.subject)
        for other in told.get((a.passage.siglum, kind_of(b.verb)), ())
    )


def _candidates(story: Story, found: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of claims of different articles worth a look: in linked passages, or about one rare thing."""
    by_passage: defaultdict[str, list[int]] = defaultdict(list)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(found):
        by_passage[claim.passage.id].append(n)
        for key in claim.subject:
            for near in (key, *synonyms().get(key, ())):
                index[near].append(n)
    pairs = {(i, j) for a, b in story.likeness for i in by_passage[a] for j in by_passage[b] if i < j}
    for places in index.values():
        if len(places) <= _MANY:
            pairs |= set(combinations(places, 2))
    for i, j in sorted(pairs):
        a, b = found[i].passage, found[j].passage
        if a.siglum != b.siglum and (a.id, b.id) not in story.twins:
            yield i, j


def _evidence(story: Story, a: Claim, b: Claim, parting: Parting) -> _Evidence:
    """Weigh how strongly two claims are about one thing."""
    signs: list[_Weighed] = []
    doubts: list[_Weighed] = []
    _weigh_parties(story, a, b, signs, doubts)
    signs.append((0.8 * parting.verb, "the verbs tell the same" if parting.verb >= ALIKE else ""))
    if not parting.behind:
        doubts += [(-0.6, f"one says “{x.base}”, the other “{y.base}”") for x, y in _clashes(a, b)]
    elif parting.kind is Kind.PLACE and not (a.subject and b.subject) and story.alike(a.passage.id, b.passage.id) >= _CLOSE:
        signs.append((_UNREAD, ""))
    if parting.passing:
        doubts.append((-0.2, "the one may have followed the other"))
    _weigh_settings(story, a, b, signs, doubts)
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    return _Evidence(
        score,
        tuple(text for _, text in sorted(signs, reverse=True) if text),
        tuple(text for _, text in sorted(doubts)),
    )


def _weigh_parties(story: Story, a: Claim, b: Claim, signs: list[_Weighed], doubts: list[_Weighed]) -> None:
    """Weigh whom and what the two claims name."""
    common = shared(a.subject, b.subject)
    doers = shared(a.agent, b.agent) if a.patient and b.patient else frozenset[str]()
    others = shared(a.others, b.others)
    if common:
        exact = max((_telling(story, key) for key in common & b.subject), default=0.0)
        weight = max(exact, _LIKE * max(_telling(story, key) for key in common))
        signs.append((weight, f"both are about {_quoted(story, a, common)}"))
    else:
        close = story.alike(a.passage.id, b.passage.id) >= _CLOSE
        different = -1.2 if a.subject and b.subject else 0.0
        unsaid = -0.3 if others and close else -0.6 if others else -1.0
        doubts.append((different + unsaid, "nothing says that they are about one party"))
    if doers:
        signs.append((0.5, f"both are done by {_quoted(story, a, doers)}"))
    elif a.agent and b.agent and a.patient and b.patient:
        doubts.append((-0.7, "different parties do it"))
    elif any(c.predicate.agent is not None and not c.agent and c.predicate.patient is not None for c in (a, b)):
        doubts.append((-0.2, "one does not name who does it"))
    if others:
        signs.append((min(0.8, sum(0.5 * _telling(story, key) for key in others)), f"both name {_quoted(story, a, others)}"))
    elif _named(a.others) and _named(b.others):
        doubts.append((-0.5, "they name different places or parties"))


def _clashes(a: Claim, b: Claim) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the nouns that two claims tie to their verbs by the same preposition and that are not the same."""
    for x in a.predicate.arguments:
        for y in b.predicate.arguments:
            if x.preposition == y.preposition and x.preposition in _TYING and not (x.phrase.timed or y.phrase.timed):
                one, two = frozenset({stem(x.phrase.base)}), frozenset({stem(y.phrase.base)})
                if not shared(one, two) and not (x.phrase.pronoun or y.phrase.pronoun):
                    yield x.phrase, y.phrase


def _weigh_settings(story: Story, a: Claim, b: Claim, signs: list[_Weighed], doubts: list[_Weighed]) -> None:
    """Weigh the passages and the days."""
    likeness = story.alike(a.passage.id, b.passage.id)
    if likeness:
        signs.append((1.2 * likeness, "the passages tell the same"))
    point = story.point.get(a.passage.id)
    if point is not None and point == story.point.get(b.passage.id):
        signs.append((0.3, "they stand in one story point"))
    if bool(_FORMER.search(a.passage.folded)) != bool(_FORMER.search(b.passage.folded)):
        doubts.append((-0.8, "one of them tells what was so before"))
    if (a.passage.id in story.recalled) != (b.passage.id in story.recalled):
        doubts.append((-0.8, "one of them tells of an earlier event"))
    if a.days and b.days:
        stands = {standing(x, y) for x in a.days for y in b.days}
        if stands <= {Standing.APART}:
            doubts.append((-1.5, "they are of different days"))
        elif Standing.EQUAL in stands:
            signs.append((0.3, "both are of the same day"))


def _telling(story: Story, key: str) -> float:
    """Return how much it tells that two claims share a key: little for a protagonist, more for a rare thing."""
    if key.startswith("="):
        return 0.8
    if key in _ANYBODY:
        return 0.3
    return 0.5 if key in story.hubs else 0.4 + 0.8 * story.rarity.get(key, 0.5)


def _named(keys: frozenset[str]) -> bool:
    """Return whether a name is among the keys."""
    return any(key.startswith("=") for key in keys)


def _topic(story: Story, a: Claim, b: Claim, parting: Parting) -> str:
    """Return a question that both claims answer where it can be told as one, else what the two share."""
    plain = sorted((a, b), key=lambda c: (c.denied, c.disputed, c.hedged))
    if parting.kind in {Kind.CERTAINTY, Kind.NEGATION, Kind.PLACE}:
        said = gist(story, [(c.passage.id, c.predicate.group.at[0]) for c in plain], 3, bare=True)
        if said:
            return f"{'where' if parting.kind is Kind.PLACE else 'whether'} {said}"
    common = shared(a.subject, b.subject) or shared(a.others, b.others) or shared(a.agent, b.agent)
    for claim in plain:
        phrases = [p for p in claim.predicate.phrases if not p.timed]
        for phrase in sorted(phrases, key=lambda p: (p.pronoun, stem(p.base) not in common)):
            if thing := thing_at(story, claim.passage.id, phrase.start):
                return thing
    return a.passage.text[slice(*a.predicate.group.at)]


def _quoted(story: Story, claim: Claim, keys: frozenset[str]) -> str:
    """Return the words of a claim's passage that have the keys, in quotation marks."""
    names = sorted(key[1:] for key in keys if key.startswith("="))
    first = {t.word.stem: t.word.text for t in reversed(story.tokens(claim.passage.id))}
    words = sorted(first[key] for key in keys if key in first)
    return ", ".join(f"“{word}”" for word in (names or words)[:2])


def _draft(story: Story, a: Claim, b: Claim, parting: Parting, evidence: _Evidence) -> Draft:
    """Return the fact of two claims that part."""
    verdict = parting.verdict
    if verdict is Verdict.CONFLICT and (evidence.score < _SURE or evidence.doubts):
        verdict = Verdict.DIFFERS
    readings = tuple(reading(story, c.passage.id, *span) for c, span in zip((a, b), parting.spans, strict=True))
    topic = _topic(story, a, b, parting)
    return Draft(parting.kind, topic, verdict, readings, note(verdict, readings, parting.end), evidence.signs, evidence.score)
