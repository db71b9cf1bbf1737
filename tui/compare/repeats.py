"""Repeats: what one fact tells already is told once, by the gravest fact, with the readings of all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.compare.draft import Draft
from tui.compare.names.naming import ONE_NAME
from tui.compare.priority import MUST, STYLE, place
from tui.compare.words.note import note
from tui.model.collation import Verdict
from tui.model.detail import Kind

_ARTICLES: Final = frozenset({"a", "an", "the"})
_PARTED: Final = frozenset({Verdict.CONFLICT, Verdict.DIFFERS})
_STATED: Final = frozenset({Kind.STATEMENT, Kind.NEGATION, Kind.CERTAINTY})
_NAMING: Final = frozenset({Kind.ROLE, Kind.NAME, Kind.PLACE, Kind.PERSON, Kind.ORGANISATION})
_THINGS: Final = frozenset({Kind.NAME, Kind.PLACE, Kind.ORGANISATION})
_CREDITS: Final = frozenset({Verdict.ATTRIBUTION, Verdict.CERTAINTY})


def once(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts without those that repeat a graver one; on one question that parts the readings are put together."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_order):
        if draft.verdict is Verdict.AGREE:
            kept.append(draft)
        elif not _is_printed_alike(draft) and not any(_repeats(draft, other) or _is_spelt(draft, other) for other in kept):
            same = next((n for n, other in enumerate(kept) if _is_one_question(draft, other)), None)
            if same is None:
                kept.append(draft)
            else:
                kept[same] = _with(kept[same], draft)
    return tuple(kept)


def _order(draft: Draft) -> tuple[object, ...]:
    """Return what sorts drafts from the gravest to the least, whatever order the articles have."""
    texts = sorted((r.text, r.start) for r in draft.readings)
    return (
        draft.rank,
        place(draft.verdict, draft.kind),
        -len({r.article for r in draft.readings}),
        -round(draft.weight, 6),
        draft.topic,
        texts,
    )


def _is_printed_alike(draft: Draft) -> bool:
    """Return whether every article prints the same words, so that no reader would see a difference."""
    told_of_words = draft.verdict not in _CREDITS and draft.kind is not Kind.QUOTATION
    return told_of_words and len({r.text for r in draft.readings}) == 1


def _level(text: str) -> str:
    """Return words in lower case with single blanks and without articles."""
    return " ".join(word for word in text.lower().split() if word not in _ARTICLES)


def _repeats(draft: Draft, other: Draft) -> bool:
    """Return whether a draft tells what another one tells, in the same words, about the same clause or of the same name."""
    if other.verdict is Verdict.AGREE:
        return False
    if draft.rank == STYLE and other.rank == MUST and _covers(other, draft):
        return True
    if draft.verdict is other.verdict and draft.kind is other.kind in _STATED:
        places = {r.passage for r in other.readings}
        return draft.verdict is Verdict.PRECISION and all(r.passage in places for r in draft.readings)
    if draft.verdict is other.verdict and draft.kind is other.kind in _NAMING:
        said = {(r.article, _level(r.text)) for r in other.readings}
        shared = [r for r in draft.readings if (r.article, _level(r.text)) in said]
        if len(shared) == len(draft.readings) and draft.verdict is not Verdict.ATTRIBUTION:
            return True
        if draft.rank == STYLE and len({r.article for r in shared}) > 1 < len({_level(r.text) for r in shared}):
            return True
    return False


def _covers(other: Draft, draft: Draft) -> bool:
    """Return whether every reading of the second draft touches a reading of the first."""
    spans = [(r.passage, r.start, r.end) for r in other.readings]
    return all(any(p == r.passage and s < r.end and r.start < e for p, s, e in spans) for r in draft.readings)


def _is_spelt(draft: Draft, other: Draft) -> bool:
    """Return whether a draft on a thing's name only repeats that a part of the name is spelt in two ways."""
    if (
        other.verdict is not Verdict.SPELLING
        or draft.kind not in _THINGS
        or draft.verdict not in {Verdict.SPELLING, Verdict.PRECISION}
    ):
        return False
    if draft.verdict is Verdict.PRECISION and ONE_NAME not in draft.why:
        return False
    spelt = {r.article: _letters(r.text) for r in other.readings}
    return all(r.article in spelt and spelt[r.article] in _letters(r.text) for r in draft.readings)


def _letters(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _is_one_question(draft: Draft, other: Draft) -> bool:
    """Return whether two drafts answer one question with readings that part, or give the forms of one name."""
    if draft.kind is not other.kind or draft.topic.lower() != other.topic.lower():
        return False
    if ONE_NAME in draft.why and ONE_NAME in other.why:
        return draft.verdict is other.verdict
    if draft.verdict is other.verdict and _meets(draft, other):
        return True
    return {draft.verdict, other.verdict} <= _PARTED and draft.kind is Kind.PERSON


def _meets(draft: Draft, other: Draft) -> bool:
    """Return whether two drafts have an article in common and every such article gives both the same reading."""
    shared = {r.article for r in draft.readings} & {r.article for r in other.readings}
    return bool(shared) and all(
        r.passage == s.passage and r.start < s.end and s.start < r.end
        for r in draft.readings
        for s in other.readings
        if r.article == s.article in shared
    )


def _with(one: Draft, two: Draft) -> Draft:
    """Return a draft with the readings of another that it lacks, and the note on all of them."""
    spans = {(r.passage, r.start, r.end) for r in one.readings}
    articles = {r.article for r in one.readings} if ONE_NAME not in one.why else frozenset[str]()
    more = tuple(r for r in two.readings if (r.passage, r.start, r.end) not in spans and r.article not in articles)
    readings = one.readings + more
    return (
        replace(one, readings=readings, note=note(one.verdict, readings, one.note.rsplit(": ", 1)[-1].rstrip(".")))
        if more
        else one
    )
