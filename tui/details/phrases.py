"""Noun phrases around a verb, by word classes alone: who does what the verb says."""

from collections.abc import Sequence
from typing import Final

from tui.language.closed import CALENDAR
from tui.language.lemmas import is_past, verb_forms
from tui.language.tokens import Tag, Token

Span = tuple[int, int]
NOUNLIKE: Final = frozenset({Tag.CAPITAL, Tag.WORD, Tag.NUMBER})
_INSIDE: Final = NOUNLIKE | {Tag.POSSESSIVE, Tag.DETERMINER}
_CHAINS: Final = frozenset(
    ["of", "for", "at", "in", "from", "with", "on", "within", "inside", "near", "behind", "against", "about", "to"]
)
_BOUNDARY: Final = frozenset({Tag.COMMA, Tag.QUOTE, Tag.MARK, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.RELATIVE})
_SPANS: Final = frozenset({"day", "week", "month", "year", "night", "morning", "evening", "afternoon"})
_PARENTHESIS: Final = 45
_DASHES: Final = frozenset({"-", "--", "---", "\u2014"})


def verb_group(tokens: Sequence[Token], verb: int) -> int:
    """Return the index at which the verb's auxiliaries and adverbs begin."""
    first = verb
    while first > 0 and tokens[first - 1].tag in {Tag.AUXILIARY, Tag.ADVERB}:
        first -= 1
    while (
        first < verb
        and tokens[first].tag is Tag.ADVERB
        and first > 0
        and tokens[first - 1].tag in {Tag.COMMA, Tag.QUOTE, Tag.MARK}
    ):
        first += 1
    return first


def phrase_left(tokens: Sequence[Token], last: int) -> Span | None:
    """Return the noun phrase whose last token is ``last``."""
    if last < 0:
        return None
    if tokens[last].tag is Tag.PRONOUN or tokens[last].lower in {
        "this",
        "that",
        "these",
        "those",
        "some",
        "many",
        "others",
        "both",
        "few",
    }:
        return last, last
    if tokens[last].tag not in NOUNLIKE and tokens[last].text != ".":
        return None
    first = last
    while first > 0:
        reach = _one_more(tokens, first)
        if reach == first:
            break
        first = reach
    return first + (first < last and tokens[first].lower == "that"), last


def _one_more(tokens: Sequence[Token], first: int) -> int:  # noqa: PLR0911 - each return states one construction
    """Return where a noun phrase begins that can be longer by what stands before ``first``, else ``first``."""
    before = tokens[first - 1]
    here = tokens[first]
    if here.tag is Tag.DETERMINER:
        if before.tag is Tag.DETERMINER:
            return first - 1
        return _chained(tokens, first)
    if before.tag in _INSIDE:
        broken = before.tag is Tag.WORD and here.tag in {Tag.CAPITAL, Tag.NUMBER} and before.lower in verb_forms()
        return first if broken or before.lower in CALENDAR else first - 1
    if (
        before.text in _DASHES
        and first > 1
        and tokens[first - 2].tag in NOUNLIKE
        and before.end == here.start - 1 == before.start + 1
    ):
        return first - 2
    if (
        here.tag is Tag.NUMBER
        and before.lower in {"than", "least", "most"}
        and first > 1
        and tokens[first - 2].lower in {"more", "fewer", "less", "at"}
    ):
        return first - 2
    if before.tag is Tag.ADVERB and first > 1 and tokens[first - 2].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return first - 2
    if before.tag is Tag.CONJUNCTION and before.lower in {"and", "or", "&"}:
        return _coordinated(tokens, first)
    return _chained(tokens, first)


def _chained(tokens: Sequence[Token], first: int) -> int:
    """Return where ``officials at the ministry`` begins for a phrase that begins at ``ministry`` or ``the``, else ``first``."""
    if first < 2 or tokens[first - 1].tag is not Tag.PREPOSITION or tokens[first - 1].lower not in _CHAINS:  # noqa: PLR2004 - two words
        return first
    noun = tokens[first - 2]
    if first > 2 and is_past(noun.lower) and noun.tag is Tag.WORD and tokens[first - 3].tag is Tag.WORD:  # noqa: PLR2004 - three words
        return first - 3
    verbal = is_past(noun.lower) or noun.lower.endswith("ing")
    return first - 2 if noun.tag in NOUNLIKE and not verbal and noun.lower not in CALENDAR else first


