"""Currencies: signs, codes and names with their ISO 4217 codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.details.figures.tokens import Token, lower_at
from tui.language.tables import lexicon, rows

_AMBIGUOUS: Final = lexicon("won real mark punt rand kip dong lev sterling buck")
"""Names that are common words too; they mean money only behind a scale or a thousand and more."""
_CODE_SCALES: Final = {"K": 1e3, "M": 1e6, "B": 1e9}
_LONGEST_NAME: Final = 4


@cache
def _printed(role: str) -> dict[str, str]:
    """Return what is printed in a role of the table, with its code."""
    return {printed: code for kind, printed, code in rows("tui.details.figures", "currencies.tsv") if kind == role}


@cache
def _lands() -> dict[tuple[str, str], str]:
    """Return the currency of a name behind the word for its land."""
    return {(name, land): code for (land, name), code in ((p.split(), code) for p, code in _printed("land").items())}


@dataclass(frozen=True, slots=True)
class CurrencySpan:
    """A currency in a passage."""

    code: str
    """Its ISO 4217 code; ``XBT`` for bitcoin."""
    first: int
    """The index of its first token."""
    last: int
    """The index after its last token."""
    hundredth: bool = False
    """True where the sum is in hundredths, as cents are."""
    scale: float = 1.0
    """What a letter tied to the code multiplies by: a million in ``30 MUSD``."""


def sign_before(tokens: Sequence[Token], at: int) -> CurrencySpan | None:
    """Return the currency printed right before token ``at``: ``$``, ``US$``, ``Rs``, ``EUR``."""
    first = at - 1
    if first < 0:
        return None
    token = tokens[first]
    if token.text == "." and first > 0 and tokens[first - 1].text == "Rs":
        return CurrencySpan("INR", first - 1, at)
    if token.text == "$":
        return _dollars(tokens, first)
    if token.text in _printed("sign"):
        return CurrencySpan(_printed("sign")[token.text], first, at)
    if token.text in {"Rs", "INR"}:
        return CurrencySpan("INR", first, at)
    return CurrencySpan(_printed("code")[token.text], first, at) if token.text in _printed("code") else None


def _dollars(tokens: Sequence[Token], sign: int) -> CurrencySpan:
    """Return the dollars of the sign at ``sign`` with the letters before it: ``US$``, ``C$``, ``A $``."""
    before = tokens[sign - 1] if sign else None
    if (
        before
        and before.is_word
        and before.lower in _printed("dollar")
        and (not tokens[sign].spaced or before.text.isupper())
        and before.text != "A"
    ):
        return CurrencySpan(_printed("dollar")[before.lower], sign - 1, sign + 1)
    if before and before.text == "A" and not tokens[sign].spaced:
        return CurrencySpan("AUD", sign - 1, sign + 1)
    dotted = [t.text for t in tokens[max(0, sign - 4) : sign]]
    if dotted == ["U", ".", "S", "."]:
        return CurrencySpan("USD", sign - 4, sign + 1)
    return CurrencySpan("USD", sign, sign + 1)


def name_after(tokens: Sequence[Token], at: int, *, large: bool) -> CurrencySpan | None:
    """Return the currency named from token ``at``: ``dollars``, ``US dollars``, ``Swiss francs``, ``USD``, ``cents``.

    ``large`` says that the figure is a thousand or more, which alone makes ``won`` or ``real`` money.
    """
    if lower_at(tokens, at) == "of" and is_currency(lower_at(tokens, at + 1)) and lower_at(tokens, at + 1).endswith("s"):
        at += 1  # millions of dollars
    at += at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].is_word and tokens[at + 1].text != "-"
    if at < len(tokens) and tokens[at].text in _printed("sign") and tokens[at].text != "¢" and not _sum_follows(tokens, at):
        return CurrencySpan(_printed("sign")[tokens[at].text], at, at + 1)
    for last in range(at, min(len(tokens), at + _LONGEST_NAME)):
        token = tokens[last]
        name = _singular(token.lower) if token.is_word else ""
        if last == at and token.text[:1] in _CODE_SCALES and token.text[1:] in _printed("code"):
            return CurrencySpan(_printed("code")[token.text[1:]], at, last + 1, scale=_CODE_SCALES[token.text[0]])
        if last == at and token.text in _printed("code"):
            return CurrencySpan(_printed("code")[token.text], at, last + 1)
        if last == at and name in _printed("hundredth") and (name != "p" or not token.spaced):
            return CurrencySpan(_printed("hundredth")[name], at, last + 1, hundredth=True)
        code = _code(tokens, at, last, name, large=large)
        if code or not _adjective(token):
            return CurrencySpan(code, at, last + 1) if code else None
    return None


def is_currency(word: str) -> bool:
    """Whether a word in lower case names a currency or its hundredth."""
    name = _singular(word)
    return (name in _printed("name") and name not in _AMBIGUOUS) or name in _printed("hundredth")


def _sum_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at ``at`` belongs to the figure behind it."""
    return at + 1 < len(tokens) and tokens[at + 1].is_numeral and not tokens[at + 1].spaced


def _code(tokens: Sequence[Token], first: int, last: int, name: str, *, large: bool) -> str | None:
    """Return the code of the currency ``name`` at ``last``, with the land named between ``first`` and it."""
    land = tokens[last - 1].lower if last > first else ""
    if (name, land) in _lands():
        return _lands()[name, land]
    if name == "pound" and (_following(tokens, last) == "sterling" or (large and first == last and _worth(tokens, first))):
        return "GBP"
    if name not in _printed("name") or (name in _AMBIGUOUS and not large):
        return None
    return _printed("name")[name]


def _worth(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure before ``at`` is told as a sum, not as a weight: a million pounds and more are money."""
    return any(t.lower in {"million", "billion", "m", "bn"} for t in tokens[max(0, at - 2) : at])


def _following(tokens: Sequence[Token], at: int) -> str:
    """Return the token after ``at`` in lower case."""
    return tokens[at + 1].lower if at + 1 < len(tokens) else ""


def _adjective(token: Token) -> bool:
    """Whether a token can stand between a figure and its currency: ``U.S.``, ``Hong Kong``, ``Canadian``."""
    return token.lower in {
        "us",
        "u",
        "s",
        ".",
        "american",
        "new",
        "zealand",
        "hong",
        "kong",
        "canadian",
        "australian",
        "finnish",
    } or (
        any(land == token.lower for _, land in _lands())
        or (token.capital and token.lower.endswith(("ian", "ish", "ese", "an", "i", "ss", "ch")))
    )


def _singular(word: str) -> str:
    """Return a currency's name in the singular."""
    if word in _printed("name") or word in _printed("hundredth"):
        return word
    return "penny" if word == "pennies" else word.removesuffix("s")
