"""Splitting: the cases, the places in the file, and that no character between sentences is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tests.measure import splitting
from tests.measure.corpora import SHARED
from tui.model.article import Cleaned, Paragraph, PassageKind
from tui.model.rawcopy import Format, Metadata
from tui.split import sentences, split


@pytest.mark.parametrize("case", cases("split"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert [case.given[start:end] for start, end in sentences(case.given)] == case.expected.split("\n")


@given(st.text(st.sampled_from("aA .!?\"'”’(\n…U1•")))
def test_sentences_lie_in_order_and_only_spaces_lie_between(text: str) -> None:
    spans = sentences(text)
    reach = 0
    for start, end in spans:
        assert reach <= start < end
        assert not text[reach:start].strip()
        assert text[start:end] == text[start:end].strip()
        reach = end
    assert not text[reach:].strip()


def test_a_passage_knows_its_line_and_its_paragraph() -> None:
    text = "The first line of a wrapped text ends here. The second sentence\nbegins there."
    paragraphs = (
        Paragraph(PassageKind.HEADLINE, "A headline", 1),
        Paragraph(PassageKind.BODY, text.replace("\n", " "), 3, breaks=(text.index("\n") + 1,)),
        Paragraph(PassageKind.BODY, "Unsure. It may be another article’s.", 7, doubtful=True),
    )
    article = split(Cleaned("x", Format.TEXT, Metadata(), paragraphs, ()), "B")
    assert [(p.id, p.paragraph, p.line, p.doubtful) for p in article.passages] == [
        ("B1", 1, 1, False),
        ("B2", 2, 3, False),
        ("B3", 2, 3, False),
        ("B4", 3, 7, True),
        ("B5", 3, 7, True),
    ]
    assert article.passages[-1].folded == "It may be another article's."


def test_news_and_golden_rules_stay_as_good_as_they_are() -> None:
    if not (SHARED / "corpora/sbd").is_dir():
        pytest.skip("the corpora are not there")
    assert splitting.score("gum_news")[0] >= 0.992
    right, whole = splitting.golden()
    assert right / whole >= 42 / 48
