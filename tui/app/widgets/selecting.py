"""Selecting words with the mouse, inside one passage."""

from dataclasses import dataclass

from textual import events

from tui.app.widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class Spotted:
    """A character of a passage."""

    passage: str
    """The passage."""
    offset: int
    """Its place in the passage's text."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A run of words in one passage."""

    passage: str
    """The passage."""
    start: int
    """Where it begins in the passage's text."""
    end: int
    """Where it ends."""


class Selecting(Painted):
    """A view in which words can be selected by dragging; the selection never leaves the passage it began in."""

    chosen: Selection | None = None
    _began: Spotted | None = None
    _dragged = False

    def spot(self, x: int, y: int) -> Spotted | None:
        """Return the character under a point of the widget; ``None`` where no prose stands."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection."""
        self._dragged = False
        self._began = self.spot(event.x, event.y) if event.button == 1 else None
        if self.chosen is not None:
            self.chosen = None
            self.repaint()
        if self._began is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection along."""
        if self._began is None or not event.button:
            return
        there = self.spot(event.x, event.y)
        if there is None or there.passage != self._began.passage or there == self._began:
            return
        start, end = sorted((self._began.offset, there.offset))
        self._dragged = True
        self.chosen = Selection(there.passage, start, end + 1)
        self.repaint()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection; it stays until the next click."""
        del event
        self.release_mouse()
        self._began = None

    @property
    def was_dragged(self) -> bool:
        """Whether the last press of the mouse selected words, so that it is no click."""
        return self._dragged
