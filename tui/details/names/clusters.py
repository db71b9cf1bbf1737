"""Clusters: the forms of a story's names gathered into one group for each person, organisation, place or other thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.people import person, same_person
from tui.details.names.sorts import NameSort, acronym, known
from tui.details.names.variants import Spelling
from tui.language.bodies import INITIALS, ORGANISATION_WORDS
from tui.language.gazetteer import Sort
from tui.language.words import plain

Words = tuple[str, ...]
_OWN: Final = frozenset({"House", "Senate", "State", "Union", "City", "Street", "Church", "Court"})
_PARTICLES: Final = frozenset({"del", "van", "von", "de", "al", "bin", "el", "la", "di", "der", "den", "dos", "da", "ben"})
_SEAS: Final = frozenset(
    {"Mediterranean", "Baltic", "Adriatic", "Aegean", "Caribbean", "Caspian", "Ionian", "Atlantic", "Pacific"}
)
"""Seas and oceans that go by the first word of their name."""
_RARE: Final = 3
_NOT_HEADS: Final = ORGANISATION_WORDS | {"House", "Street", "Hotel"}


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form of a name in the story."""

    words: Words
    """Its words as printed."""
    sort: NameSort
    """What it names."""
    count: int
    """How often it stands in the story."""
    articles: frozenset[str]
    """The sigla of the articles it stands in."""
    gender: str = ""
    """``m`` or ``f`` where the story or the given name tells."""


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that names one person, body, place or thing."""

    full: str
    """The fullest form, in the spelling of most articles."""
    sort: NameSort
    """What it names."""
    forms: tuple[Form, ...]
    """Its forms, the fullest first."""
    gender: str = ""
    """``m`` or ``f`` where the story or the given name tells."""


def letters(words: Sequence[str]) -> str:
    """Return the letters of a form run together, so that ``Jong-un`` and ``Jong Un`` are one."""
    return "".join(plain(word) for word in words)


def grouped(forms: Iterable[Form], spelling: Spelling, defined: Mapping[str, Words]) -> tuple[Group, ...]:
    """Return the groups of a story's forms; ``defined`` gives the long form of initials explained in it, by their letters.

    Forms of more than one word come first, the longest first, and join a group only where they fit every form in it. Single
    words are joined by equal letters alone; which person a surname means is asked for each article, by ``casting``.
    """
    ordered = sorted(forms, key=lambda f: (-len(f.words), -len(f.articles), -f.count, f.words))
    members: list[list[Form]] = []
    by_key: dict[tuple[str, str], int] = {}
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    for form in ordered:
        keys = _keys(form, spelling, defined)
        place = next((by_key[k] for k in keys if k in by_key and _fits_sort(form, members[by_key[k]])), None)
        surname = person(_leveled(form.words, spelling)).surname if form.sort in {NameSort.PERSON, NameSort.OTHER} else ""
        if place is None and len(form.words) > 1 and surname:
            place = next((n for n in by_surname[surname] if _fits_all(form, members[n], spelling)), None)
        if place is None:
            place = len(members)
            members.append([])
        members[place].append(form)
        for key in (*keys, *_offered(form, spelling)):
            by_key.setdefault(key, place)
        if len(form.words) > 1 and surname and place not in by_surname[surname]:
            by_surname[surname].append(place)
    return tuple(_group(found, spelling) for found in _headed(members, spelling))


def _keys(form: Form, spelling: Spelling, defined: Mapping[str, Words]) -> list[tuple[str, str]]:
    """Return the keys under which a form meets others of its group."""
    words = _spelt_out(_leveled(form.words, spelling))
    keys = [("letters", letters(words))]
    if len(form.words) > 1 and form.words[0] in _SEAS and form.words[1:] in {("Sea",), ("Ocean",)}:
        keys.append(("letters", letters(form.words[:1])))
    entry = known(form.words)
    if entry and entry.sort not in {Sort.PEOPLE, Sort.SEAT}:
        keys.append(("place", entry.full))
    if entry and entry.sort is Sort.PEOPLE:
        return keys[:1]
    if len(form.words) == 1 and acronym(form.words[0]):
        short = letters(form.words)
        if short in defined:
            keys.append(("letters", letters(_leveled(defined[short], spelling))))
        keys += [("initials", short)]
        long = INITIALS.get(short.upper())
        keys += [("letters", letters(long.split()))] if long else []
    elif form.words[0].lower() in _PARTICLES:
        keys.append(("tail", letters(words)))
    return keys


def _offered(form: Form, spelling: Spelling) -> list[tuple[str, str]]:
    """Return the keys under which shorter forms find a longer one: its initials, and the surname from its particle on."""
    if len(form.words) < 3:  # noqa: PLR2004 - two letters are too few to be sure of
        return []
    capital = [w for w in form.words if w[0].isupper()]
    keys = [("initials", "".join(w[0] for w in capital).casefold())] if form.sort is not NameSort.PERSON else []
    words = _leveled(form.words, spelling)
    if len(form.words) > 3:  # noqa: PLR2004 - two letters and a name
        keys.append(("letters", letters(["".join(w[0] for w in words[:-1]), words[-1]])))
    return keys + [("tail", letters(words[n:])) for n, w in enumerate(words) if n and w.lower() in _PARTICLES]


def _leveled(words: Words, spelling: Spelling) -> Words:
    """Return a form with each word in the spelling of most articles."""
    return tuple(spelling.main.get(plain(word), word) for word in words)


def _spelt_out(words: Words) -> Words:
    """Return a form of several words with initials at its beginning spelt out: ``UN`` in ``UN Security Council``."""
    if len(words) == 1 or not acronym(words[0]):
        return words
    entry = known(words[:1])
    long = entry.full if entry else INITIALS.get(letters(words[:1]).upper(), words[0])
    return (*long.split(), *words[1:])


def _fits_sort(form: Form, group: Sequence[Form]) -> bool:
    """Return whether a form's sort does not contradict a group's."""
    sorts = {form.sort, *(f.sort for f in group)} - {NameSort.OTHER}
    return NameSort.PEOPLE not in sorts or len(sorts) == 1


def _fits_all(form: Form, group: Sequence[Form], spelling: Spelling) -> bool:
    """Return whether a form can name the same person as every full form of a group."""
    words = _leveled(form.words, spelling)
    return all(same_person(words, _leveled(f.words, spelling)) for f in group if len(f.words) > 1)


def _headed(members: list[list[Form]], spelling: Spelling) -> list[list[Form]]:
    """Return the groups with short forms of things joined to the longer form that ends in them."""
    ending: defaultdict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(members):
        for form in group:
            if len(form.words) > 1 and form.sort is not NameSort.PERSON:
                ending[letters(_leveled(form.words, spelling)[-1:])].append(place)
    joined: dict[int, int] = {}
    for place, group in enumerate(members):
        head = group[0]
        if len(head.words) > 1 or head.sort in {NameSort.PEOPLE, NameSort.PERSON} or known(head.words):
            continue
        longer = {n for n in ending[letters(_leveled(head.words, spelling))] if n != place}
        kept = {n for n in longer if _may_head(head, members[n])}
        if len(kept) == 1:
            joined[place] = kept.pop()
    for place, target in joined.items():
        members[target] += members[place]
    return [group for place, group in enumerate(members) if place not in joined]


def _may_head(short: Form, group: Sequence[Form]) -> bool:
    """Return whether a short form can be the head of a group's longer forms: these are no rare exception beside it."""
    if short.words[0] in _OWN:
        return False
    if short.words[0] in _NOT_HEADS:
        return any(form.articles & short.articles for form in group)
    return _RARE * sum(form.count for form in group) >= short.count


