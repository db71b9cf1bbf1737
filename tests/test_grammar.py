"""The light reading of sentences: predicates on cases, spans and safety on any text, speed."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefile import Case, cases
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.syntax.tagging import tag
from tui.language.tables import lexicon
from tui.model.fold import fold


def line(found: Predicate) -> str:
    """Return a predicate as a line of ``grammar.md``."""
    agent, patient = (phrase.base if phrase else "-" for phrase in (found.agent, found.patient))
    words = ["not"] * found.denied + [found.verb, agent, patient] + [f"={found.complement}"] * bool(found.complement)
    words += [f"{a.preposition}:{a.phrase.base}" if a.preposition else f"@{a.phrase.base}" for a in found.arguments]
    return " ".join(words + [f"({' '.join(found.under)})"] * bool(found.under))


@pytest.mark.parametrize("case", cases("grammar"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert "\n".join(line(found) for found in predicates(fold(case.given))) == case.expected


def test_who_stands_in_a_list_with_the_subject() -> None:
    told = [(p.beside, p.listed) for p in predicates("Keller, Brandt and Costa resigned, and two men and a boy were held.")]
    assert [[[phrase.base for phrase in side] for side in sides] for sides in told] == [[["brandt", "costa"], []], [[], ["boy"]]]
    told = [(p.beside, p.listed) for p in predicates("Lines between Malta, Sicily and Tunis were cut, and she resigned.")]
    assert told == [((), ()), ((), ())]


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_slice(text: str) -> None:
    folded = fold(text)
    for token in tag(folded):
        assert folded[token.start : token.end] == token.text
    pieces = chunk(folded)
    assert all(0 <= piece.start < piece.end <= len(folded) for piece in pieces)
    assert all(one.end <= two.start for one, two in pairwise(pieces))
    for found in predicates(folded):
        start, end = found.said
        assert 0 <= start < end <= len(folded)
        assert all(0 <= p.start <= p.at[0] < p.at[1] <= p.end <= len(folded) for p in found.phrases)


WORDS = st.sampled_from(
    sorted(
        lexicon(
            "The a dog dogs bark barked barking was has been not to and , which by with killed Rome she said that after . - '"
        )
    )
)


@given(st.lists(WORDS, max_size=25))
def test_any_row_of_words_is_read(row: list[str]) -> None:
    for found in predicates(" ".join(row)):
        assert found.verb


def test_a_hundred_sentences_take_a_blink() -> None:
    predicates("The first sentence loads the tables.")
    sentences = [
        f"The {n}th inspector told the council that {n} boats had been seized near the pier on Monday." for n in range(125)
    ]
    start = time.process_time()
    for sentence in sentences:
        predicates(sentence)
    assert time.process_time() - start < 0.5
