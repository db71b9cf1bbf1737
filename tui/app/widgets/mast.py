"""The head of the columns: each article's siglum, outlet, date and headline, above its column."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.strip import Strip

from tui.app.layout import Frame
from tui.app.widgets.painted import Painted, drawn, wrapped
from tui.present.lines import Line, Piece, Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above one column."""

    siglum: str
    """The article's letter."""
    outlet: str
    """The outlet, or *no outlet*."""
    dated: str
    """The date in plain words, empty where the page states none."""
    headline: str
    """The headline, empty where the page has none."""


class Mast(Painted):
    """The head of the columns, three lines high."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own word
        """Start without articles."""
        super().__init__(id=id)
        self.headings: Sequence[Heading] = ()
        self.frame: Frame | None = None
        self.current = 0

    def show(self, headings: Sequence[Heading], frame: Frame, current: int) -> None:
        """Show the headings of the columns in ``frame``; ``current`` is the reader's article."""
        if (headings, frame, current) != (self.headings, self.frame, self.current):
            self.headings, self.frame, self.current = headings, frame, current
            self.refresh()

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line of all headings."""
        base = self.paint.grounds["mast"]
        frame = self.frame
        if frame is None or not self.headings:
            return Strip.blank(width, base)
        strips = []
        for place, column in enumerate(frame.columns):
            lines = self._lines(self.headings[column], column, frame)
            rule = Segment(" " if place == 0 else "│", self.paint.style(Tone.RULE, "mast"))
            shown = lines[line] if line < len(lines) else Line()
            if place == len(frame.columns) - 1 and line == (len(frame.columns) > 1) * 2 and len(frame.columns) < frame.total:
                shown = Line(shown.pieces, (*shown.right, Piece(self._window(frame), Tone.FAINT)))
            strips += [Strip([rule]), drawn(shown, frame.pitch - 1, self.paint, "mast")]
        return Strip.join(strips).adjust_cell_length(width, base)

    def _lines(self, heading: Heading, column: int, frame: Frame) -> list[Line]:
        """Return the two or three lines of one heading."""
        here = column == self.current
        first = Line(
            (
                Piece(f" {heading.siglum} ", Tone.ACCENT if here else Tone.FAINT, block=True),
                Piece(" "),
                Piece(heading.outlet, Tone.STRONG),
                *((Piece(f" · {heading.dated}", Tone.FAINT),) if heading.dated else ()),
            )
        )
        titles = wrapped(Line((Piece(heading.headline, Tone.ITALIC, 2),), indent=2), frame.text + 4)
        if len(titles) > 2:  # noqa: PLR2004  # the mast has three lines
            rest = heading.headline[len("".join(piece.text for piece in titles[0].pieces)) :].strip()
            titles = [titles[0], Line((Piece(rest, Tone.ITALIC, 2), Piece("", at=frame.text + 4)))]
        return [first, *titles]

    def _window(self, frame: Frame) -> str:
        """Return which articles are shown of how many: ``‹1 of 5›``."""
        if len(frame.columns) == 1:
            return f"‹{frame.columns[0] + 1} of {frame.total}› ←→ "
        first, last = frame.columns[1] + 1, frame.columns[-1] + 1
        return f" ‹{first if first == last else f'{first}–{last}'} of {frame.total}› "
