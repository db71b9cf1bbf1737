"""A mention: one detail with what its own sentence says it is about."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.compare.figures.question import question
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.events import event_of, is_spoken
from tui.language.tables import row
from tui.language.words import stem
from tui.model.article import Passage
from tui.model.detail import Amount, Detail, Kind, Moment

FIGURES: Final = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})
MOMENTS: Final = frozenset({Kind.DATE, Kind.TIME})
_FADE: Final = 5.0  # words after which a neighbour counts a third
_BORDER: Final = 3  # a clause border counts as so many words
_REACH: Final = 14  # words beyond which a neighbour counts nothing
_GOVERNS: Final = 0.5  # the least weight of the verb that governs a figure, however far it stands
_DEED: Final = 5  # words within which an event that does not govern a figure is what it counts
_NEAR_EVENT: Final = 7
_WINDOWS: Final = frozenset(stem(word) for word in row("grammar", "window"))
_HAVE: Final = frozenset({"has", "have", "had", "owns", "own"})
_PRESENT: Final = frozenset({"now", "currently", "today", "presently", "already"})
_MARKS: Final = {stem(word): name for name in ("whole", "further", "prior") for word in row("grammar", name)}
"""The class of each word that sets a figure apart from its like."""
_THERE: Final = frozenset({("been", "to"), ("been", "in"), ("been", "back"), ("seen", "in"), ("seen", "at")})
STATISTICS: Final = frozenset(stem(word) for word in row("grammar", "statistic"))
"""Heads that a report of a match counts over and over, for each player and stretch of play."""
_EMPTY: Final = row("grammar", "empty")


@dataclass(frozen=True, slots=True)
class Mention:
    """One detail with its neighbourhood."""

    detail: Detail
    """The detail."""
    passage: Passage
    """The passage it stands in."""
    weight: float
    """The length of its neighbourhood as a vector."""
    near: Mapping[str, float]
    """Stems around it with weights that fade with distance."""
    head: str
    """The stem of what is counted, measured or dated; empty where the sentence does not say."""
    narrowed: frozenset[str]
    """Stems that narrow the head: ``suspicious`` in ``five suspicious boats``."""
    role: str
    """The question that it answers where its kind allows several: ``elapsed``, ``rank``; empty for a plain count."""
    verb: str
    """The stem of the nearest verb of its clause that is no verb of saying; empty where there is none."""
    subject: str
    """The stem of who or what does or suffers what the verb says; empty where unclear."""
    who: str
    """The fullest name of the person or body that it is said of; empty where the sentence does not tell."""
    who_is_named: bool
    """True where the sentence itself names it; behind a pronoun it is a guess."""
    deed: str
    """The class of the event that it counts, by its verb or else the nearest one of its clause; empty where none is told."""
    events: frozenset[str]
    """Classes of the events told in its clause."""
    names: frozenset[str]
    """Stems of the names near it that are not everywhere in the story."""
    cast: frozenset[str]
    """Everybody and every body named near it, by the fullest names."""
    windows: frozenset[str]
    """Stems of the stretches that it counts over: season, game, career."""
    days: tuple[Moment, ...]
    """Moments told in the same passage, other than itself."""
    siblings: tuple[float, ...]
    """Figures of the same kind in the same passage, other than its own."""
    place: tuple[int, int]
    """The places of its tokens in the passage, the end left out."""
    recalled: bool
    """True where its passage tells of an earlier event than the story's own."""
    marks: frozenset[str]
    """What sets it apart: ``whole`` for a total, ``further`` for a rest or an addition, ``prior`` for a first one."""

    @property
    def kind(self) -> Kind:
        """Return the detail's kind."""
        return self.detail.kind

    @property
    def floating(self) -> bool:
        """Return whether it is a moment told from a day of writing that is not known, so that it parts from nothing."""
        return isinstance(self.detail.value, Moment) and not self.detail.value.iso

    @property
    def article(self) -> str:
        """Return the siglum of its article."""
        return self.passage.siglum


def mentions(story: Story) -> tuple[Mention, ...]:
    """Return every figure and moment of the story as a mention, in the order of the articles and of reading."""
    found: list[Mention] = []
    for passage, own in story.details.items():
        details = [d for d in own if d.value is not None and d.kind in FIGURES | MOMENTS]
        found += [_mention(story, story.passages[passage], detail, details) for detail in details]
    return tuple(found)


def _mention(story: Story, passage: Passage, detail: Detail, all_here: list[Detail]) -> Mention:
    """Return one detail with its neighbourhood."""
    tokens = story.tokens(passage.id)
    own = [n for n, t in enumerate(tokens) if t.word.start < detail.end and t.word.end > detail.start]
    first, last = (own[0], own[-1]) if own else (0, 0)
    around = tuple(_around(tokens, first, last, 0.5 if detail.kind in MOMENTS else 1.0))
    near: dict[str, float] = {}
    for token, distance in around:
        weight = story.rarity.get(token.word.stem, 1.0) * math.exp(-distance / _FADE)
        if token.word.stem in story.hubs:
            weight *= 0.4
        for key in {token.word.stem, _event(token)} - {""}:
            near[key] = max(near.get(key, 0.0), weight)
    verb = _verb(around, detail)
    for key in {verb, event_of(verb)} - {""}:
        near[key] = max(near.get(key, 0.0), _GOVERNS)
    role = question(tokens, first, last, detail)
    return Mention(
        detail,
        passage,
        math.sqrt(sum(w * w for w in near.values())),
        near,
        stem(detail.head),
        frozenset(stem(word) for word in detail.modifiers),
        role,
        verb,
        stem(detail.subject),
        *story.people.at(passage.id, tokens, first),
        _deed(tokens, around, first, detail) or _presence(tokens, role),
        frozenset(e for t, d in around if d <= _NEAR_EVENT and (e := _event(t))),
        frozenset(t.word.stem for t, d in around if t.tag is Tag.NAME and t.word.stem not in story.hubs),
        story.people.near(passage.id, tokens, first, last),
        frozenset(t.word.stem for t, d in around if d <= _NEAR_EVENT and t.word.stem in _WINDOWS),
        tuple(d.value for d in all_here if isinstance(d.value, Moment) and d is not detail and _beside(tokens, d, first, last)),
        tuple(d.value.figure for d in all_here if isinstance(d.value, Amount) and d is not detail and d.kind is detail.kind),
        (first, last + 1),
        _recalls(story, tokens, (first, last), detail, all_here),
        _tense(tokens, first)
        | frozenset(_MARKS[t.word.stem] for t in _narrow(tokens, around, first, last, detail) if t.word.stem in _MARKS),
    )


