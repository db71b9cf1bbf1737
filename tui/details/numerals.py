"""Numerals: digits and number words become a figure, or an interval where they are vague (``tens of thousands``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.tokens import FRACTIONS, Token

ONES: Final = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final = {
    word: 10.0 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15, "dozen": 12.0,
}  # fmt: skip
SHORT_SCALES: Final = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
"""Scales that stand only behind digits; ``m``, ``b``, ``k`` and ``mm`` mean a scale only in sums of money."""
SURE_SHORT: Final = frozenset({"mn", "mln", "bn", "bln", "tn", "trn"})
PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
"""The names of equal parts by their number."""
_PLURAL_PARTS: Final = {(f"{word}s" if word != "half" else "halves"): parts for word, parts in PARTS.items()}
_VAGUE: Final = {
    "dozens": (24.0, 150.0), "scores": (40.0, 150.0), "hundreds": (200.0, 1999.0), "thousands": (2e3, 19999.0),
    "millions": (2e6, 19e6), "billions": (2e9, 19e9), "trillions": (2e12, 19e12), "tens": (20.0, 99.0), "lakhs": (2e5, 19e5),
    "crores": (2e7, 19e7),
}  # fmt: skip
"""What a plural without a figure means, lowest and highest; upper ends as measured on news."""
_FEW: Final = {"several": (3.0, 9.0), "few": (2.0, 6.0), "couple": (2.0, 3.0), "handful": (3.0, 7.0)}
_HALVES: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2}


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
    if token.is_numeral:
        return _digits(tokens, at)
    if not token.is_word:
        return None
    for rule in (_vague, _share, _words):
        found = rule(tokens, at)
        if found:
            return found
    return None


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


def _word(tokens: Sequence[Token], at: int) -> str:
    """Return the word at an index in lower case, empty where there is none."""
    return tokens[at].lower if 0 <= at < len(tokens) and tokens[at].is_word else ""


def _digits(tokens: Sequence[Token], at: int) -> Numeral:
    """Return a numeral in digits with the scales behind it: ``2.5 million``, ``3bn``, ``3 dozen``."""
    value = figure(tokens[at].text)
    last = at + 1
    if _sign(tokens, last) == "/" and last + 1 < len(tokens) and tokens[last + 1].is_numeral and not tokens[last].spaced:
        under = figure(tokens[last + 1].text)
        if value < under and not tokens[last + 1].spaced and _sign(tokens, last + 2) != "/" and under in _PRINTED_PARTS:
            return Numeral(at, last + 2, value / under, value / under, part=True)
    half = _and_a_half(tokens, last)
    if half:
        value, last = value + half[0], half[1]
    while (step := _scale_at(tokens, last)) is not None:
        value *= step[0]
        last = step[1]
    if _word(tokens, last) in SURE_SHORT:
        value *= SHORT_SCALES[_word(tokens, last)]
        last += 1
    return Numeral(at, last, value, value)


_PRINTED_PARTS: Final = frozenset({2, 3, 4, 5, 6, 8, 16})


def _sign(tokens: Sequence[Token], at: int) -> str:
    """Return the sign at an index, empty where a word or nothing stands there."""
    return tokens[at].text if 0 <= at < len(tokens) and not tokens[at].is_word else ""


def _scale_at(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the scale word at ``at`` with the index after it; a hyphen may tie it to the figure."""
    if _sign(tokens, at) == "-" and _word(tokens, at + 1) in SCALES:
        at += 1
    word = _word(tokens, at)
    return (SCALES[word], at + 1) if word in SCALES else None


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return ``dozens``, ``tens of thousands``, ``several million``, ``a few dozen`` as intervals."""
    word = _word(tokens, at)
    if word in _VAGUE:
        low, high = _VAGUE[word]
        last = at + 1
        if (
            _word(tokens, last) == "of"
            and (more := _word(tokens, last + 1)) in _VAGUE
            and word in {"tens", "hundreds", "thousands"}
        ):
            scale = SCALES[more.removesuffix("s")]
            return Numeral(at, last + 2, low * scale, high * scale, spelt=True)
        return None if word == "tens" else Numeral(at, last, low, high, spelt=True)
    start = at + 1 if word == "a" else at
    if _word(tokens, start) in _FEW:
        low, high = _FEW[_word(tokens, start)]
        last = start + 1
        if _word(tokens, last) == "of" and _word(tokens, last + 1).removesuffix("s") in SCALES:
            last += 1
        if (scale_word := _word(tokens, last).removesuffix("s")) in SCALES:
            return Numeral(at, last + 1, low * SCALES[scale_word], high * SCALES[scale_word], spelt=True)
        return Numeral(at, start + 1, low, high, spelt=True)
    return None


def _share(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return ``two-thirds``, ``a quarter``, ``half``, ``one in five`` as shares, ``half a million`` as a figure."""
    word = _word(tokens, at)
    start = at + 1 if word in {"a", "an", "one"} else at
    part = _word(tokens, start)
    if part in _HALVES and (part == "half" or start > at or part == "quarter"):
        last = start + 1
        scaled = last + (
            2 if (_word(tokens, last), _word(tokens, last + 1)) in {("of", "a"), ("of", "one")} else _word(tokens, last) == "a"
        )
        if _word(tokens, scaled) in SCALES:
            value = _HALVES[part] * SCALES[_word(tokens, scaled)]
            return Numeral(at, scaled + 1, value, value, spelt=True)
    if (part == "half" or start > at) and part in PARTS:
        return Numeral(at, start + 1, 1 / PARTS[part], 1 / PARTS[part], spelt=True, part=True)
    count = ONES.get(word, 0.0)
    if not count:
        return None
    dash = at + 1 + (_sign(tokens, at + 1) == "-")
    if _word(tokens, dash) in _PLURAL_PARTS and count < _PLURAL_PARTS[_word(tokens, dash)]:
        value = count / _PLURAL_PARTS[_word(tokens, dash)]
        return Numeral(at, dash + 1, value, value, spelt=True, part=True)
    return _one_in(tokens, at, count)


