"""Reasons: what two claims of one deed put behind the same preposition: died *of a stroke*, died *of burns*."""

from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.partings import ALIKE, Parting, shared, verbs_alike
from tui.language.syntax.pieces import Phrase
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_REASONED: Final = lexicon("""
    die kill murder shoot injure wound arrest detain charge accuse suspect convict sentence suspend dismiss sack fire fine sue
    resign
""")
"""Verbs of which it matters by what, for what and of what."""
_BY_ARGUMENT: Final = lexicon("of from for with")
"""Prepositions behind which a clause says by what, for what or of what."""


def reasoned(a: Claim, b: Claim) -> Parting | None:
    """Tell what two claims put behind the same preposition: died *of a stroke*, died *of burns*."""
    if (
        a.verb not in _REASONED
        or a.denied != b.denied
        or a.stage is not b.stage
        or verbs_alike(a, b) < ALIKE
        or not a.subject & b.subject
    ):
        return None
    for x in a.predicate.arguments:
        for y in b.predicate.arguments:
            if x.preposition == y.preposition and x.preposition in _BY_ARGUMENT and _other(x.phrase, y.phrase):
                spans = (x.phrase.start, x.phrase.end), (y.phrase.start, y.phrase.end)
                end = f"what stands behind “{a.verb} {x.preposition}” is not the same"
                question = f"{x.preposition} what"
                return Parting(Kind.STATEMENT, Verdict.DIFFERS, spans, end, verbs_alike(a, b), behind=True, question=question)
    return None


def _other(one: Phrase, two: Phrase) -> bool:
    """Return whether two phrases are plain nouns for different things."""
    plain = not any(p.pronoun or p.timed or p.named or p.base[0].isdigit() for p in (one, two))
    return plain and not shared(_stems(one), _stems(two))


def _stems(phrase: Phrase) -> frozenset[str]:
    """Return the stems of a phrase's head and of what narrows it."""
    return frozenset(stem(word) for word in (phrase.base, *phrase.modifiers))
