"""Who does what a verb says: the phrase before it, behind relative clauses, asides and lists."""

from collections.abc import Sequence
from typing import Final

from tui.language.syntax.parts import Form
from tui.language.syntax.pieces import Chunk, Group, Phrase, Role
from tui.language.tables import lexicon, row

_TOLD: Final = lexicon("""
    tell ask order force urge persuade allow help want require authorise authorize advise instruct warn lead leave enable cause
    permit expect encourage invite get beg teach compel direct
""")
"""Verbs whose object does what the infinitive behind it says."""


_CLAUSAL: Final = lexicon("believe think say hope know")
"""Verbs behind which a gerund opens a clause: *they believe finding him saved lives*."""
CLAUSAL: Final = lexicon("after before until till since as than like")
"""Prepositions that begin a clause as well."""


def subject_of(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the phrase that is the subject of the verb group at a place; of a passive, who suffers it."""
    group = chunks[place].group
    if group is None:
        return None
    if group.infinitive or group.form is Form.BASE:
        above = governor(chunks, place)
        if above is not None:
            return _of_infinitive(chunks, above, place)
        if group.infinitive:
            return None
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
            return n if group.infinitive or _content(chunks, n, place) else None
        if piece.role is Role.MARK and piece.text not in {'"', "'"}:
            return None
        if group.infinitive and piece.role in {Role.SUBORDINATOR, Role.RELATIVE}:
            return None
    return None


def _content(chunks: Sequence[Chunk], above: int, place: int) -> bool:
    """Return whether a finite clause behind a verb is what that verb says or thinks: *said [that] the bridge is shut*."""
    between = chunks[above + 1 : place]
    upper = chunks[above].group
    told = upper is not None and (upper.base in row("events", "spoken") or upper.base in _TOLD)
    return bool(between) and (
        any(piece.text == "that" and piece.phrase is None for piece in between[: 2 if told else 1])
        or (between[0].role is Role.PHRASE and all(c.role in {Role.PHRASE, Role.PREPOSITION, Role.ADVERB} for c in between))
    )


def _of_infinitive(chunks: Sequence[Chunk], above: int, place: int) -> Phrase | None:
    """Return who does what an infinitive says: the object of *tell*, else the subject of the verb above."""
    upper = chunks[above].group
    between = [c.phrase for c in chunks[above + 1 : place] if c.phrase is not None]
    if upper is not None and between and upper.base in _TOLD and not upper.passive:
        return between[0]
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
            found = _noun_before(chunks, n)
        case Role.COORDINATOR:
            found = _shared(chunks, n)
        case Role.PHRASE:
            found = _first_of_chain(chunks, n)
        case Role.MARK if piece.text in {",", "-", ")"}:
            found = _behind_aside(chunks, n)
        case Role.GROUP if piece.group is not None and not piece.group.finite:  # the packages sent to Leeds were
            found = _behind_participle(chunks, n)
        case _:
            pass
    return found


def _noun_before(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the noun that a relative clause tells of."""
    n = place - 1
    while n >= 0 and chunks[n].role in {Role.MARK, Role.PREPOSITION}:
        n -= 1
    return chunks[n].phrase if n >= 0 else None


def _shared(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the subject that a verb behind *and* shares with the finite verb before it."""
    for n in range(place - 1, -1, -1):
        group = chunks[n].group
        if group is not None and group.finite:
            return subject_of(chunks, n)
    return None


def _first_of_chain(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the first noun of *the head of the agency in Rome*, where no participle and no mark comes between."""
    n = _between(chunks, _list_start(chunks, place))
    own = chunks[place].phrase
    if n >= 2 and own is not None and own.timed and chunks[n - 2].role is Role.RELATIVE:  # noqa: PLR2004 - who on Monday fell
        return _noun_before(chunks, n - 2)
    while n >= 2 and _ties(chunks[n - 1]) and chunks[n - 2].phrase is not None:  # noqa: PLR2004 - two chunks
        n = _between(chunks, n - 2)
    if n and _ties(chunks[n - 1]):
        narrowed = _behind_participle(chunks, n - 2) if n >= 2 else None  # noqa: PLR2004 - two chunks
        return narrowed or chunks[place].phrase
    found = chunks[n].phrase
    if found is not None and found.timed:
        return _earlier(chunks, n) or found
    before = chunks[n - 1].group if n else None
    if before is not None and not before.finite and not before.infinitive and n >= 2:  # noqa: PLR2004 - people fleeing the city were
        return _behind_participle(chunks, n - 1) or found
    return found


def _list_start(chunks: Sequence[Chunk], place: int) -> int:
    """Return where *Peru, Chile and Bolivia* that ends at a place begins; the place itself where two clauses meet."""
    n = place
    if n < 2 or chunks[n - 1].role is not Role.COORDINATOR or chunks[n - 2].phrase is None:  # noqa: PLR2004 - two chunks
        return place
    n -= 2
    while n >= 2 and chunks[n - 1].text == "," and chunks[n - 2].phrase is not None:  # noqa: PLR2004 - two chunks
        n -= 2
    for before in reversed(chunks[:n]):
        if before.role in {Role.SUBORDINATOR, Role.RELATIVE} or before.text in CLAUSAL:
            break
        if before.group is not None and before.group.finite:
            return n if before.group.base in row("events", "spoken") else place
    return n


def _between(chunks: Sequence[Chunk], place: int) -> int:
    """Return where *Italy and Egypt* that ends at a place begins where *between* stands before it; else the place itself."""
    paired = place > 2 and chunks[place - 1].text == "and" and chunks[place - 2].phrase is not None  # noqa: PLR2004 - between A and B
    return place - 2 if paired and chunks[place - 3].text == "between" else place


def _ties(piece: Chunk) -> bool:
    """Return whether a preposition ties a noun to the noun before it and begins no clause."""
    return piece.role is Role.PREPOSITION and piece.text not in CLAUSAL


def _earlier(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the phrase before one that only says when."""
    n = place - 1
    if n >= 0 and chunks[n].role is Role.PREPOSITION:
        n -= 1
    return chunks[n].phrase if n >= 0 else None


def _behind_participle(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the noun before a participle that narrows it."""
    for n in range(place, max(-1, place - 4), -1):
        group = chunks[n].group
        if group is not None:
            if group.finite or n == 0:
                return None
            return _first_of_chain(chunks, n - 1) if chunks[n - 1].phrase is not None else None
        if chunks[n].role not in {Role.PHRASE, Role.PREPOSITION, Role.ADVERB}:
            return None
    return None


def _behind_aside(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the noun before an aside between two commas, or the subject shared by a list of verbs."""
    mark = chunks[place].text
    twin = "(" if mark == ")" else mark
    for n in range(place - 1, 0, -1):
        if chunks[n].role is Role.MARK and chunks[n].text == twin:
            aged = chunks[n - 1].phrase is not None and chunks[n - 1].text.isdigit()
            if chunks[n - 1].phrase is not None and not aged and chunks[n + 1].role is not Role.COORDINATOR:
                return _first_of_chain(chunks, n - 1)
            if chunks[n - 1].role is Role.MARK or aged:
                continue
            return _shared(chunks, place)
    return _shared(chunks, place)
