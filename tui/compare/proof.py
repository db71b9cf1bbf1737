"""Proof: which evidence makes a conflict of two parted figures, which a difference worth a look, and which neither."""

from collections.abc import Set as AbstractSet
from typing import Final

from tui.compare.bond import Bond, family
from tui.compare.evidence import Doubt, Sign
from tui.compare.mention import MOMENTS, Mention
from tui.language.tables import row
from tui.language.words import stem
from tui.model.detail import Amount, Kind

_SURE: Final = 3.0  # the least score of a pair that a conflict rests on
_UNLINKED: Final = 4.5  # the same where their passages are not linked
_SIGNS: Final = 3  # the least number of independent signs
_LIKELY: Final = 2.2  # the least score of a pair that differs
_DATED: Final = frozenset({Sign.VERB, Sign.EVENT})
_TOLD: Final = 2.4  # the least score of two moments of one verb that share nothing else
_RECORD: Final = 100
_GENERIC: Final = frozenset({"person", "time", "day", "year", "thing", "way", "one"})
"""Heads that stand for too much to tell what is counted."""
_STATISTICS: Final = frozenset(stem(word) for word in row("grammar", "statistic"))
"""Heads that a report of a match counts over and over, for each player and stretch of play."""
_NEVER: Final = frozenset({"age", "rank"})
"""Questions whose answers part too often in good faith: ages of other years, places in other rows."""


def likely(a: Mention, evidence: Bond) -> bool:
    """Return whether two parted mentions are likely enough about one thing to be worth a look."""
    signs = evidence.signs.keys()
    if Sign.TWIN in signs:
        return not evidence.doubts.keys() & {Doubt.PLACE, Doubt.LOOSE, Doubt.WINDOW}
    if a.role == "rank" or (a.head in _STATISTICS and not _career(a)):
        return False
    if signs & {Sign.ROLE, Sign.THING} and set(evidence.doubts) == {Doubt.ELSEWHERE}:
        return bool(signs & {Sign.EVENT, Sign.VERB})  # an article that gives both values tells of a dispute
    sound = evidence.score >= _LIKELY and not any(doubt.grave for doubt in evidence.doubts)
    return sound and (_one_matter(a, signs) or (a.kind in MOMENTS and signs >= _DATED and evidence.score >= _TOLD))


def _one_matter(a: Mention, signs: AbstractSet[Sign]) -> bool:
    """Return whether the signs say that two mentions may count or date one thing."""
    same_event = bool(signs & {Sign.VERB, Sign.EVENT})
    told_alike = bool(signs & {Sign.WORDS, Sign.LINK})
    if a.kind in MOMENTS:
        both = {Sign.EVENT, Sign.WORDS, Sign.LINK} <= signs or {Sign.EVENT, Sign.MARKED} <= signs
        return both or (Sign.VERB in signs and told_alike)
    if a.role == "elapsed":
        return same_event
    if a.kind is Kind.NUMBER and (not a.head or family(a.head) in _GENERIC):
        return same_event and told_alike and bool(signs & {Sign.THING, Sign.FAMILY, Sign.ROLE})
    return bool(signs & {Sign.THING, Sign.FAMILY, Sign.ROLE, Sign.VERB}) and told_alike


def certain(a: Mention, evidence: Bond) -> bool:
    """Return whether the evidence that two parted mentions are about one thing is strong enough for a conflict."""
    signs = evidence.signs.keys()
    if Sign.TWIN in signs:
        return not evidence.doubts.keys() & {Doubt.PLACE, Doubt.LOOSE, Doubt.WINDOW}
    if any(doubt.grave for doubt in evidence.doubts) or len(evidence.doubts) > 1:
        return False
    if a.head in _STATISTICS and not (signs & {Sign.WHO, Sign.NAMES} and _career(a)):
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
