"""The lines above and below: the story and its counts, what is being typed, what may be pressed."""

from rich.segment import Segment
from textual.strip import Strip

from tui.app.widgets.painted import Painted, drawn
from tui.present.lines import Line


class Bar(Painted):
    """A line or two that show what they are given."""

    def __init__(self, *, id: str, ground: str = "base") -> None:  # noqa: A002  # Textual's own word
        """Start empty on a ground."""
        super().__init__(id=id)
        self.lines: tuple[Line, ...] = ()
        self._ground = ground

    def show(self, *lines: Line) -> None:
        """Show these lines."""
        if lines != self.lines:
            self.lines = lines
            self.refresh()

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line with a cell of air at either side."""
        base = self.paint.grounds[self._ground]
        if line >= len(self.lines):
            return Strip.blank(width, base)
        air = Strip([Segment(" ", base)])
        inner = drawn(self.lines[line], max(width - 2, 0), self.paint, self._ground)
        return Strip.join([air, inner, air]).adjust_cell_length(width, base)


class Rule(Bar):
    """A line that runs from edge to edge."""

    def draw(self, line: int, width: int) -> Strip:
        """Draw the line over the whole width."""
        if line >= len(self.lines):
            return Strip.blank(width, self.paint.grounds[self._ground])
        return drawn(self.lines[line], width, self.paint, self._ground)
