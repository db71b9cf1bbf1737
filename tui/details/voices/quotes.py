"""Quotation marks: which words of an article stand between them, over sentences and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from tui.model.article import Passage, PassageKind

_DOUBLE: Final = re.compile(r"''|\"")
_OPENERS: Final = frozenset("“„«‟")
_CLOSERS: Final = frozenset("”»")
_BEFORE_OPEN: Final = frozenset(" ([{-/:\u2014\u2013")
_AFTER_CLOSE: Final = frozenset(" )]}.,;:!?-/'\u2014\u2013")
_SINGLE: Final = re.compile(r"(?<![\w'])'(?=[^\s'])(?P<words>[^\"]*?[^\s\"'])\s?'(?![\w'])")
_AHEAD: Final = 8
_NEAR: Final = 2
_BETWEEN: Final = 2  # passages without a mark between two opening marks of one quotation


class Side(Enum):
    """Which side of the quoted words a mark stands on, as far as it shows by itself."""

    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One double quotation mark."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends; two code points for two single ones."""
    side: Side
    """Which side of the quoted words it stands on."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words in one passage."""

    passage: int
    """The index of the passage in the article."""
    start: int
    """Where the words begin, inside the marks."""
    end: int
    """Where they end."""
    continued: bool = False
    """True where the quotation began in an earlier passage."""
    open: bool = False
    """True where it goes on in the next passage."""


def marks(passage: Passage) -> tuple[Mark, ...]:
    """Return the double quotation marks of a passage; a mark for inches is none."""
    found: list[Mark] = []
    for match in _DOUBLE.finditer(passage.folded):
        start, end = match.span()
        before = passage.folded[start - 1] if start else " "
        after = passage.folded[end] if end < len(passage.folded) else " "
        printed = passage.text[start]
        if before.isdigit() and match.group() == '"' and printed not in _CLOSERS | _OPENERS and not after.isalnum() and not found:
            continue
        side = _side(
            printed, before, passage.folded[end:].lstrip()[:1] if printed == "`" else after, passage.folded[:start].rstrip()[-1:]
        )
        found.append(Mark(start, end, side))
    return tuple(found)


def _side(printed: str, before: str, after: str, before_blank: str) -> Side:
    """Return the side of a mark from its shape and from the blanks around it."""
    if printed in _OPENERS or (printed == "`" and after.strip()):
        return Side.OPEN
    if printed in _CLOSERS:
        return Side.CLOSE
    opens, closes = before in _BEFORE_OPEN, after in _AFTER_CLOSE
    if opens and not closes:
        return Side.OPEN
    if closes and not opens:
        return Side.CLOSE
    return Side.CLOSE if before == " " and after == " " and before_blank in {",", "?", "!"} else Side.EITHER


def quoted(passages: Sequence[Passage]) -> tuple[Quoted, ...]:
    """Return the quoted words of an article, in reading order.

    A quotation left open at the end of a passage goes on where a closing mark comes before the next opening one, or where it is
    opened again at the beginning of a passage soon behind, as a long one is at each of its paragraphs. Single marks count in
    passages without double ones.
    """
    every = [marks(passage) for passage in passages]
    found: list[Quoted] = []
    inside = False
    for number, passage in enumerate(passages):
        start, continued = 0, inside
        stray = inside and bool(every[number]) and _strayed(every[number], passage, passages[number - 1])
        inside = continued = inside and not stray
        for mark in every[number][stray:]:
            if inside and not (mark.side is Side.OPEN and continued and not passage.folded[start : mark.start].strip()):
                if mark.side is not Side.OPEN or start:
                    found.append(Quoted(number, start, mark.start, continued=continued))
                    inside = continued = False
                continue
            if inside or mark.side is not Side.CLOSE or (mark.start == 0 and mark.end < len(passage.folded)):
                inside, start = True, mark.end
        if inside:
            goes_on = _goes_on(every, passages, number)
            found.append(Quoted(number, start, len(passage.folded), continued=continued, open=goes_on))
            inside = goes_on
        if not every[number] and not continued:
            found += _single(number, passage)
    return tuple(kept for q in found if (kept := _stripped(q, passages[q.passage].folded)))


def _goes_on(every: Sequence[Sequence[Mark]], passages: Sequence[Passage], place: int) -> bool:
    """Return whether an open quotation goes on: the next mark within some passages closes one."""
    for ahead in range(place + 1, min(place + 1 + _AHEAD, len(every))):
        if every[ahead]:
            first = every[ahead][0].side
            near = ahead - place <= _NEAR or passages[ahead].paragraph == passages[place].paragraph
            closes = first is Side.CLOSE or (first is Side.EITHER and near)
            strayed = first is Side.OPEN and _strayed(every[ahead], passages[ahead], passages[place])
            return closes or strayed or _reopened(every, passages, place, ahead)
    return False


def _reopened(every: Sequence[Sequence[Mark]], passages: Sequence[Passage], place: int, ahead: int) -> bool:
    """Return whether a quotation left open is opened again soon behind: each of its paragraphs has its own opening mark."""
    between = 1 < ahead - place <= _BETWEEN + 1 and passages[place].kind is PassageKind.BODY
    return between and every[ahead][0].start == 0 and every[ahead][0].side is not Side.CLOSE


def _strayed(found: Sequence[Mark], passage: Passage, opened: Passage) -> bool:
    """Return whether the mark at a passage's beginning closes the sentence before it, from which splitting cut it off."""
    return found[0].start == 0 and len(found) % 2 == 1 and passage.paragraph == opened.paragraph


def _single(number: int, passage: Passage) -> list[Quoted]:
    """Return words of a passage in single quotation marks, two or more of them."""
    if passage.folded.count("'") < 2:  # noqa: PLR2004 - a pair of marks
        return []
    found = [m.span("words") for m in _SINGLE.finditer(passage.folded) if " " in m["words"]]
    return [Quoted(number, start, end) for start, end in found]


def _stripped(quote: Quoted, folded: str) -> Quoted | None:
    """Return quoted words without blanks at their ends; ``None`` where nothing is left."""
    words = folded[quote.start : quote.end]
    start = quote.start + len(words) - len(words.lstrip())
    end = quote.end - (len(words) - len(words.rstrip()))
    if start >= end or not any(c.isalnum() for c in folded[start:end]):
        return None
    return Quoted(quote.passage, start, end, continued=quote.continued, open=quote.open)
