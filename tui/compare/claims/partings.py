"""Partings: in what two claims about one thing part, by scales, opposites, denials and roles."""

from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.language.deeds import kind_of
from tui.language.events import event_of
from tui.language.scales import Degree, antonyms, degrees
from tui.language.synonyms import synonyms
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_SAME: Final = 1.0
KINDRED: Final = 0.5
"""How much two verbs tell the same that are of one class of event, or synonyms for what befalls different things."""
ALIKE: Final = 0.8
"""How much two verbs tell the same that are synonyms and befall one thing."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parting:
    """In what two claims part."""

    kind: Kind
    """Statement, negation or certainty."""
    verdict: Verdict
    """What is said of it where the evidence that they are about one thing is strong."""
    spans: tuple[Span, Span]
    """The words that part, in each passage."""
    end: str
    """What is said of the two, for the note."""
    verb: float
    """How much the two verbs tell the same, 0 to 1."""
    passing: bool = False
    """True where the one can have followed the other, as a release follows an arrest."""
    behind: bool = False
    """True where what parts stands behind the verb and the verb itself does not."""
    shares: bool = False
    """True where what parts are shares of one set, which few passages tell."""
    retold: bool = False
    """True where other words tell the same."""
    question: str = ""
    """What asks for the words that part, before the clause: ``of what`` he died; empty where the kind says it."""
    tensed: bool = False
    """True where the tense alone parts them, which the days of two articles explain."""

    scaled: bool = False
    """True where what parts are two places on one scale."""

    @property
    def place(self) -> str:
        """Return where the clauses part: in the verb, in another verb for the same, or behind the verb."""
        return "behind" if self.behind else "retold" if self.retold else "verb"


def verbs_alike(a: Claim, b: Claim) -> float:
    """Return how much the verbs of two claims tell the same: 1 for one verb, less for synonyms and for one class of event."""
    if a.verb == b.verb:
        return _SAME
    tie = _tie(a.verb, b.verb)
    if tie is None:
        return 0.0
    if tie is _Tie.KIND:
        return ALIKE if shared(a.patient, b.patient) or not (a.patient and b.patient) else KINDRED
    kin = tie is not _Tie.CLASS and not (a.light or b.light) and bool(shared(a.patient, b.patient))
    if tie is _Tie.STEM or kin:
        return ALIKE
    return 0.0 if tie is _Tie.SYNONYM else KINDRED


class _Tie(IntEnum):
    """What ties two verbs, whatever they are told of."""

    KIND = auto()
    """They are of one kind of deed."""
    STEM = auto()
    """They are forms of one word."""
    SYNONYM = auto()
    """They are synonyms."""
    BOTH = auto()
    """They are synonyms and of one class of event."""
    CLASS = auto()
    """They are of one class of event alone."""


@lru_cache(maxsize=65536)
def _tie(a: str, b: str) -> _Tie | None:
    """Return what ties two verbs, ``None`` where nothing does."""
    if kind_of(a) == kind_of(b):
        return _Tie.KIND
    one, two = stem(a), stem(b)
    if one == two:
        return _Tie.STEM
    akin, event = two in synonyms(one), event_of(one)
    classed = bool(event) and event == event_of(two)
    return (_Tie.BOTH if classed else _Tie.SYNONYM) if akin else _Tie.CLASS if classed else None


def shared(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """Return the keys of the first that the second has too, in the same word or in a synonym."""
    return frozenset(key for key in one if key in two or not two.isdisjoint(synonyms(key))) if two else frozenset()


def differ(a: Claim, b: Claim, spans: tuple[Span, Span]) -> bool:
    """Return whether the words that part are not the same after all."""
    return a.passage.folded[slice(*spans[0])].lower() != b.passage.folded[slice(*spans[1])].lower()


def said(claim: Claim) -> Span:
    """Return the span of a claim's verbs with what they say of the subject, or with an object that is short and stands beside."""
    start, end = claim.predicate.whole
    patient = claim.predicate.patient
    if (
        patient is not None
        and not claim.predicate.group.passive
        and 0 <= patient.start - end <= 1
        and patient.end - start <= _LONG
    ):
        end = patient.end
    if "_" in claim.verb:
        end = max([end, *(x.phrase.end for x in claim.predicate.arguments if claim.verb.endswith(f"_{x.phrase.base}"))])
    return start, end


_LONG: Final = 45


