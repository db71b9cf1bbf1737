"""Certainty: claims that an article hedges, passes on as alleged, or says were denied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.mentions import Sentence
from tui.details.phrases import NOUNLIKE, verb_group
from tui.details.voices.claims import Claim, claim_after, noun_after, subject_noun
from tui.language.closed import CALENDAR
from tui.language.lemmas import verb_base
from tui.language.tables import row
from tui.language.tokens import Tag, Token
from tui.model.detail import Detail, Kind, Wording

HEDGED: Final = "hedged"
ALLEGED: Final = "alleged"
DENIED: Final = "denied"
_MODALS: Final = row("hedging", "modal")
_ADVERBS: Final = {
    **dict.fromkeys(row("hedging", "adverb-hedged"), HEDGED),
    **dict.fromkeys(row("hedging", "adverb-alleged"), ALLEGED),
}
_ADJECTIVES: Final = {
    **dict.fromkeys(row("hedging", "adjective-hedged"), HEDGED),
    **dict.fromkeys(row("hedging", "adjective-alleged"), ALLEGED),
}
_PASSIVES: Final = {
    **dict.fromkeys(row("hedging", "passive-hedged"), HEDGED),
    **dict.fromkeys(row("hedging", "passive-alleged"), ALLEGED),
}
_BE: Final = frozenset(["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"])
_FINITE: Final = frozenset({"is", "are", "was", "were", "has", "had", "did", "does"})
_TRIGGERS: Final = frozenset(
    {"likely", "unlikely", "clear", "known", "certain"}.union(
        _MODALS, _ADVERBS, _ADJECTIVES, _PASSIVES, *(row("hedging", name) for name in ("raising", "opinion", "denial", "unclear"))
    )
)
_COMPARED: Final = frozenset({"less", "more", "as", "so", "how", "equally"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that weakens, passes on or denies a claim, with the claim."""

    first: int
    """The index of its first token."""
    sense: str
    """``hedged``, ``alleged`` or ``denied``."""
    claim: Claim
    """What is claimed."""


Rule = Callable[[Sequence[Token], int], Hedge | None]
"""Looks whether a hedge begins at a token."""


def certainty(sentence: Sentence) -> tuple[Detail, ...]:
    """Return the hedged, alleged and denied claims of a sentence; each span runs from the hedge to the claim's main word."""
    tokens, passage = sentence.tokens, sentence.passage
    found: list[Detail] = []
    reach = -1
    for place in range(len(tokens)):
        if place <= reach or tokens[place].lower not in _TRIGGERS:
            continue
        hedge = next((h for rule in _RULES if (h := rule(tokens, place))), None)
        if hedge is None:
            continue
        start, end = tokens[hedge.first].start, tokens[max(hedge.claim.last, place)].end
        reach = max(hedge.claim.last, place)
        text = passage.text[start:end]
        value = Wording(hedge.sense)
        found.append(Detail(passage.id, Kind.CERTAINTY, start, end, text, value, hedge.claim.noun, hedge.claim.verb))
    return tuple(found)


