"""Words and marks of a folded text with their places and a coarse word class, for rules that read phrases."""

import re
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Final

from tui.language import closed

_TOKEN: Final = re.compile(
    r"""
    (?:Mrs?|Ms|Messrs|Drs?|Sens?|Reps?|Govs?|Gens?|Lt|Col|Sgt|Capt|Cmdr|Cpl|Pvt|Adm|Maj|Rev|Hon|Profs?|Supt|Insp|Det|Jr|Sr|St|Ft|Mt
      |Inc|Corp|Co|Ltd|Bros|Dept|No|vs|etc|approx|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich
      |Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=\s|,|;|:|'|$|-|\))
    | [A-Z]\.(?:\s?[A-Z]\.)+(?![a-z])                      # U.S., U. S., J.K.
    | (?:[ap])\.\s?m\.
    | [^\W\d_]+(?:'[^\W\d_]+)?(?:-[^\W_]+)+               # Jong-un, AK-47
    | [A-Z](?=\.\s[A-Z](?:[a-z]|'[A-Z]))\.                # J. in J. Smith, J. O'Brien
    | [^\W\d_]+'(?!s\b|S\b)[^\W\d_]+                      # don't, O'Brien
    | [^\W\d_]+\d+[^\W_]*                                 # S600, XC60
    | \d+(?=[A-Z][a-z]{2})[^\W_]+                          # 10News
    | [^\W\d_]+
    | '\s?s\b
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|km)?\b
    | ''|"|--+|\.\.\.+
    | [^\w\s]
    """,
    re.VERBOSE,
)


_DASH: Final = re.compile("[\u2014\u2015]")


class Tag(IntEnum):
    """Coarse word classes; what is in no closed class and in lower case is ``WORD``."""

    DETERMINER = auto()
    PREPOSITION = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    AUXILIARY = auto()
    ADVERB = auto()
    NUMBER = auto()
    CAPITAL = auto()
    WORD = auto()
    POSSESSIVE = auto()
    QUOTE = auto()
    COMMA = auto()
    MARK = auto()


_CLOSED: Final = {
    word: tag
    for words, tag in (
        (closed.ADVERBS, Tag.ADVERB),
        (closed.PREPOSITIONS, Tag.PREPOSITION),
        (closed.SUBORDINATORS, Tag.SUBORDINATOR),
        (closed.CONJUNCTIONS, Tag.CONJUNCTION),
        (closed.DETERMINERS, Tag.DETERMINER),
        (closed.PRONOUNS, Tag.PRONOUN),
        (closed.RELATIVES, Tag.RELATIVE),
        (closed.AUXILIARIES, Tag.AUXILIARY),
    )
    for word in words
}
_CONTRACTED: Final = frozenset({"that", "who", "what", "where", "here", "there", "how"})
_MARKS: Final = {'"': Tag.QUOTE, "''": Tag.QUOTE, ",": Tag.COMMA}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a text."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The token as it stands in the folded text."""
    lower: str
    """The token in lower case."""
    tag: Tag
    """Its coarse word class."""


def _tag(text: str, lower: str) -> Tag:
    """Return the coarse class of one token."""
    first = text[0]
    if first.isalpha():
        known = _CLOSED.get(lower)
        if known is not None and (first.islower() or not text.isupper() or len(text) == 1):
            return known
        if first.isupper():
            return Tag.CAPITAL
        return Tag.ADVERB if lower.endswith("ly") and lower not in closed.LY_NOT_ADVERBS else Tag.WORD
    if first.isdigit():
        return Tag.NUMBER
    if lower.endswith("s"):
        return Tag.POSSESSIVE
    return _MARKS.get(text, Tag.MARK)


def tokens(folded: str, printed: str = "") -> tuple[Token, ...]:
    """Return the words and marks of a folded text in reading order.

    ``printed``, the text before it was levelled, tells a dash between two words from a hyphen inside one.
    """
    found: list[Token] = []
    for match in _DASH.finditer(printed):
        folded = f"{folded[: match.start()]}{match.group()}{folded[match.end() :]}"
    for match in _TOKEN.finditer(folded):
        text = match.group()
        lower = text.lower()
        tag = _tag(text, lower)
        if tag is Tag.POSSESSIVE and found and (found[-1].tag is Tag.PRONOUN or found[-1].lower in _CONTRACTED):
            tag = Tag.AUXILIARY
        found.append(Token(match.start(), match.end(), text, lower, tag))
    return tuple(found)
