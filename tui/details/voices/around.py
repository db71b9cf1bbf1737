"""What a source is made to say where it stands before the source, or on both sides of it: ``…, the mayor said, …``."""

from collections.abc import Sequence
from typing import Final

from tui.details.phrases import NOUNLIKE
from tui.details.voices.contents import Said, before, ending, opening
from tui.language.closed import CALENDAR
from tui.language.lemmas import is_past, verb_forms
from tui.language.tokens import Tag, Token

_POST: Final = frozenset({Tag.COMMA, Tag.QUOTE, Tag.MARK})
_TIMES: Final = frozenset({"in", "on", "at", "during", "after", "to", "of", "through", "via", "before", "as", "from", "about"})
_OCCASIONS: Final = frozenset({"on", "in", "at", "during", "after", "via", "according", "who", "which", "as", "referring"})
_CLAUSE: Final = frozenset({Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.CONJUNCTION})
_LOOK: Final = 8


def around(tokens: Sequence[Token], mark: int, following: int) -> Said | None:
    """Return the content before the comma or quotation mark at ``mark`` and what goes on after ``following``.

    ``following`` is the index after source and cue. ``None`` where a clause that begins there is the content instead, or where
    what stands before ``mark`` only says when or on what condition.
    """
    closed = tokens[mark].tag is Tag.QUOTE
    if not _ends_after(tokens, following, closed=closed):
        return None
    rest = _resumed(tokens, following, ending(tokens), closed=closed)
    content = before(tokens, mark - (not closed))
    if content is not None and not closed and rest is None and not _has_verb(tokens, content):
        return None
    if content is None or _adverb_alone(tokens, content):
        return Said(rest) if rest else None
    if _adverbial(tokens, mark) and rest is None:
        return None
    if rest is not None and tokens[rest[0]].tag is Tag.QUOTE and _leads_in(tokens, content):
        return Said(rest)
    return Said(content, rest)


def _ends_after(tokens: Sequence[Token], place: int, *, closed: bool) -> bool:
    """Return whether nothing but a day or an occasion follows a cue; ``closed`` where a quotation ends before its source."""
    limit = ending(tokens)
    if place >= limit:
        return True
    token = tokens[place]
    if token.tag in _POST:
        return token.text != ":"
    if closed and token.tag in _CLAUSE and token.lower != "that":
        return True
    timed = token.lower in _TIMES or token.tag is Tag.ADVERB or token.lower in CALENDAR
    return timed and not any(t.lower in {"that", "whether"} for t in tokens[place : min(limit, place + _LOOK)])


def _resumed(tokens: Sequence[Token], following: int, limit: int, *, closed: bool) -> tuple[int, int] | None:
    """Return what is said after an interrupting source and cue; ``None`` where it was all said before."""
    place = following
    while place < limit and tokens[place].tag not in {Tag.QUOTE, Tag.COMMA}:
        place += 1
    if place >= limit:
        return None
    if tokens[place].tag is Tag.QUOTE:
        titled = place > following and tokens[place - 1].tag in NOUNLIKE
        return (place, limit - 1) if limit - place > 1 and not titled else None
    place += 1
    if place >= limit:
        return None
    if tokens[place].tag is Tag.QUOTE:
        return place, limit - 1
    gone = closed or place != following + 1 or tokens[place].lower.endswith("ing") or tokens[place].lower in _OCCASIONS
    return None if gone else (place, limit - 1)


def _has_verb(tokens: Sequence[Token], content: tuple[int, int]) -> bool:
    """Return whether words hold a verb or a quotation, as what somebody says does and a name with its apposition does not."""
    return any(
        t.tag in {Tag.AUXILIARY, Tag.QUOTE} or "'" in t.lower[1:-1] or (t.tag is Tag.WORD and t.lower in verb_forms())
        for t in tokens[content[0] : content[1] + 1]
    )


def _adverb_alone(tokens: Sequence[Token], content: tuple[int, int]) -> bool:
    """Return whether what stands before a source is one adverb: ``Still, he said, …``."""
    return content[0] == content[1] and tokens[content[0]].tag is Tag.ADVERB


def _adverbial(tokens: Sequence[Token], mark: int) -> bool:
    """Return whether what stands before ``mark`` is only a time or a condition: ``On Friday, …``, ``Asked about it, …``."""
    stretch = tokens[opening(tokens) : mark]
    if any(t.tag in {Tag.COMMA, Tag.QUOTE} for t in stretch) or not stretch:
        return False
    lead = stretch[0]
    return lead.tag in {Tag.PREPOSITION, Tag.SUBORDINATOR} or lead.lower in CALENDAR or lead.lower.endswith(("ing", "ed"))


def _leads_in(tokens: Sequence[Token], content: tuple[int, int]) -> bool:
    """Return whether what stands before a source and its quotation only says when or where: ``At a rally, he said, …``."""
    lead = tokens[content[0]]
    circumstance = lead.tag in {Tag.PREPOSITION, Tag.SUBORDINATOR} or lead.lower in CALENDAR or lead.lower.endswith(("ing", "ed"))
    return circumstance and not any(t.tag is Tag.QUOTE for t in tokens[content[0] : content[1] + 1])


def opens_clause(tokens: Sequence[Token], start: int) -> bool:
    """Return whether a source stands in a clause before the main one: ``As Voss spoke of it, the lights went out``."""
    first = opening(tokens)
    lead = tokens[first]
    subordinate = lead.tag is Tag.SUBORDINATOR or lead.lower in {"as", "after", "before", "since"}
    return first < start and subordinate and not any(t.tag is Tag.COMMA for t in tokens[first:start])


def follows_source(tokens: Sequence[Token], place: int) -> bool:
    """Return whether what stands at ``place`` can follow a source that stands after its cue: no verb, no auxiliary."""
    if place >= ending(tokens):
        return True
    token = tokens[place]
    return token.tag is not Tag.AUXILIARY and not (
        token.tag is Tag.WORD and (token.lower in verb_forms() or is_past(token.lower))
    )


def names_source(tokens: Sequence[Token], source: tuple[int, int]) -> bool:
    """Return whether a phrase after a cue can be its source: no ``that``, no day, no article alone."""
    lead = tokens[source[0]]
    alone = source[0] == source[1] and lead.tag is Tag.DETERMINER
    return lead.tag is not Tag.RELATIVE and lead.lower not in {"that", "it", "this", "there"} | CALENDAR and not alone
