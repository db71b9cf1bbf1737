"""Parts of a run of capitals: the office or form of address before a name, the name, and the office in apposition to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.holdings import APPOSITION, Holding, office_after, office_before
from tui.details.names.mentions import Run, known_ahead
from tui.details.names.offices import Office, modifiers, office_ending
from tui.language.bodies import INITIALS, NOT_NAMES, ORGANISATION_WORDS, ORGANISATIONS, PLACE_WORDS
from tui.language.gazetteer import Sort, gazetteer, given_names
from tui.language.people import HONORIFICS, OFFICES, RANKING
from tui.language.tokens import Tag, Token

_UNIT: Final = 3
_POSTAL: Final = 2
_NOT_A_NAME: Final = ORGANISATION_WORDS | PLACE_WORDS | {"Office", "General", "Administration", "of", "for"}


@dataclass(frozen=True, slots=True)
class Part:
    """One name in a sentence with what stands before and after it."""

    sentence: int
    """The index of its sentence in the article."""
    first: int
    """The index of the name's first token."""
    last: int
    """The index of its last token; below ``first`` for an office without a name."""
    words: tuple[str, ...]
    """The name's words as they stand in the folded text, without marks."""
    holdings: tuple[Holding, ...] = ()
    """The offices given to it here: before the name, then in apposition."""
    honorific: str = ""
    """The form of address before it, in lower case."""
    opening: bool = False
    """True where it opens a sentence."""


def parts(run: Run, tokens: Sequence[Token]) -> list[Part]:  # noqa: C901 - one step for each thing that can stand before a name
    """Return the names of a run with their offices and forms of address, in reading order."""
    run, ahead = _after_body(run, tokens)
    office = _office_inside(run, tokens)
    known = () if office else _known_pieces(run, tokens)
    if known:
        return [*ahead, *(piece for first, last in known for piece in _part(run, tokens, first, last))]
    first, holdings, honorific = run.first, [], ""
    found = list(ahead)
    if office:
        start = modifiers(tokens, office, max(0, run.first - APPOSITION))
        holdings.append(Holding(start, office.last, office.post, (office.first, office.last)))
        found += _part(run, tokens, run.first, office.first - 1)
        first = office.last + 1
        while first <= run.last and tokens[first].lower in {"of", "the", "for"}:
            first += 1
        if first > office.last + 1:
            body = next((n for n in range(first + 1, run.last) if tokens[n].text in given_names()), run.last + 1)
            found += _part(run, tokens, first, body - 1)
            if body > run.last:
                return found
            first = body
    elif ahead and ahead[0].first > 1 and (over := office_ending(tokens, ahead[0].first - 2)):
        start = modifiers(tokens, over, max(0, over.first - APPOSITION))
        holdings.append(Holding(start, run.first - 1, over.post, (over.first, over.last)))
    elif run.first:
        holdings += office_before(run, tokens)
    if gazetteer().places.get(" ".join(_words(tokens, first, run.last))) and not office:
        return _part(run, tokens, first, run.last)
    while first < run.last and tokens[first].lower in HONORIFICS and tokens[first].text not in given_names():
        honorific = tokens[first].lower
        first += 1
    last = run.last
    split = 0 if office or honorific else _people_before_name(run, tokens)
    if split:
        found += _part(run, tokens, run.first, split - 1)
        first = split
    if first > run.last:
        return found
    words = _words(tokens, first, last)
    holdings += office_after(last, tokens)
    opening = run.opening and first == run.first
    if not words or (len(words) == 1 and _names_nothing(words[0], first, tokens)):
        return found
    return [*found, Part(run.sentence, first, last, words, tuple(holdings), honorific, opening=opening)]


