"""Noun phrases as a passage prints them, its figures and moments left out.

A detail is taken for a plain number or day while its sentence is read: what a topic is about is not printed in it, and a sum of
money or a magnitude in the middle of a phrase does not break it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.language.lemmas import is_plural
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Amount, Detail, Moment

_NUMBER: Final = "7"
"""What stands for a figure while its sentence is read."""
_DAY: Final = "Monday"
"""What stands for a moment."""
_LONGEST: Final = 6
"""The most words of one phrase of a topic."""
_SMALL: Final = lexicon("the a an this that these those his her its their our my some any no such all both each every one in at")
_IDLE: Final = lexicon(
    "such more other others additional further different another same least most than about up to only just of"
)
_COMPOUND: Final = re.compile(r"\s?-\s?\w+(?:\s?-\s?\w+)*")
"""What goes with a figure to one word: *-boat* of *a five-boat convoy*."""
_HYPHEN: Final = re.compile(r"(?<=\w)-(?=\s|$)|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)")
"""A hyphen whose other half is left out, or a blank beside one that joins two words."""
_MARKS: Final = re.compile(r"\s+([,;:.!?)\]])|([(\[])\s+")
_TICKS: Final = re.compile(r"`+|^['‘’]\s+|\s['’]$")
"""Quotation marks that stand by themselves, as copy from other systems has them."""
_OWNED: Final = re.compile(r"\s?['’]\s?s\b|(?<=s)\s?['’](?=\s\w)")
"""What makes a noun the owner of the next: *'s*, and the mark alone behind an *s*."""
_OPENED: Final = re.compile(r"(?:^|\s)['‘](?=\w)")
_DASHES: Final = frozenset("-–")
_GLUED: Final = re.compile(r"(?<!\w)[^\W\d]{1,2}$")
"""What is printed without a blank before a figure and goes with it: *e75m*."""
_AGED: Final = re.compile(r"year\s?-\s?old\b")
_TIES: Final = lexicon("in at on by for from with into to")
"""Prepositions that open no noun phrase."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in which every figure and moment is taken for a plain number or day, so that none of them is printed."""

    text: str
    """As printed, with the stand-ins."""
    folded: str
    """Its folded form."""
    here: tuple[int, int]
    """The stand-in of the detail that is asked about; an empty span where none is."""
    gaps: tuple[tuple[int, int], ...] = ()
    """All stand-ins, in reading order."""
    shifts: tuple[int, ...] = ()
    """How much longer the passage is than the sentence behind each of them."""

    @property
    def predicates(self) -> tuple[Predicate, ...]:
        """Return its clauses."""
        return predicates(self.folded)

    def before(self, place: int) -> int:
        """Return the place in the passage of a place in the sentence."""
        return place + sum(shift for gap, shift in zip(self.gaps, self.shifts, strict=True) if gap[1] <= place)

    def holds(self, phrase: Phrase | None) -> bool:
        """Return whether a phrase holds the detail."""
        return phrase is not None and phrase.start <= self.here[0] < self.here[1] <= phrase.end

    def words(self, start: int, end: int) -> list[str]:
        """Return the printed words of a span without the stand-ins."""
        found: list[str] = []
        for first, last in self.gaps:
            if start <= first and last <= end:
                found += _GLUED.sub("", self.text[start:first]).split()
                compound = _COMPOUND.match(self.text, last, end)
                start = compound.end() if compound else last
        return found + self.text[start:end].split()

    def compounded(self) -> str:
        """Return the noun that goes with the detail to one word, ``boat`` of *a five-boat convoy*; empty where none does."""
        found = _COMPOUND.match(self.text, self.here[1])
        return found.group().strip(" -") if found is not None else ""


def reread(passage: Passage, details: Iterable[Detail], asked: Detail | None = None) -> Sentence:
    """Return a passage's sentence with its figures and moments, ``asked`` among them, replaced by stand-ins."""
    chosen: list[Detail] = [asked] if asked is not None else []
    for detail in details:
        if _replaced(detail) and all(detail.end <= other.start or other.end <= detail.start for other in chosen):
            chosen.append(detail)
    text, folded, here, at = "", "", (0, 0), 0
    gaps: list[tuple[int, int]] = []
    shifts: list[int] = []
    for detail in sorted(chosen, key=lambda d: d.start):
        stand_in = _DAY if isinstance(detail.value, Moment) else _NUMBER
        text += passage.text[at : detail.start]
        gaps.append((len(text), len(text) + len(stand_in)))
        shifts.append(detail.end - detail.start - len(stand_in))
        folded += passage.folded[at : detail.start] + stand_in
        text += stand_in
        here = gaps[-1] if detail is asked else here
        at = detail.end
    return Sentence(text + passage.text[at:], folded + passage.folded[at:], here, tuple(gaps), tuple(shifts))


def _replaced(detail: Detail) -> bool:
    """Return whether a detail is a figure or a moment; a rank and a plain *one* narrow their noun and stay."""
    value = detail.value
    return isinstance(value, Moment) or (
        isinstance(value, Amount) and value.dimension != "order" and detail.text.lower() not in {"one", "a", "an"}
    )


