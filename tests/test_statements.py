"""Statements that part: cases, and what must hold on any text."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tests.stories import article
from tui.align import align
from tui.collate import siglum
from tui.compare import ruled
from tui.details import extract
from tui.language.scales import degrees
from tui.model.collation import Fact, Verdict
from tui.model.detail import Kind

KINDS = {Kind.STATEMENT, Kind.NEGATION, Kind.CERTAINTY, Kind.PLACE}


def told(given: str) -> list[Fact]:
    """Return the facts on statements of a small story, one passage a line."""
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for line in given.splitlines():
        letter, _, sentence = line.partition(" ")
        sentences[letter].append(sentence)
    articles = [article(place, sentences[siglum(place)]) for place in range(len(sentences))]
    extractions = extract(articles)
    found = ruled(articles, extractions, align(articles, extractions))
    return [f for f in found if f.kind in KINDS and f.verdict is not Verdict.AGREE]


def line(fact: Fact) -> str:
    """Return a fact as a line of ``statements.md``."""
    return f"{fact.kind} {fact.verdict}: " + " / ".join(f"{r.passage} {r.text}" for r in fact.readings)


@pytest.mark.parametrize("case", cases("statements"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert ("\n".join(sorted(map(line, told(case.given)))) or "nothing") == case.expected


def test_a_deed_that_does_something_is_the_deed_of_who_does_it() -> None:
    doubt = "A The loan may breach port sanctions that keep ferries from the Lund line.\nA The mayor was silent."
    for verb, one_deed in (("loaned", True), ("sold", False)):
        sure = f"B Karl Brandt {verb} the Lund line a ferry last spring, flouting a ban.\nB The town forgot him."
        (fact,) = told(f"{doubt}\n{sure}")
        assert line(fact) == "certainty certainty: A1 may breach port sanctions / B1 flouting a ban"
        assert ("both are done by the loan" in fact.why) is one_deed


def test_a_scale_has_two_ends_and_a_denial_leads_to_one() -> None:
    destroyed, damaged, intact = (degrees(word)[0] for word in ("destroy", "damage", "intact"))
    assert destroyed.distance(intact) == 1
    assert 0 < destroyed.distance(damaged) < 1
    assert damaged.mirrored() == intact


SENTENCES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=60), min_size=1, max_size=4
)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, SENTENCES)
def test_any_text_is_compared_and_readings_slice(one: list[str], two: list[str]) -> None:
    articles = [article(0, one), article(1, two)]
    extractions = extract(articles)
    passages = {p.id: p.text for a in articles for p in a.passages}
    for fact in ruled(articles, extractions, align(articles, extractions)):
        assert all(passages[r.passage][r.start : r.end] == r.text for r in fact.readings)


def test_an_article_held_against_itself_parts_in_nothing() -> None:
    sentences = [case.given.splitlines()[0][2:] for case in cases("statements")]
    articles = [article(0, sentences), article(1, sentences)]
    extractions = extract(articles)
    facts = ruled(articles, extractions, align(articles, extractions))
    assert [f for f in facts if f.kind in KINDS and f.verdict is not Verdict.AGREE] == []
