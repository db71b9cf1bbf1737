"""Things: sorts of things that news tells of, and which nouns of one sort name one thing (``things.tsv``)."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.language.syntax.pieces import Phrase
from tui.language.tables import rows

_LONGEST: Final = 3  # words of a noun in the table


@dataclass(frozen=True, slots=True)
class Thing:
    """What a noun names, as far as the table tells."""

    sort: str
    """The sort: ``vessel``, ``weapon``."""
    one: str
    """The first of the nouns for it; empty for a noun for anything of the sort."""


@cache
def _things() -> dict[str, tuple[Thing, ...]]:
    """Return what each noun names; one noun can name things of several sorts."""
    found: dict[str, set[Thing]] = {}
    for sort, _, general, special in rows("tui.language", "things.tsv"):
        for group in general.split():
            for noun in group.split("/"):
                found.setdefault(noun, set()).add(Thing(sort, ""))
        for group in special.split():
            nouns = group.split("/")
            for noun in nouns:
                found.setdefault(noun, set()).add(Thing(sort, nouns[0]))
    return {noun: tuple(sorted(things, key=lambda t: (t.sort, t.one))) for noun, things in found.items()}


@cache
def called(sort: str) -> str:
    """Return the words for anything of a sort."""
    return next(words for name, words, *_ in rows("tui.language", "things.tsv") if name == sort)


def things_of(phrase: Phrase) -> tuple[Thing, ...]:
    """Return what a noun phrase names, by its head with as many of the words before it as the table knows: *ski mask*."""
    own = (*phrase.modifiers, phrase.base)
    return next((_things()[name] for n in range(_LONGEST, 0, -1) if (name := "_".join(own[-n:])) in _things()), ())
