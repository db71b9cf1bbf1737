"""The page on which an article is added: a file picked from a list, or a path or address typed."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.app.folders import choices_in
from tui.app.screens.page import Page
from tui.app.widgets.bars import Bar
from tui.app.widgets.entries import Entries
from tui.present.lines import Entry, Line, Piece, Tone


class AddPage(Page[str | None]):
    """A line for a path or an address, and the files of the folder that it names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", priority=True),
        Binding("up", "step(-1)", priority=True),
        Binding("tab", "complete", priority=True),
        Binding("escape", "leave", priority=True),
    ]

    besides = 3

    def __init__(self, folder: Path) -> None:
        """Start in a folder."""
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Place title, line, list and keys."""
        with Vertical(classes="page"):
            yield Bar(id="addhead", ground="mast")
            yield Input(id="address", compact=True, placeholder="https://…")
            yield Entries(id="files", ground="side")
            yield Bar(id="addkeys", ground="mast")

    def on_mount(self) -> None:
        """Show the folder."""
        self.query_one("#addhead", Bar).show(
            Line(
                (
                    Piece("Add an article", Tone.STRONG),
                    Piece("  pick a file, or type a path or an address (https://…)", Tone.FAINT),
                )
            )
        )
        keys = [("↑ ↓", "choose"), ("Tab", "takes it over"), ("Enter", "opens or adds"), ("Esc", "leaves it")]
        pieces = [piece for key, label in keys for piece in (Piece(key, Tone.ACCENT), Piece(f" {label}  ", Tone.FAINT))]
        self.query_one("#addkeys", Bar).show(Line(tuple(pieces)))
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()
        line.value = "" if self._folder == Path() else f"{self._folder}/"
        line.cursor_position = len(line.value)
        self._list(line.value)

    def _list(self, typed: str) -> None:
        """Show the folders and readable files that go on from what is typed."""
        entries = [
            Entry((Line((Piece(label, Tone.ACCENT if path.endswith("/") else Tone.TEXT, 2),)),), key=path)
            for path, label in choices_in(typed)
        ]
        self.query_one("#files", Entries).show(entries, 0 if entries else None)
        self.call_after_refresh(self.fit)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        self._list(event.value)

    def on_entries_opened(self, event: Entries.Opened) -> None:
        """Take what was clicked."""
        event.stop()
        self._take(event.entry.key)

    def on_entries_moved(self, event: Entries.Moved) -> None:
        """Keep the move to this page."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the folder or add the file: the one typed in full, else the one under the cursor."""
        typed = event.value.strip()
        entry = self.query_one("#files", Entries).entry
        if "://" in typed or (typed and Path(typed).expanduser().is_file()):
            self.dismiss(typed)
        elif entry is not None:
            self._take(entry.key)

    def _take(self, path: str) -> None:
        """Open a folder, or hand back a file."""
        line = self.query_one(Input)
        if path.endswith("/"):
            line.value = path
            line.cursor_position = len(path)
        else:
            self.dismiss(path)

    def action_step(self, by: int) -> None:
        """Move the cursor of the list."""
        self.query_one("#files", Entries).step(by)

    def action_complete(self) -> None:
        """Take the entry under the cursor over into the line."""
        entry = self.query_one("#files", Entries).entry
        if entry is not None:
            line = self.query_one(Input)
            line.value = entry.key
            line.cursor_position = len(entry.key)

    def action_leave(self) -> None:
        """Add nothing."""
        self.dismiss(None)