def noun(sentence: Sentence, phrase: Phrase, longest: int = _LONGEST) -> str:
    """Return a noun phrase with what *of* ties to it, without the detail; empty where nothing is left of it."""
    start, end = phrase.start, phrase.end
    if owns(sentence, end):
        return ""
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase is not None and c.end == phrase.end), None)
    for further in _tied(chunks, place):
        if len(sentence.words(start, further.end)) > longest or sentence.holds(further):
            break
        if owns(sentence, further.end):
            break
        end = further.end
    words = sentence.words(start, end)
    if len(words) > longest:
        words = _shortened(sentence, phrase, words, longest)
    while words and (words[0].lower() in _IDLE or words[-1].lower() in _IDLE):
        words = words[1:] if words[0].lower() in _IDLE else words[:-1]
        words = words[1:] if words[:1] == ["the"] else words
    words = words[1:] if len(words) > 1 and words[0].lower() in _TIES else words
    words = _without_unit(sentence, phrase, words)
    if words and start == 0 and words[0].lower() in _SMALL:
        words[0] = words[0].lower()
    if len(words) > 1 and words[0] in {"a", "an"} and any(start < first < phrase.at[0] for first, _ in sentence.gaps):
        words[0] = "an" if words[1][0].lower() in "aeiou" else "a"  # a 5.6 magnitude earthquake is an earthquake
    said = clean(" ".join(words))
    return said if any(c.isalpha() for c in said) and said.lower() not in _SMALL else ""


def owns(sentence: Sentence, end: int) -> bool:
    """Return whether what ends at a place owns what follows, so that it says nothing by itself: *one of the States ' towns*."""
    mark = _OWNED.match(sentence.text, end)
    return mark is not None and (mark.group()[-1] == "s" or not _OPENED.search(sentence.text, 0, end))


def _without_unit(sentence: Sentence, phrase: Phrase, words: list[str]) -> list[str]:
    """Return the words of a name without what a figure before it counted: *the 23-year-old Holm*, *three term Governor Holm*."""
    if not phrase.named or len(words) <= 1:
        return words
    if words[0].lower() == "the" and _AGED.search(sentence.text, phrase.start, phrase.end):
        return words[1:]
    opened = any(first == phrase.start for first, _ in sentence.gaps)
    return words[1:] if opened and words[0].islower() and words[1][:1].isupper() else words


def _tied(chunks: Sequence[Chunk], place: int | None) -> Iterator[Phrase]:
    """Yield the phrases that *of* ties to the one at a place, one to the other."""
    while place is not None and place + 2 < len(chunks):
        phrase = chunks[place + 2].phrase
        if chunks[place + 1].text != "of" or phrase is None or phrase.pronoun:
            return
        yield phrase
        place += 2


def _shortened(sentence: Sentence, phrase: Phrase, words: list[str], longest: int) -> list[str]:
    """Return a phrase without its first modifiers: its determiner and the last words up to its head."""
    own = sentence.words(phrase.start, phrase.end)
    small = own[:1] if own and own[0].lower() in _SMALL else []
    kept = own[-(longest - len(small)) :] if len(own) > longest else own
    while len(kept) > 2 and kept[0] in _DASHES:  # noqa: PLR2004 - a hyphen, what it joins, and the noun
        kept = kept[2:]
    return kept if kept[:1] == small else small + kept if own else words[:longest]


def last_nouns(sentence: Sentence, end: int) -> str:
    """Return the noun phrase that ends at a place, with the one that *and* joins to it."""
    chunks = chunk(sentence.folded[:end])
    first = len(chunks)
    if chunks and chunks[-1].group is not None and is_plural(sentence.text[chunks[-1].start : chunks[-1].end]):
        first -= 1  # a plural noun at the end that is a verb's form too: watches
    while first and (chunks[first - 1].phrase is not None or (first < len(chunks) and chunks[first - 1].text == "and")):
        first -= 1
    start = chunks[first].start if first < len(chunks) else end
    return clean(" ".join(sentence.words(start, end)))


def first_nouns(sentence: Sentence, start: int) -> str:
    """Return the noun phrase that begins at a place, with the one that *and* joins to it; empty where none does."""
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if c.end > start), None)
    first = chunks[place].phrase if place is not None else None
    if place is None or first is None:
        return ""
    said = clean(" ".join(sentence.words(max(start, first.start), first.end)))
    joined = place + 2 < len(chunks) and chunks[place + 1].text == "and" and (other := chunks[place + 2].phrase)
    ends = place + 3 >= len(chunks) or chunks[place + 3].group is None
    return f"{said} and {noun(sentence, other)}" if joined and other and ends else said


def clean(text: str) -> str:
    """Return text with single blanks, none before a mark, and no mark at its ends."""
    text = text.replace('"', "") if text.count('"') % 2 else text
    text = re.sub("[“”]", "", text) if text.count("“") != text.count("”") else text
    text = _HYPHEN.sub("", _TICKS.sub("", text.strip()))
    return _MARKS.sub(r"\1\2", " ".join(text.split())).strip(" ,;:-–—")
