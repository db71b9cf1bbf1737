"""The setting of a passage: the story's own event, or an earlier one that it recalls."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from tui.language.tables import row
from tui.model.article import Article, Passage
from tui.model.detail import Detail, Moment

_PAST: Final = 45  # days before publication after which a moment belongs to another event
_MOSTLY: Final = 0.3  # a story that recalls in more than this share of its passages is itself about the past
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
    known = [day for article in articles if (day := _stated(article))]
    for article in articles:
        today = _stated(article) or max(known, default="")
        before: Passage | None = None
        for passage in article.passages:
            own = moments.get(passage.id, [])
            if _tells_of_past(passage, own, today) or (
                before is not None and before.id in found and not own and _GOES_ON.match(passage.folded)
            ):
                found.add(passage.id)
            before = passage
    passages = sum(len(article.passages) for article in articles)
    return frozenset(found) if len(found) <= _MOSTLY * passages else frozenset()


def _stated(article: Article) -> str:
    """Return the day on which an article says that it was published or last changed; empty where it says neither."""
    return article.metadata.published or article.metadata.updated or ""


def _tells_of_past(passage: Passage, moments: Sequence[Moment], today: str) -> bool:
    """Return whether a passage names a time long before ``today``, and none near it."""
    days = [m for m in moments if m.known]
    if days and today:
        return min(_days(today) - m.last.toordinal() for m in days) > _PAST
    years = {int(y) for y in _YEAR.findall(passage.folded)}
    if years:
        return max(years) < int(today[:4]) if today[:4].isdigit() else bool(_IN_YEAR.search(passage.folded))
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
