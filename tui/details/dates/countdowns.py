"""Countdowns: what the clock of a match still shows, *with 4:43 left in the first half*, which is no time of day."""

import re
from typing import Final

from tui.details.figures.governors import governor
from tui.details.figures.tokens import index_at, tokenise
from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Amount, Bound, Detail, Kind

_SHOWN: Final = re.compile(
    r"(?<![\d:.])(?P<hedge>about |around )?(?P<m>[0-5]?\d):(?P<s>[0-5]\d)"
    r"(?= (?:left|remaining|to play|to go|mark)\b"
    r"| (?:in|of) the (?:\w+ )?(?:half|quarter|period|overtime|game|match|set)\b)"
)


def countdowns(passage: Passage, _context: Context) -> tuple[Detail, ...]:
    """Return the times that a passage says are left to play, as durations."""
    folded = passage.folded
    if ":" not in folded:
        return ()
    tokens = tokenise(folded)
    found: list[Detail] = []
    for m in _SHOWN.finditer(folded):
        minutes = int(m["m"]) + int(m["s"]) / 60
        amount = Amount(Bound.ABOUT if m["hedge"] else Bound.EXACT, round(minutes, 6), None, "minute", "time", 60.0)
        ruler = governor(tokens, index_at(tokens, m.start()), index_at(tokens, m.end()))
        start, end = m.span()
        text = passage.text[start:end]
        found.append(Detail(passage.id, Kind.DURATION, start, end, text, amount, "", ruler.verb, (), "left", ruler.subject))
    return tuple(found)
