"""The sheet view: marks and notes as they will be exported."""

from collections.abc import Callable, Sequence
from typing import Final

from tui.model.collation import Fact
from tui.model.triage import Decision, Mark, Orphan
from tui.present.divergences import short
from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted
from tui.present.signs import MARKS, SIGNS

_TEXT_AT: Final = 7
_ORDER: Final = (Mark.CONFIRMED, Mark.ASK, Mark.OPEN, Mark.DISMISSED)


def decided(facts: Sequence[Fact], decision_of: Callable[[Fact], Decision], orphans: Sequence[Orphan] = ()) -> Page:
    """Return the divergences by mark, those decided first, each with its readings and its note, and decisions without a fact."""
    done = sum(decision_of(fact).mark is not Mark.OPEN for fact in facts)
    told = f"  {counted(len(facts), 'divergence')}, {done} decided; E exports"
    head = (Line((Piece("Sheet", Tone.STRONG, 1), Piece(told, Tone.FAINT))), Line())
    entries: list[Entry] = []
    for mark in _ORDER:
        chosen = [fact for fact in facts if decision_of(fact).mark is mark]
        if chosen:
            title = Line(
                (Piece(f"{MARKS[mark]} {str(mark).capitalize()}".strip(), Tone.ACCENT, 1), Piece(f"  {len(chosen)}", Tone.FAINT))
            )
            entries.append(Entry((*((BLANK,) if entries else ()), title), rests=False))
            entries += [_row(fact, decision_of(fact)) for fact in chosen]
    if orphans:
        title = Line((Piece("Kept from before", Tone.ACCENT, 1), Piece("  the articles no longer hold these", Tone.FAINT)))
        entries.append(Entry((*((BLANK,) if entries else ()), title), rests=False))
        entries += [_orphan(orphan) for orphan in orphans]
    return Page(head, tuple(entries) or (Entry((words(" There is nothing to export.", Tone.FAINT),), rests=False),))


def _orphan(orphan: Orphan) -> Entry:
    """Return a decision whose fact the articles no longer hold."""
    decision = orphan.decision
    mark = f"  {MARKS[decision.mark]} {decision.mark}".rstrip()
    head = Line((Piece(orphan.topic, Tone.STRONG, _TEXT_AT),), (Piece(f"{mark} ", Tone.FAINT),))
    lines = [head, Line((Piece(" · ".join(f"“{text}”" for text in orphan.readings), Tone.FAINT, _TEXT_AT),), indent=_TEXT_AT)]
    if decision.note:
        lines.append(Line((Piece(decision.note, Tone.ITALIC, _TEXT_AT),), indent=_TEXT_AT))
    return Entry(tuple(lines))


def _row(fact: Fact, decision: Decision) -> Entry:
    """Return one fact of the sheet."""
    sign = SIGNS[fact.verdict]
    told = " · ".join(f"{reading.article} {short(fact, place)}" for place, reading in enumerate(fact.readings))
    head = Line(
        (
            Piece(fact.id, Tone.FAINT, 1),
            Piece(sign.mark, sign.tone, _TEXT_AT - 2, plain=True),
            Piece(fact.topic, Tone.STRONG, _TEXT_AT),
        ),
        (Piece(f"  {sign.word} ", sign.tone, plain=True),),
    )
    lines = [head, Line((Piece(told, Tone.FAINT, _TEXT_AT),), indent=_TEXT_AT)]
    if decision.changed:
        lines.append(Line((Piece(decision.changed, Tone.ACCENT, _TEXT_AT),), indent=_TEXT_AT))
    if decision.note:
        lines.append(Line((Piece(decision.note, Tone.ITALIC, _TEXT_AT),), indent=_TEXT_AT))
    return Entry(tuple(lines), fact.readings[0].passage, fact.id)
