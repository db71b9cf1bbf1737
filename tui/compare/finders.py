"""Finders: what reads a story for facts of one sort each, without the pairing of figures or the claims.

A new sort of fact is a file in the folder of its subject and a name in one of these tuples. Of two facts that tell one thing
the first is kept, so that within a tuple and from tuple to tuple whoever says it best comes first.
"""

from collections.abc import Callable, Sequence
from typing import Final

from tui.compare.draft import Draft
from tui.compare.figures.clocks import clock_facts
from tui.compare.merge import merge
from tui.compare.names.called import calling_facts
from tui.compare.names.enumerated import listed_facts
from tui.compare.names.halves import half_facts
from tui.compare.names.joined import joined_facts
from tui.compare.names.journeys import journey_facts
from tui.compare.names.kin import kin_facts
from tui.compare.names.lying import lying_facts
from tui.compare.names.naming import longer_facts, name_facts
from tui.compare.names.narrowed import narrowed_facts
from tui.compare.names.offices import office_facts
from tui.compare.names.places import place_facts
from tui.compare.names.roles import role_facts
from tui.compare.names.spelling import spelling_facts
from tui.compare.names.titles import title_facts
from tui.compare.names.typography import typography_facts
from tui.compare.names.unnamed import unnamed_facts
from tui.compare.quotes.catchwords import catchword_facts
from tui.compare.quotes.manner import manner_facts
from tui.compare.quotes.quotes import quote_facts
from tui.compare.quotes.retold import retold_facts
from tui.compare.quotes.silence import silence_facts
from tui.compare.quotes.venues import venue_facts
from tui.compare.story import Story
from tui.compare.swaps import swap_facts

Finder = Callable[[Story], tuple[Draft, ...]]
"""What reads a story for facts of one sort."""

NAMES: Final[tuple[Finder, ...]] = (
    role_facts,
    joined_facts,
    narrowed_facts,
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
)
"""Who has a part in what, and how persons, bodies and offices are called and spelt."""
QUOTES: Final[tuple[Finder, ...]] = (
    quote_facts,
    retold_facts,
    manner_facts,
    silence_facts,
    venue_facts,
    catchword_facts,
)
"""Who is quoted with which words, to whom, where and how."""
SETTINGS: Final[tuple[Finder, ...]] = (
    place_facts,
    listed_facts,
    lying_facts,
    journey_facts,
    unnamed_facts,
    clock_facts,
)
"""Where, from where and when, and who else: what a statement says better where both tell one thing."""


def found_by(finders: Sequence[Finder], story: Story) -> tuple[Draft, ...]:
    """Return what the finders tell of a story, what each tells of several articles made one."""
    return tuple(draft for find in finders for draft in merge(find(story)))
