"""A collation with its cross-references worked out once, for every view to read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.model.alignment import Candidate, Link, Point
from tui.model.article import Article, Passage
from tui.model.collation import Collation, Fact, Reading, Verdict


@dataclass(frozen=True)
class Story:
    """A collation and what stands where in it."""

    collation: Collation
    """The articles, links and facts."""

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by siglum."""
        return {article.siglum: article for article in self.collation.articles}

    @cached_property
    def sigla(self) -> tuple[str, ...]:
        """The sigla in the order given."""
        return tuple(self.articles)

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The passages by id."""
        return {passage.id: passage for article in self.collation.articles for passage in article.passages}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by id, most important first."""
        return {fact.id: fact for fact in self.collation.facts}

    @cached_property
    def divergences(self) -> tuple[Fact, ...]:
        """The facts whose readings do not agree."""
        return tuple(fact for fact in self.collation.facts if fact.verdict is not Verdict.AGREE)

    @cached_property
    def told_in(self) -> Mapping[str, tuple[tuple[Fact, Reading], ...]]:
        """The facts and readings that stand in each passage, most important first."""
        found: dict[str, list[tuple[Fact, Reading]]] = defaultdict(list)
        for fact in self.collation.facts:
            for reading in fact.readings:
                found[reading.passage].append((fact, reading))
        return {passage: tuple(pairs) for passage, pairs in found.items()}

    @cached_property
    def point_of(self) -> Mapping[str, Point]:
        """The story point of each passage that has one."""
        return {passage: point for point in self.collation.alignment.points for passage in point.passages}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """The links of each passage, strongest first."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in sorted(self.collation.alignment.links, key=lambda link: -link.likeness):
            found[link.a].append(link)
            found[link.b].append(link)
        return {passage: tuple(links) for passage, links in found.items()}

    @cached_property
    def nearest(self) -> Mapping[tuple[str, str], Candidate]:
        """The nearest passage of another article, by passage and the other's siglum."""
        return {
            (c.passage, self.passages[c.nearest].siglum): c
            for c in self.collation.alignment.candidates
            if c.nearest in self.passages
        }

    def outlet(self, siglum: str) -> str:
        """Return the outlet of an article, the agency where no outlet is stated, else *no outlet*."""
        stated = self.articles[siglum].metadata
        return stated.outlet or stated.agency or "no outlet"

    @cached_property
    def title(self) -> str:
        """A name for the story: the first headline there is."""
        return next((a.metadata.headline for a in self.collation.articles if a.metadata.headline), "")


def parted(fact: Fact) -> bool:
    """Return whether one reading of the fact is the odd one out."""
    return any(reading.odd for reading in fact.readings)
