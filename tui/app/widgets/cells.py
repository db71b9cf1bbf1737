"""One cell of the reading view: gutter, sign, prose with what the articles part on underlined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.app.cellwrap import cell_line
from tui.app.layout import GUTTER, Frame
from tui.app.widgets.painted import Paint
from tui.model.article import Passage, PassageKind
from tui.present.grid import Cell
from tui.present.highlights import Highlight
from tui.present.lines import Tone

_SLANTED: Final = Style(italic=True)
SILENCE: Final = "nothing on this here"
_KINDS: Final = {
    PassageKind.HEADLINE: Tone.STRONG,
    PassageKind.STANDFIRST: Tone.STRONG,
    PassageKind.SUBHEADING: Tone.STRONG,
    PassageKind.CAPTION: Tone.ITALIC,
    PassageKind.CORRECTION: Tone.ITALIC,
    PassageKind.BODY: Tone.TEXT,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """What a line of a cell needs to know of its surroundings."""

    first: bool = False
    """True in the leftmost column, which has no rule."""
    current: bool = False
    """True in the cursor's row."""
    fact: str | None = None
    """The fact in hand, whose readings are drawn as blocks; ``None`` out of the cursor's row."""
    here: bool = False
    """True in the cursor's cell."""
    solo: bool = False
    """True where one article alone tells the row, so that the others' silence needs no words."""

    @property
    def ground(self) -> str:
        """The ground to draw on."""
        return "raised" if self.current else "base"


class CellPainter:
    """Draws the lines of cells and remembers how they wrap and what is marked in them."""

    def __init__(self, marks: Callable[[str, str | None], Sequence[Highlight]]) -> None:
        """Take ``marks``, which gives the highlights of a passage, with those of a fact in front."""
        self._marks = marks
        self._known: dict[tuple[str, str | None], Sequence[Highlight]] = {}

    def forget(self) -> None:
        """Ask for the highlights anew."""
        self._known.clear()

    def line(self, paint: Paint, cell: Cell, number: int, frame: Frame, spot: Spot) -> list[Segment]:
        """Return line ``number`` of a cell as segments that fill the column."""
        found = cell_line(cell, frame.text, number)
        if found is not None:
            return self._prose(paint, found[0], found[1:], frame, spot)
        if cell or number:
            return self.air(paint, frame, spot)
        return self._silence(paint, frame, spot)

    def at(self, cell: Cell, number: int, x: int, frame: Frame) -> tuple[str, int] | None:
        """Return passage and offset of the character at column ``x`` of line ``number`` of a cell; ``None`` beside the prose."""
        found = cell_line(cell, frame.text, number)
        if found is None:
            return None
        passage, start, end = found
        cells = GUTTER
        for offset in range(start, end):
            cells += cell_len(passage.text[offset])
            if x < cells:
                return passage.id, offset
        return (passage.id, end - 1) if end > start else None

    def air(self, paint: Paint, frame: Frame, spot: Spot) -> list[Segment]:
        """Return an empty line of a column."""
        return [self._bar(paint, spot), Segment(" " * (frame.pitch - 1), paint.grounds[spot.ground])]

    def _bar(self, paint: Paint, spot: Spot) -> Segment:
        """Return the leftmost cell of a column: the cursor's bar, or the rule."""
        if spot.here:
            return Segment("▌", paint.style(Tone.ACCENT, spot.ground, plain=True))
        return Segment(" " if spot.first else "│", paint.style(Tone.RULE, spot.ground))

    def _silence(self, paint: Paint, frame: Frame, spot: Spot) -> list[Segment]:
        """Return what stands in the cell of an article that says nothing on the row."""
        words = "·" if spot.solo and not spot.here else f"·  {SILENCE}"[: frame.text]
        base = paint.grounds[spot.ground]
        return [
            self._bar(paint, spot),
            Segment("  ", base),
            Segment(words, paint.style(Tone.FAINT, spot.ground) + _SLANTED),
            Segment(" " * max(frame.pitch - 3 - len(words), 0), base),
        ]

    def _prose(self, paint: Paint, passage: Passage, span: tuple[int, int], frame: Frame, spot: Spot) -> list[Segment]:
        """Return one line of a passage."""
        known = passage.id, spot.fact
        marks = self._known.get(known)
        if marks is None:
            marks = self._known[known] = self._marks(*known)
        start, end = span
        text, ground = passage.text, spot.ground
        here = [mark for mark in marks if mark.start < end and start < mark.end]
        sign = min((mark for mark in here if mark.sign and start <= mark.start), key=attrgetter("rank"), default=None)
        style = paint.style(Tone.FAINT if passage.doubtful else _KINDS[passage.kind], ground)
        air = " " * max(frame.pitch - cell_len(text[start:end]) - GUTTER, 0)
        segments = [self._bar(paint, spot)]
        lead = "  "
        if sign is not None:
            segments.append(Segment(sign.sign, paint.sign(sign.tone, ground)))
            lead = " "
        at = start
        for mark in here:
            first, last = max(mark.start, start), min(mark.end, end)
            if lead or first > at:
                segments.append(Segment(lead + text[at:first], style))
            segments.append(Segment(text[first:last], paint.style(mark.tone, ground, block=mark.fact == spot.fact)))
            lead, at = "", last
        segments.append(Segment(lead + text[at:end] + air, style))
        return segments
