"""Objects of relative clauses: the noun before *whom*, *which* and *that*, where another word is the subject behind it."""

from collections.abc import Sequence
from typing import Final

from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.tables import lexicon

_OPENS: Final = frozenset({"whom", "which", "that"})
_CONTENT: Final = lexicon("""
    fact idea view sign signal evidence proof news possibility probability likelihood chance risk danger threat belief hope fear
    concern worry argument theory notion condition assumption conclusion claim statement report allegation accusation suggestion
    announcement assertion assurance agreement finding feeling impression opinion suspicion doubt rumour rumor word
    promise pledge vow guarantee warning notice message admission confession denial complaint testimony proposal recommendation
    requirement demand request order ruling decision verdict hypothesis perception expectation prospect understanding knowledge
    realisation realization recognition reminder indication confirmation speculation consensus point case reason way time day
    moment
    year month week night morning extent degree event
""")
"""Nouns behind whose *that* stands what they say, or when and how it is: *the claim that it sank*, *the day that he died*."""


def object_before(chunks: Sequence[Chunk], place: int) -> Phrase | None:
    """Return the noun that the verb at a place has as its object before it: ``Brun`` for *fired* in *Brun, whom he fired*."""
    n = place - 1
    while n >= 0 and chunks[n].role in {Role.PHRASE, Role.ADVERB, Role.PREPOSITION}:
        n -= 1
    if n < 1 or chunks[n].role is not Role.RELATIVE or chunks[n].text not in _OPENS:
        return None
    if chunks[n + 1].phrase is None:
        return None
    before = chunks[n - 2] if n > 1 and chunks[n - 1].text == "," and chunks[n].text != "that" else chunks[n - 1]
    found = before.phrase
    return None if found is None or found.timed or found.pronoun or (chunks[n].text == "that" and tells(found)) else found


def tells(noun: Phrase) -> bool:
    """Return whether what stands behind the *that* of a noun is what it says."""
    return noun.base in _CONTENT
