"""The articles before they are compared: they are shown as soon as they are read, each in its own order."""

import threading
from typing import Final

from textual.message import Message

from tui.app.config import Config, Memory
from tui.app.screens.housekeeping import Housekeeping
from tui.app.state import Place
from tui.model.article import Article
from tui.model.collation import Collation
from tui.present.lines import Entry

COMPARING: Final = "Comparing the articles …"
"""How the sentence begins that tells how far the engine is while the articles are shown."""

_MANY: Final = 10_000  # passages; a first picture of so many takes an eighth of a second
_PATIENCE: Final = 0.3  # seconds that the engine waits for the picture


class Arriving(Housekeeping):
    """Shows the articles while the engine compares them."""

    class Arrived(Message):
        """The articles are read, and are being compared."""

        def __init__(self, articles: tuple[Article, ...]) -> None:
            """Tell the articles."""
            super().__init__()
            self.articles = articles

    def __init__(self, config: Config, memory: Memory) -> None:
        """Take the reader's configuration and what the desk remembers."""
        super().__init__(config, memory)
        self.shell: tuple[Entry, ...] | None = None
        self._begun = Place()
        self._painted = threading.Event()

    def draw_curtain(self, entries: tuple[Entry, ...] | None) -> None:
        """Put ``entries`` in place of the articles; ``None`` lifts them."""
        raise NotImplementedError

    def arrived(self, articles: tuple[Article, ...]) -> None:
        """Show the articles, called in the engine's thread, which waits for the picture: at work it would only delay it."""
        sizes = [len(article.passages) for article in articles]
        if (self.scene is None or self.comparing) and all(sizes) and sum(sizes) <= _MANY:
            self._painted.clear()
            self.post_message(self.Arrived(articles))
            self._painted.wait(_PATIENCE)

    def on_arriving_arrived(self, event: Arrived) -> None:
        """Show the articles in their own order; where some were shown already, the place stays."""
        if self.scene is not None and not self.comparing:
            self._painted.set()
            return
        again, self.comparing, self.own = self.comparing, True, True
        self.draw_curtain(None)
        self.stage(Collation(event.articles))
        self.use_pane(self.columns)
        self.say(COMPARING)
        self.call_after_refresh(self._painted.set if again else self._begin_reading)

    def _begin_reading(self) -> None:
        """Start below the headlines."""
        if self.comparing:
            self.below_headlines()
            self.columns.place(self.cursor(), top=True)
            self._begun = self.spot
        self.call_after_refresh(self._painted.set)

    def below_headlines(self) -> None:
        """Go below the headlines, which stand above the columns already."""
        scene = self.scene
        if scene is not None and self.spot.row == 0 and len(scene.grid.rows) > 1:
            lede = next((row for row, cells in enumerate(scene.grid.rows) if row and cells[self.spot.lane]), 1)
            self.spot = scene.place(lede, self.spot.lane)

    def end_comparing(self) -> bool:
        """Turn from the articles alone to what comes of comparing them; return whether the reader went on in them meanwhile."""
        moved = self.comparing and self.spot != self._begun
        if self.comparing:
            self.comparing, self.own, self.message = False, False, ""
            self.spot = self.spot if moved else Place()
        return moved

    def withdraw(self) -> None:
        """Take articles away that could not be compared."""
        self.end_comparing()
        self.scene, self.spot = None, Place()
