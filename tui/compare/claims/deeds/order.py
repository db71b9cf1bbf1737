"""Order: two deeds that one article tells in one order and another article in the other: *before the race*, *after the race*."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.partings import shared
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.deeds import deed, kind_of, named_deed
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate, by_turns, predicates
from tui.language.tables import lexicon, row
from tui.language.words import stem, words
from tui.model.article import Passage, PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Kind

_AFTER: Final = lexicon("after following")
_BEFORE: Final = lexicon("before")
_THEN: Final = lexicon("then later afterwards afterward subsequently")
_EMPTY: Final = lexicon("be have do get make take go come keep let become remain seem appear begin start continue try want")
"""Verbs that say too little to be known again."""
_JOINED: Final = re.compile(r"\b(?:and|but)\b(?: then| later| afterwards)?[\w ]{0,25}$")
_LINKED: Final = 0.3  # likeness of passages in which one party in common is enough
_CLOSE: Final = 0.45  # likeness of passages that tell one sequence
_WORDS: Final = 9  # of a reading
_TIE: Final = 10  # code points from the word that ties two deeds to the second
_NEAR: Final = 40  # code points between a subject and its verb
_WEIGHT: Final = 1.5
_END: Final = "one tells the two in the other order"


@dataclass(frozen=True, slots=True)
class _Deed:
    """One of two deeds."""

    kind: str
    """The kind of deed."""
    keys: frozenset[str]
    """Stems of those who take part; empty where none is told."""
    span: tuple[int, int]
    """Its place."""


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Two deeds of which the one came first."""

    passage: Passage
    first: _Deed
    second: _Deed
    shown: tuple[int, int]
    """The words that tell the order."""


def order_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield two deeds that articles tell in different orders, each pair of deeds once for two articles."""
    parties = {(c.passage.id, c.predicate.group.start): c.agent | c.patient | c.others for c in found}
    told: defaultdict[tuple[str, str], list[_Sequence]] = defaultdict(list)
    for passage in story.passages.values():
        if passage.kind is not PassageKind.CORRECTION:
            for one in _sequences(passage, parties):
                told[one.first.kind, one.second.kind].append(one)
    for (first, second), one_way in sorted(told.items()):
        other_way = told.get((second, first), []) if first < second else []
        both = {s.passage.siglum for s in one_way} & {s.passage.siglum for s in other_way}
        best: dict[tuple[str, str], tuple[float, _Sequence, _Sequence]] = {}
        for x, y in product(one_way, other_way):
            pair = min(x.passage.siglum, y.passage.siglum), max(x.passage.siglum, y.passage.siglum)
            score = _score(story, x, y) if not {*pair} & both and pair[0] != pair[1] else 0.0
            if score and score > best.get(pair, (0.0,))[0]:
                best[pair] = score, x, y
        yield from (_draft(story, *found) for found in best.values())


def _score(story: Story, x: _Sequence, y: _Sequence) -> float:
    """Return how surely two sequences are of the same two deeds; 0 where nothing says so."""
    likeness = story.alike(x.passage.id, y.passage.id)
    common = [shared(one.keys, two.keys) for one, two in ((x.first, y.second), (x.second, y.first))]
    other = [bool(one.keys and two.keys) for one, two in ((x.first, y.second), (x.second, y.first))]
    met = sum(bool(keys) for keys in common)
    apart = any(told and not keys for told, keys in zip(other, common, strict=True))
    if likeness >= _LINKED and met and not (apart and likeness < _CLOSE):
        return _WEIGHT + likeness
    return _WEIGHT if met > 1 and any(key not in story.hubs for keys in common for key in keys) else 0.0


_Parties = Mapping[tuple[str, int], frozenset[str]]
"""The keys of those who take part in a clause, by its passage and where its verbs begin."""


def _sequences(passage: Passage, parties: _Parties) -> Iterator[_Sequence]:
    """Yield the deeds of a passage of which it tells that one came first."""
    found = predicates(passage.folded)
    of = partial(_of, passage, parties)
    for place, one in enumerate(found):
        for argument in one.arguments:
            verb = named_deed(argument.phrase.base)
            if argument.preposition in _AFTER | _BEFORE and verb and _tells(one) and argument.phrase.at[0] > one.group.start:
                yield from _ordered(passage, of(one), _noun(verb, argument.phrase), argument.preposition in _BEFORE)
        other = _main(found, place)
        if one.opener in _AFTER | _BEFORE and other is not None:
            yield from _ordered(passage, of(other), of(one, subordinate=True), one.opener in _BEFORE)
        elif other is not None and _had(one) and not _had(other):
            yield from _ordered(passage, of(other), of(one, subordinate=True), earlier=False)
        if place and _tells(one) and _then(passage, one) and _tells(found[place - 1]):
            yield from _ordered(passage, of(found[place - 1]), of(one), earlier=True)


def _ordered(passage: Passage, main: _Deed, other: _Deed, earlier: bool) -> Iterator[_Sequence]:  # noqa: FBT001 - told by name
    """Yield a main deed and another as a sequence; ``earlier`` where the main one came first."""
    if main.kind != other.kind:
        start, end = min(main.span[0], other.span[0]), max(main.span[1], other.span[1])
        if len(words(passage.folded[start:end])) > _WORDS:
            tie = max(passage.folded.lower().rfind(f"{word} ", 0, other.span[0]) for word in _AFTER | _BEFORE)
            start, end = tie if 0 < other.span[0] - tie <= _TIE else other.span[0], other.span[1]
        first, second = (main, other) if earlier else (other, main)
        yield _Sequence(passage, first, second, (start, end))


def _of(passage: Passage, parties: _Parties, predicate: Predicate, *, subordinate: bool = False) -> _Deed:
    """Return what a clause tells; a ``subordinate`` one is shown with its subject."""
    keys = frozenset(stem(p.base) for p in predicate.phrases if not (p.pronoun or p.timed))
    keys |= parties.get((passage.id, predicate.group.start), frozenset())
    start, end = predicate.said
    who, whom = (predicate.patient, None) if predicate.group.passive else (predicate.agent, predicate.patient)
    before = who.start if subordinate and who is not None and 0 < start - who.start <= _NEAR else start
    behind = whom.end if whom is not None and 0 <= whom.start - end <= 1 else end
    return _Deed(kind_of(deed(predicate).verb), keys, (before, behind))


def _noun(verb: str, phrase: Phrase) -> _Deed:
    """Return what a noun tells that stands for a verb."""
    return _Deed(kind_of(verb), frozenset(map(stem, phrase.modifiers)), (phrase.start, phrase.end))


def _main(found: Sequence[Predicate], place: int) -> Predicate | None:
    """Return the clause beside the one at a place that tells the sentence's own deed: the nearest before it, else behind it."""
    around = (*reversed(found[:place]), *found[place + 1 :])
    return next((p for p in around if _tells(p) and p.opener not in _AFTER | _BEFORE and (p.group.finite or _shared(p))), None)


