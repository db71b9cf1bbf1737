"""Roles: those of one act that two articles fill with others: who did it, to whom, where."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.acts import Act, Party, acts, one_deed
from tui.compare.names.filling import Filling, beside, filling, fuller, in_charge, same
from tui.compare.story import Story
from tui.compare.words.asked import ROLES, asked
from tui.compare.words.note import note
from tui.model.collation import Verdict
from tui.model.detail import Detail

_LINKED: Final = 0.36  # passages less alike than this may tell of two events
_TOLD: Final = 0.68  # the least evidence for a fact
_NOT_ONE_DEED: Final = 0.85  # the same where the deeds are of two kinds
_NOUNS: Final = 1.5  # the same where neither is named: *thieves* and *four men* are mostly one party
_DEED: Final = 0.35  # what one kind of deed adds to the likeness
_TOGETHER: Final = 0.25  # what another role that both fill alike adds
_ALONE: Final = 0.2  # what it adds that neither passage has another such party in that role
_WHY: Final = "the passages tell the same"
_TIE: Final = 12  # letters of a preposition and an article
_MOST: Final = 2  # other roles that are counted
_PARTY: Final = 0.4  # what one kind of deed done by or to one named party is worth in place of a likeness
_PARTIES: Final = frozenset({"agent", "patient"})
_TWICE: Final = 2
_OF: Final = re.compile(r"\b(?:one|most|some|many|all|any|none|each|several|two|three|four|part|half) of $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One role of one act."""

    act: Act
    way: str
    party: Party


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two slots of linked passages that are filled with others."""

    a: _Slot
    b: _Slot
    said: Filling
    score: float
    why: tuple[str, ...]


def role_facts(story: Story) -> tuple[Draft, ...]:
    """Return the roles that acts which are likely one fill with others: in linked passages, or with one named party."""
    slots = {passage: tuple(_slots(story, passage, story.details[passage])) for passage in story.passages}
    drafts: list[Draft] = []
    for (a, b), likeness in story.likeness.items():
        if likeness >= _LINKED and story.first(a, b):
            found = [*_pairs(story, slots[a], slots[b], likeness), *_closer(slots[a], slots[b], likeness)]
            drafts += _drafts(story, found)
    for one, two in _of_one_party(story, slots):
        found = [*_pairs(story, one, two, _PARTY), *_closer(one, two, _PARTY)]
        drafts += _drafts(story, found)
    return tuple(drafts)


def _of_one_party(story: Story, slots: Mapping[str, Sequence[_Slot]]) -> Iterator[tuple[tuple[_Slot, ...], tuple[_Slot, ...]]]:
    """Yield the slots of two acts of one kind, in passages that are not linked, that do or befall one named party.

    An article tells such an act twice at the most; else the party is one to whom that happens all the time.
    """
    index: defaultdict[tuple[str, str, str], dict[str, dict[tuple[str, int], Act]]] = defaultdict(dict)
    own: defaultdict[tuple[str, int], list[_Slot]] = defaultdict(list)
    for passage, filled in slots.items():
        for slot in filled:
            at = passage, slot.act.start
            own[at].append(slot)
            if slot.way in _PARTIES and passage not in story.recalled:
                for full in slot.party.full:
                    articles = index[slot.act.kind, slot.way, full]
                    articles.setdefault(slot.act.passage.siglum, {})[at] = slot.act
    for articles in index.values():
        rare = [acts for acts in articles.values() if len(acts) <= _TWICE]
        for one, two in combinations(rare, 2):
            for x, y in product(one, two):
                if not story.alike(x[0], y[0]):
                    a, b = (x, y) if story.first(x[0], y[0]) else (y, x)
                    yield tuple(own[a]), tuple(own[b])


def _slots(story: Story, passage: str, details: Sequence[Detail]) -> Iterator[_Slot]:
    """Yield the filled roles of a passage's acts."""
    for act in acts(story.passages[passage], details):
        for way, party in act.roles:
            if way in ROLES and not party.pronoun:
                yield _Slot(act, way, party)


def _pairs(story: Story, one: Sequence[_Slot], two: Sequence[_Slot], likeness: float) -> Iterator[_Pair]:
    """Yield the slots of two passages that are filled with others, with what says that they are one."""
    free = [[x for x in side if not any(same(x.party, y.party) for y in other)] for side, other in ((one, two), (two, one))]
    for x in free[0]:
        for y in free[1]:
            if x.way != y.way or x.act.denied != y.act.denied:
                continue
            score, why = _evidence(x, y, free, linked=likeness != _PARTY)
            if likeness + score >= _least(x, y):
                said = filling(story, x.way, x.party, y.party, (x.act.passage, y.act.passage))
                sure = said is not None and (said.verdict is not Verdict.DIFFERS or _together(x, y))
                if said is not None and sure and not (_tells(story, x, y.act) and _tells(story, y, x.act)):
                    yield _Pair(x, y, said, likeness + score, why)


