"""The sheets on events of the corpora: they parse, and their strings stand where they say."""

import re

import pytest

from tests.measure.corpora import SHARED
from tests.measure.sheets import HALVES, Sheet, Story, plain, sheets, stories
from tui.model.collation import Verdict
from tui.model.detail import Kind

ALL = sheets()
MOST = 8  # words of a string: none is a sentence, and no publisher's words are the project's
VERDICTS = {verdict.value for verdict in Verdict} - {"agree"}


@pytest.fixture(scope="module")
def told() -> dict[str, Story]:
    """Return the stories of all sheets; skips where the corpora are not there."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip(f"{SHARED / 'corpora'} is not there")
    return stories(ALL)


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.event)
def test_rows_have_known_kinds_and_short_strings_of_two_places(sheet: Sheet) -> None:
    assert sheet.half in HALVES
    for row in sheet.rows:
        assert row.rank in {"1", "2", "3", "alarm"}, row.title
        assert len(row.places) > 1, row.title
        assert all(len(re.findall(r"\w+", place.words)) <= MOST for place in row.places), row.title
        if row.rank == "alarm":
            assert len(row.places) == len({"a", "b"}), row.title
        else:
            assert row.kind in set(Kind), row.title
            assert row.verdict in VERDICTS, row.title


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.event)
def test_every_string_stands_in_its_sentence(sheet: Sheet, told: dict[str, Story]) -> None:
    sentences = told[sheet.event].sentences
    strays = [
        f"{row.title}: {place}"
        for row in sheet.rows
        for place in row.places
        if plain(place.words) not in plain(sentences[place.article].get(place.sentence, ""))
    ]
    assert not strays
