"""Descriptions: what the words beside a name say that its bearer is, before it, behind a comma, or behind *is* and *as*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.pronouns import meant
from tui.compare.names.senses import SMALL, senses
from tui.compare.story import Story
from tui.language.grammar import BEING
from tui.language.nouns import NounSort, sort_of
from tui.language.people import OFFICES
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon, row
from tui.language.words import words
from tui.model.article import Passage
from tui.model.detail import Detail, Extraction, Kind, Name

_GOES_ON: Final = lexicon("of at for in to with from")
"""Prepositions that go on with a description: *the head of the harbour police*."""
_LONGEST: Final = 12  # words of a description
_HE: Final = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_OWNED: Final = lexicon("his her their my our your its")
_NEITHER: Final = lexicon("one man woman person people someone guy member name")
"""Heads that say nothing of their own."""


_Span = tuple[int, int, int, str]
"""Where a description begins, where it ends without and with what a preposition goes on with, and the noun that heads it."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a passage says that somebody is."""

    passage: str
    """The passage."""
    full: str
    """Whom, by the fullest form of the name."""
    start: int
    """Where the words begin."""
    end: int
    """Where they end."""
    brief: int
    """Where they end without what a preposition goes on with."""
    post: str
    """The noun that heads them, in the plain form for an office."""
    senses: frozenset[str]
    """The stems of their words."""


def described(story: Story) -> tuple[Description, ...]:
    """Return what every passage says that the persons it names are, in the order of the articles and of reading."""
    found: list[Description] = []
    for extraction in story.extractions:
        by_passage: dict[str, list[Detail]] = {
            p.id: [] for a in story.articles if a.siglum == extraction.siglum for p in a.passages
        }
        for detail in extraction.details:
            if detail.kind is Kind.PERSON and isinstance(detail.value, Name):
                by_passage[detail.passage].append(detail)
        for passage, people in by_passage.items():
            ordered = sorted(people, key=lambda d: d.start)
            found += _of_passage(_Here(story, extraction, story.passages[passage], ordered))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Here:
    """A passage with the persons whom it names."""

    story: Story
    extraction: Extraction
    passage: Passage
    people: Sequence[Detail]
    """The persons, in reading order."""


def _of_passage(here: _Here) -> Iterator[Description]:
    """Yield what one passage says of the persons whom it names, or means by *he* and *she*."""
    folded = here.passage.folded
    if not here.people and _HE.search(folded) is None:
        return
    chunks = chunk(folded)
    for person in here.people:
        place = next((n for n, c in enumerate(chunks) if c.phrase is not None and c.start <= person.start < c.end), None)
        if place is not None and not folded.startswith("'s", person.end):
            spans = (_within(here.passage, chunks[place], person), _ahead(chunks, place), _after(here.passage, chunks, place))
            yield from _made(here.passage, str(person.value), spans)
    yield from _said(here, chunks)


def _made(passage: Passage, full: str, spans: Sequence[_Span | None]) -> Iterator[Description]:
    """Yield the descriptions of a person at the spans that are there, each with its head."""
    for span in spans:
        if span is not None:
            start, brief, end, head = span
            own = passage.folded[start:end]
            if 0 < len(words(own)) <= _LONGEST and '"' not in own:
                yield Description(passage.id, full, start, end, brief, OFFICES.get(head, head), senses(own))


def _within(passage: Passage, piece: Chunk, person: Detail) -> _Span | None:
    """Return the description that stands before a name in one phrase: *the retired carpenter Ole Brun*."""
    start = piece.start
    before = words(passage.folded[start : person.start])
    if before and before[0].text.lower() in SMALL:
        before = before[1:]
    titled = isinstance(person.value, Name) and bool(person.value.office)
    if titled or not before or not _person(before[-1].text.lower()) or passage.folded[start + before[-1].end] != " ":
        return None
    end = start + before[-1].end
    return start + before[0].start, end, end, before[-1].text.lower()


def _ahead(chunks: Sequence[Chunk], place: int) -> _Span | None:
    """Return the description before a name that commas set off: *the head of the harbour police, Ole Brun,*."""
    if place < 2 or chunks[place - 1].text != "," or not _closed(chunks, place + 1):  # noqa: PLR2004 - a description and a comma
        return None
    first = place - 2
    if chunks[first].phrase is None:
        return None
    while first >= 2 and chunks[first - 1].role is Role.PREPOSITION and chunks[first - 1].text in _GOES_ON:  # noqa: PLR2004
        first -= 2
    phrase = chunks[first].phrase
    if phrase is not None and not phrase.determiner and _narrows(chunks, first) and _heads(phrase):
        opening = chunks[first - 2].phrase
        return (phrase.start if opening is None else opening.bare), phrase.end, chunks[place - 2].end, phrase.base
    if phrase is None or not phrase.determiner or not _heads(phrase) or _listed(chunks, first):
        return None
    return phrase.bare, phrase.end, chunks[place - 2].end, phrase.base


