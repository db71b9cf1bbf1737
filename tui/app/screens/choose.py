"""A page on which one of several things, or several, are chosen."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.app.choices import Choice
from tui.app.screens.page import Page
from tui.app.widgets.bars import Bar
from tui.app.widgets.entries import Entries
from tui.present.lines import BLANK, Entry, Line, Piece, Tone


class Choose(Page[tuple[str, ...] | None]):
    """A list to choose from; where ``many`` may be chosen Space turns each on or off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)"),
        Binding("k,up", "step(-1)"),
        Binding("ctrl+d,pagedown", "step(10)"),
        Binding("ctrl+u,pageup", "step(-10)"),
        Binding("g,home", "step(-9999)"),
        Binding("G,end", "step(9999)"),
        Binding("space,x", "turn"),
        Binding("enter", "take"),
        Binding("c", "none"),
        Binding("escape,q", "leave"),
    ]

    def __init__(
        self, title: str, choices: tuple[Choice, ...], *, many: bool = False, tried: Callable[[str], None] | None = None
    ) -> None:
        """Take the choices; ``tried`` is called with each one that the cursor comes to."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._many = many
        self._tried = tried
        self._chosen = {choice.name for choice in choices if choice.chosen}

    def compose(self) -> ComposeResult:
        """Place title, list and keys."""
        with Vertical(classes="page"):
            yield Bar(id="choosehead", ground="mast")
            yield Entries(id="choices", ground="side")
            yield Bar(id="choosekeys", ground="mast")

    def on_mount(self) -> None:
        """Fill the list, with the cursor on what is chosen."""
        self.query_one("#choosehead", Bar).show(Line((Piece(self._title, Tone.STRONG),)))
        keys = [("Space", "on or off"), ("Enter", "shows it"), ("c", "none")] if self._many else [("Enter", "takes it")]
        pieces = [
            p for key, label in [*keys, ("Esc", "leaves it")] for p in (Piece(key, Tone.ACCENT), Piece(f" {label}  ", Tone.FAINT))
        ]
        self.query_one("#choosekeys", Bar).show(Line(tuple(pieces)))
        start = next((n for n, choice in enumerate(self._choices) if choice.name in self._chosen), 0)
        self._fill(start)
        self.entries.focus()

    @property
    def entries(self) -> Entries:
        """The list."""
        return self.query_one("#choices", Entries)

    def _fill(self, cursor: int | None) -> None:
        """Show the choices as they stand."""
        entries = []
        heading = ""
        for choice in self._choices:
            lines = []
            if choice.heading != heading:
                lines = ([BLANK] if heading else []) + [Line((Piece(choice.heading, Tone.FAINT, 1),))]
                heading = choice.heading
            on = choice.name in self._chosen
            box = Piece(("■ " if on else "□ ") if self._many else ("● " if on else "  "), Tone.ACCENT if on else Tone.FAINT, 2)
            lines.append(
                Line((box, Piece(choice.label, Tone.STRONG if on else Tone.TEXT)), (Piece(choice.aside, Tone.FAINT), Piece(" ")))
            )
            entries.append(Entry(tuple(lines), key=choice.name))
        self.entries.show(entries, cursor, keep=True)
        self.call_after_refresh(self.fit)

    def on_entries_moved(self, event: Entries.Moved) -> None:
        """Try what the cursor came to."""
        event.stop()
        if self._tried is not None:
            self._tried(event.entry.key)

    def on_entries_opened(self, event: Entries.Opened) -> None:
        """Take what was clicked."""
        event.stop()
        if self._many:
            self.action_turn()
        else:
            self.action_take()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.entries.step(by)

    def action_turn(self) -> None:
        """Turn a choice on or off."""
        entry = self.entries.entry
        if self._many and entry is not None:
            self._chosen ^= {entry.key}
            self._fill(self.entries.cursor)

    def action_none(self) -> None:
        """Choose none."""
        if self._many:
            self._chosen.clear()
            self._fill(self.entries.cursor)

    def action_take(self) -> None:
        """Hand back what is chosen; with nothing turned on, what the cursor is on."""
        entry = self.entries.entry
        if self._many:
            self.dismiss(tuple(choice.name for choice in self._choices if choice.name in self._chosen))
        elif entry is not None:
            self.dismiss((entry.key,))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
