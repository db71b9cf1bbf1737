"""Journeys: where articles say that one person went: *visited southern Ulvia*, *arrived in Lund*, *his trip to Malmo*."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from tui.compare.claims.pronouns import meant
from tui.compare.draft import Draft, reading
from tui.compare.names.directions import DIRECTIONS
from tui.compare.names.filling import akin
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.gazetteer import Sort, gazetteer
from tui.language.syntax.predicates import predicates
from tui.model.article import Passage
from tui.model.collation import Verdict
from tui.model.detail import Detail, Extraction, Kind, Moment, Name

_SIDE: Final = r"((?:(?:far )?(?:north|south|east|west|central)[a-z-]* )?)$"
_GOES: Final = re.compile(
    r"\b(?:(?P<noun>visits?|trips?|journeys?|tours?|stay|meetings?|summit|talks)(?: to| in| at| of)"
    r"|(?:visit(?:ed|s|ing)?|tour(?:ed|s|ing)?)"
    r"|(?:arriv(?:ed|es?|ing)|land(?:ed|s|ing))(?: in| at)"
    r"|(?:travel(?:l?ed|s|l?ing)?|fl(?:ew|own|y|ies|ying)|went|came|comes|coming|goes|going|return(?:ed|s|ing)?|head(?:ed|s|ing))"
    r"(?: back)? to) (?:the (?:(?:city|town|port|village|island|capital)(?: of)? )?)?" + _SIDE
)
"""What stands before the place to which somebody goes."""
_GOES_AT_ALL: Final = re.compile(
    r"\b(?:visit|trip|journey|tour|stay|meeting|summit|talk|arriv|land|travel|fl|went|c[ao]m|go|return|head)"
)
_OWNED: Final = re.compile(r"\b(?:his|her)\b(?: [a-z-]+){0,3} $")
_HE: Final = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_MONTH: Final = 100  # days of a moment that tells when somebody went


@dataclass(frozen=True, slots=True)
class _Journey:
    """One place to which somebody goes."""

    passage: Passage
    start: int
    end: int
    full: str
    """The fullest form of the place."""
    side: frozenset[str]
    """The stems of the words for a part of it."""
    moments: tuple[Moment, ...]
    """When, as far as the passage tells."""


def journey_facts(story: Story) -> tuple[Draft, ...]:
    """Return the journeys of one person that are likely one and lead to other places."""
    gone: defaultdict[str, list[_Journey]] = defaultdict(list)
    for extraction in story.extractions:
        for passage, details in _by_passage(story, extraction).items():
            for who, journey in _of_passage(story, extraction, story.passages[passage], details):
                gone[who].append(journey)
    drafts = [
        _draft(story, who, x, y)
        for who, own in gone.items()
        for x, y in combinations(own, 2)
        if x.passage.siglum != y.passage.siglum and _one_journey(story, x, y) and _parted(own, x, y)
    ]
    return tuple(drafts)


def _by_passage(story: Story, extraction: Extraction) -> Mapping[str, Sequence[Detail]]:
    """Return the names and moments of the passages of an article that name a place, in reading order."""
    found: defaultdict[str, list[Detail]] = defaultdict(list)
    for detail in extraction.details:
        if isinstance(detail.value, Name | Moment) and detail.kind is not Kind.ROLE:
            found[detail.passage].append(detail)
    placed = {
        passage: own
        for passage, own in found.items()
        if any(d.kind is Kind.PLACE for d in own) and _GOES_AT_ALL.search(story.passages[passage].folded)
    }
    return {p: sorted(own, key=lambda d: d.start) for p, own in placed.items()}


def _of_passage(
    story: Story, extraction: Extraction, passage: Passage, details: Sequence[Detail]
) -> Iterator[tuple[str, _Journey]]:
    """Yield who goes where in one passage."""
    moments = tuple(d.value for d in details if isinstance(d.value, Moment))
    for place in details:
        if place.kind is not Kind.PLACE:
            continue
        told = _GOES.search(passage.folded, 0, place.start)
        if told is None:
            continue
        who = _traveller(story, extraction, passage, details, told)
        if who is not None:
            start = told.start(told.lastindex or 0) if told[told.lastindex or 0] else place.start
            side = senses(passage.folded[start : place.end]) & DIRECTIONS
            yield who, _Journey(passage, start, place.end, str(place.value), side, moments)


def _traveller(
    story: Story, extraction: Extraction, passage: Passage, details: Sequence[Detail], told: re.Match[str]
) -> str | None:
    """Return who goes: whose journey it is, else who stands before the verb; ``None`` where that is not plain."""
    folded = passage.folded
    if told["noun"]:
        owned = _OWNED.search(folded, 0, told.start())
        if owned is not None:
            return meant(story, extraction, passage, owned.start())
        owner = next((d for d in details if d.kind is Kind.PERSON and _owns(folded, d, told.start())), None)
        if owner is not None:
            return str(owner.value)
    elif not _by_person(folded, details, told):
        return None
    people = [d for d in details if d.kind is Kind.PERSON and d.end <= told.start() and not folded.startswith("'s", d.end)]
    he = max((m.start() for m in _HE.finditer(folded, 0, told.start())), default=-1)
    if people and he < people[-1].start:
        return str((people[0] if told["noun"] else people[-1]).value)
    return meant(story, extraction, passage, he) if he >= 0 else None


def _by_person(folded: str, details: Sequence[Detail], told: re.Match[str]) -> bool:
    """Return whether somebody, and no thing, does what a verb of going tells."""
    clause = next((p for p in predicates(folded) if told.start() <= p.group.at[0] < told.end()), None)
    agent = clause.agent if clause is not None else None
    if agent is None:
        return clause is not None and clause.patient is None
    return agent.pronoun or any(d.kind is Kind.PERSON and d.start < agent.at[1] and d.end > agent.at[0] for d in details)


def _owns(folded: str, detail: Detail, start: int) -> bool:
    """Return whether a name with an *'s* stands before the noun at a place."""
    between = folded[detail.end : start]
    return between.startswith("'s ") and all(word.islower() for word in between[3:].split())


