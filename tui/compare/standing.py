"""How two values can stand to each other."""

from enum import IntEnum, auto


class Standing(IntEnum):
    """How two values stand to each other."""

    EQUAL = auto()
    """The same value, said in the same words or not."""
    INSIDE = auto()
    """One holds the other, or they overlap: both can be true."""
    APART = auto()
    """They cannot both be true of one thing."""
    UNKNOWN = auto()
    """They cannot be compared."""
