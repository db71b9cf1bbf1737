"""Acts: what the clauses and nouns of a passage tell that somebody did to whom and where, with who or what fills each role."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tui.language.deeds import deed, kind_of, named_deed
from tui.language.events import event_of
from tui.language.grammar import LIGHT
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon, row
from tui.language.words import stem
from tui.model.article import Passage, PassageKind
from tui.model.detail import Detail, Kind, Name

_LIGHT: Final = LIGHT | {"call", "want"}
"""Verbs that tell no act by themselves."""
_WAYS: Final = {
    **dict.fromkeys(
        lexicon(
            "in at on near inside outside off aboard under beneath behind beside between within around along through across past"
        ),
        "where",
    ),
    **dict.fromkeys(lexicon("from"), "from"),
    **dict.fromkeys(lexicon("to into onto toward towards"), "to"),
    "against": "against",
    "with": "with",
    "for": "for",
    "by": "by",
}
"""Which question each preposition answers; several answer one."""
_NAMED: Final = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.NAME})
_BEFALLS: Final = lexicon("of on against")
"""Words behind a noun for an act that lead to whom or what it befalls."""
_COMMA: Final = 2  # characters between a place and the region behind it
_FAR: Final = 4  # phrases behind a noun for an act that can belong to it


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role of an act, or where it happens."""

    start: int
    """Where its words begin in the passage."""
    end: int
    """Where they end, an *of …* taken along."""
    brief: int
    """Where they end without it."""
    names: tuple[Detail, ...]
    """The names at its head and of the region behind a comma; empty for a common noun."""
    head: str
    """The stem of its head."""
    senses: frozenset[str]
    """The stems of its head and of what narrows it."""
    sort: NounSort | None
    """What its head names, for a common noun."""
    pronoun: bool = False
    """True where it stands for something told elsewhere."""
    determiner: str = ""
    """The determiner in lower case."""
    preposition: str = ""
    """The word before it that ties it to the act; empty where none does."""

    @property
    def full(self) -> frozenset[str]:
        """Return the fullest forms of its names."""
        return frozenset(str(detail.value) for detail in self.names)


@dataclass(frozen=True, slots=True)
class Act:
    """What a clause, or a noun for an act, tells."""

    passage: Passage
    """The passage."""
    kind: str
    """The kind of deed: its verb in the base form, or the name of the verbs that tell it too."""
    verb: str
    """Its own verb."""
    start: int
    """Where the word that tells it begins."""
    denied: bool
    """True where it is denied."""
    roles: tuple[tuple[str, Party], ...] = ()
    """Who or what fills each role: ``agent``, ``patient``, and the questions that prepositions answer."""


def acts(passage: Passage, details: Sequence[Detail]) -> tuple[Act, ...]:
    """Return the acts that a passage tells, in reading order; ``details`` are its names."""
    if passage.kind is PassageKind.CORRECTION:
        return ()
    named = [d for d in details if d.kind in _NAMED and isinstance(d.value, Name)]
    chunks = chunk(passage.folded)
    ends = {c.start: _end(chunks, n) for n, c in enumerate(chunks) if c.phrase is not None}
    clauses = [_clause(passage, p, named, ends) for p in predicates(passage.folded) if _tells(p)]
    nouns = list(_nouns(passage, chunks, named, ends))
    return tuple(sorted((*clauses, *nouns), key=lambda act: act.start))


def _tells(predicate: Predicate) -> bool:
    """Return whether a clause tells an act and not what something is or what somebody says."""
    told = deed(predicate).verb
    return (
        told not in _LIGHT
        and not predicate.complement
        and not (predicate.verb in row("events", "spoken") and not predicate.group.passive)
    )


def one_deed(a: Act, b: Act) -> bool:
    """Return whether two acts are of one kind of deed or event."""
    event = event_of(stem(a.verb))
    return a.kind == b.kind or (bool(event) and event == event_of(stem(b.verb)))


def _clause(passage: Passage, predicate: Predicate, named: Sequence[Detail], ends: Mapping[int, int]) -> Act:
    """Return the act of a clause."""
    told = deed(predicate)
    own = [("agent", predicate.agent), *(("patient", p) for p in told.patients[:1]), ("to", predicate.recipient)]
    roles = [(way, p, "") for way, p in own]
    roles += [(_WAYS.get(a.preposition, ""), a.phrase, a.preposition) for a in predicate.arguments]
    parties = tuple(
        (way, replace(_party(passage, p, named, ends), preposition=tie))
        for way, p, tie in roles
        if way and p is not None and not p.timed
    )
    return Act(passage, kind_of(told.verb), told.verb, predicate.group.at[0], predicate.denied, parties)


def _nouns(passage: Passage, chunks: Sequence[Chunk], named: Sequence[Detail], ends: Mapping[int, int]) -> Iterator[Act]:
    """Yield the acts that nouns tell: *the arrest of Brun in Malmo*, *a meeting in Lund*."""
    for place, piece in enumerate(chunks):
        if piece.phrase is None or piece.phrase.named or sort_of(piece.phrase.base):
            continue
        verb = named_deed(piece.phrase.base)
        if verb and verb not in _LIGHT:
            behind = _behind(chunks, place)
            roles = tuple(
                ("patient" if way == "of" else way, replace(_party(passage, phrase, named, ends), preposition=tie))
                for way, tie, phrase in behind
            )
            if roles:
                yield Act(passage, kind_of(verb), verb, piece.phrase.at[0], piece.phrase.determiner == "no", roles)


def _behind(chunks: Sequence[Chunk], place: int) -> Iterator[tuple[str, str, Phrase]]:
    """Yield the phrases behind a noun that a preposition ties to it, each with the question that it answers and that word."""
    for n in range(place + 1, min(len(chunks) - 1, place + 2 * _FAR), 2):
        phrase = chunks[n + 1].phrase
        if chunks[n].role is not Role.PREPOSITION or phrase is None:
            return
        way = "of" if chunks[n].text in _BEFALLS and n == place + 1 else _WAYS.get(chunks[n].text, "")
        if way and not phrase.timed:
            yield way, chunks[n].text, phrase


def _party(passage: Passage, phrase: Phrase, named: Sequence[Detail], ends: Mapping[int, int]) -> Party:
    """Return a phrase as a party, with the name at its head if it has one."""
    own = tuple(d for d in named if d.start < phrase.at[1] and d.end > phrase.at[0])
    start = phrase.start + (len(phrase.determiner) + 1 if phrase.determiner in {"a", "an", "the"} else 0)
    end = max([ends.get(phrase.start, phrase.end), *(d.end for d in own)])
    region = tuple(d for d in named if d.kind is Kind.PLACE and 0 < d.start - end <= _COMMA) if own else ()
    return Party(
        start,
        max([end, *(d.end for d in region)]),
        max([phrase.end, *(d.end for d in (*own, *region))]),
        (*own, *region),
        stem(phrase.base),
        frozenset(stem(word) for word in (phrase.base, *phrase.modifiers)),
        None if own else sort_of(passage.folded[slice(*phrase.at)].lower()) or sort_of(phrase.base),
        phrase.pronoun or not any(c.isalpha() for c in passage.folded[phrase.start : phrase.end]),
        phrase.determiner,
    )


def _end(chunks: Sequence[Chunk], place: int) -> int:
    """Return where a phrase ends with an ``of …`` behind it."""
    of = place + 2 < len(chunks) and chunks[place + 1].text == "of" and chunks[place + 2].phrase is not None
    return chunks[place + 2].end if of else chunks[place].end
