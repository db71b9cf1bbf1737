"""Verdicts on groups of figures and moments: by how their values stand and by how strong the evidence is."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from tui.compare.bond import Bond, family
from tui.compare.draft import Draft, read_detail, with_odd
from tui.compare.evidence import Doubt, Sign
from tui.compare.mention import MOMENTS, Mention
from tui.compare.note import note
from tui.compare.pairing import Group
from tui.compare.story import Story
from tui.compare.topic import topic
from tui.compare.values import Standing, standing
from tui.model.collation import Verdict
from tui.model.detail import Kind

_SURE: Final = 3.0  # the least score of a pair that a conflict rests on
_UNLINKED: Final = 4.5  # the same where their passages are not linked
_SIGNS: Final = 3  # the least number of independent signs
_LIKELY: Final = 2.4  # the least score of a pair that differs


_GENERIC: Final = frozenset({"person", "time", "day", "year", "thing", "way", "one"})
"""Heads that stand for too much to tell what is counted."""


def figure_facts(story: Story, groups: Sequence[Group]) -> tuple[Draft, ...]:
    """Return the facts on figures and moments told by more than one article."""
    return tuple(draft for group in groups if (draft := _judge(story, group)) is not None)


def _judge(story: Story, group: Group) -> Draft | None:
    """Return the fact of a group; none where its values part on too little evidence."""
    apart = [(a, b, evidence) for a, b, evidence in group.bonds if evidence.standing is Standing.APART]
    if apart:
        verdict = _parted(apart)
        if verdict is None:
            return None
    elif any(evidence.standing is not Standing.EQUAL for _, _, evidence in group.bonds):
        verdict = Verdict.PRECISION
    else:
        verdict = Verdict.AGREE
    readings = with_odd([read_detail(story, m.detail) for m in group.members], _classes(group.members))
    strongest = max((evidence for _, _, evidence in apart or group.bonds), key=lambda b: b.score)
    return Draft(
        group.members[0].kind,
        topic(story, group.members),
        verdict,
        readings,
        note(verdict, readings),
        strongest.why,
        strongest.score,
    )


def _parted(apart: Sequence[tuple[Mention, Mention, Bond]]) -> Verdict | None:
    """Return what is said of values that part: conflict, differs, or nothing."""
    if any(_certain(a, evidence) for a, _, evidence in apart):
        return Verdict.CONFLICT
    return Verdict.DIFFERS if any(_likely(a, evidence) for a, _, evidence in apart) else None


def _likely(a: Mention, evidence: Bond) -> bool:
    """Return whether two parted mentions are likely enough about one thing to be worth a look."""
    signs = evidence.signs.keys()
    if Sign.TWIN in signs:
        return True
    if a.role == "rank":
        return False
    if signs & {Sign.ROLE, Sign.THING} and set(evidence.doubts) == {Doubt.ELSEWHERE}:
        return bool(signs & {Sign.EVENT, Sign.VERB})  # an article that gives both values tells of a dispute
    return evidence.score >= _LIKELY and not any(doubt.grave for doubt in evidence.doubts) and _one_matter(a, signs)


def _one_matter(a: Mention, signs: AbstractSet[Sign]) -> bool:
    """Return whether the signs say that two mentions may count or date one thing."""
    same_event = bool(signs & {Sign.VERB, Sign.EVENT})
    told_alike = bool(signs & {Sign.WORDS, Sign.LINK})
    if a.kind in MOMENTS:
        return (
            (Sign.VERB in signs and told_alike)
            or {Sign.EVENT, Sign.WORDS, Sign.LINK} <= signs
            or {Sign.EVENT, Sign.MARKED} <= signs
        )
    if a.role == "elapsed":
        return same_event
    if a.kind is Kind.NUMBER and (not a.head or family(a.head) in _GENERIC):
        return same_event and told_alike and bool(signs & {Sign.THING, Sign.FAMILY, Sign.ROLE})
    return bool(signs & {Sign.THING, Sign.FAMILY, Sign.ROLE, Sign.VERB}) and told_alike


def _certain(a: Mention, evidence: Bond) -> bool:
    """Return whether the evidence that two parted mentions are about one thing is strong enough for a conflict."""
    if any(doubt.grave for doubt in evidence.doubts) or len(evidence.doubts) > 1:
        return False
    signs = evidence.signs.keys()
    if Sign.TWIN in signs:
        return True
    if len(signs) < _SIGNS or evidence.score < _SURE:
        return False
    if a.kind in MOMENTS:
        return Sign.VERB in signs and Sign.WORDS in signs and (Sign.LINK in signs or evidence.score >= _UNLINKED)
    linked = Sign.LINK in signs or a.role == "elapsed" or evidence.score >= _UNLINKED
    return a.role != "rank" and linked and _one_count(a, signs)


def _one_count(a: Mention, signs: AbstractSet[Sign]) -> bool:
    """Return whether the signs say that two figures count, measure or price one thing."""
    same_event = bool(signs & {Sign.VERB, Sign.EVENT})
    if a.kind is Kind.NUMBER and (family(a.head) == "person" or not a.head):
        return Sign.THING in signs and same_event
    if a.kind is Kind.DURATION and Sign.ROLE in signs:
        return same_event and bool(signs & {Sign.WORDS, Sign.LINK, Sign.WHO})
    if a.kind is Kind.MEASURE and Sign.VERB in signs and Sign.WORDS in signs:
        return True
    return bool(signs & {Sign.THING, Sign.FAMILY, Sign.ROLE}) and (same_event or Sign.CLOSE in signs) and Sign.WORDS in signs


def _classes(members: tuple[Mention, ...]) -> list[int]:
    """Return for each member the number of the class of equal values that it is in."""
    classes: list[int] = []
    for n, member in enumerate(members):
        same = [classes[m] for m in range(n) if standing(members[m].detail.value, member.detail.value) is Standing.EQUAL]
        classes.append(same[0] if same else n)
    return classes
