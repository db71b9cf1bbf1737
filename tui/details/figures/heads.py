"""What a figure counts: the noun phrase behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.details.dates.calendars import MONTHS
from tui.details.figures.number_words import ONES, SCALES, TENS
from tui.details.figures.tokens import Token, lower_at
from tui.language.grammar import CLOSED, DETERMINERS
from tui.language.lemmas import is_gerund, is_past, is_plural, noun_base, verb_base
from tui.language.tables import lexicon, rows


@cache
def states() -> dict[str, tuple[str, str]]:
    """Return the words that stand alone behind a figure, ``12 dead``, with what they count and what became of it."""
    return {word: (head, verb) for word, head, verb in rows("tui.details.figures", "states.tsv")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of a figure."""

    head: str = ""
    """Its head noun in its base form."""
    modifiers: tuple[str, ...] = ()
    """What narrows it."""
    last: int = 0
    """The index after its head."""
    end: int = 0
    """The index after its ``of`` phrase."""


_COMPARATIVES: Final = lexicon("fewer less higher lower later earlier older younger ahead")
_EMPTY: Final = frozenset({"more", "other", "such"})
_SKIPPED: Final = lexicon("""
    such more other others additional further different separate new same main various many most about some only just also
""")
_NOUNS_IN_LY: Final = lexicon("family assembly supply july monthly daily weekly ally rally italy fly reply butterfly jelly")
_SPAN: Final = 7


def phrase_after(tokens: Sequence[Token], at: int, *, plural: bool) -> Phrase:
    """Return the noun phrase that begins at token ``at``, right behind a figure; an empty one where none does.

    ``plural`` says that a plural head is expected.
    """
    if lower_at(tokens, at) == "of":
        return _of_phrase(tokens, at, plural=plural)
    words: list[int] = []
    place = at
    while place < min(len(tokens), at + _SPAN + 4):
        step = _inside(tokens, place, words)
        if step:
            place += step
            continue
        if not _nominal(tokens, place, words, plural=plural):
            break
        words.append(place)
        place += 1
        if plural and _is_head(tokens, place - 1) and not _plural_follows(tokens, place):
            break
    return _phrase(tokens, words, place)


def _inside(tokens: Sequence[Token], at: int, words: Sequence[int]) -> int:
    """Return how many tokens at ``at`` are signs and labels inside a noun phrase: hyphens, ``47`` in ``AK-47 rifles``."""
    if at + 1 >= len(tokens):
        return 0
    sign, following = tokens[at], tokens[at + 1]
    if sign.capital and sign.lower in MONTHS:
        return _day_inside(tokens, at)
    if not words:
        return int((sign.text == "-" and not sign.spaced) or (sign.text == '"' and following.is_word))
    capital = tokens[words[-1]].capital
    if sign.text == "-" and not following.is_word:
        return 2 * (capital and following.is_numeral and not following.spaced)
    closes = sign.text == '"' and lower_at(tokens, words[0] - 1) == '"'
    comma = sign.text == "," and not is_plural(tokens[words[-1]].lower) and _adjectives_go_on(tokens, at)
    return int(sign.text == "-" or comma or ((closes or (sign.is_numeral and capital)) and following.is_word))


