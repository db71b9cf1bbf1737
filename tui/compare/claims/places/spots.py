"""Spots: the phrases of a clause that say where what it tells happens: *outside a school in Lund*, *off the coast of Ulvia*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.compare.names.directions import BEARINGS
from tui.compare.names.senses import senses
from tui.language.grammar import DEFINITE
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.tables import lexicon, table
from tui.language.words import stem
from tui.model.article import Passage
from tui.model.detail import Detail, Kind

WHERE: Final = "where"
FROM: Final = "from where"
TO: Final = "to where"
_WAYS: Final = {
    **dict.fromkeys(
        lexicon("""
            in at on near inside outside off aboard under underneath beneath below behind beside between within around along
            across above atop alongside opposite next amid among throughout
        """),
        WHERE,
    ),
    "from": FROM,
    **dict.fromkeys(lexicon("to into onto toward towards"), TO),
}
"""Which question each preposition answers."""
_SPOTS: Final = lexicon("""
    town city village hamlet suburb district county state province region area neighborhood neighbourhood quarter borough ward
    zone precinct municipality capital country nation territory outskirts suburbs countryside downtown midtown uptown centre
    center border frontier front base camp site scene spot place location address block corner end side part edge interior
    exterior facility complex campus premises grounds ground property estate site residence dwelling mobile-home trailer
    hometown birthplace headquarters branch outlet venue hall floor ceiling wall window door gate entrance exit lawn sidewalk
    curb kerb median shoulder lane junction crossroads interchange overpass underpass exit ramp line rail railway railroad
    waters seas skies air airspace space orbit summit base slope park reserve preserve sanctuary zoo garden ballpark field diamond
    gymnasium rink pitch ring track course pool beach bank institution centre penitentiary ward asylum hospice
    riverfront waterfront seafront oceanfront lakefront bayou delta valley plain plateau coastline seabed
    pawnshop deli bodega bakery pharmacy drugstore dealership diner eatery brothel tavern inn lodge resort spa
""")
"""Nouns that tell where, beside those of the table of sites."""
_NO_PLACE: Final = lexicon("""
    place case court-case time front addition fact order favor favour way process wake term terms part line course end charge
    power office force effect history life death trouble danger custody condition
    public private person mind sight head hand hands arm leg knee back face chest heart shape step lead
