"""The minimap along the edge of the articles: where in the whole story the articles part."""

from collections.abc import Mapping

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.widgets.painted import Painted
from tui.present.lines import Tone


class Minimap(Painted):
    """One column of signs, as high as the articles' window."""

    class Pointed(Message):
        """The reader clicked on a place of the map."""

        def __init__(self, line: int) -> None:
            """Tell the line of the map."""
            super().__init__()
            self.line = line

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own word
        """Start empty."""
        super().__init__(id=id)
        self.signs: Mapping[int, tuple[str, Tone]] = {}

    def show(self, signs: Mapping[int, tuple[str, Tone]]) -> None:
        """Show sign and tone of each line that has one."""
        if signs != self.signs:
            self.signs = signs
            self.refresh()

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line."""
        sign, tone = self.signs.get(line, (" ", Tone.FAINT))
        return Strip([Segment(sign, self.paint.style(tone, plain=True))]).adjust_cell_length(width, self.paint.grounds["base"])

    def on_click(self, event: events.Click) -> None:
        """Tell where the map was clicked."""
        self.post_message(self.Pointed(event.y))
