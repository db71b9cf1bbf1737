"""Plain numbers: something is counted and no unit is named."""

import re
from typing import Final

from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Amount, Bound, Detail, Kind

_FIGURE: Final = re.compile(r"\b\d+(?:\.\d+)?\b")


def numbers(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the plain numbers of a passage."""
    del context
    return tuple(
        Detail(
            passage.id,
            Kind.NUMBER,
            m.start(),
            m.end(),
            passage.text[m.start() : m.end()],
            Amount(Bound.EXACT, float(m.group())),
            (passage.folded[m.end() : m.end() + 40].split() or [""])[0].lower(),
        )
        for m in _FIGURE.finditer(passage.folded)
    )
