"""Tokens of a folded passage for the figure rules: numerals whole, words and signs one by one."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

_HALVES: Final = "½1/2 ¼1/4 ¾3/4 ⅓1/3 ⅔2/3 ⅕1/5 ⅖2/5 ⅗3/5 ⅘4/5 ⅙1/6 ⅚5/6 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8"
FRACTIONS: Final = {sign[0]: int(sign[1]) / int(sign[3]) for sign in _HALVES.split()}
"""The fractions that have a character of their own."""

_GLYPHS: Final = "".join(FRACTIONS)
_WHOLE: Final = (
    r"\d{1,3}(?:,[ ]?\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ]\d{3})*[ ]000(?!\d)|\d{1,3}(?:[ ]\d{3}){2,}(?!\d)|\d+"
)
_TOKEN: Final = re.compile(
    rf"""
    (?P<numeral>
        (?:{_WHOLE})
        (?:\.\d+(?![.]?\d|e[+-]?\d)
          |\.[ ]\d(?![\d:])                                   # 7. 5 and 7 . 5 % where a text was taken apart
          |(?:\.\d+)?e[+-]?\d{{1,2}}\b
          |[ ]\.[ ]?\d+(?=[ ]?(?:%|percent|per[ ]cent|million|billion|trillion))
        )?
        (?:[ ]?[{_GLYPHS}]|(?:[ ]{{1,2}}|-)\d{{1,2}}/\d{{1,2}}(?![\d/]))?
      | \.\d+
      | [{_GLYPHS}]
    )
  | (?P<word>[^\W\d_{_GLYPHS}]+(?:'[^\W\d_]+)*'?(?<!''))
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class TokenKind(Enum):
    """What a token is made of."""

    NUMERAL = auto()
    WORD = auto()
    SIGN = auto()


_KINDS: Final = {"numeral": TokenKind.NUMERAL, "word": TokenKind.WORD, "sign": TokenKind.SIGN, None: TokenKind.SIGN}


class Token(NamedTuple):
    """One numeral, word or sign of a passage; a tuple, since there are thousands in a story."""

    start: int
    """Where it begins in the folded text."""
    end: int
    """Where it ends."""
    text: str
    """The token as it stands in the folded text."""
    lower: str
    """The token in lower case."""
    kind: TokenKind
    """What it is made of."""
    spaced: bool
    """True where it begins the text or white space stands before it."""

    @property
    def is_word(self) -> bool:
        """Whether the token is a word."""
        return self.kind is TokenKind.WORD

    @property
    def is_numeral(self) -> bool:
        """Whether the token is written in digits."""
        return self.kind is TokenKind.NUMERAL

    @property
    def capital(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=4)
def tokenise(folded: str) -> tuple[Token, ...]:
    """Return the tokens of a folded text in reading order."""
    found = []
    end = 0
    for m in _TOKEN.finditer(folded):
        start, text = m.start(), m.group()
        found.append(Token(start, m.end(), text, text.lower(), _KINDS[m.lastgroup], start == 0 or start > end))
        end = m.end()
    return tuple(found)


def lower_at(tokens: Sequence[Token], at: int) -> str:
    """Return the token at an index in lower case, empty outside the passage."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def index_at(tokens: Sequence[Token], place: int) -> int:
    """Return the index of the first token that begins at or after a place in the text."""
    return next((n for n, t in enumerate(tokens) if t.start >= place), len(tokens))
