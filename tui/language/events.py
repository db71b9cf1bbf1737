"""Classes of events: the words in which news tells that the same kind of thing happened (``events.tsv``)."""

from functools import cache
from typing import Final

from tui.language.tables import table
from tui.language.words import stem

_SPOKEN: Final = "spoken"


@cache
def _by_stem() -> dict[str, str]:
    """Return the class of each stem; a stem that two classes claim belongs to the first."""
    classes: dict[str, str] = {}
    for name, words in table("events").items():
        for word in words:
            classes.setdefault(stem(word), name)
    return classes


def event_of(stemmed: str) -> str:
    """Return the class of event that a stem belongs to; empty where it belongs to none or only tells of speech."""
    name = _by_stem().get(stemmed, "")
    return "" if name == _SPOKEN else name


def is_spoken(stemmed: str) -> bool:
    """Return whether a stem is a verb of saying or thinking, which dates the statement and not what it tells."""
    return _by_stem().get(stemmed, "") == _SPOKEN
