"""Amounts: two claims of one deed of which one takes in some of a set and the other all, most or half of it."""

from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.partings import Parting, verbs_alike
from tui.language.syntax.pieces import Phrase
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_SHARES: Final = (
    lexicon("some several few part"),
    lexicon("half"),
    lexicon("most majority bulk"),
    lexicon("all every each whole entire"),
)
"""Words for a share of a set, the smallest first."""
_AKIN: Final = 0.5  # verbs of one class of events


def shares(a: Claim, b: Claim) -> Parting | None:
    """Return the shares of one set in which two claims part; ``None`` where they tell none, or the same."""
    one = _counted(a)
    two = None if one is None else _counted(b)
    if one is None or two is None or a.denied or b.denied or not (one.pronoun or two.pronoun or stem(one.base) == stem(two.base)):
        return None
    verb = verbs_alike(a, b)
    if _share(one) == _share(two) or (verb < _AKIN and not a.others & b.others):
        return None
    spans = (one.start, one.end), (two.start, two.end)
    end = "one says it of more than the other"
    return Parting(Kind.STATEMENT, Verdict.DIFFERS, spans, end, max(verb, _AKIN), behind=True, shares=True)


def _counted(claim: Claim) -> Phrase | None:
    """Return the phrase for whom a claim is about where it tells a share of a set."""
    phrase = claim.predicate.patient or claim.predicate.agent
    if phrase is None or _share(phrase) is None or any(word[0].isdigit() for word in phrase.modifiers):
        return None
    return phrase


def _share(phrase: Phrase) -> int | None:
    """Return the place of a phrase's share among all, ``None`` where it tells none."""
    own = {phrase.determiner, *phrase.modifiers}
    return next((n for n, listed in enumerate(_SHARES) if own & listed), None)
