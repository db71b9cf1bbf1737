"""Utterances: everything that an article makes somebody say, and which of them two articles have in common."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.quotes.voice import Voice, Voices
from tui.compare.story import Story
from tui.language.clauses import Tag
from tui.language.words import stem
from tui.model.article import PassageKind
from tui.model.detail import Attribution

_COMMON: Final = 3  # telling words that two utterances share
_SHARE: Final = 0.6  # of the rarity of the shorter one's telling words


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody is made to say at one place."""

    siglum: str
    """The article."""
    passage: str
    """The passage."""
    attribution: Attribution | None
    """The attribution; ``None`` for a quotation whose source stands in another passage."""
    parts: tuple[tuple[int, int], ...]
    """The words that are said."""
    voice: Voice
    """Who says it."""
    stems: frozenset[str]
    """The stems of the telling words that are said, without the protagonists."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One statement as two articles give it."""

    one: Utterance
    """The one that is looked at first."""
    two: Utterance
    """The other."""
    share: float
    """The share of the rarity of the shorter one's telling words that both have, 0 to 1."""
    weight: float
    """The rarity of the words in common, summed."""


def shared_utterances(story: Story, speaking: Voices) -> tuple[Shared, ...]:
    """Return the statements that two articles give in much the same words, each the other's best, by the whole story."""
    told = tuple(_utterances(story, speaking))
    found = sorted(_pairs(story, told), key=lambda s: (-s.weight * s.share, s.one.passage, s.two.passage))
    taken: set[tuple[int, str]] = set()
    kept = []
    for each in found:
        ends = {(id(each.one), each.two.siglum), (id(each.two), each.one.siglum)}
        if not taken & ends:
            taken |= ends
            kept.append(each)
    return tuple(kept)


def _utterances(story: Story, speaking: Voices) -> Iterator[Utterance]:
    """Yield what every article makes somebody say, headlines left out."""
    for passage, credited in speaking.credited.items():
        if story.passages[passage].kind is PassageKind.HEADLINE:
            continue
        for each in credited:
            parts = tuple(part for part in (each.content, each.rest) if part is not None)
            yield Utterance(
                story.passages[passage].siglum, passage, each, parts, speaking.of(each), _stems(story, passage, parts)
            )
    for passage, quotations in speaking.quoted.items():
        for quotation in quotations:
            if quotation.speaker and speaking.at(passage, quotation.start) is None:
                span = quotation.start, quotation.end
                voice = Voice(
                    passage,
                    span,
                    quotation.speaker,
                    frozenset(map(stem, quotation.speaker.split())),
                    pointing=False,
                    content=span,
                )
                stems = _stems(story, passage, (span,))
                yield Utterance(story.passages[passage].siglum, passage, None, (span,), voice, stems)


def _stems(story: Story, passage: str, parts: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Return the stems of the telling words at some places of a passage, without the protagonists."""
    return frozenset(
        t.word.stem
        for t in story.tokens(passage)
        if t.tag is not Tag.FUNCTION
        and t.word.stem not in story.hubs
        and any(start <= t.word.start < end for start, end in parts)
    )


def _pairs(story: Story, told: Sequence[Utterance]) -> Iterator[Shared]:
    """Yield every two utterances of different articles that have most of their telling words in common."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        for word in each.stems:
            at[word].append(place)
    for place, each in enumerate(told):
        others = {n for word in each.stems for n in at[word] if n > place and told[n].siglum != each.siglum}
        for other in others:
            common = each.stems & told[other].stems
            weight = math.fsum(story.rarity.get(word, 1.0) for word in common)
            least = min(math.fsum(story.rarity.get(word, 1.0) for word in x.stems) for x in (each, told[other]))
            if len(common) >= _COMMON and least and weight >= _SHARE * least:
                one, two = each, told[other]
                if not story.first(one.passage, two.passage):
                    one, two = two, one
                yield Shared(one, two, weight / least, weight)
