"""The page on which a note of any length is written."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from tui.app.widgets.bars import Bar
from tui.present.lines import Line, Piece, Tone


class NotePage(ModalScreen[str | None]):
    """A note on one fact; Esc keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", priority=True),
        Binding("ctrl+g", "leave", priority=True),
        Binding("ctrl+e", "editor", priority=True),
    ]

    def __init__(self, topic: str, note: str) -> None:
        """Take the fact's topic and the note so far."""
        super().__init__()
        self._topic = topic
        self._note = note

    def compose(self) -> ComposeResult:
        """Place head, text and keys."""
        with Vertical(classes="page"):
            yield Bar(id="notehead", ground="mast")
            yield TextArea(self._note, id="note", soft_wrap=True)
            yield Bar(id="notekeys", ground="mast")

    def on_mount(self) -> None:
        """Put the cursor at the end of the note."""
        self.query_one("#notehead", Bar).show(Line((Piece("Note on ", Tone.FAINT), Piece(self._topic, Tone.STRONG))))
        keys = [("Esc", "keeps it"), ("Ctrl+G", "leaves it as it was"), ("Ctrl+E", "opens $EDITOR")]
        pieces = [piece for key, label in keys for piece in (Piece(key, Tone.ACCENT), Piece(f" {label}  ", Tone.FAINT))]
        self.query_one("#notekeys", Bar).show(Line(tuple(pieces)))
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.focus()
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Keep the note."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_leave(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)

    def action_editor(self) -> None:
        """Write the note in the reader's own editor."""
        area = self.query_one(TextArea)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "note.txt"
            path.write_text(area.text, encoding="utf-8")
            if edited(self, path):
                area.text = path.read_text(encoding="utf-8").rstrip("\n")


def edited(screen: "ModalScreen[str | None]", path: Path) -> bool:
    """Open ``path`` in ``$VISUAL`` or ``$EDITOR``; return whether there was an editor and it ended well."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    try:
        with screen.app.suspend():
            return subprocess.run([*command, str(path)], check=False).returncode == 0  # noqa: S603  # the reader's own editor
    except OSError:
        return False
