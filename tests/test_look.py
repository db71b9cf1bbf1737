"""What is told of all that is found: what linked passages tell otherwise, and what is worth a look."""

from itertools import permutations

import pytest

from tests.test_compare import article
from tui.align import align
from tui.compare import all_drafts, compare, drafts_of
from tui.compare.look import likelihood, worth_a_look
from tui.compare.otherwise.marks import kin, pages, tied
from tui.compare.otherwise.otherwise import OTHERWISE, likeliest, pairs, same
from tui.compare.story import Story, gather
from tui.details import extract
from tui.model.article import Article
from tui.model.collation import Fact, Verdict

ONE = (
    "The blaze in the cannery of Varda spread quickly through the storehouse.",
    "Nobody was hurt in the cannery of Varda on Monday.",
)
TWO = (
    "The blaze in the cannery of Varda had spread slowly through the cellar.",
    "The cannery of Varda closed its gates on Monday.",
)
THREE = ("The blaze in the cannery of Varda destroyed the storehouse.", "The cannery's owner, Ina Lund, wept.")


def written(*bodies: tuple[str, ...]) -> list[Article]:
    """Return articles of the bodies."""
    return [article("ABC"[n], [("", text) for text in body]) for n, body in enumerate(bodies)]


def gathered(*bodies: tuple[str, ...]) -> Story:
    """Return the story of the bodies."""
    articles = written(*bodies)
    extractions = extract(articles)
    return gather(articles, extractions, align(articles, extractions))


def told(*bodies: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the facts of the bodies."""
    articles = written(*bodies)
    extractions = extract(articles)
    return compare(articles, extractions, align(articles, extractions))


def test_units_of_linked_passages_are_held_against_each_other() -> None:
    story = gathered(ONE, TWO)
    found = {frozenset((pair.a.text, pair.b.text)) for pair in pairs(pages(story))}
    assert any("storehouse" in " ".join(texts) and "cellar" in " ".join(texts) for texts in found)


def test_each_place_is_told_once_against_another_article() -> None:
    story = gathered(ONE, TWO)
    drafts = likeliest(story, (), ((0.9, pair) for pair in pairs(pages(story))))
    spans = [(r.passage, r.start, r.end) for draft in drafts for r in draft.readings]
    assert drafts
    assert all(OTHERWISE in draft.why for draft in drafts)
    for n, (passage, start, end) in enumerate(spans):
        assert not any(passage == p and start < e and s < end for p, s, e in spans[:n])


def test_what_is_told_already_is_not_told_otherwise() -> None:
    story = gathered(ONE, TWO)
    drafts = likeliest(story, (), ((0.9, pair) for pair in pairs(pages(story))))
    assert likeliest(story, drafts, ((0.9, pair) for pair in pairs(pages(story)))) == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The keeper counted seven sheep in the fold of Varda.", "The keeper counted 7 sheep in the fold of Varda."),
        ("The keeper praised Sgt. Ina Lund of Varda.", "The keeper praised Sergeant Ina Lund of Varda."),
        ("The keeper saw the harbour of Varda.", "The keeper saw the harbor of Varda."),
    ],
)
def test_one_thing_in_another_form_is_not_told_otherwise(one: str, two: str) -> None:
    story = gathered((one,), (two,))
    found = [pair for pair in pairs(pages(story)) if pair.a.cut.sort == "phrase"]
    assert all(same(pair.a, pair.b) for pair in found)


def test_heads_are_kin() -> None:
    assert [kin("boat", "boat"), kin("boat", "cheese")] == ["same", "other"]


def test_a_unit_is_not_tied_to_itself() -> None:
    known = pages(gathered(ONE, TWO))
    assert not any(tied(unit, unit) for units in known.units.values() for unit in units)


def test_the_order_of_the_articles_changes_nothing() -> None:
    wanted = None
    for order in permutations((ONE, TWO, THREE)):
        shape = sorted((str(f.verdict), sorted(r.text for r in f.readings)) for f in told(*order))
        assert wanted in (None, shape)
        wanted = shape


def test_what_is_told_is_likely_or_sure() -> None:
    story = gathered(ONE, TWO, THREE)
    found = all_drafts(story)
    kept = worth_a_look(story, found)
    assert {draft.note for draft in kept} <= {draft.note for draft in found}
    assert [d for d in kept if d.verdict is Verdict.AGREE] == [d for d in found if d.verdict is Verdict.AGREE]
    assert all(0 < likelihood(story, draft) < 1 for draft in drafts_of(story))


def test_an_article_against_itself_is_told_nothing_otherwise() -> None:
    assert not any(fact.verdict is not Verdict.AGREE for fact in told(ONE, ONE))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The widow Ina Lund, 61, was found in the mill.", "The baker Olga Brandt, 48, was found in the mill."),
        ("The court of Varda is set for February 17.", "The court of Varda sits on February 17."),
        ("The patrol seized 412 crates of powder in Varda.", "The patrol seized 90 crates of powder in Varda."),
    ],
)
def test_figures_that_rules_know_better_are_not_told_otherwise(one: str, two: str) -> None:
    story = gathered((one, *ONE), (two, *ONE))
    drafts = likeliest(story, (), ((0.9, pair) for pair in pairs(pages(story))))
    assert not any(draft.kind in {"date", "number", "duration"} for draft in drafts)
