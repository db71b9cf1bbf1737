"""Heads: the noun that a verb tells of, behind the phrases, participles, infinitives and relative clauses that narrow it."""

from collections.abc import Sequence
from typing import Final

from tui.language.syntax.pieces import Chunk, Group, Phrase, Role
from tui.language.tables import lexicon, row

CLAUSAL: Final = lexicon("after before until till since as than like")
"""Prepositions that begin a clause as well."""
_OPINIONS: Final = lexicon("""
    believe think know hear learn hope fear see show mean ensure suggest feel find realise realize notice discover guess suppose
    assume understand conclude decide determine prove reveal indicate imagine doubt wish presume reckon pretend remember forget
    recall sense expect watch let make help appear seem
""")
"""Verbs behind which a clause can follow with no *that*, beside those of saying."""
_MET: Final = lexicon("see hear find help make let watch feel expect remember forget recall sense notice")
"""Those of them that mostly have a thing or person behind them."""
_BOTH: Final = lexicon("""
    people police staff crew team group family couple pair number majority series data media public government company press
    audience cattle clergy troop half rest percent lot most some all any none percent cent dozen hundred thousand million
    men women children feet teeth mice geese
""")
"""Nouns whose form does not tell their number."""
_EMPHATIC: Final = lexicon("himself herself itself themselves myself ourselves yourself yourselves all both each")
"""Pronouns behind a noun that only lay stress on it: *the mayor himself*."""
_AND: Final = frozenset({"and", "or", "nor"})
_DOERS: Final = lexicon("he she it they we")
"""Pronouns that open a clause behind *and*."""
_LISTED: Final = frozenset({Role.PHRASE, Role.PREPOSITION, Role.COORDINATOR, Role.ADVERB, Role.MARK})
_AROUND: Final = frozenset({Role.MARK, Role.SUBORDINATOR, Role.RELATIVE, Role.COORDINATOR})
"""What stands before a phrase that opens a clause."""


def head(chunks: Sequence[Chunk], place: int) -> int | None:
    """Return the place of the head of the noun phrase that ends at a place with all that narrows it; ``None`` where none does."""
    n = place
    while n > 0 and (chunks[n].role is Role.ADVERB or (chunks[n].role is Role.ADJECTIVE and chunks[n - 1].phrase is not None)):
        n -= 1
    if n < 0 or chunks[n].role is Role.GROUP:
        return over_verb(chunks, n) if n >= 0 else None
    own = chunks[n].phrase
    if own is None or own.base in _DOERS:
        return n if own is not None else None
    before = chunks[n - 1] if n else None
    if before is not None and before.phrase is not None and (own.timed or (own.pronoun and own.base in _EMPHATIC)):
        return head(chunks, n - 1)
    found = _narrowed(chunks, n)
    return _first_of_list(chunks, found)


def _narrowed(chunks: Sequence[Chunk], n: int) -> int:
    """Return the place of the noun that the phrase at a place narrows behind a preposition or verb, else the place itself."""
    before = chunks[n - 1] if n else None
    own = chunks[n].phrase
    if before is None or own is None:
        return n
    if ties(before) and n > 1:
        if own.timed and chunks[n - 2].role is Role.RELATIVE:
            noun = noun_before(chunks, n - 2)
            return n if noun is None else noun  # the man who on Monday fell
        above = chunks[n - 2].role in {Role.PHRASE, Role.GROUP, Role.ADVERB, Role.ADJECTIVE}
        return _not_fronted(chunks, head(chunks, n - 2), n) if above else n
    if before.group is not None:
        found = _over(chunks, n - 1)
        return n if found is None else found
    return n


def _not_fronted(chunks: Sequence[Chunk], found: int | None, place: int) -> int:
    """Return the place of a noun, or the other place where the noun itself stands behind a preposition: *in the port of Riga*."""
    return place if found is None or (found and ties(chunks[found - 1])) else found


def _over(chunks: Sequence[Chunk], verb: int) -> int | None:
    """Return the head of what the verb before a phrase narrows; ``None`` where the phrase opens a clause behind that verb."""
    group = chunks[verb].group
    found = over_verb(chunks, verb)
    if group is None or found is None or not tells_of(group):
        return found
    last = len([c for c in chunks[verb + 1 :] if c.group is not None and c.group.finite]) == 1
    return found if last and (group.finite or group.base in _MET) and _opens(chunks, found) else None


