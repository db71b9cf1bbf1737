"""The Textual program around the desk's screen."""

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.widgets import Input

from tui.app.farewell import leave_when_told
from tui.app.themes import OWN, derived, first_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.app.screens.desk import Desk


class Sidebyline(App[int]):
    """The program: theme, signals, and keys handed to the desk before Textual sees them."""

    TITLE = "Sidebyline"
    CSS_PATH = Path(__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    COMMANDS: ClassVar = set()

    def __init__(self, make_desk: "Callable[[], Desk]", theme: str = "", *, outline: bool = False) -> None:
        """Take what makes the desk, and the theme that was asked for; with ``outline`` a shell is painted before it is made."""
        super().__init__()
        self.failure = ""
        self.animation_level = "none"
        for own in OWN:
            self.register_theme(own)
        self.theme = theme if theme in self.available_themes and "NO_COLOR" not in os.environ else first_theme()
        self._make_desk = make_desk
        self._outlined = outline

    @cached_property
    def desk(self) -> "Desk":
        """The desk, made when it is first asked for."""
        return self._make_desk()

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours with those the desk derives."""
        self.theme_variables = derived(super().get_css_variables(), self.current_theme)
        return self.theme_variables

    def get_default_screen(self) -> "Screen[None]":
        """Return the desk, or the shell that stands in for it at first."""
        if not self._outlined:
            return self.desk
        from tui.app.screens.shell import Shell  # noqa: PLC0415  # tests do without it

        return Shell()

    def on_mount(self) -> None:
        """Leave in good order when the terminal or the system says so; bring the desk once its outline is painted."""
        leave_when_told(self)
        if self._outlined:
            self.call_after_refresh(self.bring_desk)

    def bring_desk(self) -> None:
        """Put the desk over its outline."""
        self._outlined = False
        self.push_screen(self.desk)

    async def on_event(self, event: events.Event) -> None:
        """Hand a key to the desk, unless something is being typed or another screen is open."""
        if isinstance(event, events.Key) and not event.is_forwarded and not self._outlined and self.screen is self.desk:
            typed = event.character if event.is_printable and event.character not in {None, " "} else event.key
            if not isinstance(self.focused, Input) and self.desk.take_key(typed or event.key):
                return
        await super().on_event(event)

    def _fatal_error(self) -> None:
        """Leave after a failure with one sentence: a traceback with its locals would print article text."""
        kind, error, _ = sys.exc_info()
        self._return_code = 1
        self.exit(1, return_code=1, message=None)
        named = f"{kind.__name__ if kind else 'unknown'}: {error}"
        self.failure = f"sidebyline: stopped by an internal error ({named}); marks and notes are kept."
        self._close_messages_no_wait()
