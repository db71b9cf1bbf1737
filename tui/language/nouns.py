"""What nouns name: persons, bodies, places, what carries people; from ``nouns.tsv``, built from WordNet, and other tables."""

from enum import StrEnum
from functools import cache, lru_cache

from tui.language.lemmas import noun_base
from tui.language.people import CALLINGS, GENDERED, OFFICE_ENDS
from tui.language.tables import table


class NounSort(StrEnum):
    """What a noun names in its commonest sense."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    CARRIER = "carrier"


_PEOPLE = frozenset({"people", "personnel", "staff", "crew"})


@cache
def _sorts() -> dict[str, NounSort]:
    """Return the sort of each noun of the tables, in its base form."""
    found = {noun: NounSort(sort) for sort, nouns in table("nouns").items() for noun in nouns}
    found |= {noun: NounSort.PLACE for nouns in table("sites").values() for noun in nouns if noun not in found}
    found |= dict.fromkeys(("village", "station", "base", "capital", "site", "area", "zone"), NounSort.PLACE)
    found |= {"authority": NounSort.BODY, "vessel": NounSort.CARRIER, "craft": NounSort.CARRIER}
    found |= dict.fromkeys((*CALLINGS, *OFFICE_ENDS, *GENDERED, *_PEOPLE), NounSort.PERSON)
    return found


@lru_cache(maxsize=8192)
def sort_of(noun: str) -> NounSort | None:
    """Return what a noun in lower case names, singular or plural; ``None`` where it names something else or is unknown."""
    sorts = _sorts()
    own = noun.rpartition("-")[2] if noun.startswith(("co-", "ex-", "vice-")) else noun
    return sorts.get(noun_base(own)) or sorts.get(own)