def _coordinated(tokens: Sequence[Token], first: int) -> int:
    """Return where ``Brandt and Voss`` begins, else ``first`` where ``and`` joins clauses."""
    other = phrase_left(tokens, first - 2)
    if other is None or tokens[first - 2].tag is Tag.PRONOUN:
        return first
    alone = other[0] == 0 or tokens[other[0] - 1].tag in _BOUNDARY
    return other[0] if alone and other[1] - other[0] < 8 else first  # noqa: PLR2004 - longer ones are clauses


def subject(tokens: Sequence[Token], verb: int) -> Span | None:
    """Return the noun phrase before a verb group that begins at ``verb``: who speaks, with what is set off by commas after it."""
    last = _before_day(tokens, verb - 1)
    if last < 0:
        return None
    token = tokens[last]
    if token.text == ")":
        bracket = next((n for n in range(last, max(-1, last - 10), -1) if tokens[n].text == "("), 0)
        inner = phrase_left(tokens, bracket - 1)
        return (inner[0], last) if inner else None
    if token.tag is Tag.COMMA or token.text in _DASHES:
        return _stretch(tokens, last) or _set_off(tokens, last)
    if token.tag is Tag.RELATIVE and token.lower in {"who", "which"}:
        before = last - 1 - (tokens[last - 1].tag is Tag.COMMA) if last else -1
        inner = phrase_left(tokens, before)
        return (inner[0], before) if inner else None
    return phrase_left(tokens, last)


def _before_day(tokens: Sequence[Token], last: int) -> int:
    """Return the index before a day or a span of time that ends at ``last``: ``Voss on Friday``, ``Voss last week``."""
    if last > 0 and tokens[last].tag is Tag.CAPITAL and tokens[last].lower in CALENDAR:
        return last - 1 - (tokens[last - 1].lower in {"on", "in"})
    if last > 0 and tokens[last].lower in _SPANS and tokens[last - 1].lower in {"last", "this", "next", "that"}:
        return last - 2
    return last


def _stretch(tokens: Sequence[Token], comma: int) -> Span | None:
    """Return what stands between a closing quotation mark, a conjunction or the sentence's beginning and ``comma``.

    ``None`` where that is no name or noun with its appositions: no comma in it, a verb, a beginning no noun phrase has.
    """
    first = comma
    while first > 0 and tokens[first - 1].tag is not Tag.QUOTE and tokens[first - 1].text not in {";", ":"}:
        if (
            tokens[first - 1].tag is Tag.CONJUNCTION
            and tokens[first - 1].lower in {"but", "and"}
            and tokens[first - 2].tag is Tag.COMMA
        ):
            break
        first -= 1
    while first < comma and tokens[first].tag in {Tag.COMMA, Tag.CONJUNCTION}:
        first += 1
    inside = tokens[first:comma]
    if len(inside) < 3 or inside[0].tag not in _INSIDE or not any(t.tag is Tag.COMMA for t in inside):  # noqa: PLR2004 - a, b
        return None
    finite = any(_finite(inside, n) for n in range(len(inside)))
    return None if finite or inside[0].lower in CALENDAR else (first, comma - 1)


def _finite(inside: Sequence[Token], place: int) -> bool:
    """Return whether a token is a finite verb, not a participle after a comma or a noun of the same form."""
    token = inside[place]
    if token.tag in {Tag.AUXILIARY, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.PRONOUN} and token.lower != "one":
        return True
    before = inside[place - 1].tag if place else Tag.COMMA
    return token.tag is Tag.WORD and is_past(token.lower) and before in {Tag.CAPITAL, Tag.WORD, Tag.PRONOUN}