def _narrow(
    tokens: tuple[Token, ...], around: tuple[tuple[Token, float], ...], first: int, last: int, detail: Detail
) -> Iterator[Token]:
    """Yield the words near enough to narrow the count of the tokens ``first`` to ``last``: a total from afar, others beside."""
    yield from (t for t, d in around if d <= _NEAR_EVENT and _MARKS.get(t.word.stem) == "whole")
    reach = _NEAR_EVENT if detail.kind in MOMENTS else 2
    beside = tokens[max(0, first - reach) : first] + tokens[last + 1 : last + 1 + reach]
    yield from (t for t in beside if t.clause == tokens[first].clause)


def _tense(tokens: tuple[Token, ...], first: int) -> frozenset[str]:
    """Return the mark of what is still to come, where the clause of a figure says so before it."""
    before = [t.word.text.lower() for t in tokens[max(0, first - _NEAR_EVENT) : first] if t.clause == tokens[first].clause]
    return frozenset({"coming"}) if {"will", "shall"} & set(before) else frozenset()


def _event(token: Token) -> str:
    """Return the class of the event that a word tells, empty where it tells none, as names do: the House shelters nobody."""
    return "" if token.tag is Tag.NAME else event_of(token.word.stem)


def _deed(tokens: tuple[Token, ...], around: tuple[tuple[Token, float], ...], first: int, detail: Detail) -> str:
    """Return the class of the event that a figure counts: what somebody has is owned, else by its verb or the nearest event."""
    if detail.kind is Kind.NUMBER and any(t.word.text.lower() in _HAVE for t in tokens[max(0, first - 1) : first]):
        return "own"
    if detail.kind in MOMENTS and detail.verb and detail.verb not in _EMPTY and not is_spoken(stem(detail.verb)):
        return event_of(stem(detail.verb))
    return event_of(stem(detail.verb)) or next(
        (e for t, d in sorted(around, key=_distance) if d <= _DEED and (e := _event(t))), ""
    )


def _recalls(story: Story, tokens: tuple[Token, ...], place: tuple[int, int], detail: Detail, all_here: list[Detail]) -> bool:
    """Return whether a figure belongs to an earlier event: its passage recalls one, and the past stands beside the figure."""
    if detail.passage not in story.recalled:
        return False
    moments = [d for d in all_here if isinstance(d.value, Moment) and d is not detail]
    if any(t.word.text.lower() in _PRESENT for t in tokens if t.clause == tokens[place[0]].clause):
        return False
    return not moments or any(_beside(tokens, d, *place) for d in moments)


def _around(tokens: tuple[Token, ...], first: int, last: int, step: float) -> Iterator[tuple[Token, float]]:
    """Yield the words of meaning around the tokens ``first`` to ``last`` with their distance, clause borders counted.

    ``step`` is what one word counts: a moment dates its whole clause and fades more slowly than a figure.
    """
    for n, token in enumerate(tokens):
        if first <= n <= last or token.tag in {Tag.FUNCTION, Tag.NUMBER}:
            continue
        anchor = first if n < first else last
        distance = step * abs(n - anchor) + _BORDER * abs(token.clause - tokens[anchor].clause)
        if distance <= _REACH:
            yield token, distance


def _beside(tokens: tuple[Token, ...], other: Detail, first: int, last: int) -> bool:
    """Return whether another detail stands near the tokens ``first`` to ``last``, clause borders counted."""
    places = [n for n, t in enumerate(tokens) if other.start <= t.word.start < other.end]
    return any(
        abs(n - m) + 2 * _BORDER * abs(tokens[n].clause - tokens[m].clause) <= _REACH for n in places for m in (first, last)
    )


def _distance(near: tuple[Token, float]) -> float:
    """Return the distance of a word around."""
    return near[1]


def _presence(tokens: tuple[Token, ...], role: str) -> str:
    """Return the event that a time elapsed is counted from where its clause names none: its passage's, or having been there."""
    if role != "elapsed":
        return ""
    told = next((e for t in tokens if (e := _event(t))), "")
    there = any((one.word.text, two.word.text) in _THERE for one, two in pairwise(tokens))
    return told or ("travel" if there else "")


def _verb(around: tuple[tuple[Token, float], ...], detail: Detail) -> str:
    """Return the stem of the nearest verb that is no verb of saying and not empty of meaning."""
    if detail.verb:
        return "" if detail.verb in _EMPTY or is_spoken(stem(detail.verb)) else stem(detail.verb)
    near = [(d, t) for t, d in around if t.tag is Tag.VERB and not is_spoken(t.word.stem)]
    return min(near, key=lambda pair: pair[0])[1].word.stem if near else ""