def scaled(a: Claim, b: Claim, _verb: float) -> Parting | None:
    """Tell two places on one scale."""
    if a.scales.isdisjoint(b.scales) or {a.stage, b.stage} & {Stage.MAYBE, Stage.TRIED, Stage.DUE}:
        return None
    told_of = (a.stage is Stage.MEANT) != (b.stage is Stage.MEANT)
    best: tuple[float, Span, Span, Degree] | None = None
    for one, span in a.signs.items():
        for two, other in b.signs.items():
            for x in degrees(one) if one != two else ():
                for y in degrees(two):
                    both = (x.scale, x.place) in b.places or (y.scale, y.place) in a.places
                    apart = 0.0 if both or (told_of and not (x.graded or x.sorts)) else _apart(x, y, a, b)
                    if apart and (best is None or apart > best[0]):
                        best = apart, _with_object(a, span), _with_object(b, other), x
    if best is None:
        return None
    scale, passing = best[3], best[3].passing and not (a.denied or b.denied)
    opposite = best[0] == 1 and not (scale.graded or scale.sorts)
    verdict = Verdict.CONFLICT if opposite and scale.denying and not passing else Verdict.DIFFERS
    end = "each tells it otherwise" if scale.sorts else _OPPOSITE if opposite else "one says more than the other"
    return Parting(Kind.STATEMENT, verdict, (best[1], best[2]), end, ALIKE, passing, scaled=True)


def _with_object(claim: Claim, span: Span) -> Span:
    """Return the span of a sign, for the verb itself with its object where that is short."""
    return said(claim) if span == (claim.predicate.group.start, claim.predicate.group.end) else span


_OPPOSITE: Final = "one says the opposite of the other"


def _apart(x: Degree, y: Degree, a: Claim, b: Claim) -> float:
    """Return how far two degrees stand apart for two claims, 0 where they are not of one scale or not about one party."""
    if x.scale != y.scale or ((x.graded or x.sorts) and (a.denied or b.denied)):
        return 0.0
    if x.by_doer and not (shared(a.agent, b.agent) and (shared(a.patient, b.patient) or not (a.patient and b.patient))):
        return 0.0
    return (x.mirrored() if a.denied else x).distance(y.mirrored() if b.denied else y)


def opposed(a: Claim, b: Claim, _verb: float) -> Parting | None:
    """Tell words that WordNet calls opposites."""
    if a.denied != b.denied or a.stage is not b.stage:
        return None
    for one, span in a.signs.items():
        for two, other in b.signs.items():
            if (
                antonyms(one, two)
                and {one, two} != {"early", "late"}
                and not {a.predicate.group.base, b.predicate.group.base} & {one, two}
            ):
                return Parting(Kind.STATEMENT, Verdict.DIFFERS, (span, other), _OPPOSITE, ALIKE, scaled=True)
    return None


def denied(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell a claim from its denial; they are in conflict where the articles vouch for both."""
    if (a.denied or a.disputed) == (b.denied or b.disputed) or a.stage is not b.stage:
        return None
    empty = a.light and not a.predicate.complement and not a.patient & b.patient
    if verb < _SAME or a.loose or b.loose or empty or other_speaker(a, b):
        return None
    unsure = any(claim.disputed or claim.hedged for claim in (a, b))
    verdict = Verdict.DIFFERS if unsure else Verdict.CONFLICT
    return Parting(Kind.NEGATION, verdict, (said(a), said(b)), "one denies what the other says", verb)


def other_speaker(a: Claim, b: Claim) -> bool:
    """Return whether one claim tells what its speaker does, nobody knows who that is, and the other what somebody named does."""
    return any(
        x.predicate.agent is not None
        and x.predicate.agent.base in {"i", "we"}
        and not x.agent
        and y.predicate.agent is not None
        and not y.predicate.agent.pronoun
        for x, y in ((a, b), (b, a))
    )


def swapped(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell who did it from whom it befell."""
    if verb < _SAME or a.light or not (a.agent & b.patient) or not (a.patient & b.agent):
        return None
    if a.agent & b.agent or a.patient & b.patient:
        return None
    return Parting(
        Kind.STATEMENT, Verdict.CONFLICT, (_clause(a), _clause(b)), "who does it and whom it befalls are exchanged", _SAME
    )


def _clause(claim: Claim) -> Span:
    """Return the span of a claim with those who take part in it."""
    predicate = claim.predicate
    own = [p for p in (predicate.agent, predicate.patient) if p is not None]
    return min([predicate.said[0], *(p.start for p in own)]), max([predicate.said[1], *(p.end for p in own)])
