"""Quotations: the same words given to other speakers, or one speaker's words given in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Indel

from tui.compare.draft import Draft, reading
from tui.compare.note import note
from tui.compare.story import Story
from tui.compare.wording import Change, Run, wording
from tui.language.words import words
from tui.model.collation import Reading, Verdict
from tui.model.detail import Kind, Quotation

_WORDS: Final = 4  # shorter quotations are catchwords, not statements
_SAME: Final = 0.72  # share of words in common, in order: one quotation
_ECHO: Final = 0.45  # with the same speaker: one statement given in two ways
_LINKED: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation with its words."""

    quotation: Quotation
    siglum: str
    stems: tuple[str, ...]


def quote_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on quotations that two articles give."""
    quotes = [
        q for e in story.extractions for quotation in e.quotations if len((q := _quote(e.siglum, quotation)).stems) >= _WORDS
    ]
    drafts: list[Draft] = []
    for a, b, alike in _pairs(quotes):
        drafts += _speakers(story, a, b, alike)
        drafts += _words(story, a, b, alike)
    return tuple(drafts)


def _quote(siglum: str, quotation: Quotation) -> _Quote:
    """Return a quotation with the stems of its words."""
    return _Quote(quotation, siglum, tuple(w.stem for w in words(quotation.text)))


def _pairs(quotes: list[_Quote]) -> Iterator[tuple[_Quote, _Quote, float]]:
    """Yield the quotations of two articles that give the same words, or part of them, with the share in common."""
    for a, b in combinations(quotes, 2):
        if a.siglum != b.siglum and len(set(a.stems) & set(b.stems)) >= _WORDS - 1:
            alike = _likeness(a, b)
            same_speaker = a.quotation.speaker is not None and a.quotation.speaker == b.quotation.speaker
            if alike >= _SAME or (alike >= _ECHO and same_speaker):
                yield a, b, alike


def _likeness(a: _Quote, b: _Quote) -> float:
    """Return the share of words in common, in order, of the shorter quotation where the longer one holds it, else of both."""
    common = Indel.distance(a.stems, b.stems)
    shared = (len(a.stems) + len(b.stems) - common) / 2
    short = min(len(a.stems), len(b.stems))
    held = shared / short
    return held if held >= 0.9 else 2 * shared / (len(a.stems) + len(b.stems))  # noqa: PLR2004 - nearly the whole of the shorter one


def _speakers(story: Story, a: _Quote, b: _Quote, alike: float) -> list[Draft]:
    """Return the fact that the same words are given to two speakers, or to one in agreement."""
    one, two = a.quotation.speaker, b.quotation.speaker
    if not one or not two or alike < _SAME:
        return []
    readings = (_whole(story, a, one), _whole(story, b, two))
    if _surname(one) == _surname(two) or one in two or two in one:
        return []
    end = f"the same words are given to {one} and to {two}"
    return [
        Draft(
            Kind.QUOTATION,
            f"who said “{_few(a)}”",
            Verdict.CONFLICT,
            readings,
            note(Verdict.CONFLICT, readings, end),
            ("the quoted words are the same",),
            4 * alike,
        )
    ]


def _words(story: Story, a: _Quote, b: _Quote, alike: float) -> list[Draft]:
    """Return the facts that a quotation is given in other words, the words that differ as readings, else that it agrees."""
    runs = [r for r in wording(a.quotation.text, b.quotation.text) if r.change not in {Change.SAME, Change.TYPOGRAPHY}]
    inner = [r for r in runs if r.change is Change.CHANGED or not _at_edge(r.a, r.b, a, b)]
    topic = f"quotation “{_few(a)}”"
    if not inner:
        readings = (_whole(story, a, a.quotation.speaker), _whole(story, b, b.quotation.speaker))
        verdict = Verdict.PRECISION if runs else Verdict.AGREE
        return [
            Draft(
                Kind.QUOTATION,
                topic,
                verdict,
                readings,
                note(verdict, readings, "one gives more of it" if runs else ""),
                ("the quoted words are the same",),
                1.0,
            )
        ]
    if len(inner) > 2 or alike < _SAME:  # noqa: PLR2004 - more is another telling, shown whole
        readings = (_whole(story, a, a.quotation.speaker), _whole(story, b, b.quotation.speaker))
        return [
            Draft(
                Kind.QUOTATION,
                topic,
                Verdict.DIFFERS,
                readings,
                note(Verdict.DIFFERS, readings, "one statement is quoted in two ways"),
                ("the speaker is the same",),
                2 * alike,
            )
        ]
    return [_altered(story, a, b, run, topic) for run in inner]


def _altered(story: Story, a: _Quote, b: _Quote, run: Run, topic: str) -> Draft:
    """Return the fact that a quotation has other words at one place."""
    readings = (_part(story, a, run.a), _part(story, b, run.b))
    return Draft(
        Kind.QUOTATION,
        topic,
        Verdict.DIFFERS,
        readings,
        note(Verdict.DIFFERS, readings, "the quoted words are not the same"),
        ("the rest of the quotation is the same",),
        3.0,
    )


def _at_edge(one: tuple[int, int], two: tuple[int, int], a: _Quote, b: _Quote) -> bool:
    """Return whether words added or dropped stand at the beginning or end, where a quotation is cut."""
    return any(span[0] == 0 or span[1] >= len(q.quotation.text) - 2 for span, q in ((one, a), (two, b)))


def _whole(story: Story, quote: _Quote, value: str | None) -> Reading:
    """Return a quotation as a reading, its speaker as the value."""
    return reading(story, quote.quotation.passage, quote.quotation.start, quote.quotation.end, value)


def _part(story: Story, quote: _Quote, span: tuple[int, int]) -> Reading:
    """Return a part of a quotation as a reading; an empty part takes in the word after it."""
    text = quote.quotation.text
    start, end = span
    if start == end:
        after = [w for w in words(text) if w.start >= start] or list(words(text))[-1:]
        start, end = after[0].start, after[0].end
    offset = quote.quotation.start
    return reading(story, quote.quotation.passage, offset + start, offset + end)


def _surname(name: str) -> str:
    """Return the last word of a name in lower case."""
    return name.lower().split()[-1]


def _few(quote: _Quote) -> str:
    """Return the first words of a quotation."""
    first = quote.quotation.text.split()
    return " ".join(first[:6]) + (" …" if len(first) > 6 else "")  # noqa: PLR2004 - enough to know it by
