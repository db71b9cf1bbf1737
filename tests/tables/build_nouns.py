"""Writes ``tui/language/nouns.tsv``: nouns for persons, bodies, places and what carries people.

Run in the project's root, with Debian's package ``wordnet-base`` installed: ``python -m tests.tables.build_nouns``. A noun is of
the sort of its commonest sense, by the synsets above it. The words are those of ``lexicon.tsv``; the licence is WordNet's.
"""

from collections import defaultdict
from functools import cache
from typing import Final

from tests.tables.build_lexicon import Synset, counts, lexicon, senses, synsets, write

_ROOTS: Final = {
    "person": ("person%0",),
    "body": ("police%0", "force%3", "force%4", "unit%2", "social_group%0"),
    "place": (
        "structure%0",
        "facility%0",
        "region%0",
        "region%2",
        "geological_formation%0",
        "body_of_water%0",
        "way%5",
        "land%3",
        "point%1",
        "area%4",
    ),
    "carrier": ("vehicle%0", "craft%1"),
}
"""For each sort the nouns that head it, each with the number of its sense."""


def main() -> None:
    """Write the table."""
    data, index = synsets("n"), senses("n")
    known = {word for word, parts in lexicon({"n": data}, {"n": index}).items() if "n" in parts}
    tops = {index[name.split("%")[0]][int(name.split("%")[1])]: sort for sort, names in _ROOTS.items() for name in names}
    tagged = counts()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in known:
        sort = _sort(data, tops, index[word][0])
        if sort and tagged[word]["n"] >= tagged[word]["v"] / 2:
            found[sort].add(word)
    write("nouns", (f"{sort}\t{' '.join(sorted(found[sort]))}" for sort in _ROOTS))


def _sort(data: dict[str, Synset], tops: dict[str, str], offset: str) -> str:
    """Return the sort of a synset by the nearest head above it; empty where none is."""

    @cache
    def above(place: str) -> str:
        if place in tops:
            return tops[place]
        higher = (target for symbol, target, pos, *_ in data[place].pointers if symbol in {"@", "@i"} and pos == "n")
        return next((sort for target in higher if (sort := above(target))), "")

    return above(offset)


if __name__ == "__main__":
    main()