def _one_in(tokens: Sequence[Token], at: int, count: float) -> Numeral | None:
    """Return ``one in five`` and ``two out of every three`` as shares."""
    last = at + 1
    if (_word(tokens, last), _word(tokens, last + 1)) == ("out", "of"):
        last += 2
    elif _word(tokens, last) == "in":
        last += 1
    else:
        return None
    last += _word(tokens, last) == "every"
    if last >= len(tokens):
        return None
    under = figure(tokens[last].text) if tokens[last].is_numeral else ONES.get(_word(tokens, last), 0.0)
    if under <= count or (tokens[last].is_numeral and under > 1000):  # noqa: PLR2004 - beyond a thousand it is a year
        return None
    return Numeral(at, last + 1, count / under, count / under, spelt=True, part=True)


def _words(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return a cardinal in words: ``twenty-two``, ``a hundred and three``, ``two and a half million``, ``a dozen``."""
    word = _word(tokens, at)
    if word in {"a", "an"} and _word(tokens, at + 1) in SCALES:
        total, current, last = 0.0, 1.0, at + 1
    elif word in ONES or word in TENS or (word in {"hundred", "dozen"} and at == 0):
        total, current, last = 0.0, 0.0, at
    else:
        return None
    while last < len(tokens):
        here = last + (last > at and _joins(tokens, last))
        word = _word(tokens, here)
        small = ONES.get(word, TENS.get(word))
        if small is not None and _fits(current, small, first=last == at):
            current += small
        elif word in {"hundred", "dozen"}:
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        else:
            break
        last = here + 1
    half = _and_a_half(tokens, last)
    if half:
        current, last = current + half[0], half[1]
        if _word(tokens, last) in SCALES:
            total, current, last = total + current * SCALES[_word(tokens, last)], 0.0, last + 1
    return Numeral(at, last, total + current, total + current, spelt=True)


def _fits(current: float, small: float, *, first: bool) -> bool:
    """Whether a number under a hundred can be added to what was read so far: ``twenty`` takes ``two``, never ``eleven``."""
    rest = current % 100
    return rest == 0 or first or (rest >= 20 and rest % 10 == 0 and 0 < small < 10)  # noqa: PLR2004 - tens and ones


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen or ``and`` at ``at`` ties two words of one number: ``twenty-two``, ``hundred and three``."""
    following = _word(tokens, at + 1)
    before = _word(tokens, at - 1)
    if _sign(tokens, at) == "-":
        return following in ONES or following in TENS or following in SCALES
    return _word(tokens, at) == "and" and (following in ONES or following in TENS) and before in SCALES and before != "dozen"


def _and_a_half(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the share in ``and a half``, ``and three quarters`` with the index after it."""
    if _word(tokens, at) != "and":
        return None
    share = _share(tokens, at + 1) if at + 1 < len(tokens) else None
    return (share.low, share.last) if share and share.part and share.first == at + 1 and share.low < 1 else None
