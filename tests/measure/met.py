"""``python -m tests.measure alignment met``: whether what diverges in the stories is set side by side at all.

For every row of a story's sheet that must be checked, the pairs of passages of different articles in which different strings of
it stand; such a pair is met where its passages are linked or stand in one story point. What is not met can only be compared at
large.
"""

import json
from collections.abc import Iterator
from typing import Any

from tests.measure.corpora import SHARED
from tests.measure.told import Pair, Told, plain, stories
from tui.align import align
from tui.details import extract


def _pairs(told: Told, row: dict[str, Any]) -> set[Pair]:
    """Return the pairs of passages that a row of a sheet sets against one another."""
    ends = [
        (passage.id, each["article"], plain(each["string"]).lower())
        for each in row["strings"]
        for passage in told.articles[each["article"]].passages
        if plain(each["sentence"]) in plain(passage.text)
    ]
    return {frozenset((a, b)) for a, here, one in ends for b, there, other in ends if here != there and one != other}


def met() -> Iterator[tuple[str, int, int, int, int]]:
    """Yield for each story how many pairs are met, of how many, and how many rows have one that is, of how many."""
    for told in stories():
        found = align(told.articles, extract(told.articles))
        side_by_side = {frozenset((link.a, link.b)) for link in found.links}
        for point in found.points:
            side_by_side |= {frozenset((a, b)) for a in point.passages for b in point.passages}
        sheet = json.loads((SHARED / "stories" / told.name / "gold.json").read_text(encoding="utf-8"))["divergences"]
        rows = [pairs for row in sheet if row["rank"] == 1 and (pairs := _pairs(told, row))]
        yield (
            told.name,
            sum(len(pairs & side_by_side) for pairs in rows),
            sum(map(len, rows)),
            sum(not pairs.isdisjoint(side_by_side) for pairs in rows),
            len(rows),
        )


def main() -> None:
    """Print the table."""
    print("| story | pairs met | of | rows with one met | of |\n|---|---|---|---|---|")
    totals = [0, 0, 0, 0]
    for name, *counts in met():
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        print(f"| {name} | {' | '.join(map(str, counts))} |")
    print(f"| together | {' | '.join(map(str, totals))} |")
