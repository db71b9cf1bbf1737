"""Five real pastes from end to end: what must be told of them and what must not."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "../shared/seeds"

Fact = dict[str, Any]


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """Return the JSON report of the seeds; skips where they are not there."""
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not there")
    command = [sys.executable, "-m", "tui", "report", *map(str, sorted(SEEDS.glob("*.txt"))), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ)
    return dict(json.loads(done.stdout))


def words(fact: Fact) -> set[str]:
    """Return the words of a fact's readings, spaces levelled, in lower case."""
    return {" ".join(reading["text"].lower().split()) for reading in fact["readings"]}


def tells(report: dict[str, Any], *wanted: str, verdicts: tuple[str, ...] = ()) -> bool:
    """Tell whether one divergence has readings that hold each of the wanted words, with one of the verdicts where given."""
    return any(
        fact["verdict"] in (verdicts or {fact["verdict"]} - {"agree"})
        and all(any(want in reading for reading in words(fact)) for want in wanted)
        for fact in report["facts"]
    )


@pytest.mark.parametrize(
    "wanted",
    [
        ("over 20 years", "quarter of a century", "two long years"),
        ("february", "fall of 2023"),
        ("$300 thousand", "275 thousand"),
        ("at least two", "two"),
        ("ushakov", "peskov"),
    ],
    ids=lambda wanted: wanted[0],
)
def test_it_is_told(report: dict[str, Any], wanted: tuple[str, ...]) -> None:
    assert tells(report, *wanted)


def test_a_variant_of_a_name_is_spelling(report: dict[str, Any]) -> None:
    assert tells(report, "auras", "aurus", verdicts=("spelling",))


@pytest.mark.parametrize(
    "pair",
    [
        ("kim", "kim jong-un"),
        ("putin", "the russian leader"),
        ("19 june", "june 18-19"),
        ("7 metres", "1,000 kilometres"),
        ("40", "two such"),
        ("weekend", "february 18"),
    ],
    ids=lambda pair: pair[0],
)
def test_it_is_no_conflict(report: dict[str, Any], pair: tuple[str, str]) -> None:
    for fact in report["facts"]:
        if fact["verdict"] == "conflict" and len({reading["article"] for reading in fact["readings"]}) <= 2:
            assert not all(any(part == text or part in text.split(" and ") for text in words(fact)) for part in pair)


def test_over_twenty_years_and_nearly_a_quarter_of_a_century_can_both_be_true(report: dict[str, Any]) -> None:
    for fact in report["facts"]:
        if fact["verdict"] == "conflict":
            assert words(fact) != {"over 20 years", "nearly a quarter of a century"}


def test_it_takes_less_than_two_seconds() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not there")
    command = [sys.executable, "-m", "tui", "report", *map(str, sorted(SEEDS.glob("*.txt"))), "--format", "json"]

    def spent() -> float:
        before = os.times()
        start = time.monotonic()
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        return min(used, time.monotonic() - start)

    assert any(spent() < 2 for _ in range(3))


def test_the_odd_one_out_is_the_article_that_parts_from_the_others(report: dict[str, Any]) -> None:
    fact = next(f for f in report["facts"] if "two long years" in words(f) and f["verdict"] == "conflict")
    assert [r["article"] for r in fact["readings"] if r["odd"]] == ["C"]