def _day_inside(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens a day takes inside a noun phrase, ``the 19 Sept. 11 hijackers``, 0 where there is none."""
    day = at + 1 + (lower_at(tokens, at + 1) == ".")
    return day + 1 - at if day < len(tokens) and tokens[day].is_numeral else 0


def _adjectives_go_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma stands between adjectives of one noun: ``12 large, heavy boxes``."""
    return (
        all(lower_at(tokens, comma + n) not in CLOSED for n in (1, 2))
        and is_plural(lower_at(tokens, comma + 2))
        and tokens[comma + 1].is_word
    )


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a plural that can be counted, not the first part of a compound."""
    return is_plural(tokens[at].lower) and lower_at(tokens, at + 1) != "-"


def _plural_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word is another plural noun, which makes the one before it a modifier: ``12 sports cars``."""
    word = lower_at(tokens, at)
    return bool(word) and tokens[at].is_word and word not in CLOSED and is_plural(word) and verb_base(word) is None


def _nominal(tokens: Sequence[Token], at: int, words: Sequence[int], *, plural: bool) -> bool:
    """Whether the token at ``at`` belongs to the noun phrase whose words so far are ``words``."""
    token = tokens[at]
    word = token.lower
    if token.is_numeral or not token.is_word or _compares(tokens, at) or (word in CLOSED and word not in _SKIPPED):
        return token.text == "'" and bool(words)
    full = bool(words) and is_plural(tokens[words[-1]].lower)
    if words and not plural and word.endswith("s") and verb_base(word) not in {None, word}:
        return False
    if (full and word in states()) or (words and word.endswith("ly") and word not in _NOUNS_IN_LY):
        return False
    if verb_base(word) is None:
        return True
    if not words:
        return word in states() or not is_past(word) or _noun_soon(tokens, at + 1, plural=plural)
    return not full and (not (is_past(word) or is_gerund(word)) or _noun_soon(tokens, at + 1, plural=plural))


def _compares(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a comparative with no noun of its own: ``eight fewer than``, unlike ``two lower courts``."""
    return tokens[at].lower in _COMPARATIVES and not is_plural(lower_at(tokens, at + 1))


def _noun_soon(tokens: Sequence[Token], at: int, *, plural: bool) -> bool:
    """Whether a noun follows at ``at``, so that a participle before it is an adjective."""
    word = lower_at(tokens, at)
    if not word or not tokens[at].is_word or word in CLOSED:
        return False
    return not plural or any(
        is_plural(lower_at(tokens, at + n)) for n in range(3) if all(lower_at(tokens, at + m) not in CLOSED for m in range(n + 1))
    )


def _phrase(tokens: Sequence[Token], words: Sequence[int], end: int) -> Phrase:
    """Return the phrase of the words at the indices ``words``."""
    kept = [n for n in words if tokens[n].is_word and not (tokens[n].text == "s" and not tokens[n - 1].is_word)]
    if not kept:
        return Phrase(last=end, end=end)
    head = kept[-1]
    modifiers = tuple(noun_base(word) for n in kept[:-1] if (word := tokens[n].lower) not in _EMPTY and not _is_number(word))
    last = head + 1
    complement = _complement(tokens, last)
    return Phrase(noun_base(tokens[head].lower), modifiers + complement.modifiers, last, complement.end)


def _is_number(word: str) -> bool:
    """Whether a word is a number, which narrows nothing: ``six`` in ``a six-month term``."""
    return word in ONES or word in TENS or word in SCALES


def _complement(tokens: Sequence[Token], at: int) -> Phrase:
    """Return what ``of`` adds behind a head as modifiers: ``rounds of ammunition``."""
    if lower_at(tokens, at) != "of":
        return Phrase(end=at)
    place = at + 1
    while lower_at(tokens, place) in DETERMINERS:
        place += 1
    inner = phrase_after(tokens, place, plural=False) if lower_at(tokens, place) != "of" else Phrase()
    return Phrase(modifiers=(inner.head,) if inner.head else (), end=inner.last or at)


def _of_phrase(tokens: Sequence[Token], at: int, *, plural: bool) -> Phrase:
    """Return the noun phrase of the whole behind ``of``: ``seven of its villages``, ``half of the 80 wounded``."""
    place = at + 1
    while lower_at(tokens, place) in DETERMINERS | {"all"} or (place < len(tokens) and tokens[place].is_numeral):
        place += 1
    if lower_at(tokens, place) in {"them", "whom", "which", "these", "those", "us", "people's"}:
        return Phrase(last=place + 1, end=place + 1)
    return phrase_after(tokens, place, plural=plural) if lower_at(tokens, place) != "of" else Phrase(last=at, end=at)


def state_after(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, str] | None:
    """Return people and what became of them where the phrase is or is followed by a state: ``12 dead``, ``10 people dead``."""
    if tokens and phrase.last and lower_at(tokens, phrase.last - 1) in states():
        return states()[tokens[phrase.last - 1].lower]
    if phrase.head and lower_at(tokens, phrase.last) in states() and is_plural(lower_at(tokens, phrase.last - 1)):
        _, verb = states()[tokens[phrase.last].lower]
        return phrase.head, verb
    return None
