"""Negation: claims that an article says are not so."""

from collections.abc import Sequence
from typing import Final

from tui.details.names.mentions import Sentence
from tui.details.phrases import verb_group
from tui.details.voices.claims import Claim, claim_after, noun_after, subject_noun
from tui.language.lemmas import verb_base
from tui.language.tables import row
from tui.language.tokens import Tag, Token
from tui.model.detail import Detail, Kind, Wording

_NEGATORS: Final = row("hedging", "negator")
_AFTER_NO: Final = row("hedging", "after-no")
_AFTER_NOT: Final = row("hedging", "after-not")
_FAILING: Final = row("hedging", "failing")
_TRIGGERS: Final = _NEGATORS | _FAILING
_FAR: Final = 4


def negation(sentence: Sentence) -> tuple[Detail, ...]:
    """Return the negated claims of a sentence; each span runs from auxiliaries or ``no`` to the main word."""
    tokens, passage = sentence.tokens, sentence.passage
    found: list[Detail] = []
    for place in range(len(tokens)):
        lower = tokens[place].lower
        claim = _claim(tokens, place) if lower in _TRIGGERS or lower.endswith("n't") else None
        if claim is None:
            continue
        first = _first(tokens, place)
        start, end = tokens[first].start, tokens[max(claim.last, place)].end
        value = Wording("negated")
        found.append(Detail(passage.id, Kind.NEGATION, start, end, passage.text[start:end], value, claim.noun, claim.verb))
    return tuple(found)


def _first(tokens: Sequence[Token], place: int) -> int:
    """Return the index at which the words of a negation begin: at the auxiliary before ``not``, else at the negator."""
    if tokens[place].lower in {"not", "never"} or tokens[place].lower.endswith("n't"):
        first = place
        while first > 0 and tokens[first - 1].tag is Tag.AUXILIARY:
            first -= 1
        return first
    return place


def _claim(tokens: Sequence[Token], place: int) -> Claim | None:  # noqa: PLR0911 - each return states one construction
    """Return what the negator at ``place`` negates; ``None`` where none stands there."""
    lower = tokens[place].lower
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if following in (_AFTER_NO if lower == "no" else _AFTER_NOT) or tokens[place].text == "No.":
        return None
    if lower in {"not", "never", "cannot"} or lower.endswith("n't"):
        claim = claim_after(tokens, place + 1) or noun_after(tokens, place + 1) or Claim(place)
        return claim.about(subject_noun(tokens, verb_group(tokens, place)))
    if lower == "no":
        return _no(tokens, place)
    if lower in {"nobody", "none", "nothing"}:
        return (claim_after(tokens, place + 1) or Claim(place)).about(lower)
    if lower == "without":
        return noun_after(tokens, place + 1) or claim_after(tokens, place + 1)
    failing = (
        lower in _FAILING and following == "to" and (lower != "yet" or (place > 0 and tokens[place - 1].tag is Tag.AUXILIARY))
    )
    if failing:
        failed = claim_after(tokens, place + 2, bare=True)
        return failed.about(subject_noun(tokens, verb_group(tokens, place))) if failed else None
    return None


def _no(tokens: Sequence[Token], place: int) -> Claim | None:
    """Return the claim of ``no charges have been filed``: the noun, and the verb that follows it shortly."""
    noun = noun_after(tokens, place + 1)
    if noun is None:
        return claim_after(tokens, place + 1)
    for ahead in range(noun.last + 1, min(noun.last + 1 + _FAR, len(tokens))):
        token = tokens[ahead]
        if token.tag is Tag.AUXILIARY:
            verb = claim_after(tokens, ahead)
            return Claim(verb.last, verb.verb, noun.noun) if verb else noun
        if token.tag is Tag.WORD and verb_base(token.lower) and ahead == noun.last + 1:
            return Claim(ahead, verb_base(token.lower) or "", noun.noun)
        if token.tag in {Tag.COMMA, Tag.MARK, Tag.QUOTE}:
            break
    return noun
