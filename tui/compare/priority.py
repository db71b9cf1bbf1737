"""What must be checked before publishing, what is worth a look, what is style, and which of two comes first."""

from typing import Final

from tui.model.collation import Verdict
from tui.model.detail import Kind

MUST, LOOK, STYLE = 1, 2, 3

_FIGURES: Final = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})
_MOMENTS: Final = frozenset({Kind.DATE, Kind.TIME})
_NAMES: Final = frozenset({Kind.NAME, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_SAID: Final = frozenset({Kind.QUOTATION, Kind.ATTRIBUTION})
_TOLD: Final = frozenset({Kind.STATEMENT, Kind.NEGATION, Kind.CERTAINTY})
_ANY: Final = frozenset(Kind)
_TABLE: Final[tuple[tuple[Verdict, frozenset[Kind], int, str], ...]] = (
    (Verdict.CONFLICT, _ANY, MUST, "two articles cannot both be right, and a reader would notice"),
    (Verdict.DIFFERS, frozenset({Kind.NAME}), LOOK, "two lists, or two things of one sort"),
    (Verdict.DIFFERS, _ANY, MUST, "a figure, day, person, place or deed is likely wrong in one of them"),
    (Verdict.CERTAINTY, _ANY, LOOK, "one vouches for what the other leaves open"),
    (Verdict.PRECISION, _FIGURES, LOOK, "both can be true, one says more"),
    (Verdict.SPELLING, _ANY, LOOK, "one of the spellings is wrong, and a misspelt person complains"),
    (Verdict.PRECISION, _MOMENTS, LOOK, "both can be true, one says more"),
    (Verdict.ATTRIBUTION, _ANY, LOOK, "one of them credits nobody, or somebody else"),
    (Verdict.PRECISION, _SAID, LOOK, "one cuts what the other quotes"),
    (Verdict.PRECISION, frozenset({Kind.NEGATION, Kind.CERTAINTY}), LOOK, "both can be true, one says more"),
    (Verdict.PRECISION, _NAMES, STYLE, "one article names it in fuller form"),
    (Verdict.PRECISION, frozenset({Kind.ROLE}), STYLE, "one article describes it more fully, or in other words"),
    (Verdict.PRECISION, _TOLD, STYLE, "one article describes it more fully, or in other words"),
    (Verdict.OMISSION, _ANY, STYLE, "an article may leave out what it likes"),
)
"""From what matters most to what matters least: of hand-made sheets the share of rows to check falls in this order."""


def priority(verdict: Verdict, kind: Kind) -> int:
    """Return 1 for what must be checked before publishing, 2 for worth a look, 3 for style."""
    return next((rank for said, kinds, rank, _ in _TABLE if said is verdict and kind in kinds), LOOK)


def place(verdict: Verdict, kind: Kind) -> int:
    """Return where facts of a verdict and kind come among those of one priority, the least first."""
    return next((n for n, (said, kinds, _, _) in enumerate(_TABLE) if said is verdict and kind in kinds), len(_TABLE))
