"""The constants of every stage, in one frozen value."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Constants of alignment; settled on the training topics of ECB+ unless another origin is named."""

    threshold: float = 0.3
    """The least likeness of a link, 0 to 1."""
    floor: float = 0.1
    """The least likeness that is remembered at all; below it two passages count as having nothing in common."""
    grouping: float = 0.27
    """The least average likeness of the passages of a story point, 0 to 1."""
    least: float = 2.0
    """The weight of words that stands against every passage, so that a few words in common do not make a link; ``Gone.`` matches
    nothing. A passage of twenty words weighs about four."""
    commonest: float = 6.5
    """Zipf value from which a word says nothing."""
    rarest: float = 2.7
    """Zipf value from which a word says all it can."""
    foreground: float = 1.5
    """Exponent of the rarity in the story."""
    background: float = 0.5
    """Exponent of the rarity in the language beside the rarity in the story."""
    spelling: float = 0.9
    """The least Jaro-Winkler similarity of two spellings of one word (Winkler 1990)."""
    shortest_spelling: int = 4
    """The least length of a stem that may be another spelling."""
    rare_spelling: float = 3.5
    """Zipf value below which a word may be a variant of spelling; two commoner words are two words."""
    kin: float = 0.14
    """Cosine of two whole articles from which they tell one event: 5% of the articles on one event of ECB+ lie below .08, 5% of
    those on two above .14."""
    kinship: float = 1.0
    """Exponent of what two articles fall short of it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All constants, passed as an argument to the stages that need them."""

    align: AlignSettings = field(default_factory=AlignSettings)
    """Constants of alignment."""
