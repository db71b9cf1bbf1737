"""Stems that may stand for one another, from a table that ``tests/tables/build_synonyms.py`` derives from WordNet."""

from functools import cache

from tui.language.tables import rows, table
from tui.language.words import stem


@cache
def synonyms(word: str) -> frozenset[str]:
    """Return the stems that may stand for the stem ``word``: of one meaning, derived from it or of one family of things."""
    return frozenset(_listed().get(word, "").split()) | _families().get(word, frozenset())


@cache
def _listed() -> dict[str, str]:
    """Return the table as it is written; its lists are cut where one is asked for, of 11,000 a story needs a few hundred."""
    return {word: others[0] for word, *others in rows("tui.language", "synonyms.tsv")}


@cache
def _families() -> dict[str, frozenset[str]]:
    """Return for each stem of a family of things the others of it."""
    near: dict[str, frozenset[str]] = {}
    for words in table("families").values():
        family = frozenset(map(stem, words))
        near |= {word: near.get(word, frozenset()) | family - {word} for word in family}
    return near