def _least(x: _Slot, y: _Slot) -> float:
    """Return the evidence that two slots must have to be one that is filled with others."""
    one_kind = one_deed(x.act, y.act)
    if x.party.names or y.party.names or (one_kind and in_charge(x.party, y.party)):
        return _TOLD if one_kind else _NOT_ONE_DEED
    return _NOUNS


def _tells(story: Story, slot: _Slot, other: Act) -> bool:
    """Return whether the article of another act has the words of a slot's party somewhere."""
    words = slot.act.passage.folded[slot.party.start : slot.party.brief].lower()
    siglum = other.passage.siglum
    return any(words in p.folded.lower() for p in story.passages.values() if p.siglum == siglum)


def _closer(one: Sequence[_Slot], two: Sequence[_Slot], likeness: float) -> Iterator[_Pair]:
    """Yield the slots of one kind of deed that name one place, the one more exactly than the other."""
    for x in one:
        for y in two:
            if x.way == y.way and one_deed(x.act, y.act) and x.act.denied == y.act.denied:
                said = fuller(x.party, y.party, (x.act.passage, y.act.passage)) or beside(x.party, y.party)
                if said is not None:
                    yield _Pair(x, y, said, likeness + _DEED, (_WHY, _deed(x)))


def _deed(slot: _Slot) -> str:
    """Return the reason that two acts are of one kind."""
    return f"both tell of one kind of deed: “{slot.act.verb}”"


def _evidence(x: _Slot, y: _Slot, free: Sequence[Sequence[_Slot]], *, linked: bool) -> tuple[float, tuple[str, ...]]:
    """Weigh what says that two slots are one, with the reasons."""
    why = [_WHY] if linked else ["both are told of one party"]
    score = 0.0
    if one_deed(x.act, y.act):
        score += _DEED
        why.append(_deed(x))
    score += _TOGETHER * min(_MOST, _together(x, y))
    if all(
        sum(s.way == x.way and s.party.start != own.party.start for s in side) == 0
        for side, own in zip(free, (x, y), strict=True)
    ):
        score += _ALONE
    return score, tuple(why)


def _together(x: _Slot, y: _Slot) -> int:
    """Return how many other roles of two acts are filled alike."""
    own = [(way, party) for way, party in x.act.roles if way != x.way]
    return sum(any(way == other and same(party, two) for other, two in y.act.roles) for way, party in own)


def _chosen(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Yield the likeliest pairs, each party at most once."""
    taken: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda p: (-p.score, p.a.party.start, p.b.party.start)):
        ends = {("a", pair.a.party.start), ("b", pair.b.party.start)}
        if not taken & ends:
            taken |= ends
            yield pair


def _start(slot: _Slot) -> int:
    """Return where the word begins that ties a party to its act."""
    before = slot.act.passage.folded.rfind(slot.party.preposition, 0, slot.party.start)
    return before if slot.party.start - before <= _TIE else slot.party.start


def _whole(slot: _Slot) -> int:
    """Return where a party begins with the word that *of* ties it to: *most of the cars*."""
    before = _OF.search(slot.act.passage.folded[: slot.party.start])
    own = slot.act.passage.folded[slot.party.start : slot.party.end].lstrip()
    if own.startswith("of "):
        before = _OF.search(slot.act.passage.folded[: slot.party.end - len(own) + 3])
    return before.start() if before is not None else slot.party.start


def _drafts(story: Story, pairs: Sequence[_Pair]) -> Iterator[Draft]:
    """Yield the facts of roles that are filled with others, those of which a passage tells what is asked."""
    for pair in _chosen(pairs):
        topic = next(
            (found for s in (pair.a, pair.b) if (found := asked(story, s.act, s.way, pair.said.kind, s.party.preposition))), ""
        )
        if topic:
            yield _draft(story, pair, topic)


def _draft(story: Story, pair: _Pair, topic: str) -> Draft:
    """Return the fact of one role that is filled with others."""
    slots = (pair.a, pair.b)
    brief = [s.act.passage.folded[s.party.start : s.party.brief].lower() for s in slots]
    readings = tuple(
        reading(
            story,
            s.act.passage.id,
            _start(s) if pair.said.behind else _whole(s),
            s.party.end if brief[0] == brief[1] else s.party.brief,
            " / ".join(sorted(s.party.full)) or None,
        )
        for s in slots
    )
    said = pair.said
    return Draft(
        said.kind,
        topic,
        said.verdict,
        readings,
        note(said.verdict, readings, said.end),
        pair.why,
        pair.score,
    )
