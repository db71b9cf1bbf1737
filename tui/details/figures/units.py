"""Units of measure: their printed forms, dimensions and scales; SI and United States customary, ton and tonne apart.

Scales are those of the SI brochure (BIPM, 9th edition) and NIST Handbook 44, appendix C.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.details.figures.tokens import Token, lower_at
from tui.language.tables import lexicon, rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure."""

    name: str
    """Its plain name in the singular: ``km``, ``mile``, ``year``."""
    dimension: str
    """What it measures."""
    scale: float
    """How many of the dimension's base unit it is."""
    offset: float = 0.0
    """What is added after scaling, for scales that do not begin at the base unit's zero."""


YEAR: Final = 365.25 * 86400
_IRREGULAR: Final = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia", "hertz": "hertz"}
_TIME_WORDS: Final = lexicon("""
    second minute hour day night week month year decade annum
""")
_POWERS: Final = {"square": ("area", 2), "sq": ("area", 2), "cubic": ("volume", 3), "cu": ("volume", 3)}


_PAIRS: Final = {"metric ton": "tonne", "metric tonne": "tonne"} | {
    name: name for name in ("nautical mile", "light year", "fluid ounce", "basis point", "long ton", "short ton")
}
"""Units of two words with their plain names."""
_DEGREES: Final = frozenset({"degree", "degrees", "deg", "°"})
_SCALES: Final = frozenset({"celsius", "celcius", "centigrade", "fahrenheit", "farenheit"})
_WORDLIKE: Final = frozenset({"in", "m", "t", "pm", "l", "g"})
"""Symbols that may be something else where they stand apart from the figure."""
_NO_UNITS: Final = frozenset({"bar", "bit", "stone", "quarter", "a", "w", "v", "j", "m", "g", "t"})
"""Names in the table that are common words in running text."""


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit in a passage."""

    unit: Unit
    """The unit."""
    last: int
    """The index after its last token."""


@cache
def _spelt() -> dict[str, Unit]:
    """Return every spelt form, singular and plural, with its unit."""
    forms: dict[str, Unit] = {}
    for dimension, name, scale, printed, _ in rows("tui.details.figures", "units.tsv"):
        unit = Unit(name, dimension, float(scale))
        forms[name] = unit
        for form in printed.split():
            forms[form] = unit
            forms[_IRREGULAR.get(form, f"{form}s")] = unit
    return forms


@cache
def _symbols() -> dict[str, Unit]:
    """Return every symbol, in the case printed, with its unit."""
    return {
        symbol: Unit(name, dimension, float(scale))
        for dimension, name, scale, _, symbols in rows("tui.details.figures", "units.tsv")
        for symbol in symbols.split()
    }


def named_unit(name: str) -> Unit | None:
    """Return the unit of a spelt form in lower case, singular or plural, ``None`` for another word."""
    return _spelt().get(name)


def unit_at(tokens: Sequence[Token], at: int, *, digits: bool = True) -> UnitSpan | None:
    """Return the unit whose words begin at token ``at``, with its rate: ``square miles``, ``km/h``, ``barrels a day``.

    ``digits`` says that the figure is written in digits, behind which symbols may stand.
    """
    found = _plain(tokens, at, digits=digits)
    if found is None:
        return None
    power = lower_at(tokens, found.last)
    if power in {"2", "3", "²", "³"} and not tokens[found.last].spaced and found.unit.dimension == "length":
        exponent = 2 if power in {"2", "²"} else 3
        found = UnitSpan(_powered("area" if exponent == 2 else "volume", exponent, found.unit), found.last + 1)  # noqa: PLR2004 - a square
    return _rate(tokens, found) or found


def _powered(dimension: str, exponent: int, base: Unit) -> Unit:
    """Return the square or cubic unit over a length; litres are the base of volumes."""
    scale = base.scale**exponent * (1000 if dimension == "volume" else 1)
    return Unit(f"{'square' if dimension == 'area' else 'cubic'} {base.name}", dimension, scale)


def _plain(tokens: Sequence[Token], at: int, *, digits: bool) -> UnitSpan | None:
    """Return the unit at ``at`` without its rate."""
    if at >= len(tokens):
        return None
    word = tokens[at].lower
    pair = f"{word} {lower_at(tokens, at + 1)}".removesuffix("s")
    if word in _POWERS:
        return _power_at(tokens, at)
    if pair in _PAIRS:
        return UnitSpan(_spelt()[_PAIRS[pair]], at + 2)
    if word in _DEGREES | _SCALES:
        return _degrees(tokens, at) if word in _DEGREES else UnitSpan(_temperature(word), at + 1)
    symbol = _symbols().get(tokens[at].text) if digits else None
    if symbol and (not tokens[at].spaced or tokens[at].text not in _WORDLIKE or _ends(tokens, at + 1)):
        return UnitSpan(symbol, at + 1)
    unit = _spelt().get(word) if word not in _NO_UNITS else None
    return UnitSpan(unit, at + 1) if unit else None


def _power_at(tokens: Sequence[Token], at: int) -> UnitSpan | None:
    """Return the square or cubic unit at ``at``: ``square miles``, ``cu. ft``."""
    dimension, exponent = _POWERS[tokens[at].lower]
    base = _plain(tokens, at + 1 + (lower_at(tokens, at + 1) in {".", "-"}), digits=True)
    return UnitSpan(_powered(dimension, exponent, base.unit), base.last) if base and base.unit.dimension == "length" else None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a symbol before ``at`` can be one: no noun or article follows that would make it a word."""
    return (
        at >= len(tokens)
        or not tokens[at].is_word
        or tokens[at].lower in {"and", "or", "of", "long", "wide", "tall", "high", "deep", "to"}
    )


def _degrees(tokens: Sequence[Token], at: int) -> UnitSpan:
    """Return degrees of temperature where a scale is named, else of an angle."""
    last = at + 1
    scale = lower_at(tokens, last)
    if scale in _SCALES:
        return UnitSpan(_temperature(scale), last + 1)
    if scale in {"c", "f"}:
        return UnitSpan(_temperature({"c": "celsius", "f": "fahrenheit"}[scale]), last + 1)
    return UnitSpan(_spelt()["degree"], last)


def _temperature(scale: str) -> Unit:
    """Return the unit of a temperature scale; the base is the degree Celsius."""
    return Unit("°F", "temperature", 5 / 9, -160 / 9) if scale[0] == "f" else Unit("°C", "temperature", 1.0)


def _rate(tokens: Sequence[Token], found: UnitSpan) -> UnitSpan | None:
    """Return the unit with ``per hour``, ``a day`` or ``/s`` behind it."""
    at = found.last
    joint = lower_at(tokens, at)
    if joint not in {"per", "a", "an", "/", "each", "every"} or found.unit.dimension in {"time", "temperature", "angle"}:
        return None
    word = lower_at(tokens, at + 1)
    period = (
        {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "annum": "year"}.get(word, word) if joint == "/" else word
    )
    if period.removesuffix("s") not in _TIME_WORDS and period != "annum":
        return None
    unit = _spelt()["year" if period == "annum" else period]
    base = found.unit
    dimension = "speed" if base.dimension == "length" else f"{base.dimension}/time"
    return UnitSpan(Unit(f"{base.name}/{unit.name}", dimension, base.scale / unit.scale), at + 2)
