"""At a glance: the gravest divergences of a sheet in a line each, and its rows by what they ask of a reader."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from tui.model.collation import NO_SOURCE, Fact, Verdict
from tui.present.report.sheet import Row
from tui.present.report.words import PRIORITIES
from tui.present.sieve import MINOR

MOST: Final = 10
"""The most divergences that are shown at a glance."""
_LETTERS: Final = 60  # of a reading


def gravest(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the first rows that are more than style, ten at the most."""
    return tuple(row for row in rows if row.fact.verdict is not Verdict.AGREE and row.fact.priority < MINOR)[:MOST]


def said(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the readings of a fact in short, each with the sigla of all that give it."""
    told: dict[str, list[str]] = {}
    for reading in fact.readings:
        words = NO_SOURCE if reading.value == NO_SOURCE else " ".join(reading.text.split())
        told.setdefault(words, []).append(reading.article)
    for words, sigla in told.items():
        short = words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1].rsplit(' ', 1)[0]} …"
        yield ", ".join(dict.fromkeys(sigla)), short if words == NO_SOURCE else f"“{short}”"


def by_priority(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield the rows in their order by what they ask of a reader, with its name; those on which all agree come by themselves."""
    for name, own in groupby(rows, key=_asks):
        yield name, tuple(own)


def _asks(row: Row) -> str:
    """Return what a row asks of a reader, as a heading."""
    name = "the articles agree" if row.fact.verdict is Verdict.AGREE else PRIORITIES[row.fact.priority]
    return name[0].upper() + name[1:]
