"""Places, peoples and given names that news prints often, read once from two small tables written for the program."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Sort(StrEnum):
    """What kind of place a name stands for."""

    COUNTRY = "country"
    STATE = "state"
    REGION = "region"
    CITY = "city"
    SEAT = "seat"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place name or demonym."""

    full: str
    """The plain name of the place, or of the people where there is none."""
    sort: Sort
    """What kind of place it is; ``PEOPLE`` for a demonym or a faith or party used like one."""
    country: str = ""
    """The country that it speaks for: itself, or the one whose capital or seat of government it is; empty where none."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything the tables know, by name as printed."""

    places: dict[str, Entry]
    """Names of places, their abbreviations and other names."""
    peoples: dict[str, Entry]
    """Demonyms, adjectives and nouns, plurals too."""
    longest: int
    """The number of words in the longest name of either."""

    def find(self, name: str) -> Entry | None:
        """Return what ``name`` stands for as a place or a people; ``None`` where the tables do not know it."""
        return self.places.get(name) or self.peoples.get(name)


def _rows(table: str) -> list[list[str]]:
    """Return the rows of a table of this package, comments left out, each with five columns."""
    lines = files("tui.language").joinpath(table).read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), "", "", "", ""][:5] for line in lines if line and not line.startswith("#")]


def _named(text: str) -> list[str]:
    """Return the comma-separated names of one column."""
    return [name for name in text.split(",") if name]


@cache
def gazetteer() -> Gazetteer:
    """Return the table of places and peoples, read on first use."""
    places: dict[str, Entry] = {}
    peoples: dict[str, Entry] = {}
    for kind, name, people, seats, others in _rows("places.tsv"):
        sort = Sort(kind)
        if sort is Sort.CITY:
            for city in _named(name):
                places.setdefault(city, Entry(city, sort))
            continue
        country = name if sort is Sort.COUNTRY else ""
        for demonym in _named(people):
            entry = Entry(name or demonym, Sort.PEOPLE, country)
            peoples[demonym] = entry
            peoples[_plural(demonym)] = entry
        if not name:
            continue
        aliases = _named(others) if sort is Sort.COUNTRY else _named(seats)
        for alias in (name, *aliases):
            places[alias] = Entry(name, sort, country)
        for seat in _named(seats) if sort is Sort.COUNTRY else ():
            places.setdefault(seat, Entry(seat, Sort.SEAT, country))
    return Gazetteer(places, peoples, max(len(name.split()) for name in (*places, *peoples)))


def _plural(demonym: str) -> str:
    """Return the plural of a demonym: ``Russians``; those in ``-ese``, ``-ish``, ``-ch`` and ``-ss`` have none."""
    if demonym.endswith(("ese", "ish", "ch", "ss", "s")):
        return demonym
    return (
        f"{demonym[:-3]}men" if demonym.endswith("man") and len(demonym) > len("Roman") and demonym != "German" else f"{demonym}s"
    )


@cache
def given_names() -> dict[str, str]:
    """Return the given names with ``m``, ``f`` or ``x`` for whom they usually name."""
    found: dict[str, str] = {}
    for gender, names, *_ in _rows("given.tsv"):
        for name in names.split():
            found[name] = gender if found.get(name, gender) == gender else "x"
    return found
