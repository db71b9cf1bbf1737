"""What stands behind a verb and belongs to it."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.language.syntax.heads import CLAUSAL, head
from tui.language.syntax.pieces import Chunk, Phrase, Role

AND: Final = "&"
"""What stands in place of a preposition before the further members of a list."""
_LISTING: Final = frozenset({"such as", "including"})
QUOTES: Final = frozenset({'"', "'"})
"""Marks that part no clause."""
_FAR: Final = 16  # chunks behind the verb beyond which nothing belongs to it


def behind(chunks: Sequence[Chunk], place: int) -> Iterator[tuple[Chunk, str]]:
    """Yield the phrases, adjectives and adverbs behind a verb that belong to it, each with its preposition or none."""
    preposition = ""
    for n in range(place + 1, min(len(chunks), place + 1 + _FAR)):
        piece = chunks[n]
        if _ends(chunks, n, preposition):
            return
        match piece.role:
            case Role.PREPOSITION:
                preposition = piece.text
            case Role.COORDINATOR | Role.MARK:
                preposition = preposition if piece.text in QUOTES else AND
            case Role.PHRASE:
                preposition = AND if preposition in _LISTING else preposition
                before = chunks[n - 2] if n - 2 > place else None
                if preposition != "of" or before is None or before.phrase is None or before.phrase.timed:
                    yield piece, preposition
                preposition = ""
            case _:
                yield piece, ""


def listed_with_object(everything: Sequence[tuple[Chunk, str]]) -> Iterator[Phrase]:
    """Yield the phrases that stand in one list with the first phrase behind a verb."""
    inside = False
    for piece, preposition in everything:
        if piece.phrase is not None and not piece.phrase.timed:
            if preposition == AND and inside:
                yield piece.phrase
            inside = not preposition or (preposition == AND and inside)


def _ends(chunks: Sequence[Chunk], n: int, preposition: str) -> bool:
    """Return whether what belongs to a verb ends before a chunk."""
    piece = chunks[n]
    follows = n + 1 < len(chunks) and _clause_follows(chunks, n + 1)
    match piece.role:
        case Role.MARK:
            return piece.text not in QUOTES and not (piece.text == "," and _listed(chunks, n))
        case Role.COORDINATOR:
            return follows or n + 1 >= len(chunks) or chunks[n + 1].phrase is None
        case Role.PREPOSITION:
            return piece.text in CLAUSAL and follows
        case Role.PHRASE:
            return not preposition and _clause_follows(chunks, n) and _opens(chunks, n)
        case Role.ADJECTIVE | Role.ADVERB:
            return False
        case Role.GROUP | Role.RELATIVE | Role.SUBORDINATOR:
            return True


def _listed(chunks: Sequence[Chunk], comma: int) -> bool:
    """Return whether a comma stands in a list of phrases: *blankets, food and water*."""
    for n in range(comma + 1, len(chunks)):
        piece = chunks[n]
        if piece.role is Role.COORDINATOR:
            return n + 1 < len(chunks) and chunks[n + 1].phrase is not None and not _clause_follows(chunks, n + 1)
        if piece.phrase is None and piece.text != ",":
            return False
    return False


def _opens(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether the finite verb behind a phrase tells of it and not of a noun further ahead: *who freed the seal swam*."""
    verb = next((n for n in range(place + 1, len(chunks)) if chunks[n].group is not None), 0)
    subject = head(chunks, verb - 1) if verb else None
    return subject is None or subject >= place


def _clause_follows(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether the phrase at a place begins a clause of its own: a finite verb comes before anything else could end it."""
    for n in range(place + 1, len(chunks)):
        piece = chunks[n]
        if piece.group is not None:
            return piece.group.finite
        if piece.role in {Role.MARK, Role.SUBORDINATOR, Role.RELATIVE, Role.COORDINATOR} or piece.text in CLAUSAL:
            return False
    return False
