"""Certainty and negation: which claim is hedged, alleged, denied or negated."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tests.saidcases import extracted
from tests.stories import article
from tui.details import extract
from tui.model.detail import Detail, Kind

CLAIMS = {Kind.CERTAINTY, Kind.NEGATION}


def shown(detail: Detail) -> str:
    """Return a claim as a case prints it."""
    verb = f" = {detail.verb}" if detail.verb else ""
    noun = f" of {detail.head}" if detail.head else ""
    return f"{detail.passage} {detail.value}: {detail.text}{verb}{noun}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("certainty")])
def test_case(case: Case) -> None:
    _, found = extracted(case.given)
    claims = [d for e in found for d in e.details if d.kind in CLAIMS]
    for line in case.expected.splitlines():
        if line.startswith("not "):
            passage, sense = line.removeprefix("not ").split()
            assert not [shown(d) for d in claims if d.passage == passage and str(d.value) == sense]
        else:
            assert line in [shown(d) for d in claims]


_MIXED = """may not no likely is believed to denied that Unclear if . , alleged never without the hasn't May \u00a0 could be"""
WORDS = st.sampled_from(_MIXED.split())


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40))
def test_every_claim_is_where_it_says(sentence: str) -> None:
    (found,) = extract([article(0, [sentence])])
    for detail in found.details:
        assert sentence[detail.start : detail.end] == detail.text != ""
