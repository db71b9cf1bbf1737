"""Cutting a tagged sentence into noun phrases, verb groups and what stands between them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tui.language.syntax.parts import Form, Part
from tui.language.syntax.pieces import Chunk, Group, Phrase, Role
from tui.language.syntax.repairs import repaired
from tui.language.syntax.tagging import Tagged
from tui.language.tables import lexicon

_INNER: Final = frozenset({Part.ADJECTIVE, Part.NUMBER, Part.NOUN, Part.NAME, Part.POSSESSIVE})
_LATE: Final = frozenset({Part.NOUN, Part.NAME, Part.NUMBER, Part.POSSESSIVE})
_OPEN: Final = _INNER | {Part.DETERMINER}
_VERBAL: Final = frozenset({Part.MODAL, Part.HAVE, Part.DO, Part.BE, Part.VERB, Part.BARE, Part.GERUND, Part.PARTICIPLE})
_AUXILIARY: Final = frozenset({Part.MODAL, Part.HAVE, Part.DO, Part.BE})
_RELATIVE: Final = lexicon("who which that whom whose where")
_NEGATIVE: Final = lexicon("not never neither nor")
_TIMES: Final = lexicon("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december today yesterday tomorrow tonight morning afternoon evening night day week month year weekend hour minute
    jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. p.m. a.m. mon tue wed thu fri sat sun time noon midnight
""")
"""Heads of phrases that say when."""
_DAYS: Final = lexicon("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow mon. tue. tues. wed. thu. thur.
    thurs. fri. sat. sun.
""")
"""Words that by themselves say when, behind a noun and without a preposition."""
_HOURS: Final = lexicon("morning afternoon evening night week month year weekend")
"""Words that say when with a day, or with a word like *last*, before them."""
_POINTS: Final = lexicon("last this next early late earlier")
_FEASTS: Final = lexicon(
    "black good ash super bowl holy palm easter patch cyber news bloody shrove maundy election mother father"
)
"""Words that make a name of a day: *Black Friday*."""
_SHARES: Final = lexicon("""
    some many most all both several few none any each one two three four five six seven eight nine ten half third quarter majority
    total number dozen dozens hundred hundreds thousand thousands million millions ten scores handful lot lots part rest couple
    group bulk count percent cent string series pair score minority much more
""")
_DOUBLE: Final = frozenset(
    f"{first} {second}"
    for second, words in (
        ("as", "such"),
        ("of", "out because instead ahead inside outside"),
        ("to", "according due next prior thanks owing"),
    )
    for first in words.split()
)
"""Prepositions of two words."""
_HEDGES: Final = lexicon(
    "about around over under nearly almost roughly approximately some more less fewer than at least most up as many"
)


@lru_cache(maxsize=4096)
def chunk(folded: str) -> tuple[Chunk, ...]:
    """Return the chunks of a folded sentence in reading order, *some of the boats* as one phrase with the head *boat*."""
    chunks: list[Chunk] = []
    for piece in _pieces(folded):
        if len(chunks) > 1 and piece.phrase is not None and chunks[-1].text == "of" and _partitive(chunks[-2].phrase):
            share = chunks[-2].phrase
            chunks[-2:] = [_whole(share, piece.phrase)] if share is not None else []
        else:
            chunks.append(piece)
    return tuple(chunks)


def _partitive(phrase: Phrase | None) -> bool:
    """Return whether a phrase gives a share or number of what stands behind its *of*."""
    return phrase is not None and (phrase.base in _SHARES or phrase.base[0].isdigit())


def _whole(share: Phrase, rest: Phrase) -> Chunk:
    """Return the phrase that a share and what it is a share of make."""
    modifiers = (*share.modifiers, share.base, *rest.modifiers)
    whole = replace(rest, start=share.start, modifiers=modifiers, determiner=share.determiner or rest.determiner)
    return Chunk(Role.PHRASE, whole.start, whole.end, whole.base, phrase=whole)


def _pieces(folded: str) -> list[Chunk]:
    """Return phrases, verb groups and the words between them in reading order."""
    tokens = repaired(folded)
    chunks: list[Chunk] = []
    place = 0
    while place < len(tokens):
        bare = _behind_hedge(tokens, place)
        end = _phrase_end(tokens, bare)
        if end > bare:
            chunks.append(_as_phrase(tokens[place:end], bare - place))
            place = end
            continue
        end = _group_end(tokens, place)
        if end > place:
            chunks.append(_as_group(tokens[place:end]))
            place = end
            continue
        single = _as_single(tokens[place], chunks)
        if chunks and chunks[-1].phrase is None and f"{chunks[-1].text} {single.text}" in _DOUBLE:
            first = chunks.pop()
            single = Chunk(Role.PREPOSITION, first.start, single.end, f"{first.text} {single.text}")
        chunks.append(single)
        place += 1
    return chunks


def _behind_hedge(tokens: Sequence[Tagged], place: int) -> int:
    """Return the place behind *about*, *more than*, *at least* where a figure follows, else the place itself."""
    end = place
    while end < len(tokens) and tokens[end].lower in _HEDGES:
        end += 1
    return end if end < len(tokens) and tokens[end].part is Part.NUMBER else place


def _phrase_end(tokens: Sequence[Tagged], place: int) -> int:
    """Return where a noun phrase that begins at a place ends, the place itself where none does."""
    if tokens[place].part in {Part.SUBJECT, Part.PRONOUN}:
        return place + 1
    if tokens[place].part not in _OPEN and not _attributive(tokens, place):
        return place
    end = last = place
    while end < len(tokens) and _continues(tokens, place, end):
        if tokens[end].part in _LATE:
            last = end + 1
        end += 1
    return _before_time(tokens, place, last)


def _before_time(tokens: Sequence[Tagged], first: int, last: int) -> int:
    """Return where a phrase ends without the words at its end that say when: *two men* in *shot two men late Monday night*."""
    start = last
    while start > first and tokens[start - 1].lower in _HOURS:
        start -= 1
    if start > first and tokens[start - 1].lower in _DAYS:
        start -= 1
    elif start in {last, first} or tokens[start - 1].lower not in _POINTS:
        return last
    while start > first and tokens[start - 1].lower in _POINTS:
        start -= 1
    before = tokens[start - 1] if start > first else None
    owned = last < len(tokens) and tokens[last].part is Part.POSSESSIVE
    if before is None or owned or before.part not in {Part.NOUN, Part.NAME, Part.NUMBER} or before.lower in _FEASTS:
        return last
    return start


def _continues(tokens: Sequence[Tagged], first: int, place: int) -> bool:
    """Return whether a word goes on with a noun phrase that began before it."""
    part = tokens[place].part
    if part is Part.DETERMINER:
        return place == first or tokens[place - 1].part is Part.DETERMINER
    if part in _INNER:
        joins = tokens[place - 1].part not in {Part.NOUN, Part.NAME} or _names_what_follows(tokens, first, place)
        return place == first or part is not Part.ADJECTIVE or joins
    if part is Part.ADVERB:
        return (
            place > first
            and tokens[place - 1].part is not Part.NOUN
            and _next_is(tokens, place, {Part.ADJECTIVE, Part.NUMBER, Part.PARTICIPLE})
        )
    return _attributive(tokens, place)


def _names_what_follows(tokens: Sequence[Tagged], first: int, place: int) -> bool:
    """Return whether an adjective behind a name goes with it before a noun: *a U.S. postal facility*."""
    return (
        tokens[first].part is Part.DETERMINER
        and tokens[place - 1].part is Part.NAME
        and _next_is(tokens, place, {Part.NOUN, Part.ADJECTIVE})
    )


def _attributive(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a participle stands before a noun it describes: *the wounded man*, *surviving passengers*."""
    if tokens[place].part not in {Part.PARTICIPLE, Part.GERUND} or place == 0:
        return False
    before = tokens[place - 1].part
    return (
        before in {Part.DETERMINER, Part.ADJECTIVE, Part.POSSESSIVE, Part.NUMBER, Part.ADVERB}
        and _next_is(tokens, place, {Part.NOUN, Part.ADJECTIVE, Part.NAME, Part.NUMBER})
        and not (before is Part.ADVERB and tokens[place].part is Part.GERUND)
    )


def _next_is(tokens: Sequence[Tagged], place: int, parts: set[Part]) -> bool:
    """Return whether the word behind a place plays one of some parts."""
    return place + 1 < len(tokens) and tokens[place + 1].part in parts


def _as_phrase(tokens: Sequence[Tagged], hedges: int) -> Chunk:
    """Return the words of a noun phrase, the first of them hedges, as a chunk."""
    place = len(tokens) - 1
    while place and tokens[place].part is Part.POSSESSIVE:
        place -= 1
    head = tokens[place]
    if head.part is Part.NUMBER and place and tokens[place - 1].part in {Part.NOUN, Part.NAME} and head.text[0].isdigit():
        place -= 1  # May 12, Flight 370
        head = tokens[place]
    inner = [t for t in tokens[hedges:place] if t.part in _INNER - {Part.POSSESSIVE} or t.part in {Part.PARTICIPLE, Part.GERUND}]
    phrase = Phrase(
        tokens[0].start,
        tokens[-1].end,
        head.base,
        (head.start, head.end),
        tuple(t.base for t in inner),
        tokens[hedges].lower if tokens[hedges].part is Part.DETERMINER else "",
        head.part is Part.NAME,
        head.part in {Part.SUBJECT, Part.PRONOUN},
        head.base in _TIMES,
    )
    return Chunk(Role.PHRASE, phrase.start, phrase.end, phrase.base, phrase=phrase)


def _group_end(tokens: Sequence[Tagged], place: int) -> int:
    """Return where a verb group that begins at a place ends, the place itself where none does."""
    end = place
    if tokens[end].part is Part.TO:
        end += 1
        while end < len(tokens) and tokens[end].part is Part.ADVERB:
            end += 1
        if end >= len(tokens) or tokens[end].part not in {Part.BARE, Part.BE, Part.HAVE, Part.DO}:
            return place
    if tokens[end].part not in _VERBAL:
        return place
    while tokens[end].part in _AUXILIARY:
        after = end + 1
        while after < len(tokens) and tokens[after].part is Part.ADVERB:
            after += 1
        if after >= len(tokens) or tokens[after].part not in _VERBAL - (
            {Part.MODAL} | ({Part.VERB} if tokens[end].part is not Part.DO else set())
        ):
            break
        end = after
    end += 1
    if end < len(tokens) and tokens[end].part is Part.ADVERB and tokens[end].lower in _NEGATIVE | {"n't"}:
        end += 1
    if end < len(tokens) and tokens[end].part is Part.PARTICLE and tokens[end - 1].part not in _AUXILIARY:
        end += 1
    return end


def _as_group(tokens: Sequence[Tagged]) -> Chunk:
    """Return the words of a verb group as a chunk."""
    verbs = [t for t in tokens if t.part in _VERBAL]
    main, first = verbs[-1], verbs[0]
    parts = [t.part for t in verbs]
    passive = main.form is Form.PARTICIPLE and main.part is Part.PARTICIPLE and (len(verbs) == 1 or parts[-2] is Part.BE)
    adverbs = [t.lower for t in tokens if t.part is Part.ADVERB]
    group = Group(
        tokens[0].start,
        tokens[-1].end,
        main.base,
        (main.start, main.end),
        first.form if first.part is not Part.MODAL else Form.PRESENT,
        first.form is Form.PAST,
        next((t.lower for t in verbs if t.part is Part.MODAL), ""),
        Part.HAVE in parts[:-1],
        main.form is Form.GERUND and Part.BE in parts[:-1],
        passive,
        any(word in _NEGATIVE or word == "n't" for word in adverbs) or any(t.lower == "cannot" for t in verbs),
        tokens[0].part in {Part.TO, Part.BARE},
        tokens[-1].lower if tokens[-1].part is Part.PARTICLE else "",
        tuple(word for word in adverbs if word not in _NEGATIVE and word != "n't"),
        _number(first),
    )
    return Chunk(Role.GROUP, group.start, group.end, group.base, group=group)


def _number(verb: Tagged) -> bool | None:
    """Return whether the form of a verb goes with several or one; ``None`` where it does not tell."""
    if verb.lower in {"are", "were", "have", "do", "'re", "'ve"} or (verb.part is Part.VERB and verb.form is Form.BASE):
        return True
    single = verb.lower in {"is", "was", "has", "does"} or (verb.part is Part.VERB and verb.form is Form.PRESENT)
    return False if single else None


_SINGLE: Final = {
    Part.PREPOSITION: Role.PREPOSITION,
    Part.TO: Role.PREPOSITION,
    Part.COORDINATOR: Role.COORDINATOR,
    Part.ADJECTIVE: Role.ADJECTIVE,
    Part.ADVERB: Role.ADVERB,
    Part.PARTICLE: Role.ADVERB,
}


def _as_single(token: Tagged, before: list[Chunk]) -> Chunk:
    """Return a word between phrases and groups as a chunk."""
    role = _SINGLE.get(token.part, Role.MARK)
    if token.part is Part.SUBORDINATOR:
        noun = next((c for c in reversed(before) if c.role is not Role.MARK), None)
        relative = noun is not None and noun.phrase is not None and not noun.phrase.timed and token.lower in _RELATIVE
        role = Role.RELATIVE if relative else Role.SUBORDINATOR
    return Chunk(role, token.start, token.end, token.lower)
