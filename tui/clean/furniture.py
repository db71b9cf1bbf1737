"""Lines that a site puts on every page, told by what they say; the patterns stand in ``furniture.tsv``."""

import re
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from tui.clean.draft import Call, Draft, Line, removed
from tui.language.tables import rows


@cache
def _families() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return reason, most words and pattern of each family, in the order in which they are tried."""
    return tuple(
        (reason, int(most), re.compile(rf"^[\W_]*(?:{'|'.join(pattern for _reason, _most, pattern in lines)})", re.IGNORECASE))
        for (reason, most), lines in groupby(rows("tui.clean", "furniture.tsv"), key=itemgetter(0, 1))
    )


def reason_for(line: Line) -> str | None:
    """Return why a line is taken for furniture; ``None`` for a line that may be the article's."""
    return _reason(line.folded, line.words)


@lru_cache(maxsize=4096)
def _reason(folded: str, words: int) -> str | None:
    """Return why a line of so many words is taken for furniture."""
    return next((reason for reason, most, pattern in _families() if words <= most and pattern.match(folded)), None)


def is_furniture(line: Line) -> bool:
    """Tell whether a line says what a site puts on every page."""
    return reason_for(line) is not None


def furniture(draft: Draft) -> Draft:
    """Take away the lines that a site puts on every page."""
    decided: dict[int, Call] = {}
    for place, line in draft.open():
        reason = reason_for(line)
        if reason:
            decided[place] = removed(reason)
    return draft.call(decided)
