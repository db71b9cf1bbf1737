"""Details: passages become details, quotations and attributions.

Rules are ordered tuples of functions, one family a file: first the passage rules, each told what those before it found in the
passage, then those that read a whole article, then those that read the story. A new family is a file and a name in a tuple.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.details.dates.countdowns import countdowns
from tui.details.dates.dates import dates
from tui.details.dates.times import times
from tui.details.figures.figures import figures
from tui.details.figures.nils import nils
from tui.details.figures.ordinals import ordinals
from tui.details.figures.scores import scores
from tui.details.rules import ArticleRule, Context, PassageRule, StoryRule
from tui.details.voices.voices import voices
from tui.model.article import Article
from tui.model.detail import Amount, Detail, Extraction, Kind, Moment

PASSAGE_RULES: Final[tuple[PassageRule, ...]] = (dates, countdowns, times, scores, figures, ordinals, nils)
"""What is found in one passage, in this order."""
ARTICLE_RULES: Final[tuple[ArticleRule, ...]] = ()
"""What takes a whole article."""
STORY_RULES: Final[tuple[StoryRule, ...]] = (voices,)
"""What takes the whole story."""


def extract(articles: Sequence[Article]) -> tuple[Extraction, ...]:
    """Return what the detail rules find in each article; names take the fullest form in the story."""
    found = tuple(_extract(article) for article in articles)
    for rule in STORY_RULES:
        found = rule(articles, found)
    return found


def _extract(article: Article) -> Extraction:
    """Return what the passage and article rules find in one article, details in reading order."""
    details: list[Detail] = []
    context = Context(article, article.day)
    for passage in article.passages:
        here = replace(context, found=())
        for rule in PASSAGE_RULES:
            here = replace(here, found=here.found + rule(passage, here))
        details += sorted(here.found, key=lambda d: (d.start, d.end))
        context = replace(context, named=_last_named(here), counted=_last_counted(here))
    extraction = Extraction(article.siglum, tuple(details))
    for article_rule in ARTICLE_RULES:
        extraction = article_rule(article, extraction)
    return extraction


def _last_named(context: Context) -> Moment | None:
    """Return the day or period that a passage names last, else the one named before it.

    A clock of no day names none, nor does what only points from the day of publishing: ``in recent weeks``.
    """
    for detail in reversed(context.found):
        if isinstance(detail.value, Moment) and (detail.value.known or detail.value.iso.startswith("-")):
            moment = detail.value
            if moment.first == moment.last or context.published not in {moment.first, moment.last}:
                return moment
    return context.named


def _last_counted(context: Context) -> str:
    """Return the head of the last number above one that a passage tells, else of the one before it."""
    for detail in reversed(context.found):
        if detail.kind is Kind.NUMBER and isinstance(detail.value, Amount) and not detail.value.dimension and detail.head:
            return detail.head
    return context.counted
