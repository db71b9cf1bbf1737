"""The minimap along the edge of the articles: where in the whole story the articles part."""

from collections.abc import Mapping

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.widgets.painted import Painted
from tui.present.lines import Tone


class Minimap(Painted):
    """One column of bars, as high as the articles' window; a raised ground and dots show which part is in it."""

    class Pointed(Message):
        """The reader clicked on a place of the map."""

        def __init__(self, line: int) -> None:
            """Tell the line of the map."""
            super().__init__()
            self.line = line

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own word
        """Start empty."""
        super().__init__(id=id)
        self.bars: Mapping[int, tuple[str, Tone]] = {}
        self.window = range(0)

    def show(self, bars: Mapping[int, tuple[str, Tone]]) -> None:
        """Show bar and tone of each line that has one."""
        if bars != self.bars:
            self.bars = bars
            self.refresh()

    def point(self, window: range) -> None:
        """Show which lines stand for what is on the screen."""
        if window != self.window:
            self.window = window
            self.refresh()

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line."""
        within = line in self.window
        bar, tone = self.bars.get(line, ("┊" if within else " ", Tone.RULE))
        ground = "raised" if within else "base"
        return Strip([Segment(bar * width, self.paint.style(tone, ground, plain=True))], width)

    def on_click(self, event: events.Click) -> None:
        """Tell where the map was clicked."""
        self.post_message(self.Pointed(event.y))
