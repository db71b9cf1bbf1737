"""A Textual program with as many widgets as the desk and nothing in them: what the desk's first picture is measured against."""

from textual.app import App, ComposeResult
from textual.containers import Grid, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static


class Empty(App[None]):
    """The desk's widgets, empty."""

    CSS = "Static { height: 1; } #a { height: 1fr; } Input { height: 1; border: none; }"
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Place as many widgets as the desk has."""
        yield Widget()
        yield Static("Empty program")
        with Grid(id="a"):
            for _ in range(2):
                with Vertical():
                    yield Static()
                    yield Static()
                    yield Static()
            with Vertical():
                yield Static()
                yield Static()
        yield Input()
        yield Static("footer")


if __name__ == "__main__":
    Empty().run()
