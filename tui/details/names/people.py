"""Whether two forms name one person: surnames, given names, initials, nicknames, fathers and sons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.language.nicknames import same_given
from tui.language.people import SUFFIXES
from tui.language.words import plain

_SURNAME_FIRST: Final = frozenset(
    [
        "kim",
        "xi",
        "park",
        "lee",
        "li",
        "wang",
        "zhang",
        "chen",
        "liu",
        "yang",
        "zhao",
        "wu",
        "zhou",
        "huang",
        "choi",
        "jung",
        "kang",
        "cho",
        "yoon",
        "nguyen",
        "tran",
        "pham",
        "to",
        "hu",
        "deng",
        "mao",
        "jiang",
        "ma",
        "moon",
        "han",
        "ban",
    ]
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, each as ``plain`` gives it."""

    given: tuple[str, ...]
    """Given names and initials."""
    surname: str
    """The last word."""
    suffix: str
    """``jr``, ``iii`` and their like, empty where there is none."""


@lru_cache(maxsize=16384)
def person(words: tuple[str, ...]) -> PersonName:
    """Return the parts of a name."""
    suffix = plain(words[-1]) if len(words) > 1 and words[-1].lower() in SUFFIXES else ""
    base = words[:-1] if suffix else words
    return PersonName(tuple(plain(word) for word in base[:-1]), plain(base[-1]), suffix)


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two forms of more than one word can name one person.

    The surname is the same, the first given names fit, no middle name and no suffix contradicts the other; where one form
    alone has a middle name and the other alone a suffix they stay apart, for that is how father and son are told apart.
    """
    one, two = person(tuple(a)), person(tuple(b))
    if one.surname != two.surname or not one.given or not two.given:
        return False
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return False
    if not same_given(one.given[0], two.given[0]):
        return _called_by_second(one, two) or _called_by_second(two, one)
    middle_one, middle_two = one.given[1:], two.given[1:]
    if middle_one and middle_two:
        return all(any(same_given(m, n) for n in middle_two) for m in middle_one)
    if bool(one.suffix) != bool(two.suffix):
        return not ((middle_one and two.suffix) or (middle_two and one.suffix))
    return True


def _called_by_second(full: PersonName, short: PersonName) -> bool:
    """Return whether somebody with an initial and a second given name is called by that: ``J. Edgar Holm``, ``Edgar Holm``."""
    return (
        len(full.given) == 2 and len(full.given[0]) == 1 and len(short.given) == 1 and same_given(full.given[1], short.given[0])  # noqa: PLR2004 - two given names
    )


def fit(word: str, words: Sequence[str]) -> int:
    """Return how well one word stands for a fuller name: 3 as its surname, 1 as its given name, 0 not at all."""
    name, key = person(tuple(words)), plain(word)
    if not name.given:
        return 0
    if key == name.surname:
        return 3
    if key == name.given[0]:
        return 3 if key in _SURNAME_FIRST else 1
    return 2 if key in name.given[1:] and len(key) > 1 else 0
