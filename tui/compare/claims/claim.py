"""A claim: what one clause of a passage says of whom, how far it has come and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, auto

from tui.language.deeds import measured
from tui.language.grammar import LIGHT
from tui.language.syntax.predicates import Predicate
from tui.model.article import Passage
from tui.model.detail import Detail, Moment


class Stage(IntEnum):
    """How far what a claim tells has come."""

    DONE = auto()
    """It happened or it is so."""
    GOING = auto()
    """It is happening."""
    MEANT = auto()
    """It is planned, wanted, ordered or foretold."""
    TRIED = auto()
    """Somebody tries or tried."""
    MAYBE = auto()
    """It is possible."""
    DUE = auto()
    """It should be so or can be so."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause says."""

    passage: Passage
    """The passage it stands in."""
    predicate: Predicate
    """The clause."""
    verb: str
    """The main verb in its base form, or the adjective or noun that ``be`` and its like say of the subject; ``charge`` for
    *file charges*."""
    stage: Stage
    """How far it has come."""
    denied: bool
    """True where the claim is denied, by a word of denial or by a verb like ``fail``."""
    disputed: bool
    """True where somebody denies it, and the article does not."""
    loose: bool
    """True for a participle or gerund without an auxiliary, whose time the sentence leaves open."""
    hedge: str
    """By what sort of word the article takes back that it vouches for it: ``maybe``, ``likely``, ``believed``, ``alleged``; empty
    where it does vouch for it."""
    agent: frozenset[str]
    """Keys of who does it; empty for a pronoun that is not resolved."""
    patient: frozenset[str]
    """Keys of whom or what it befalls."""
    others: frozenset[str]
    """Keys of everything else that the clause names."""
    signs: Mapping[str, tuple[int, int]]
    """Words that can stand on a scale, in their base form, with their spans."""
    places: frozenset[tuple[str, int]]
    """The scales that these words stand on, each with the word's place on it."""
    scales: frozenset[str]
    """The names of these scales."""
    days: tuple[Moment, ...]
    """The moments told in the clause or, where it tells none, in the passage."""
    names: tuple[Detail, ...] = ()
    """The names in its passage."""

    @property
    def hedged(self) -> bool:
        """Return whether the article does not vouch for it: ``allegedly``, ``is believed to``."""
        return bool(self.hedge)

    @property
    def light(self) -> bool:
        """Return whether the verb says little by itself."""
        return self.verb in LIGHT

    @property
    def subject(self) -> frozenset[str]:
        """Return the keys of whom the claim is about: who suffers it, else who does it."""
        own = self.predicate.patient
        bare = own is None or bool(self.predicate.complement) or measured(own)
        return self.patient or (self.agent if bare else frozenset())
