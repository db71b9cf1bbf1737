"""The views of a collation by name, but for the reading one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.model.alignment import Hands
from tui.model.collation import Fact
from tui.model.triage import Decision, Orphan
from tui.present.decided import decided
from tui.present.lines import Page
from tui.present.matrix import all_facts, matrix
from tui.present.quotations import quotations
from tui.present.removed import removed
from tui.present.sources import sources
from tui.present.story import Story
from tui.present.timeline import timeline


@dataclass(frozen=True, slots=True)
class Shown:
    """What the views need of the desk."""

    story: Story
    """The story."""
    facts: Sequence[Fact]
    """The divergences that the filters let through, most important first."""
    sigla: Sequence[str]
    """The articles from left to right."""
    decision_of: Callable[[Fact], Decision]
    """Gives the decision about a fact."""
    hands: Hands
    """What was brought back and dropped by hand."""
    orphans: Sequence[Orphan]
    """What was decided about facts that the articles no longer hold."""
    width: int
    """The width of the view in cells."""


def view(name: str, shown: Shown) -> Page:
    """Return the view called ``name``; an empty page for a name that is none."""
    match name:
        case "facts":
            page = matrix(shown.story, all_facts(shown.story, shown.facts), shown.sigla, shown.decision_of, shown.width)
        case "quotations":
            page = quotations(shown.story)
        case "sources":
            page = sources(shown.story)
        case "timeline":
            page = timeline(shown.story)
        case "sheet":
            page = decided(shown.facts, shown.decision_of, shown.orphans)
        case "removed":
            page = removed(shown.story, shown.hands)
        case _:
            page = Page((), ())
    return page
