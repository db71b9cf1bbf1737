"""The three forms a detail rule can have, and what a rule is told beside the text it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tui.model.article import Article, Passage
from tui.model.detail import Detail, Extraction, Moment


@dataclass(frozen=True, slots=True)
class Context:
    """What a passage rule is told beside its passage."""

    article: Article
    """The article the passage stands in."""
    published: date | None = None
    """The day the article was published; ``None`` where it does not say so."""
    named: Moment | None = None
    """The last dated moment that an earlier passage of the article names, for ``that same year``."""
    counted: str = ""
    """What the last number of an earlier passage counts, for ``two of them``."""
    found: tuple[Detail, ...] = ()
    """What the rules before this one found in the passage."""


PassageRule = Callable[[Passage, Context], tuple[Detail, ...]]
"""Finds details of one family in one passage."""

ArticleRule = Callable[[Article, Extraction], Extraction]
"""Adds what takes a whole article, such as quotations with their speakers, to what the passage rules found."""

StoryRule = Callable[[Sequence[Article], tuple[Extraction, ...]], tuple[Extraction, ...]]
"""Settles what takes all articles, such as the fullest form of each name; gives back one extraction for each article."""
