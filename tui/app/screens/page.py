"""What every page over the desk shares: as high as its lines, as far as the window has room."""

from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

from tui.app.widgets.entries import Entries

Answer = TypeVar("Answer")
_BESIDES = 2  # lines of title and keys


class Page(ModalScreen[Answer]):
    """A page with a list between its title and its keys."""

    AUTO_FOCUS = None
    besides = _BESIDES

    def on_resize(self, event: events.Resize) -> None:
        """Fit the page into the window."""
        del event
        self.fit()

    def fit(self) -> None:
        """Make the page as high as its lines, as far as the window has room."""
        lines = self.query_one(Entries).line_count + self.besides
        self.query_one(".page").styles.height = max(4, min(lines, self.app.size.height - 4))
