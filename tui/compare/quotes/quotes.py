"""Quotations: the same words given to other speakers, altered, cut, or a statement given in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Indel

from tui.compare.draft import Draft, reading
from tui.compare.quotes.alterations import Alteration, alterations
from tui.compare.quotes.retellings import PARTICLES, retelling_facts
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token, parse
from tui.language.events import is_spoken
from tui.language.words import words
from tui.model.collation import Reading, Verdict
from tui.model.detail import Kind, Quotation
from tui.model.fold import fold

_WORDS: Final = 4  # shorter quotations are catchwords, not statements
_SAME: Final = 0.8  # share of words in common, in order: one quotation
_ECHO: Final = 0.42  # with the same speaker: one statement given in two ways
_HELD: Final = 0.9  # nearly the whole of the shorter one stands in the longer
_CUT: Final = 0.0005  # what a word more takes from the likeness of a quotation and its part
_TELLING: Final = 3  # words of meaning that one statement given in two ways shares
_BRIEF: Final = 14  # words of a statement that is shown whole where it is given in two ways
_FEW: Final = 3  # so many altered places are shown
_SHOWN: Final = 4  # words of a quotation that are shown at an end where the other one is cut
_BEYOND: Final = 3  # words read behind a place where only one has any
_LONGEST: Final = 8  # words of a reading
_BESIDE: Final = 7  # words from the marks within which a speaker is named beyond doubt


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation with its words."""

    quotation: Quotation
    siglum: str
    stems: tuple[str, ...]


def quote_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on quotations that two articles give, each held against its best match in each other article."""
    quotes = [
        q for e in story.extractions for quotation in e.quotations if len((q := _quote(e.siglum, quotation)).stems) >= _WORDS
    ]
    drafts: list[Draft] = []
    same: set[frozenset[int]] = set()
    echoed: list[tuple[_Quote, _Quote, float]] = []
    for a, b, alike in _pairs(quotes):
        if alike >= _SAME:
            same.add(frozenset({id(a.quotation), id(b.quotation)}))
            drafts += (*_speakers(story, a, b), *_words(story, a, b))
        else:
            echoed.append((a, b, alike))
    drafts += retelling_facts(story, frozenset(same))
    told = {(r.passage, other.passage) for d in drafts for r in d.readings for other in d.readings}
    for a, b, alike in echoed:
        brief = max(len(a.stems), len(b.stems)) <= _BRIEF
        both = _content_stems(a) & _content_stems(b)
        if brief and (a.quotation.passage, b.quotation.passage) not in told and len(both) >= _TELLING:
            drafts.append(_two_ways(story, a, b, alike))
    return tuple(drafts)


def _quote(siglum: str, quotation: Quotation) -> _Quote:
    """Return a quotation with the stems of its words."""
    return _Quote(quotation, siglum, tuple(w.stem for w in words(fold(quotation.text))))


def _pairs(quotes: list[_Quote]) -> Iterator[tuple[_Quote, _Quote, float]]:
    """Yield the quotations of two articles that give the same words or part of them, each other's best, and the share."""
    found: dict[tuple[int, int], float] = {}
    for i, j in combinations(range(len(quotes)), 2):
        a, b = quotes[i], quotes[j]
        if a.siglum != b.siglum and len(set(a.stems) & set(b.stems)) >= _WORDS - 1:
            alike = _likeness(a, b)
            if alike >= _SAME or (
                alike >= _ECHO and a.quotation.speaker is not None and a.quotation.speaker == b.quotation.speaker
            ):
                found[i, j] = alike
    best: dict[tuple[int, str], float] = {}
    for (i, j), alike in found.items():
        for here, there in ((i, j), (j, i)):
            best[here, quotes[there].siglum] = max(best.get((here, quotes[there].siglum), 0.0), alike)
    for (i, j), alike in found.items():
        if alike >= best[i, quotes[j].siglum] and alike >= best[j, quotes[i].siglum]:
            first, second = sorted((quotes[i], quotes[j]), key=lambda q: (q.quotation.text, q.quotation.speaker or ""))
            yield first, second, alike


def _likeness(a: _Quote, b: _Quote) -> float:
    """Return the share of words in common, in order, of the shorter quotation where the longer one holds it, else of both."""
    shared = (len(a.stems) + len(b.stems) - Indel.distance(a.stems, b.stems)) / 2
    held = shared / min(len(a.stems), len(b.stems))
    cut = _CUT * abs(len(a.stems) - len(b.stems))  # of two that hold it, the one of equal length is the match
    return held - cut if held >= _HELD else 2 * shared / (len(a.stems) + len(b.stems))


def _speakers(story: Story, a: _Quote, b: _Quote) -> list[Draft]:
    """Return the fact that the same words are given to two speakers, where both articles name theirs beside the marks."""
    one, two = a.quotation.speaker or "", b.quotation.speaker or ""
    if not one or not two or set(one.lower().split()) & set(two.lower().split()):
        return []
    if not (_beside(story, a, one) and _beside(story, b, two)):
        return []
    readings = (_whole(story, a), _whole(story, b))
    end = f"the same words are given to {one} and to {two}"
    why = ("the quoted words are the same", "both name the speaker beside them")
    return [
        Draft(
            Kind.QUOTATION, f"who said “{_few(a)}”", Verdict.CONFLICT, readings, note(Verdict.CONFLICT, readings, end), why, 4.0
        )
    ]


def _beside(story: Story, quote: _Quote, speaker: str) -> bool:
    """Return whether the speaker's surname and a verb of saying stand beside the marks."""
    start, end = quote.quotation.start, quote.quotation.end
    tokens = story.tokens(quote.quotation.passage)
    before = [t for t in tokens if t.word.end <= start][-_BESIDE:]
    after = [t for t in tokens if t.word.start >= end][:_BESIDE]
    return any(_names(side, speaker) for side in (before, after))


