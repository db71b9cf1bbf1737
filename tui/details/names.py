"""Names: persons, organisations, places and others."""

import re
from typing import Final

from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Detail, Kind, Name

_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def names(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the names of a passage."""
    del context
    return tuple(
        Detail(passage.id, Kind.NAME, m.start(), m.end(), passage.text[m.start() : m.end()], Name(m.group()))
        for m in _NAME.finditer(passage.folded)
    )
