"""Qualified: one deed that one article tells with an adverb that changes what it says, and the other without."""

import re
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.partings import ALIKE, Parting, said
from tui.language.tables import lexicon
from tui.model.collation import Verdict
from tui.model.detail import Kind

_SORTS: Final = (
    lexicon("""
        completely fully entirely totally wholly utterly thoroughly altogether almost nearly virtually practically largely mostly
        mainly partly partially half somewhat substantially essentially
    """),
    lexicon("""
        badly severely heavily seriously critically gravely extensively fatally mortally slightly lightly mildly moderately
        minimally superficially serious severe critical grave heavy extensive fatal mortal slight light mild minor moderate
    """),
    lexicon(
        "accidentally mistakenly inadvertently unintentionally deliberately intentionally knowingly purposely wilfully willfully"
    ),
    lexicon("illegally unlawfully wrongly wrongfully improperly legally lawfully fraudulently unconstitutionally"),
    lexicon("barely hardly scarcely rarely seldom narrowly"),
    lexicon("forcibly forcefully reluctantly grudgingly voluntarily willingly involuntarily"),
    lexicon("temporarily briefly permanently indefinitely provisionally"),
    lexicon("unanimously overwhelmingly"),
)
"""Adverbs, sort by sort, of which it matters whether a deed is told with one: how far, how badly, on purpose, by right."""
_AMOUNT: Final = re.compile(r"\s*(?:[\d$£€]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|all|every|half|as)\b)")
_ENDS: Final = "one says how, the other does not"


def qualified(a: Claim, b: Claim, verb: float) -> Parting | None:
    """Tell a deed with an adverb of a sort from the deed without one: *was almost totally destroyed*, *was destroyed*."""
    told = (a.denied, a.disputed, a.stage) == (b.denied, b.disputed, b.stage)
    if verb < ALIKE or a.light or b.light or not told or a.stage not in {Stage.DONE, Stage.GOING}:
        return None
    ours, theirs = _adverbs(a), _adverbs(b)
    if not any(ours.isdisjoint(sort) != theirs.isdisjoint(sort) for sort in _SORTS):
        return None
    return Parting(Kind.STATEMENT, Verdict.PRECISION, (said(a), said(b)), _ENDS, verb, behind=True)


def _adverbs(claim: Claim) -> frozenset[str]:
    """Return the words of a claim's clause that can stand on a scale and stand before no amount, which they would belong to."""
    folded = claim.passage.folded
    return frozenset(
        word for word, (_, end) in claim.signs.items() if not (folded[:end].endswith(word) and _AMOUNT.match(folded, end))
    )
