"""Cleaning: the cases, and what must hold of any copy."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tui.clean import clean
from tui.model.alignment import Hands
from tui.model.article import DROPPED, Cleaned
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole
from tui.read import read
from tui.read.text import read_text

SEEDS: Final = Path(__file__).resolve().parents[1] / "../shared/seeds"
FIELDS: Final = ("headline", "outlet", "byline", "agency", "published", "updated")


def told(cleaned: Cleaned) -> list[str]:
    """Return what became of each line and what is stated, in the form of the cases."""
    lines = [(p.line or 0, f"{p.line} {p.kind}{' ?' if p.doubtful else ''}") for p in cleaned.paragraphs]
    lines += [(r.line or 0, f"{r.line} removed: {r.reason}") for r in cleaned.removed]
    stated = [(name, getattr(cleaned.metadata, name)) for name in FIELDS]
    return [text for _line, text in sorted(lines)] + [
        f"{name}: {', '.join(value) if isinstance(value, tuple) else value}" for name, value in stated if value
    ]


@pytest.mark.parametrize("case", [*cases("clean"), *cases("pages")], ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert told(clean(read_text("case", case.given))) == case.expected.split("\n")


LINES: Final = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "",
                "",
                "By Ann Lee",
                "March 4, 2023",
                "Related articles",
                "Leave a Reply",
                "Share",
                "(AFP)",
                "Correction: it was two.",
                "Photo: X",
            ]
        ),
        st.lists(
            st.sampled_from(["the", "town", "said", "on", "Monday", "that", "repairs", "would", "go", "on.", "Officials"]),
            min_size=3,
            max_size=30,
        ).map(" ".join),
    ),
    max_size=25,
).map("\n".join)


@given(LINES)
def test_every_line_is_kept_or_listed_as_removed(text: str) -> None:
    copy = read_text("any", text)
    cleaned = clean(copy)
    given_lines = [line.text.strip() for line in copy.lines if line.text.strip()]
    assert sum(map(len, given_lines)) <= sum(len(p.text) for p in cleaned.paragraphs) + sum(
        len(r.text) for r in cleaned.removed
    ) + len(given_lines)
    printed = "\n".join(given_lines)
    assert all(part in printed for p in cleaned.paragraphs for part in p.text.split("\n"))
    assert all(r.text in printed and r.reason for r in cleaned.removed)


@given(LINES)
def test_a_restored_line_is_kept_and_a_dropped_paragraph_goes(text: str) -> None:
    copy = read_text("any", text)
    cleaned = clean(copy)
    restored = clean(copy, Hands(restored=frozenset(("any", r.text) for r in cleaned.removed)))
    assert not [r for r in restored.removed if r.reason != "section label"]
    dropped = clean(copy, Hands(dropped=frozenset(("any", p.text) for p in cleaned.paragraphs)))
    assert not {p.text for p in dropped.paragraphs} & {line.text.strip() for line in copy.lines}


def test_a_paragraph_of_several_lines_is_dropped_whole_by_its_sentences() -> None:
    texts = ("The ferry ran aground.  It", "was late, the yard says.", "", "Nobody was hurt, the yard said on Monday.")
    lines = tuple(CopyLine(text, number, LineRole.PARAGRAPH) for number, text in enumerate(texts, 1))
    copy = Copy("any", Format.MARKDOWN, (CopyLine("Ferry aground", 0, LineRole.HEADLINE), *lines))
    assert texts[0] + " " + texts[1] in [p.text for p in clean(copy).paragraphs]
    dropped = clean(copy, Hands(dropped=frozenset({("any", "The ferry ran aground. It was late, the yard says.")})))
    assert [(line.text, line.reason) for line in dropped.removed] == [(texts[0], DROPPED), (texts[1], DROPPED)]
    assert [p.text for p in dropped.paragraphs] == ["Ferry aground", texts[3]]


SEED_FACTS: Final = {
    "000": ("2024-06-20T20:43", None, 1, {1, 6, 7, 8, 10, 32}),
    "001": ("2024-06-21T02:50", None, 1, {3, 43, 45}),
    "002": (None, "2024-06-22T09:07", 0, {3, 21, 23}),
    "003": (None, None, 0, {21, 24, 25}),
    "004": ("2024-02-20", None, 1, {1, 2, 6, 9, 11, 15, 33, *range(35, 47)}),
}
"""Published, updated, number of authors and the lines of furniture, read off each page by eye."""


@pytest.mark.parametrize("seed", sorted(SEED_FACTS))
def test_the_real_pastes(seed: str) -> None:
    path = next(SEEDS.glob(f"{seed}_*.txt"), None)
    if path is None:
        pytest.skip("the folder of real pastes is not there")
    published, updated, authors, furniture = SEED_FACTS[seed]
    cleaned = clean(read(str(path)))
    assert (cleaned.metadata.published, cleaned.metadata.updated, len(cleaned.metadata.byline)) == (published, updated, authors)
    assert {removed.line for removed in cleaned.removed} == furniture
    headlines = [p.text for p in cleaned.paragraphs if p.kind == "headline"]
    assert headlines
    assert [" ".join(headlines[0].split())] == [cleaned.metadata.headline]
    assert not [p.text for p in cleaned.paragraphs if p.doubtful]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The ferry was late on Monday, as the office said, because the crews had been on strike since it was dawn.",
            "en",
        ),
        (
            "Die Fähre ist am Montag nicht gefahren, weil die Leute auf mehr Lohn warten und das Amt mit der Stadt spricht.",
            "de",
        ),
        ("Паром в понедельник опоздал на три часа, сообщили в порту острова.", "ru"),
        ("A short line.", None),
    ],
)
def test_the_language_is_noticed(text: str, language: str | None) -> None:
    assert clean(read_text("any", text)).metadata.language == language
