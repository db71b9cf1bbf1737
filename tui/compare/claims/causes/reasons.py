"""Reasons: what two claims of one deed put behind it as cause or charge: died *of a stroke*, pleaded guilty *to perjury*."""

from collections.abc import Iterator
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.partings import ALIKE, Parting, shared, verbs_alike
from tui.compare.claims.slots.slots import Filler, filler
from tui.language.deeds import kind_of
from tui.language.synonyms import synonyms
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.model.collation import Verdict
from tui.model.detail import Kind

_REASONED: Final = lexicon("""
    die kill murder shoot injure wound arrest detain charge accuse suspect convict sentence suspend dismiss sack fire fine sue
    resign guilty indict acquit
""")
"""Verbs of which it matters by what, for what and of what."""
_CAUSES: Final = lexicon("of from for with")
"""Prepositions behind which a clause says by what, for what or of what."""
_CHARGES: Final = lexicon("of for with to on")
"""Prepositions behind which it stands what somebody is accused of."""
_ACCUSES: Final = lexicon("charge accuse convict guilty acquit indict")
_EMPTY: Final = lexicon("charge count allegation accusation")
"""Nouns for which the words behind them say what they are."""
_NEAR: Final = 12  # code points between such a noun and the clause that says so


def reasoned(a: Claim, b: Claim) -> Parting | None:
    """Tell what two claims put behind one deed as its cause or as the charge."""
    kind = kind_of(a.verb)
    own = a.verb in _REASONED or kind in _REASONED
    if not own or a.denied != b.denied or a.stage is not b.stage or verbs_alike(a, b) < ALIKE or not a.subject & b.subject:
        return None
    accused = kind in _ACCUSES
    for x in _given(a, accused=accused):
        for y in _given(b, accused=accused):
            common = _one_charge(x.stems, y.stems) if accused else bool(shared(x.stems, y.stems))
            if (x.slot == y.slot or accused) and not common:
                end = f"what stands behind “{a.verb} {x.slot}” is not the same"
                spans = _span(a, x), _span(b, y)
                return Parting(
                    Kind.STATEMENT, Verdict.DIFFERS, spans, end, verbs_alike(a, b), behind=True, question=f"{x.slot} what"
                )
    return None


def _one_charge(one: frozenset[str], two: frozenset[str]) -> bool:
    """Return whether two charges have a word in common or one derived from it: murder is no homicide before a court."""
    return any(x == y or (y in synonyms(x) and x[:_ROOT] == y[:_ROOT]) for x in one for y in two)


_ROOT: Final = 4


def _given(claim: Claim, *, accused: bool) -> Iterator[Filler]:
    """Yield what a claim gives as cause or charge: plain nouns, no names, no times."""
    for argument in claim.predicate.arguments:
        phrase = argument.phrase
        plain = not (phrase.pronoun or phrase.timed or phrase.named or phrase.base[0].isdigit())
        if plain and argument.preposition in (_CHARGES if accused else _CAUSES):
            found = filler(claim, argument.preposition, phrase)
            if (
                found.stems
                and not found.kind
                and (phrase.base not in _EMPTY or _span(claim, found) != (phrase.start, phrase.end))
            ):
                yield found


def _span(claim: Claim, given: Filler) -> tuple[int, int]:
    """Return the words of a cause or charge, with the clause that says what the charges are."""
    start, end = given.span
    behind = (p for p in predicates(claim.passage.folded) if 0 <= p.whole[0] - end <= _NEAR)
    clause = next(behind, None) if given.phrase.base in _EMPTY and end == given.phrase.end else None
    if clause is None:
        return start, end
    return start, max(clause.said[1], clause.patient.end if clause.patient is not None else 0)
