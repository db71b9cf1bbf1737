"""Asides: what stands between two commas, dashes or brackets and adds to the noun before it."""

from collections.abc import Sequence
from typing import Final

from tui.language.syntax.heads import CLAUSAL, head, phrase_at, speaks
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.tables import row

_SPOKEN_ASIDE: Final = 4  # chunks of *officials said* between two commas


def aside(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the noun before an aside that ends with the comma, dash or bracket at a place; ``None`` where none ends there."""
    mark = chunks[place].text
    twin = "(" if mark == ")" else mark
    for n in range(place - 1, 0, -1):
        if chunks[n].role is not Role.MARK or chunks[n].text != twin or chunks[n - 1].role is Role.MARK:
            continue
        if (chunks[n - 1].phrase is not None and chunks[n - 1].text.isdigit()) or not _adds(chunks, n, place):
            continue
        found = head(chunks, n - 1)
        phrase = phrase_at(chunks, found)
        if found is None or phrase is None or (phrase.timed and not phrase.determiner):
            continue
        before = chunks[found - 1] if found else None
        acted_on = before is not None and before.group is not None and not speaks(before.group)
        if not acted_on and (before is None or before.role is not Role.PREPOSITION):
            return phrase
    return None


def _adds(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Return whether what stands between two commas adds to the noun before it and is neither a clause nor the end of a list."""
    inside = chunks[start + 1 : end]
    verbs = [n for n, c in enumerate(inside) if c.group is not None and c.group.finite]
    if not inside or inside[0].role is Role.COORDINATOR or any(n and inside[n - 1].text == "," for n in verbs):
        return False
    if not verbs or chunks[start].text == "(":
        return True
    if any(c.role in {Role.RELATIVE, Role.SUBORDINATOR} or c.text in CLAUSAL for c in inside[:2]):
        return True
    first = inside[verbs[0]].group
    if first is not None and first.base in row("events", "spoken") and len(verbs) == 1 and len(inside) <= _SPOKEN_ASIDE:
        return True
    pronoun = inside[0].phrase is not None and inside[0].phrase.pronoun
    bare = chunks[start - 1].phrase is not None and not pronoun
    return any(c.role is Role.RELATIVE for c in inside[: verbs[0]]) or (bare and _lacks_verb(chunks[:start]))


def _lacks_verb(before: Sequence[Chunk]) -> bool:
    """Return whether the clause that has begun before a comma has no verb yet."""
    for n in range(len(before) - 1, -1, -1):
        piece = before[n]
        if piece.group is not None:
            return piece.group.finite and speaks(piece.group)
        another = piece.role is Role.COORDINATOR and n > 0 and before[n - 1].text == ","
        if another or piece.role in {Role.SUBORDINATOR, Role.RELATIVE}:
            return True
    return True
