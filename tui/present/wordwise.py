"""Two readings among the words around them, compared word by word: what both passages say, and what only one does."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from tui.language import wording

_AROUND: Final = 3  # words kept on each side of a difference


class Change(Enum):
    """Which of two passages has a run of words."""

    KEPT = "both"
    GONE = "first only"
    COME = "second only"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that both passages have, or only one."""

    change: Change
    """Which passage has the words."""
    text: str
    """The words as they are printed; where both have them, as the second prints them."""
    apart: bool = True
    """True where a space stands before it."""


def around(text: str, start: int, end: int, reach: int) -> str:
    """Return the words of ``text`` from ``reach`` characters before ``start`` to as many after ``end``, whole ones only."""
    first, last = max(start - reach, 0), min(end + reach, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = text.rfind(" ", end, last)
        last = end if last < 0 else last
    return text[first:last]


def wordwise(first: str, second: str) -> tuple[Run, ...]:
    """Return the runs that turn ``first`` into ``second``; long common ones are shortened to their ends.

    Where only capitals or marks differ, the passages count as saying the same; marks between two changes are part of one.
    """
    found: list[Run] = []
    for block in _blocks(first, second):
        gone, come = (" ".join(text[slice(*span)].split()) for text, span in ((first, block.a), (second, block.b)))
        apart = second[: block.b[0]][-1:].isspace()
        if gone and not block.same:
            found.append(Run(Change.GONE, gone, first[: block.a[0]][-1:].isspace()))
            apart = True
        if come:
            found.append(Run(Change.KEPT if block.same else Change.COME, come, apart))
    last = len(found) - 1
    return tuple(
        replace(run, text=_shortened(run.text, head=place == 0, tail=place == last)) if run.change is Change.KEPT else run
        for place, run in enumerate(found)
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of both passages that says the same, or does not."""

    same: bool
    a: tuple[int, int]
    b: tuple[int, int]


def _blocks(first: str, second: str) -> list[_Block]:
    """Return the stretches of the comparison in reading order, no two of a kind beside one another."""
    runs = wording.wording(first, second)
    same = [run.change in {wording.Change.SAME, wording.Change.TYPOGRAPHY} for run in runs]
    found: list[_Block] = []
    for place, run in enumerate(runs):
        marks = not any(char.isalnum() for char in first[slice(*run.a)] + second[slice(*run.b)])
        between = 0 < place < len(runs) - 1 and not (same[place - 1] or same[place + 1])
        block = _Block(same[place] and not (marks and between), run.a, run.b)
        before = found[-1] if found else None
        if before is not None and before.same == block.same:
            found[-1] = _Block(block.same, (before.a[0], block.a[1]), (before.b[0], block.b[1]))
        else:
            found.append(block)
    return found


def _shortened(run: str, *, head: bool, tail: bool) -> str:
    """Return a common run with its middle left out, where it is long; at an end of the passage, with that end left out."""
    words = run.split()
    before, after = (0 if head else _AROUND), (0 if tail else _AROUND)
    if len(words) <= before + after + 2:
        return run
    return " ".join([*words[:before], "…", *words[len(words) - after :]])
