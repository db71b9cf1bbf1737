"""Alignment: links, story points, nearest misses, and that the order of the articles changes nothing."""

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.align import align
from tui.collate import siglum
from tui.details import extract
from tui.model.alignment import Alignment, Hands
from tui.model.article import Article, Passage, PassageKind
from tui.model.errors import CancelledError
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata
from tui.model.settings import AlignSettings

CASES = Path(__file__).parent / "cases/align.md"


def article(letter: str, sentences: tuple[str, ...]) -> Article:
    """Return an article whose body is these sentences, each a paragraph of its own."""
    return Article(
        letter,
        f"{letter}.txt",
        Format.TEXT,
        passages=tuple(
            Passage(f"{letter}{n}", letter, PassageKind.BODY, n, n, text, fold(text)) for n, text in enumerate(sentences, 1)
        ),
    )


def story(*bodies: tuple[str, ...]) -> tuple[Article, ...]:
    """Return articles with these bodies."""
    return tuple(article(siglum(place), body) for place, body in enumerate(bodies))


def cases() -> list[tuple[str, str, str]]:
    """Return title, passages and pairs of each case."""
    text = CASES.read_text(encoding="utf-8")
    return re.findall(r"^(\S[^\n]*)\n\.\n(.+?)\n\.\n(.+?)\n(?=\n|\Z)", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("passages", "pairs"), [pytest.param(p, q, id=t) for t, p, q in cases()])
def test_case(passages: str, pairs: str) -> None:
    bodies: dict[str, list[str]] = {}
    for line in passages.splitlines():
        letter, text = line.split(" ", 1)
        bodies.setdefault(letter, []).append(text)
    articles = [article(letter, tuple(body)) for letter, body in bodies.items()]
    found = align(articles, extract(articles))
    linked = {f"{link.a} {link.b}" for link in found.links}
    near = {f"{each.a} {each.b}" for each in found.near}
    for line in pairs.splitlines():
        *words, one, other = line.split()
        among = near if "near" in words else linked
        assert (f"{one} {other}" in among) is ("not" not in words), line


BODIES = (
    (
        "The bridge over the Selm collapsed at noon on Tuesday.",
        "Two lorries fell into the river and one driver is missing.",
        "Engineers had warned of rust in 2019.",
        "The county promised an inquiry.",
    ),
    (
        "A road bridge collapsed into the Selm around midday on Tuesday.",
        "One lorry driver is missing after two of the vehicles fell into the river.",
        "Ferries will carry commuters from Thursday.",
    ),
    (
        "An inquiry was promised by the county.",
        "The bridge was built in 1961.",
        "Rust had been found by engineers in 2019, who warned the county.",
        "Two lorries fell into the river Selm when the bridge collapsed.",
    ),
)


def in_words(found: Alignment, articles: tuple[Article, ...]) -> tuple[object, ...]:
    """Return links, points, nearest misses and what is near by the passages' words, so that sigla do not matter."""
    text = {passage.id: passage.text for each in articles for passage in each.passages}
    return (
        {(frozenset((text[link.a], text[link.b])), link.likeness) for link in found.links},
        {(frozenset(text[place] for place in point.passages), point.label) for point in found.points},
        {(text[near.passage], text[near.nearest], near.likeness) for near in found.candidates},
        {(frozenset((text[near.a], text[near.b])), near.likely) for near in found.near},
    )


def test_order_of_articles_changes_nothing() -> None:
    seen = [in_words(align(articles, ()), articles) for order in permutations(BODIES) if (articles := story(*order))]
    assert seen[0][0]
    assert seen[0][1]
    assert all(each == seen[0] for each in seen)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_order_of_any_articles_changes_nothing(data: st.DataObject) -> None:
    sentences = st.sampled_from([sentence for body in BODIES for sentence in body])
    bodies = data.draw(st.lists(st.lists(sentences, max_size=6).map(tuple), min_size=2, max_size=4))
    turned = data.draw(st.permutations(bodies))
    first, second = story(*bodies), story(*turned)
    assert in_words(align(first, ()), first) == in_words(align(second, ()), second)