def _shared(predicate: Predicate) -> bool:
    """Return whether a clause tells what several do by turns."""
    return predicate.matrix is not None and by_turns(predicate.matrix)


def _tells(predicate: Predicate) -> bool:
    """Return whether a clause tells a deed that happened: none that is denied, only possible, or said."""
    spoken = predicate.verb in row("events", "spoken") and not predicate.group.passive
    plain = not (predicate.denied or predicate.complement or predicate.group.modal or spoken)
    return plain and deed(predicate).verb not in _EMPTY


def _had(predicate: Predicate) -> bool:
    """Return whether a clause tells of what was before the rest: *had given*, *having sold*."""
    group = predicate.group
    return _tells(predicate) and group.perfect and (group.past or not group.finite) and not group.infinitive


def _then(passage: Passage, predicate: Predicate) -> bool:
    """Return whether a clause goes on in time from the one before it: *and then fled*."""
    before = passage.folded[: predicate.group.start].lower().rstrip()
    told = bool(_THEN & {*predicate.adverbs, *predicate.group.adverbs}) or before.endswith(tuple(f" {word}" for word in _THEN))
    return told and bool(_JOINED.search(before) or before.endswith((",", ";", *(f", {word}" for word in _THEN))))


def _draft(story: Story, score: float, x: _Sequence, y: _Sequence) -> Draft:
    """Return the fact of two deeds told in two orders."""
    ordered = (x, y) if story.first(x.passage.id, y.passage.id) else (y, x)
    readings = tuple(reading(story, s.passage.id, *s.shown) for s in ordered)
    verdict = Verdict.CONFLICT if score >= _WEIGHT + _CLOSE else Verdict.DIFFERS
    said = gist(story, [(s.passage.id, s.second.span[0]) for s in ordered], 3, bare=True)
    alike = bool(story.alike(x.passage.id, y.passage.id))
    why = (f"both tell of two deeds: “{x.first.kind}” and “{x.second.kind}”", *(("the passages tell the same",) if alike else ()))
    return Draft(
        Kind.STATEMENT,
        f"when {said}" if said else "which came first",
        verdict,
        readings,
        note(verdict, readings, _END),
        why,
        score,
    )
