"""Where named things lie and where persons are at home or were born, as each article says it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from tui.compare.claims.pronouns import meant
from tui.compare.draft import Draft, reading, with_odd
from tui.compare.names.directions import DIRECTIONS, opposite
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.gazetteer import Sort, gazetteer
from tui.model.article import Passage
from tui.model.collation import Verdict
from tui.model.detail import Detail, Extraction, Kind, Name

_SIDE: Final = r"(?:north|south|east|west|central|mid)[a-z-]*"
_TOWNS: Final = "city|town|village|port|district|province|region|state|island|suburb"
_TOWN: Final = re.compile(
    rf"(?:the|a|an) ((?:far |remote |small |historic |ancient )*{_SIDE}) (?:[a-z]+ ){{0,2}}(?:{_TOWNS}) of $", re.IGNORECASE
)
"""What stands before a place: *the southeastern city of*."""
_IN: Final = re.compile(rf"(?:,? (?:which is |located |situated |a [a-z]+ )?in |, )(?:the )?((?:{_SIDE} )?)$")
"""What stands between a place and the one that it lies in."""
_SIDE_OF: Final = re.compile(rf"\b({_SIDE}) of (?:the )?(?:capital |city |capital city )?(?:of )?$", re.IGNORECASE)
"""What stands before a place from which a bearing is told: *940 miles south of*."""
_AGED: Final = re.compile(
    r"(?:, (?:aged? )?\d{1,3},?| ?\(\d{1,3}\),?|,)?(?: and)?(?: of| from| who (?:is|was|comes) from) (?:the )?$"
)
_LIVES: Final = re.compile(
    r"\b(?:lives?|lived|living|resides?|resided|residing|home|house|apartment) (?:is )?(?:in|near|outside) (?:the )?$",
    re.IGNORECASE,
)
_BORN: Final = re.compile(
    r"(?<!-)\b(?:born|native|home (?:state|town|city)|hometown|grew up|raised)\b[^;]{0,40}?\b(?:in|of) (?:the )?$"
    r"|\b(?:home state|home town|hometown|home city|native) (?:of )?$",
    re.IGNORECASE,
)
_WITH_SIDE: Final = re.compile(rf"(?<= ){_SIDE} $", re.IGNORECASE)
"""A word for a part of the place that follows."""
_HE: Final = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_REGION: Final = 2  # characters between a place and the region behind it


@dataclass(frozen=True, slots=True)
class _Lie:
    """Where a passage says that something lies or somebody is at home."""

    what: str
    """What lies there or who is at home there, by the fullest form of its name."""
    question: str
    """Which question it answers: ``lies``, ``side of X``, ``home``, ``origin``."""
    passage: str
    """The passage."""
    start: int
    """Where the words begin."""
    end: int
    """Where they end."""
    places: frozenset[str]
    """The fullest forms of the places named."""
    side: frozenset[str]
    """The stems of words for a direction."""


def lying_facts(story: Story) -> tuple[Draft, ...]:
    """Return the things and persons that articles put in other places."""
    told: defaultdict[tuple[str, str], dict[str, _Lie]] = defaultdict(dict)
    for lie in _lies(story):
        own = told[lie.what, lie.question]
        siglum = story.passages[lie.passage].siglum
        known = own.get(siglum)
        if known is None or len(lie.places) > len(known.places):
            own[siglum] = lie
    found = (_draft(story, what, question, tuple(own.values())) for (what, question), own in told.items() if len(own) > 1)
    return tuple(draft for draft in found if draft.verdict is not Verdict.AGREE)


def _lies(story: Story) -> Iterator[_Lie]:
    """Yield what every passage says of where things lie and persons are at home."""
    for extraction in story.extractions:
        by_passage: defaultdict[str, list[Detail]] = defaultdict(list)
        for detail in extraction.details:
            if isinstance(detail.value, Name) and detail.kind is not Kind.ROLE:
                by_passage[detail.passage].append(detail)
        for passage, details in by_passage.items():
            if any(d.kind is Kind.PLACE for d in details):
                yield from _of_passage(story, extraction, story.passages[passage], sorted(details, key=lambda d: d.start))


def _of_passage(story: Story, extraction: Extraction, passage: Passage, details: Sequence[Detail]) -> Iterator[_Lie]:
    """Yield what one passage says."""
    text = passage.folded
    for n, detail in enumerate(details):
        if detail.kind is not Kind.PLACE:
            continue
        town = _TOWN.search(text, 0, detail.start)
        if town is not None:
            yield _Lie(
                str(detail.value), "lies", passage.id, town.start(1), town.end(1), frozenset(), senses(town[1]) & DIRECTIONS
            )
        before = details[n - 1] if n else None
        if before is not None:
            yield from _related(passage, before, detail, details)
        yield from _bearing(passage, details[:n], detail, details)
        yield from _settled(story, extraction, passage, detail, details)


def _related(passage: Passage, before: Detail, place: Detail, details: Sequence[Detail]) -> Iterator[_Lie]:
    """Yield what the words between two names say: that the one lies or is at home in the other, or on which side of it."""
    between = passage.folded[before.end : place.start]
    what, full = str(before.value), str(place.value)
    if before.kind is Kind.PERSON and _AGED.fullmatch(between):
        yield _lie(passage, what, "home", (place.start, place), details)
    known = gazetteer().places.get(what)
    if before.kind is not Kind.PLACE or what == full or (known is not None and known.sort is Sort.COUNTRY):
        return
    inside = _IN.fullmatch(between)
    if inside is not None:
        yield _lie(passage, what, "lies", (before.end + inside.start(1), place), details)


def _bearing(passage: Passage, earlier: Sequence[Detail], place: Detail, details: Sequence[Detail]) -> Iterator[_Lie]:
    """Yield on which side of a place another one lies that is named before it."""
    told = _SIDE_OF.search(passage.folded, 0, place.start)
    if told is None:
        return
    for before in reversed(earlier):
        if before.kind is Kind.PLACE and not _SIDE_OF.search(passage.folded, 0, before.start):
            found = _lie(passage, str(before.value), f"side of {place.value}", (told.start(1), place), details)
            yield replace(found, side=senses(told[1]) & DIRECTIONS)
            return


def _settled(story: Story, extraction: Extraction, passage: Passage, place: Detail, details: Sequence[Detail]) -> Iterator[_Lie]:
    """Yield that somebody lives in a place or comes from it."""
    start = max((m.start() for m in _WITH_SIDE.finditer(passage.folded, 0, place.start)), default=place.start)
    for question, pattern in (("home", _LIVES), ("origin", _BORN)):
        told = pattern.search(passage.folded, 0, start)
        if told is None:
            continue
        everybody = [d for d in details if d.kind is Kind.PERSON]
        people = {str(d.value) for d in everybody if d.end <= place.start} or {str(d.value) for d in everybody[:1]}
        he = _HE.search(passage.folded, 0, place.start)
        who = next(iter(people)) if len(people) == 1 else None
        if not people and he is not None:
            who = meant(story, extraction, passage, he.start())
        if who is not None:
            yield _lie(passage, who, question, (start, place), details)


def _lie(passage: Passage, what: str, question: str, at: tuple[int, Detail], details: Sequence[Detail]) -> _Lie:
    """Return that something lies at a place, the region behind it taken along."""
    start, place = at
    region = [
        d for d in details if d.kind is Kind.PLACE and 0 < d.start - place.end <= _REGION and passage.folded[place.end] == ","
    ]
    end = max([place.end, *(d.end for d in region)])
    side = senses(passage.folded[start : place.end]) & DIRECTIONS
    return _Lie(what, question, passage.id, start, end, frozenset(str(d.value) for d in (place, *region)), side)


def _draft(story: Story, what: str, question: str, own: Sequence[_Lie]) -> Draft:
    """Return the fact of where something lies or somebody is at home."""
    parted = [_stands(a, b) for a, b in combinations(own, 2)]
    verdict = max(parted, key=(Verdict.AGREE, Verdict.PRECISION, Verdict.DIFFERS).index)
    said = [(lie.places, lie.side) for lie in own]
    readings = with_odd([reading(story, lie.passage, lie.start, lie.end) for lie in own], [said.index(one) for one in said])
    end = {Verdict.DIFFERS: "both cannot be where it is", Verdict.PRECISION: "one is more exact, or the place is another"}
    why = (f"both are said of {what}",)
    return Draft(Kind.PLACE, _topic(what, question), verdict, readings, note(verdict, readings, end.get(verdict, "")), why, 1.0)


def _topic(what: str, question: str) -> str:
    """Return the question in words."""
    asked = {"lies": "where {} lies", "home": "where {} lives", "origin": "where {} comes from"}
    return asked.get(question, f"on which {question} {{}} lies").format(what)


def _stands(a: _Lie, b: _Lie) -> Verdict:
    """Return how two answers to one question stand to each other."""
    if a.side and b.side and opposite(a.side, b.side) and (not (a.places and b.places) or a.places & b.places):
        return Verdict.DIFFERS
    if a.places and b.places and not a.places & b.places:
        return Verdict.DIFFERS if _sorts(a) & _sorts(b) else Verdict.PRECISION
    return Verdict.AGREE if (a.places, a.side) == (b.places, b.side) or not (a.places and b.places) else Verdict.PRECISION


def _sorts(lie: _Lie) -> set[Sort]:
    """Return the sorts of the places that the tables know, without cities, which may lie in one another."""
    known = (gazetteer().places.get(place) for place in lie.places)
    return {entry.sort for entry in known if entry is not None} & {Sort.COUNTRY, Sort.STATE}
