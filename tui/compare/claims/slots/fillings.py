"""Facts from what fills the slots of two clauses: whom a man stabbed, what was signed, how a thing is described."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import alike, one_deed, telling, topic_of
from tui.compare.claims.partings import shared
from tui.compare.claims.slots.slots import WHO, WHOM, Filler, fillers, head_of
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.asked import filled
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.deeds import kind_of
from tui.language.nouns import NounSort, sort_of
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_TOLD: Final = 1.9  # the least evidence for a fact
_CLOSER: Final = 2.75  # the same for what only is told more exactly or in other words
_OTHER: Final = 2.4  # the same for fillers with no word in common, and for such as are told apart
_SAID: Final = 0.5  # what words are worth that both say of what parts
_PUBLISHES: Final = lexicon("publish release broadcast air show post identify name report release print carry run")
"""Verbs of which it matters as a source who does them."""
_NEW: Final = frozenset({"a", "an"})
"""Determiners of what was not told of before."""
_WHERE: Final = lexicon("in at on near inside outside after before during")
_DOERS: Final = frozenset({NounSort.BODY, NounSort.PERSON})
_NAMED: Final = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class _Found:
    """Two fillers of one slot that part."""

    score: float
    a: Claim
    b: Claim
    x: Filler
    y: Filler
    kind: Kind
    verdict: Verdict
    end: str
    signs: tuple[str, ...]


def filling_facts(story: Story, found: Sequence[Claim]) -> tuple[Draft, ...]:
    """Return the facts on what fills one slot of two claims of linked passages, each filler once against each other article."""
    filled = {id(claim): tuple(fillers(claim)) for claim in found}
    told = _told(story, found, filled)
    parted: list[_Found] = []
    for a, b in _pairs(story, found):
        parted += _parted(story, a, b, filled, told)
    taken: set[tuple[str, tuple[int, int], str]] = set()
    drafts: list[Draft] = []
    for one in sorted(parted, key=lambda f: (-f.score, f.a.passage.id, f.x.span, f.b.passage.id, f.y.span)):
        ends = {
            (one.a.passage.id, one.x.span, one.b.passage.siglum),
            (one.b.passage.id, one.y.span, one.a.passage.siglum),
        }
        if not taken & ends:
            taken |= ends
            drafts += _drafts(story, one)
    return tuple(drafts)


def _pairs(story: Story, found: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims of linked passages that tell one deed, or say of one subject what it is."""
    by_passage: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        by_passage[claim.passage.id].append(claim)
    for one, two in story.likeness:
        if story.first(one, two):
            yield from ((a, b) for a in by_passage[one] for b in by_passage[two] if alike(a, b))


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article says."""

    stems: frozenset[str]
    """The stems of all its words, and the names as fillers have them."""
    described: Mapping[str, frozenset[str]]
    """For the stem of a noun, the stems by which the article describes what it names."""


def _told(story: Story, found: Sequence[Claim], filled: Mapping[int, tuple[Filler, ...]]) -> Mapping[str, _Told]:
    """Return what each article says, by its siglum."""
    described: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in found:
        for one in filled[id(claim)]:
            described[claim.passage.siglum][head_of(one)] |= one.stems
    return {
        article.siglum: _Told(
            frozenset(t.word.stem for p in article.passages for t in story.tokens(p.id))
            | {f"={name}" for name in story.named(article.siglum)},
            {head: frozenset(stems) for head, stems in described[article.siglum].items()},
        )
        for article in story.articles
    }


def _unsaid(x: Filler, y: Filler, told: _Told) -> frozenset[str]:
    """Return the stems of a filler that the other has not and its article does not tell of the thing.

    Where the one only says more of who does it than the other, it is enough that the other's article says it of anything.
    """
    more = x.stems - shared(x.stems, y.stems)
    contrast = bool(y.stems - shared(y.stems, x.stems))
    return more - (told.described.get(head_of(x), frozenset()) if contrast or x.slot != WHO else told.stems)


def _parted(
    story: Story, a: Claim, b: Claim, filled: Mapping[int, tuple[Filler, ...]], told: Mapping[str, _Told]
) -> Iterator[_Found]:
    """Yield the fillers of one slot in which two claims of one deed part."""
    for x in filled[id(a)]:
        for y in filled[id(b)]:
            said = _said(a, b, x, y, told) if _one_slot(a, x, y) else None
            if said is None:
                continue
            kind, verdict, end = said
            own = {stem(p.phrase.base) for p in (x, y)} | {f"={name}" for p in (x, y) for name in p.names}
            score, signs = one_deed(story, a, b, x.slot, frozenset(own))
            if x.stems & y.stems:
                score += _SAID * max(telling(story, key) for key in x.stems & y.stems)
            akin = shared(x.stems, y.stems)
            if verdict is Verdict.DIFFERS and score < _OTHER and akin:
                verdict = Verdict.PRECISION
            if score >= _least(a, verdict, akin=bool(akin)):
                yield _Found(score, a, b, x, y, kind, verdict, end, signs)


def _least(claim: Claim, verdict: Verdict, *, akin: bool) -> float:
    """Return the least evidence that two fillers ask for, with ``akin`` where they have words in common.

    Of charges and sentences every word counts; of other deeds what is only told more exactly is mostly a matter of style.
    """
    if verdict is Verdict.PRECISION and kind_of(claim.verb) not in _ACCUSES | _ANSWERS:
        return _CLOSER
    return _TOLD if akin or verdict is Verdict.ATTRIBUTION else _OTHER


def _one_slot(a: Claim, x: Filler, y: Filler) -> bool:
    """Return whether two fillers stand in one slot: arrested *on suspicion of theft*, arrested *for theft*."""
    return x.slot == y.slot or (kind_of(a.verb) in _ACCUSES and {x.slot, y.slot} <= _FOR)


_ACCUSES: Final = lexicon("arrest charge accuse convict guilty hold book jail imprison sentence indict")
_ANSWERS: Final = lexicon("plead admit deny confess")
"""Verbs with which a charge is answered."""
_FOR: Final = lexicon("on for of with over to in")
"""Prepositions behind which it stands what somebody is arrested, charged or sentenced for."""


def _said(a: Claim, b: Claim, x: Filler, y: Filler, told: Mapping[str, _Told]) -> tuple[Kind, Verdict, str] | None:
    """Return what is said of two fillers of one slot; ``None`` where they can be the same thing in the same words."""
    if x.names & y.names or (x.kind in _NAMED and y.kind in _NAMED) or _printed(a, x) == _printed(b, y):
        return None
    common = shared(x.stems, y.stems)
    if common and bool(x.hedges) != bool(y.hedges):
        sure = (b if x.hedges else a).passage.siglum
        return Kind.CERTAINTY, Verdict.CERTAINTY, f"{sure} says it more surely"
    more, further = _unsaid(x, y, told[b.passage.siglum]), _unsaid(y, x, told[a.passage.siglum])
    if not (more or further) or (x.counted and y.counted):
        return None
    if not common:
        return _other(a, x, y)
    elsewhere = x.slot in _WHERE and not shared(frozenset({head_of(x)}), frozenset({head_of(y)}))
    pointing = (not more and x.bare) or (not further and y.bare) or (x.definite and y.definite)
    described = x.personal and y.personal and not (more and further)  # of persons the roles are told
    if elsewhere or pointing or described:
        return None
    new = x.phrase.determiner in _NEW and y.phrase.determiner in _NEW and head_of(x) == head_of(y)
    apart = x.slot == WHOM and more and further and new
    end = _OTHERWISE if more and further else "one says more than the other"
    return Kind.STATEMENT, Verdict.DIFFERS if apart else Verdict.PRECISION, end


_OTHERWISE: Final = "each describes it otherwise"


def _printed(claim: Claim, one: Filler) -> str:
    """Return the words of a filler in lower case."""
    return claim.passage.folded[slice(*one.span)].lower()


def _other(a: Claim, x: Filler, y: Filler) -> tuple[Kind, Verdict, str] | None:
    """Return what is said of two fillers with nothing in common: who published it; others may well be one thing."""
    definite = x.personal and y.personal and x.definite and y.definite
    if x.slot != WHO or a.verb not in _PUBLISHES or x.bare or y.bare or definite:
        return None
    pointing = any(p.personal and p.kind is not Kind.PERSON and (p.definite or not p.phrase.determiner) for p in (x, y))
    return None if pointing and Kind.PERSON in {x.kind, y.kind} else (Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "")


def _drafts(story: Story, one: _Found) -> Iterator[Draft]:
    """Yield the fact of two fillers that part, where a passage tells what is asked."""
    readings = (
        reading(story, one.a.passage.id, *one.x.span),
        reading(story, one.b.passage.id, *one.y.span),
    )
    spots = [(claim.passage.id, claim.predicate.group.at[0]) for claim in (one.a, one.b)]
    if one.kind is Kind.CERTAINTY:
        topic = topic_of(story, one.a, one.b, one.kind)
    else:
        asked = ((spot, x) for spot, x in zip(spots, (one.x, one.y), strict=True))
        personal = all(x.personal or sort_of(x.phrase.base) in _DOERS or x.kind is Kind.ORGANISATION for x in (one.x, one.y))
        topic = next(
            (q for spot, x in asked if (q := filled(story, spot, x.slot, personal=personal or one.kind is Kind.ATTRIBUTION))), ""
        )
    if not topic and one.verdict is Verdict.PRECISION:
        return  # nobody could tell what is asked
    topic = topic or gist(story, spots, 3) or topic_of(story, one.a, one.b, one.kind)
    yield Draft(one.kind, topic, one.verdict, readings, note(one.verdict, readings, one.end), one.signs, one.score)
