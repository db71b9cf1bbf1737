"""Merging: facts of two articles that share a reading become one fact of all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.compare.draft import Draft
from tui.compare.names.naming import ONE_NAME
from tui.compare.words.note import note
from tui.model.collation import Verdict
from tui.model.detail import Kind

_NAMING: Final = frozenset({Kind.ROLE, Kind.NAME, Kind.PLACE, Kind.PERSON, Kind.ORGANISATION})
_STATED: Final = frozenset({Kind.STATEMENT, Kind.NEGATION, Kind.CERTAINTY})


def merge(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with those of one kind and verdict that share a reading, at most one for each article, made one."""
    merged: list[Draft] = []
    for draft in drafts:
        place = next((n for n, other in enumerate(merged) if _joins(other, draft)), None)
        if place is None:
            merged.append(draft)
        else:
            other = merged[place]
            spans = {(r.passage, r.start) for r in other.readings}
            readings = other.readings + tuple(r for r in draft.readings if (r.passage, r.start) not in spans)
            end = "" if other.verdict is Verdict.ATTRIBUTION else other.note.rsplit(": ", 1)[-1].rstrip(".")
            merged[place] = replace(
                other, readings=readings, note=note(other.verdict, readings, end), weight=max(other.weight, draft.weight)
            )
    return tuple(merged)


def distinct(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts without those whose every reading lies on a reading of an earlier one of the same verdict.

    Statements are told once whatever is said of them: the clause that was understood outranks the words that were held together.
    What only differs in exactness is left out where the same readings are told to part.
    """
    kept: list[Draft] = []
    parted = [draft for draft in drafts if draft.verdict in {Verdict.CONFLICT, Verdict.DIFFERS}]
    for draft in drafts:
        exact = draft.verdict is Verdict.PRECISION
        if exact and any(other.kind is draft.kind and _covers(other, draft) for other in parted):
            continue
        if not any(
            (other.verdict is draft.verdict or {other.kind, draft.kind} <= _STATED) and _covers(other, draft) for other in kept
        ):
            kept.append(draft)
    return tuple(kept)


def beyond(drafts: Sequence[Draft], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts without those on certainty that another of more articles tells as well."""
    return tuple(
        draft
        for draft in drafts
        if draft.kind is not Kind.CERTAINTY
        or not any(len(o.readings) > len(draft.readings) and _covers(o, draft) for o in others)
    )


def one_each(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with those that answer one question made one, and one for each claim that is credited otherwise.

    Two names, roles or places told of one question are one fact, with the readings of the one that most articles share;
    two attributions are of one claim where a third, or they themselves, share a reading.
    """
    wide = sorted(drafts, key=lambda d: (-len({r.article for r in d.readings}), -d.weight, d.note))
    asked: dict[tuple[Kind, Verdict, str], Draft] = {}
    credited: list[tuple[set[str], set[tuple[str, int]]]] = []
    kept: list[Draft] = []
    for draft in wide:
        key = draft.kind, draft.verdict, draft.topic
        if draft.verdict is Verdict.ATTRIBUTION:
            if not _credited(credited, draft):
                kept.append(draft)
        elif draft.kind not in _NAMING or draft.verdict is Verdict.AGREE or ONE_NAME in draft.why:
            kept.append(draft)
        elif key in asked:
            asked[key] = _widened(asked[key], draft)
        else:
            asked[key] = draft
    return (*kept, *asked.values())


def _credited(credited: list[tuple[set[str], set[tuple[str, int]]]], draft: Draft) -> bool:
    """Return whether an attribution is of a claim told before by as many articles; else it is taken down as told."""
    articles = {r.article for r in draft.readings}
    spans = {(r.passage, r.start) for r in draft.readings}
    for told, known in credited:
        if articles <= told and spans & known:
            known.update(spans)
            return True
    credited.append((articles, spans))
    return False


def _widened(one: Draft, two: Draft) -> Draft:
    """Return a fact with the readings of another on the same question from articles that it lacks."""
    told = {r.article for r in one.readings}
    more = tuple(r for r in two.readings if r.article not in told)
    if not more:
        return one
    readings = one.readings + more
    return replace(one, readings=readings, note=note(one.verdict, readings, one.note.rsplit(": ", 1)[-1].rstrip(".")))


def _covers(one: Draft, two: Draft) -> bool:
    """Return whether every reading of the second draft shares a place with a reading of the first."""
    return all(any(r.passage == s.passage and r.start < s.end and s.start < r.end for r in one.readings) for s in two.readings)


def _joins(one: Draft, two: Draft) -> bool:
    """Return whether two drafts can be one fact."""
    if (one.kind, one.verdict) != (two.kind, two.verdict):
        return False
    spans = {(r.passage, r.start, r.end) for r in one.readings}
    rest = [r for r in two.readings if (r.passage, r.start, r.end) not in spans]
    return len(rest) < len(two.readings) and not {r.article for r in rest} & {r.article for r in one.readings}
