"""The question that a figure answers where its kind allows several: how long ago, which in a row, how strong, what age."""

import re
from itertools import pairwise
from typing import Final

from tui.language.clauses import Token
from tui.language.opposites import denials
from tui.language.tables import row
from tui.language.words import stem
from tui.model.detail import Detail, Kind

_ELAPSED: Final = frozenset({"after", "ago", "since", "later", "before"})
_FIRST: Final = frozenset({"first", "time"})
_OWNED: Final = frozenset({"the", "his", "her", "its", "their", "a"})
_STRENGTH: Final = frozenset(stem(word) for word in row("grammar", "strength"))
_SCALE: Final = 4  # words between a figure and the scale that it is read on
_RANK: Final = re.compile(
    r"\d(?:st|nd|rd|th)\b|^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$", re.IGNORECASE
)


def question(tokens: tuple[Token, ...], first: int, last: int, detail: Detail) -> str:
    """Return the question that a figure answers: how long ago, which in a row, how strong, or plainly how many or how long."""
    if detail.kind is Kind.DURATION and detail.relation == "left":
        return "left"
    if detail.kind is Kind.DURATION and detail.text[-1:].isdigit():
        return "age"
    if detail.kind is Kind.DURATION:
        return "elapsed" if _is_elapsed(tokens, first, detail) else ""
    if detail.kind is Kind.NUMBER and _RANK.search(detail.text):
        return "rank"
    before = [t.word.text.lower() for t in tokens[max(0, first - 2) : first]]
    if detail.kind is Kind.NUMBER and before[:1] == ["of"] and before[1:] in (["the"], ["his"], ["her"], ["their"], ["its"]):
        return "part"
    beside = {t.word.stem for t in tokens[max(0, first - _SCALE) : last + 1 + _SCALE]}
    return "strength" if detail.kind is Kind.NUMBER and beside & _STRENGTH else ""


def _is_elapsed(tokens: tuple[Token, ...], first: int, detail: Detail) -> bool:
    """Return whether a duration tells how long ago something last happened: after, since, the first in, not for so long."""
    if detail.relation in _ELAPSED:
        return True
    if detail.relation not in {"in", "for", ""}:
        return False
    before = [t.word.text.lower() for t in tokens[:first] if t.clause == tokens[first].clause]
    ranked = any(word == "first" and (above in _OWNED or above.endswith("'s")) for above, word in pairwise(before))
    return detail.head in _FIRST or (bool(detail.relation) and (ranked or denials(before) > 0))
