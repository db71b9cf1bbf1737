"""Credit: one statement credited to different sources, to a named and an unnamed one, or to nobody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import alike, one_deed
from tui.compare.draft import Draft, reading
from tui.compare.figures.pairing import Group
from tui.compare.quotes.bare import bare_claims
from tui.compare.quotes.secondhand import second_hand
from tui.compare.quotes.voice import POINTING, Voice, Voices, voices
from tui.compare.story import Story
from tui.compare.words.gist import gist, quoted
from tui.compare.words.note import note
from tui.language.clauses import Tag
from tui.language.events import is_spoken
from tui.language.syntax.predicates import predicates
from tui.language.words import words
from tui.model.collation import NO_SOURCE, Verdict
from tui.model.detail import Kind, Name

_LINKED: Final = 0.45  # linked passages less alike than this may share only their subject
_CONTENT: Final = 0.55  # share of the shorter content's telling words in common
_COMMON: Final = 3  # the least number of telling words that two contents share
_MATCHED: Final = 2.0  # the least evidence that two claims tell one deed, where both are credited
_FIRST: Final = 3  # words of a clause among which no word of its source may stand
_BESIDE: Final = 4  # words from a source to its verb
_STRONG: Final = 3.0  # the least score of two figures whose sources are compared
_ASIDE: Final = frozenset({"who", "which", "whose", "where", "when"})
"""Words that open a clause told by the way."""


_FIRST_HEARD: Final = ("the passages tell the same", "each is the first source of its article")
_SAME_WORDS: Final = "what is said has the same words"


@dataclass(frozen=True, slots=True)
class _Pair:
    """One statement in two articles with who is credited."""

    weight: float
    """How strongly the two tell one statement."""
    passages: tuple[str, str]
    """The passages."""
    credited: tuple[Voice | None, Voice | None]
    """Who is credited; ``None`` where the article states it as its own."""
    spans: tuple[tuple[int, int], tuple[int, int]]
    """The words of the statement in each passage."""
    topic: str
    """What it is about."""
    why: tuple[str, ...]
    """What says that the two are one statement."""


def credit_facts(story: Story, groups: Sequence[Group], found: Sequence[Claim]) -> tuple[Draft, ...]:
    """Return the statements that articles credit differently, each pair of passages once."""
    speaking = voices(story)
    pairs = [
        *_by_content(story, speaking),
        *_by_deed(story, speaking, found),
        *_by_figure(story, speaking, groups),
        *_bare(story, speaking),
        *_second_hand(story, speaking),
    ]
    drafts: list[Draft] = []
    told: set[tuple[str, str]] = set()
    for pair in sorted(pairs, key=lambda p: (-p.weight, p.passages, p.spans)):
        if pair.passages not in told and _differ(story, pair):
            told.add(pair.passages)
            drafts.append(_draft(story, pair))
    return tuple(drafts)


def _by_content(story: Story, speaking: Voices) -> Iterator[_Pair]:
    """Yield what linked passages credit in nearly the same words."""
    for (a, b), likeness in story.likeness.items():
        if likeness < _LINKED or not story.first(a, b):
            continue
        one, two = (list(speaking.heard(p)) for p in (a, b))
        said = [(x, y) for x in one for y in two if _same_words(story, (a, b), x, y)]
        settled = [(x, y) for x, y in said if x.known and y.known and x.may_be(y)]
        for x, y in said:
            if not any(x is p or y is q for p, q in settled):
                why = (_SAME_WORDS,)
                yield _Pair(1.5 + likeness, (a, b), (x, y), (x.content, y.content), _about(story, a, x.content), why)


def _same_words(story: Story, passages: tuple[str, str], x: Voice, y: Voice) -> bool:
    """Return whether two contents share most of the telling words of the shorter one."""
    one, two = (
        {
            t.word.stem
            for t in story.tokens(passage)
            if z.content[0] <= t.word.start < z.content[1] and t.tag is not Tag.FUNCTION and t.word.stem not in story.hubs
        }
        for passage, z in zip(passages, (x, y), strict=True)
    )
    return len(one & two) >= max(_COMMON, _CONTENT * min(len(one), len(two)))


def _by_deed(story: Story, speaking: Voices, found: Sequence[Claim]) -> Iterator[_Pair]:
    """Yield the claims of linked passages that tell one deed."""
    by_passage: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        if not claim.loose and claim.predicate.opener not in _ASIDE:
            by_passage[claim.passage.id].append(claim)
    for a, b in story.likeness:
        if not story.first(a, b):
            continue
        for x in by_passage[a]:
            for y in by_passage[b]:
                if alike(x, y):
                    yield from _of_deed(story, speaking, x, y)


def _of_deed(story: Story, speaking: Voices, x: Claim, y: Claim) -> Iterator[_Pair]:
    """Yield two claims as one statement where the evidence is strong enough for who is credited with it."""
    places = tuple(claim.predicate.said[0] for claim in (x, y))
    one, two = (speaking.at(c.passage.id, place) for c, place in zip((x, y), places, strict=True))
    if one is None or two is None or (_speaks_too(speaking, y.passage.id, one) and _speaks_too(speaking, x.passage.id, two)):
        return
    score, why = one_deed(story, x, y)
    if score >= _MATCHED:
        yield _Pair(score, (x.passage.id, y.passage.id), (one, two), (one.content, two.content), _asked(story, (x, y)), why)


def _second_hand(story: Story, speaking: Voices) -> Iterator[_Pair]:
    """Yield what one article has from another outlet, and another article from its own first source."""
    for passages, heard in second_hand(story, speaking):
        topic = _about(story, passages[0], heard[0].content)
        yield _Pair(1.0, passages, heard, (heard[0].content, heard[1].content), topic, _FIRST_HEARD)


def _bare(story: Story, speaking: Voices) -> Iterator[_Pair]:
    """Yield what one article credits and another tells as its own."""
    for bare in bare_claims(story, speaking):
        voice = speaking.of(bare.said)
        topic = _about(story, bare.said.passage, voice.content)
        passages, spans = (bare.said.passage, bare.passage), (voice.content, bare.span)
        yield _Pair(1.5 + bare.likeness, passages, (voice, None), spans, topic, (_SAME_WORDS,))


def _speaks_too(speaking: Voices, passage: str, voice: Voice | None) -> bool:
    """Return whether a passage credits something to a voice as well."""
    return voice is not None and any(voice.may_be(speaking.of(x)) for x in speaking.credited.get(passage, ()))


def _by_figure(story: Story, speaking: Voices, groups: Sequence[Group]) -> Iterator[_Pair]:
    """Yield the figures told by several articles, with who is credited."""
    for group in groups:
        for one, two, evidence in group.bonds:
            if evidence.score >= _STRONG and one.role != "age":
                a, b = (one, two) if story.first(one.passage.id, two.passage.id) else (two, one)
                x, y = (
                    speaking.at(m.passage.id, m.detail.start) or speaking.behind(m.passage.id, m.detail.start) for m in (a, b)
                )
                if x is not None and y is not None:
                    topic = _about(story, a.passage.id, x.content)
                    spans = (a.detail.start, a.detail.end), (b.detail.start, b.detail.end)
                    yield _Pair(evidence.score / 2, (a.passage.id, b.passage.id), (x, y), spans, topic, evidence.why)


def _differ(story: Story, pair: _Pair) -> bool:
    """Return whether the credit differs in a way that tells anything."""
    one, two = pair.credited
    if one is None or two is None:
        return True
    if not one.known or not two.known or one.may_be(two):
        return False
    if _points(story, one) or _points(story, two) or _stands_by(story, pair):
        return False
    sides = ((one, story.passages[pair.passages[1]].siglum), (two, story.passages[pair.passages[0]].siglum))
    other = {one: two, two: one}
    return not any(v.speaker and not other[v].speaker and _names(story, siglum, v.speaker) for v, siglum in sides)


def _stands_by(story: Story, pair: _Pair) -> bool:
    """Return whether an unnamed source of one stands in the other passage too: *the judge said, according to the Post*."""
    sides = zip(pair.credited, reversed(pair.passages), reversed(pair.spans), strict=True)
    for voice, passage, span in sides:
        tokens = story.tokens(passage)
        common = _common_nouns(story, voice) if voice is not None and not voice.speaker else frozenset()
        places = [n for n, t in enumerate(tokens) if t.word.stem in common]
        for n in places:
            says = any(is_spoken(t.word.stem) for t in tokens[n + 1 : n + 1 + _BESIDE])
            if says or not span[0] <= tokens[n].word.start < span[1]:
                return True
    return False


def _common_nouns(story: Story, voice: Voice) -> frozenset[str]:
    """Return the stems of the words of a source that tell anything and are no names."""
    printed = words(story.passages[voice.passage].folded[slice(*voice.span)])
    return voice.words & {w.stem for w in printed if w.text.islower()}


def _points(story: Story, voice: Voice) -> bool:
    """Return whether a source is printed as a pronoun: whom it stands for is too much of a guess to part from another."""
    return story.passages[voice.passage].folded[slice(*voice.span)].lower() in POINTING


def _names(story: Story, siglum: str, speaker: str) -> bool:
    """Return whether an article names a speaker anywhere, so that *the lawyer* in it can be that speaker."""
    details = story.extraction(siglum).details
    return any(d.kind is Kind.PERSON and isinstance(d.value, Name) and d.value.full == speaker for d in details)


def _draft(story: Story, pair: _Pair) -> Draft:
    """Return the fact that two articles credit one statement differently."""
    readings = tuple(
        reading(story, voice.passage, *voice.span, voice.speaker)
        if voice is not None
        else reading(story, passage, *span, NO_SOURCE)
        for passage, voice, span in zip(pair.passages, pair.credited, pair.spans, strict=True)
    )
    shown = note(Verdict.ATTRIBUTION, readings)
    return Draft(Kind.ATTRIBUTION, pair.topic, Verdict.ATTRIBUTION, readings, shown, pair.why, pair.weight / 2)


def _asked(story: Story, claims: Sequence[Claim]) -> str:
    """Return what two claims tell as a question for who says it."""
    said = gist(story, [(c.passage.id, c.predicate.said[0]) for c in claims], 3)
    return f"who says that {said.removeprefix('that ')}" if said else f"who says {quoted(claims[0].passage.text)}"


def _about(story: Story, passage: str, span: tuple[int, int]) -> str:
    """Return what is said as a question for who says it: its clause in words or, where it cannot be told so, how it begins."""
    printed = story.passages[passage]
    if '"' not in printed.folded[slice(*span)]:
        places = [c.said[0] for c in predicates(printed.folded) if span[0] <= c.said[0] < span[1] and c.group.finite]
        said = gist(story, [(passage, place) for place in places[:1]], 3)
        if said and not any(word in printed.text[: span[0]].lower().split() for word in said.lower().split()[:_FIRST]):
            return f"who says that {said.removeprefix('that ')}"
    said = printed.text[slice(*span)]
    return f"who says {quoted(said if len(said.split()) >= _COMMON else printed.text)}"