def _opens(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether the phrase at a place is the first of its clause."""
    return place == 0 or chunks[place - 1].role in _AROUND


def over_verb(chunks: Sequence[Chunk], verb: int) -> int | None:
    """Return the head of the noun that a participle, an infinitive or a relative clause with its verb at a place narrows."""
    group = chunks[verb].group
    n = verb - 1
    while n > 0 and chunks[n].role is Role.ADVERB:
        n -= 1
    if n < 0 or group is None or group.finite:
        return _over_clause(chunks, n, bare=group is not None and not tells_of(group)) if n >= 0 else None
    match chunks[n].role:
        case Role.PHRASE:
            found = head(chunks, n)
            relates = found and chunks[found - 1].role is Role.RELATIVE  # the clinic that the storm destroyed was
            return _head_before(chunks, (found or 1) - 1) if relates else found
        case Role.GROUP:
            return over_verb(chunks, n)
        case Role.PREPOSITION if n and chunks[n - 1].phrase is not None:
            return head(chunks, n - 1)
        case Role.COORDINATOR:
            return _over_earlier(chunks, n)
        case _:
            return None


def _over_earlier(chunks: Sequence[Chunk], place: int) -> int | None:
    """Return the head of what the last verb before a place narrows."""
    other = next((n for n in range(place - 1, -1, -1) if chunks[n].group is not None), None)
    return None if other is None else over_verb(chunks, other)


def _over_clause(chunks: Sequence[Chunk], n: int, *, bare: bool) -> int | None:
    """Return the head of the noun that a relative clause narrows whose subject ends at a place, also one that no word opens."""
    match chunks[n].role:
        case Role.RELATIVE if chunks[n].text not in {"where", "whose", "whom"}:
            return _head_before(chunks, n)
        case Role.COORDINATOR:
            return _over_earlier(chunks, n)
        case Role.PHRASE:
            subject = head(chunks, n)
        case _:
            return None
    if not subject:
        return None
    before = chunks[subject - 1]
    if before.role is Role.RELATIVE:
        return _head_before(chunks, subject - 1)
    noun = before.phrase if bare else None
    named = noun is not None and noun.base[0].isalnum() and not noun.timed and not noun.pronoun
    return head(chunks, subject - 1) if named else None  # the car he drove was


def _head_before(chunks: Sequence[Chunk], relative: int) -> int | None:
    """Return the head of what a relative clause narrows, by the place of the word that opens it."""
    noun = noun_before(chunks, relative)
    return None if noun is None else head(chunks, noun)


def noun_before(chunks: Sequence[Chunk], relative: int) -> int | None:
    """Return the place of the noun that a relative clause tells of, by the place of the word that opens it."""
    n = relative - 1
    while n >= 0 and chunks[n].role in {Role.MARK, Role.PREPOSITION}:
        n -= 1
    near = chunks[n].phrase if n >= 0 else None
    if near is None:
        return None
    group = next((c.group for c in chunks[relative + 1 : relative + 3] if c.group is not None), None)
    if group is not None and chunks[relative + 1].phrase is None and not agrees(near, group):
        far = head(chunks, n)
        other = phrase_at(chunks, far)
        return far if other is not None and agrees(other, group) else n
    return n


def _first_of_list(chunks: Sequence[Chunk], place: int) -> int:
    """Return where *Peru, Chile and Bolivia* that ends at a place begins; the place itself where two clauses meet."""
    n = place
    own = chunks[n].phrase
    paired = n > 1 and chunks[n - 1].text in _AND and own is not None
    last = n - 3 if paired and chunks[n - 2].text == "," and n > 2 else n - 2  # noqa: PLR2004 - a comma before and
    if not paired or chunks[last].phrase is None or (own is not None and own.base in _DOERS):
        return place
    if chunks[last - 1].text == "between":
        tied = _narrowed(chunks, last)
        return place if tied == last else tied
    first = _member(chunks, last)
    if first is None:
        return place
    comma = last < n - 2
    n = first
    while n > 1 and chunks[n - 1].text == "," and chunks[n - 2].phrase is not None:
        further = _member(chunks, n - 2)
        if further is None:
            break
        n, comma = further, False
    if comma and any(c.group is not None and c.group.finite for c in chunks[:n]):
        return place
    anew = n > 1 and chunks[n - 1].text in _AND and chunks[n - 2].text == ","  # they fled, and two men and a boy were held
    for before in () if anew else reversed(chunks[:n]):
        if before.role in {Role.SUBORDINATOR, Role.RELATIVE} or before.text in CLAUSAL:
            break
        if before.group is not None and before.group.finite:
            return n if before.group.base in row("events", "spoken") else place
    return n


def _member(chunks: Sequence[Chunk], end: int) -> int | None:
    """Return the head of a member of a list that ends at a place; ``None`` where it says when or stands behind a preposition."""
    own = chunks[end].phrase
    found = _narrowed(chunks, end)
    phrase = chunks[found].phrase
    timed = own is None or own.timed or phrase is None or phrase.timed
    return None if timed or (found and ties(chunks[found - 1])) else found


def tells_of(group: Group) -> bool:
    """Return whether a clause can follow a verb with no *that*."""
    return group.base in row("events", "spoken") or group.base in _OPINIONS


def speaks(group: Group) -> bool:
    """Return whether a verb mostly has a clause behind it, with *that* or without: *say*, *believe*."""
    return tells_of(group) and group.base not in _MET


def agrees(noun: Phrase, group: Group) -> bool:
    """Return whether a noun and a verb can be of one number, as far as their forms tell."""
    if group.plural is None or noun.pronoun or noun.base in _BOTH:
        return True
    plural = noun.at[1] - noun.at[0] != len(noun.base)
    return plural is group.plural or (plural is False and not noun.named and noun.base.endswith("s"))


def ties(piece: Chunk) -> bool:
    """Return whether a preposition ties a noun to the noun before it and begins no clause."""
    return piece.role is Role.PREPOSITION and piece.text not in CLAUSAL


def phrase_at(chunks: Sequence[Chunk], place: int | None) -> Phrase | None:
    """Return the phrase at a place."""
    return None if place is None else chunks[place].phrase


def beside(chunks: Sequence[Chunk], first: Phrase | None, place: int) -> tuple[Phrase, ...]:
    """Return what stands in one list with the subject of the verb at a place: ``Brandt`` in *Keller and Brandt resigned*."""
    n = next((m for m in range(place - 1, -1, -1) if chunks[m].phrase is first), None) if first is not None else None
    if n is None or n + 2 >= place:
        return ()
    between = chunks[n + 1 : place]
    last = next((m for m in range(len(between) - 1, -1, -1) if between[m].text == "and"), None)
    if last is None or (between[0].text != "and" and between[0].text != ",") or any(c.role not in _LISTED for c in between):
        return ()
    if any(c.role is Role.MARK and c.text != "," for c in between):
        return ()
    heads = [between[m + 1].phrase for m in range(last + 1) if between[m].text in {"and", ","} and m + 1 < len(between)]
    return tuple(phrase for phrase in heads if phrase is not None and not phrase.timed)
