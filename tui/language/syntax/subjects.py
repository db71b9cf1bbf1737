"""Who does what a verb says: the phrase before it, behind relative clauses, asides and lists."""

from collections.abc import Sequence
from typing import Final

from tui.language.syntax.asides import aside
from tui.language.syntax.heads import head, noun_before, phrase_at
from tui.language.syntax.parts import Form
from tui.language.syntax.pieces import Chunk, Group, Phrase, Role
from tui.language.tables import lexicon, row

_TOLD: Final = lexicon("""
    tell ask order force urge persuade allow help want require authorise authorize advise instruct warn lead enable cause permit
    expect encourage invite get beg teach compel direct push press pressure appoint hire choose select elect nominate train tempt
    trick challenge recruit commission oblige summon motivate inspire coax convince entitle empower forbid trust request implore
    beseech entreat command incite prompt provoke pay bribe assign task assist enlist counsel coach mandate ban need like prefer
    condemn sentence send deploy dispatch
""")
"""Verbs whose object does what the infinitive behind it says."""
_TAUGHT: Final = lexicon(
    "tell ask order urge persuade require advise instruct warn teach beg convince assure inform remind notify"
)
"""Verbs whose object may stand before the *that* of what is said."""
_MADE: Final = lexicon("let make have help see hear watch feel notice observe bid")
"""Verbs whose object does what the bare verb behind it says."""
_FOR: Final = lexicon("call wait push press vote arrange ask pay allow provide plan plead appeal hope long urge campaign be aim")
"""Verbs behind which *for* or *on* leads to whom the infinitive is about: *calls on Peru to leave*."""
"""Verbs whose object does what the infinitive behind it says."""


_WITHIN: Final = frozenset({Role.PHRASE, Role.PREPOSITION, Role.ADVERB})
_CLAUSAL: Final = lexicon("believe think say hope know")
"""Verbs behind which a gerund opens a clause: *they believe finding him saved lives*."""


def subject_of(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the phrase that is the subject of the verb group at a place; of a passive, who suffers it."""
    group = chunks[place].group
    if group is None:
        return None
    above = governor(chunks, place) if group.infinitive or group.form is Form.BASE else None
    if above is not None and (group.infinitive or _made(chunks, above, place)):
        return _of_infinitive(chunks, above, place)
    if group.infinitive:
        return _shared(chunks, place)
    if group.form in {Form.GERUND, Form.PARTICIPLE} and not group.infinitive:
        return _of_participle(chunks, place, group)
    return _of_finite(chunks, place)


def governor(chunks: Sequence[Chunk], place: int) -> int | None:
    """Return the place of the verb group that an infinitive depends on, or that a content clause stands under."""
    group = chunks[place].group
    if group is None:
        return None
    before = chunks[place - 1].group if place else None
    if group.form is Form.GERUND and before is not None and before.base not in _CLAUSAL:
        return place - 1  # denied taking
    for n in range(place - 1, -1, -1):
        piece = chunks[n]
        if piece.group is not None:
            if _beside(chunks, n, place):
                return governor(chunks, n)
            return n if group.infinitive or _content(chunks, n, place) else None
        opens = group.infinitive and piece.role in {Role.SUBORDINATOR, Role.RELATIVE}
        if opens or (piece.role is Role.MARK and piece.text not in {'"', "'"}):
            return None
    return None


def _beside(chunks: Sequence[Chunk], other: int, place: int) -> bool:
    """Return whether two infinitives or gerunds stand side by side under one verb: *plans to send one and to lend another*."""
    one, two = chunks[other].group, chunks[place].group
    if one is None or two is None or two.finite or chunks[place - 1].role is not Role.COORDINATOR:
        return False
    return one.form is two.form and one.infinitive is two.infinitive


def _content(chunks: Sequence[Chunk], above: int, place: int) -> bool:
    """Return whether a finite clause behind a verb is what that verb says or thinks: *said [that] the bridge is shut*."""
    between = chunks[above + 1 : place]
    upper = chunks[above].group
    told = upper is not None and (upper.base in row("events", "spoken") or upper.base in _TAUGHT)
    if not between or any(piece.text == "that" and piece.phrase is None for piece in between[: 2 if told else 1]):
        return bool(between)
    if between[0].role is not Role.PHRASE or any(c.role not in _WITHIN for c in between):
        return False
    own = chunks[place].group
    subject = head(chunks, place - 1) if own is not None and own.finite else None
    return subject is None or subject > above  # not who freed the seal swam


def _made(chunks: Sequence[Chunk], above: int, place: int) -> bool:
    """Return whether a bare verb is what somebody is made or seen to do: *let the families sue*."""
    upper = chunks[above].group
    between = chunks[above + 1 : place]
    return upper is not None and upper.base in _MADE and bool(between) and all(c.role is Role.PHRASE for c in between[:1])


def _of_infinitive(chunks: Sequence[Chunk], above: int, place: int) -> Phrase | None:
    """Return who does what an infinitive says: the object of *tell*, else the subject of the verb above."""
    upper = chunks[above].group
    own = chunks[place].group
    between = [(n, chunks[n].phrase) for n in range(above + 1, place) if chunks[n].phrase is not None]
    if upper is None or own is None or not between or upper.passive:
        return subject_of(chunks, above)
    first, phrase = between[0]
    before = chunks[first - 1]
    direct = before.role is not Role.PREPOSITION
    if direct and upper.base in (_TOLD if own.infinitive else _MADE):
        return phrase
    if (
        upper.base in _FOR
        and phrase is not None
        and not phrase.timed
        and before.text in {"for", "on", "upon", "with", "to"}
        and first == place - 1
    ):
        return phrase
    return subject_of(chunks, above)


def _of_participle(chunks: Sequence[Chunk], place: int, group: Group) -> Phrase | None:
    """Return the noun that a participle narrows, or the subject of the clause that it accompanies."""
    before = chunks[place - 1] if place else None
    if before is not None and before.phrase is not None and not before.phrase.timed:
        return before.phrase
    if before is not None and before.role is Role.COORDINATOR and group.form is Form.PARTICIPLE:
        other = next((n for n in range(place - 2, -1, -1) if chunks[n].group is not None), None)
        if other is not None:
            return subject_of(chunks, other)
    for n in range(place - 1, -1, -1):
        upper = chunks[n].group
        if upper is not None and upper.finite:
            return subject_of(chunks, n)
    after = next((n for n in range(place + 1, len(chunks)) if (g := chunks[n].group) is not None and g.finite), None)
    return _of_finite(chunks, after) if after is not None else None


def _of_finite(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the subject of a finite verb group."""
    n = place - 1
    while n >= 0 and (chunks[n].role is Role.ADVERB or chunks[n].text in {'"', "'"}):
        n -= 1
    if n < 0:
        return None
    piece = chunks[n]
    found: Phrase | None = None
    match piece.role:
        case Role.RELATIVE:
            found = phrase_at(chunks, noun_before(chunks, n))
        case Role.COORDINATOR:
            found = _shared(chunks, n)
        case Role.PHRASE | Role.GROUP | Role.ADJECTIVE:
            found = phrase_at(chunks, head(chunks, n))
        case Role.MARK if piece.text in {",", "-", ")"}:
            found = aside(chunks, n) or _shared(chunks, n)
        case _:
            pass
    return found


def _shared(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the subject that a verb behind *and* shares with the finite verb before it."""
    for n in range(place - 1, -1, -1):
        group = chunks[n].group
        if group is not None and group.finite:
            return subject_of(chunks, n)
    return None
