"""The parts of the desk that need no screen: keys, configuration, wrapping, rows, values in plain words, search."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.story import story
from tui.app.config import Memory, configured
from tui.app.keymap import Dispatcher, keymap
from tui.app.layout import framed
from tui.app.wrap import wrap
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.present.grid import aligned
from tui.present.plain import plain
from tui.present.search import find, goal
from tui.present.story import Story
from tui.present.wordwise import Change, wordwise


def test_the_built_in_keys_clash_nowhere() -> None:
    assert keymap({})[1] == ()


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ({"nope": ["x"]}, "There is no command “nope”"),
        ({"mark": ["n"]}, "“n” stands for “mark” already"),
        ({"note": ["ctrl-x"]}, "“ctrl-x” is not a key"),
        ({"note": ["V a b"]}, "“V a b” is not a key"),
        ({"top": ["V"]}, "stands for “top” already"),
    ],
)
def test_a_wrong_key_is_refused_with_a_sentence(own: dict[str, list[str]], sentence: str) -> None:
    assert any(sentence in trouble for trouble in keymap(own)[1])


def test_own_keys_take_the_place_of_the_built_in_ones() -> None:
    found, troubles = keymap({"mark": ["f9", "ctrl+x"], "dismiss": ["Z d"]})
    assert not troubles
    assert found["f9",] == "mark"
    assert ("m",) not in found
    assert found["Z", "d"] == "dismiss"


def test_counts_prefixes_and_articles() -> None:
    keys = Dispatcher(keymap({})[0])
    assert keys.feed("1").command is None
    keys.feed("2")
    outcome = keys.feed("j")
    assert outcome.command is not None
    assert (outcome.command.name, outcome.count) == ("next-passage", 12)
    keys.feed("V")
    assert {key for key, _ in keys.continuations()} == set("rfqstlx")
    assert keys.feed("escape").command is None
    assert not keys.pending
    keys.feed("3")
    assert keys.lapse().article == 2
    assert not keys.feed("~").known


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("keys = 3", "must be a table"),
        ("[keys]\nmark = 3", "must be text"),
        ("colour = 'red'", "“colour” is not a setting"),
        ("mouse = 'yes'", "must be true or false"),
        ("theme = 4", "must be the name of a theme"),
        ("[keys", "is not TOML"),
    ],
)
def test_a_wrong_configuration_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = configured(path)
    assert any(sentence in trouble for trouble in config.troubles)
    assert config.keys["j",] == "next-passage"


def test_a_right_configuration_and_none(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert configured(path).troubles == ()
    path.write_text("theme = 'high-contrast'\nmouse = false\n[keys]\nmark = 'f9'\n", encoding="utf-8")
    config = configured(path)
    assert (config.theme, config.mouse, config.keys["f9",], config.troubles) == ("high-contrast", False, "mark", ())


def test_the_memory_outlives_the_desk_and_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "state" / "desk.json"
    Memory(path).keep(theme="nord")
    assert Memory(path).recall("theme") == "nord"
    path.write_text("{", encoding="utf-8")
    assert Memory(path).recall("theme", "none") == "none"


@given(st.text(alphabet=st.sampled_from("ab c渡é’“👩 -\u0301"), max_size=80), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in lines)
    gaps = [text[end:start] for (_, end), (start, _) in itertools.pairwise(lines)]
    assert all(gap in {"", " "} for gap in gaps)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)


@given(st.integers(40, 400), st.integers(2, 9), st.integers(0, 8), st.integers(0, 9))
def test_the_current_article_is_always_shown_and_the_base_pinned(width: int, total: int, current: int, first: int) -> None:
    current %= total
    frame, _ = framed(width, total, current, first)
    assert current in frame.columns
    assert len(set(frame.columns)) == len(frame.columns)
    assert len(frame.columns) == 1 or frame.columns[0] == 0
    assert frame.pitch * len(frame.columns) <= width


@given(st.integers(2, 5), st.integers(0, 4))
def test_every_passage_stands_in_one_row(size: int, base: int) -> None:
    told = Story(story(size))
    grid = aligned(told, told.sigla[base % size])
    shown = [passage.id for row in grid.rows for cell in row for passage in cell]
    assert sorted(shown) == sorted(told.passages)
    assert all(
        passage.id in told.passages and grid.row_of[passage.id] == n
        for n, row in enumerate(grid.rows)
        for c in row
        for passage in c
    )
    for fact in told.collation.facts:
        body = {r.passage for r in fact.readings if told.passages[r.passage].kind is not PassageKind.HEADLINE}
        if fact.verdict is Verdict.CONFLICT:
            assert len({grid.row_of[passage] for passage in body}) == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("> 20 year", "more than 20 years"), ("~< 0.25 century", "just under 25 years"), ("20..25 year", "20 to 25 years"),
        ("275000 USD", "$275,000"), ("2024-06-19", "19 Jun 2024"), ("2023-09/2023-11", "Sep to Nov 2023"), ("--02", "Feb"),
        ("T09:00", "09:00"), (None, ""), ("hedged", "hedged"), ("~ 1000 km", "about 1000 km"),
    ],
)  # fmt: skip
def test_values_in_plain_words(value: str | None, words: str) -> None:
    assert plain(value) == words


def test_search_and_go_to() -> None:
    told = Story(story())
    found = find(told, "HARBOUR  master")
    assert {hit.passage for hit in found.hits} == {"A7", "D4"}
    assert all(told.passages[hit.passage].text[hit.start : hit.end].lower() == "harbour master" for hit in found.hits)
    assert find(told, "coastgard").fuzzy
    assert not find(told, "zqzqzq").hits
    assert goal(told, "b3", "A") == ("B3", None)
    assert goal(told, "nothing at all", "A") == (None, None)


def test_word_level_differences_are_phrases_and_not_splinters() -> None:
    runs = wordwise("Surely, Anna was rowing the boat.", "Both, though, took turns rowing the boat.")
    assert [(run.change, run.text) for run in runs] == [
        (Change.GONE, "Surely, Anna was"), (Change.COME, "Both, though, took turns"), (Change.KEPT, "rowing the boat."),
    ]  # fmt: skip


def test_word_level_differences_keep_both_sides() -> None:
    runs = wordwise("They waited over two hours.", "They waited nearly three hours!")
    assert [(run.change, run.text) for run in runs] == [
        (Change.KEPT, "They waited"), (Change.GONE, "over two"), (Change.COME, "nearly three"), (Change.KEPT, "hours!"),
    ]  # fmt: skip


def test_word_level_differences_take_capitals_and_marks_for_the_same() -> None:
    runs = wordwise("Boats – “crew” asleep, sailors said", "boats - crew asleep; sailors swam")
    assert [(run.change, run.text) for run in runs] == [
        (Change.KEPT, "boats - crew asleep; sailors"), (Change.GONE, "said"), (Change.COME, "swam"),
    ]  # fmt: skip
