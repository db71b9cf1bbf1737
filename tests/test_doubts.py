"""What one article doubts and another tells: cases, and what counts as a doubt."""

import pytest

from tests.casefile import Case, cases
from tests.test_statements import line, told
from tui.language.doubts import doubts


@pytest.mark.parametrize("case", cases("doubts"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert ("\n".join(sorted(map(line, told(case.given)))) or "nothing") == case.expected


@pytest.mark.parametrize(
    ("sentence", "degrees"),
    [
        ("The ferry is thought to have sunk.", ["believed"]),
        ("He thought of the ferry.", []),
        ("The pilot was reportedly drunk and may have slept.", ["alleged", "maybe"]),
        ("The mayor reported the theft.", []),
    ],
)
def test_degrees(sentence: str, degrees: list[str]) -> None:
    assert [doubt.degree for doubt in doubts(sentence)] == degrees
