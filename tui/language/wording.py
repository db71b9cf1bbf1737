"""Wording: the word-level differences of two passages in readable runs, typography kept apart from words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from rapidfuzz.distance import Levenshtein

from tui.model.fold import fold

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*|[^\w\s]|_")
_BRIDGE: Final = 1  # so many equal words between two changes are read as part of one change


class Change(Enum):
    """What happened to a run of words from the first passage to the second."""

    SAME = auto()
    """The words are the same."""
    TYPOGRAPHY = auto()
    """The words are the same; capitals, marks, quotation marks or dashes differ."""
    CHANGED = auto()
    """Other words stand there."""
    ADDED = auto()
    """Only the second passage has the words."""
    DROPPED = auto()
    """Only the first passage has the words."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words in two passages."""

    change: Change
    """What happened to it."""
    a: tuple[int, int]
    """Its span in the first text, in code points; empty where the words were added."""
    b: tuple[int, int]
    """Its span in the second text; empty where the words were dropped."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a mark with its place."""

    start: int
    end: int
    text: str
    key: str


def wording(a: str, b: str) -> tuple[Run, ...]:
    """Return the runs of two passages in reading order; together they cover every word of both.

    Words are held against each other by the edit operations of Levenshtein (1966) on whole words, in capitals or not; single
    equal function words between two changes go into the change, so that a reader meets phrases and not splinters.
    """
    left, right = _pieces(a), _pieces(b)
    steps = Levenshtein.opcodes([p.key for p in left], [p.key for p in right])
    raw = [(step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end) for step in steps]
    return tuple(run for block in _bridged(raw, left) for run in _runs(block, left, right, (a, b)))


def _pieces(text: str) -> list[_Piece]:
    """Return the words and marks of a text; the key of a mark is the mark, of a word the word in lower case."""
    return [_Piece(m.start(), m.end(), m.group(), fold(m.group()).lower()) for m in _TOKEN.finditer(text)]


def _is_mark(piece: _Piece) -> bool:
    """Return whether a piece is a mark and no word."""
    return not any(c.isalnum() for c in piece.text)


_Block = tuple[bool, int, int, int, int]


def _bridged(blocks: list[_Block], left: list[_Piece]) -> list[_Block]:
    """Return the blocks with short equal stretches between two changes made part of one change."""
    merged: list[_Block] = []
    for n, (same, i, j, k, m) in enumerate(blocks):
        words = [p for p in left[i:j] if not _is_mark(p)]
        between = 0 < n < len(blocks) - 1 and len(words) <= _BRIDGE and all(len(p.key) <= 3 for p in words)  # noqa: PLR2004 - of, the, and
        changed = not same or (between and bool(words))
        if merged and changed and not merged[-1][0]:
            _, first, _, third, _ = merged[-1]
            merged[-1] = (False, first, j, third, m)
        else:
            merged.append((not changed, i, j, k, m))
    return merged


def _runs(block: _Block, left: list[_Piece], right: list[_Piece], texts: tuple[str, str]) -> Iterator[Run]:
    """Yield the runs of one block: equal blocks are split where only the typography differs."""
    same, i, j, k, m = block
    if not same:
        words, others = [p for p in left[i:j] if not _is_mark(p)], [p for p in right[k:m] if not _is_mark(p)]
        only_marks = [p.key for p in words] == [p.key for p in others]
        change = (
            Change.TYPOGRAPHY
            if only_marks
            else Change.CHANGED
            if words and others
            else Change.ADDED
            if others
            else Change.DROPPED
        )
        yield Run(change, _span(left, i, j, len(texts[0])), _span(right, k, m, len(texts[1])))
        return
    start = i
    while start < j:
        end = start
        alike = left[start].text == right[k + start - i].text
        while end < j and (left[end].text == right[k + end - i].text) == alike:
            end += 1
        change = Change.SAME if alike else Change.TYPOGRAPHY
        yield Run(change, _span(left, start, end, 0), _span(right, k + start - i, k + end - i, 0))
        start = end


def _span(pieces: list[_Piece], start: int, end: int, length: int) -> tuple[int, int]:
    """Return the span of pieces in their text; an empty one stands where they would begin."""
    if start < end:
        return pieces[start].start, pieces[end - 1].end
    place = pieces[start].start if start < len(pieces) else length
    return place, place
