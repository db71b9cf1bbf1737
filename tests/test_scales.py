"""Statements that part on a scale: cases, and what the table must hold to."""

import pytest

from tests.casefile import Case, cases
from tests.test_statements import line, told
from tui.language.tables import rows


@pytest.mark.parametrize("case", cases("scales"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert ("\n".join(sorted(map(line, told(case.given)))) or "nothing") == case.expected


def test_every_scale_has_a_name_of_its_own_and_degrees_that_share_no_word() -> None:
    scales = rows("tui.language", "scales.tsv")
    assert len({name for name, _, _ in scales}) == len(scales)
    for name, whose, listed in scales:
        steps = [step.removeprefix("*").split() for step in listed.split(" / ")]
        words = [word for step in steps for word in step]
        assert len(steps) > 1, name
        assert all(steps), name
        assert len(set(words)) == len(words), name
        assert set(whose) <= set("pa+~x!"), name
