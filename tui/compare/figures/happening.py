"""Happenings: the claim that each figure or moment belongs to, and how far two of them tell one deed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.kinship import telling
from tui.compare.claims.partings import ALIKE, shared, verbs_alike
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.story import Story
from tui.language.deeds import named_deed
from tui.language.events import event_of
from tui.language.words import stem

_FAR: Final = 60  # code points from a clause's verbs within which a moment that stands in none of its phrases belongs to it
_BINDING: Final = ("with", "as", "against", "of", "to")
"""Prepositions that tie to a verb what makes it another deed."""
_COMING: Final = frozenset({Stage.MEANT, Stage.MAYBE, Stage.DUE, Stage.TRIED})


def happenings(found: Sequence[Mention], said: Sequence[Claim]) -> tuple[Claim | None, ...]:
    """Return for each mention the claim that it belongs to, ``None`` where the grammar finds none.

    A moment that dates a noun which tells a deed, *the May 3 arrest*, belongs to a claim of that deed.
    """
    by_passage: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        by_passage[claim.passage.id].append(claim)
    return tuple(_claim(mention, by_passage.get(mention.passage.id, ())) for mention in found)


def _claim(mention: Mention, here: Sequence[Claim]) -> Claim | None:
    """Return the claim of a passage that a mention belongs to."""
    start = mention.detail.start
    said = [c for c in here if mention.detail.verb in {c.verb, c.predicate.group.base}]
    inside = [c for c in here if any(p.start <= start < p.end for p in (*c.predicate.phrases, *c.predicate.listed))]
    near = [c for c in here if abs(c.predicate.group.at[0] - start) <= _FAR]
    if mention.kind in MOMENTS and mention.detail.verb and not said:
        inside, near = [], []  # the grammar and the rules for dates see two verbs
    before = [c for c in near if c.predicate.group.at[0] < start] if mention.kind in MOMENTS else []
    own = min(said or before or inside or near, key=lambda c: abs(c.predicate.group.at[0] - start), default=None)
    named = named_deed(mention.detail.head) if mention.kind in MOMENTS else ""
    if own is None or not named:
        return own
    return replace(own, verb=named, agent=frozenset(), patient=frozenset(), others=own.agent | own.patient | own.others)


def told(story: Story, a: Claim | None, b: Claim | None) -> Mapping[str, float]:
    """Return what two claims say of whether two mentions are about one thing, by name, each 0 to 1."""
    if a is None or b is None:
        return {"no claim": 1.0}
    return {name: value for name, value in _told(story, a, b) if value}


def _told(story: Story, a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
    """Yield what two claims say of whether two mentions are about one thing."""
    verb = verbs_alike(a, b)
    light = a.light or b.light
    yield "deed", verb * (not light)
    yield "one done", float((a.stage in _COMING) != (b.stage in _COMING))
    yield "one denied", float(a.denied != b.denied)
    party = 0.0
    for name, one, two in (("agent", a.agent, b.agent), ("patient", a.patient, b.patient), ("others", a.others, b.others)):
        common = shared(one, two)
        worth = min(1.0, max((telling(story, key) for key in common), default=0.0))
        yield f"{name} shared", worth
        if name != "others":
            yield f"{name} apart", float(bool(one and two and not common))
        party = max(party, worth if name != "others" else 0.0)
    yield "deed of one", party * (verb >= ALIKE and not light)


def other_deeds(a: Claim | None, b: Claim | None) -> bool:
    """Return whether two claims tell of two deeds: other verbs, or the same of other parties or of other charges."""
    if a is None or b is None:
        return False
    classed = bool(event_of(stem(a.verb))) and event_of(stem(a.verb)) == event_of(stem(b.verb))
    if not (verbs_alike(a, b) or classed) and not (a.light or b.light):
        return True
    if a.verb != b.verb:
        return False  # what one gives, another receives
    parties = ((_named(a.agent), _named(b.agent)), (a.patient, b.patient))
    if any(one and two and not shared(one, two) for one, two in parties):
        return True
    return any(not shared(_tied(a, word), _tied(b, word)) for word in _BINDING if _tied(a, word) and _tied(b, word))


def _named(keys: frozenset[str]) -> frozenset[str]:
    """Return the keys of somebody who is named; none for a noun, as one may be called by several."""
    return keys if any(key.startswith("=") for key in keys) else frozenset()


def _tied(claim: Claim, preposition: str) -> frozenset[str]:
    """Return the stems of what a preposition ties to the verb of a claim."""
    own = (a.phrase for a in claim.predicate.arguments if a.preposition == preposition and not a.phrase.timed)
    return frozenset(stem(phrase.base) for phrase in own)
