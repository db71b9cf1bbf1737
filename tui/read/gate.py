"""The one gate for characters: behind it no text can steer a terminal, hide letters or turn the reading direction.

The classes follow the Unicode Character Database: controls (Cc), formats (Cf), surrogates (Cs), and the bidirectional controls
of UAX 9.
"""

import re
from typing import Final

_SIGN: Final = "\N{REPLACEMENT CHARACTER}"

_SPACES: Final = "\t\v\f\x85\u2028\u2029"
_TAKEN_OFF: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u2065\u3164\ufeff\uffa0"
)
_TURNING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"

_TABLE: Final[dict[int, str | None]] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _SIGN),
    **{ord(sign): _SIGN for sign in _TURNING},
    **{ord(sign): " " for sign in _SPACES},
    **{ord(sign): None for sign in _TAKEN_OFF},
    **dict.fromkeys(range(0xFFF9, 0xFFFC), _SIGN),
    **dict.fromkeys(range(0x1D173, 0x1D17B), None),
    **dict.fromkeys(range(0xE0000, 0xE1000), None),
    **dict.fromkeys(range(0xD800, 0xE000), _SIGN),
}
_JOINERS: Final = re.compile("[\u200c\u200d]")
_JOINING_LETTERS: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc]")


def visible(text: str) -> str:
    """Return one line of text with its controls made visible and its invisible characters taken off.

    Controls become their picture (``␛``) or the replacement character, tabs and other breaks a space, zero-width characters,
    soft hyphens and byte order marks go; the zero-width joiners stay between letters of scripts that need them.
    """
    plain = text if text.isascii() and text.isprintable() else text.translate(_TABLE)
    return _JOINERS.sub(_joiner, plain) if "\u200c" in plain or "\u200d" in plain else plain


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them, each behind the gate."""
    return [visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _joiner(match: re.Match[str]) -> str:
    """Return the joiner where a script needs it and nothing elsewhere."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return match.group() if _JOINING_LETTERS.match(before) and _JOINING_LETTERS.match(after) else ""