def _group(found: Sequence[Form], spelling: Spelling) -> Group:
    """Return the group of forms with its fullest form, sort and gender."""
    votes: Counter[NameSort] = Counter()
    genders: Counter[str] = Counter()
    for form in found:
        votes[form.sort] += form.count * len(form.words) * (form.sort is not NameSort.OTHER)
        genders[form.gender] += form.count * bool(form.gender)
    sort = max(votes, key=lambda s: (votes[s], -s.value)) if any(votes.values()) else NameSort.OTHER
    ordered = tuple(sorted(found, key=lambda f: _fullness(f, sort, spelling)))
    gender = genders.most_common(1)[0][0] if genders else ""
    entry = known(ordered[0].words)
    shouted = entry is not None and ordered[0].words[0].isupper() and not acronym(ordered[0].words[0])
    return Group(entry.full if entry and shouted else " ".join(ordered[0].words), sort, ordered, gender)


def _fullness(form: Form, sort: NameSort, spelling: Spelling) -> tuple[bool, bool, int, int, int, str]:
    """Return a key that sorts the fullest form first, those in a spelling of few articles after the others."""
    variant = any(plain(word) in spelling.main for word in form.words)
    short = acronym(form.words[0]) and len(form.words) == 1
    entry = known(form.words)
    if entry and sort is NameSort.PLACE:
        return variant, short, -(entry.full == " ".join(form.words)), -form.count, 0, entry.full
    length = -sum(map(len, form.words)) if sort is NameSort.PERSON and not short else -form.count
    return variant, short, -len(form.words), length, -form.count, " ".join(form.words)
