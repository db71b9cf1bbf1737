"""The reading desk's screen: what happens when a key is pressed, when the engine reports, when the window changes."""

from collections.abc import Callable
from functools import partial
from typing import Final

from textual import events, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.book import Book
from tui.app.keymap import Keymap
from tui.app.screens.curtains import empty_sentences, failure, progressing, too_few, too_small
from tui.app.screens.moving import Moving
from tui.app.state import View
from tui.app.widgets.columns import Columns
from tui.app.widgets.entries import Entries
from tui.app.work import Errand, collated
from tui.model.collation import Collation
from tui.model.settings import Settings
from tui.present.lines import Entry

LEAST_WIDTH: Final = 80
LEAST_HEIGHT: Final = 24
_PATIENCE: Final = 1.0  # seconds that a prefix waits
_HASTE: Final = 0.6  # seconds after which digits alone are an article


class Desk(Moving):
    """The reading desk."""

    class Progressed(Message):
        """The engine went a step on."""

        def __init__(self, what: str, share: float) -> None:
            """Tell what it does and the share that is done."""
            super().__init__()
            self.what = what
            self.share = share

    class Collated(Message):
        """The engine is done."""

        def __init__(self, book: Book, collation: Collation) -> None:
            """Tell the open book and the collation."""
            super().__init__()
            self.book = book
            self.collation = collation

    class Failed(Message):
        """The engine stopped with an error."""

        def __init__(self, sentence: str) -> None:
            """Tell what happened."""
            super().__init__()
            self.sentence = sentence

    def __init__(self, sources: tuple[str, ...], settings: Settings, open_book: Callable[[], Book], found: Keymap) -> None:
        """Take what to read and the reader's keys."""
        super().__init__()
        self.sources = sources
        self.settings = settings
        self.open_book = open_book
        self.dispatcher.keymap = found
        self.shell: tuple[Entry, ...] | None = None
        self._wait = 0

    def on_mount(self) -> None:
        """Show the shell, and set the engine to work once it is painted."""
        self.tell_top()
        if self.sources:
            self.draw_curtain(progressing("starting", 0))
            self.call_after_refresh(self.collate)
        else:
            self.draw_curtain(empty_sentences())
        self.tell_keys()

    @work(thread=True, exclusive=True, group="engine", exit_on_error=False)
    def collate(self) -> None:
        """Have the engine collate the sources, in a thread."""
        worker = get_current_worker()

        def progress(what: str, share: float) -> None:
            self.post_message(self.Progressed(what, share))

        errand = Errand(self.sources, self.settings, self.open_book, progress, lambda: worker.is_cancelled)
        try:
            found = collated(errand)
        except Exception as error:  # noqa: BLE001  # whatever stops the engine, the desk says so and stays
            self.post_message(self.Failed(f"{type(error).__name__}: {error}"))
            return
        if found is not None:
            self.post_message(self.Collated(*found))

    def on_desk_progressed(self, event: Progressed) -> None:
        """Show how far the engine is."""
        if self.scene is None:
            self.draw_curtain(progressing(event.what, event.share))
        else:
            self.say(f"Reading again: {event.what}")

    def on_desk_failed(self, event: Failed) -> None:
        """Say what stopped the engine."""
        if self.scene is None:
            self.draw_curtain(failure(event.sentence))
        else:
            self.say(f"The articles could not be read again ({event.sentence}); what is on the screen stays.")

    def on_desk_collated(self, event: Collated) -> None:
        """Show the articles, or say why there is nothing to compare."""
        first = self.scene is None
        self.book = event.book
        self.open_book = lambda: event.book
        if len(event.collation.articles) < 2:  # noqa: PLR2004  # a comparison takes two
            self.draw_curtain(too_few(event.collation))
            return
        self.message = ""
        self.draw_curtain(None)
        self.stage(event.collation)
        if first:
            self.use_pane(self.columns)
            self.call_after_refresh(self.begin)
        if event.collation.problems:
            self.say(event.collation.problems[0].sentence)

    def begin(self) -> None:
        """Start below the headlines, which stand above the columns already."""
        scene = self.scene
        if scene is not None and self.spot.row == 0 and len(scene.grid.rows) > 1:
            lead = next((row for row, cells in enumerate(scene.grid.rows) if row and cells[self.spot.lane]), 1)
            self.spot = scene.place(lead, self.spot.lane)
            self.columns.place(self.cursor(), top=True)
            self.tell()

    def draw_curtain(self, entries: tuple[Entry, ...] | None) -> None:
        """Put ``entries`` in place of the articles; ``None`` lifts them."""
        self.shell = entries
        self.fit()

    def fit(self) -> None:
        """Show what the window has room for."""
        width, height = self.size.width, self.size.height
        small = too_small(width, height) if width and (width < LEAST_WIDTH or height < LEAST_HEIGHT) else None
        curtain = small or self.shell
        if curtain is not None:
            self.entries("curtain").show(curtain, None)
        self.set_class(curtain is not None, "-curtain")

    def on_resize(self, event: events.Resize) -> None:
        """Give every part its new size."""
        width, height = event.size.width, event.size.height
        self.set_class(width < 100, "-narrow")  # noqa: PLR2004  # see telling.NARROW
        self.query_one("#lower").styles.height = self.lower_height(height)
        self.fit()
        self.call_after_refresh(self.tell)
        self.tell_top()
        self.tell_keys()

    def lower_height(self, height: int) -> int:
        """Return how many lines the lower pane takes of ``height``."""
        return max(8, min(height * 28 // 100, height - 12))

    def on_columns_reframed(self) -> None:
        """Show the heads of the columns that are shown now."""
        self.tell_mast()

    def on_columns_picked(self, event: Columns.Picked) -> None:
        """Go to the row that was clicked."""
        scene = self.scene
        if scene is None:
            return
        if self.own:
            self.go(scene.place_of_passage(scene.strands[event.lane].cells[event.row][0].id))
        else:
            self.go(scene.place(event.row, event.lane))

    def on_entries_moved(self, event: Entries.Moved) -> None:
        """Go where the cursor of the list or of a view went."""
        if event.entry.fact and event.source.id == "list":
            self.to_fact(event.entry.fact)

    def take_key(self, key: str) -> bool:
        """Do what a key stands for; return whether it stands for anything here."""
        self._wait += 1
        if self.asked is not None:
            answer = self.asked.answers.get(key)
            self.asked = None
            if answer:
                answer[1]()
            self.tell_keys()
            return True
        had_message, self.message = bool(self.message), ""
        outcome = self.dispatcher.feed(key)
        if outcome.command is not None:
            getattr(self, outcome.command.method, lambda _count: self.say("Not on this desk yet."))(outcome.count)
        if self.dispatcher.waits:
            wait = _HASTE if self.dispatcher.digits and not self.dispatcher.prefix else _PATIENCE
            self.set_timer(wait, partial(self.lapse, self._wait))
        if self.dispatcher.pending or had_message or not outcome.command:
            self.tell_keys()
        return outcome.known

    def lapse(self, wait: int) -> None:
        """Stop waiting for the rest of a sequence, unless another key came meanwhile."""
        if wait != self._wait:
            return
        outcome = self.dispatcher.lapse()
        if outcome.article is not None:
            self.to_article(outcome.article)
        self.tell_keys()

    def do_quit(self, _count: int) -> None:
        """Leave the view, or the desk."""
        if self.current_view is View.READING:
            self.app.exit(0)
