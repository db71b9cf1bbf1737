"""Sections around the article: related stories, most read, comments; their headings stand in ``rails.tsv``."""

import re
from functools import cache, lru_cache
from typing import Final

from tui.clean.captions import is_caption
from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.stamps import is_stamp
from tui.language.tables import rows

_MOST_WORDS: Final = 7
_LONG, _SENTENCE = 10, 5
_PROSE_WORDS: Final = 12
_TAGS: Final = 3  # commas
_NEAR: Final = 2  # lines around a teaser in which its date stands


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return reason and pattern of every heading."""
    return tuple(
        (reason, re.compile(rf"^[\W_]*(?:{pattern})[\s:.>»…!*-]*$", re.IGNORECASE))
        for reason, _limit, pattern in rows("tui.clean", "rails.tsv")
    )


def rails(draft: Draft) -> Draft:
    """Take away the headings of sections around the article and what stands below them, up to the next prose.

    A sentence or a longer line goes only with a date beside it, as a teaser; all others are left to the judge, who knows of the
    heading.
    """
    decided: dict[int, Call] = {}
    running: str | None = None
    for place, line in enumerate(draft.lines):
        call = draft.calls[place]
        running = heading_reason(line) or running
        if call is not None:
            running = running if call.kind is None else None
        elif running and (_is_title(line) or _dated(draft, place) or (running == "tags" and _lists(line))):
            decided[place] = removed(running)
        elif line.ends and line.words >= _PROSE_WORDS:
            running = None
    return draft.call(decided)


def heading_reason(line: Line) -> str | None:
    """Return the reason that a section heading gives for what stands below it; ``None`` for any other line."""
    return _known(line.folded) if line.words <= _MOST_WORDS else None


@lru_cache(maxsize=4096)
def _known(folded: str) -> str | None:
    """Return the reason that a heading gives."""
    return next((reason for reason, pattern in _headings() if pattern.match(folded)), None)


def _is_title(line: Line) -> bool:
    """Tell whether a line is short and no sentence of its own."""
    return line.words < _LONG and not is_caption(line) and not (line.words >= _SENTENCE and line.folded.endswith((".", "\u3002")))


def _lists(line: Line) -> bool:
    """Tell whether a line is a list of words parted by commas."""
    return line.folded.count(",") >= _TAGS and not line.ends


def _dated(draft: Draft, place: int) -> bool:
    """Tell whether a date stands beside a line."""
    return any(is_stamp(line) for line in draft.lines[max(0, place - _NEAR) : place + _NEAR + 1])
