"""A quantity: a figure with what belongs to it, before it is known what it counts."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from tui.details.figures.numerals import Numeral
from tui.details.figures.units import Unit
from tui.model.detail import Amount


class Sort(Enum):
    """What a quantity is a quantity of, as far as its own words tell."""

    PLAIN = auto()
    SHARE = auto()
    POINTS = auto()
    MONEY = auto()
    TIME = auto()
    MEASURE = auto()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with everything that belongs to it."""

    first: int
    """The index of its first token, hedge or sign included."""
    last: int
    """The index after its last token, unit included."""
    numeral: Numeral
    """The figure itself; of a range, the lower one."""
    sort: Sort
    """What it is a quantity of."""
    amount: Amount
    """Its value."""
    hyphened: bool = False
    """True where a hyphen ties it to the noun behind: ``two-day visit``."""


SHARES: Final = {
    Sort.SHARE: Unit("%", "share", 0.01),
    Sort.POINTS: Unit("percentage point", "points", 0.01),
}
"""The units of shares."""


def united(amount: Amount, unit: Unit, factor: float = 1.0) -> Amount:
    """Return the amount in a unit, its figures multiplied by ``factor``."""
    upper = None if amount.upper is None else amount.upper * factor
    return replace(
        amount,
        figure=amount.figure * factor,
        upper=upper,
        unit=unit.name,
        dimension=unit.dimension,
        scale=unit.scale,
        offset=unit.offset,
    )


def times(amount: Amount, factor: float) -> Amount:
    """Return the amount with its figures multiplied."""
    return replace(amount, figure=amount.figure * factor, upper=None if amount.upper is None else amount.upper * factor)


def as_share(base: Quantity) -> Quantity:
    """Return a bare share as per cent: ``two-thirds``, ``one in five``."""
    if not base.numeral.part:
        return base
    return replace(base, sort=Sort.SHARE, amount=united(base.amount, SHARES[Sort.SHARE], 100.0))
