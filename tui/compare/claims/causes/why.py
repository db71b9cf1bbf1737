"""Why: what two claims of one deed give as its reason: stopped *for speeding*, stopped *after he ran a light*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.kinship import one_deed
from tui.compare.claims.partings import shared
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.clauses import Tag
from tui.language.deeds import kind_of
from tui.language.synonyms import synonyms
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import words
from tui.model.collation import Verdict
from tui.model.detail import Kind

_CUE: Final = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|in response to|in retaliation for|as a result of|in the wake of|thanks to|amid|citing"
    r"|in protest (?:of|at|over|against)|in an? (?:bid|effort|attempt) to|over|for|after)\b"
)
_JUDGED: Final = lexicon("""
    fine sue suspend fire dismiss stop praise criticize condemn blame thank honor award punish discipline win apologize
    investigate question ban evacuate cancel postpone resign
""")
"""Kinds of deeds behind which *for* and *over* say why."""
_SETS_OFF: Final = re.compile(r"[;:.\"]|\b(?:and|but|who|which|that|where)\b")
_END: Final = re.compile(r"[,;:.\"](?: |$)|$| (?:in|on|at|near|early|late) (?=[A-Z])")
_FAR: Final = 90  # code points from the deed to its reason
_WORDS: Final = 8  # of a reading
_LEAST: Final = 1.4  # evidence that two claims tell one deed
_WEIGHT: Final = 1.0
_OTHER: Final = "each gives another reason"


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a claim says that something was done."""

    claim: Claim
    """The claim."""
    cue: str
    """The words that open the reason, in lower case."""
    span: tuple[int, int]
    """The reason with its cue."""
    stems: frozenset[str]
    """Stems of what it says, names and figures left out: a place and a day stand behind it as well."""


def why_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the deeds for which articles give other reasons, each claim once against each other article."""
    told = [reason for claim in found if (reason := _reason(story, claim)) is not None]
    scored = [
        (score, x, y)
        for x, y in combinations(told, 2)
        if (score := _score(story, x, y)) >= _LEAST and not (_given(told, x, y) or _given(told, y, x))
    ]
    taken: set[tuple[str, str]] = set()
    for score, x, y in sorted(scored, key=lambda s: (-s[0], s[1].claim.passage.text, s[2].claim.passage.text)):
        ends = {(x.claim.passage.id, y.claim.passage.siglum), (y.claim.passage.id, x.claim.passage.siglum)}
        if not taken & ends:
            taken |= ends
            yield _draft(story, x, y, score)


def _given(told: Sequence[_Reason], one: _Reason, two: _Reason) -> bool:
    """Return whether the article of the second reason gives the first as well, so that there are two deeds or two reasons."""
    return any(r.claim.passage.siglum == two.claim.passage.siglum and r.stems & one.stems for r in told)


def _reason(story: Story, claim: Claim) -> _Reason | None:
    """Return the reason that a claim gives for what it tells; ``None`` where it gives none."""
    if claim.denied or claim.light or claim.stage not in {Stage.DONE, Stage.MEANT, Stage.GOING}:
        return None
    folded, start = claim.passage.folded, claim.predicate.said[1]
    cue = next((m for m in _CUE.finditer(folded, start, start + _FAR) if _says_why(claim, m)), None)
    if cue is None or _SETS_OFF.search(folded[start : cue.start()]) or _other_verb(claim, cue.start()):
        return None
    stop = _END.search(folded, cue.end())
    own = [w for w in words(folded) if cue.end() <= w.start < (stop.start() if stop else len(folded))]
    if not own:
        return None
    inside = {w.start for w in own}
    tokens = (t for t in story.tokens(claim.passage.id) if t.word.start in inside and t.tag in {Tag.NOUN, Tag.VERB})
    stems = frozenset(t.word.stem for t in tokens)
    span = cue.start(), own[: _WORDS - len(cue[0].split())][-1].end
    return _Reason(claim, cue[0], span, stems) if stems else None


def _says_why(claim: Claim, cue: re.Match[str]) -> bool:
    """Return whether the words that can open a reason do so behind this deed: *fined for*, not *left for*."""
    if cue[0] not in {"for", "over"}:
        return True
    timed = any(a.phrase.timed and a.phrase.start >= cue.start() for a in claim.predicate.arguments if a.preposition == cue[0])
    behind = claim.passage.folded[cue.end() :].lstrip()
    return kind_of(claim.verb) in _JUDGED and not timed and not behind[:1].isdigit()


def _other_verb(claim: Claim, end: int) -> bool:
    """Return whether another clause begins between a deed and what may be its reason."""
    start = claim.predicate.said[1]
    return any(start < p.group.start < end for p in predicates(claim.passage.folded))


def _score(story: Story, x: _Reason, y: _Reason) -> float:
    """Return how surely two reasons are given for one deed; 0 where they may be one reason in other words."""
    a, b = x.claim, y.claim
    if a.passage.siglum == b.passage.siglum or kind_of(a.verb) != kind_of(b.verb) or {x.cue, y.cue} <= {"after", "amid"}:
        return 0.0
    if a.stage is not b.stage or not (shared(a.subject, b.subject) or shared(a.agent, b.agent)):
        return 0.0
    for one, passage in ((x, b.passage), (y, a.passage)):
        told = {t.word.stem for t in story.tokens(passage.id)}
        if any(stem in told or not told.isdisjoint(synonyms(stem)) for stem in one.stems if stem not in story.hubs):
            return 0.0
    return one_deed(story, a, b)[0]


def _draft(story: Story, x: _Reason, y: _Reason, score: float) -> Draft:
    """Return the fact of two reasons."""
    ordered = (x, y) if story.first(x.claim.passage.id, y.claim.passage.id) else (y, x)
    readings = tuple(reading(story, one.claim.passage.id, *one.span) for one in ordered)
    spots = [(one.claim.passage.id, one.claim.predicate.group.at[0]) for one in ordered]
    said = gist(story, spots, 3, bare=True) or ordered[0].claim.passage.text[slice(*ordered[0].claim.predicate.said)]
    _, signs = one_deed(story, x.claim, y.claim)
    return Draft(
        Kind.STATEMENT, f"why {said}", Verdict.DIFFERS, readings, note(Verdict.DIFFERS, readings, _OTHER), signs, _WEIGHT + score
    )
