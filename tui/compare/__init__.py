"""Comparing: points become facts, the readings of one detail across articles, with a verdict."""

from collections.abc import Callable, Sequence
from typing import Final

from tui.compare.claims.claims import claims
from tui.compare.claims.doubts.doubted import doubted_facts
from tui.compare.claims.doubts.surety import surety_facts
from tui.compare.claims.statements import statement_facts
from tui.compare.draft import Draft, number
from tui.compare.figures.clocks import clock_facts
from tui.compare.figures.figures import figure_facts
from tui.compare.figures.inside import inside_facts
from tui.compare.figures.mention import mentions
from tui.compare.figures.pairing import bonds, pair
from tui.compare.figures.parted import parted_facts
from tui.compare.figures.worth import judge
from tui.compare.figures.zero import zero_facts
from tui.compare.look import worth_a_look
from tui.compare.merge import beyond, distinct, merge, one_each
from tui.compare.names.called import calling_facts
from tui.compare.names.enumerated import listed_facts
from tui.compare.names.halves import half_facts
from tui.compare.names.joined import joined_facts
from tui.compare.names.journeys import journey_facts
from tui.compare.names.kin import kin_facts
from tui.compare.names.lying import lying_facts
from tui.compare.names.naming import counted_facts, longer_facts, name_facts
from tui.compare.names.narrowed import narrowed_facts
from tui.compare.names.offices import office_facts
from tui.compare.names.places import place_facts
from tui.compare.names.roles import role_facts
from tui.compare.names.spelling import spelling_facts
from tui.compare.names.titles import title_facts
from tui.compare.names.typography import typography_facts
from tui.compare.names.unnamed import unnamed_facts
from tui.compare.omissions import omissions
from tui.compare.otherwise.otherwise import otherwise_facts
from tui.compare.quotes.catchwords import catchword_facts
from tui.compare.quotes.credit import credit_facts
from tui.compare.quotes.manner import manner_facts
from tui.compare.quotes.quotes import quote_facts
from tui.compare.quotes.retold import retold_facts
from tui.compare.quotes.silence import silence_facts
from tui.compare.quotes.venues import venue_facts
from tui.compare.repeats import once
from tui.compare.story import Story, gather
from tui.compare.swaps import swap_facts
from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.collation import Fact
from tui.model.detail import Extraction

FINDERS: Final[tuple[Callable[[Story], tuple[Draft, ...]], ...]] = (
    swap_facts,
    spelling_facts,
    typography_facts,
    name_facts,
    longer_facts,
    office_facts,
    half_facts,
    kin_facts,
    title_facts,
    calling_facts,
    quote_facts,
    retold_facts,
    manner_facts,
    silence_facts,
    venue_facts,
    catchword_facts,
)
"""What looks for facts that need no pairing of figures, each on its own."""
AFTER_STATEMENTS: Final[tuple[Callable[[Story], tuple[Draft, ...]], ...]] = (
    place_facts,
    listed_facts,
    lying_facts,
    journey_facts,
    unnamed_facts,
    clock_facts,
)
"""The same, for facts that a statement says better where both tell one thing."""


def compare(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> tuple[Fact, ...]:
    """Return every fact of the story that is worth a look, most important first."""
    story = gather(articles, extractions, alignment)
    return number(story, worth_a_look(story, all_drafts(story)))


def ruled(articles: Sequence[Article], extractions: Sequence[Extraction], alignment: Alignment) -> tuple[Fact, ...]:
    """Return every fact that the rules find, most important first, however little a reader may care for it."""
    story = gather(articles, extractions, alignment)
    return number(story, drafts_of(story))


def all_drafts(story: Story) -> tuple[Draft, ...]:
    """Return what the rules find in a story and what its linked passages tell otherwise, however little it is worth."""
    drafts = drafts_of(story)
    return (*drafts, *merge(otherwise_facts(story, drafts)))


def drafts_of(story: Story) -> tuple[Draft, ...]:
    """Return what the rules find in a story, what one fact tells already left out."""
    found = mentions(story)
    said = claims(story)
    judgement = judge(story, found, bonds(story, found), said)
    groups = pair(found, judgement.bonds)
    doubted = merge(doubted_facts(story))
    drafts = [
        *figure_facts(judgement, groups),
        *inside_facts(story, found),
        *merge(credit_facts(story, groups, said)),
        *counted_facts(story, groups),
        *merge(role_facts(story)),
        *merge(joined_facts(story)),
        *merge(narrowed_facts(story)),
        *(draft for find in FINDERS for draft in merge(find(story))),
        *beyond(merge(statement_facts(story, said)), doubted),
        *beyond(merge(surety_facts(story)), doubted),
        *doubted,
        *(draft for find in AFTER_STATEMENTS for draft in merge(find(story))),
    ]
    drafts += zero_facts(judgement, drafts)
    kept, more = parted_facts(judgement, groups, drafts)
    return omissions(story, once(one_each(distinct((*kept, *more)))))
