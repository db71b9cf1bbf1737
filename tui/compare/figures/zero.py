"""Zero: what one article says befell nobody, *no casualties*, and another counts."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.compare.draft import Draft, read_detail
from tui.compare.figures.families import family
from tui.compare.figures.mention import Mention
from tui.compare.figures.rivals import block
from tui.compare.figures.worth import Judge
from tui.compare.standing import Standing
from tui.compare.values import standing
from tui.compare.words.note import note
from tui.compare.words.topic import topic
from tui.language.events import event_of
from tui.language.grammar import OTHERS
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Amount, Kind

_HARMS: Final = frozenset({"die", "hurt"})
_CASUALTY: Final = stem("casualty")
_BEHIND: Final = 2  # words behind *no one* within which *else* stands
_WEIGHT: Final = 1.6


def zero_facts(judge: Judge, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the counts of nobody, each with the likeliest count of somebody in every other article.

    What the drafts tell of the same passages already, as a denial of everybody, is told once.
    """
    told = [{r.passage for r in d.readings} for d in drafts if d.verdict is not Verdict.AGREE and d.kind is Kind.NEGATION]
    counts = [m for m in judge.found if _counts(m)]
    for nobody in judge.found:
        harms = _denied(nobody)
        against = [m for m in counts if _harm(m) & harms and _one_event(nobody, m)]
        denying = {m.article for m in judge.found if _denied(m) & harms}
        if any(m.article == nobody.article for m in against):
            continue
        for siglum in dict.fromkeys(m.article for m in against if m.article not in denying):
            own = [m for m in against if m.article == siglum]
            best = max(own, key=lambda m: (judge.story.alike(nobody.passage.id, m.passage.id), -judge.story.order[m.passage.id]))
            if not any({nobody.passage.id, best.passage.id} <= passages for passages in told):
                yield _draft(judge, nobody, best)


def _denied(mention: Mention) -> frozenset[str]:
    """Return the harms that a count of zero denies of everybody; none where it denies them of all others only."""
    value = mention.detail.value
    if not (isinstance(value, Amount) and value.figure == 0 and block(mention) == "number "):
        return frozenset()
    detail = mention.detail
    behind = [w.text.lower() for w in words(mention.passage.folded[detail.end :])[:_BEHIND]]
    if not OTHERS.isdisjoint([*detail.text.lower().split(), *behind]):
        return frozenset()
    return _HARMS if mention.head == _CASUALTY else _harm(mention)


def _harm(mention: Mention) -> frozenset[str]:
    """Return the harm that the verb of a count tells."""
    return frozenset({event_of(stem(mention.detail.verb))}) & _HARMS


def _counts(mention: Mention) -> bool:
    """Return whether a mention counts people to whom something happens."""
    value = mention.detail.value
    people = mention.kind is Kind.NUMBER and (not mention.head or family(mention.head) == "person")
    return people and isinstance(value, Amount) and value.figure > 0 and not value.dimension and not mention.role


def _one_event(nobody: Mention, some: Mention) -> bool:
    """Return whether two counts may be of one event: neither recalled, and not of different days."""
    if nobody.recalled or some.recalled or "prior" in some.marks:
        return False
    days = {standing(x, y) for x in nobody.days for y in some.days}
    return not days or not days <= {Standing.APART}


def _draft(judge: Judge, nobody: Mention, some: Mention) -> Draft:
    """Return the fact of a count of nobody and a count of somebody."""
    readings = tuple(read_detail(judge.story, m.detail) for m in (nobody, some))
    alike = judge.story.alike(nobody.passage.id, some.passage.id)
    why = ("one denies of everybody what the other counts", *(("the passages tell the same",) if alike else ()))
    verdict = Verdict.DIFFERS
    return Draft(Kind.NUMBER, topic(judge.story, (some,)), verdict, readings, note(verdict, readings), why, _WEIGHT + alike)
