"""Figures: every quantity of a passage becomes a number, percentage, sum, measure, duration or age with what it counts."""

from collections.abc import Sequence
from typing import Final

from tui.details.ages import ages
from tui.details.drafts import Draft, Rule
from tui.details.durations import durations
from tui.details.labels import codes
from tui.details.measures import measures
from tui.details.money import money
from tui.details.numbers import numbers
from tui.details.quantities import quantities
from tui.details.rules import Context
from tui.details.shares import shares
from tui.details.tokens import Token, tokenise
from tui.model.article import Passage
from tui.model.detail import Detail

_RULES: Final[tuple[Rule, ...]] = (ages, money, shares, durations, measures, numbers)
"""The kinds of figure, in the order in which they are tried."""


def figures(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the figures of a passage that no earlier rule has taken for a date or time."""
    tokens = tokenise(passage.folded)
    taken = sorted([(d.start, d.end) for d in context.found] + list(codes(passage.folded)))
    details: list[Detail] = []
    for quantity in quantities(tokens, taken):
        draft = next((made for rule in _RULES if (made := rule(tokens, quantity))), None)
        if draft:
            details.append(_detail(passage, tokens, draft))
    return tuple(details)


def _detail(passage: Passage, tokens: Sequence[Token], draft: Draft) -> Detail:
    """Return the detail of a draft."""
    start, end = tokens[draft.first].start, tokens[draft.last - 1].end
    return Detail(
        passage.id,
        draft.kind,
        start,
        end,
        passage.text[start:end],
        draft.amount,
        draft.phrase.head,
        draft.governor.verb,
        draft.phrase.modifiers,
        draft.governor.relation,
        draft.governor.subject,
    )
