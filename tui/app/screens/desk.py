"""The reading desk's screen: what happens when it opens and closes, when a key is pressed, when the window changes."""

from functools import partial
from typing import ClassVar, Final

from textual import events

from tui.app.commands import WHILE_COMPARING, WITHOUT_ARTICLES, Command
from tui.app.config import Config, Memory
from tui.app.keymap import Keymap
from tui.app.palette import DeskCommands
from tui.app.screens.collating import Collating
from tui.app.screens.curtains import empty_sentences, too_small
from tui.app.screens.progress import progressing
from tui.app.widgets.bars import Bar
from tui.app.widgets.columns import Columns
from tui.app.widgets.entries import Entries
from tui.app.widgets.minimap import Minimap
from tui.app.work import Errand
from tui.model.errors import LedgerError
from tui.present.lines import Entry

LEAST_WIDTH: Final = 80
LEAST_HEIGHT: Final = 24
_PATIENCE: Final = 1.0  # seconds that a prefix waits
_HASTE: Final = 0.6  # seconds after which digits alone are an article
_OFFERED: Final = 9  # stories opened before, a digit for each


class Desk(Collating):
    """The reading desk."""

    COMMANDS: ClassVar = {DeskCommands}

    def __init__(self, errand: Errand, config: Config, memory: Memory, *, watch: bool = False) -> None:
        """Take what to read, the reader's configuration, and whether to read again when a file changes."""
        super().__init__(errand, config, memory, watch=watch)
        self._wait = 0

    def on_mount(self) -> None:
        """Show the shell, and set the engine to work once it is painted."""
        self.tell_top()
        if self.sources:
            self.draw_curtain(progressing("starting", 0))
            self.call_after_refresh(self.collate)
        else:
            self.draw_curtain(empty_sentences(self.errand.recent[:_OFFERED]))
        self.fit_all()
        if self.watching:
            self.watch_files()
        self.set_interval(2.0, self.look_at_book)

    def on_unmount(self) -> None:
        """Keep the view and let the store of marks go."""
        self.stop_watching()
        try:
            self.remember()
        except LedgerError:
            self.log("the view could not be kept")
        self.book.close()

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
        """Give every part its new size; a first size may come before there are parts."""
        del event
        if self.query(Bar):
            self.fit_all()

    def fit_all(self) -> None:
        """Give every part its place and size."""
        self.fit()
        self.fit_panes()
        self.show_view()
        self.tell_top()
        self.tell_keys()

    def on_columns_reframed(self) -> None:
        """Show the heads of the columns that are shown now, and their minimap."""
        self.tell_mast()
        self.query_one(Minimap).show(self.columns.chart())
        self.on_columns_scrolled()

    def on_columns_scrolled(self) -> None:
        """Show on the minimap which part of the story is on the screen."""
        self.query_one(Minimap).point(self.columns.window())

    def on_minimap_pointed(self, event: Minimap.Pointed) -> None:
        """Go to the row at the place of the map that was clicked."""
        if self.scene is not None and self.columns.frame is not None:
            self.on_columns_picked(Columns.Picked(self.columns.row_charted(event.line), self.columns.cursor.lane))

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
        """Do what a command says, unless it takes a comparison that is still going on."""
        if self.comparing and command.name not in WHILE_COMPARING:
            self.say("The articles are still being compared; they can be read meanwhile, and q leaves.")
            return
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
        if outcome.command is not None and (self.scene is not None or outcome.command.name in WITHOUT_ARTICLES):
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
        if outcome.article is not None and (self.scene is not None or self.sources):
            self.to_article(outcome.article)
        elif outcome.article is not None:
            self.open_recent(outcome.article)
        self.tell_keys()

    def open_recent(self, number: int) -> None:
        """Open a story of the list that a desk without articles shows, counted from 0."""
        offered = self.errand.recent[:_OFFERED]
        if 0 <= number < len(offered):
            self.sources = offered[number].sources
            self.draw_curtain(progressing("starting", 0))
            self.collate()
        else:
            self.say(f"There is no story {number + 1} in the list.")