def _narrows(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether two nouns narrow the one at a place together: *a federal immigration and customs agent*."""
    if place < 2 or chunks[place - 1].role is not Role.COORDINATOR:  # noqa: PLR2004 - a noun and an *and*
        return False
    opening = chunks[place - 2].phrase
    return opening is not None and opening.determiner in {"a", "an", "the"} and not opening.named and not _person(opening.base)


def _after(passage: Passage, chunks: Sequence[Chunk], place: int) -> _Span | None:
    """Return the description behind a name and a comma: *Ole Brun, 61, a carpenter from Lund,*."""
    first = place + 2
    if place + 1 >= len(chunks) or chunks[place + 1].text != ",":
        return None
    if first + 1 < len(chunks) and chunks[first].phrase is not None and chunks[first + 1].text == ",":
        figure = chunks[first].phrase
        first += 2 * (figure is not None and figure.base[:1].isdigit())
    phrase = chunks[first].phrase if first < len(chunks) else None
    if phrase is None or not _heads(phrase) or _plural(passage, phrase):
        return None
    last = _reach(chunks, first)
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    if following is not None and (following.group is not None or following.role is Role.COORDINATOR) and not phrase.determiner:
        return None
    if following is not None and following.group is not None and following.group.finite:
        comma = last + 2 < len(chunks) and chunks[last + 2].text == "," and last > first
        if not comma or following.group.base in row("events", "spoken"):
            return None  # else a noun taken for a verb: *a baker of the town hall, with*
    return phrase.bare, phrase.end, chunks[last].end, phrase.base


def _said(here: _Here, chunks: Sequence[Chunk]) -> Iterator[Description]:
    """Yield what clauses say that persons are: *Brun was a carpenter*, *he works as a carpenter*."""
    for predicate in predicates(here.passage.folded):
        if predicate.verb in BEING and not predicate.denied and predicate.agent is not None and predicate.patient is not None:
            yield from _called(here, chunks, predicate.agent.start, predicate.agent, predicate.patient)
    for place, piece in enumerate(chunks[:-1]):
        what = chunks[place + 1].phrase
        if piece.text != "as" or what is None:
            continue
        if what.determiner in {"a", "an", "the"}:
            yield from _called(here, chunks, piece.start, None, what)
        elif what.named:
            before = next((c.phrase for c in reversed(chunks[:place]) if c.phrase is not None), None)
            if before is not None:
                yield from _called(here, chunks, piece.start, what, before)


def _called(here: _Here, chunks: Sequence[Chunk], at: int, who: Phrase | None, what: Phrase) -> Iterator[Description]:
    """Yield that somebody is called something: who a phrase names, else the person told of last before the place ``at``."""
    if not _heads(what) or _plural(here.passage, what):
        return
    place = next(n for n, c in enumerate(chunks) if c.phrase is not None and c.start == what.start)
    span = what.bare, what.end, chunks[_reach(chunks, place)].end, what.base
    if who is not None:
        people = [d for d in here.people if who.start <= d.start < who.end and d.end >= who.at[1]]
    else:
        before = [d for d in here.people if d.end <= at]
        people = [d for d in before if not here.passage.folded.startswith("'s", d.end)] or before
    person = people[-1] if people else None
    if person is not None:
        yield from _made(here.passage, str(person.value), (span,))
        return
    he = _HE.search(here.passage.folded) if who is None or who.pronoun else None
    start = who.start if who is not None else he.start() if he is not None else 0
    full = meant(here.story, here.extraction, here.passage, start) if he is not None and start < at + 1 else None
    if full is not None:
        yield from _made(here.passage, full, (span,))


def _plural(passage: Passage, phrase: Phrase) -> bool:
    """Return whether a phrase tells of several, so that it calls nobody anything by itself."""
    printed = passage.folded[slice(*phrase.at)].lower()
    return (printed != phrase.base and printed.endswith("s")) or "one" in phrase.modifiers


def _heads(phrase: Phrase) -> bool:
    """Return whether a phrase is headed by a common noun for a person, and not somebody's as *his father* is."""
    own = phrase.determiner in _OWNED
    return not (phrase.named or phrase.pronoun or phrase.timed or own) and _person(phrase.base)


def _person(noun: str) -> bool:
    """Return whether a noun says of a person what he or she is."""
    return sort_of(noun) is NounSort.PERSON and noun not in _NEITHER


def _reach(chunks: Sequence[Chunk], place: int) -> int:
    """Return the place of the last chunk that goes on with the description at a place."""
    while (
        place + 2 < len(chunks)
        and chunks[place + 1].role is Role.PREPOSITION
        and chunks[place + 1].text in _GOES_ON
        and chunks[place + 2].phrase is not None
    ):
        place += 2
    return place


def _closed(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether what stands at a place closes a name that a comma set off."""
    return place >= len(chunks) or (chunks[place].role is not Role.COORDINATOR and chunks[place].text != ";")


def _listed(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether the phrase at a place stands in a list."""
    return place > 0 and (
        chunks[place - 1].role is Role.COORDINATOR
        or (chunks[place - 1].text == "," and place > 1 and chunks[place - 2].phrase is not None)
    )
