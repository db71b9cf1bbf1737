"""The first picture: name, progress and the key that leaves, painted before the desk itself is imported."""

from textual.app import ComposeResult
from textual.screen import Screen

from tui.app.screens.progress import progressing
from tui.app.widgets.bars import Bar
from tui.app.widgets.entries import Entries
from tui.app.widgets.painted import Swatch
from tui.present.lines import Line, Piece, Tone


class Shell(Screen[None]):
    """The desk's outline, shown for the moment that the desk takes to come."""

    AUTO_FOCUS = ""  # None would be the first that can have it

    def compose(self) -> ComposeResult:
        """Place the widgets where the desk has them."""
        yield Swatch()
        yield Bar(id="top")
        yield Entries(id="curtain")
        yield Bar(id="keys")

    def __init__(self) -> None:
        """Start with the curtain drawn."""
        super().__init__(classes="-curtain")

    def on_mount(self) -> None:
        """Show the name and that something begins."""
        self.query_one("#top", Bar).show(Line((Piece("Sidebyline", Tone.ACCENT),)))
        self.query_one("#curtain", Entries).show(progressing("starting", 0), None)
