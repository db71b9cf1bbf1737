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
    who: str = ""
    """The login name of the reader who decided last; empty for an untouched fact."""
    at: str = ""
    """When that was, ISO 8601 in UTC to the second; empty for an untouched fact."""
    changed: str = ""
    """One sentence on what its readings have become since the decision, empty where they are as they were; a fact that had been
    dismissed is open again then."""

    @property
    def touched(self) -> bool:
        """Whether a reader ever decided anything about the fact."""
        return self.mark is not Mark.OPEN or bool(self.note)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose fact the articles no longer hold; kept, never dropped."""

    topic: str
    """The topic of the fact when it was decided."""
    readings: tuple[str, ...]
    """The words of its readings then."""
    decision: Decision
    """What was decided."""
