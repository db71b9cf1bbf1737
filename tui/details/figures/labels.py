"""Figures that name and do not count: ``Boeing 747``, ``COVID-19``, ``9/11``, telephone numbers, addresses, versions."""

import re
from collections.abc import Sequence
from typing import Final

from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import CLOSED
from tui.language.lemmas import is_plural
from tui.language.tables import lexicon

_CODES: Final = re.compile(
    r"""
    (?:https?://|www\.)\S+ | \S+@\S+\.\w+ | [\#@]\w+                    # addresses and handles
  | (?<![\w.])\+?\d{0,3}[ .(-]{0,3}\(?\d{3}\)?[ .-]{1,3}\d{3}[ .-]{1,3}\d{4}(?!\d)   # 202-456-1111
  | (?<![\w$.,-])\d{3}[ ]?-[ ]?\d{4}(?![\d,])                              # 456-1111
  | (?<![\d.])\d+\.\d+\.\d+(?:\.\d+)*                                      # 192.168.1.2
  | (?<![\d:])\d{1,3}:\d\d(?::\d\d)?(?![\d:])                              # 7:42 to go
  | \b24[ ]?/[ ]?7\b | \b9[ ]?/[ ]?11\b | \b7[ ]?/[ ]?7\b
    """,
    re.VERBOSE,
)
_SIGNS: Final = re.compile(r"[/@#.(+:-]")
_FIGURE: Final = re.compile(r"\d")
_COUNTED_CAPITALS: Final = lexicon("""
    the a an in on at by of for from with to and but or over about some nearly almost around under between after before since
    until only just least than as more most another all these those his her their our its my your when while if because where
    although though that which who then now another up no not were was are is had have has said killed wounded includes
    including with without least another
""")
_DESIGNATORS: Final = lexicon("""
    flight flights route routes highway interstate section article chapter title page pages room channel channels district
    ward precinct terminal gate platform pier phase stage level class category grade model version volume part episode season
    game round week day number no apartment apt suite floor area exit zone sector block unit building house line bus train
    ship mission apollo proposition prop amendment resolution rule regulation form lot group team pool heat lane mile marker
    studio warehouse tower track tier type windows formula world super bowl euro g articles sections chapters windows camp
    cell squadron battalion regiment company troop radio schedule figure table appendix
""")
"""Nouns before a figure that make it a label."""


_BEFORE_WORDS: Final = frozenset({"number", "chapter", "page", "phase", "big", "channel", "title", "article", "ground"})
_ABBREVIATIONS: Final = frozenset({"r", "s", "no", "nos", "vol", "res"})
_ENDINGS: Final = ("st", "nd", "rd", "th", "s")


def codes(folded: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a folded text that are codes of some kind."""
    return tuple(m.span() for m in _CODES.finditer(folded)) if _has_code_sign(folded) else ()


def _has_code_sign(folded: str) -> bool:
    """Whether the text has a sign that every code has, which spares most passages the search."""
    return _SIGNS.search(folded) is not None and (_FIGURE.search(folded) is not None or "@" in folded or "/" in folded)


def is_label(tokens: Sequence[Token], first: int, last: int, *, plain: bool) -> bool:
    """Whether the numeral of the tokens from ``first`` to ``last`` is part of a name and counts nothing.

    ``plain`` says that no unit, currency or hedge goes with it.
    """
    token = tokens[first]
    if first == 0:
        return _letters_behind(tokens, last) and token.is_numeral and plain
    before = tokens[first - 1]
    if not token.is_numeral:
        group = before.lower == "of" and token.capital and lower_at(tokens, first - 2) == "group"
        return group or (before.lower in _BEFORE_WORDS and plain)
    tied = not token.spaced and (before.is_word or before.text in "_#\\'")
    hyphened = before.text == "-" and first > 1 and _letters_before_hyphen(tokens, first)
    bracketed = before.text == "[" and lower_at(tokens, last) == "]"
    abbreviated = before.text == "." and lower_at(tokens, first - 2) in _ABBREVIATIONS
    if tied or hyphened or bracketed or before.text == "#" or token.text == "911":
        return True
    return plain and (abbreviated or _letters_behind(tokens, last) or _named(tokens, first, last))


def _letters_behind(tokens: Sequence[Token], last: int) -> bool:
    """Whether letters stand right behind a figure that make it a name: ``4G``, unlike ``3rd`` and ``1980s``."""
    after = tokens[last] if last < len(tokens) else None
    return after is not None and after.is_word and not after.spaced and not after.lower.startswith(_ENDINGS)


def _letters_before_hyphen(tokens: Sequence[Token], first: int) -> bool:
    """Whether letters are tied to the figure by a hyphen: ``F-16``, ``COVID - 19``; ``magnitude-5.9`` measures."""
    letters, hyphen = tokens[first - 2], tokens[first - 1]
    if not letters.is_word or letters.lower in {
        "magnitude",
        "mid",
        "under",
        "over",
        "pre",
        "post",
        "age",
        "aged",
        "top",
        "sub",
        "ages",
    }:
        return False
    if not hyphen.spaced:
        return not tokens[first].spaced
    return letters.text.isupper() or (
        letters.capital and tokens[first].spaced and letters.lower in {"covid", "sputnik", "soyuz", "galaxy"}
    )


def _named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capitalised word or a designator stands right before a short figure that nothing counted follows."""
    before, token = tokens[first - 1], tokens[first]
    if not before.is_word or "," in token.text or ("." in token.text and before.lower not in _DESIGNATORS) or last - first > 1:
        return before.lower in {"no", "number"} and before.is_word
    if before.lower in _DESIGNATORS and not (before.lower == "no" and not before.capital):
        return not _counted(tokens, last)
    if not before.capital or before.lower in _COUNTED_CAPITALS or before.lower in CLOSED:
        return False
    if first >= 2 and tokens[first - 2].lower in {"in", "from", "at", "near", "to"} and _counted(tokens, last):  # noqa: PLR2004 - two before
        return False
    if first == 1:
        return not _counted(tokens, last) and not before.lower.endswith(("ed", "ing", "s"))
    return True


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural noun follows within three words, which a figure before it may count."""
    for token in tokens[at : at + 3]:
        if not token.is_word or token.lower in CLOSED:
            return False
        if is_plural(token.lower) and not token.capital:
            return True
    return False
