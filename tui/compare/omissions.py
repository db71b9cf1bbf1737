"""Omissions: a notable detail of a shared point that one article leaves out while others tell it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.compare.draft import Draft
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import comparable, standing
from tui.compare.words.note import joined, note
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Amount, Detail, Kind, Name

_FIGURES: Final = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})
_NOTABLE: Final = _FIGURES | {Kind.PERSON, Kind.QUOTATION}
"""Kinds of detail whose absence a desk would want to know of."""
_SMALL: Final = 2  # one and two are told in other words, by *the* or *both*, and ordinals by what is counted
_HELD: Final = 0.5  # of the words of a quotation in one passage: it is given there in other words
_LEAST: Final = 4  # letters of a word that is no little one


def omissions(story: Story, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, those on which articles agree made omissions where another tells the same point without them.

    Most articles must give the detail: what most leave out nobody misses. The one without it must have a passage that is linked
    to every passage of the readings, and give it nowhere.
    """
    parted = {(r.passage, r.start) for d in drafts if d.verdict is not Verdict.AGREE for r in d.readings}
    return tuple(_left_out(story, draft, parted) for draft in drafts)


def _left_out(story: Story, draft: Draft, parted: set[tuple[str, int]]) -> Draft:
    """Return a draft as an omission where an article leaves the detail out, else as it is."""
    articles = {r.article for r in draft.readings}
    if (
        draft.verdict is not Verdict.AGREE
        or draft.kind not in _NOTABLE
        or not len(articles) > max(1, len(story.articles) / 2)
        or any((r.passage, r.start) in parted for r in draft.readings)
    ):
        return draft
    silent = [a.siglum for a in story.articles if a.siglum not in articles]
    left = {
        siglum: places
        for siglum in silent
        if (places := _tells(story, draft, siglum)) and not _gives(story, draft, siglum, places)
    }
    if not left:
        return draft
    who, one = joined(sorted(left)), len(left) == 1
    end = f"{who}, which {'tells' if one else 'tell'} the same otherwise, {'leaves' if one else 'leave'} it out"
    return replace(draft, verdict=Verdict.OMISSION, note=note(Verdict.OMISSION, draft.readings, end))


def _tells(story: Story, draft: Draft, siglum: str) -> frozenset[str]:
    """Return the passages of an article that are linked to every passage of the readings."""
    places = [p.id for a in story.articles if a.siglum == siglum for p in a.passages]
    return frozenset(p for p in places if all(story.alike(p, r.passage) > 0 for r in draft.readings))


def _gives(story: Story, draft: Draft, siglum: str, places: frozenset[str]) -> bool:
    """Return whether an article gives the detail after all, or another of its sort where it tells the same."""
    texts = {p.id: p.folded.lower() for a in story.articles if a.siglum == siglum for p in a.passages}
    if any(" ".join(r.text.lower().split()) in text for r in draft.readings for text in texts.values()):
        return True
    if draft.kind is Kind.QUOTATION:
        quoted = {w.stem for r in draft.readings for w in words(r.text) if len(w.text) >= _LEAST}
        return any(len(quoted & {w.stem for w in words(text)}) >= _HELD * len(quoted) for text in texts.values())
    told = [d for r in draft.readings for d in story.details[r.passage] if d.start < r.end and r.start < d.end]
    if draft.kind is Kind.PERSON:
        names = {stem(word) for d in told if isinstance(d.value, Name) for word in d.value.full.split()[-1:]}
        return not names or any(names & {w.stem for w in words(text)} for text in texts.values())
    if any(isinstance(d.value, Amount) and (d.value.figure <= _SMALL or d.value.dimension == "order") for d in told):
        return True
    return any(_same_sort(d, other, places) for d in told for other in story.extraction(siglum).details)


def _same_sort(told: Detail, other: Detail, places: frozenset[str]) -> bool:
    """Return whether a detail may be the other: of one value anywhere, of one sort in the passages that tell the same."""
    if not comparable(told, other):
        return False
    return other.passage in places or standing(told.value, other.value) in {Standing.EQUAL, Standing.INSIDE}
