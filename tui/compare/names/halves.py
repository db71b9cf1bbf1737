"""Halves: one person under two given names or two surnames, *Ole Brun* here and *Per Brun* there."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from tui.compare.draft import Draft, read_detail
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.nicknames import same_given
from tui.language.people import SUFFIXES
from tui.language.tables import lexicon
from tui.language.words import plain
from tui.model.article import Passage
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind, Name

_CLOSE: Final = 0.5  # passages so alike that two surnames behind one given name are one person's
_KIN: Final = lexicon(
    "brother sister mother father son daughter wife husband widow widower cousin uncle aunt nephew niece twin family families"
    " grandson granddaughter grandfather grandmother parents siblings brothers sisters sons daughters spouse couple stepson"
    " stepdaughter stepfather stepmother half-brother half-sister fiancee fiance heir dynasty"
)
"""Words that explain why two persons have one surname."""
_WHY: Final = "the passages tell the same"


def half_facts(story: Story) -> tuple[Draft, ...]:
    """Return the persons of linked passages who have one surname and two given names, or one given name and two surnames.

    Neither article may have the other's name, and no word for kin may stand with them.
    """
    people = {p: tuple(_persons(story, p)) for p in story.passages}
    return tuple(
        draft
        for (a, b), likeness in story.likeness.items()
        if story.first(a, b) and people[a] and people[b]
        for one, two in product(people[a], people[b])
        if (draft := _parted(story, one, two, likeness)) is not None
    )


def _persons(story: Story, passage: str) -> Iterator[Detail]:
    """Yield the persons whom a passage names by a given name and a surname."""
    for detail in story.people.named.get(passage, ()):
        if detail.kind is Kind.PERSON and isinstance(detail.value, Name) and len(_words(detail.text)) > 1:
            yield detail


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a name without a suffix, each as ``plain`` gives it."""
    return tuple(plain(word) for word in text.removesuffix("'s").split() if word.lower().strip(",") not in SUFFIXES)


def _parted(story: Story, one: Detail, two: Detail, likeness: float) -> Draft | None:
    """Return the fact that two names of linked passages part in one half; ``None`` where they are one, or of two persons."""
    x, y = _words(one.text), _words(two.text)
    surname = x[-1] == y[-1] and not any(same_given(a, b) for a, b in product(x[:-1], y[:-1]))
    apart = not x[-1].startswith(y[-1]) and not y[-1].startswith(x[-1])
    given = likeness >= _CLOSE and x[:-1] == y[:-1] and apart and len(x[0]) > 1
    passages = story.passages[one.passage], story.passages[two.passage]
    if not (surname or given) or any(_tells_kin(p) for p in passages) or _known(story, one, two):
        return None
    verdict = Verdict.DIFFERS
    readings = read_detail(story, one), read_detail(story, two)
    part = "given name" if surname else "surname"
    shared = one.text.split()[-1] if surname else " ".join(one.text.split()[:-1])
    end = f"it is one {'surname' if surname else 'given name'} with another {part}"
    return Draft(Kind.PERSON, f"{part} of {shared}", verdict, readings, note(verdict, readings, end), (_WHY,), likeness)


def _tells_kin(passage: Passage) -> bool:
    """Return whether a passage has a word for kin."""
    return any(word.strip(".,;:'\"") in _KIN for word in passage.folded.lower().split())


def _known(story: Story, one: Detail, two: Detail) -> bool:
    """Return whether an article names the other's person too."""
    sides = [(story.passages[d.passage].siglum, str(other.value)) for d, other in ((one, two), (two, one))]
    return str(one.value) == str(two.value) or any(full in story.named(siglum) for siglum, full in sides)