def _names(side: list[Token], speaker: str) -> bool:
    """Return whether some words name a speaker with a verb of saying."""
    surname = speaker.lower().split()[-1]
    return any(t.word.text.lower().removesuffix("'s") == surname for t in side) and any(is_spoken(t.word.stem) for t in side)


def _two_ways(story: Story, a: _Quote, b: _Quote, alike: float) -> Draft:
    """Return the fact that one speaker's statement is quoted in two ways that have many words in common."""
    readings = (_whole(story, a), _whole(story, b))
    end = "one statement is quoted in two ways"
    shown = note(Verdict.PRECISION, readings, end)
    return Draft(Kind.QUOTATION, f"quotation “{_few(a)}”", Verdict.PRECISION, readings, shown, (_WHY,), alike)


def _words(story: Story, a: _Quote, b: _Quote) -> list[Draft]:
    """Return what the words of two quotations part on: single places, a cut that can turn the sense, or nothing."""
    topic = f"quotation “{_few(a)}”"
    found = alterations(a.quotation.text, b.quotation.text)
    inner = [x for x in found if not x.cut]
    telling = [x for x in inner if x.telling]
    drafts = [_altered(story, a, b, x, topic) for x in telling[:_FEW] or inner[:1]]
    drafts += [_cut(story, a, b, x, topic) for x in found if x.cut and x.telling]
    if drafts:
        return drafts
    readings = (_whole(story, a), _whole(story, b))
    return [Draft(Kind.QUOTATION, topic, Verdict.AGREE, readings, note(Verdict.AGREE, readings), (_WHY,), 1.0, minor=True)]


_WHY: Final = "the quoted words are nearly the same"
_ALTERED: Final = "the quoted words are not the same"
_LEFT_OUT: Final = "one leaves out words that can turn the sense"


def _altered(story: Story, a: _Quote, b: _Quote, x: Alteration, topic: str) -> Draft:
    """Return the fact that a quotation has other words at one place; little words alone are a matter of style."""
    texts = [q.quotation.text[slice(*span)].strip() for q, span in ((a, x.a), (b, x.b))]
    lone = None if all(texts) else "".join(texts).lower()
    readings = (_part(story, a, x.a, beyond=lone), _part(story, b, x.b, beyond=lone))
    verdict = Verdict.DIFFERS if x.telling else Verdict.PRECISION
    why = ("the rest of the quotation is the same",)
    shown = note(verdict, readings, _ALTERED)
    return Draft(Kind.QUOTATION, topic, verdict, readings, shown, why, 3.0, minor=not x.telling)


def _cut(story: Story, a: _Quote, b: _Quote, x: Alteration, topic: str) -> Draft:
    """Return the fact that one gives words at the beginning or end of a quotation that the other leaves out."""
    head = not a.quotation.text[: x.a[0]].strip() or not b.quotation.text[: x.b[0]].strip()
    readings = (_end(story, a, x.a, head=head), _end(story, b, x.b, head=head))
    shown = note(Verdict.PRECISION, readings, _LEFT_OUT)
    return Draft(Kind.QUOTATION, topic, Verdict.PRECISION, readings, shown, (_WHY,), 2.0)


def _end(story: Story, quote: _Quote, span: tuple[int, int], *, head: bool) -> Reading:
    """Return the words of a quotation at an end where it is cut, or those that stand at that end where it is the shorter."""
    own = list(words(fold(quote.quotation.text)))
    cut = [w for w in own if span[0] <= w.start < span[1]]
    shown = own[: max(len(cut) + 1, _SHOWN)][:_LONGEST] if head else cut[:_LONGEST] or own[-_SHOWN:]
    offset = quote.quotation.start
    return reading(story, quote.quotation.passage, offset + shown[0].start, offset + shown[-1].end)


def _content_stems(quote: _Quote) -> frozenset[str]:
    """Return the stems of a quotation's words that carry meaning."""
    return frozenset(t.word.stem for t in parse(fold(quote.quotation.text)) if t.tag is not Tag.FUNCTION)


def _whole(story: Story, quote: _Quote) -> Reading:
    """Return a quotation as a reading, its speaker as the value."""
    return reading(story, quote.quotation.passage, quote.quotation.start, quote.quotation.end, quote.quotation.speaker)


def _part(story: Story, quote: _Quote, span: tuple[int, int], *, beyond: str | None) -> Reading:
    """Return a part of a quotation as a reading; ``beyond`` are the words where only one of two has any.

    Then the words after it are read with it to one of meaning, or the verb before it where these words are a particle.
    """
    text = fold(quote.quotation.text)
    start, end = span
    if beyond is not None:
        own = list(words(text))
        ahead = [t for t in parse(text) if t.word.start >= end][:_BEYOND]
        near = next((t.word for t in ahead if t.tag is not Tag.FUNCTION), ahead[0].word if ahead else own[-1])
        if beyond in PARTICLES:
            near = next((w for w in reversed(own) if w.end <= start), own[0])
        first = next((w for w in own if w.start >= start), near)
        span = (min(first.start, near.start), max(end, near.end))
        start, end = span
    shown = [w for w in words(text) if start <= w.start < end][:_LONGEST]
    start, end = (shown[0].start, shown[-1].end) if shown else (start, end)
    offset = quote.quotation.start
    return reading(story, quote.quotation.passage, offset + start, offset + end)


def _few(quote: _Quote) -> str:
    """Return the first words of a quotation."""
    first = quote.quotation.text.split()
    return " ".join(first[:6]) + (" …" if len(first) > 6 else "")  # noqa: PLR2004 - enough to know it by
