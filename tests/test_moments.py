"""How two dates stand to each other where one of the articles does not say when it was published."""

import pytest

from tests.stories import article
from tui.compare.standing import Standing
from tui.compare.values import detailed
from tui.details import extract
from tui.model.detail import Detail, Kind


def date(words: str) -> Detail:
    """Return the one date of an article without a day of publication."""
    (found,) = extract([article(0, ["A ferry ran aground.", f"The ferry ran aground {words}."])])
    (only,) = (d for d in found.details if d.kind is Kind.DATE)
    return only


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("on June 8", "in 2009", Standing.UNKNOWN),  # every year holds such a day
        ("on Friday", "in 2009", Standing.UNKNOWN),
        ("on Friday", "in May 2009", Standing.UNKNOWN),
        ("in June", "in 2009", Standing.UNKNOWN),
        ("on June 8", "on June 8, 2009", Standing.INSIDE),
        ("on June 8", "in June 2009", Standing.INSIDE),
        ("on June 8", "in May 2009", Standing.APART),
        ("on Friday", "on Saturday", Standing.APART),
        ("in 2009", "in May 2009", Standing.INSIDE),
    ],
)
def test_dates_stand_as_far_as_each_goes(one: str, other: str, wanted: Standing) -> None:
    assert detailed(date(one), date(other)) is wanted
    assert detailed(date(other), date(one)) is wanted
