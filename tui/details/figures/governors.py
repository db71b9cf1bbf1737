"""What governs a figure: the verb, the word that ties it, the subject; what a figure that stands alone counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.figures.heads import phrase_after, states
from tui.details.figures.number_words import ONES, SCALES
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import ADVERBS, AUXILIARIES, BE, CLOSED, DETERMINERS, HAVE, MODALS, PREPOSITIONS
from tui.language.lemmas import ING_NOUNS, is_gerund, is_past, is_plural, noun_base, verb_base
from tui.language.tables import lexicon


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a figure's noun phrase."""

    verb: str = ""
    """The base form of the verb."""
    relation: str = ""
    """The preposition between them."""
    subject: str = ""
    """The head of the verb's subject, where the figure is not in it."""


_TOLLS: Final = {
    "toll": ("people", "die"),
    "tolls": ("people", "die"),
    "fatalities": ("people", "die"),
    "deaths": ("people", "die"),
}
_PERSONAL: Final = lexicon("""
    kill wound injure arrest detain hospitalize hospitalise evacuate displace rescue behead execute infect sicken maim slay
    murder die massacre behead shoot hurt charge convict indict
""")
"""Verbs whose object or subject, where a figure stands alone, is people."""
_REPORTING: Final = lexicon("""
    say tell add report think believe estimate announce note claim know show suggest warn argue mean confirm deny explain ask
""")
_SPAN: Final = 7
_REACH: Final = 12
_FAR_REACH: Final = 20
"""The same for a date, which stands behind all else that the verb has: *sold the last of their mills for two million in 1957*."""
_FRONT: Final = 4
"""How many words may stand between a phrase that opens a sentence and its comma."""
_ABBREVIATED: Final = lexicon("mr mrs ms dr sen rep gov lt col gen st jr sr no vs")
_STOPS: Final = frozenset('.;:!?()[]"')
_ARTICLES: Final = DETERMINERS - {"that", "this", "these", "those"}
_GROUPS: Final = lexicon("total group number crowd team convoy fleet maximum minimum record series string pair")
_CLAUSES: Final = lexicon("that which who where when while because as but after before if although though whether")
_NOUN_GOES_ON: Final = lexicon("of between among and or , .")
"""What stands behind a noun rather than behind a verb in the present."""
_DAYS: Final = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday year month week january february april june july august"
)
_TITLE: Final = 0.8
"""The share of capitalised words from which on a sentence is set like a headline."""
_CLOSE: Final = 2
_ACTING: Final = lexicon(", by while for from without after before of")
"""What stands before the ``ing`` form of a verb rather than before a noun."""
_UNCHANGED: Final = lexicon(
    "hit cut put set let cost hurt shut split spread read bet cast burst quit shed upset broadcast forecast"
)
"""Verbs whose participle is their base."""
_VERB_COMES: Final = MODALS | lexicon("to and not they we you i who that which did do does")


def antecedent(tokens: Sequence[Token], at: int, governor: Governor) -> tuple[str, str]:
    """Return head and verb for a figure that stands alone: from the verb, a toll before it, or the nearest plural before it."""
    if governor.verb in _PERSONAL:
        return "people", governor.verb
    for place in range(at - 1, max(-1, at - _REACH), -1):
        word = tokens[place].lower
        if word in _TOLLS and (
            governor.verb in {"rise", "climb", "reach", "stand", "be", "put", "jump", "increase", "fall", "top", "revise"}
        ):
            return _TOLLS[word]
        if word == "number" and lower_at(tokens, place + 1) == "of":
            return phrase_after(tokens, place + 2, plural=True).head, governor.verb
        if tokens[place].text in _STOPS:
            break
    if governor.relation == "of" and lower_at(tokens, at - 1) == "of" and tokens[at - 2].is_word:
        return {"population": "people", "toll": "people"}.get(
            lower_at(tokens, at - 2), noun_base(lower_at(tokens, at - 2))
        ), governor.verb
    return "", governor.verb


