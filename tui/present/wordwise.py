"""Two passages compared word by word."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from tui.model.fold import fold

_AROUND: Final = 3  # words kept on each side of a difference
_REACH: Final = 44  # characters looked at on each side of a reading


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
    """The words, parted by single spaces."""


def around(text: str, start: int, end: int) -> str:
    """Return the words of ``text`` from a little before ``start`` to a little after ``end``, whole ones only."""
    first, last = max(start - _REACH, 0), min(end + _REACH, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = text.rfind(" ", end, last)
        last = end if last < 0 else last
    return text[first:last]


def wordwise(first: str, second: str) -> tuple[Run, ...]:
    """Return the edits that turn ``first`` into ``second``, word by word, long common runs shortened to their ends."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  # 40 ms that the first picture need not wait for

    a, b = first.split(), second.split()
    found: list[Run] = []
    come: list[str] = []
    gone: list[str] = []
    for edit in [*Indel.opcodes([_bare(word) for word in a], [_bare(word) for word in b]), None]:
        if edit is None or edit.tag == "equal":
            found += [Run(change, " ".join(words)) for change, words in ((Change.GONE, gone), (Change.COME, come)) if words]
            come, gone = [], []
            if edit is not None:
                found.append(Run(Change.KEPT, " ".join(b[edit.dest_start : edit.dest_end])))
        else:
            gone += a[edit.src_start : edit.src_end]
            come += b[edit.dest_start : edit.dest_end]
    last = len(found) - 1
    return tuple(
        Run(run.change, _shortened(run.text, head=place == 0, tail=place == last)) if run.change is Change.KEPT else run
        for place, run in enumerate(found)
    )


def _bare(word: str) -> str:
    """Return a word in lower case without its punctuation, so that a comma makes no difference."""
    return fold(word).strip(".,;:!?\"'()[]").lower() or word


def _shortened(run: str, *, head: bool, tail: bool) -> str:
    """Return a common run with its middle left out, where it is long; at an end of the passage, with that end left out."""
    words = run.split()
    before, after = (0 if head else _AROUND), (0 if tail else _AROUND)
    if len(words) <= before + after + 2:
        return run
    return " ".join([*words[:before], "…", *words[len(words) - after :]])
