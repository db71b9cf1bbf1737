"""Signs: the words of a clause that can stand on a scale, by themselves and with what belongs to them."""

from collections.abc import Iterator
from typing import Final

from tui.language.scales import degrees
from tui.language.syntax.pieces import Chunk
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon

Sign = tuple[str, tuple[int, int]]
"""A word in its base form with its span: ``close``, ``close.a`` as an adjective, ``step_down``, ``under_control``."""

_LONG: Final = 45  # code points of a sign that takes in what stands behind the verb
_STATES: Final = lexicon("well badly down up off-line on-line offline online")
_COUNTS: Final = lexicon("one two three four five six seven eight nine ten first second third")
_SETTINGS: Final = lexicon("condition state situation shape status")


def signs(predicate: Predicate, *, named: bool) -> Iterator[Sign]:
    """Yield verb, complement, adverbs, what stands before *condition*, and the verb with its object or preposition.

    Where the deed is ``named`` by the object, as in *suffered serious injuries*, what stands before it counts too.
    """
    group = predicate.group
    verb = f"{group.base}_{group.particle}" if group.particle else group.base
    if group.base != "be" and not (group.passive and group.base == "survive") and group.particle != "back":
        yield from _tagged(verb, "v", (group.start, group.end))
        if verb != group.base and not degrees(verb):
            yield group.base, (group.start, group.end)
    if predicate.complement:
        yield from _tagged(predicate.complement, "a", predicate.said)
        yield f"{group.base}_{predicate.complement}", predicate.said
    elif predicate.patient is not None and not group.passive:
        whole = group.start, predicate.patient.end
        yield f"{verb}_{predicate.patient.base}", whole
        yield from ((word, whole) for word in predicate.patient.modifiers if named and word not in _COUNTS)
    for word in group.adverbs:
        yield from _tagged(word, "r", (group.start, group.end))
    yield from _joined(predicate, verb)
    for piece in predicate.argued:
        yield from _argued(piece, _STATES if group.base == "be" else frozenset({"well", "badly"}))


def _joined(predicate: Predicate, verb: str) -> Iterator[Sign]:
    """Yield a preposition with its noun, and the verb with them or with the preposition alone, where they stand on a scale."""
    start = predicate.group.start
    for argument in predicate.arguments:
        told = f"{argument.preposition}_{argument.phrase.base}"
        for words in (told, f"{verb}_{told}", f"{verb}_{argument.preposition}"):
            if degrees(words) and argument.phrase.end - start <= _LONG:
                yield words, (start, argument.phrase.end)


def _tagged(word: str, part: str, span: tuple[int, int]) -> Iterator[Sign]:
    """Yield a word, and the word as a part of speech where a scale has it so."""
    yield word, span
    if degrees(f"{word}.{part}"):
        yield f"{word}.{part}", span


def _argued(piece: Chunk, states: frozenset[str]) -> Iterator[Sign]:
    """Yield the words of a chunk behind the verb that can stand on a scale: adverbs, and words for a state."""
    span = piece.start, piece.end
    if piece.phrase is None and (piece.text.endswith("ly") or piece.text in states):
        yield from _tagged(piece.text, "r" if piece.text.endswith("ly") else "a", span)
    elif piece.phrase is not None and piece.phrase.base in _SETTINGS:
        yield from ((word, span) for word in piece.phrase.modifiers)
