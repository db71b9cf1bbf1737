"""Claims: the verb or noun that a hedge or a negation is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tui.details.phrases import NOUNLIKE, phrase_left
from tui.language.lemmas import is_past, noun_base, verb_base
from tui.language.tokens import Tag, Token

_FAR: Final = 5
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SHORT: Final = 5
_BEFORE_E: Final = frozenset("csvzgu")
_LINKS: Final = frozenset({"have", "be", "been", "being", "to", "has", "had", "well", "also", "yet", "get"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed."""

    last: int
    """The index of its main word."""
    verb: str = ""
    """Its main verb in its base form; empty where it is a noun."""
    noun: str = ""
    """Its main noun in its base form, else the noun that its verb is about; empty where none is near."""

    def about(self, noun: str) -> "Claim":
        """Return the claim with the noun it is about, where it has none of its own."""
        return self if self.noun else replace(self, noun=noun)


def claim_after(tokens: Sequence[Token], place: int, *, bare: bool = False) -> Claim | None:
    """Return the claim whose verb follows at ``place``, after auxiliaries and adverbs; ``None`` where no verb does.

    ``bare`` says that only a verb in its base form can stand there, as after ``may`` and ``to``.
    """
    linked = ""
    for ahead in range(place, min(place + _FAR, len(tokens))):
        token = tokens[ahead]
        if token.tag is Tag.AUXILIARY or token.lower in _LINKS:
            linked = token.lower if token.tag is Tag.AUXILIARY and token.lower != "not" else linked
            continue
        if token.tag is Tag.ADVERB and verb_base(token.lower) is None:
            continue
        base = verb_base(token.lower) if token.tag in {Tag.WORD, Tag.ADVERB, Tag.PREPOSITION} else None
        if base is None and token.tag is Tag.WORD and (token.lower.endswith("ed") or (bare and not linked)):
            base = _unpast(token.lower)
        noun = linked in _BE and base == token.lower and ahead + 1 < len(tokens) and is_past(tokens[ahead + 1].lower)
        if base is not None and not noun:
            return Claim(ahead, base)
        if noun:
            continue
        if linked and ahead > place:
            return noun_after(tokens, ahead) or Claim(ahead - 1, "be")
        return None
    return None


def _unpast(word: str) -> str:
    """Return the likely base of an unknown verb's past form, any other word as it is."""
    if not word.endswith("ed") or len(word) < _SHORT:
        return word
    return word[:-1] if word[-3] in _BEFORE_E else f"{word[:-3]}y" if word.endswith("ied") else word[:-2]


def noun_after(tokens: Sequence[Token], place: int) -> Claim | None:
    """Return the claim that is the noun phrase at ``place``; ``None`` where none begins there."""
    last = None
    for ahead in range(place, min(place + _FAR + 1, len(tokens))):
        token = tokens[ahead]
        if token.tag in NOUNLIKE:
            if last is not None and token.tag is Tag.WORD and is_past(token.lower):
                break
            last = ahead
        elif (token.tag not in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB} and token.text not in {"$", "€", "£", '"'}) or (
            last is not None and token.tag is not Tag.POSSESSIVE
        ):
            break
    return Claim(last, noun=noun_base(tokens[last].lower)) if last is not None else None


def subject_noun(tokens: Sequence[Token], verb: int) -> str:
    """Return the noun before a verb group that begins at ``verb``, in its base form; empty for a pronoun or none."""
    first = verb
    while first > 0 and tokens[first - 1].tag in {Tag.AUXILIARY, Tag.ADVERB}:
        first -= 1
    phrase = phrase_left(tokens, first - 1)
    if phrase is None or tokens[phrase[1]].tag not in NOUNLIKE:
        return ""
    chained = next((n for n in range(phrase[0], phrase[1]) if tokens[n].lower == "of" and n > phrase[0]), None)
    head = chained - 1 if chained is not None else phrase[1]
    return noun_base(tokens[head].lower)
