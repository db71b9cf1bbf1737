"""What a line of a paste looks like, in figures: the features that the judge weighs.

The families follow what is known of boilerplate detection (Kohlschütter, Fankhauser and Nejdl 2010; jusText, Pomikálek 2011):
length, sentence marks and function words of the line itself, then the same of the lines around it, and how far its words are
those of the article.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tui.clean.authors import is_about_author
from tui.clean.bylines import is_byline
from tui.clean.captions import is_caption
from tui.clean.draft import Line
from tui.clean.furniture import reason_for
from tui.clean.rails import heading_reason
from tui.clean.stamps import is_stamp

_SMALL_WORDS: Final = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one were
    her all she there would their we him been has when who will more no if out so said what up its about into than them can only
    other de la que el en y los del se las por un para con no una su al lo como der die und in den von zu das mit sich des auf ist
    im dem nicht ein eine als auch le les et des du est pour que qui dans sur pas plus par o e do da em os na no um com il di che
    non per
"""
_FUNCTION_WORDS: Final = frozenset(_SMALL_WORDS.split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SENTENCES: Final = re.compile(r"[.!?。][\"')\]]*\s+[\"'(]?[A-Z\d]")
_YOU: Final = re.compile(r"\b(?:you|your|our|us)\b", re.IGNORECASE)
_SPEECH: Final = re.compile(
    r"\b(?:said|says|told|added|according|reported|announced|wrote|asked|stated|explained)\b", re.IGNORECASE
)
_SEPARATORS: Final = re.compile(r"[|»\u203a•·<>→/]")
_ADDRESS: Final = re.compile(r"https?://|www\.|\S@\S+\.\w|\.com\b", re.IGNORECASE)
_CALL: Final = re.compile(
    r"^(?:click|read|watch|see|sign|get|subscribe|follow|share|join|view|check|find|learn|shop|buy|download|try|visit|listen|enter|log)\b",
    re.IGNORECASE,
)
_ENDS_WORD: Final = re.compile(r"[\w%]$")
_GLUED: Final = re.compile(r"[a-z.!?)\d][A-Z][a-z]+ ")
_SIGNED: Final = re.compile(
    r"\b(?:said|says|wrote|commented|replied)\s*:$|\bago\b[^.]{0,12}$|^(?:reply|respond|report|flag|like)\b.{0,12}$"
    r"|^\d+ (?:responses?|replies|thoughts?|comments?)\b|^@?\w+ (?:on|at) \w+ \d{1,2},? \d{4}",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"^[\W_]*(?:related|read more|see more|see also|more|watch|also|also read|read|video|photos?|gallery|listen|next|previous"
    r"|prev|update)\s*[:>|]|^[A-Z][A-Z ]{3,}:",
)
_PICTURED: Final = re.compile(
    r"\b(?:image|photo|picture|credit|getty|shutterstock|istock)\b|\((?:AP|AFP|Reuters|TASS|EPA)\b", re.IGNORECASE
)
_TAIL: Final = re.compile(
    r"©|\(c\) ?\d{4}|all rights reserved|privacy policy|terms of (?:use|service)|newsletter|leave a reply|comments?$|^tags?\b"
    r"|^topics?\b|^filed under|^about the author|^related\b|^recommended\b|^most (?:read|popular)|^trending|^share\b"
    r"|^more (?:from|on|in|stories|news)\b|^read next|may earn|^sign up|^subscribe|^follow (?:us|@|\w+ on)|contributed to this"
    r"|^(?:reporting|writing|editing) by|^originally published",
    re.IGNORECASE,
)
_TITLED: Final = 0.6  # of the words behind the first begin with a capital in a title
LENGTHS: Final = (4, 8, 12, 18, 26, 40, 70)
"""Numbers of words that part links, headings, sentences and paragraphs."""

PLAIN: Final = (
    "log words",
    *(f"at least {length} words" for length in LENGTHS),
    "ends as a sentence",
    "ends with a colon",
    "ends with a word",
    "log sentences inside",
    "share of capitals",
    "share of function words",
    "share of figures",
    "says you",
    "speech",
    "quotation marks",
    "separators",
    "address",
    "call to act",
    "question or exclamation",
    "starts small",
    "furniture",
    "long furniture",
    "date",
    "byline",
    "caption",
    "section heading",
    "copyright sign",
    "repeated",
    "parted",
    "in capitals",
    "commas",
    "long and ends",
    "long and function words",
    "words run together",
    "signature of a comment",
    "points elsewhere",
    "picture words",
    "tail marker",
    "ends with dots",
    "about the author",
    "like a title",
    "share of letters without case",
)
"""The names of the features of a line by itself, in order."""


@lru_cache(maxsize=4096)
def signs_comment(folded: str) -> bool:
    """Tell whether a line is what stands above or below a reader's comment."""
    return bool(_SIGNED.search(folded))


@lru_cache(maxsize=4096)
def marks_tail(folded: str) -> bool:
    """Tell whether a line says that the article is over, or soon will be."""
    return bool(_TAIL.search(folded))


def _caseless(sign: str) -> bool:
    """Tell whether a letter is of a script without capitals."""
    return sign.isalpha() and not (sign.islower() or sign.isupper())


def plain(lines: Sequence[Line]) -> list[list[float]]:
    """Return the features of every line by itself."""
    often = Counter(line.folded for line in lines)
    return [_line(line, often[line.folded]) for line in lines]


def _line(line: Line, times: int) -> list[float]:
    """Return the features of one line that stands ``times`` times in the copy."""
    folded = line.folded
    words = _WORD.findall(folded)
    count = max(1, line.words)
    later = words[1:]
    capitals = sum(word[0].isupper() for word in later) / len(later) if later else 0.5
    small = sum(word.lower() in _FUNCTION_WORDS for word in words) / count
    figures = sum(map(str.isdigit, folded)) / len(folded)
    furnished = reason_for(line) is not None
    ends = line.ends
    return [
        math.log1p(line.words),
        *(float(line.words >= length) for length in LENGTHS),
        float(ends),
        float(folded.endswith(":")),
        float(bool(_ENDS_WORD.search(folded))),
        math.log1p(len(_SENTENCES.findall(folded))),
        capitals,
        small,
        figures,
        min(3, len(_YOU.findall(folded))) / math.sqrt(count),
        float(bool(_SPEECH.search(folded))),
        float('"' in folded),
        min(5, len(_SEPARATORS.findall(folded))) / 2,
        float(bool(_ADDRESS.search(folded))),
        float(bool(_CALL.match(folded))),
        float(folded.endswith(("?", "!"))),
        float(folded[0].islower()),
        float(furnished),
        float(furnished and line.words >= LENGTHS[2]),
        float(is_stamp(line)),
        float(is_byline(line)),
        float(is_caption(line)),
        float(heading_reason(line) is not None),
        float("©" in folded or "(c)" in folded.lower()),
        float(times > 1),
        float(line.parted),
        float(folded.isupper()),
        min(6, folded.count(",")) / 3,
        float(ends and line.words >= LENGTHS[2]),
        small * float(line.words >= LENGTHS[1]),
        min(3, len(_GLUED.findall(folded))) / 2,
        float(signs_comment(folded)),
        float(bool(_ELSEWHERE.match(folded))),
        float(bool(_PICTURED.search(folded))),
        float(marks_tail(folded)),
        float(folded.endswith(("...", "…"))),
        float(is_about_author(line)),
        float(LENGTHS[0] <= line.words < LENGTHS[3] and bool(_ENDS_WORD.search(folded)) and capitals > _TITLED),
        0.0 if folded.isascii() else sum(map(_caseless, folded)) / len(folded),
    ]
