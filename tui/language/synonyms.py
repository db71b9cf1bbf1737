"""Stems that may stand for one another, from a table that ``tests/tables/build_synonyms.py`` derives from WordNet."""

from functools import cache

from tui.language.tables import rows, table
from tui.language.words import stem


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Return for each stem those that may stand for it: of one meaning, derived from it or of one family of things."""
    near: dict[str, set[str]] = {}
    for one, others in rows("tui.language", "synonyms.tsv"):
        for other in others.split():
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
    for words in table("families").values():
        family = {stem(word) for word in words}
        for word in family:
            near.setdefault(word, set()).update(family - {word})
    return {one: frozenset(others) for one, others in near.items()}
