"""Numerals: digits and number words become a figure, or an interval where they are vague (``tens of thousands``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tui.details.figures.number_words import MINUS, ONES, PART_NAMES, PARTS, SCALES, TENS, Spelt, cardinal, scale_at
from tui.details.figures.tokens import FRACTIONS, Token, lower_at

SHORT_SCALES: Final = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "tln": 1e12,
}  # fmt: skip
"""Scales that stand only behind digits; ``m``, ``b`` and ``mm`` mean a scale only in sums of money or in capitals."""
_SURE_SHORT: Final = frozenset({"mn", "mln", "bn", "bln", "tn", "trn", "tln"})
_TIED_SHORT: Final = frozenset({"k", "K", "M", "b", "B", "mil"})
_PRINTED_PARTS: Final = frozenset({2, 3, 4, 5, 6, 8, 16, 32})
_VAGUE: Final = {
    "dozens": (24.0, 150.0), "scores": (40.0, 150.0), "hundreds": (200.0, 1999.0), "thousands": (2e3, 19999.0),
    "millions": (2e6, 19e6), "billions": (2e9, 19e9), "trillions": (2e12, 19e12), "tens": (20.0, 99.0), "lakhs": (2e5, 19e5),
    "crores": (2e7, 19e7),
}  # fmt: skip
"""What a plural without a figure means, lowest and highest; upper ends as measured on news."""
_FEW: Final = {"several": (3.0, 9.0), "few": (2.0, 6.0), "couple": (2.0, 3.0), "handful": (3.0, 7.0)}
_A_YEAR: Final = 1000
_MILLION: Final = 1e6


_BEGINNINGS: Final = frozenset({*ONES, *TENS, *SCALES, *_VAGUE, *_FEW, *MINUS, "a", "an", "half", "quarter"})
"""Every word that a numeral can begin with."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure in digits or words and the tokens it takes up."""

    first: int
    """The index of its first token."""
    last: int
    """The index after its last token."""
    low: float
    """The figure, or the lowest it means."""
    high: float
    """The highest it means; equal to ``low`` for a plain figure."""
    spelt: bool = False
    """True where it is written in words."""
    part: bool = False
    """True for a share of a whole: ``two-thirds``, ``one in five``."""


def numeral_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the longest numeral that begins at token ``at``, ``None`` where none begins there."""
    token = tokens[at]
    if token.is_word and token.lower not in _BEGINNINGS:
        return None
    if _is_minus(tokens, at):
        found = numeral_at(tokens, at + 1)
        return replace(found, first=at, low=-found.high, high=-found.low) if found else None
    if token.is_numeral:
        return _one_in(tokens, at, figure(token.text), at + 1) or _digits(tokens, at)
    if not token.is_word:
        return None
    return _vague(tokens, at) or _share(tokens, at) or _spelt(tokens, at)


def figure(text: str) -> float:
    """Return the value of a numeral token: ``1,500``, ``7. 5``, ``4½``, ``10 1/2``."""
    value = 0.0
    if "/" in text:
        text, _, fraction = text.replace("-", " ").rpartition(" ")
        over, under = fraction.split("/")
        value = int(over) / (int(under) or 1)
    if text and text[-1] in FRACTIONS:
        value, text = FRACTIONS[text[-1]], text[:-1]
    plain = text.replace(",", "").replace(" ", "")
    return value + (float(plain) if plain else 0.0)


def _is_minus(tokens: Sequence[Token], at: int) -> bool:
    """Whether a minus stands at ``at``: the word, or a sign tied to the figure behind it and to nothing before it."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at].lower in MINUS and lower_at(tokens, at - 1) != "or":
        return tokens[at + 1].is_numeral or tokens[at + 1].lower in ONES or tokens[at + 1].lower in TENS
    tied = tokens[at].text == "-" and tokens[at + 1].is_numeral and not tokens[at + 1].spaced
    return tied and (at == 0 or (tokens[at].spaced and not tokens[at - 1].is_numeral and tokens[at - 1].text != "-"))


def _digits(tokens: Sequence[Token], at: int) -> Numeral:
    """Return a numeral in digits with the scales behind it: ``2.5 million``, ``3bn``, ``3 dozen``, ``4 and a half``."""
    value = figure(tokens[at].text)
    last = at + 1
    if lower_at(tokens, last) == "/" and last + 1 < len(tokens) and tokens[last + 1].is_numeral and not tokens[last].spaced:
        under = figure(tokens[last + 1].text)
        if value < under and not tokens[last + 1].spaced and lower_at(tokens, last + 2) != "/" and under in _PRINTED_PARTS:
            return Numeral(at, last + 2, value / under, value / under, part=True)
    half = _and_a_part(tokens, last)
    if half:
        value, last = value + half[0], half[1]
    scale = 1.0
    while (step := scale_at(tokens, last)) is not None:
        value, scale, last = value * step[0], step[0], step[1]
    if scale > 1:
        value, last = _more(tokens, value, scale, last)
    if last < len(tokens) and (
        tokens[last].lower in _SURE_SHORT or (tokens[last].text in _TIED_SHORT and not tokens[last].spaced)
    ):
        value *= SHORT_SCALES[tokens[last].lower]
        last += 1
    return Numeral(at, last, value, value)


def _more(tokens: Sequence[Token], value: float, scale: float, last: int) -> tuple[float, int]:
    """Return a figure with what is added behind its scale: ``3 million and a half``, ``4 thousand 3 hundred and 21``."""
    part = _and_a_part(tokens, last)
    if part:
        return value + part[0] * (scale if scale >= _MILLION else 1), part[1]
    at = last + (lower_at(tokens, last) == "and")
    if at >= len(tokens) or not tokens[at].is_numeral:
        return value, last
    small, step = figure(tokens[at].text), scale_at(tokens, at + 1)
    if step and step[0] < scale:
        return _more(tokens, value + small * step[0], step[0], step[1])
    return (value + small, at + 1) if at > last and scale == SCALES["hundred"] and small < scale and not step else (value, last)


