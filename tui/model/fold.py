"""Levelling of typography, one character for one, so that offsets hold in the printed and in the folded text."""

from typing import Final

_PAIRS: Final = {
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t": " ",
    "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\uff07": "'",
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02": '"',
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d": "-",
    "\u2024": ".",
}
_TABLE: Final = {ord(printed): plain for many, plain in _PAIRS.items() for printed in many}


def fold(text: str) -> str:
    """Return ``text`` with quotation marks, dashes and spaces levelled; its length is unchanged."""
    return text if text.isascii() and "\t" not in text and "`" not in text else text.translate(_TABLE)


def unspaced(*texts: str) -> str:
    """Return the texts joined without any space: equal for one paragraph however its lines and sentences are set."""
    return "".join("".join(text.split()) for text in texts)
