"""Which language a text is in, told by its letters and by the small words that every text is full of."""

import re
from collections import Counter
from functools import cache
from typing import Final

from tui.language.tables import table

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_WORDS: Final = 20
_LEAST_SHARE: Final = 0.15  # of a text's words are its language's small ones
_LEAD: Final = 1.3  # how far the first language must be before the second
_UKRAINIAN: Final = 0.02  # of the letters; other Cyrillic texts have none of these
_FOREIGN: Final = 0.3  # of the letters are of another script


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Return the small words of each language."""
    return {language: frozenset(words) for language, words in table("small-words").items()}


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is in; ``None`` where it is too short or none is far ahead."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    for language, script in _SCRIPTS:
        if len(script.findall(text)) > (_UKRAINIAN if language == "uk" else _FOREIGN) * letters:
            return language
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return None
    often = Counter(words)
    counts = Counter({language: sum(often[word] for word in small) for language, small in _small_words().items()})
    (first, most), (_second, next_most) = counts.most_common(2)
    return first if most >= _LEAST_SHARE * len(words) and most >= _LEAD * next_most else None
