"""What the desk needs of whatever keeps marks and notes; ``tui.ledger`` provides it, a plain dictionary does without a store."""

from collections.abc import Mapping
from typing import Protocol

from tui.model.alignment import Hands
from tui.model.collation import Collation, Fact
from tui.model.triage import Decision, Orphan


class Book(Protocol):
    """Marks, notes, hand-made links and the view of one story; each change is kept at once."""

    def follow(self, collation: Collation) -> None:
        """Take up the facts of ``collation``, after the first collation and after every later one."""

    def decision(self, fact: Fact) -> Decision:
        """Return what was decided about a fact."""

    def decide(self, fact: Fact, decision: Decision) -> None:
        """Keep a decision about a fact."""

    @property
    def trouble(self) -> str:
        """One sentence on why nothing can be kept, empty where all is well."""

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """What was decided about facts that the articles no longer hold."""

    @property
    def hands(self) -> Hands:
        """What was linked, cut and restored by hand."""

    def keep_hands(self, hands: Hands) -> None:
        """Keep what was decided by hand."""

    @property
    def view(self) -> Mapping[str, str]:
        """The view as it was left: place, filters, base article, sizes, theme."""

    def keep_view(self, view: Mapping[str, str]) -> None:
        """Keep the view."""

    def refresh(self) -> bool:
        """Take in what another desk changed; return whether anything did."""

    def close(self) -> None:
        """Let the store go."""


class LooseLeaf:
    """A book that forgets everything when the program ends."""

    def __init__(self) -> None:
        """Start with nothing decided."""
        self._decisions: dict[str, Decision] = {}
        self._hands = Hands()
        self._view: dict[str, str] = {}

    def follow(self, collation: Collation) -> None:
        """Need nothing: decisions are kept by the fact's number."""

    def decision(self, fact: Fact) -> Decision:
        """Return what was decided about a fact."""
        return self._decisions.get(fact.id, Decision())

    def decide(self, fact: Fact, decision: Decision) -> None:
        """Keep a decision until the end of the process."""
        self._decisions[fact.id] = decision

    @property
    def trouble(self) -> str:
        """Return nothing: nobody expects a loose leaf to be kept."""
        return ""

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """Return nothing: a loose leaf has no facts from before."""
        return ()

    @property
    def hands(self) -> Hands:
        """What was linked, cut and restored by hand."""
        return self._hands

    def keep_hands(self, hands: Hands) -> None:
        """Keep what was decided by hand until the end of the process."""
        self._hands = hands

    @property
    def view(self) -> Mapping[str, str]:
        """The view as it was left."""
        return dict(self._view)

    def keep_view(self, view: Mapping[str, str]) -> None:
        """Keep the view until the end of the process."""
        self._view = dict(view)

    def refresh(self) -> bool:
        """Return False: nobody else writes in a loose leaf."""
        return False

    def close(self) -> None:
        """Let nothing go: there is no store."""
