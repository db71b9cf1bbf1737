"""Word tables beside the code: rows cut into columns by tabs, ``#`` before a comment."""

from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table ``name`` in ``package``, each cut into its columns."""
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def lexicon(listed: str) -> frozenset[str]:
    """Return the words of a list printed with white space between them."""
    return frozenset(listed.split())


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table of this package, each a name and its words, in the order of the file."""
    return {title: tuple(words.split()) for title, words in rows("tui.language", f"{name}.tsv")}


@cache
def row(name: str, title: str) -> frozenset[str]:
    """Return the words of one row of a table; a low line stands for a blank."""
    return frozenset(word.replace("_", " ") for word in table(name)[title])
