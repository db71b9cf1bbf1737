"""Where what a source is made to say begins behind its cue."""

from collections.abc import Sequence
from typing import Final

from tui.details.phrases import NOUNLIKE, phrase_right
from tui.language.closed import CALENDAR
from tui.language.lemmas import is_past
from tui.language.speech import Cue
from tui.language.tables import lexicon
from tui.language.tokens import Tag, Token

CLAUSE: Final = frozenset({"that", "how", "why", "whether", "what", "if", "where", "who", "when"})
"""Words that open a clause that is said."""
SPANS: Final = frozenset({"day", "week", "month", "year", "night", "morning", "evening", "afternoon"})
"""Nouns for spans of time."""
_AFTERS: Final = frozenset(
    {"in", "at", "on", "during", "after", "through", "via", "to", "before", "from", "about", "by", "as", "of", "with"}
)
_QUANTIFIERS: Final = frozenset(
    {
        "much",
        "most",
        "more",
        "less",
        "least",
        "only",
        "almost",
        "even",
        "just",
        "too",
        "now",
        "never",
        "once",
        "perhaps",
        "nearly",
    }
)
"""Adverbs that begin what is said rather than tell when it was."""
_TIES: Final = frozenset({"as", "of", "about", "over", "with"})
"""Prepositions that tie a stance to what it is on, as in ``which he describes as``."""
_MONEY: Final = frozenset({"$", "€", "£"})
_WRITING: Final = frozenset({"wrote", "writes", "writing", "written", "posted", "posts", "posting"})
_HEARER: Final = 12
_OCCASIONS: Final = lexicon(
    "statement interview release letter email e-mail report speech tweet post conference briefing hearing testimony memo note"
    " call message filing complaint affidavit announcement bulletin broadcast blog update video address"
)
"""Nouns for what something is said in, behind which what is said may begin without a *that*."""


def content_start(  # noqa: C901, PLR0911 - each return states one construction
    tokens: Sequence[Token], first: int, limit: int, sorts: frozenset[Cue], *, evidence: bool
) -> int | None:
    """Return where the content after a cue begins."""
    if first >= limit:
        return None
    token = tokens[first]
    if token.tag is Tag.COMMA or token.text == ":":
        beyond = first + 1
        resumed = next((n + 1 for n in range(beyond, min(first + _HEARER, limit - 1)) if tokens[n].tag is Tag.COMMA), beyond)
        if token.tag is Tag.COMMA and resumed < limit and tokens[resumed].lower == "that":
            return resumed
        return (
            beyond
            if beyond < limit and (tokens[beyond].tag is Tag.QUOTE or token.text == ":" or tokens[beyond].lower == "that")
            else None
        )
    if token.tag is Tag.QUOTE or token.lower in CLAUSE:
        return first
    if Cue.TELLING in sorts:
        return _after_hearer(tokens, first, limit) or (first if Cue.STANCE in sorts else None)
    if Cue.SAYING in sorts:
        return None if _writes_a_thing(tokens, first, limit) else _after_phrase(tokens, first, limit, sorts)
    if Cue.STANCE in sorts and _takes_noun(tokens, first):
        return first
    if Cue.WISH in sorts and (token.lower == "to" or _noun_to(tokens, first, limit)):
        return first
    if Cue.FINDING in sorts and evidence and token.tag in {Tag.CAPITAL, Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN}:
        return first
    if Cue.FINDING in sorts and _clause_at(tokens, first, limit):
        return first
    return first if Cue.STANCE in sorts and token.lower in _TIES else None


