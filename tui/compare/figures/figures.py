"""Verdicts on groups of figures and moments: by how their values stand and by how strong the evidence is."""

from collections.abc import Sequence

from tui.compare.draft import Draft, read_detail, with_odd
from tui.compare.figures.bond import Bond
from tui.compare.figures.excuses import excused
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.figures.pairing import Group
from tui.compare.figures.proof import certain, dated_alike, exchanged
from tui.compare.figures.worth import Judge, least
from tui.compare.standing import Standing
from tui.compare.values import standing
from tui.compare.words.note import note
from tui.compare.words.topic import topic
from tui.model.collation import Verdict
from tui.model.detail import Moment


def figure_facts(judge: Judge, groups: Sequence[Group]) -> tuple[Draft, ...]:
    """Return the facts on figures and moments told by more than one article."""
    return tuple(draft for group in groups if (draft := _told(judge, group)) is not None)


def _told(judge: Judge, group: Group) -> Draft | None:
    """Return the fact of a group; none where its values part on too little evidence."""
    apart = [(a, b, evidence) for a, b, evidence in group.bonds if evidence.standing is Standing.APART]
    if apart:
        verdict = _parted(judge, apart)
        if verdict is None:
            return None
    elif any(evidence.standing is not Standing.EQUAL for _, _, evidence in group.bonds) and not _one_word(group.members):
        if all(judge.of(a, b) < least(a, e.standing) for a, b, e in group.bonds if e.standing is not Standing.EQUAL):
            return None
        verdict = Verdict.PRECISION
    else:
        verdict = Verdict.AGREE
    story = judge.story
    readings = with_odd([read_detail(story, m.detail) for m in group.members], classes(group.members, apart=bool(apart)))
    strongest = max((evidence for _, _, evidence in apart or group.bonds), key=lambda b: b.score)
    return Draft(
        min(m.kind for m in group.members),
        topic(story, group.members),
        verdict,
        readings,
        note(verdict, readings),
        strongest.why,
        strongest.score,
    )


def _one_word(members: Sequence[Mention]) -> bool:
    """Return whether all print one moment in the same words, which only the day of publication could make another."""
    days = {str(m.detail.value) for m in members if isinstance(m.detail.value, Moment) and m.detail.value.known}
    return len({m.detail.text.lower() for m in members}) == 1 and members[0].kind in MOMENTS and len(days) <= 1


def _parted(judge: Judge, apart: Sequence[tuple[Mention, Mention, Bond]]) -> Verdict | None:
    """Return what is said of values that part: conflict, differs, or nothing."""
    apart = [(a, b, e) for a, b, e in apart if a.kind not in MOMENTS or not judge.apart(a, b)]
    if any(certain(a, evidence) and certain(b, evidence) for a, b, evidence in apart):
        return Verdict.CONFLICT
    sure = (not excused(a, b, e) and (exchanged(e) or dated_alike(a, b, e)) for a, b, e in apart)
    told = any(sure) or any(judge.of(a, b) >= least(a, e.standing) for a, b, e in apart)
    return Verdict.DIFFERS if told else None


def classes(members: Sequence[Mention], *, apart: bool) -> list[int]:
    """Return the class of each member: those of equal values or, where others part, of values that may be one."""
    same = {Standing.EQUAL, Standing.INSIDE} if apart else {Standing.EQUAL}
    found: list[int] = []
    for n, member in enumerate(members):
        like = [found[m] for m in range(n) if standing(members[m].detail.value, member.detail.value) in same]
        found.append(like[0] if like else n)
    return found
