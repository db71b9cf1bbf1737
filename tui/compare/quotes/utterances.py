"""Utterances: everything that an article makes somebody say, and which of them two articles have in common."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.quotes.voice import Voice, Voices
from tui.compare.story import Story
from tui.language.clauses import Tag
from tui.model.article import PassageKind
from tui.model.detail import Attribution

_COMMON: Final = 3  # telling words that two utterances share
_SHARE: Final = 0.6  # of the rarity of the shorter one's telling words


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one attribution makes its source say."""

    siglum: str
    """The article."""
    attribution: Attribution
    """The attribution."""
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
    found = sorted(_pairs(story, told), key=lambda s: (-s.weight * s.share, s.one.attribution.passage, s.two.attribution.passage))
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
            parts = [part for part in (each.content, each.rest) if part is not None]
            stems = frozenset(
                t.word.stem
                for t in story.tokens(passage)
                if t.tag is not Tag.FUNCTION
                and t.word.stem not in story.hubs
                and any(start <= t.word.start < end for start, end in parts)
            )
            if len(stems) >= _COMMON:
                yield Utterance(story.passages[passage].siglum, each, speaking.of(each), stems)


def _pairs(story: Story, told: Sequence[Utterance]) -> Iterator[Shared]:
    """Yield every two utterances of different articles that have most of their telling words in common."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        for stem in each.stems:
            at[stem].append(place)
    for place, each in enumerate(told):
        others = {n for stem in each.stems for n in at[stem] if n > place and told[n].siglum != each.siglum}
        for other in others:
            common = each.stems & told[other].stems
            weight = sum(story.rarity.get(stem, 1.0) for stem in common)
            least = min(sum(story.rarity.get(stem, 1.0) for stem in x.stems) for x in (each, told[other]))
            if len(common) >= _COMMON and least and weight >= _SHARE * least:
                one, two = each, told[other]
                if not story.first(one.attribution.passage, two.attribution.passage):
                    one, two = two, one
                yield Shared(one, two, weight / least, weight)