def test_an_article_with_itself_is_linked_passage_by_passage() -> None:
    found = align(story(BODIES[0], BODIES[0]), ())
    assert {(link.a, link.b) for link in found.links} == {(f"A{n}", f"B{n}") for n in range(1, 5)}
    assert all(link.covered_a == link.covered_b == 1 for link in found.links)


def test_every_passage_is_in_one_point_at_most_and_every_point_spans_articles() -> None:
    found = align(story(*BODIES), ())
    placed = [place for point in found.points for place in point.passages]
    assert placed
    assert len(placed) == len(set(placed))
    assert all(len({place[0] for place in point.passages}) > 1 for point in found.points)


def test_a_passage_without_a_counterpart_keeps_its_nearest() -> None:
    found = align(story(*BODIES), ())
    linked = {(link.a, link.b[0]) for link in found.links} | {(link.b, link.a[0]) for link in found.links}
    assert found.candidates
    assert all((near.passage, near.nearest[0]) not in linked for near in found.candidates)


def test_what_is_near_is_neither_linked_nor_in_one_point() -> None:
    found = align(story(*BODIES), ())
    together = {frozenset((link.a, link.b)) for link in found.links}
    together |= {frozenset((a, b)) for point in found.points for a in point.passages for b in point.passages}
    assert found.near
    assert all(frozenset((near.a, near.b)) not in together and near.a[0] < near.b[0] for near in found.near)
    assert len(found.near) <= sum(map(len, BODIES))


def test_what_was_cut_by_hand_is_not_near() -> None:
    near = align(story(*BODIES), ()).near[0]
    found = align(story(*BODIES), (), hands=Hands(cut=frozenset({(near.a, near.b)})))
    assert (near.a, near.b) not in {(each.a, each.b) for each in found.near}


def test_nothing_is_near_in_a_story_too_large_to_be_parsed() -> None:
    assert align(story(*BODIES), (), replace(AlignSettings(), parsed=0)).near == ()


def test_why_names_words_of_the_passage() -> None:
    articles = story(*BODIES)
    text = {passage.id: passage.text for each in articles for passage in each.passages}
    for link in align(articles, ()).links:
        assert link.why
        assert all(words in text[link.a] for words in link.why)


def test_what_was_linked_by_hand_is_linked_and_meets_in_a_point() -> None:
    found = align(story(*BODIES), (), hands=Hands(linked=frozenset({("A4", "B3")})))
    assert [link.by_hand for link in found.links if (link.a, link.b) == ("A4", "B3")] == [True]
    assert any({"A4", "B3"} <= set(point.passages) for point in found.points)


def test_what_was_cut_by_hand_is_not_linked_and_meets_in_no_point() -> None:
    before = align(story(*BODIES), ())
    assert any((link.a, link.b) == ("A1", "B1") for link in before.links)
    found = align(story(*BODIES), (), hands=Hands(cut=frozenset({("A1", "B1")})))
    assert all((link.a, link.b) != ("A1", "B1") for link in found.links)
    assert not any({"A1", "B1"} <= set(point.passages) for point in found.points)


def test_no_words_no_links() -> None:
    assert align((), ()) == Alignment()
    assert align(story((), ()), ()) == Alignment()
    assert align(story(("…", "!"), ("…",)), ()).links == ()


def test_what_tells_of_another_day_is_marked() -> None:
    articles = story(
        ("The mill at Harn burned down on 3 March 2021.", "Nobody was hurt.", "Its owner blamed a spark."),
        ("The mill at Harn burned down on 9 May 2022.", "Two men were taken to hospital.", "A fault in a cable was blamed."),
    )
    dated = {(link.a, link.b): link for link in align(articles, extract(articles)).links}
    plain = {(link.a, link.b): link for link in align(articles, ()).links}
    assert dated["A1", "B1"].another_day
    assert not plain["A1", "B1"].another_day
    assert dated["A1", "B1"].likeness < plain["A1", "B1"].likeness


