"""What a reader decides about a fact: the mark and the note that end up on the sheet."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How far a reader is with a fact."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    ASK = "ask the source"


@dataclass(frozen=True, slots=True)
class Decision:
    """The mark and note of one fact; an untouched fact is open and without a note."""

    mark: Mark = Mark.OPEN
    """How far the reader is."""
    note: str = ""
    """The reader's own words, empty where there are none."""