def _writes_a_thing(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Return whether what is written or posted is a thing and no statement: ``wrote a book``."""
    writes = tokens[first - 1].lower in _WRITING and tokens[first].tag in {Tag.DETERMINER, Tag.NUMBER}
    return writes and not any(t.tag in {Tag.AUXILIARY, Tag.QUOTE} for t in tokens[first:limit])


def _takes_noun(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a noun phrase, an infinitive or a gerund begins at ``first``."""
    token = tokens[first]
    noun = token.tag in {Tag.CAPITAL, Tag.DETERMINER, Tag.WORD, Tag.NUMBER, Tag.ADVERB, Tag.PRONOUN}
    return noun or token.text in _MONEY or token.lower in {"to", "for", "on", "against"}


def _noun_to(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Return whether a noun phrase and an infinitive begin at ``first``: ``wanted the inquiry to end``."""
    phrase = phrase_right(tokens, first, limit)
    return phrase is not None and phrase[1] + 1 < limit and tokens[phrase[1] + 1].lower == "to"


def _after_hearer(tokens: Sequence[Token], first: int, limit: int) -> int | None:
    """Return where the content begins after the one who is told: ``told reporters on Monday that``."""
    for place in range(first, min(first + _HEARER, limit)):
        token = tokens[place]
        if token.lower in {"that", "whether", "how", "why", "if", "to"} and place > first:
            return place - (tokens[place - 1].lower == "not")
        if token.tag is Tag.QUOTE or token.text == ":":
            return place + (token.text == ":")
        if place > first and token.tag in {Tag.PRONOUN, Tag.DETERMINER} and tokens[place - 1].tag in NOUNLIKE | {Tag.PRONOUN}:
            return place
        if token.tag is Tag.COMMA and place + 1 < limit and tokens[place + 1].tag is not Tag.QUOTE:
            return None
    return None


def _after_phrase(tokens: Sequence[Token], first: int, limit: int, sorts: frozenset[Cue]) -> int | None:  # noqa: PLR0911 - each return states one construction
    """Return where a clause begins after a day, a place or an occasion: ``said on Monday in Oslo that``."""
    token = tokens[first]
    if Cue.STANCE in sorts and token.lower in {"on", "with", "about"}:
        return first
    timed = token.lower in CALENDAR or (token.tag is Tag.ADVERB and token.lower not in _QUANTIFIERS)
    nearly = (
        token.lower == "about"
        and first + 1 < limit
        and (tokens[first + 1].tag is Tag.NUMBER or tokens[first + 1].lower == "half")
    )
    if nearly or (not timed and (token.tag is not Tag.PREPOSITION or token.lower not in _AFTERS)):
        return first
    for place in range(first + 1, min(first + _HEARER, limit)):
        here = tokens[place]
        if here.lower in {"that", "whether"} or here.tag is Tag.QUOTE:
            return place
        if here.text == ":" or (here.tag is Tag.COMMA and place + 1 < limit and tokens[place + 1].tag is Tag.QUOTE):
            return place + 1
        if here.tag is Tag.COMMA:
            return _after_commas(tokens, place, limit)
        if timed and place == first + 1 and here.tag in {Tag.PRONOUN, Tag.DETERMINER, Tag.CAPITAL} and here.lower not in CALENDAR:
            return place
        opens = here.tag in {Tag.PRONOUN, Tag.DETERMINER, Tag.CAPITAL} and here.lower not in CALENDAR
        before = tokens[place - 1].lower
        begun = opens and (before in CALENDAR or before in _OCCASIONS or (timed and before in SPANS))
        if begun and here.lower not in {"in", "at"}:
            return place
    return first if Cue.STANCE in sorts else None


def _clause_at(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Return whether a noun phrase with a finite verb begins at ``first``."""
    phrase = phrase_right(tokens, first, limit)
    if phrase is None:
        return False
    verb = next((t for t in tokens[phrase[1] + 1 : limit] if t.tag is not Tag.ADVERB), None)
    alone = tokens[first].tag is Tag.PRONOUN
    return verb is not None and (verb.tag is Tag.AUXILIARY or (verb.tag is Tag.WORD and (alone or is_past(verb.lower))))


def _after_commas(tokens: Sequence[Token], comma: int, limit: int) -> int | None:
    """Return where a quotation or ``that`` follows a later comma."""
    for place in range(comma + 1, min(comma + _HEARER, limit)):
        if tokens[place - 1].tag is Tag.COMMA and (tokens[place].tag is Tag.QUOTE or tokens[place].lower == "that"):
            return place
    return None