def test_what_is_told_months_later_without_a_day_is_less_alike() -> None:
    bodies = (
        ("The mill at Harn burned down.", "Nobody was hurt.", "Its owner blamed a spark."),
        ("The mill at Harn burned down again.", "The mill at Harn burned down in March.", "A fault in a cable was blamed."),
    )
    soon, late = (
        tuple(
            replace(each, metadata=Metadata(published=day)) for each, day in zip(story(*bodies), ("2021-03-04", day), strict=True)
        )
        for day in ("2021-03-05", "2021-09-09")
    )
    near, far = ({(link.a, link.b): link.likeness for link in align(each, extract(each)).links} for each in (soon, late))
    assert far["A1", "B1"] < near["A1", "B1"]
    assert far["A1", "B2"] == near["A1", "B2"]


def test_the_same_done_to_the_same_makes_two_passages_more_alike() -> None:
    filler = ("Swans live on the lake.", "Rain fell on Monday.", "A baker moved to Harn.", "Nobody counts the geese.")
    articles = story(
        ("The duke gave the widow a boat.", *filler),
        ("Later a boat was presented to the widow, said the duke.", "The widow thanked the duke for the boat.", *filler),
    )
    found = align(articles, (), replace(AlignSettings(), threshold=0.15, crowding=0.0))
    without = align(articles, (), replace(AlignSettings(), threshold=0.15, crowding=0.0, deed=0.0))
    rise = {(link.a, link.b): link.likeness for link in found.links}
    for link in without.links:
        if link.a == "A1":
            rise[link.a, link.b] -= link.likeness
    assert rise["A1", "B1"] > 0 > rise["A1", "B2"]


def test_a_story_too_large_to_be_parsed_is_aligned_all_the_same() -> None:
    assert align(story(*BODIES), (), replace(AlignSettings(), parsed=0)).links


def test_a_label_does_not_cut_a_name() -> None:
    labels = [point.label for point in align(story(*NAMED), ()).points]
    assert labels
    assert not any(label.startswith(("Maria", "Ortega")) or label.endswith(("Anna", "Maria")) for label in labels)


NAMED = (
    ("The painter Anna Maria Ortega sold her house on Lake Tern.", "She had lived there since 1980."),
    ("Anna Maria Ortega, the painter, has sold the house on Lake Tern.", "It went to a bank."),
    ("Anna Maria Ortega no longer owns a house on Lake Tern.", "The painter sold it to a bank."),
)


def test_progress_rises_and_can_stop_the_work() -> None:
    shares: list[float] = []
    align(story(*BODIES), (), step=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] <= 1

    def stop(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        align(story(*BODIES), (), step=stop)


@given(st.lists(st.lists(st.text(alphabet="abc .\u00e9\u4e2d", max_size=12), max_size=4).map(tuple), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_the_invariants(bodies: list[tuple[str, ...]]) -> None:
    articles = story(*bodies)
    found = align(articles, ())
    known = {passage.id for each in articles for passage in each.passages}
    placed = [place for point in found.points for place in point.passages]
    assert len(placed) == len(set(placed))
    assert all({link.a, link.b} <= known and link.a[0] < link.b[0] and 0 <= link.likeness <= 1 for link in found.links)
    assert all(len({place[0] for place in point.passages}) > 1 and set(point.passages) <= known for point in found.points)


@given(st.lists(st.sampled_from([s for body in BODIES for s in body]), min_size=1, max_size=8, unique=True).map(tuple))
@settings(max_examples=30, deadline=None)
def test_any_article_with_itself_is_linked_passage_by_passage(body: tuple[str, ...]) -> None:
    found = align(story(body, body), ())
    assert {(link.a, link.b) for link in found.links} == {(f"A{n}", f"B{n}") for n in range(1, len(body) + 1)}


def test_what_is_printed_twice_is_linked_twice() -> None:
    body = (*BODIES[0], BODIES[0][1])
    found = align(story(body, body), ())
    assert {(link.a, link.b) for link in found.links} >= {("A2", "B2"), ("A2", "B5"), ("A5", "B2"), ("A5", "B5")}