def _set_off(tokens: Sequence[Token], comma: int) -> Span | None:
    """Return the noun phrase before an apposition or relative clause that ends at ``comma``, with that apposition."""
    mark = tokens[comma].text
    opened = comma - 1
    while opened > max(0, comma - _PARENTHESIS):
        if tokens[opened].text == mark and opened + 1 < comma:
            inner = phrase_left(tokens, opened - 1)
            if inner is not None and _can_follow(tokens, opened + 1, inner):
                return inner[0], comma - 1
        if tokens[opened].tag is Tag.QUOTE or (tokens[opened].text in {";", "."} and tokens[opened].tag is Tag.MARK):
            return None
        opened -= 1
    return None


def _can_follow(tokens: Sequence[Token], first: int, inner: Span) -> bool:
    """Return whether what stands after the comma can be an apposition or a relative clause of a noun phrase."""
    token = tokens[first]
    if token.tag is Tag.PREPOSITION and token.lower in {"in", "at", "during", "on", "like"}:
        return tokens[inner[1]].tag is Tag.CAPITAL and inner[1] - inner[0] < 5  # noqa: PLR2004 - a name
    if token.tag in {Tag.DETERMINER, Tag.RELATIVE, Tag.NUMBER} or token.lower in {
        "of",
        "one",
        "including",
        "such",
        "now",
        "then",
        "also",
        "formerly",
        "himself",
        "herself",
    }:
        return tokens[inner[1]].tag in NOUNLIKE
    return token.tag in NOUNLIKE and token.lower not in verb_forms() and tokens[inner[1]].tag in NOUNLIKE


def phrase_right(tokens: Sequence[Token], first: int, limit: int) -> Span | None:
    """Return the noun phrase that begins at ``first``, with an apposition set off by a comma, before token ``limit``."""
    if first >= limit:
        return None
    if tokens[first].tag is Tag.PRONOUN or tokens[first].tag is Tag.RELATIVE:
        return first, first
    if tokens[first].tag not in _INSIDE:
        return None
    last = _reach_right(tokens, first, limit)
    if last + 2 < limit and tokens[last + 1].tag is Tag.COMMA and _apposes(tokens[last + 2]):
        beyond = _reach_right(tokens, last + 2, limit, strict=True)
        closed = beyond + 1 >= limit or tokens[beyond + 1].tag in {Tag.COMMA, Tag.MARK, Tag.QUOTE, Tag.RELATIVE}
        last = beyond if closed else last
    return first, last


def _apposes(token: Token) -> bool:
    """Return whether a token after a comma can begin an apposition."""
    return token.tag in {Tag.DETERMINER, Tag.CAPITAL} or (token.tag is Tag.WORD and not token.lower.endswith("ing"))


def _reach_right(tokens: Sequence[Token], first: int, limit: int, *, strict: bool = False) -> int:
    """Return the last token of the noun phrase that begins at ``first``; ``strict`` takes no participle in it for one."""
    last = first
    while last + 1 < limit:
        token = tokens[last + 1]
        participle = not strict and last + 2 < limit and tokens[last + 2].tag is Tag.PREPOSITION
        verb = token.tag is Tag.WORD and tokens[last].tag in NOUNLIKE and is_past(token.lower) and not participle
        if verb or (token.lower in CALENDAR and token.tag is Tag.CAPITAL):
            break
        follows = tokens[last + 2] if last + 2 < limit else None
        chain = token.tag is Tag.PREPOSITION and token.lower in _CHAINS and follows is not None and follows.tag in _INSIDE
        joined = token.lower in {"and", "&"} and follows is not None and follows.tag in _INSIDE and tokens[last].tag in NOUNLIKE
        timed = follows is not None and follows.lower in CALENDAR and follows.tag is Tag.CAPITAL
        hyphen = token.text == "-" and follows is not None and follows.tag in NOUNLIKE
        if (
            hyphen
            or token.tag in _INSIDE
            or (chain and not timed)
            or joined
            or (token.text == "." and tokens[last].text.isupper())
        ):
            last += 1
        else:
            break
    return last
