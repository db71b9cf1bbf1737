"""The sign, the word and the tone of each verdict and mark: nothing is said by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tui.model.collation import Reading, Verdict
from tui.model.triage import Mark
from tui.present.lines import Tone

_SLIGHT: Final = 4  # the rank from which a verdict is about the manner of telling


@dataclass(frozen=True, slots=True)
class Sign:
    """How a verdict is shown."""

    mark: str
    """One character, as wide as one cell."""
    word: str
    """What the reader is told."""
    tone: Tone
    """Its tone."""
    rank: int
    """Its place among the verdicts, 0 the gravest."""

    @property
    def bar(self) -> str:
        """Its bar on the minimap, the thicker the graver."""
        return "█" if self.rank == 0 else "▐" if self.rank < _SLIGHT else "▕"


SIGNS: Final[Mapping[Verdict, Sign]] = MappingProxyType(
    {
        Verdict.CONFLICT: Sign("!", "Conflict", Tone.CONFLICT, 0),
        Verdict.DIFFERS: Sign("≠", "Differs", Tone.DIFFERS, 1),
        Verdict.ATTRIBUTION: Sign("@", "Source differs", Tone.ATTRIBUTION, 2),
        Verdict.CERTAINTY: Sign("?", "Surer", Tone.CERTAINTY, 3),
        Verdict.PRECISION: Sign("~", "Vaguer", Tone.PRECISION, 4),
        Verdict.SPELLING: Sign("≈", "Spelling", Tone.SPELLING, 5),
        Verdict.OMISSION: Sign("ø", "Left out", Tone.OMISSION, 6),
        Verdict.AGREE: Sign("=", "Agree", Tone.AGREE, 7),
    }
)
"""The verdicts from the gravest down."""

MARKS: Final[Mapping[Mark, str]] = MappingProxyType({Mark.OPEN: " ", Mark.CONFIRMED: "✓", Mark.DISMISSED: "×", Mark.ASK: "▸"})
"""The sign of each mark."""

MEANINGS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        Verdict.CONFLICT: "cannot both be true",
        Verdict.DIFFERS: "they part; look whether it is one thing",
        Verdict.ATTRIBUTION: "the same, credited to someone else",
        Verdict.CERTAINTY: "the same, stated more surely",
        Verdict.PRECISION: "the same, told less exactly",
        Verdict.SPELLING: "the same, written differently",
        Verdict.OMISSION: "told by some, not by others",
        Verdict.AGREE: "all tell the same",
    }
)
"""What each verdict says, for the help page."""


def tone_of(verdict: Verdict, reading: Reading, *, parted: bool) -> Tone:
    """Return the tone of a reading: the odd one out is loud, those beside it quiet, where one is odd (``parted``)."""
    if verdict is Verdict.CONFLICT and parted:
        return Tone.ODD if reading.odd else Tone.BESIDE
    return SIGNS[verdict].tone
