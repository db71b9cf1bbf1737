"""Wording: the runs of two passages cover both, and typography is kept apart from words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.wording import Change, wording

CASES = Path(__file__).parent / "cases/wording.md"


def cases() -> list[tuple[str, str, str]]:
    """Return title, passages and runs of each case."""
    text = CASES.read_text(encoding="utf-8")
    return re.findall(r"^(\S[^\n]*)\n\.\n(.+?)\n\.\n(.+?)\n(?=\n|\Z)", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("passages", "wanted"), [pytest.param(p, w, id=t) for t, p, w in cases()])
def test_case(passages: str, wanted: str) -> None:
    a, b = passages.splitlines()
    runs = [f"{r.change.name.lower()}: {a[slice(*r.a)]} | {b[slice(*r.b)]}" for r in wording(a, b) if r.change is not Change.SAME]
    assert runs == wanted.splitlines()


WORDS = st.lists(
    st.sampled_from(["the", "bridge", "Bridge", "fell", "fall", "on", "12", "May", ",", "“so”", "not", "-", "—"]), max_size=12
).map(" ".join)


@given(WORDS, WORDS)
def test_runs_cover_both(a: str, b: str) -> None:
    runs = wording(a, b)
    for side, text in ((0, a), (1, b)):
        spans = [(r.a, r.b)[side] for r in runs]
        assert spans == sorted(spans)
        assert "".join(text[slice(*s)] for s in spans).replace(" ", "") == text.replace(" ", "")


@given(WORDS)
def test_same_words_have_one_run(a: str) -> None:
    assert {r.change for r in wording(a, a)} <= {Change.SAME}
