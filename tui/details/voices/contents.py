"""What a source is made to say: the span of words before, after or around the cue of an attribution."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.phrases import NOUNLIKE, Span, phrase_right
from tui.language.closed import CALENDAR
from tui.language.speech import Cue, cues
from tui.language.tokens import Tag, Token

_CLAUSE: Final = frozenset({"that", "how", "why", "whether", "what", "if", "where", "who", "when"})
_AFTERS: Final = frozenset(
    {"in", "at", "on", "during", "after", "through", "via", "to", "before", "from", "about", "by", "as", "of", "with"}
)
_NOT_GOING_ON: Final = frozenset(
    {"and", "but", "who", "which", "while", "as", "after", "with", "when", "according", "a", "though", "although"}
)
_PLAIN_PAST: Final = frozenset({"said", "told", "wrote", "added", "asserted", "argued"})
_CIRCUMSTANCES: Final = frozenset({"when", "while", "because", "although", "though", "unless", "since", "before", "after"})
_BREAKS: Final = frozenset(
    {Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.RELATIVE, Tag.PRONOUN, Tag.AUXILIARY}
)
_MONEY: Final = frozenset({"$", "€", "£"})
_LIST: Final = 6
_SPANS: Final = frozenset({"day", "week", "month", "year", "night", "morning", "evening", "afternoon"})
_WRITING: Final = frozenset({"wrote", "writes", "writing", "written", "posted", "posts", "posting"})
_HEARER: Final = 12


@dataclass(frozen=True, slots=True)
class Said:
    """Where the content of an attribution stands, in tokens."""

    first: Span
    """The content or its first part."""
    rest: Span | None = None
    """The part after an interrupting cue."""


def ending(tokens: Sequence[Token]) -> int:
    """Return the number of tokens without the marks that end the sentence."""
    last = len(tokens)
    while last > 0 and tokens[last - 1].text in {".", "!", "?", ";", ":"}:
        last -= 1
    return last


def opening(tokens: Sequence[Token]) -> int:
    """Return the index of the first token that is no ``But`` or ``And``."""
    return 1 if tokens and tokens[0].lower in {"but", "and", "so", "yet"} else 0


def after(tokens: Sequence[Token], first: int, sorts: frozenset[Cue], *, evidence: bool = False) -> Span | None:
    """Return the content that follows a cue that ends before ``first``; ``None`` where what follows is none for such a cue.

    ``evidence`` says that the source is a poll, a record or the like, which shows what it shows without a ``that``.
    """
    limit = ending(tokens)
    start = _content_start(tokens, first, limit, sorts, evidence=evidence)
    if start is None or start >= limit:
        return None
    if tokens[start].tag is Tag.QUOTE:
        return _quoted(tokens, start, limit)
    if tokens[limit - 1].text == ")" and tokens[limit - 2].text != "(":
        limit = next((n for n in range(limit - 1, start, -1) if tokens[n].text == "("), limit)
    clause = tokens[start].lower in _CLAUSE or Cue.SAYING in sorts or Cue.TELLING in sorts or Cue.FINDING in sorts
    end = _clause_end(tokens, start, limit, noun=not clause) - 1
    if not clause and tokens[start].tag in {Tag.CAPITAL, Tag.PRONOUN}:
        end = _before_occasion(tokens, start, end)
    return start, end


def _before_occasion(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the last token before a place or occasion that follows a name: ``endorsed Voss at a rally``."""
    for place in range(start + 1, end):
        token = tokens[place]
        if token.tag is Tag.PREPOSITION and token.lower in {"at", "during", "on", "in", "after", "before"}:
            return place - 1
        if token.tag not in NOUNLIKE | {Tag.POSSESSIVE, Tag.DETERMINER, Tag.COMMA} and token.text not in {"-", "."}:
            return end
    return end