def _known_pieces(run: Run, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the parts of a run of known names alone, one of them a people or party: ``Missouri``, ``Republicans``."""
    pieces: list[tuple[int, int]] = []
    peoples = 0
    place = run.first
    while place <= run.last:
        for end in range(min(run.last, place + gazetteer().longest - 1), place - 1, -1):
            name = " ".join(_words(tokens, place, end))
            entry = gazetteer().find(name)
            if entry or name in ORGANISATIONS or name in INITIALS:
                peoples += name == "GOP" or (entry is not None and entry.sort is Sort.PEOPLE)
                pieces.append((place, end))
                place = end + 1
                break
        else:
            return []
    return pieces if len(pieces) > 1 and peoples else []


def _after_body(run: Run, tokens: Sequence[Token]) -> tuple[Run, list[Part]]:
    """Return a run without a body at its beginning: ``Director of National Intelligence James Clay``, ``Nixon White House``."""
    names = given_names()
    titled = run.first > 1 and tokens[run.first - 1].lower == "of" and office_ending(tokens, run.first - 2) is not None
    if titled and tokens[run.first].text not in names:
        split = next((n for n in range(run.first + 1, run.last) if tokens[n].text in names), 0)
        if split:
            rest = Run(run.sentence, split, run.last, opening=False)
            return rest, [Part(run.sentence, run.first, split - 1, _words(tokens, run.first, split - 1))]
    if run.last - run.first > 1 and " ".join(_words(tokens, run.last - 1, run.last)) in ORGANISATIONS:
        rest = Run(run.sentence, run.last - 1, run.last, opening=False)
        owner = " ".join(_words(tokens, run.first, run.last - 2))
        organ = owner in ORGANISATIONS or owner.replace(".", "") in INITIALS or owner in INITIALS.values()
        if not organ and tokens[run.last - 2].text not in {"of", "the", "&"} and not gazetteer().find(tokens[run.first].text):
            return rest, _part(run, tokens, run.first, run.last - 2)
    return run, []


def _names_nothing(word: str, place: int, tokens: Sequence[Token]) -> bool:
    """Return whether one word in capitals is a unit after a figure or stands for no name."""
    unit = place > 0 and tokens[place - 1].tag is Tag.NUMBER and len(word) <= _UNIT
    entry = gazetteer().places.get(word)
    postal = entry is not None and entry.sort is Sort.STATE and len(word) == _POSTAL and word.isupper()
    return word in NOT_NAMES or unit or (postal and (place == 0 or tokens[place - 1].tag is not Tag.COMMA))


def _words(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the words from ``first`` to ``last`` without marks and without a nickname in quotation marks."""
    words: list[str] = []
    hyphen = False
    quotes = [n for n in range(first, last + 1) if tokens[n].tag is Tag.QUOTE]
    inside = range(quotes[0], quotes[-1] + 1) if len(quotes) > 1 else range(0)
    for token in (tokens[n] for n in range(first, last + 1) if n not in inside):
        if token.text[0].isalnum() or token.text == "&":
            words[-1:] = [f"{words[-1]}-{token.text}"] if hyphen and words else [*words[-1:], token.text]
        hyphen = token.text == "-"
    return tuple(words)


def _part(run: Run, tokens: Sequence[Token], first: int, last: int) -> list[Part]:
    """Return the modifiers of an office as a name of their own where they are one: ``White House`` before ``Press Secretary``."""
    while first <= last and not known_ahead(tokens, first, last):
        if tokens[first].lower not in RANKING and tokens[first].lower not in OFFICES:
            break
        first += 1
    while last > first and tokens[last].lower in RANKING:
        last -= 1
    words = _words(tokens, first, last) if first <= last else ()
    inner = Run(run.sentence, first, last, opening=run.opening and first == run.first)
    pieces = _known_pieces(inner, tokens) if len(words) > 1 else []
    if pieces:
        return [Part(run.sentence, a, b, _words(tokens, a, b), opening=inner.opening and a == first) for a, b in pieces]
    if len(words) == 1 and _names_nothing(words[0], first, tokens):
        return []
    return [Part(run.sentence, first, last, words, opening=run.opening and first == run.first)] if words else []


def _office_inside(run: Run, tokens: Sequence[Token]) -> Office | None:
    """Return the office that stands in the run before a name, or that the run is; the rightmost one."""
    for last in range(run.last, run.first - 1, -1):
        office = office_ending(tokens, last, run.first)
        if office is None or not _stands_as_office(office, run, tokens):
            continue
        return office
    return None


def _stands_as_office(office: Office, run: Run, tokens: Sequence[Token]) -> bool:
    """Return whether an office word in a run is an office there and no part of a name."""
    before = tokens[office.first - 1].text if office.first > run.first else ""
    single = office.first == office.last and not (office.last < run.last and tokens[office.last + 1].text in given_names())
    if (before in given_names() and single) or (before.endswith(".") and len(before) == 2):  # noqa: PLR2004 - an initial: J.
        return False
    calling = office.post not in OFFICES
    if office.first == office.last and tokens[office.last].text in given_names():
        return False
    if office.last == run.last:
        return not calling and (office.first == run.first or all(_grades(t) for t in tokens[run.first : office.first]))
    after = tokens[office.last + 1].text
    whole = " ".join(_words(tokens, run.first, run.last))
    alone = office.last + 1 == run.last
    if (alone and after in _NOT_A_NAME) or whole in ORGANISATIONS or tokens[run.last].text in ORGANISATION_WORDS:
        return False
    return after in given_names() if calling else tokens[office.last].text[0].isupper()


def _grades(token: Token) -> bool:
    """Return whether a token before an office only says whose it is: ``Russian``, ``Vice``, ``White House``."""
    return token.lower in RANKING or token.text in {"White", "House"} or gazetteer().find(token.text) is not None


def _people_before_name(run: Run, tokens: Sequence[Token]) -> int:
    """Return where a person's name begins after a demonym, as in ``American Taylor Swift``; 0 where none does."""
    known = gazetteer()
    for size in (2, 1):
        start = run.first + size
        if start < run.last and tokens[start].text in given_names():
            entry = known.find(" ".join(t.text for t in tokens[run.first : start]))
            if entry and entry.sort is Sort.PEOPLE:
                return start
    return 0
