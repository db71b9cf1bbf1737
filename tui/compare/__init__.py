"""Comparing: points become facts, the readings of one detail across articles, with a verdict."""

from collections.abc import Callable, Sequence
from typing import Final

from tui.compare.draft import Draft, number
from tui.compare.figures import figure_facts
from tui.compare.merge import merge
from tui.compare.story import Story, gather
from tui.compare.swaps import swap_facts
from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.collation import Fact
from tui.model.detail import Extraction

FINDERS: Final[tuple[Callable[[Story], tuple[Draft, ...]], ...]] = (figure_facts, swap_facts)
"""What looks for facts, each on its own; the order in which they stand settles nothing but ties."""


def compare(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> tuple[Fact, ...]:
    """Return every fact of the story, most important first."""
    story = gather(articles, extractions, alignment)
    return number(story, [draft for find in FINDERS for draft in merge(find(story))])
