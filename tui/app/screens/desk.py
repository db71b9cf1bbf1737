"""The reading desk's screen: what happens when a key is pressed, when the engine reports, when the window changes."""

from functools import partial
from typing import ClassVar, Final

from textual import events, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.book import Book
from tui.app.commands import Command
from tui.app.config import Config, Memory
from tui.app.keymap import Keymap
from tui.app.palette import DeskCommands
from tui.app.screens.curtains import empty_sentences, failure, progressing, too_few, too_small
from tui.app.screens.housekeeping import Housekeeping
from tui.app.screens.telling import NARROW
from tui.app.state import View
from tui.app.widgets.columns import Columns
from tui.app.widgets.entries import Entries
from tui.app.work import Errand, collated, stamps
from tui.model.collation import Collation
from tui.model.errors import LedgerError
from tui.present.lines import Entry

LEAST_WIDTH: Final = 80
LEAST_HEIGHT: Final = 24
_PATIENCE: Final = 1.0  # seconds that a prefix waits
_HASTE: Final = 0.6  # seconds after which digits alone are an article
_LEAST: Final = 2  # a comparison takes two


class Desk(Housekeeping):
    """The reading desk."""

    COMMANDS: ClassVar = {DeskCommands}

    class Progressed(Message):
        """The engine went a step on."""

        def __init__(self, what: str, share: float) -> None:
            """Tell what it does and the share that is done."""
            super().__init__()
            self.what = what
            self.share = share

    class Collated(Message):
        """The engine is done."""

        def __init__(self, book: Book, collation: Collation, trouble: str = "") -> None:
            """Tell the open book, the collation, and what is wrong with the store of marks."""
            super().__init__()
            self.book = book
            self.collation = collation
            self.trouble = trouble

    class Failed(Message):
        """The engine stopped with an error."""

        def __init__(self, sentence: str) -> None:
            """Tell what happened."""
            super().__init__()
            self.sentence = sentence

    def __init__(self, errand: Errand, config: Config, memory: Memory, *, watch: bool = False) -> None:
        """Take what to read, the reader's configuration, and whether to read again when a file changes."""
        super().__init__(config, memory)
        self.errand = errand
        self.sources = errand.sources
        self.watching = watch
        self.book_open = False
        self.shell: tuple[Entry, ...] | None = None
        self._wait = 0
        self._stamps: tuple[float, ...] = ()

    def on_mount(self) -> None:
        """Show the shell, and set the engine to work once it is painted."""
        self.tell_top()
        if self.sources:
            self.draw_curtain(progressing("starting", 0))
            self.call_after_refresh(self.collate)
        else:
            self.draw_curtain(empty_sentences())
        self.tell_keys()
        if self.watching:
            self.set_interval(1.0, self.look_at_files)
        self.set_interval(2.0, self.look_at_book)

    def on_unmount(self) -> None:
        """Keep the view and let the store of marks go."""
        try:
            self.remember()
        except LedgerError:
            self.log("the view could not be kept")
        self.book.close()

    @work(thread=True, exclusive=True, group="engine", exit_on_error=False)
    def collate(self) -> None:
        """Have the engine collate the sources, in a thread."""
        worker = get_current_worker()
        book = self.book if self.book_open else None
        errand = self.errand.again(
            self.sources,
            self.progress,
            lambda: worker.is_cancelled,
        )
        try:
            found = collated(errand, book)
        except Exception as error:  # noqa: BLE001  # whatever stops the engine, the desk says so and stays
            self.post_message(self.Failed(f"{type(error).__name__}: {error}"))
            return
        if found is not None:
            self.post_message(self.Collated(*found))

    def progress(self, what: str, share: float) -> None:
        """Tell the screen, from the engine's thread, how far it is."""
        self.post_message(self.Progressed(what, share))

    def on_desk_progressed(self, event: Progressed) -> None:
        """Show how far the engine is."""
        if self.scene is None:
            self.draw_curtain(progressing(event.what, event.share))

    def on_desk_failed(self, event: Failed) -> None:
        """Say what stopped the engine."""
        if self.scene is None:
            self.draw_curtain(failure(event.sentence))
        else:
            self.say(f"The articles could not be read again ({event.sentence}); what is on the screen stays.")

    def on_desk_collated(self, event: Collated) -> None:
        """Show the articles, or say why there is nothing to compare."""
        first = self.scene is None
        self.book, self.book_open = event.book, True
        self._stamps = stamps(self.sources)
        if len(event.collation.articles) < _LEAST:
            if first:
                self.draw_curtain(too_few(event.collation))
            else:
                why = event.collation.problems[0].sentence if event.collation.problems else ""
                self.say(f"Fewer than two articles are left; what is on the screen stays. {why}".rstrip())
            return
        self.draw_curtain(None)
        left = self.book.view if first else {}
        view = self.take_up(left) if first else self.current_view
        self.stage(event.collation)
        self.show_view()
        if first:
            self.place_left(left)
            self.use_pane(self.columns)
            self.call_after_refresh(partial(self.begin, view))
        if troubles := [event.trouble, *(problem.sentence for problem in event.collation.problems), *self.config.troubles[:1]]:
            self.say(next(filter(None, troubles), self.message))

    def begin(self, view: View) -> None:
        """Start where the reader left, else below the headlines, which stand above the columns already."""
        scene = self.scene
        if scene is None:
            return
        if self.spot.row == 0 and len(scene.grid.rows) > 1:
            lede = next((row for row, cells in enumerate(scene.grid.rows) if row and cells[self.spot.lane]), 1)
            self.spot = scene.place(lede, self.spot.lane)
        self.columns.place(self.cursor(), top=True)
        self.turn_to(view)
        if not self.memory.recall("tour"):
            self.do_tour(1)

    def look_at_files(self) -> None:
        """Collate again when an article changed on disk."""
        now = stamps(self.sources)
        if self.scene is not None and now != self._stamps:
            self._stamps = now
            self.say("An article changed on disk; reading again.")
            self.collate()

    def look_at_book(self) -> None:
        """Take in what another desk on the same story decided."""
        if self.scene is not None and self.book.refresh():
            self.restage_decisions()

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
        self.set_class(event.size.width < NARROW, "-narrow")
        self.fit()
        self.fit_panes()
        self.show_view()
        self.tell_top()
        self.tell_keys()

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
        entry, scene = event.entry, self.scene
        if scene is None:
            return
        if event.source.id == "list" and entry.fact:
            self.to_fact(entry.fact)
        elif event.source.id == "view" and entry.passage in scene.story.passages and entry.passage is not None:
            self.spot = scene.place_of_passage(entry.passage, entry.fact)
            self.columns.place(self.cursor())
            self.tell_list()
            self.tell_pane()

    def on_entries_opened(self, event: Entries.Opened) -> None:
        """Open what was clicked twice."""
        self.use_pane(event.source)
        self.do_open(1)

    @property
    def keys(self) -> Keymap:
        """The keys in use."""
        return self.dispatcher.keymap

    def perform(self, command: Command, count: int = 1) -> None:
        """Do what a command says."""
        getattr(self, command.method)(count)

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
            self.perform(outcome.command, outcome.count)
        if self.dispatcher.waits:
            wait = _HASTE if self.dispatcher.digits and not self.dispatcher.prefix else _PATIENCE
            self.set_timer(wait, partial(self.lapse, self._wait))
        if self.dispatcher.pending or had_message or outcome.command is None:
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
