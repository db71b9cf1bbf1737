"""How common the words of English are, from a table that ``tests/tables/build_rarity.py`` derives from wordfreq."""

from functools import cache
from importlib.resources import files
from typing import Final

_NUMBER: Final = 4.5  # a number in digits is a word of the middle
_UNKNOWN: Final = 2.7  # just below the table's rarest level


@cache
def _table() -> dict[str, float]:
    """Return the Zipf value of every stem in the table."""
    table: dict[str, float] = {}
    for line in (files("tui.language") / "rarity.tsv").read_text(encoding="utf-8").splitlines():
        level, stems = line.split("\t")
        table.update(dict.fromkeys(stems.split(" "), int(level) / 10))
    return table


def zipf(stem: str) -> float:
    """Return the Zipf value of a stem: log10 of its occurrences in a thousand million words, 2.7 (unknown) to 7.7 (``the``)."""
    return _NUMBER if stem[:1].isdigit() else _table().get(stem, _UNKNOWN)
