"""The line at the bottom that takes text."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input

from tui.app.screens.viewing import Viewing


class Asking(Viewing):
    """Asks for a line of text without leaving the desk."""

    def __init__(self) -> None:
        """Start with nothing asked."""
        super().__init__()
        self._changed: Callable[[str], None] | None = None
        self._finished: Callable[[str], None] | None = None
        self._given_up: Callable[[], None] | None = None

    def ask_line(
        self,
        question: str,
        given: str = "",
        *,
        done: Callable[[str], None],
        changed: Callable[[str], None] | None = None,
        given_up: Callable[[], None] | None = None,
    ) -> None:
        """Ask for a line of text; Enter gives it to ``done``, every change to ``changed``, Esc calls ``given_up``."""
        self._changed, self._finished, self._given_up = changed, done, given_up
        prompt = self.query_one("#prompt", Input)
        prompt.cursor_blink = False
        prompt.placeholder = question
        prompt.add_class("-asking")
        self.set_focus(prompt)  # at once, so that what is typed ahead reaches it
        with prompt.prevent(Input.Changed):
            prompt.value = given
        prompt.cursor_position = len(given)
        self.say(f"{question}: Enter takes it, Esc leaves it.")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        if self._changed is not None:
            self._changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        finished = self._finished
        self._close_line()
        if finished is not None:
            finished(event.value)

    def on_key(self, event: events.Key) -> None:
        """Leave the line on Esc."""
        if event.key == "escape" and isinstance(self.focused, Input):
            event.stop()
            given_up = self._given_up
            self._close_line()
            if given_up is not None:
                given_up()

    def _close_line(self) -> None:
        """Take the line away and give the keys back to the pane."""
        self._changed = self._finished = self._given_up = None
        self.query_one("#prompt", Input).remove_class("-asking")
        self.message = ""
        self.use_pane(self.main_pane())
