"""Cleaning: copy becomes an article's furniture and paragraphs; what is removed is kept with its reason."""

from collections.abc import Callable
from typing import Final

from tui.clean.assemble import assemble, by_hand
from tui.clean.authors import authors
from tui.clean.body import body, marks, standfirst, subheadings
from tui.clean.bylines import bylines, credits_below
from tui.clean.captions import captions
from tui.clean.cards import cards
from tui.clean.corrections import corrections
from tui.clean.datelines import datelines
from tui.clean.draft import Draft, begin
from tui.clean.furniture import furniture
from tui.clean.headlines import headline
from tui.clean.judge import judge
from tui.clean.letters import letters
from tui.clean.others import others
from tui.clean.outlets import outlets
from tui.clean.rails import rails
from tui.clean.stamps import stamps
from tui.model.alignment import Hands
from tui.model.article import Cleaned
from tui.model.rawcopy import Copy

Rule = Callable[[Draft], Draft]
"""Decides about some of the lines that no rule before it decided about."""

BEFORE_JUDGE: Final[tuple[Rule, ...]] = (
    headline,
    letters,
    marks,
    rails,
    corrections,
    bylines,
    stamps,
    outlets,
    datelines,
    captions,
    furniture,
    credits_below,
    authors,
    others,
    cards,
    standfirst,
)
"""The rules that are surer than the judge, in the order in which they are asked."""
RULES: Final[tuple[Rule, ...]] = (*BEFORE_JUDGE, judge, subheadings, body)
"""Every rule, in the order in which they are asked."""


def clean(copy: Copy, hands: Hands = Hands()) -> Cleaned:
    """Return the article's metadata and paragraphs, and every line taken away with its reason.

    ``hands`` names the lines that a person restored and the paragraphs that a person dropped; both outrank the rules.
    """
    draft = begin(copy)
    for rule in RULES:
        draft = rule(draft)
    return assemble(by_hand(draft, hands))
