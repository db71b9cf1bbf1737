"""Stages: in what the verbs of two claims part, how far it has come, how sure it is, or only in other words."""

from collections.abc import Callable
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.deeds.qualified import qualified
from tui.compare.claims.partings import (
    ALIKE,
    KINDRED,
    Parting,
    Span,
    denied,
    opposed,
    other_speaker,
    said,
    scaled,
    shared,
    swapped,
)
from tui.language.deeds import kind_of
from tui.language.events import is_spoken
from tui.language.opposites import hedges
from tui.language.syntax.predicates import by_turns
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_PARTED_STAGES: Final = {
    frozenset({Stage.DONE, Stage.MEANT}): "one tells as done what the other tells as planned",
    frozenset({Stage.DONE, Stage.TRIED}): "one tells as done what the other tells as tried",
    frozenset({Stage.DONE, Stage.GOING}): "one tells as done what the other tells as going on",
    frozenset({Stage.GOING, Stage.MEANT}): "one tells as going on what the other tells as planned",
    frozenset({Stage.GOING, Stage.TRIED}): "one tells as going on what the other tells as tried",
    frozenset({Stage.MEANT, Stage.TRIED}): "one tells as planned what the other tells as tried",
}


def _staged(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell what is done from what is going on, planned or tried."""
    end = _PARTED_STAGES.get(frozenset({a.stage, b.stage}))
    if end is None or a.denied or b.denied or verb < KINDRED or a.light or b.light or a.loose or b.loose:
        return None
    if a.verb in _LASTING or b.verb in _LASTING or (Stage.GOING in {a.stage, b.stage} and not _now(a, b)):
        return None
    verdict = Verdict.PRECISION if _begun(a) or _begun(b) else Verdict.DIFFERS
    coming = _coming(a) or _coming(b)
    if coming and (Stage.GOING in {a.stage, b.stage} or other_speaker(a, b)):
        return None  # is nominating, will nominate
    return Parting(Kind.STATEMENT, verdict, (said(a), said(b)), end, verb, tensed=coming)


def _coming(claim: Claim) -> bool:
    """Return whether nothing but *will* or an agreement of before says that what a claim tells is still to come."""
    matrix = claim.predicate.matrix
    above = matrix is not None and claim.stage is Stage.TRIED and matrix.group.modal in {"will", "would"}
    agreed = matrix is not None and matrix.group.past and matrix.verb in _SETTLES
    return above or (claim.stage is Stage.MEANT and (agreed or bool(claim.predicate.group.modal)))


_SETTLES: Final = lexicon("agree decide offer")
"""Verbs that a deed follows: who agreed to help has helped by the time another article writes."""


def _begun(claim: Claim) -> bool:
    """Return whether a claim says that what it tells had begun, so that it may be done as well: *began to cast their votes*."""
    matrix = claim.predicate.matrix
    return matrix is not None and matrix.group.past and matrix.verb in _BEGINS


_BEGINS: Final = frozenset({"begin", "start"})
_LASTING: Final = lexicon(
    "continue remain stay last live know need hold keep expect stand affect cause use carry run "
    "sit lie wear smile laugh watch wait walk talk speak look drive ride feel enjoy sleep"
)
"""Verbs of states and of doings without an end of their own: told of a picture in the present, of the event in the past."""


def _now(a: Claim, b: Claim) -> bool:
    """Return whether what goes on goes on at the time of writing: *is sending*, not *was sending*."""
    ended = (claim.predicate.group for claim in (a, b) if claim.stage is Stage.DONE)
    return all(group.past or group.perfect for group in ended) and all(
        not claim.predicate.group.past or (claim.predicate.matrix is not None and is_spoken(stem(claim.predicate.matrix.verb)))
        for claim in (a, b)
        if claim.stage is Stage.GOING
    )


def _hedged(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell what is vouched for from what is hedged, and what is hedged in one way from what is hedged in another."""
    one, two = (claim.hedged or claim.stage is Stage.MAYBE for claim in (a, b))
    stages = {a.stage, b.stage} - {Stage.MAYBE}
    empty = a.light and not a.predicate.complement
    if len(stages) > 1 or a.denied != b.denied or verb < ALIKE or empty or (a.loose and b.loose):
        return None
    if (a.loose or b.loose) and not shared(a.patient, b.patient):
        return None
    passing = Stage.MAYBE in {a.stage, b.stage}
    spans = _believed(a), _believed(b)
    if one and two:
        ways = [claim.hedge or "maybe" for claim in (a, b)]
        end = "they are not sure in the same way"
        return None if ways[0] == ways[1] else Parting(Kind.CERTAINTY, Verdict.CERTAINTY, spans, end, verb, passing)
    if one == two:
        return None
    sure, vague = (b, a) if one else (a, b)
    end = f"{sure.passage.siglum} is surer than {vague.passage.siglum}"
    return Parting(Kind.CERTAINTY, Verdict.CERTAINTY, spans, end, verb, passing)


def _believed(claim: Claim) -> Span:
    """Return the words of a claim from the verb on that weakens it, where that stands near: *believes that it sank*."""
    start, end = said(claim)
    matrix = claim.predicate.matrix
    own = any(hedges(word) for word in claim.predicate.group.adverbs)
    above = matrix.said[0] if matrix is not None and matrix.said[0] < start and claim.hedge and not own else start
    return (above if len(claim.passage.folded[above:end].split()) <= _WORDS else start), end


_WORDS: Final = 8  # of a reading


def _balked(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell who would not from who could not: *refused to name him*, *was unable to identify him*."""
    ways = [next((n for n, words in enumerate(_BALKS) if set(c.predicate.under[:1]) & words), None) for c in (a, b)]
    if None in ways or ways[0] == ways[1] or verb < ALIKE or not (a.denied and b.denied):
        return None
    return Parting(Kind.STATEMENT, Verdict.DIFFERS, (said(a), said(b)), "one would not, the other could not", verb)


_BALKS: Final = (lexicon("refuse decline"), lexicon("unable fail"))
"""Words above a verb that say that somebody would not do it, and that he could not."""


def _shared_out(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell what several do by turns from what one does: *took turns driving*, *was driving*."""
    one, two = (c.predicate.matrix is not None and by_turns(c.predicate.matrix) for c in (a, b))
    if one == two or verb < ALIKE or a.denied != b.denied:
        return None
    spans = tuple(
        (c.predicate.matrix.whole[0] if c.predicate.matrix and turns else c.predicate.whole[0], c.predicate.said[1])
        for c, turns in ((a, one), (b, two))
    )
    return Parting(
        Kind.STATEMENT, Verdict.DIFFERS, (spans[0], spans[1]), "one tells as done by turns what the other tells of one", verb
    )


def _retold(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell two verbs for one deed of which it matters how it is called, *murdered* and *killed*."""
    same = (a.denied, a.hedged, a.stage) == (b.denied, b.hedged, b.stage)
    if stem(a.verb) == stem(b.verb) or not same or a.light or b.light:
        return None
    kind = kind_of(a.verb)
    if kind != kind_of(b.verb) or kind not in _WEIGHTY or not (a.patient & b.patient or a.agent & b.agent):
        return None
    return Parting(Kind.STATEMENT, Verdict.PRECISION, (said(a), said(b)), "it is told in other words", verb, retold=True)


_WEIGHTY: Final = lexicon("arrest kill charge approve steal deport drive dismiss abduct admit")
"""Kinds of deeds of which it matters by which verb they are told: *killed* says less than *murdered*."""


_RULES: Final[tuple[Callable[[Claim, Claim, float], Parting | None], ...]] = (
    _shared_out,
    _balked,
    swapped,
    scaled,
    denied,
    opposed,
    _hedged,
    _staged,
    qualified,
    _retold,
)


_OF_WORDS: Final = (scaled, opposed)
"""Those that two verbs need not be akin for."""


def partings(a: Claim, b: Claim, verb: float) -> tuple[Parting, ...]:
    """Return in what two claims part whose verbs are ``verb`` alike: by the first rule that applies."""
    rules = _RULES if verb >= KINDRED else _OF_WORDS
    first = next((found for rule in rules if (found := rule(a, b, verb)) is not None), None)
    return () if first is None else (first,)
