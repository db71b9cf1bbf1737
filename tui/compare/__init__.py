"""Comparing: points become facts, the readings of one detail across articles, with a verdict."""

from collections.abc import Sequence

from tui.compare.claims.claim import Claim
from tui.compare.claims.claims import claims
from tui.compare.claims.doubts.doubted import doubted_facts
from tui.compare.claims.doubts.surety import surety_facts
from tui.compare.claims.statements import statement_facts
from tui.compare.draft import Draft, number
from tui.compare.figures.figures import figure_facts
from tui.compare.figures.inside import inside_facts
from tui.compare.figures.mention import mentions
from tui.compare.figures.pairing import bonds, pair
from tui.compare.figures.parted import parted_facts
from tui.compare.figures.several import several_facts
from tui.compare.figures.worth import judge
from tui.compare.figures.zero import zero_facts
from tui.compare.finders import NAMES, QUOTES, SETTINGS, found_by
from tui.compare.look import worth_a_look
from tui.compare.merge import beyond, distinct, merge, one_each
from tui.compare.names.naming import counted_facts
from tui.compare.omissions import omissions
from tui.compare.otherwise.otherwise import otherwise_facts
from tui.compare.quotes.credit import credit_facts
from tui.compare.repeats import once
from tui.compare.story import Story, gather
from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.collation import Fact
from tui.model.detail import Extraction


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
    """Return what the rules find in a story, what one fact tells already left out.

    Figures are paired and clauses read once for all; then come figures, names, quotations, claims and settings, in the order
    in which the first to tell a thing is heard.
    """
    found, said = mentions(story), claims(story)
    judgement = judge(story, found, bonds(story, found), said)
    groups = pair(found, judgement.bonds)
    drafts = [
        *figure_facts(judgement, groups),
        *inside_facts(story, found),
        *merge(credit_facts(story, groups, said)),
        *merge(several_facts(story, said)),
        *counted_facts(story, groups),
        *found_by((*NAMES, *QUOTES), story),
        *_claimed(story, said),
        *found_by(SETTINGS, story),
    ]
    drafts += zero_facts(judgement, drafts)
    kept, more = parted_facts(judgement, groups, drafts)
    return omissions(story, once(one_each(distinct((*kept, *more)))))


def _claimed(story: Story, said: Sequence[Claim]) -> tuple[Draft, ...]:
    """Return in what the claims of a story part and what one article doubts; a doubt of more articles stands for one of two."""
    doubted = merge(doubted_facts(story))
    stated, unsure = merge(statement_facts(story, said)), merge(surety_facts(story))
    return (*beyond(stated, doubted), *beyond(unsure, doubted), *doubted)
