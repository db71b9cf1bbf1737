"""Nobody: what one article denies of everybody, and another tells of somebody: *no charges have been filed*, *was charged*."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.draft import Draft, reading
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import standing
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.deeds import kind_of, wholly_denied
from tui.language.grammar import OTHERS
from tui.model.collation import Verdict
from tui.model.detail import Kind

_WEIGHT: Final = 1.6  # what a denial of everybody is worth beside a deed of its kind
_OFTEN: Final = 4  # claims of one kind of deed beyond which an unlinked one may be of another occasion, as where a day is told
_END: Final = "one says of nobody what the other says of somebody"


def nobody_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the deeds that one article denies of everybody, each with the claim of every other article that tells it."""
    for denial in found:
        kind = "" if _of_others(denial) else kind_of(wholly_denied(denial.predicate))
        told = [c for c in found if kind and kind_of(c.verb) == kind and _tells(story, denial, c)]
        if any(c.passage.siglum == denial.passage.siglum for c in told):
            continue
        for siglum in dict.fromkeys(c.passage.siglum for c in told):
            own = [c for c in told if c.passage.siglum == siglum]
            best = max(own, key=lambda c: story.alike(denial.passage.id, c.passage.id))
            if (len(told) <= _OFTEN and not denial.days) or story.alike(denial.passage.id, best.passage.id):
                yield _draft(story, denial, best)


def _of_others(denial: Claim) -> bool:
    """Return whether a claim denies of all others only: *no one else was hurt*, *no further charges*."""
    own = denial.predicate.patient or denial.predicate.agent
    start, end = denial.predicate.said
    said = denial.passage.folded[min(start, own.start) if own else start : end].lower().split()
    return not OTHERS.isdisjoint(said)


def _tells(story: Story, denial: Claim, claim: Claim) -> bool:
    """Return whether a claim tells as done, and of the same event, what is denied of everybody."""
    if claim.denied or claim.disputed or claim.loose or claim.hedged or claim.stage is not Stage.DONE or not claim.subject:
        return False
    if {key for key in denial.others if key.startswith("=")} - claim.others:
        return False  # it is denied of one place or party alone
    if (denial.passage.id in story.recalled) != (claim.passage.id in story.recalled):
        return False
    days = {standing(x, y) for x in denial.days for y in claim.days}
    return not days or not days <= {Standing.APART}


def _draft(story: Story, denial: Claim, claim: Claim) -> Draft:
    """Return the fact of a denial of everybody and a claim."""
    own = denial.predicate.patient or denial.predicate.agent
    start, end = denial.predicate.said
    spans = (start, end) if own is None else (min(start, own.start), max(end, own.end)), claim.predicate.said
    readings = tuple(reading(story, c.passage.id, *span) for c, span in zip((denial, claim), spans, strict=True))
    spots = [(c.passage.id, c.predicate.group.at[0]) for c in (claim, denial)]
    said = gist(story, spots, 3, bare=True)
    thing = denial.passage.text[slice(*denial.predicate.said)] if own is None else denial.passage.text[own.start : own.end]
    topic = f"whether {said}" if said else thing
    alike = story.alike(denial.passage.id, claim.passage.id)
    why = ("both tell of one kind of deed", *(("the passages tell the same",) if alike else ()))
    return Draft(Kind.NEGATION, topic, Verdict.DIFFERS, readings, note(Verdict.DIFFERS, readings, _END), why, _WEIGHT + alike)
