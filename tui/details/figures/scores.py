"""Scores and votes: two figures that stand against each other: ``voted 5-4``, ``a 3-1 win``."""

import re
from typing import Final

from tui.details.figures.governors import governor
from tui.details.figures.heads import phrase_after
from tui.details.figures.tokens import index_at, tokenise
from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Amount, Bound, Detail, Kind

_SCORE: Final = re.compile(
    r"(?<![\w.,$£€/-])(?P<a>\d{1,3})(?:[ ]?-[ ]?|[ ]to[ ]|-to-)(?P<b>\d{1,3})(?!\w|\.\d|[%/]|,\d|[ ]?-|[ ]?(?:per|mill|bill))"
)
_BEFORE: Final = re.compile(
    r"\b(?:vot\w+|won|win|wins|beat|beats|beating|lost|loses|led|leads?|defeat\w*|drew|tied|score\w*|victory|decision|rul\w+|approved"
    r"|rejected|passed|margin of)\b[^.;]{0,40}$"
)
_BEHIND: Final = re.compile(
    r"^[ ](?:\w+[ ])?(?:vote|votes|ruling|decision|victory|win|loss|defeat|lead|margin|majority|draw|tie|record|split|score"
    r"|scoreline|thrashing|against|mark|season|start|finish)\b"
)
_SURE: Final = re.compile(r"\b(?:vot\w+|won|win|beat|lost|defeat\w*|drew|victory|vote of|margin of|score of)\b[^.;]{0,20}$")


def scores(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the scores of a passage; a rising pair of figures is one only right behind a word for a vote or a game."""
    folded = passage.folded
    found = []
    for m in _SCORE.finditer(folded):
        before, behind = folded[: m.start()], folded[m.end() :]
        falling = int(m["a"]) >= int(m["b"])
        tight = m.group().isascii() and "-" in m.group() and " " not in m.group() and int(m["a"]) > int(m["b"])
        record = before[-1:] == "(" and behind[:1] in {")", ",", ";"} and before[-3:-2].isalpha()
        told = tight or record or _BEHIND.match(behind) or (_BEFORE if falling else _SURE).search(before)
        taken = any(d.start < m.end() and m.start() < d.end for d in context.found)
        if told and not taken and not behind.lstrip()[:1].isdecimal():
            found.append(_detail(passage, m))
    return tuple(found)


def _detail(passage: Passage, m: re.Match[str]) -> Detail:
    """Return the detail of a score."""
    tokens = tokenise(passage.folded)
    first, last = index_at(tokens, m.start()), index_at(tokens, m.end())
    phrase = phrase_after(tokens, last, plural=False)
    ruler = governor(tokens, first, max(last, phrase.end))
    value = Amount(Bound.EXACT, float(m["a"]), float(m["b"]), dimension="score")
    return Detail(
        passage.id,
        Kind.NUMBER,
        m.start(),
        m.end(),
        passage.text[m.start() : m.end()],
        value,
        phrase.head,
        ruler.verb,
        phrase.modifiers,
        ruler.relation,
        ruler.subject,
    )
