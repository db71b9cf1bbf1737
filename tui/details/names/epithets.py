"""Offices and the descriptions learnt from them: ``the North Korean leader`` from ``North Korean leader Kim Jong Un``."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from tui.details.names.holdings import Holding
from tui.details.names.mentions import Sentence
from tui.details.names.offices import bodies, modifiers, office_ending
from tui.language.gazetteer import gazetteer
from tui.language.people import CALLINGS, OFFICES, RANKING
from tui.language.syntax.phrases import chunk
from tui.language.tables import row
from tui.language.tokens import Tag, Token

K = TypeVar("K")
_HELD_BY_MANY: Final = row("persons", "held-by-many")
_RULERS: Final = frozenset(
    {"president", "leader", "supreme leader", "prime minister", "chancellor", "king", "queen", "emperor", "sultan"}
)
_KIN: Final = frozenset(
    [
        "wife",
        "husband",
        "widow",
        "widower",
        "father",
        "mother",
        "dad",
        "mom",
        "mum",
        "parent",
        "son",
        "daughter",
        "brother",
        "sister",
        "twin",
    ]
)
_PLURAL: Final = frozenset(
    word
    for word in OFFICES
    if word.endswith(("s", "men", "women", "people")) and word not in {"chief of staff", "rep.", "chiefs"}
)


@dataclass(frozen=True, slots=True)
class Chair:
    """An office as a passage prints it."""

    first: int
    """The index of its first token."""
    last: int
    """The index of its last token."""
    start: int
    """Where it begins in the passage's text."""
    end: int
    """Where it ends."""
    post: str
    """Its plain form: ``spokesperson`` for a press secretary."""
    of: tuple[str, ...]
    """Whose it is: the countries behind demonyms and seats of government, else the capitalised words."""
    calling: bool = False
    """True for a calling or kin in place of an office."""


def chair(sentence: Sentence, holding: Holding) -> Chair:
    """Return an office of a sentence with its place and whose it is."""
    words = sentence.tokens[holding.first : holding.last + 1]
    around = (*sentence.tokens[holding.first : holding.noun[0]], *sentence.tokens[holding.noun[1] + 1 : holding.last + 1])
    of = bodies([w.text for w in around if w.tag is Tag.CAPITAL and w.lower not in OFFICES and w.lower not in CALLINGS])
    return Chair(holding.first, holding.last, words[0].start, words[-1].end, holding.post, of, holding.calling)


def learnt(held: Iterable[tuple[Chair, K]]) -> dict[tuple[str, str], K]:
    """Return (plain office, body) → holder for every pair that one holder alone has, with the empty body for the office alone."""
    found: defaultdict[tuple[str, str], Counter[K]] = defaultdict(Counter)
    for seat, holder in held:
        for body in () if seat.calling else (*seat.of, ""):
            found[seat.post, body][holder] += 1
            if seat.post in _RULERS:
                found["leader", body][holder] += 1
    return {key: next(iter(holders)) for key, holders in found.items() if len(holders) == 1}


def descriptions(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[Chair]:
    """Return the definite descriptions of a sentence that are an office with no name: ``the Russian leader``.

    ``taken`` are the token ranges of offices that stand with a name.
    """
    words = sentence.tokens
    used = {n for first, last in taken for n in range(first, last + 1)}
    found: list[Chair] = []
    for last in range(len(words) - 1, -1, -1):
        if last in used or words[last].tag not in {Tag.WORD, Tag.CAPITAL, Tag.ADVERB}:
            continue
        office = office_ending(words, last)
        if office is None or used & set(range(office.first, last + 1)) or words[last].lower in _PLURAL:
            continue
        first = modifiers(words, office)
        used |= set(range(first, last + 1))
        before = words[first - 1] if first else None
        if (
            not _definite(words, first, before)
            or office.post in _KIN
            or any(w.lower in RANKING - {"prime", "vice"} for w in words[first:last])
        ):
            continue
        holding = Holding(first, _of_phrase(words, last), office.post, (office.first, office.last))
        found.append(chair(sentence, holding))
    return found[::-1]


def _definite(words: Sequence[Token], first: int, before: Token | None) -> bool:
    """Return whether a description says that one known person is meant."""
    owned = any(word.tag is Tag.POSSESSIVE for word in words[first : first + 4])
    return owned or (before is not None and before.lower == "the") or words[first].lower == "the"


def _of_phrase(words: Sequence[Token], last: int) -> int:
    """Return the index at which ``of North Korea`` after an office ends, else ``last``."""
    place = last + 1
    if place < len(words) and words[place].lower == "of":
        place += 1
        if place < len(words) and words[place].lower == "the":
            place += 1
        first = place
        while place < len(words) and words[place].tag is Tag.CAPITAL:
            place += 1
        if place > first:
            return place - 1
    return last


def holder_of(seat: Chair, story: Mapping[tuple[str, str], K], article: Mapping[tuple[str, str], K]) -> K | None:
    """Return who holds an office without a name: by whose it is in the story, else by the office alone in the article."""
    if seat.of:
        found = {story[seat.post, body] for body in seat.of if (seat.post, body) in story}
        return found.pop() if len(found) == 1 else None
    return None if seat.post in _HELD_BY_MANY else article.get((seat.post, ""))


def compatriots(sentence: Sentence) -> list[Chair]:
    """Return the demonyms that stand for one person: *the Ulvian* before a verb, each as an office of its land."""
    words = sentence.tokens
    found: list[Chair] = []
    for n in range(1, len(words) - 1):
        entry = gazetteer().peoples.get(words[n].text)
        if entry is None or entry.full == words[n].text or words[n - 1].lower != "the" or words[n].text.endswith("s"):
            continue
        after = words[n + 1]
        piece = next((c for c in chunk(sentence.passage.folded) if c.start == after.start), None)
        if piece is not None and piece.group is not None and piece.group.finite:
            found.append(Chair(n - 1, n, words[n].start, words[n].end, "", (entry.country or entry.full,)))
    return found


def of_land(seat: Chair, held: Iterable[tuple[Chair, K]]) -> K | None:
    """Return the one person of a land among those who hold an office of it; ``None`` where there are more or none."""
    land = seat.of[0]
    found = {
        who for own, who in held for body in own.of if body == land or body.endswith(f" {land}") or land.endswith(f" {body}")
    }
    return found.pop() if len(found) == 1 else None
