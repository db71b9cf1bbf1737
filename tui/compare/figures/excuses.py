"""Excuses: why two figures or moments that part may both be right."""

import re
from typing import Final

from tui.compare.figures.bond import Bond
from tui.compare.figures.evidence import Doubt
from tui.compare.figures.mention import Mention
from tui.compare.figures.rivals import block
from tui.compare.moments import days_between
from tui.compare.standing import Standing
from tui.model.detail import Kind, Moment

_POINTING: Final = frozenset({"today", "yesterday", "tonight", "tomorrow", "this"})
_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_WEEK: Final = 7  # days


def excused(a: Mention, b: Mention, evidence: Bond) -> bool:
    """Return whether two mentions part in good faith too often: places in a row, ages of two people, *today* of two days."""
    if a.kind is not b.kind and (elsewhere(a) or elsewhere(b)):
        return True
    if evidence.standing is not Standing.APART:
        return False
    if a.kind is b.kind is Kind.DATE and (_of_this_week(a) != _of_this_week(b) or _pointing(a) != _pointing(b)) and _far(a, b):
        return True  # what happened on Friday and what happened in March or, by an article without a date, today
    ages = "age" in {a.role, b.role, block(a)} and not (a.who and a.who == b.who)
    return "rank" in {a.role, b.role} or ages or Doubt.LOOSE in evidence.doubts


def elsewhere(mention: Mention) -> bool:
    """Return whether a time is told by the clock of a zone, whose day may be another."""
    value = mention.detail.value
    return isinstance(value, Moment) and value.zone not in {"", "local"}


def _pointing(mention: Mention) -> bool:
    """Return whether a moment is told from the day of publication alone: *today*, *last night*."""
    return bool(_POINTING & set(mention.detail.text.lower().split())) and not _of_this_week(mention)


def _of_this_week(mention: Mention) -> bool:
    """Return whether a moment is told by a day of the week alone, as articles tell what has just happened."""
    return _WEEKDAY.search(mention.detail.text) is not None and not any(c.isdigit() for c in mention.detail.text)


def _far(a: Mention, b: Mention) -> bool:
    """Return whether two moments are more than a week apart, or nothing says that they are not."""
    x, y = a.detail.value, b.detail.value
    return not (isinstance(x, Moment) and isinstance(y, Moment) and x.known and y.known and days_between(x, y) <= _WEEK)
