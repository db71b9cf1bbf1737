"""What a source is made to say: the span of words before, after or around the cue of an attribution."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.phrases import NOUNLIKE, Span
from tui.details.voices.ends import clause_end, next_cue
from tui.details.voices.starts import CLAUSE, content_start
from tui.language.speech import Cue
from tui.language.tokens import Tag, Token

_NOT_GOING_ON: Final = frozenset(
    {"but", "who", "which", "while", "as", "after", "with", "when", "according", "a", "though", "although"}
)


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
    start = content_start(tokens, first, limit, sorts, evidence=evidence)
    if start is None or start >= limit:
        return None
    if tokens[start].tag is Tag.QUOTE:
        return _quoted(tokens, start, limit)
    if tokens[limit - 1].text == ")" and tokens[limit - 2].text != "(":
        limit = next((n for n in range(limit - 1, start, -1) if tokens[n].text == "("), limit)
    clause = tokens[start].lower in CLAUSE or Cue.SAYING in sorts or Cue.TELLING in sorts or Cue.FINDING in sorts
    end = clause_end(tokens, start, limit, noun=not clause) - 1
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


def _quoted(tokens: Sequence[Token], start: int, limit: int) -> Span:
    """Return a content that begins with a quotation mark: to the closing mark, or on where the clause goes on."""
    closing = next((n for n in range(start + 1, limit) if tokens[n].tag is Tag.QUOTE), limit - 1)
    if closing + 2 < limit and tokens[closing + 1].lower == "and" and next_cue(tokens, closing + 2, limit):
        return start, closing
    if closing + 1 >= limit or tokens[closing + 1].tag in {Tag.COMMA, Tag.MARK} or tokens[closing + 1].lower in _NOT_GOING_ON:
        return start, closing
    return start, clause_end(tokens, closing, limit, noun=False) - 1


def before(tokens: Sequence[Token], last: int) -> Span | None:
    """Return the content that stands before a comma or quotation mark at ``last``, from the sentence's beginning."""
    first = opening(tokens)
    while last >= first and tokens[last].tag is Tag.COMMA:
        last -= 1
    return (first, last) if last - first >= 1 or (last == first and tokens[last].tag in NOUNLIKE) else None
