"""The constants of every stage, in one frozen value."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Constants of alignment; each says where its value comes from."""

    threshold: float = 0.3
    """The least likeness of a link, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All constants, passed as an argument to the stages that need them."""

    align: AlignSettings = field(default_factory=AlignSettings)
    """Constants of alignment."""
