"""Doubted: what one article does not vouch for, and another tells outright or doubts in another degree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.doubts.evened import Spot, carries, evened, is_verb, key_of, telling, worth
from tui.compare.claims.doubts.unsure import about, degree_of, denied
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.asked import supposed
from tui.compare.words.gist import gist, thing_at
from tui.compare.words.note import note
from tui.language.clauses import Token
from tui.language.doubts import Doubt, doubts
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import predicates
from tui.language.tables import row
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Kind

_WORDS: Final = 8  # of a reading
_LEAST: Final = 0.4  # evidence that two passages tell one thing
_OWN: Final = 0.4  # what the word in common is worth beside the words around
_LINK: Final = 0.5  # what the likeness of linked passages is worth beside them
_SURER: Final = "one vouches for it, the other does not"
_OTHERWISE: Final = "they are not sure in the same way"


@dataclass(frozen=True, slots=True)
class _Doubted:
    """A word of what an article doubts."""

    spot: Spot
    """The word."""
    doubt: Doubt
    """The doubt."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A word of another article that tells what is doubted."""

    score: float
    """How strongly it is about the same thing."""
    spot: Spot
    """The word."""
    degree: str
    """In which degree its article doubts it, empty where it vouches for it."""

    @property
    def order(self) -> tuple[float, str, int]:
        """Return what sorts such words, the likeliest first, whatever order the articles have."""
        return -round(self.score, 6), self.spot.passage.text, self.spot.place


def doubted_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on what one article doubts and others tell, each doubt and what it is held against once."""
    index: defaultdict[str, list[Spot]] = defaultdict(list)
    doubted: list[_Doubted] = []
    for passage in story.passages.values():
        if passage.kind is not PassageKind.CORRECTION:
            tokens = story.tokens(passage.id)
            for place, token in enumerate(tokens):
                if telling(token):
                    index[key_of(token.word.text)].append(Spot(passage, place))
            spots = ((doubt, about(story, passage, doubt)) for doubt in doubts(passage.folded))
            doubted += [_Doubted(spot, doubt) for doubt, spot in spots if spot is not None]
    found = [(one, told) for one in doubted if (told := _parted(story, one, index))]
    found.sort(key=lambda each: (each[1][0].order, each[0].spot.passage.text, each[0].spot.place))
    taken: set[tuple[str, str, int]] = set()
    drafts = []
    for one, told in found:
        own = one.spot.passage
        ends = {("", own.id, one.doubt.first), *((own.siglum, t.spot.passage.id, t.spot.place) for t in told)}
        if not taken & ends:
            taken |= ends
            drafts.append(_draft(story, one, told))
    return tuple(drafts)


def _parted(story: Story, one: _Doubted, index: Mapping[str, Sequence[Spot]]) -> tuple[_Told, ...]:
    """Return the words of the articles that tell otherwise what is doubted, one of each, the likeliest first."""
    passage = one.spot.passage
    key = key_of(story.tokens(passage.id)[one.spot.place].word.text)
    best: dict[str, _Told] = {}
    alike: set[str] = set()
    negative, verbal = denied(story, one.spot), is_verb(story, one.spot)
    for other in index.get(key, ()):
        siglum = other.passage.siglum
        twins = (passage.id, other.passage.id) in story.twins
        apart = (passage.id in story.recalled) != (other.passage.id in story.recalled)
        linked = story.alike(passage.id, other.passage.id)
        if siglum == passage.siglum or twins or (apart and not linked) or not carries(story, other, strictly=verbal):
            continue
        score = evened(story, one.spot, other) + _OWN * worth(story, key) + _LINK * linked
        degree = degree_of(story, other)
        if score < _LEAST or degree is None:
            continue
        if degree == one.doubt.degree:
            alike.add(siglum)
        elif negative == denied(story, other):
            told = _Told(score, other, degree)
            best[siglum] = min(best.get(siglum, told), told, key=lambda t: t.order)
    parted = (told for siglum, told in best.items() if siglum not in alike and not _given(story, one, told, index[key]))
    return tuple(sorted(parted, key=lambda t: t.order))


def _given(story: Story, one: _Doubted, told: _Told, spots: Sequence[Spot]) -> bool:
    """Return whether the article that doubts gives elsewhere what the other tells, in its degree and in words as much like it."""
    own = [s for s in spots if s.passage.siglum == one.spot.passage.siglum and s != one.spot]
    return any(
        degree_of(story, spot) == told.degree
        and evened(story, spot, told.spot) + _LINK * story.alike(spot.passage.id, told.spot.passage.id)
        >= evened(story, one.spot, told.spot) + _LINK * story.alike(one.spot.passage.id, told.spot.passage.id)
        for spot in own
    )


def _draft(story: Story, one: _Doubted, told: Sequence[_Told]) -> Draft:
    """Return the fact of a doubt and what other articles tell."""
    passage = one.spot.passage
    tokens = story.tokens(passage.id)
    start = tokens[one.doubt.first].word.start
    end = max(_span(story, one.spot)[1], tokens[one.doubt.last].word.end)
    spans = [(passage.id, (start, _short(tokens, start, end))), *((t.spot.passage.id, _span(story, t.spot)) for t in told)]
    readings = tuple(reading(story, place, *span) for place, span in spans)
    spots = [(s.passage.id, story.tokens(s.passage.id)[s.place].word.start) for s in (*(t.spot for t in told), one.spot)]
    said = gist(story, spots, 3, bare=True)
    narrowed = not is_verb(story, one.spot) and tokens[one.doubt.last].word.text.lower() in row("surety", "doubtful")
    topic = f"whether {said}" if said and not narrowed else _asked(story, told[0].spot, readings[1].text)
    linked = any(story.alike(passage.id, t.spot.passage.id) for t in told)
    why = ("both tell one thing in the same words", *(("the passages tell the same",) if linked else ()))
    ending = note(Verdict.CERTAINTY, readings, _OTHERWISE if all(t.degree for t in told) else _SURER)
    return Draft(Kind.CERTAINTY, topic, Verdict.CERTAINTY, readings, ending, why, told[0].score)


def _asked(story: Story, spot: Spot, text: str) -> str:
    """Return what is asked of a word of which no clause can be told."""
    if not is_verb(story, spot):
        return supposed(thing_at(story, spot.passage.id, story.tokens(spot.passage.id)[spot.place].word.start) or text)
    finite = any(p.group.finite for p in predicates(spot.passage.folded) if text.endswith(spot.passage.text[slice(*p.group.at)]))
    return f"whether somebody {text}" if finite else f"how sure “{text}” is"


def _span(story: Story, spot: Spot) -> tuple[int, int]:
    """Return the span of the verbs or of the noun phrase that a word stands in; of a long phrase the word alone."""
    folded = spot.passage.folded
    word = story.tokens(spot.passage.id)[spot.place].word
    for predicate in predicates(folded):
        if predicate.group.start <= word.start < predicate.group.end:
            return predicate.whole[0], max(predicate.said[1], word.end)
    for piece in chunk(folded):
        phrase = piece.phrase
        if phrase is not None and phrase.start <= word.start < phrase.end:
            long = len(folded[phrase.start : phrase.end].split()) > _WORDS
            return (word.start, word.end) if long else (phrase.start, phrase.end)
    return word.start, word.end


def _short(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the first eight words of a span end."""
    own = [t.word.end for t in tokens if start <= t.word.start < end][:_WORDS]
    return own[-1] if own else end