def governor(tokens: Sequence[Token], first: int, end: int, *, dated: bool = False) -> Governor:
    """Return the verb that governs the noun phrase from token ``first`` to ``end``, the preposition between and its subject.

    ``dated`` says that the phrase is a date, which goes with the verb right before it even where that verb reports.
    """
    first = _whole_phrase(tokens, first)
    left, relation, crossed = _left(tokens, first, _FAR_REACH if dated else _REACH)
    right = _right(tokens, end)
    comma = next((n for n in range(end, min(len(tokens), end + _FRONT)) if tokens[n].text == ","), None)
    if left is None and right is None and comma is not None:
        main = _next_verb(tokens, comma + 1)
        return (
            Governor(_main_verb(tokens, main), relation, _subject(tokens, main)) if main is not None else Governor("", relation)
        )
    left_verb = "" if left is None else verb_base(tokens[left].lower) or ""
    apart = left is None or crossed or left_verb in _REPORTING or any(t.text in ",;:" for t in tokens[left:first])
    if dated and left is not None and first - left <= _CLOSE:
        return Governor(left_verb, relation, _subject(tokens, left))
    if right is not None and apart and not relation:
        return Governor(_main_verb(tokens, right), relation)
    if left is None or (crossed and right is not None):
        return Governor(_main_verb(tokens, right) if right is not None else "", relation)
    return Governor(left_verb, relation, _subject(tokens, left))


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or clause ends at a token; the point of ``Mr.`` and ``U.S.`` ends none."""
    if tokens[at].text not in _STOPS:
        return False
    before = lower_at(tokens, at - 1)
    return not (tokens[at].text == "." and (len(before) == 1 or before in _ABBREVIATED))


def _next_verb(tokens: Sequence[Token], start: int) -> int | None:
    """Return the index of the first verb group from ``start`` on in the sentence."""
    for place in range(start, min(len(tokens), start + _REACH)):
        if _stops(tokens, place):
            return None
        if tokens[place].lower in AUXILIARIES or is_verbal(tokens, place):
            return place
    return None


def _whole_phrase(tokens: Sequence[Token], first: int) -> int:
    """Return where the phrase begins that ``a total of``, ``a group of`` open."""
    if lower_at(tokens, first - 1) == "of" and lower_at(tokens, first - 2) in _GROUPS:
        first -= 2
        while lower_at(tokens, first - 1) in DETERMINERS:
            first -= 1
    return first


def _left(tokens: Sequence[Token], first: int, reach: int) -> tuple[int | None, str, bool]:
    """Return the nearest verb before ``first``, the preposition right before it, and whether a clause begins between them."""
    relation = ""
    crossed = False
    for place in range(first - 1, max(-1, first - reach - 1), -1):
        token = tokens[place]
        word = token.lower
        if _stops(tokens, place):
            break
        if token.text == "," and not relation:
            relation = "-"
        if word in PREPOSITIONS and not relation and first - place <= 3:  # noqa: PLR2004 - the preposition of this very phrase
            relation = word
        if is_verbal(tokens, place):
            return place, relation.strip("-"), crossed
        crossed = crossed or (word in _CLAUSES and word != relation)
    return None, relation.strip("-"), crossed


def is_verbal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is used as a verb, as far as its form and the words beside it tell."""
    token = tokens[at]
    if not token.is_word or verb_base(token.lower) is None or _in_name(tokens, at) or _in_compound(tokens, at):
        return False
    word, before, behind = token.lower, lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if word in AUXILIARIES:
        return word in BE | HAVE and not _participle_follows(tokens, at + 1)
    if is_past(word) or is_gerund(word):
        noun = (before in _ARTICLES or tokens[at - 1].is_numeral or before in ONES) and behind not in PREPOSITIONS
        return not noun and (word not in ING_NOUNS or before in BE or before in _ACTING)
    if before in _VERB_COMES or before in ADVERBS:
        return True
    if word in _UNCHANGED:
        return before not in _ARTICLES | PREPOSITIONS and behind not in _NOUN_GOES_ON
    counted = any(t.is_numeral for t in tokens[max(0, at - 2) : at]) and before != ","
    noun = counted or before in _ARTICLES or before in PREPOSITIONS or behind in _NOUN_GOES_ON or is_gerund(before)
    return not noun and is_plural(before) != word.endswith("s")


def _in_compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen ties the word at ``at`` to another: ``Russian-built``."""
    behind = lower_at(tokens, at + 1) == "-" and not tokens[at + 1].spaced
    return behind or (lower_at(tokens, at - 1) == "-" and not tokens[at - 1].spaced)


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a capitalised part of a name, in a sentence that does not capitalise every word."""
    if not tokens[at].capital or at == 0:
        return False
    beside = tokens[at - 1 : at + 2]
    if sum(t.is_word and t.capital for t in beside) < 2:  # noqa: PLR2004 - itself and a neighbour
        return False
    words = [t for t in tokens if t.is_word and t.lower not in CLOSED]
    return sum(t.capital for t in words) < _TITLE * len(words)


def _participle_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle or gerund follows an auxiliary, adverbs skipped."""
    while lower_at(tokens, at) in ADVERBS | BE | HAVE | {"first"} or lower_at(tokens, at).endswith("ly"):
        at += 1
    word = lower_at(tokens, at)
    return bool(word) and tokens[at].is_word and (is_past(word) or is_gerund(word) or word in _UNCHANGED)


def _right(tokens: Sequence[Token], end: int) -> int | None:
    """Return the index of the verb group that follows the phrase at once, its own prepositional phrase and adverbs skipped."""
    place = end
    while place < min(len(tokens), end + _SPAN):
        token = tokens[place]
        word = token.lower
        if word in AUXILIARIES:
            return place
        if word in {"who", "which", "that"}:
            place += 1
            continue
        if token.is_word and verb_base(word) is not None and (is_past(word) or (place == end and is_verbal(tokens, place))):
            return place
        if token.text in '.;:!?,"' or word in {"and", "but", "or", "while", "as", "when", "after", "before", "because"}:
            return None
        place += 1
    return None


def _main_verb(tokens: Sequence[Token], at: int) -> str:
    """Return the base form of the main verb of the group that begins at ``at``: ``have been sold`` is ``sell``."""
    place, last = at, tokens[at].lower
    while place < len(tokens) and (tokens[place].lower in AUXILIARIES | ADVERBS or tokens[place].lower.endswith("ly")):
        last = tokens[place].lower if tokens[place].lower in AUXILIARIES else last
        place += 1
    word = lower_at(tokens, place)
    if word and verb_base(word) is not None and tokens[place].is_word:
        return verb_base(word) or ""
    if word in states():
        return states()[word][1]
    return verb_base(last) or ""


def _subject(tokens: Sequence[Token], verb: int) -> str:
    """Return the head noun right before the verb group at ``verb``, empty where something else stands there."""
    if is_gerund(tokens[verb].lower) and lower_at(tokens, verb - 1) not in BE:
        return ""
    place = verb - 1
    while place >= 0 and (tokens[place].lower in AUXILIARIES | ADVERBS or tokens[place].lower.endswith("ly")):
        place -= 1
    word = lower_at(tokens, place).removesuffix("'s").removesuffix("'ve").removesuffix("'re")
    empty = word in CLOSED or word in _DAYS or word in ONES or word in SCALES or is_past(word)
    return "" if place < 0 or not tokens[place].is_word or empty else noun_base(word)
