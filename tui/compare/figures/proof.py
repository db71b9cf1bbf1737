"""Proof: which evidence that two parted figures are about one thing is strong enough for a conflict."""

from collections.abc import Set as AbstractSet
from typing import Final

from tui.compare.figures.bond import Bond
from tui.compare.figures.evidence import Doubt, Sign
from tui.compare.figures.families import family
from tui.compare.figures.mention import MOMENTS, STATISTICS, Mention
from tui.model.detail import Amount, Kind

_SURE: Final = 3.0  # the least score of a pair that a conflict rests on
_UNLINKED: Final = 4.5  # the same where their passages are not linked
_DATED: Final = 2.2  # the least score of two moments that differ
_TOLD: Final = 2.4  # the same where they share the verb and nothing else
_SIGNS: Final = 3  # the least number of independent signs
_RECORD: Final = 100
_NEVER: Final = frozenset({"age", "rank"})
"""Questions whose answers part too often in good faith: ages of other years, places in other rows."""


def exchanged(evidence: Bond) -> bool:
    """Return whether two values stand in the same place of passages told nearly word for word."""
    return Sign.TWIN in evidence.signs and not evidence.doubts.keys() & {Doubt.PLACE, Doubt.LOOSE, Doubt.WINDOW}


def dated_alike(a: Mention, b: Mention, evidence: Bond) -> bool:
    """Return whether two parted moments are likely enough of one event to be worth a look."""
    if a.kind not in MOMENTS or a.kind is not b.kind or evidence.score < _DATED or any(doubt.grave for doubt in evidence.doubts):
        return False
    signs = evidence.signs.keys()
    told_alike = bool(signs & {Sign.WORDS, Sign.LINK})
    both = {Sign.EVENT, Sign.WORDS, Sign.LINK} <= signs or {Sign.EVENT, Sign.MARKED} <= signs
    return both or (Sign.VERB in signs and (told_alike or (Sign.EVENT in signs and evidence.score >= _TOLD)))


def certain(a: Mention, evidence: Bond) -> bool:
    """Return whether the evidence that two parted mentions are about one thing is strong enough for a conflict."""
    signs = evidence.signs.keys()
    if Sign.TWIN in signs:
        return exchanged(evidence)
    if any(doubt.grave for doubt in evidence.doubts) or len(evidence.doubts) > 1:
        return False
    if a.kind in MOMENTS and Doubt.WHO in evidence.doubts:
        return False
    if a.head in STATISTICS and not (signs & {Sign.WHO, Sign.NAMES} and _career(a)):
        return False
    strong = len(signs) >= _SIGNS and evidence.score >= _SURE and a.role not in _NEVER
    return strong and _one_answer(a, evidence.score, signs)


def _career(a: Mention) -> bool:
    """Return whether a count of a match is too large for one match: a record, a career."""
    return isinstance(a.detail.value, Amount) and a.detail.value.figure >= _RECORD


def _one_answer(a: Mention, score: float, signs: AbstractSet[Sign]) -> bool:
    """Return whether the signs leave no other reading than that two mentions answer one question."""
    if a.kind is Kind.TIME:
        return Sign.CLOSE in signs and Sign.VERB in signs
    linked = Sign.LINK in signs or score >= _UNLINKED
    if a.kind in MOMENTS:
        return linked and Sign.VERB in signs and Sign.WORDS in signs
    return (linked or a.role == "elapsed") and _one_count(a, signs)


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
