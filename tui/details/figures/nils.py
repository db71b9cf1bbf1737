"""None at all: a count of zero that is told in words: ``no casualties``, ``no one was hurt``, ``without injuries``."""

from collections.abc import Sequence
from typing import Final

from tui.details.figures.governors import governor
from tui.details.figures.tokens import Token, lower_at, tokenise
from tui.details.rules import Context
from tui.language.lemmas import noun_base, verb_base
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Amount, Bound, Detail, Kind

_COUNTED: Final = {
    "casualties": ("casualty", ""),
    "casualty": ("casualty", ""),
    "injuries": ("people", "injure"),
    "injury": ("people", "injure"),
    "deaths": ("people", "die"),
    "fatalities": ("people", "die"),
    "survivors": ("people", "survive"),
    "arrests": ("people", "arrest"),
} | {
    word: (noun_base(word), "")
    for word in ("victims", "suspects", "charges", "damage", "witnesses", "hostages", "shots", "weapons")
}
"""What news says there is none of, with the base form and, for what befalls people, the verb."""
_BODIES: Final = lexicon("one person body")
_SKIPPED: Final = lexicon(
    "immediate reports report word of any serious major known other further reported civilian additional formal"
    " signs sign evidence deaths injuries casualties fatalities or"
)
_HARMS: Final = lexicon("kill injure hurt wound harm arrest charge hospitalize hospitalise die survive evacuate trap")
_FARTHEST: Final = 7


def nils(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the counts of zero of a passage."""
    del context
    tokens = tokenise(passage.folded)
    return tuple(
        detail for at, token in enumerate(tokens) if token.lower in _OPENERS and (detail := _nil(passage, tokens, at)) is not None
    )


_OPENERS: Final = frozenset({"no", "nobody", "none", "without"})


def _nil(passage: Passage, tokens: Sequence[Token], at: int) -> Detail | None:
    """Return the count of zero that begins at token ``at``."""
    word, following = tokens[at].lower, lower_at(tokens, at + 1)
    if word in {"nobody", "none"} or (word == "no" and following in _BODIES):
        return _nobody(passage, tokens, at, at + 1 + (word == "no"))
    last = at + 1
    while lower_at(tokens, last) in _SKIPPED and last < at + _FARTHEST and lower_at(tokens, last) not in _COUNTED:
        last += 1
    if lower_at(tokens, last) not in _COUNTED:
        return None
    head, verb = _COUNTED[lower_at(tokens, last)]
    return _detail(passage, tokens, (at, last + 1), head, verb)


def _nobody(passage: Passage, tokens: Sequence[Token], at: int, last: int) -> Detail | None:
    """Return ``no one was hurt``; without a harm behind it, nobody is no count."""
    verb = next((b for t in tokens[last : last + 5] if (b := verb_base(t.lower)) in _HARMS), None)
    return _detail(passage, tokens, (at, last), "people", verb) if verb else None


def _detail(passage: Passage, tokens: Sequence[Token], span: tuple[int, int], head: str, verb: str) -> Detail:
    """Return the detail of a count of zero."""
    first, last = span
    start, end = tokens[first].start, tokens[last - 1].end
    ruler = governor(tokens, first, last)
    value = Amount(Bound.EXACT, 0.0)
    return Detail(
        passage.id,
        Kind.NUMBER,
        start,
        end,
        passage.text[start:end],
        value,
        noun_base(head),
        verb or ruler.verb,
        (),
        ruler.relation,
    )
