"""Surety of nouns: what one article calls a likely bomb or an alleged thief, and another a bomb or a thief."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.doubts.unsure import hoped
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.asked import supposed
from tui.compare.words.gist import thing_at
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.tables import lexicon, row
from tui.language.words import stem
from tui.model.article import Passage, PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Kind

_BESIDE: Final = lexicon("possibly probably perhaps arguably potentially allegedly reportedly apparently likely supposedly")
"""Words before a phrase that weaken it."""
_LINKED: Final = 0.4  # likeness of passages in which one word is enough to know a thing by
_FEW: Final = 2  # words by which a thing is known anywhere in the story
_WEIGHT: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Called:
    """A noun phrase with what it is called without its hedge."""

    passage: Passage
    """The passage it stands in."""
    span: tuple[int, int]
    """Its place, from the hedge on where there is one."""
    head: str
    """The stem of its head."""
    stems: frozenset[str]
    """The stems of its words without hedge and little words."""
    hedged: bool
    """True where the article does not vouch for it."""


def surety_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on nouns that one article hedges and another does not, each thing once."""
    called: defaultdict[str, list[_Called]] = defaultdict(list)
    for passage in story.passages.values():
        if passage.kind is not PassageKind.CORRECTION:
            for one in _nouns(story, passage):
                called[one.head].append(one)
    drafts = []
    for head in sorted(called):
        told: set[frozenset[str]] = set()
        for vague in called[head]:
            if vague.hedged and vague.stems not in told:
                told.add(vague.stems)
                parted = _parted(story, vague, [one for one in called[head] if _same(vague, one)])
                if parted:
                    drafts.append(_draft(story, parted))
    return tuple(drafts)


def _same(one: _Called, two: _Called) -> bool:
    """Return whether two nouns with one head can name one thing: all that narrows the one narrows the other."""
    return one.stems == two.stems or (
        min(len(one.stems), len(two.stems)) >= _FEW and (one.stems <= two.stems or two.stems <= one.stems)
    )


def _nouns(story: Story, passage: Passage) -> Iterator[_Called]:
    """Yield the noun phrases of a passage that name a thing."""
    tokens = story.tokens(passage.id)
    for piece in chunk(passage.folded):
        phrase = piece.phrase
        if phrase is not None and not (phrase.pronoun or phrase.timed or phrase.named):
            found = _called(passage, phrase, tokens)
            if found.stems:
                yield found


def _called(passage: Passage, phrase: Phrase, tokens: Sequence[Token]) -> _Called:
    """Return a phrase as what a thing is called."""
    doubts = row("surety", "doubtful")
    own = [t for t in tokens if phrase.start <= t.word.start < phrase.at[1]]
    hedges = [t for t in (*_beside(passage, phrase, tokens), *own) if t.word.text.lower() in doubts | _BESIDE]
    owned = any("'" in passage.folded[t.word.end : phrase.at[0]] for t in hedges)  # the alleged thief's car is a car
    standing = any(hoped(t.word.text, phrase) for t in hedges)  # a likely voter is no doubt
    plain = [t for t in own if t.tag is not Tag.FUNCTION and t not in hedges]
    first = min((t.word.start for t in (*hedges, *plain)), default=phrase.start)
    stems = frozenset(t.word.stem for t in plain)
    return _Called(passage, (first, phrase.end), stem(phrase.base), stems, bool(hedges) and not standing and not owned)


def _beside(passage: Passage, phrase: Phrase, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the word right before a phrase where it can weaken it: *possibly the largest theft*, *a reported $3 million*."""
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.word.end <= phrase.start and not passage.folded[token.word.end : phrase.start].strip(" $"):
            article = before is not None and before.word.text.lower() in {"a", "an", "the"}
            if article or token.word.text.lower() in _BESIDE:
                yield token


def _parted(story: Story, vague: _Called, called: Sequence[_Called]) -> tuple[_Called, ...]:
    """Return a hedged noun with those of the articles that hedge it nowhere, one of each article; none where there are none."""
    unsure = {one.passage.siglum for one in called if one.hedged}
    best: dict[str, _Called] = {}
    for one in called:
        if one.passage.siglum not in unsure:
            other = best.get(one.passage.siglum)
            if other is None or story.alike(vague.passage.id, one.passage.id) > story.alike(vague.passage.id, other.passage.id):
                best[one.passage.siglum] = one
    linked = any(story.alike(vague.passage.id, one.passage.id) >= _LINKED for one in best.values())
    return (vague, *best.values()) if best and (len(vague.stems) >= _FEW or linked) else ()


def _draft(story: Story, parted: Sequence[_Called]) -> Draft:
    """Return the fact of nouns of which some are hedged."""
    readings = tuple(reading(story, one.passage.id, *one.span) for one in parted)
    sure = next(one for one in parted if not one.hedged)
    vague = next(one for one in parted if one.hedged)
    likeness = story.alike(sure.passage.id, vague.passage.id)
    why = ("both name the same thing", *(("the passages tell the same",) if likeness else ()))
    topic = supposed(thing_at(story, sure.passage.id, sure.span[0]) or sure.passage.text[slice(*sure.span)])
    ending = note(Verdict.CERTAINTY, readings, f"{sure.passage.siglum} says it more surely")
    return Draft(Kind.CERTAINTY, topic, Verdict.CERTAINTY, readings, ending, why, _WEIGHT + likeness)