def _one_journey(story: Story, x: _Journey, y: _Journey) -> bool:
    """Return whether two journeys of one person are likely one: told in linked passages or beside them, or at one time."""
    known = [[m for m in j.moments if m.known and (m.last - m.first).days <= _MONTH] for j in (x, y)]
    if all(known):
        return any(a.may_be(b) for a, b in product(*known))
    return any(
        story.alike(a.id, b.id) > 0
        for a, b in product(_beside(story, x.passage), _beside(story, y.passage))
        if x.passage in {a, b} or y.passage in {a, b}
    )


def _beside(story: Story, passage: Passage) -> tuple[Passage, ...]:
    """Return a passage and the one behind it."""
    own = next(a.passages for a in story.articles if a.siglum == passage.siglum)
    return own[story.order[passage.id] : story.order[passage.id] + 2]


def _parted(everything: Sequence[_Journey], x: _Journey, y: _Journey) -> bool:
    """Return whether two journeys lead to other places, neither of which the other article knows as the person's goal."""
    if x.full == y.full:
        return x.side != y.side
    goals = (
        {j.full for j in everything if j.passage.siglum == x.passage.siglum},
        {j.full for j in everything if j.passage.siglum == y.passage.siglum},
    )
    known = [gazetteer().places.get(j.full) for j in (x, y)]
    lands = all(entry is not None and entry.sort is Sort.COUNTRY for entry in known)
    return not (lands or akin(x.full, y.full) or y.full in goals[0] or x.full in goals[1])


def _draft(story: Story, who: str, x: _Journey, y: _Journey) -> Draft:
    """Return the fact that one journey is told to lead to two places."""
    readings = tuple(reading(story, j.passage.id, j.start, j.end, j.full) for j in (x, y))
    told = note(Verdict.PRECISION, readings, "the place is another, or one lies in the other")
    return Draft(Kind.PLACE, f"where {who} went", Verdict.PRECISION, readings, told, ("one person goes there at one time",), 1.0)
