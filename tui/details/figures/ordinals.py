"""Ordinals and superlatives: the place in an order: ``the fifth operation``, ``his first visit``, ``the deadliest attack``."""

import re
from collections.abc import Sequence
from typing import Final

from tui.details.figures.governors import governor
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.number_words import TENS
from tui.details.figures.tokens import Token, lower_at, tokenise
from tui.details.rules import Context
from tui.language.grammar import CLOSED
from tui.language.lemmas import verb_base
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Amount, Bound, Detail, Kind, Wording

_SMALL: Final = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth
"""
ORDINALS: Final = {word: n for n, word in enumerate(_SMALL.split(), 1)} | {f"{word[:-1]}ieth": int(n) for word, n in TENS.items()}
"""Ordinals of one word."""
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_LEADS: Final = lexicon("the a an his her its their our my this that 's only whose")
_NO_HEADS: Final = lexicon("""
    of half lady place class amendment degree hand time-out world party person thing quarter day century responder
    responders aid generation
""")
_SUPERLATIVE: Final = re.compile(
    r"(?P<one>\bone[ ]of[ ])?(?:\bthe|\bits|\bhis|\bher|\btheir|'s)[ ](?:\w+[ -]{1,3})??"
    r"(?P<degree>(?:most|least)[ ][a-z]{4,}|[a-z]{2,}[a-z]est)\b",
)
_NO_SUPERLATIVES: Final = lexicon("""
    interest request arrest west forest guest honest protest contest harvest priest invest suggest test rest best-known
    modest breast chest crest quest latest almost midwest southwest northwest behest unrest nest pest vest digest
    manifest earnest molest
""")


def ordinals(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the ordinals that stand before a noun, and the superlatives."""
    tokens = tokenise(passage.folded)
    taken = [(d.start, d.end) for d in context.found]
    found = [
        detail
        for at in range(len(tokens))
        if (detail := _ordinal(passage, tokens, at)) and not any(s < detail.end and detail.start < e for s, e in taken)
    ]
    return tuple(found) + _superlatives(passage, tokens)


def _ordinal(passage: Passage, tokens: Sequence[Token], at: int) -> Detail | None:
    """Return the ordinal at token ``at`` with the noun behind it."""
    token = tokens[at]
    if not token.is_numeral and token.lower not in ORDINALS and token.lower not in TENS:
        return None
    tied = at + 1 < len(tokens) and not tokens[at + 1].spaced and tokens[at + 1].lower in _ENDINGS
    if token.is_numeral and tied and token.text.isdecimal():
        place, last = int(token.text), at + 2
    elif token.lower in TENS and lower_at(tokens, at + 1) == "-" and lower_at(tokens, at + 2) in ORDINALS:
        place, last = int(TENS[token.lower]) + ORDINALS[lower_at(tokens, at + 2)], at + 3
    elif token.lower in ORDINALS and lower_at(tokens, at - 1) != "-":
        place, last = ORDINALS[token.lower], at + 1
    else:
        return None
    if (token.capital and at > 0) or lower_at(tokens, last) in _NO_HEADS | {"-", ","} or lower_at(tokens, last) in CLOSED:
        return None
    if token.is_word and lower_at(tokens, at - 1) not in _LEADS:
        return None
    phrase = phrase_after(tokens, last, plural=False)
    if not phrase.head or (place == 1 and phrase.head == "time"):
        return None
    return _detail(passage, tokens, (at, last), phrase, Amount(Bound.EXACT, float(place), dimension="order"))


def _superlatives(passage: Passage, tokens: Sequence[Token]) -> tuple[Detail, ...]:
    """Return the superlatives of a passage: ``the largest bank``, ``one of the most expensive cars``."""
    if "est" not in passage.folded and "most " not in passage.folded:
        return ()
    found = []
    for m in _SUPERLATIVE.finditer(passage.folded):
        degree = m["degree"]
        if degree in _NO_SUPERLATIVES or verb_base(degree):
            continue
        last = next((n for n, t in enumerate(tokens) if t.start >= m.end("degree")), len(tokens))
        first = next(n for n, t in enumerate(tokens) if t.end > m.start("degree"))
        phrase = phrase_after(tokens, last, plural=False)
        if phrase.head and lower_at(tokens, last) != "of":
            found.append(_detail(passage, tokens, (first, last), phrase, Wording(f"{'one of ' if m['one'] else ''}{degree}")))
    return tuple(found)


def _detail(passage: Passage, tokens: Sequence[Token], span: tuple[int, int], phrase: Phrase, value: Amount | Wording) -> Detail:
    """Return the detail of an ordinal or superlative."""
    first, last = span
    ruler = governor(tokens, first, max(phrase.end, phrase.last))
    start, end = tokens[first].start, tokens[last - 1].end
    kind = Kind.NUMBER if isinstance(value, Amount) else Kind.STATEMENT
    return Detail(
        passage.id,
        kind,
        start,
        end,
        passage.text[start:end],
        value,
        phrase.head,
        ruler.verb,
        phrase.modifiers,
        ruler.relation,
        ruler.subject,
    )
