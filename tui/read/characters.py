"""Bytes become text: byte order marks, the encodings that are common in newsrooms, and repaired mojibake."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOJIBAKE: Final = re.compile(
    "â€|Ã[\u0080-\u00bf\u0152-\u0192\u2013-\u203a]|Â[\u00a0-\u00bf]|ï»¿|Ð[\u0080-\u00bf].Ð|Å[\u0080-\u00bf\u201e\u203a]"
)
_CENTRAL_EUROPE: Final = frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian"})
_OTHER_ALPHABETS: Final = re.compile(
    r"cp1251|cp1253|cp1255|cp1256|cp866|koi8|iso8859_(?:5|6|7|8)|mac_cyrillic|shift|euc|gb|big5|cp93|cp94|iso2022|johab"
)
_SAMPLE: Final = 8192  # bytes that are looked at to tell text from anything else
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_FEW_CONTROLS, _MANY_CONTROLS = 0.02, 0.1


def decode(raw: bytes) -> str:
    """Return the text of ``raw``, in the first encoding that fits.

    A byte order mark decides, then UTF-16 without one, then strict UTF-8, then what charset-normalizer finds for other
    alphabets; everything else that is Latin is cp1252, which browsers take too. Mojibake is repaired.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return repaired(raw[len(mark) :].decode(encoding, "replace"))
    silent = _silent_utf16(raw)
    if silent:
        return repaired(raw.decode(silent, "replace"))
    try:
        return repaired(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return repaired(_legacy(raw))


def looks_binary(raw: bytes) -> bool:
    """Tell whether ``raw`` is something else than text: too many controls for its encoding."""
    sample = raw[:_SAMPLE]
    if not sample or any(raw.startswith(mark) for mark, _encoding in _MARKS[1:]) or _silent_utf16(raw):
        return False
    share = 1 - len(sample.translate(None, _CONTROLS)) / len(sample)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return share > _FEW_CONTROLS
    return share > _MANY_CONTROLS


def repaired(text: str) -> str:
    """Return ``text`` with UTF-8 that was once read as something else turned back; quotation marks stay curly."""
    if not _MOJIBAKE.search(text):
        return text
    text = text.replace("â€\ufffd", "\u201d")  # the one mark of the press whose last byte cp1252 does not know
    import ftfy  # noqa: PLC0415 - costs 40 ms and is rarely needed

    return "\n".join(ftfy.fix_encoding(line) for line in text.split("\n"))


def _silent_utf16(raw: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, told by where the zeros stand; ``None`` for anything else."""
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 4:  # noqa: PLR2004 - fewer than four letters tell nothing
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:  # noqa: PLR2004 - Latin text has a zero in every other byte
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None  # noqa: PLR2004 - the same, the other way round


def _legacy(raw: bytes) -> str:
    """Return text in an encoding of one byte a letter, or of East Asia."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs 30 ms and is rarely needed

    best = from_bytes(raw).best()
    if best is not None and (_OTHER_ALPHABETS.match(best.encoding) or best.language in _CENTRAL_EUROPE):
        return str(best)
    return raw.decode("cp1252", "replace")
