"""Questions: what one article leaves open and another tells: *unclear if the boat was his*, *owned the boat*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.compare.claims.causes.unknown import leaves_open
from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.partings import shared
from tui.compare.claims.slots.slots import fillers
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.deeds import deed, kind_of
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.article import Passage, PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Kind

_OPENS: Final = lexicon("if whether")
_NEAR: Final = 25  # code points between the word that leaves it open and what is asked
_WEIGHT: Final = 1.2
_WORDS: Final = 8  # of a reading
_END: Final = "one leaves open what the other tells"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a passage leaves open."""

    passage: Passage
    """The passage."""
    span: tuple[int, int]
    """The words that leave it open and what is asked."""
    kind: str
    """The kind of deed asked of."""
    things: frozenset[str]
    """Stems of the nouns that it names."""


def question_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield what one article leaves open, with the claim of every other article that tells it."""
    open_here = [asked for p in story.passages.values() if p.kind is not PassageKind.CORRECTION for asked in _asked(p)]
    for asked in open_here:
        passage = asked.passage
        leaving = {other.passage.siglum for other in open_here if other.kind == asked.kind}
        told = [c for c in found if c.passage.siglum not in leaving and _answers(story, asked, c)]
        for siglum in dict.fromkeys(c.passage.siglum for c in told):
            own = [c for c in told if c.passage.siglum == siglum]
            yield _draft(story, asked, max(own, key=lambda c: story.alike(passage.id, c.passage.id)))


def _asked(passage: Passage) -> Iterator[_Asked]:
    """Yield what a passage leaves open."""
    told = predicates(passage.folded)
    for predicate, following in pairwise(told):
        near = (
            0 <= following.group.start - predicate.said[1] <= _NEAR + max((p.end - p.start for p in following.phrases), default=0)
        )
        if leaves_open(predicate) and following.opener in _OPENS and near:
            things = frozenset(stem(p.base) for p in following.phrases if not (p.pronoun or p.timed))
            yield _Asked(passage, (predicate.said[0], following.said[1]), kind_of(deed(following).verb), things)


def _answers(story: Story, asked: _Asked, claim: Claim) -> bool:
    """Return whether a claim tells what is asked: a deed of the kind, of a thing that both name."""
    if kind_of(claim.verb) != asked.kind or claim.hedged or claim.stage is Stage.MAYBE or claim.verb == "be":
        return False
    stems = frozenset(key for one in fillers(claim) for key in one.stems)
    common = {key for key in shared(asked.things, stems | claim.agent | claim.patient) if key not in story.hubs}
    return bool(common) or (len(asked.things & stems) > 1 and bool(story.alike(asked.passage.id, claim.passage.id)))


def _draft(story: Story, asked: _Asked, claim: Claim) -> Draft:
    """Return the fact of a question and what tells it."""
    start, end = claim.predicate.said
    patient = claim.predicate.patient
    behind = [one.span[1] for one in fillers(claim) if one.phrase is patient and one.span[0] >= end]
    spans = asked.span, (start, max([end, *behind]))
    readings = tuple(
        reading(story, passage.id, *_short(passage, span))
        for passage, span in zip((asked.passage, claim.passage), spans, strict=True)
    )
    alike = story.alike(asked.passage.id, claim.passage.id)
    why = ("both tell of one deed and one thing", *(("the passages tell the same",) if alike else ()))
    said = gist(story, [(claim.passage.id, claim.predicate.group.at[0])], 3, bare=True)
    topic = f"whether {said or f'somebody {readings[1].text}'}"
    return Draft(
        Kind.CERTAINTY, topic, Verdict.CERTAINTY, readings, note(Verdict.CERTAINTY, readings, _END), why, _WEIGHT + alike
    )


def _short(passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    """Return the first eight words of a span."""
    own = [w for w in words(passage.folded) if span[0] <= w.start < span[1]][:_WORDS]
    return span[0], own[-1].end if own else span[1]
