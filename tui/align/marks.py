"""What the words of a passage amount to beside themselves: the class of an event, the value of a figure, the days meant."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from tui.language.events import event_of
from tui.language.words import Word
from tui.model.article import Passage
from tui.model.detail import Amount, Extraction, Moment

EVENT: Final = "!"
"""What the term of a class of events begins with; no word does."""
VALUE: Final = "#"
"""What the term of a figure's value begins with."""

Span = tuple[date, date]


def marks(
    passages: Sequence[Passage], words: Sequence[Sequence[Word]], extractions: Iterable[Extraction]
) -> tuple[tuple[Word, ...], ...]:
    """Return for each passage the classes of its events and the values of its figures, each as a word with a place and a term."""
    figures: defaultdict[str, list[Word]] = defaultdict(list)
    for extraction in extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Amount):
                term = f"{VALUE}{detail.value.figure * detail.value.scale:g}{detail.value.dimension}"
                figures[detail.passage].append(Word(detail.start, detail.end, detail.text, term))
    return tuple(
        (
            *(Word(word.start, word.end, word.text, EVENT + event) for word in each if (event := event_of(word.stem))),
            *figures[passage.id],
        )
        for passage, each in zip(passages, words, strict=True)
    )


def days(extractions: Iterable[Extraction]) -> dict[str, tuple[Span, ...]]:
    """Return the days, first and last, that each passage names and leaves no doubt of."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for extraction in extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Moment) and not detail.value.ambiguous and detail.value.iso[:1] not in {"", "T"}:
                found[detail.passage].append((detail.value.first, detail.value.last))
    return {passage: tuple(spans) for passage, spans in found.items()}


def dimensions(passages: Sequence[Passage], extractions: Iterable[Extraction]) -> tuple[frozenset[str], ...]:
    """Return what kinds of figures each passage gives: ``USD``, ``metre``, or what a plain number has in the place of one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Amount):
                found[detail.passage].add(detail.value.dimension)
    return tuple(frozenset(found[passage.id]) for passage in passages)
