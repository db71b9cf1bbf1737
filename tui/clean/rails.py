"""Sections around the article: related stories, most read, comments; their headings stand in ``rails.tsv``."""

import re
from functools import cache
from typing import Final

from tui.clean.draft import Call, Draft, removed
from tui.clean.furniture import table
from tui.model.article import PassageKind

_MOST_WORDS: Final = 7
_PROSE_WORDS: Final = 22


@cache
def _headings() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Return reason, finality and pattern of every heading."""
    return tuple(
        (reason, finality == "end", re.compile(rf"^[\W_]*(?:{pattern})[\s:.>»…!*-]*$", re.IGNORECASE))
        for reason, finality, pattern in table("rails.tsv")
    )


def rails(draft: Draft) -> Draft:
    """Take away the sections that a heading announces as standing around the article, up to where its prose goes on."""
    decided: dict[int, Call] = {}
    top = max(draft.kept(PassageKind.HEADLINE), default=-1)
    running: str | None = None
    for place in range(len(draft.lines)):
        heading = _heading(draft, place)
        if heading:
            running = heading[0]
            if heading[1] and place > top and not _prose_follows(draft, place, least=5):
                return draft.call(
                    decided | {rest: removed("comments") for rest in range(place, len(draft.lines)) if draft.calls[rest] is None}
                )
            decided[place] = removed(running)
        elif running and draft.calls[place] is None:
            if _prose(draft, place) and _prose_follows(draft, place - 1, least=2):
                running = None
            else:
                decided[place] = removed(running)
        elif draft.calls[place] is not None and draft.calls[place].kind is not None:  # type: ignore[union-attr] # just looked
            running = None
    return draft.call(decided)


def _heading(draft: Draft, place: int) -> tuple[str, bool] | None:
    """Return the reason and the finality of a section heading; ``None`` for any other line."""
    line = draft.lines[place]
    if line.words > _MOST_WORDS or draft.calls[place] is not None:
        return None
    return next(((reason, final) for reason, final, pattern in _headings() if pattern.match(line.folded)), None)


def _prose(draft: Draft, place: int) -> bool:
    """Tell whether a line reads like a paragraph of an article."""
    line = draft.lines[place]
    return line.words >= _PROSE_WORDS and line.ends


def _prose_follows(draft: Draft, place: int, *, least: int) -> bool:
    """Tell whether at least so many of the eight lines below are prose."""
    return sum(_prose(draft, below) for below in range(place + 1, min(place + 9, len(draft.lines)))) >= least
