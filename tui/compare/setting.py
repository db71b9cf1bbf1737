"""The setting of a passage: the story's own event, or an earlier one that it recalls."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from tui.language.tables import row
from tui.model.article import Article, Passage
from tui.model.detail import Detail, Moment

_PAST: Final = 45  # days before publication after which a moment belongs to another event
_YEAR: Final = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_IN_YEAR: Final = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ )?(?:1[5-9]\d\d|20\d\d)\b")
_GOES_ON: Final = re.compile(
    r"(?:it|that|this|those|these|they|there)\b|the (?:quake|attack|crash|storm|incident|disaster)\b", re.IGNORECASE
)
_RECALLS: Final = row("grammar", "recall")


def recalled(articles: Sequence[Article], details: Sequence[Detail]) -> frozenset[str]:
    """Return the passages that tell of an earlier event: by a year or a day long past, or by going on from one that does.

    A passage goes on from the one before it where it opens with a pronoun, has no moment of its own, and stands beside it.
    """
    moments: dict[str, list[Moment]] = {}
    for detail in details:
        if isinstance(detail.value, Moment):
            moments.setdefault(detail.passage, []).append(detail.value)
    found: set[str] = set()
    for article in articles:
        year = (article.metadata.published or "")[:4]
        before: Passage | None = None
        for passage in article.passages:
            own = moments.get(passage.id, [])
            if _tells_of_past(passage, own, article.metadata.published, year) or (
                before is not None and before.id in found and not own and _GOES_ON.match(passage.folded)
            ):
                found.add(passage.id)
            before = passage
    return frozenset(found)


def _tells_of_past(passage: Passage, moments: Sequence[Moment], published: str | None, year: str) -> bool:
    """Return whether a passage names a time long before the article, and none near it."""
    if moments and published:
        ages = [_days(published) - m.last.toordinal() for m in moments if not m.iso.startswith("T")]
        return bool(ages) and min(ages) > _PAST
    years = {int(y) for y in _YEAR.findall(passage.folded)}
    if years:
        return max(years) < int(year) if year.isdigit() else bool(_IN_YEAR.search(passage.folded))
    return any(phrase in f" {passage.folded.lower()} " for phrase in _phrases())


def _phrases() -> tuple[str, ...]:
    """Return the phrases that recall an earlier time, with blanks around them."""
    return tuple(f" {word} " for word in sorted(_RECALLS))


def _days(published: str) -> int:
    """Return the day of publication as a number."""
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return 0
