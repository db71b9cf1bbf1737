"""Attributions: source, cue and content, and whom the source names."""

import pytest

from tests.casefile import Case, cases
from tests.saidcases import extracted
from tui.model.detail import Attribution


def shown(text: str, found: Attribution) -> str:
    """Return an attribution as a case prints it."""

    def words(span: tuple[int, int] | None) -> str:
        return "" if span is None else text[span[0] : span[1]]

    rest = f" / {words(found.rest)}" if found.rest else ""
    speaker = found.speaker if found.named else "unnamed"
    return f"{found.passage} {words(found.source)} | {words(found.cue)} | {words(found.content)}{rest} <- {speaker}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("attributions")])
def test_case(case: Case) -> None:
    texts, found = extracted(case.given)
    attributions = [(a, texts[a.passage]) for e in found for a in e.attributions]
    for line in case.expected.splitlines():
        if line.startswith("not "):
            passage, cue = line.removeprefix("not ").split(" ", 1)
            assert not [a for a, text in attributions if a.passage == passage and text[slice(*a.cue)] == cue]
        else:
            assert line in [shown(text, a) for a, text in attributions]
