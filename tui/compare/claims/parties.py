"""Parties of two clauses: by whom and what they name, how likely it is that they tell of one thing."""

from collections.abc import Iterator
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import Weighed, quoted, telling
from tui.compare.claims.partings import shared
from tui.compare.story import Story
from tui.language.deeds import kind_of, named_deed
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import stem

_TYING: Final = lexicon("for of from to by with against")
CLOSE: Final = 0.5  # a likeness of passages that alone says much
_LIKE: Final = 0.7  # what a synonym is worth beside the same word


def weigh_parties(story: Story, a: Claim, b: Claim, signs: list[Weighed], doubts: list[Weighed]) -> None:
    """Weigh whom and what the two claims name."""
    common = shared(a.subject, b.subject) or _one_doer(a, b)
    doers = shared(a.agent, b.agent) if a.patient and b.patient else frozenset[str]()
    others = shared(a.others, b.others)
    if common and (named := quoted(story, a, common)):
        exact = max((telling(story, key) for key in common & (b.subject | b.agent)), default=0.0)
        weight = max(exact, _LIKE * max(telling(story, key) for key in common))
        signs.append((weight, f"both are about {named}"))
    else:
        close = story.alike(a.passage.id, b.passage.id) >= CLOSE
        different = -1.2 if a.subject and b.subject else 0.0
        unsaid = -0.3 if others and close else -0.6 if others else -1.0
        doubts.append((different + unsaid, "nothing says that they are about one party"))
    if doers:
        signs.append((0.5, f"both are done by {quoted(story, a, doers)}"))
    elif done := _done_by_deed(a, b) or _done_by_deed(b, a):
        signs.append((0.5, f"both are done by the {done}"))
    elif a.agent and b.agent and a.patient and b.patient:
        doubts.append((-0.7, "different parties do it"))
    elif any(c.predicate.agent is not None and not c.agent and c.predicate.patient is not None for c in (a, b)):
        doubts.append((-0.2, "one does not name who does it"))
    if others:
        signs.append((min(0.8, sum(0.5 * telling(story, key) for key in others)), f"both name {quoted(story, a, others)}"))
    elif _named(a.others) and _named(b.others):
        doubts.append((-0.5, "they name different places or parties"))


def _done_by_deed(a: Claim, b: Claim) -> str:
    """Return the noun that does what the first claim tells, where it names the very deed that the second one hangs on.

    So *gift* for *the gift may breach the ban* beside *he gave them a car, defying the ban*; empty where there is none.
    """
    doer, other = a.predicate.agent, b.predicate
    if doer is None or doer.pronoun or other.agent is None or other.group.finite or other.group.infinitive:
        return ""
    kind = kind_of(named_deed(doer.base) or doer.base)
    above = (p for p in predicates(b.passage.folded) if p.group.finite and p.agent == other.agent)
    return doer.base if any(kind_of(p.verb) == kind for p in above) else ""


def _one_doer(a: Claim, b: Claim) -> frozenset[str]:
    """Return the keys of who does what two claims tell in one verb, where one of them does not say to whom or what."""
    bare = any(c.predicate.patient is None and not c.predicate.complement for c in (a, b))
    return shared(a.agent, b.agent) if bare and a.verb == b.verb and not a.light else frozenset()


def clashes(a: Claim, b: Claim) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the nouns that two claims tie to their verbs by the same preposition and that are not the same."""
    for x in a.predicate.arguments:
        for y in b.predicate.arguments:
            if x.preposition == y.preposition and x.preposition in _TYING and not (x.phrase.timed or y.phrase.timed):
                one, two = frozenset({stem(x.phrase.base)}), frozenset({stem(y.phrase.base)})
                if not shared(one, two) and not (x.phrase.pronoun or y.phrase.pronoun):
                    yield x.phrase, y.phrase


def _named(keys: frozenset[str]) -> bool:
    """Return whether a name is among the keys."""
    return any(key.startswith("=") for key in keys)