def _modal(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``may potentially breach``, ``could have been sent``; not the month, not ``military might``, not ``could not``."""
    token = tokens[place]
    if token.lower not in _MODALS or (token.text[0].isupper() and place > 0):
        return None
    claim = claim_after(tokens, place + 1, bare=True)
    before = tokens[place - 1] if place else None
    finite = place + 1 < len(tokens) and tokens[place + 1].lower in _FINITE
    if claim is None or finite or (before is not None and before.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION}):
        return None
    negated = any(t.lower in {"not", "never"} for t in tokens[place + 1 : claim.last])
    if token.lower == "could" and (negated or (before is not None and before.lower in {"how", "that", "so"})):
        return None
    return Hedge(place, HEDGED, claim.about(subject_noun(tokens, place)))


def _adverb(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``probably``, ``allegedly``, with the verb or noun they stand before, else the verb before them."""
    sense = _ADVERBS.get(tokens[place].lower)
    if sense is None:
        return None
    first = verb_group(tokens, place)
    claim = claim_after(tokens, place + 1) or noun_after(tokens, place + 1)
    if claim is None and place and verb_base(tokens[place - 1].lower):
        claim = Claim(place, verb_base(tokens[place - 1].lower) or "")
    return Hedge(place, sense, (claim or Claim(place)).about(subject_noun(tokens, first)))


def _likely(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``is likely to``, ``most likely smuggled``, ``likely bombs``; not ``less likely``, not ``likely voters``."""
    if tokens[place].lower not in {"likely", "unlikely"}:
        return None
    before = tokens[place - 1].lower if place else ""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if before in _COMPARED or (following is not None and following.lower in row("hedging", "electoral")):
        return None
    to = following is not None and following.lower == "to"
    start = place + 1 + to
    claim = claim_after(tokens, start, bare=to) or noun_after(tokens, start) or Claim(place)
    first = place - (before == "most")
    return Hedge(first, HEDGED, claim.about(subject_noun(tokens, verb_group(tokens, first))))


def _adjective(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``alleged attacker``, ``an estimated 300 people``: an adjective before a noun."""
    sense = _ADJECTIVES.get(tokens[place].lower)
    if sense is None or tokens[place].lower == "likely":
        return None
    before = tokens[place - 1] if place else None
    attributive = before is None or before.tag in {
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.PREPOSITION,
        Tag.NUMBER,
        Tag.ADVERB,
        Tag.CONJUNCTION,
    }
    claim = noun_after(tokens, place + 1)
    if claim is None or (not attributive and tokens[place].lower.endswith("ed")) or claim.noun in row("hedging", "electoral"):
        return None
    return Hedge(place, sense, claim)


def _passive(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``is believed to have died``, ``accused of robbing``, ``it is thought that``."""
    sense = _PASSIVES.get(tokens[place].lower)
    if sense is None:
        return None
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    first = verb_group(tokens, place)
    helped = any(t.lower in _BE for t in tokens[first:place])
    reduced = bool(place) and tokens[place - 1].tag in {Tag.COMMA, *NOUNLIKE} and following == "to"
    if (
        not (helped or reduced)
        or following not in {"to", "that", "of"}
        or (following == "of" and tokens[place].lower != "accused")
    ):
        return None
    claim = claim_after(tokens, place + 2, bare=following == "to") or noun_after(tokens, place + 2)
    if claim is None or (tokens[place].lower == "said" and following != "to"):
        return None
    return Hedge(first, sense, claim.about(subject_noun(tokens, first)))


def _raising(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``appeared to enjoy``, ``seems that``; not ``appeared in court``."""
    if (
        tokens[place].lower not in row("hedging", "raising")
        or place + 1 >= len(tokens)
        or tokens[place + 1].lower not in {"to", "that"}
    ):
        return None
    claim = claim_after(tokens, place + 2, bare=tokens[place + 1].lower == "to") or noun_after(tokens, place + 2)
    return Hedge(place, HEDGED, claim.about(subject_noun(tokens, verb_group(tokens, place)))) if claim else None


def _opinion(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``he believes LaRue died``: a claim given as somebody's belief."""
    if tokens[place].lower not in row("hedging", "opinion") or place == 0 or place + 2 >= len(tokens):
        return None
    before, following = tokens[place - 1], tokens[place + 1]
    speaks = before.tag in {Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB, Tag.AUXILIARY, *NOUNLIKE}
    clause = following.lower in {"that", "there"} or following.tag in {Tag.PRONOUN, Tag.DETERMINER, Tag.CAPITAL}
    if not speaks or not clause or before.lower in _BE or following.lower in CALENDAR:
        return None
    for ahead in range(place + 1, min(place + 9, len(tokens))):
        if tokens[ahead].tag in {Tag.COMMA, Tag.MARK, Tag.QUOTE}:
            return None
        if tokens[ahead].tag is Tag.AUXILIARY or (
            verb_base(tokens[ahead].lower)
            and ahead > place + 1
            and tokens[ahead].tag is Tag.WORD
            and tokens[ahead - 1].tag is not Tag.DETERMINER
        ):
            claim = claim_after(tokens, ahead)
            return Hedge(place, HEDGED, claim.about(subject_noun(tokens, ahead))) if claim else None
    return None


def _denial(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``denied that he knew``, ``has denied wrongdoing``."""
    if (
        tokens[place].lower not in row("hedging", "denial")
        or place == 0
        or tokens[place - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    ):
        return None
    if place + 1 >= len(tokens) or tokens[place + 1].lower == "by":
        return None
    for ahead in range(place + 1, min(place + 6, len(tokens))):
        if tokens[ahead].lower == "that":
            following = next((n for n in range(ahead + 2, min(ahead + 8, len(tokens))) if _finite(tokens[n])), None)
            claim = claim_after(tokens, following) if following else None
            return Hedge(place, DENIED, claim) if claim else None
    claim = claim_after(tokens, place + 1) if tokens[place + 1].lower.endswith("ing") else None
    return Hedge(place, DENIED, claim or noun_after(tokens, place + 1) or Claim(place))


def _finite(token: Token) -> bool:
    """Return whether a token is an auxiliary or a known verb in lower case."""
    return token.tag is Tag.AUXILIARY or (token.tag is Tag.WORD and verb_base(token.lower) is not None)


def _unclear(tokens: Sequence[Token], place: int) -> Hedge | None:
    """Take ``it remained unclear if the van belonged``."""
    not_clear = (
        tokens[place].lower in {"clear", "known", "certain"}
        and place > 0
        and tokens[place - 1].lower in {"not", "isn't", "wasn't"}
    )
    if not (tokens[place].lower in row("hedging", "unclear") or not_clear) or place + 1 >= len(tokens):
        return None
    if tokens[place + 1].lower not in {"if", "whether", "how", "why", "what", "who", "when", "where"}:
        return None
    verb = next((n for n in range(place + 2, min(place + 10, len(tokens))) if _finite(tokens[n])), None)
    claim = claim_after(tokens, verb) if verb else None
    return Hedge(place - not_clear, HEDGED, (claim or Claim(place)).about(subject_noun(tokens, verb) if verb else ""))


_RULES: Final[tuple[Rule, ...]] = (_modal, _adverb, _likely, _passive, _raising, _opinion, _denial, _unclear, _adjective)
