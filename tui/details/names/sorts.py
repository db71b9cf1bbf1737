"""Sorting names: whether a form names a person, an organisation, a place, a people or something else."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from tui.details.names.parts import Part
from tui.language.bodies import INITIALS, ORGANISATION_WORDS, ORGANISATIONS, PLACE_OPENERS, PLACE_WORDS
from tui.language.gazetteer import Entry, Sort, gazetteer, given_names
from tui.language.people import GENDERED, HONORIFICS, SUFFIXES
from tui.language.tables import row
from tui.language.tokens import Tag, Token

_QUARTERS: Final = frozenset(
    [
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Upper",
        "Lower",
        "Greater",
        "New",
        "Downtown",
    ]
)
_WHERE: Final = frozenset({"in", "near", "at", "outside", "from", "across"})
_ALSO_WORDS: Final = frozenset(
    [
        "Nice",
        "Bath",
        "Male",
        "West",
        "Gulf",
        "Pole",
        "Finn",
        "Scot",
        "Dane",
        "Turk",
        "Reading",
        "Orlando",
        "Jackson",
        "Lincoln",
        "Madison",
        "Montgomery",
    ]
)
_BODIES: Final = frozenset(
    {"Kremlin", "White House", "Pentagon", "Downing Street", "Whitehall", "Capitol Hill", "European Union"}
)
_STRETCH: Final = 3
_AGE: Final = 2
_FRENCH: Final = frozenset({"de", "du", "la", "des", "del"})
_INITIALS: Final = re.compile(r"(?<=\b[A-Z])\. (?=[A-Z]\.)")
_GIVEN: Final = re.compile(r"(?:[A-Z]\.){1,3}")
_SHOUTED: Final = 3
_SAID: Final = frozenset({"said", "says", "told", "added", "died"})
_PLACES: Final = row("bodies", "place-nouns")
_LIVING: Final = frozenset(
    ["died", "born", "killed", "shot", "married", "arrested", "sentenced", "jailed", "wounded", "hospitalized", "buried", "told"]
)
_KIN: Final = frozenset(
    [
        "mother",
        "father",
        "parents",
        "wife",
        "husband",
        "widow",
        "widower",
        "son",
        "daughter",
        "brother",
        "sister",
        "family",
        "lawyer",
        "attorney",
        "death",
        "body",
    ]
)
_MOST: Final = 6
_FEW: Final = 3
_ACRONYM: Final = 6


class NameSort(Enum):
    """What a form names."""

    PERSON = auto()
    ORGANISATION = auto()
    PLACE = auto()
    PEOPLE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one mention of a form says about what it names."""

    votes: Counter[NameSort] = field(default_factory=Counter)
    """Points for each sort."""
    genders: Counter[str] = field(default_factory=Counter)
    """Points for ``m`` and ``f``."""


def known(words: Sequence[str]) -> Entry | None:
    """Return the gazetteer's entry of a form."""
    found = gazetteer().find(_INITIALS.sub(".", " ".join(words)))
    shouted = found is None and all(word.isupper() and len(word) > _SHOUTED for word in words)
    return gazetteer().find(" ".join(words).title()) if shouted else found


def acronym(word: str) -> bool:
    """Return whether a word is printed as initials: ``FBI``, ``U.N.``, ``U. S.``."""
    letters = word.replace(".", "").replace(" ", "")
    return 1 < len(letters) <= _ACRONYM and letters.isalpha() and letters.isupper()


def of_form(words: Sequence[str]) -> Counter[NameSort]:
    """Return the points that a form has by its own words."""
    votes: Counter[NameSort] = Counter()
    whole = " ".join(words)
    entry = known(words)
    if whole in _BODIES or whole in ORGANISATIONS or whole.replace(".", "").replace(" ", "") in INITIALS:
        votes[NameSort.ORGANISATION] += 4
    elif entry:
        votes[NameSort.PEOPLE if entry.sort is Sort.PEOPLE else NameSort.PLACE] += 1 if whole in _ALSO_WORDS else 3
    if len(words) > 1 and _place_like(words):
        votes[NameSort.PLACE] += 3
    if not entry and words[-1] not in PLACE_WORDS and any(word in ORGANISATION_WORDS for word in words):
        votes[NameSort.ORGANISATION] += 4 if words[-1] in ORGANISATION_WORDS else 2
    if len(words) == 1 and acronym(whole) and not entry:
        votes[NameSort.ORGANISATION] += 2
    if not votes or (len(words) > 1 and not entry and not _place_like(words) and words[-1] not in ORGANISATION_WORDS):
        _as_person(words, votes)
    return votes


def _place_like(words: Sequence[str]) -> bool:
    """Return whether a form of several words is built like a place's name."""
    return (
        words[-1] in PLACE_WORDS
        or words[0] in PLACE_OPENERS
        or (words[0] in _QUARTERS and known(words[1:]) is not None)
        or (words[0] in PLACE_WORDS and words[1] == "of")
        or (words[0] not in given_names() and any(w in PLACE_WORDS for w in words[1:]) and any(w in _FRENCH for w in words))
    )


def _given_initials(word: str) -> bool:
    """Return whether a word is initials of given names, ``J.`` or ``A.J.``, and of no land or body that the tables know."""
    letters = word.replace(".", "")
    return bool(_GIVEN.fullmatch(word)) and letters not in INITIALS and gazetteer().find(word) is None


