"""Word tables beside the code: a name, a tab, the words."""

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table of this package, each a name and its words, in the order of the file."""
    text = files("tui.language").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {title: tuple(words.split()) for title, words in rows}


@cache
def row(name: str, title: str) -> frozenset[str]:
    """Return the words of one row of a table."""
    return frozenset(table(name)[title])
