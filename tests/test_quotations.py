"""Quotations: the words between the marks, and whose they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tests.saidcases import extracted
from tests.stories import article
from tui.details import extract


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("quotations")])
def test_case(case: Case) -> None:
    _, found = extracted(case.given)
    quotations = [(q.passage, q.text, q.speaker) for e in found for q in e.quotations]
    for line in case.expected.splitlines():
        if line.startswith("not "):
            passage, words = line.removeprefix("not ").split(" ", 1)
            assert not [q for q in quotations if q[:2] == (passage, words)], quotations
        else:
            passage, rest = line.split(" ", 1)
            words, _, speaker = rest.partition(" <- ")
            assert (passage, words, speaker) in quotations


MARKED = st.text(alphabet="aB. ,'\"“”‘’«»`\u00a0-—(6", max_size=50) | st.text(max_size=30)


@settings(max_examples=80, deadline=None)
@given(st.lists(MARKED, min_size=1, max_size=8))
def test_every_quotation_and_attribution_is_where_it_says(sentences: list[str]) -> None:
    one = article(0, sentences)
    texts = {p.id: p.text for p in one.passages}
    (found,) = extract([one])
    for quotation in found.quotations:
        assert texts[quotation.passage][quotation.start : quotation.end] == quotation.text
        assert quotation.text.strip() == quotation.text != ""
    for attribution in found.attributions:
        for span in (attribution.source, attribution.cue, attribution.content, attribution.rest):
            assert span is None or 0 <= span[0] < span[1] <= len(texts[attribution.passage])