def _spelt(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return a cardinal in words with the part or scale behind it: ``two and a half million``, ``three million and a half``."""
    found = cardinal(tokens, at)
    if found is None:
        return None
    value, last = found.value, found.last
    half = _and_a_part(tokens, last)
    if half:
        step = scale_at(tokens, half[1])
        if step and found.scale > step[0]:
            return Numeral(at, step[1], value + half[0] * step[0], value + half[0] * step[0], spelt=True)
        value, last = value + half[0] * (found.scale if found.scale >= _MILLION else 1), half[1]
        value, last = (value * step[0], step[1]) if step and found.scale == 1 else (value, last)
    return Numeral(at, last, value, value, spelt=True)


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return ``dozens``, ``tens of thousands``, ``several million``, ``a few dozen`` as intervals."""
    word = lower_at(tokens, at)
    if word in _VAGUE:
        low, high = _VAGUE[word]
        more = lower_at(tokens, at + 2)
        if lower_at(tokens, at + 1) == "of" and more in _VAGUE and word in {"tens", "hundreds", "thousands"}:
            scale = SCALES[more.removesuffix("s")]
            return Numeral(at, at + 3, low * scale, high * scale, spelt=True)
        return None if word == "tens" else Numeral(at, at + 1, low, high, spelt=True)
    start = at + 1 if word == "a" else at
    if lower_at(tokens, start) not in _FEW:
        return None
    low, high = _FEW[lower_at(tokens, start)]
    last = start + 1
    last += lower_at(tokens, last) == "of" and lower_at(tokens, last + 1).removesuffix("s") in SCALES
    scale = SCALES.get(lower_at(tokens, last).removesuffix("s"), 0.0)
    return (
        Numeral(at, last + 1, low * scale, high * scale, spelt=True) if scale else Numeral(at, start + 1, low, high, spelt=True)
    )


def _share(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return ``two-thirds``, ``a quarter``, ``half``, ``one in five`` as shares, ``half a million`` as a figure."""
    word = lower_at(tokens, at)
    article = word in {"a", "an", "one"}
    start = at + article + (word == "one" and lower_at(tokens, at + 1) == "-")
    part = lower_at(tokens, start)
    if article and part not in {"half", "quarter"} and lower_at(tokens, start + 1) == "-":
        return None  # a fourth-year student
    if part in PARTS and (part in {"half", "quarter"} or article):
        scaled = _scaled_part(tokens, at, start + 1, 1 / PARTS[part])
        return scaled or (
            Numeral(at, start + 1, 1 / PARTS[part], 1 / PARTS[part], spelt=True, part=True) if part == "half" or article else None
        )
    found = cardinal(tokens, at)
    if found is None:
        return None
    dash = found.last + (lower_at(tokens, found.last) == "-")
    name = lower_at(tokens, dash)
    parts = PART_NAMES.get(name, 0)
    if parts and name not in PARTS and (found.value < parts or parts > 4) and (name != "quarters" or found.value == 3):  # noqa: PLR2004
        value = found.value / parts
        scaled = _scaled_part(tokens, at, dash + 1, value)
        return scaled or Numeral(at, dash + 1, value, value, spelt=True, part=True)
    return _one_in(tokens, at, found.value, found.last)


def _scaled_part(tokens: Sequence[Token], at: int, last: int, value: float) -> Numeral | None:
    """Return a part of a scale as a figure: ``half a million``, ``a quarter of a billion``, ``three quarters of a million``."""
    pair = (lower_at(tokens, last), lower_at(tokens, last + 1))
    last += 2 if pair in {("of", "a"), ("of", "one")} else pair[0] in {"a", "-"}
    scale = SCALES.get(lower_at(tokens, last), 0.0)
    return Numeral(at, last + 1, value * scale, value * scale, spelt=True) if scale else None


def _one_in(tokens: Sequence[Token], at: int, count: float, last: int) -> Numeral | None:
    """Return ``one in five`` and ``two out of every three`` as shares; beyond a thousand the second figure is a year."""
    if (lower_at(tokens, last), lower_at(tokens, last + 1)) == ("out", "of"):
        last += 2
    elif lower_at(tokens, last) == "in" and count == 1:
        last += 1
    else:
        return None
    last += lower_at(tokens, last) == "every"
    if last >= len(tokens):
        return None
    under = Spelt(figure(tokens[last].text), last + 1) if tokens[last].is_numeral else cardinal(tokens, last)
    if under is None or under.value <= count or (tokens[last].is_numeral and under.value > _A_YEAR):
        return None
    return Numeral(at, under.last, count / under.value, count / under.value, spelt=True, part=True)


def _and_a_part(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the share in ``and a half``, ``and three quarters`` with the index after it."""
    if lower_at(tokens, at) != "and" or at + 1 >= len(tokens):
        return None
    article = lower_at(tokens, at + 1) in {"a", "an", "one"}
    if article and lower_at(tokens, at + 2) in PARTS:
        return 1 / PARTS[lower_at(tokens, at + 2)], at + 3
    found = cardinal(tokens, at + 1)
    dash = found.last + (lower_at(tokens, found.last) == "-") if found else at
    parts = PART_NAMES.get(lower_at(tokens, dash), 0) if found else 0
    return (found.value / parts, dash + 1) if found and parts and found.value < parts else None
