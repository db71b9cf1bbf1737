"""Filling: how two parties stand to each other that fill one role of one act."""

import re
from dataclasses import dataclass
from typing import Final

from tui.compare.names.acts import Party
from tui.compare.names.directions import DIRECTIONS, opposite
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.language.gazetteer import Sort, gazetteer
from tui.language.nouns import NounSort
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon
from tui.language.words import plain, stem, words
from tui.model.article import Passage
from tui.model.collation import Verdict
from tui.model.detail import Kind

_KINDS: Final = {
    NounSort.PERSON: Kind.PERSON,
    NounSort.BODY: Kind.ORGANISATION,
    NounSort.PLACE: Kind.PLACE,
    NounSort.CARRIER: Kind.NAME,
}
_DOERS: Final = frozenset({NounSort.PERSON, NounSort.BODY})
_ANYBODY: Final = frozenset(
    map(stem, lexicon("people person someone anyone everyone one other member group place area side part rest"))
)
"""Heads that can be anybody or anything."""
_AUTHORITY: Final = frozenset(
    map(stem, lexicon("police authorities officials investigators prosecutors military army government troops officers"))
)
"""Heads for those in charge, whether bodies or persons."""
_PLACED: Final = frozenset({"where", "from", "to"})
"""The roles that places fill."""
_IN: Final = lexicon("in inside within")
_OFF: Final = lexicon("off near outside beside around")
_FITS: Final = {
    Kind.PERSON: frozenset({NounSort.PERSON}),
    Kind.ORGANISATION: frozenset({NounSort.BODY, NounSort.PERSON}),
    Kind.PLACE: frozenset({NounSort.PLACE}),
    Kind.NAME: frozenset({NounSort.CARRIER}),
}
"""What nouns can stand for a name of each kind."""


@dataclass(frozen=True, slots=True)
class Filling:
    """In what two parties of one role part."""

    kind: Kind
    """The kind of what fills the role."""
    verdict: Verdict
    """What is said of it."""
    end: str
    """What the note says."""
    behind: bool = False
    """True where the words before the parties are what parts."""


def same(one: Party, two: Party) -> bool:
    """Return whether two parties are likely one: a name in common, one head, or two bare nouns for one thing."""
    if one.pronoun or two.pronoun:
        return False
    if one.names and two.names:
        return bool(one.full & two.full)
    if one.names or two.names:
        return False
    bare = len(one.senses) == 1 == len(two.senses)
    return one.head == two.head or (bare and two.head in synonyms(one.head))


def fuller(x: Party, y: Party, passages: tuple[Passage, Passage]) -> Filling | None:
    """Return that two names of one place are not as exact: *Florida*, *Plantation, Florida*, *southern Florida*."""
    if not (x.full & y.full) or any(d.kind is not Kind.PLACE for d in (*x.names, *y.names)):
        return None
    one, two = (senses(p.folded[party.start : party.end]) for party, p in zip((x, y), passages, strict=True))
    if _parts(one) == _parts(two) and (one == two or str(x.names[0].value) == str(y.names[0].value)):
        return None
    verdict = Verdict.DIFFERS if _parts(one) and _parts(two) and opposite(_parts(one), _parts(two)) else Verdict.PRECISION
    return Filling(
        Kind.PLACE, verdict, "one names the place more exactly" if verdict is Verdict.PRECISION else "another part of one place"
    )


def beside(x: Party, y: Party) -> Filling | None:
    """Return that something happens in a named place here and off or near it there."""
    words = {x.preposition, y.preposition}
    if not (x.full & y.full) or any(d.kind is not Kind.PLACE for d in (*x.names, *y.names)) or not (words & _IN and words & _OFF):
        return None
    return Filling(Kind.PLACE, Verdict.PRECISION, "the one is in it, the other only near it", behind=True)


def _parts(words: frozenset[str]) -> frozenset[str]:
    """Return the stems among some that name a part of a place."""
    return words & DIRECTIONS


def in_charge(x: Party, y: Party) -> bool:
    """Return whether two nouns that are not one name those in charge: *police*, *federal authorities*."""
    return x.head != y.head and {x.head, y.head} <= _AUTHORITY


def filling(story: Story, way: str, x: Party, y: Party, passages: tuple[Passage, Passage]) -> Filling | None:
    """Return in what two parties of two passages part that fill one role; ``None`` where they may be one."""
    here, there = passages
    if x.names and y.names:
        if x.full & story.named(there.siglum) or y.full & story.named(here.siglum):
            return None
        return _names(x, y)
    if x.names or y.names:
        name, noun, other = (x, y, there) if x.names else (y, x, here)
        return _name_and_noun(story, way, name, noun, other)
    return _nouns(way, x, y)


def _names(x: Party, y: Party) -> Filling | None:
    """Return in what two names part."""
    kinds = {x.names[-1].kind, y.names[-1].kind}
    if len(kinds) > 1 or any(akin(one, two) for one in x.full for two in y.full):
        return None
    kind = kinds.pop()
    if kind is Kind.PLACE:
        return Filling(kind, *_places(str(x.names[0].value), str(y.names[0].value)))
    return Filling(kind, Verdict.DIFFERS, "another name stands in one role")


def akin(one: str, two: str) -> bool:
    """Return whether two names may be forms of one: a word in common, or the initials of the other."""
    words = [[plain(word) for word in re.split(r"[\s-]+", name)] for name in (one, two)]
    letters = ["".join(word[:1] for word in own) for own in words]
    return bool(set(words[0]) & set(words[1])) or plain(one) == letters[1] or plain(two) == letters[0]


def _places(one: str, two: str) -> tuple[Verdict, str]:
    """Return what is said of two places, and the note's end: two of one sort in the tables part, others may hold each other."""
    known = [gazetteer().places.get(place) for place in (one, two)]
    sorts = {entry.sort for entry in known if entry is not None}
    if None not in known and len(sorts) == 1 and sorts <= {Sort.COUNTRY, Sort.STATE, Sort.CITY}:
        return Verdict.DIFFERS, "the place is another"
    return Verdict.PRECISION, "the place is another, or one lies in the other"


def _name_and_noun(story: Story, way: str, name: Party, noun: Party, other: Passage) -> Filling | None:
    """Return that one article names whom or what the other only describes and never names."""
    kind = name.names[-1].kind
    if noun.sort not in _FITS[kind] or noun.head in _ANYBODY:
        return None
    told = {plain(word.text) for word in words(other.folded)}
    if any(plain(word) in told for full in name.full for word in full.split()):
        return None
    if way != "where" and name.full & story.named(other.siglum):
        return None
    return Filling(kind, Verdict.PRECISION, "one names what the other only describes")


def _nouns(way: str, x: Party, y: Party) -> Filling | None:
    """Return in what two descriptions part: another head, or other words that narrow one head."""
    sorts = {x.sort, y.sort}
    if None in sorts or {x.head, y.head} & _ANYBODY:
        return None
    if (
        not (len(sorts) == 1 or (sorts == _DOERS and _AUTHORITY & {x.head, y.head}))
        or x.senses <= y.senses
        or y.senses <= x.senses
    ):
        return None
    kind = _KINDS[x.sort or y.sort or NounSort.PERSON] if len(sorts) == 1 else Kind.ORGANISATION
    if kind is Kind.NAME:
        return None
    if way in {"where", "from"} if kind is not Kind.PLACE else way not in _PLACED:
        return None
    return Filling(kind, Verdict.PRECISION, "they are described in other words")
