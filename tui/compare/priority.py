"""What must be checked before publishing, what is worth a look, what is style: one table with its reasons."""

from typing import Final

from tui.model.collation import Verdict
from tui.model.detail import Kind

MUST, LOOK, STYLE = 1, 2, 3

_HARD: Final = frozenset(
    {
        Kind.NUMBER,
        Kind.MONEY,
        Kind.PERCENTAGE,
        Kind.MEASURE,
        Kind.DURATION,
        Kind.DATE,
        Kind.TIME,
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.PLACE,
        Kind.ROLE,
        Kind.QUOTATION,
        Kind.NEGATION,
        Kind.STATEMENT,
        Kind.NAME,
        Kind.ATTRIBUTION,
        Kind.CERTAINTY,
    }
)
_TABLE: Final[tuple[tuple[Verdict, frozenset[Kind], int, str], ...]] = (
    (Verdict.CONFLICT, _HARD, MUST, "two articles cannot both be right, and a reader would notice"),
    (Verdict.DIFFERS, frozenset({Kind.MONEY, Kind.NUMBER, Kind.DATE, Kind.PERSON}), LOOK, "likely one thing told in two ways"),
    (Verdict.SPELLING, frozenset({Kind.PERSON}), LOOK, "a misspelt person complains"),
    (Verdict.SPELLING, _HARD, LOOK, "one of the spellings is wrong or the house has its own"),
    (
        Verdict.PRECISION,
        frozenset({Kind.NAME, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}),
        STYLE,
        "one article names it in fuller form",
    ),
    (Verdict.PRECISION, frozenset({Kind.STATEMENT, Kind.ROLE}), STYLE, "one article describes it more fully, or in other words"),
    (Verdict.PRECISION, _HARD, LOOK, "both can be true, one says more"),
    (Verdict.OMISSION, _HARD, STYLE, "an article may leave out what it likes"),
)


def priority(verdict: Verdict, kind: Kind) -> int:
    """Return 1 for what must be checked before publishing, 2 for worth a look, 3 for style."""
    return next((rank for said, kinds, rank, _ in _TABLE if said is verdict and kind in kinds), LOOK)
