"""The pipeline as a whole: what goes wrong with one source leaves the others alone, and it can be stopped."""

from itertools import permutations
from pathlib import Path

import pytest

from tui.collate import collate, siglum
from tui.model.errors import CancelledError

HARBOUR = """Ferry runs aground off Tollness

By Ada Quill | 3 March 2021

The ferry Solveig ran aground off Tollness on Tuesday with 212 passengers on board.

Two people were taken to hospital, the coastguard said.

The ship was built in 1988 and had been inspected in January.
"""
LEDGER = """Solveig stuck on rocks at Tollness

4 March 2021

The ferry Solveig ran aground off Tollness on Tuesday with 187 passengers on board.

Nobody was hurt, according to the coastguard.

Tugs from Brenna are expected at high tide on Thursday morning.
"""
TIMES = """Passengers of the Solveig safe

March 3, 2021

The Solveig, a ferry built in 1988, ran aground near Tollness on Tuesday with 212 passengers on board.

The coastguard said two people had been taken to hospital.
"""


@pytest.fixture
def story(tmp_path: Path) -> list[str]:
    paths = []
    for name, text in (("harbour.txt", HARBOUR), ("ledger.txt", LEDGER), ("times.txt", TIMES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    return paths


def test_sigla_go_on_after_z() -> None:
    assert [siglum(n) for n in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_every_detail_and_reading_is_what_the_passage_shows(story: list[str]) -> None:
    collation = collate(story)
    passages = {p.id: p for a in collation.articles for p in a.passages}
    details = [(d.text, passages[d.passage].text[d.start : d.end]) for e in collation.extractions for d in e.details]
    readings = [(r.text, passages[r.passage].text[r.start : r.end]) for f in collation.facts for r in f.readings]
    assert details
    assert readings
    assert all(text == place != "" for text, place in details + readings)


def test_a_body_passage_is_in_at_most_one_point(story: list[str]) -> None:
    points = [p for point in collate(story).alignment.points for p in point.passages]
    assert points
    assert len(points) == len(set(points))


def test_what_differs_is_told_and_what_agrees_is_not(story: list[str]) -> None:
    facts = collate(story).facts
    told = [{r.text for r in f.readings} for f in facts if f.verdict != "agree"]
    assert any(any("212" in t for t in texts) and any("187" in t for t in texts) for texts in told)
    assert not any(any("1988" in t for t in texts) for texts in told)


def test_the_order_of_the_articles_changes_nothing_but_the_sigla(story: list[str]) -> None:
    def told(order: tuple[str, ...]) -> set[tuple[str, str, frozenset[tuple[str, str]]]]:
        collation = collate(order)
        where = {a.siglum: a.source for a in collation.articles}
        return {(f.kind, f.verdict, frozenset((where[r.article], r.text) for r in f.readings)) for f in collation.facts}

    first, *others = [told(order) for order in permutations(story)]
    assert all(other == first for other in others)


def test_an_article_beside_itself_shows_no_divergence(story: list[str]) -> None:
    assert not [f for f in collate([story[0], story[0]]).facts if f.verdict != "agree"]


def test_an_unreadable_source_leaves_the_others(story: list[str], tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    collation = collate([story[0], missing, story[1]])
    assert [a.siglum for a in collation.articles] == ["A", "B"]
    assert [p.source for p in collation.problems] == [missing]
    assert collation.facts


def test_one_article_has_nothing_to_compare(story: list[str]) -> None:
    collation = collate(story[:1])
    assert len(collation.articles) == 1
    assert not collation.facts
    assert not collation.alignment.links


def test_progress_rises_and_cancelling_stops(story: list[str]) -> None:
    shares: list[float] = []
    collate(story, progress=lambda _what, share: shares.append(share))
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    with pytest.raises(CancelledError):
        collate(story, cancelled=lambda: len(shares) > 0)


def test_the_articles_are_told_of_before_they_are_compared_and_only_where_there_are_two(story: list[str]) -> None:
    told: list[object] = []
    collation = collate(story, progress=lambda what, _share: told.append(what), arrived=told.append)
    assert told[told.index("details") - 1] == collation.articles
    assert told.count(collation.articles) == 1
    alone: list[object] = []
    collate(story[:1], arrived=alone.append)
    assert alone == []
