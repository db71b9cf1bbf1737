"""Names: whom and what they stand for, offices, epithets and spellings, across the articles of a story."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tests.saidcases import told
from tests.stories import article
from tui.collate import read_articles, siglum
from tui.details.names.cast import cast
from tui.details.names.names import names
from tui.model.article import Article
from tui.model.detail import Detail, Name

SEEDS = Path(__file__).resolve().parents[1] / "../shared/seeds"
_EXPECTED = re.compile(
    r"(?P<no>not )?(?P<passage>[A-Z]+\d+) (?P<kind>\w+): (?P<text>[^=/]+?)"
    r"(?: = (?P<full>[^/]+?))?(?: / (?P<post>.+?))?(?P<variant> variant)?$"
)


def found(articles: tuple[Article, ...]) -> list[Detail]:
    """Return the names of all articles."""
    return [detail for scene in cast(articles) for detail in names(scene)]


def shown(detail: Detail) -> tuple[str, str, str, str, str, bool]:
    """Return what a case says of a name."""
    assert isinstance(detail.value, Name)
    post = detail.value.post + (f" of {', '.join(detail.value.of)}" if detail.value.of else "")
    return detail.passage, detail.kind.value, detail.text, detail.value.full, post, detail.value.variant


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("names")])
def test_case(case: Case) -> None:
    details = [shown(detail) for detail in found(told(case.given))]
    for line in case.expected.splitlines():
        want = _EXPECTED.fullmatch(line)
        assert want, line
        same = [d for d in details if d[:3] == (want["passage"], want["kind"], want["text"])]
        if want["no"]:
            assert not same, line
            continue
        assert same, (line, details)
        assert same[0][3] == want["full"], details
        assert want["post"] is None or same[0][4] == want["post"], details
        assert same[0][5] == bool(want["variant"]), details


SENTENCE = st.text(alphabet="AbcDé .,'\"()-U.S€9\u00a0\n", max_size=60) | st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(SENTENCE, min_size=1, max_size=5), min_size=1, max_size=3))
def test_every_name_is_where_it_says(bodies: list[list[str]]) -> None:
    articles = tuple(article(place, body) for place, body in enumerate(bodies))
    texts = {p.id: p.text for a in articles for p in a.passages}
    for detail in found(articles):
        assert texts[detail.passage][detail.start : detail.end] == detail.text != ""


def test_the_order_of_the_articles_changes_no_name() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not here")
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    there = {(a.source, d.start, d.passage[1:]): d.value for a, d in _pairs(paths)}
    back = {(a.source, d.start, d.passage[1:]): d.value for a, d in _pairs(paths[::-1])}
    assert there == back
    assert {v.full for v in there.values() if isinstance(v, Name)} >= {
        "Kim Jong Un",
        "Kim Yo-jong",
        "Dmitry Peskov",
        "United Nations",
    }


def _pairs(paths: list[str]) -> list[tuple[Article, Detail]]:
    """Return the names of the articles at these paths, each with its article."""
    articles, _ = read_articles(paths)
    assert articles[0].siglum == siglum(0)
    return [(a, d) for a, scene in zip(articles, cast(articles), strict=True) for d in names(scene)]
