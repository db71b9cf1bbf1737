"""The sheets on events of the corpora: they parse, and their strings stand where they say."""

import re

import pytest

from tests.measure.corpora import SHARED
from tests.measure.sheets import HALVES, Place, Row, Sheet, Story, plain, score, sheets, stories
from tests.measure.wild import article
from tui.model.collation import Fact, Reading, Verdict
from tui.model.detail import Kind

ALL = sheets()
MOST = 8  # words of a string: none is a sentence, and no publisher's words are the project's
PAIR = 2  # strings that it takes to part
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
        assert all(len(re.findall(r"\w+", place.words)) <= MOST for place in row.places), row.title
        if row.rank == "alarm":
            assert len(row.places) == PAIR, row.title
        else:
            assert row.kind in set(Kind), row.title
            assert row.verdict in VERDICTS, row.title
            assert len({plain(place.words) for place in row.places}) >= PAIR, row.title


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


def test_a_fact_tells_a_row_by_two_of_its_strings_and_raises_an_alarm_by_both() -> None:
    sentences = ({0: "Twelve boats sank off Tarrow on Monday."}, {0: "Nine boats sank at dusk, 30 were saved."})
    articles = tuple(article(place, None, None, list(told.values())) for place, told in enumerate(sentences))
    story = Story(articles, dict(zip("AB", sentences, strict=True)))
    boats = Row("1", "number", "conflict", "boats", (Place("A", 0, "Twelve boats"), Place("B", 0, "Nine boats")))
    day = Row("2", "date", "precision", "when", (Place("A", 0, "on Monday"), Place("B", 0, "at dusk")))
    saved = Row("alarm", "", "", "sunk and saved", (Place("A", 0, "Twelve"), Place("B", 0, "30")))
    sheet = Sheet("drill", "develop", ("a", "b"), (boats, day, saved))

    right, _ = score(story, sheet, [fact(story, "Twelve", "Nine")])
    wrong, lines = score(story, sheet, [fact(story, "Twelve", "30")])

    assert (right["must told"], right["must right"], right["rows told"], right["false alarms"]) == (1, 1, 1, 0)
    assert right["conflict explained"] == right["conflict reported"] == 1
    assert (wrong["must told"], wrong["rows told"], wrong["false alarms"], wrong["conflict explained"]) == (0, 0, 1, 0)
    assert any("sunk and saved" in line for line in lines)


def fact(story: Story, *words: str) -> Fact:
    """Return a conflict of numbers whose readings are one string of each article."""
    readings = []
    for told, said in zip(story.articles, words, strict=True):
        passage = next(p for p in told.passages if said in p.text)
        start = passage.text.index(said)
        readings.append(Reading(told.siglum, passage.id, said, start, start + len(said)))
    return Fact("F1", None, Kind.NUMBER, "boats", Verdict.CONFLICT, 1, tuple(readings), (), "They part.")
