"""A second whole article below the first: pages that load the next one at the end, and pastes that hold two."""

import re
from collections.abc import Iterator
from typing import Final

from tui.clean.bylines import is_byline
from tui.clean.draft import Call, Draft, Line
from tui.clean.stamps import is_stamp
from tui.model.article import PassageKind
from tui.model.rawcopy import Format

_CONTENT: Final = re.compile(r"[^\W\d_]{5,}")
_PROSE: Final = 12  # words of a line that is prose
_FEWEST: Final = 2  # lines of prose of an article
_BELOW: Final = 4  # lines below a headline in which author and date stand
_HEADED: Final = range(4, 25)  # words of a headline
_ALIKE: Final = 0.3  # of the words of a second article may be the first's


def others(draft: Draft) -> Draft:
    """Take away, as doubtful, all below a second headline with an author and a date of its own, if on something else."""
    heads = draft.kept(PassageKind.HEADLINE)
    if draft.format is not Format.TEXT or not heads or not any(is_byline(line) for line in draft.lines[: _reach(heads[0])]):
        return draft
    prose = [place for place, line in enumerate(draft.lines) if _is_prose(line)]
    for place in _headlines(draft):
        above = [other for other in prose if heads[0] < other < place]
        below = [other for other in prose if other > place]
        if min(len(above), len(below)) < _FEWEST:
            continue
        first, second = ({word for other in places for word in _words(draft.lines[other])} for places in (above, below))
        if second and len(first & second) <= _ALIKE * len(second):
            rest = (other for other, _line in draft.open() if other >= place)
            return draft.call({other: Call(None, "another article", doubtful=True) for other in rest})
    return draft


def _headlines(draft: Draft) -> Iterator[int]:
    """Yield the places of open lines that have the look of a headline, an author and a date below."""
    for place, line in draft.open():
        below = draft.lines[place + 1 : place + 1 + _BELOW]
        if line.words in _HEADED and not line.ends and any(map(is_byline, below)) and any(map(_tells_when, below)):
            yield place


def _tells_when(line: Line) -> bool:
    """Tell whether a line holds a date."""
    return is_stamp(line) or (is_byline(line) and bool(re.search(r"\b(?:19|20)\d\d\b", line.folded)))


def _is_prose(line: Line) -> bool:
    """Tell whether a line is a sentence or more."""
    return line.words >= _PROSE and line.ends


def _reach(head: int) -> int:
    """Return the place up to which the author of the headline's article stands."""
    return head + 1 + 2 * _BELOW


def _words(line: Line) -> list[str]:
    """Return the beginnings of the longer words of a line."""
    return [word.lower()[:6] for word in _CONTENT.findall(line.folded)]