""")
"""Nouns that name no place behind *in*, *at* or *on*, or a part of the body."""
_WARDS: Final = lexicon("hospital hospitals clinic infirmary hospice sanatorium sanitarium")
_POINTING: Final = DEFINITE | {"same"}
_PASSES_ON: Final = lexicon("after before during despite about over against since")
"""Prepositions behind which another event stands, whose place is not that of the first."""
_EXTENDS: Final = lexicon("center centre home school hospital institute headquarters house facility office camp memorial")
"""Nouns that *for* narrows."""
_HOME: Final = re.compile(
    r", [A-Z][\w.]+, ([a-z-]+(?: [a-z-]+)??)(?= (?:in|on|at|by|with|near|after|where|who|as|and)\b|[.,;]|$)"
)
"""The words behind the region that tells where a town lies: *a Malmo, Sweden, hotel*."""
_TIES: Final = lexicon("at inside outside near")
"""Prepositions behind which the name of a body is a place."""
_MOST: Final = 7  # chunks between what happens and where
_COMMA: Final = 2  # characters between a place and the region behind it


@dataclass(frozen=True, slots=True)
class Spot:
    """One phrase that says where."""

    way: str
    """Which question it answers."""
    tie: str
    """The word before it that ties it to what happens."""
    start: int
    """Where that word begins."""
    end: int
    """Where the phrase ends, with the region behind it."""
    stems: frozenset[str]
    """The stems of its words."""
    names: frozenset[str]
    """The fullest forms of the names in it."""
    head: str
    """The stem of its head."""
    narrowed: frozenset[str]
    """The stems of the words before its head."""
    named: bool
    """True where its head is a name."""
    ward: bool
    """True where its head is a house for the sick."""
    bare: bool
    """True where it only points or tells a state: *the store*, *their homes*, *in prison*."""


def spots_behind(passage: Passage, start: int, named: Sequence[Detail]) -> tuple[Spot, ...]:
    """Return the phrases behind a place of a passage that say where, as far as its clause goes; ``named`` are its names."""
    return tuple(_spots(passage, [c for c in chunk(passage.folded) if c.start >= start], named))


def spots_of(passage: Passage, phrases: Sequence[Phrase], named: Sequence[Detail]) -> tuple[Spot, ...]:
    """Return those of some phrases of a passage that say where, each with the preposition before it."""
    chunks = chunk(passage.folded)
    starts = {p.start for p in phrases}
    found = (
        _spot(passage, chunks[n - 1], c.phrase, chunks[n + 1 :], named)
        for n, c in enumerate(chunks)
        if n and c.phrase is not None and c.start in starts
    )
    return tuple(spot for spot in found if spot is not None)


def spots_between(passage: Passage, start: int, end: int, named: Sequence[Detail]) -> tuple[Spot, ...]:
    """Return the phrases that say where between two places of a passage: behind a subject, before its verb."""
    return tuple(_spots(passage, [c for c in chunk(passage.folded) if start <= c.start and c.end <= end], named))


def spots_before(passage: Passage, end: int, named: Sequence[Detail]) -> tuple[Spot, ...]:
    """Return the phrases that say where at the beginning of a sentence, before its subject: *In Lund, a bomb went off*."""
    chunks = [c for c in chunk(passage.folded) if c.end <= end]
    first = next((n for n, c in enumerate(chunks) if c.role is Role.PREPOSITION), len(chunks))
    return tuple(_spots(passage, chunks[first:], named)) if all(c.role is Role.MARK for c in chunks[: min(first, 1)]) else ()


def _spots(passage: Passage, chunks: Sequence[Chunk], named: Sequence[Detail]) -> Iterator[Spot]:
    """Yield the phrases that say where in a row of chunks."""
    n = seen = 0
    while n < len(chunks) and n <= _MOST + 2 * seen:
        piece = chunks[n]
        if piece.text == "from" and n + 1 < len(chunks) and chunks[n + 1].text in _WAYS:
            n += 1  # from beneath the bridge
            continue
        phrase = chunks[n + 1].phrase if piece.role is Role.PREPOSITION and n + 1 < len(chunks) else None
        if phrase is not None:
            if piece.text in _PASSES_ON and not phrase.timed:
                return
            spot = _spot(passage, piece, phrase, chunks[n + 2 :], named)
            if spot is not None:
                seen += 1
                yield spot
            n += 2
        elif _goes_on(chunks, n):
            n += 2
        elif piece.role in {Role.RELATIVE, Role.SUBORDINATOR, Role.COORDINATOR} or _ends(chunks, n):
            return
        else:
            n += 1


def _goes_on(chunks: Sequence[Chunk], n: int) -> bool:
    """Return whether a clause goes on behind two chunks that look like its end: *while climbing*, *but stable*."""
    if n + 1 >= len(chunks):
        return False
    gerund = chunks[n].text == "while" and chunks[n + 1].group is not None
    return gerund or (chunks[n].role is Role.COORDINATOR and chunks[n + 1].role in {Role.ADJECTIVE, Role.ADVERB})


def _ends(chunks: Sequence[Chunk], n: int) -> bool:
    """Return whether a clause ends before a chunk: at a verb, or at a mark behind which no preposition or region stands."""
    piece = chunks[n]
    if piece.group is not None:
        return True
    if piece.role is not Role.MARK:
        return False
    following = chunks[n + 1] if n + 1 < len(chunks) else None
    if piece.text not in {",", "(", ")"} or following is None:
        return True
    if following.phrase is not None:
        behind = chunks[n + 2] if n + 2 < len(chunks) else None
        return behind is not None and behind.group is not None
    return following.role not in {Role.PREPOSITION, Role.ADVERB, Role.MARK}


def _spot(passage: Passage, tie: Chunk, phrase: Phrase, behind: Sequence[Chunk], named: Sequence[Detail]) -> Spot | None:
    """Return a phrase behind a preposition as the place where something happens; ``None`` where it is none."""
    way = _WAYS.get(tie.text)
    at_head = [d for d in named if d.start < phrase.end and d.end > phrase.at[0]]
    person = any(d.kind is Kind.PERSON for d in at_head)
    if way is None or phrase.timed or phrase.pronoun or person or phrase.base in _NO_PLACE:
        return None
    placed = any(d.kind is Kind.PLACE for d in at_head) or _is_spot(phrase.base)
    if not placed and not (at_head and tie.text in _TIES):
        return None
    end = _end(passage, tie, phrase, behind, named)
    told = passage.folded[phrase.start : end]
    pointing = phrase.determiner in _POINTING or not phrase.determiner
    return Spot(
        way,
        tie.text,
        tie.start,
        end,
        senses(told),
        frozenset(str(d.value) for d in named if d.start < end and d.end > phrase.start),
        stem(phrase.base),
        frozenset(map(stem, phrase.modifiers)),
        bool(at_head),
        bool(_WARDS & set(told.lower().split())),
        pointing and not phrase.modifiers and not at_head and end == phrase.end,
    )


def _end(passage: Passage, tie: Chunk, phrase: Phrase, behind: Sequence[Chunk], named: Sequence[Detail]) -> int:
    """Return where a place ends with what narrows it: *of Ulvia*, *for prisoners*, *and the coast* behind *between*, a region."""
    end = phrase.end
    if phrase.named and phrase.determiner in {"a", "an"} and (home := _HOME.match(passage.folded, end)) is not None:
        return home.end(1)
    if len(behind) > 1 and behind[1].phrase is not None and not behind[1].phrase.timed:
        word = behind[0].text
        other = word in {"and", "or"} and _is_spot(behind[1].phrase.base) and not phrase.named
        if other or word == "of" or (word == "for" and phrase.base in _EXTENDS) or (word == "and" and tie.text == "between"):
            end = behind[1].end
    comma = passage.folded[end : end + 1] == ","
    return max([end, *(d.end for d in named if comma and d.kind is Kind.PLACE and 0 <= d.start - end <= _COMMA)])


@lru_cache(maxsize=4096)
def _is_spot(noun: str) -> bool:
    """Return whether a noun, in its base form, names where something can happen."""
    listed = noun in _SPOTS or stem(noun) in BEARINGS or any(noun in nouns for nouns in table("sites").values())
    return listed or sort_of(noun) is NounSort.PLACE
