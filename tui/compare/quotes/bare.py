"""Bare claims: what one article credits to a source and another tells in much the same words as its own."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.quotes.echoes import echo
from tui.compare.quotes.voice import Voice, Voices
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.grammar import AUXILIARIES
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.model.article import Passage, PassageKind
from tui.model.detail import Attribution

_LINKED: Final = 0.4  # passages less alike do not tell one thing in the same words
_SAID: Final = 0.6  # of the rarity of what is said that the other article has too
_OWN: Final = 0.35  # of the rarity of what the other article tells in the passage
_WEIGHT: Final = 2.0  # the least rarity in common
_TELLING: Final = 4  # words of meaning in common, in order
_SETTLED: Final = 0.5  # of what is said; an article that credits so much of it to the same source elsewhere is no bare one
_GAP: Final = 0.08  # what a word between costs a stretch of words in common
_LONGEST: Final = 7  # words of the stretch that is shown
_APART: Final = 4  # words between two of one clause and the next
_ARTICLES: Final = frozenset({"the", "a", "an"})
_SPEAKING: Final = lexicon("i we our my us me ours mine i'm i've i'll i'd we're we've we'll we'd")
"""Words of somebody who speaks: what holds them is a quotation that lost its marks."""

_DENYING: Final = lexicon("deny denies denied denying reject rejects rejected rejecting dispute disputes disputed disputing")


@dataclass(frozen=True, slots=True)
class Bare:
    """A claim that one article credits and another does not."""

    said: Attribution
    """The attribution."""
    passage: str
    """The passage that tells it without a source."""
    span: tuple[int, int]
    """The words there that both have."""
    likeness: float
    """How much the two passages tell the same."""


def bare_claims(story: Story, speaking: Voices) -> Iterator[Bare]:
    """Yield what is credited in one of two linked passages and told without a source in the other."""
    for (a, b), likeness in story.likeness.items():
        if likeness < _LINKED or a not in speaking.credited or not _can_be_bare(story, speaking, b):
            continue
        own = _own_words(story, speaking, b)
        for x in speaking.credited.get(a, ()):
            said, voice = _said(story, x), speaking.of(x)
            common = _stems(story, said) & _stems(story, own)
            told = voice.known and _is_clause(story, x) and _enough(story, said, own, common)
            elsewhere = told and _settled(story, speaking, story.passages[b], said, voice)
            if told and not elsewhere and not _sourced(story, speaking, b, own, voice):
                yield Bare(x, b, _stretch(story, own, common), likeness)


def _can_be_bare(story: Story, speaking: Voices, passage: str) -> bool:
    """Return whether a passage tells anything as the article's own: no headline, no part of a quotation."""
    told = story.passages[passage]
    own = _article(story, told)
    at = own.index(told)
    led_to = at > 0 and own[at - 1].folded.rstrip().endswith(":")
    speaks = any(t.word.text.lower() in _SPEAKING for t in story.tokens(passage))
    return told.kind is PassageKind.BODY and passage not in speaking.carried and not led_to and not speaks


def _is_clause(story: Story, x: Attribution) -> bool:
    """Return whether a whole clause is said and not denied: with a verb of its own, and not one whose subject is the source."""
    start, end = x.content or x.cue
    printed = story.passages[x.passage]
    if printed.kind is not PassageKind.BODY or printed.folded[slice(*x.cue)].lower() in _DENYING:
        return False
    inside = [c.said for c in predicates(printed.folded) if start <= c.said[0] < end and c.group.finite]
    first = next((t for t in story.tokens(x.passage) if t.word.start >= start), None)
    return bool(inside) and first is not None and first.tag is not Tag.VERB and first.word.text.lower() not in AUXILIARIES


def _article(story: Story, passage: Passage) -> Sequence[Passage]:
    """Return the passages of the article that a passage stands in."""
    return next(a for a in story.articles if a.siglum == passage.siglum).passages


def _own_words(story: Story, speaking: Voices, passage: str) -> tuple[Token, ...]:
    """Return the words of a passage that nobody is made to say."""
    return tuple(
        t
        for t in story.tokens(passage)
        if not speaking.quotes(passage, t.word.start) and not speaking.anybody(passage, t.word.start)
    )


def _said(story: Story, x: Attribution) -> tuple[Token, ...]:
    """Return the words of what an attribution makes its source say."""
    parts = [part for part in (x.content, x.rest) if part is not None]
    return tuple(t for t in story.tokens(x.passage) if any(start <= t.word.start < end for start, end in parts))


def _stems(story: Story, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the stems of the words that tell anything, without the protagonists."""
    return frozenset(t.word.stem for t in tokens if t.tag is not Tag.FUNCTION and t.word.stem not in story.hubs)


def _rarity(story: Story, stems: frozenset[str]) -> float:
    """Return the rarity of some stems, summed."""
    return math.fsum(story.rarity.get(stem, 0.0) for stem in stems)


def _enough(story: Story, said: Sequence[Token], own: Sequence[Token], common: frozenset[str]) -> bool:
    """Return whether what is said and what is told are one claim: most of the one, much of the other, in one order."""
    weight = _rarity(story, common)
    if weight < max(_WEIGHT, _SAID * _rarity(story, _stems(story, said)), _OWN * _rarity(story, _stems(story, own))):
        return False
    return echo(said, own).telling >= _TELLING


def _sourced(story: Story, speaking: Voices, passage: str, own: Sequence[Token], voice: Voice) -> bool:
    """Return whether a source has a part in what is told, or speaks in the passage or in one beside it."""
    told = Voice(passage, (0, 0), None, frozenset(t.word.stem for t in own), pointing=False, content=(0, 0))
    unnamed = Voice(voice.passage, voice.span, None, voice.words, pointing=False, content=voice.content)
    if unnamed.may_be(told):
        return True
    passages = _article(story, story.passages[passage])
    at = passages.index(story.passages[passage])
    near = passages[max(0, at - 1) : at + 2]
    return any(voice.may_be(speaking.of(x)) for p in near for x in speaking.held.get(p.id, ()) if x.source is not None)


def _settled(story: Story, speaking: Voices, passage: Passage, said: Sequence[Token], voice: Voice) -> bool:
    """Return whether the article that tells a claim as its own credits it to the same source elsewhere."""
    stems = _stems(story, said)
    least = _SETTLED * _rarity(story, stems)
    return any(
        voice.may_be(speaking.of(x)) and _rarity(story, stems & _stems(story, _said(story, x))) >= least
        for p in _article(story, passage)
        for x in speaking.credited.get(p.id, ())
    )


def _stretch(story: Story, own: Sequence[Token], common: frozenset[str]) -> tuple[int, int]:
    """Return the place of the stretch of words that tells most of what is common."""
    places = [n for n, t in enumerate(own) if t.word.stem in common]
    found: list[tuple[float, int, int]] = []
    for n, first in enumerate(places):
        for last in places[n:]:
            if last - first >= _LONGEST or (own[first].clause != own[last].clause and last - first > _APART):
                break
            worth = _rarity(story, frozenset(own[m].word.stem for m in places if first <= m <= last)) - _GAP * (last - first)
            found.append((worth, -first, last))
    _, back, last = max(found)
    first = -back - (back < 0 and own[-back - 1].word.text.lower() in _ARTICLES)
    return own[first].word.start, own[last].word.end
