"""Two readings among the words around them, compared word by word: what both passages say, and what only one does."""

from collections.abc import Iterator
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

    Where only capitals or marks differ, the passages count as saying the same.
    """
    found: list[Run] = []
    for run in _runs(first, second):
        before = found[-1] if found else None
        if before is not None and before.change is run.change:
            found[-1] = replace(before, text=f"{before.text}{' ' if run.apart else ''}{run.text}")
        else:
            found.append(run)
    last = len(found) - 1
    return tuple(
        replace(run, text=_shortened(run.text, head=place == 0, tail=place == last)) if run.change is Change.KEPT else run
        for place, run in enumerate(found)
    )


def _runs(first: str, second: str) -> Iterator[Run]:
    """Yield the runs of the comparison in reading order, what is gone before what came in its place."""
    for run in wording.wording(first, second):
        gone, come = first[slice(*run.a)], second[slice(*run.b)]
        apart = second[: run.b[0]][-1:].isspace()
        if run.change in {wording.Change.SAME, wording.Change.TYPOGRAPHY}:
            if come:
                yield Run(Change.KEPT, " ".join(come.split()), apart)
            continue
        if gone:
            yield Run(Change.GONE, " ".join(gone.split()), first[: run.a[0]][-1:].isspace())
        if come:
            yield Run(Change.COME, " ".join(come.split()), bool(gone) or apart)


def _shortened(run: str, *, head: bool, tail: bool) -> str:
    """Return a common run with its middle left out, where it is long; at an end of the passage, with that end left out."""
    words = run.split()
    before, after = (0 if head else _AROUND), (0 if tail else _AROUND)
    if len(words) <= before + after + 2:
        return run
    return " ".join([*words[:before], "…", *words[len(words) - after :]])