def _as_person(words: Sequence[str], votes: Counter[NameSort]) -> None:
    """Add the points of a person's name: a given name first, initials, a suffix."""
    base = [word for word in words if word.lower() not in SUFFIXES]
    if len(base) > 1 and base[0] in given_names() and not any(w in {"of", "and", "the", "for"} for w in base):
        votes[NameSort.PERSON] += 3
    if len(base) > 1 and any(_given_initials(word) for word in base[:-1]):
        votes[NameSort.PERSON] += 3
    if len(base) < len(words) and (base[0] in given_names() or words[-1][0] in "JS"):
        votes[NameSort.PERSON] += 3


def of_mention(part: Part, tokens: Sequence[Token]) -> Evidence:
    """Return what one mention says by what stands around it."""
    found = Evidence()
    if part.honorific:
        found.votes[NameSort.PERSON] += 4
        if HONORIFICS[part.honorific]:
            found.genders[HONORIFICS[part.honorific]] += 3
    initials = len(part.words) > 1 and _given_initials(part.words[0])
    for holding in () if acronym(part.words[0]) and not initials else part.holdings:
        if part.last < holding.first or holding.last < part.first:
            found.votes[NameSort.PERSON] += 3
            for token in tokens[holding.first : holding.last + 1]:
                if token.lower in GENDERED:
                    found.genders[GENDERED[token.lower]] += 2
    before = tokens[part.first - 1] if part.first else None
    found.votes[NameSort.OTHER] += before is not None and before.lower in {"a", "an", "the", "this"} and not part.holdings
    if before and before.lower in {"said", "says", "added"} and len(part.words) > 1:
        found.votes[NameSort.PERSON] += 2
    if _set_in_place(part, tokens):
        found.votes[NameSort.PLACE] += 2
    if before and before.lower in _WHERE and len(part.words) <= 3:  # noqa: PLR2004 - a long name after "in" is rarely a place
        found.votes[NameSort.PLACE] += 1
    _from_after(part, tokens, found)
    return found


def _set_in_place(part: Part, tokens: Sequence[Token]) -> bool:
    """Return whether a noun for a place stands with a name: ``Elm island``, ``the village of Elm``."""
    after = tokens[part.last + 1].lower if part.last + 1 < len(tokens) else ""
    of = part.first > 1 and tokens[part.first - 1].lower in {"of", "called"} and tokens[part.first - 2].lower in _PLACES
    return after in _PLACES or of


def _from_after(part: Part, tokens: Sequence[Token], found: Evidence) -> None:
    """Add what follows a mention: an age, a state, ``who``."""
    after = tokens[part.last + 1 : part.last + 4]
    placed = part.first > 0 and tokens[part.first - 1].tag is Tag.PREPOSITION
    if after and after[0].lower == "who" and not placed:
        found.votes[NameSort.PERSON] += 2
    if len(after) > 1 and _lives(after) and not placed and not acronym(part.words[0]):
        found.votes[NameSort.PERSON] += 1
    if len(after) < _STRETCH or after[0].tag is not Tag.COMMA:
        return
    age = after[1].tag is Tag.NUMBER and len(after[1].text) == _AGE and after[2].tag in {Tag.COMMA, Tag.MARK}
    if age or after[1].lower == "who":
        found.votes[NameSort.PERSON] += 2
    elif after[1].tag is Tag.CAPITAL:
        entry = gazetteer().places.get(after[1].text)
        owner = after[2].tag is Tag.POSSESSIVE
        if entry and entry.sort in {Sort.STATE, Sort.COUNTRY} and not part.holdings and not owner:
            found.votes[NameSort.PLACE] += 4


def _lives(after: Sequence[Token]) -> bool:
    """Return whether the words after a name say what only people do or have: ``said``, ``was born``, ``'s widow``."""
    if after[0].tag is Tag.POSSESSIVE:
        return after[1].lower in _KIN
    verb = after[1] if after[0].tag in {Tag.AUXILIARY, Tag.ADVERB} else after[0]
    return verb.lower in (_SAID if verb is after[0] else _LIVING)


def decided(words: Sequence[str], votes: Counter[NameSort], count: int) -> NameSort:
    """Return what a form names, from the points of its ``count`` mentions; ``OTHER`` where they are few or weak."""
    entry = known(words)
    if entry and entry.sort is Sort.PEOPLE:
        return NameSort.PEOPLE
    total = of_form(words)
    given = len(words) > 1 and words[0] in given_names()  # *Cynthia Hall*, who may hold an office
    built = not given and total[NameSort.PERSON] == 0 and (words[-1] in PLACE_WORDS or words[-1] in ORGANISATION_WORDS)
    for sort, points in votes.items():
        if sort is NameSort.OTHER or (built and sort is NameSort.PERSON):
            continue
        total[sort] += min(points, _MOST) if _FEW * points >= count else 0
    best, points = max(total.items(), key=lambda pair: (pair[1], -pair[0].value), default=(NameSort.OTHER, 0))
    return best if points >= 1 else NameSort.OTHER


def given_gender(words: Sequence[str]) -> str:
    """Return ``m`` or ``f`` where the first word is a given name that tells, else nothing."""
    gender = given_names().get(words[0], "")
    return gender if gender != "x" else ""
