"""Figures: every quantity of a passage becomes a number, percentage, sum, measure, duration or age with what it counts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.figures.ages import ages
from tui.details.figures.drafts import Draft, Rule
from tui.details.figures.durations import durations
from tui.details.figures.labels import codes
from tui.details.figures.magnitudes import magnitudes
from tui.details.figures.measures import measures
from tui.details.figures.money import money
from tui.details.figures.numbers import numbers
from tui.details.figures.quantities import quantities
from tui.details.figures.shares import shares
from tui.details.figures.tokens import Token, lower_at, tokenise
from tui.details.rules import Context
from tui.model.article import Passage
from tui.model.detail import Detail, Kind

_RULES: Final[tuple[Rule, ...]] = (magnitudes, ages, money, shares, durations, measures, numbers)
"""The kinds of figure, in the order in which they are tried."""


def figures(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the figures of a passage that no earlier rule has taken for a date or time."""
    tokens = tokenise(passage.folded)
    taken = sorted([(d.start, d.end) for d in context.found] + list(codes(passage.folded)))
    drafts: list[Draft] = []
    for quantity in quantities(tokens, taken):
        draft = next((made for rule in _RULES if (made := rule(tokens, quantity))), None)
        if draft:
            drafts.append(_converted(tokens, drafts[-1], draft) if drafts else draft)
    return tuple(_detail(passage, tokens, draft) for draft in _completed(tokens, drafts, context.counted))


def _completed(tokens: Sequence[Token], drafts: Sequence[Draft], counted: str) -> list[Draft]:
    """Return the drafts with what they leave out taken from their neighbours.

    The members of a list share their verb, ``two of them`` and ``the remaining three`` what was counted before.
    """
    done: list[Draft] = []
    for draft in drafts:
        before = done[-1] if done else None
        made = draft
        if before and not made.governor.verb and _listed(tokens, before, made):
            made = replace(made, governor=before.governor)
        if made.kind in {Kind.NUMBER, Kind.PERCENTAGE} and not made.phrase.head and _refers_back(tokens, made):
            earlier = next((d.phrase.head for d in reversed(done) if d.kind is Kind.NUMBER and d.phrase.head), counted)
            made = replace(made, phrase=replace(made.phrase, head=earlier))
        done.append(made)
    for at in range(len(done) - 2, -1, -1):
        if not done[at].governor.verb and _listed(tokens, done[at], done[at + 1]):
            done[at] = replace(done[at], governor=done[at + 1].governor)
    return done


def _listed(tokens: Sequence[Token], before: Draft, draft: Draft) -> bool:
    """Whether two quantities are neighbours in a list: only a comma and ``and`` stand between them."""
    between = [t.lower for t in tokens[max(before.phrase.end, before.phrase.last, before.last) : draft.first]]
    return between in ([","], ["and"], [",", "and"], ["or"], [",", "as", "well", "as"], ["as", "well", "as"])


def _refers_back(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a quantity without a noun points back: ``two of them``, ``the remaining three``, ``the other two``."""
    behind = [t.lower for t in tokens[draft.last : draft.last + 2]]
    opened = lower_at(tokens, 0) == "of" and lower_at(tokens, draft.first - 1) == ","
    return (
        opened
        or behind[:1] == ["of"]
        or lower_at(tokens, draft.first - 1) in {"remaining", "other", "another", "all", "these", "those", "the"}
    )


def _converted(tokens: Sequence[Token], before: Draft, draft: Draft) -> Draft:
    """Return a draft in brackets right behind one of its dimension as the same measure in another unit."""
    bracketed = lower_at(tokens, before.last) == "(" and draft.first == before.last + 1
    same = before.amount.dimension == draft.amount.dimension and before.kind is draft.kind
    return replace(draft, phrase=before.phrase, governor=before.governor) if bracketed and same else draft


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
