"""The seeds against two sheets drawn up by hand: ``python -m tests.measure seeds``.

A row counts as told when one fact that does not agree has short readings that touch two of the row's strings in passages that
hold them; right when the kind is of the same family. A false alarm is a conflict on a pair that the sheet lists as harmless.
"""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.measure.corpora import SHARED
from tests.measure.planted import fits
from tui.collate import collate
from tui.model.collation import Collation, Fact, Verdict
from tui.model.fold import fold

_SHEET: Final = Path(__file__).with_name("seeds.tsv")
_LONG: Final = 8  # words of a reading that is no longer short
_LONGER: Final = 2.5  # times the string's own words


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet."""

    rank: str
    """1, 2 or 3, or ``alarm``."""
    kind: str
    """The kind of detail."""
    title: str
    """What it is about."""
    strings: tuple[tuple[str, str], ...]
    """Letters of articles with short strings."""


def sheet() -> list[Row]:
    """Return the rows of the sheet."""
    found = []
    for line in _SHEET.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        rank, *cells = line.split("\t")
        kind, title, strings = ("", cells[0], cells[1:]) if rank == "alarm" else (cells[0], cells[2], cells[3:])
        found.append(Row(rank, kind, title, tuple((s[0], s[2:]) for s in strings)))
    return found


def told(collation: Collation, row: Row, fact: Fact) -> int:
    """Return how many of a row's strings a fact's readings touch."""
    texts = {p.id: _plain(p.text) for a in collation.articles for p in a.passages}
    touched = {
        _plain(string)
        for letter, string in row.strings
        for r in fact.readings
        if r.article == letter and _plain(string) in texts[r.passage] and _touches(_plain(string), _plain(r.text))
    }
    return len(touched)


def _plain(text: str) -> str:
    """Return a text in lower case with its typography levelled."""
    return re.sub(r"\s+", " ", fold(text)).strip().lower()


def _touches(words: str, reading: str) -> bool:
    """Return whether a reading is inside a string or holds it and is short."""
    return reading in words or (words in reading and len(reading.split()) <= max(_LONG, _LONGER * len(words.split())))


def main(argv: list[str]) -> int:
    """Print what is told of the sheets."""
    parser = argparse.ArgumentParser(prog="tests.measure seeds")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args(argv)
    paths = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))
    if not paths:
        print("the seeds are not there")
        return 1
    collation = collate(paths)
    parted = [f for f in collation.facts if f.verdict is not Verdict.AGREE]
    conflicts = [f for f in parted if f.verdict is Verdict.CONFLICT]
    rows = sheet()
    explained = {f.id for row in rows if row.rank != "alarm" for f in parted if told(collation, row, f) >= _least(row)}
    for rank in ("1", "2", "3"):
        wanted = [row for row in rows if row.rank == rank]
        hits = [row for row in wanted if any(told(collation, row, f) >= _least(row) for f in parted)]
        right = [row for row in hits if any(told(collation, row, f) >= _least(row) and fits(f, row.kind) for f in parted)]
        print(f"priority {rank}: {len(hits)} of {len(wanted)} told, {len(right)} with the right kind")
        if asked.verbose:
            for row in wanted:
                print("  ", "+" if row in right else "~" if row in hits else "-", row.kind, row.title)
    alarms = [
        row for row in rows if row.rank == "alarm" and any(told(collation, row, f) > 1 for f in conflicts if len(f.readings) == 2)
    ]
    print(
        f"false alarms: {len(alarms)} of {sum(row.rank == 'alarm' for row in rows)}", *(row.title for row in alarms), sep="\n  "
    )
    print(f"conflicts in the sheet: {sum(f.id in explained for f in conflicts)} of {len(conflicts)}")
    return 0


def _least(row: Row) -> int:
    """Return how many different strings a fact must touch."""
    return min(2, len({_plain(string) for _, string in row.strings}))
