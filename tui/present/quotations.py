"""The quotations view: who said what, and which articles print it in which words."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tui.model.collation import Fact
from tui.model.detail import Kind, Quotation
from tui.model.fold import fold
from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted, ordinal_place
from tui.present.signs import SIGNS
from tui.present.story import Story

_TEXT_AT: Final = 8
_NOBODY: Final = "nobody named"


def quotations(story: Story) -> Page:
    """Return the quotations by speaker, the same words in several articles one below the other, divergences named."""
    said: dict[str, list[tuple[str, Quotation]]] = defaultdict(list)
    for extraction in story.collation.extractions:
        for quotation in extraction.quotations:
            said[quotation.speaker or _NOBODY].append((extraction.siglum, quotation))
    total = sum(map(len, said.values()))
    head = (
        Line((Piece("Quotations", Tone.STRONG, 1), Piece(f"  {counted(total, 'quotation')}, by speaker", Tone.FAINT))),
        Line(),
    )
    entries: list[Entry] = []
    for speaker in sorted(said, key=lambda name: (name == _NOBODY, -len(said[name]), name)):
        entries.append(Entry((*((BLANK,) if entries else ()), Line((Piece(speaker, Tone.ACCENT, 1),))), rests=False))
        entries += _by_words(story, said[speaker])
    return Page(head, tuple(entries) or (Entry((words(" The articles quote nobody.", Tone.FAINT),), rests=False),))


def _by_words(story: Story, said: list[tuple[str, Quotation]]) -> Iterator[Entry]:
    """Return one speaker's quotations in the order first printed, equal words next to one another."""
    order: dict[str, list[tuple[str, Quotation]]] = {}
    for siglum, quotation in said:
        key = " ".join(fold(quotation.text).lower().strip(" .,;:!?").split())
        home = next((other for other in order if key in other or other in key), key)
        order.setdefault(home, []).append((siglum, quotation))
    for same in order.values():
        for siglum, quotation in same:
            passage = story.passages[quotation.passage]
            fact = _fact(story, quotation)
            sign = SIGNS[fact.verdict] if fact else None
            mark = (Piece(sign.mark, sign.tone, 2, plain=True),) if sign else ()
            verdict = f"{sign.word}  " if sign else ""
            line = Line(
                (
                    *mark,
                    Piece(siglum, Tone.ACCENT, 4),
                    Piece(f"“{quotation.text}”", sign.tone if sign else Tone.TEXT, _TEXT_AT, plain=True),
                ),
                (Piece(f"  {verdict}{ordinal_place(passage.paragraph, passage.line)}", Tone.FAINT),),
                _TEXT_AT,
            )
            yield Entry((line,), quotation.passage, fact.id if fact else None)


def _fact(story: Story, quotation: Quotation) -> Fact | None:
    """Return the divergence about a quotation, where there is one."""
    for fact, reading in story.told_in.get(quotation.passage, ()):
        over = reading.start < quotation.end and quotation.start < reading.end
        if over and fact in story.divergences and fact.kind in {Kind.QUOTATION, Kind.ATTRIBUTION, Kind.PERSON}:
            return fact
    return None
