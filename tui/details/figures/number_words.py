"""Cardinal numbers in words: ``twenty-two``, ``a hundred and three``, ``three lakh crore``, ``five point five``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.figures.tokens import Token, lower_at

_SMALL: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
"""
ONES: Final = {word: float(value) for value, word in enumerate(_SMALL.split())} | {"nought": 0.0, "naught": 0.0}
"""Number words below twenty."""
TENS: Final = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fourty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0,
}  # fmt: skip
"""The tens."""
SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15, "dozen": 12.0, "doz": 12.0, "dozs": 12.0, "dz": 12.0, "dzs": 12.0,
}  # fmt: skip
"""Words that multiply what stands before them."""
PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
    "thousandth": 1000, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
"""The names of equal parts by their number."""
PART_NAMES: Final = PARTS | {(f"{word}s" if word != "half" else "halves"): parts for word, parts in PARTS.items()}
"""The same with their plurals."""
MINUS: Final = frozenset({"minus", "negative"})
"""Words before a figure below zero."""
_SMALL_SCALES: Final = frozenset({"hundred", "dozen"})


@dataclass(frozen=True, slots=True)
class Spelt:
    """A cardinal in words."""

    value: float
    """Its value."""
    last: int
    """The index after its last token."""
    scale: float = 1.0
    """The scale it ends with: a million in ``three million``."""


def cardinal(tokens: Sequence[Token], at: int) -> Spelt | None:
    """Return the cardinal in words that begins at token ``at``, ``None`` where none does."""
    word = lower_at(tokens, at)
    if word in {"a", "an"} and lower_at(tokens, at + 1) in SCALES:
        total, current, last = 0.0, 1.0, at + 1
    elif word in ONES or word in TENS or (word in _SMALL_SCALES and at == 0):
        total, current, last = 0.0, 0.0, at
    else:
        return None
    scale = 1.0
    while last < len(tokens):
        here = last + (last > at and _joins(tokens, last))
        word = lower_at(tokens, here)
        small = ONES.get(word, TENS.get(word))
        if small is not None and _fits(current, small, first=last == at):
            current, scale = current + small, 1.0
        elif word in _SMALL_SCALES or (word == "dozens" and current):
            scale = SCALES[word.removesuffix("s")]
            current = (current or 1) * scale
        elif word in SCALES:
            scale = SCALES[word]
            total, current = (total * scale, 0.0) if total and not current else (total + (current or 1) * scale, 0.0)
        else:
            break
        last = here + 1
    return _with_point(tokens, Spelt(total + current, last, scale))


def scale_at(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the scale word at ``at`` with the index after it; a hyphen may tie it to the figure."""
    if lower_at(tokens, at) == "-" and lower_at(tokens, at + 1) in SCALES:
        at += 1
    word = lower_at(tokens, at)
    if word == "dozens":
        return SCALES["dozen"], at + 1
    return (SCALES[word], at + 1) if word in SCALES else None


def _fits(current: float, small: float, *, first: bool) -> bool:
    """Whether a number under a hundred can be added to what was read so far: ``twenty`` takes ``two``, never ``eleven``."""
    rest = current % 100
    return first or rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < small < 10)  # noqa: PLR2004 - tens take ones


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen or ``and`` at ``at`` ties two words of one number: ``twenty-two``, ``hundred and three``."""
    following, before = lower_at(tokens, at + 1), lower_at(tokens, at - 1)
    number = following in ONES or following in TENS
    if lower_at(tokens, at) == "-":
        return number or following in SCALES
    ties = lower_at(tokens, at) == "and" and number and before in SCALES and before != "dozen"
    return ties and not _parts_follow(tokens, at + 2)


def _parts_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure before ``at`` counts equal parts: ``three quarters``, ``fifty-four hundredths``."""
    while lower_at(tokens, at) == "-" or lower_at(tokens, at) in ONES:
        at += 1
    return lower_at(tokens, at) in PART_NAMES and lower_at(tokens, at) not in PARTS


def _with_point(tokens: Sequence[Token], found: Spelt) -> Spelt:
    """Return the number with the decimals spelt behind it: ``five point five``, ``two point zero three million``."""
    if lower_at(tokens, found.last) != "point":
        return found
    printed, last = "", found.last + 1
    while lower_at(tokens, last) in ONES or lower_at(tokens, last) in TENS:
        word = lower_at(tokens, last)
        value = int(ONES.get(word, TENS.get(word, 0.0)))
        if word in TENS and lower_at(tokens, last + 1) == "-" and lower_at(tokens, last + 2) in ONES:
            value, last = value + int(ONES[lower_at(tokens, last + 2)]), last + 2
        printed, last = f"{printed}{value}", last + 1
    if not printed:
        return found
    whole = found.value + float(f".{printed}")
    step = scale_at(tokens, last)
    return Spelt(whole * step[0], step[1], step[0]) if step else Spelt(whole, last)
