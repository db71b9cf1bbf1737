"""Catchwords: a word or two in quotation marks that another article quotes with another degree, *deeply* or *very worried*."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token
from tui.language.tables import lexicon
from tui.model.collation import Verdict
from tui.model.detail import Kind, Quotation

_SHORT: Final = 3  # words of a catchword
_RARE: Final = 0.4  # how much the word that is quoted must tell
_DEGREES: Final = lexicon("very so too quite rather pretty most more less least somewhat slightly almost fairly")
"""Words of degree that do not end in *ly*."""
_NO_DEGREE: Final = lexicon(
    "only early daily weekly monthly yearly family likely unlikely apply supply reply ally july fly italy"
)
_END: Final = "one quotation is stronger than the other"
_WHY: Final = ("the quoted words are nearly the same", "both are the words of one speaker")


@dataclass(frozen=True, slots=True)
class _Word:
    """A quoted word with its degree."""

    quotation: Quotation
    siglum: str
    token: Token
    """The word."""
    degree: Token | None
    """The word of degree before it; ``None`` where there is none."""
    short: bool
    """True where the quotation is a catchword."""


def catchword_facts(story: Story) -> tuple[Draft, ...]:
    """Return the words that articles quote of one speaker with different degrees, each pair of articles once for each word."""
    found = [w for e in story.extractions for q in e.quotations if q.speaker for w in _words(story, e.siglum, q)]
    drafts: dict[tuple[str, str, str, str], Draft] = {}
    for one, two in combinations(found, 2):
        if one.siglum != two.siglum and (one.short or two.short) and _part(one, two):
            key = one.siglum, two.siglum, one.quotation.speaker or "", one.token.word.stem
            draft = _draft(story, one, two)
            drafts[key] = min(drafts.get(key, draft), draft, key=lambda d: sorted(r.text for r in d.readings))
    equal = {
        (one.siglum, two.siglum, one.quotation.speaker or "", one.token.word.stem)
        for one, two in combinations(found, 2)
        if one.token.word.stem == two.token.word.stem and _degree(one) == _degree(two)
    }
    return tuple(draft for key, draft in drafts.items() if key not in equal)


def _words(story: Story, siglum: str, quotation: Quotation) -> Iterator[_Word]:
    """Yield the rare words of a quotation with their degrees; of a catchword the last one alone."""
    tokens = [t for t in story.tokens(quotation.passage) if quotation.start <= t.word.start < quotation.end]
    short = len(tokens) <= _SHORT
    for n, token in enumerate(tokens):
        plain = token.tag is Tag.NOUN or (token.tag is Tag.VERB and token.word.text.endswith("ed"))
        rare = plain and story.rarity.get(token.word.stem, 0.0) >= _RARE
        if rare and (not short or n == len(tokens) - 1):
            before = tokens[n - 1] if n else None
            yield _Word(quotation, siglum, token, before if before is not None and _is_degree(before) else None, short)


def _is_degree(token: Token) -> bool:
    """Return whether a word tells how much: *very*, *deeply*."""
    lower = token.word.text.lower()
    return lower in _DEGREES or (lower.endswith("ly") and lower not in _NO_DEGREE)


def _degree(word: _Word) -> str:
    """Return the degree of a word, empty for none."""
    return word.degree.word.text.lower() if word.degree is not None else ""


def _part(one: _Word, two: _Word) -> bool:
    """Return whether one speaker's word is quoted with two degrees."""
    same = one.token.word.stem == two.token.word.stem and one.quotation.speaker == two.quotation.speaker
    return same and _degree(one) != _degree(two)


def _draft(story: Story, one: _Word, two: _Word) -> Draft:
    """Return the fact that a word is quoted with two degrees, or with one and without."""
    readings = tuple(
        reading(
            story,
            w.quotation.passage,
            (w.degree or w.token).word.start,
            w.token.word.end,
            w.quotation.speaker,
        )
        for w in (one, two)
    )
    verdict = Verdict.DIFFERS if one.degree and two.degree else Verdict.PRECISION
    said = min((one, two), key=lambda w: (not w.short, w.quotation.text))
    topic = f"quotation “{said.quotation.text}”"
    return Draft(Kind.QUOTATION, topic, verdict, readings, note(verdict, readings, _END), _WHY, 1.0)
