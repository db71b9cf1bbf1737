"""Sentence splitting measured: boundaries on the news of GUM, whole cases on pySBD's golden rules."""

import time
from typing import Any

from tests.measure.corpora import rows
from tui.split import sentences


def boundaries(text: str) -> set[int]:
    """Return the end of every sentence that splitting finds, lines parted first."""
    found: set[int] = set()
    offset = 0
    for line in text.split("\n"):
        found |= {offset + end for _start, end in sentences(line)}
        offset += len(line) + 1
    return found


def gold(case: dict[str, Any]) -> set[int]:
    """Return the end of every sentence of a case."""
    ends: set[int] = set()
    reach = 0
    for sentence in case["sentences"]:
        reach = case["text"].index(sentence, reach) + len(sentence)
        ends.add(reach)
    return ends


def score(name: str, *, verbose: bool = False) -> tuple[float, int, float]:
    """Return F1 of the boundaries of a set, the number of boundaries and the sentences split in a second."""
    right = found = true = 0
    start = time.perf_counter()
    for case in (row for row in rows("sbd/cases.jsonl.gz") if row["set"] == name):
        mine, theirs = boundaries(case["text"]), gold(case)
        right, found, true = right + len(mine & theirs), found + len(mine), true + len(theirs)
        if verbose:
            for place in sorted(mine ^ theirs):
                print(
                    "+" if place in mine else "-",
                    repr(case["text"][max(0, place - 60) : place]),
                    "|",
                    repr(case["text"][place : place + 50]),
                )
    return 2 * right / (found + true), true, found / (time.perf_counter() - start)


def golden(*, verbose: bool = False) -> tuple[int, int]:
    """Return how many of the golden rules come out whole, and how many there are."""
    cases = [row for row in rows("sbd/cases.jsonl.gz") if row["set"] == "pysbd_golden"]
    right = 0
    for case in cases:
        mine = [line[s:e] for line in case["text"].split("\n") for s, e in sentences(line)]
        right += mine == case["sentences"]
        if verbose and mine != case["sentences"]:
            print(case["sentences"], mine)
    return right, len(cases)
