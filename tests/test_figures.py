"""Figures and dates: the cases, and what must hold for any text."""

import time
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tui.details import extract
from tui.details.figures.numerals import numeral_at
from tui.details.figures.quantities import quantities
from tui.details.figures.tokens import tokenise
from tui.model.article import Article, Passage, PassageKind
from tui.model.detail import Amount, Bound, Detail, Kind, Moment
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

_KINDS = frozenset(
    {Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION, Kind.DATE, Kind.TIME, Kind.STATEMENT},
)
_PUBLISHED = "published: "


def figures_of(texts: Sequence[str], published: str | None = None) -> list[Detail]:
    """Return the figures, dates and times of passages in an article of their own, in reading order."""
    passages = tuple(Passage(f"A{n}", "A", PassageKind.BODY, n, n, text, fold(text)) for n, text in enumerate(texts, 1))
    article = Article("A", "case", Format.TEXT, Metadata(published=published), passages)
    return [d for d in extract((article,))[0].details if d.kind in _KINDS and d.value is not None]


def told(detail: Detail) -> str:
    """Return a detail the way the case files print it."""
    doubt = " ?" if isinstance(detail.value, Moment) and detail.value.ambiguous else ""
    about = " ".join(part for part in (detail.head, f"({detail.verb})" if detail.verb else "") if part)
    return f"{detail.kind} | {detail.text} | {detail.value}{doubt}" + (f" | {about}" if about else "")


@pytest.mark.parametrize("case", cases("figures") + cases("dates"), ids=lambda case: case.title)
def test_a_case(case: Case) -> None:
    lines = case.given.splitlines()
    published = lines[0].removeprefix(_PUBLISHED) if lines[0].startswith(_PUBLISHED) else None
    found = figures_of(lines[published is not None :], published)
    assert [told(detail) for detail in found] == case.expected.splitlines()


_WORDS = st.sampled_from(
    [
        "about",
        "over",
        "nearly",
        "at",
        "least",
        "between",
        "and",
        "to",
        "of",
        "the",
        "a",
        "an",
        "one",
        "two",
        "twenty-one",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "half",
        "quarter",
        "third",
        "percent",
        "per",
        "cent",
        "points",
        "$",
        "€",
        "£",
        "dollars",
        "yen",
        "5",
        "12",
        "1,500",
        "7.5",
        "2.",
        "5",
        "100,",
        "000",
        "1/2",
        "½",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        ":",
        "%",
        "°",
        "year",
        "years",
        "old",
        "days",
        "ago",
        "km",
        "miles",
        "square",
        "tons",
        "May",
        "March",
        "June",
        "Sunday",
        "last",
        "next",
        "this",
        "week",
        "on",
        "in",
        "2019",
        "'80s",
        "19th",
        "century",
        "9:25",
        "a.m.",
        "GMT",
        "people",
        "killed",
        "were",
        "magnitude",
        "on",
        "the",
        "Richter",
        "scale",
        "vote",
        "5-4",
        "no",
        "one",
        "was",
        "hurt",
        "first",
        "largest",
        "2024-06-31",
        "31",
        "February",
        "30",
        "of",
        "June",
        "second",
    ]
)


@given(st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_spans_slice_back_whatever_the_text(text: str) -> None:
    for published in (None, "2024-02-29"):
        for detail in figures_of([text], published):
            assert text[detail.start : detail.end] == detail.text
            assert detail.text == detail.text.strip()
            assert str(detail.value) or (published is None and detail.kind is Kind.DATE)  # reckoned from a day not known


@given(st.lists(_WORDS, max_size=14).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_quantities_never_overlap_and_intervals_run_upwards(text: str) -> None:
    found = quantities(tokenise(fold(text)))
    assert all(a.last <= b.first for a, b in pairwise(found))
    for quantity in found:
        low, high = quantity.amount.interval()
        assert low <= high


@given(st.integers(0, 999_999_999))
def test_a_number_reads_the_same_in_digits_with_and_without_commas(number: int) -> None:
    for printed in (str(number), f"{number:,}"):
        found = numeral_at(tokenise(printed), 0)
        assert found is not None
        assert found.low == number


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_full_date_is_the_same_in_every_notation(day: date) -> None:
    notations = (
        "{0:%B} {0.day}, {0.year:04d}",
        "{0.day} {0:%B} {0.year:04d}",
        "{0:%b} {0.day} {0.year:04d}",
        "{0.year:04d}-{0:%m-%d}",
    )
    for notation in notations:
        (found,) = figures_of([f"It was on {notation.format(day)}."])
        assert str(found.value) == day.isoformat()


def test_amounts_tell_whether_they_measure_the_same() -> None:
    dollars = Amount(Bound.EXACT, 5, unit="USD", dimension="money")
    euros = Amount(Bound.EXACT, 5, unit="EUR", dimension="money")
    assert dollars.comparable(dollars)
    assert not dollars.comparable(euros)
    assert Amount(Bound.EXACT, 1, unit="km", dimension="length").comparable(
        Amount(Bound.EXACT, 1, unit="mile", dimension="length")
    )


def test_temperatures_in_two_scales_are_one() -> None:
    cold, frost = figures_of(["It was -5 degrees Celsius, or 23 degrees Fahrenheit."])
    assert isinstance(cold.value, Amount)
    assert isinstance(frost.value, Amount)
    assert cold.value.interval() == pytest.approx(frost.value.interval())


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024-06-19", "June 19", True),
        ("2024-06-19", "June 20", False),
        ("2024-06-19", "Wednesday", True),
        ("2024-06-19", "Tuesday", False),
        ("in June 2024", "2024-06-19", True),
        ("at 9:25 a.m.", "at 10:25 a.m.", False),
        ("at 9:25 a.m.", "June 19", True),
    ],
)
def test_what_a_date_leaves_open_contradicts_nothing(one: str, other: str, *, agree: bool) -> None:
    (a,), (b,) = figures_of([f"It came {one}."]), figures_of([f"It came {other}."])
    assert isinstance(a.value, Moment)
    assert isinstance(b.value, Moment)
    assert a.value.may_be(b.value) is agree
    assert b.value.may_be(a.value) is agree


def test_time_grows_no_faster_than_the_text() -> None:
    sentence = "On June 19, 2024, at least 12 people were killed and about $2.5 million was lost, said 30 of the 80 villagers."

    def seconds(times: int) -> float:
        texts = [f"{sentence} {n}" for n in range(times)]
        begun = time.process_time()
        figures_of(texts, "2024-06-21")
        return time.process_time() - begun

    seconds(20)
    few, many = min(seconds(25) for _ in range(3)), min(seconds(150) for _ in range(2))
    assert many < 6 * 2.5 * few


def test_a_long_run_of_figures_stays_quick() -> None:
    begun = time.process_time()
    for text in (
        "1,000 " * 1000,
        "twenty one hundred and " * 500,
        "June 5 " * 700,
        "$ 1. 5 million to " * 1000,
        "1/2 " * 3000,
        "-" * 5000,
    ):
        figures_of([text], "2024-06-21")
    assert time.process_time() - begun < 10