def _content_start(  # noqa: C901, PLR0911 - each return states one construction
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
    if token.tag is Tag.QUOTE or token.lower in _CLAUSE:
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
    if (
        Cue.FINDING in sorts
        and token.tag is Tag.PRONOUN
        and first + 1 < limit
        and tokens[first + 1].tag in {Tag.AUXILIARY, Tag.WORD}
    ):
        return first
    return None


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
    timed = token.lower in CALENDAR or token.tag is Tag.ADVERB
    if not timed and (token.tag is not Tag.PREPOSITION or token.lower not in _AFTERS):
        return first
    for place in range(first + 1, min(first + _HEARER, limit)):
        here = tokens[place]
        if here.lower in {"that", "whether"} or here.tag is Tag.QUOTE:
            return place
        if here.text == ":" or (here.tag is Tag.COMMA and place + 1 < limit and tokens[place + 1].tag is Tag.QUOTE):
            return place + 1
        if here.tag is Tag.COMMA:
            return None
        if timed and place == first + 1 and here.tag in {Tag.PRONOUN, Tag.DETERMINER, Tag.CAPITAL} and here.lower not in CALENDAR:
            return place
        opens = here.tag in {Tag.PRONOUN, Tag.DETERMINER, Tag.CAPITAL} and here.lower not in CALENDAR
        begun = opens and (tokens[place - 1].lower in CALENDAR or (timed and tokens[place - 1].lower in _SPANS))
        if begun and here.lower not in {"in", "at"}:
            return place
    return first if Cue.STANCE in sorts else None


def _quoted(tokens: Sequence[Token], start: int, limit: int) -> Span:
    """Return a content that begins with a quotation mark: to the closing mark, or on where the clause goes on."""
    closing = next((n for n in range(start + 1, limit) if tokens[n].tag is Tag.QUOTE), limit - 1)
    if closing + 2 < limit and tokens[closing + 1].lower == "and" and _next_cue(tokens, closing + 2, limit, noun=True):
        return start, closing
    if (
        closing + 1 >= limit
        or tokens[closing + 1].tag in {Tag.COMMA, Tag.MARK}
        or tokens[closing + 1].lower in _NOT_GOING_ON - {"and", "of"}
    ):
        return start, closing
    return start, _clause_end(tokens, closing, limit, noun=False) - 1


_DASHES: Final = frozenset({"\u2014", "\u2013", "--"})
"""Dashes; a lone one ends what is said, two of them hold an aside."""


def _clause_end(tokens: Sequence[Token], start: int, limit: int, *, noun: bool) -> int:
    """Return the index before which a clause or noun phrase that begins at ``start`` ends."""
    inside = False
    for place in range(start, limit):
        token = tokens[place]
        if token.tag is Tag.QUOTE:
            inside = not inside
            if not inside and tokens[place - 1].tag is Tag.COMMA and not _goes_on(tokens, place + 1, limit):
                return place + 1
        if inside or place == start:
            continue
        if noun and (token.text == ":" or token.lower in _CIRCUMSTANCES):
            return place
        if token.text in _DASHES and not any(t.text in _DASHES for t in tokens[place + 1 : limit]):
            return place
        if token.text == ";" or (token.lower in {"and", "but"} and _next_cue(tokens, place + 1, limit, noun=noun)):
            return place
        if token.tag is Tag.COMMA and place + 1 < limit and _ends_at_comma(tokens, place, limit, noun=noun):
            return place
    return limit


def _lists(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether a list goes on at ``place``: a few words, then ``and``."""
    for ahead in range(place, min(place + _LIST, limit)):
        token = tokens[ahead]
        if token.lower in {"and", "or"}:
            return ahead > place
        if token.tag in {Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.QUOTE}:
            return False
    return False


def _goes_on(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Return whether quoted words that end in a comma go on with a conjunction."""
    return place < limit and tokens[place].lower in {"and", "or"}


def _next_cue(tokens: Sequence[Token], place: int, limit: int, *, noun: bool) -> bool:
    """Return whether ``and`` is followed by the next reporting verb of the same source: ``criticized him and said``."""
    while place < limit and tokens[place].tag is Tag.ADVERB:
        place += 1
    if place >= limit or tokens[place].lower not in cues():
        return False
    past = tokens[place].lower.endswith("ed") or tokens[place].lower in _PLAIN_PAST
    return tokens[place].lower.endswith("ing") or (past and (noun or tokens[place].lower in _PLAIN_PAST))


def _ends_at_comma(tokens: Sequence[Token], comma: int, limit: int, *, noun: bool) -> bool:
    """Return whether the words after a comma no longer belong to what is said."""
    following = tokens[comma + 1]
    if following.lower in {"but", "according", "while"} or (following.lower.endswith("ing") and following.lower in cues()):
        return True
    if following.lower == "and" and _next_cue(tokens, comma + 2, limit, noun=True):
        return True
    if noun and not _lists(tokens, comma + 1, limit):
        participle = following.lower.endswith(("ing", "ed")) and comma + 2 < limit and tokens[comma + 2].tag is not Tag.WORD
        if participle or following.lower == "a" or (following.tag in _BREAKS and following.lower not in {"like", "including"}):
            return True
    phrase = phrase_right(tokens, comma + 1, limit)
    if phrase is None or phrase[1] + 1 >= limit:
        return False
    cue = tokens[phrase[1] + 1]
    return cue.lower in {"said", "says", "added", "told"} and (
        phrase[1] + 2 >= limit or tokens[phrase[1] + 2].tag in {Tag.COMMA, Tag.MARK}
    )


def before(tokens: Sequence[Token], last: int) -> Span | None:
    """Return the content that stands before a comma or quotation mark at ``last``, from the sentence's beginning."""
    first = opening(tokens)
    while last >= first and tokens[last].tag is Tag.COMMA:
        last -= 1
    return (first, last) if last - first >= 1 or (last == first and tokens[last].tag in NOUNLIKE) else None
