"""The engine behind the desk: it collates in a thread, and the desk shows what comes of it."""

import gc
import threading
from functools import partial
from time import monotonic
from typing import Final

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.book import Book
from tui.app.config import Config, Memory
from tui.app.screens.arriving import COMPARING, Arriving
from tui.app.screens.curtains import failure, too_few
from tui.app.screens.progress import progressing
from tui.app.state import View
from tui.app.work import Errand, collated
from tui.model.collation import Collation

_LEAST: Final = 2  # a comparison takes two
_AGAIN: Final = "An article changed on disk; reading again."
_PACE: Final = 0.1  # seconds between two pictures of the progress


class Collating(Arriving):
    """Has the engine read and compare, and shows progress, articles or what went wrong."""

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

    class Changed(Message):
        """An article changed on disk."""

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
        self._unwatched = threading.Event()
        self._stale = False
        self._told = 0.0

    @work(thread=True, exclusive=True, group="engine", exit_on_error=False)
    def collate(self) -> None:
        """Have the engine collate the sources, in a thread."""
        worker = get_current_worker()
        book = self.book if self.book_open else None
        errand = self.errand.again(
            self.sources,
            self.progress,
            lambda: worker.is_cancelled,
            self.arrived,
        )
        try:
            found = collated(errand, book)
        except Exception as error:  # noqa: BLE001  # whatever stops the engine, the desk says so and stays
            self.post_message(self.Failed(f"{type(error).__name__}: {error}"))
            return
        if found is not None:
            self.post_message(self.Collated(*found))

    def progress(self, what: str, share: float) -> None:
        """Tell the screen, from the engine's thread, how far it is, no more often than the eye follows."""
        now = monotonic()
        if now - self._told >= _PACE:
            self._told = now
            self.post_message(self.Progressed(what, share))

    def on_collating_progressed(self, event: Progressed) -> None:
        """Show how far the engine is."""
        if self.scene is None:
            self.draw_curtain(progressing(event.what, event.share))
        elif self.comparing and (not self.message or self.message.startswith(COMPARING)):
            self.say(f"{COMPARING} {event.share:.0%}")

    def on_collating_failed(self, event: Failed) -> None:
        """Say what stopped the engine."""
        if self.scene is None or self.comparing:
            self.withdraw()
            self.draw_curtain(failure(event.sentence))
        else:
            self.say(f"The articles could not be read again ({event.sentence}); what is on the screen stays.")

    def on_collating_collated(self, event: Collated) -> None:
        """Show the articles, or say why there is nothing to compare."""
        first = self.scene is None or self.comparing
        self.book, self.book_open = event.book, True
        if len(event.collation.articles) < _LEAST:
            if first:
                self.withdraw()
                self.draw_curtain(too_few(event.collation))
            else:
                why = event.collation.problems[0].sentence if event.collation.problems else ""
                self.say(f"Fewer than two articles are left; what is on the screen stays. {why}".rstrip())
            return
        moved = self.end_comparing()
        self.draw_curtain(None)
        left = self.book.view if first else {}
        view = self.take_up(left) if first else self.current_view
        self.stage(event.collation)
        self.show_view()
        if first:
            if not moved:
                self.place_left(left)
            self.use_pane(self.columns)
            self.call_after_refresh(partial(self.begin, View.READING if moved else view, moved=moved))
            if self._stale:  # changed while it was read
                self.post_message(self.Changed())
        troubles = [event.trouble, *(problem.sentence for problem in event.collation.problems), *self.config.troubles[:1]]
        usual = self._slowly_watched() if first else "" if self.message != _AGAIN else "The changed article has been read."
        self.say(next(filter(None, (*troubles, self.what_changed(event.collation), usual)), self.message))

    def begin(self, view: View, *, moved: bool) -> None:
        """Start where the reader left, else below the headlines; a reader who ``moved`` in the articles meanwhile stays."""
        scene = self.scene
        if scene is None:
            return
        if not moved:
            self.below_headlines()
        self.own_article = scene.grid.sigla[self.spot.lane]
        self.columns.place(self.cursor(), top=not moved)
        gc.collect()
        gc.freeze()  # the story stays: no later collection need look through it
        self.turn_to(view)
        if not self.memory.recall("tour"):
            self.do_tour(1)

    @work(thread=True, group="watch", exit_on_error=False)
    def watch_files(self) -> None:
        """Tell the screen, from a thread, when an article changes on disk."""
        from tui.app.watching import changes  # noqa: PLC0415  # few desks watch

        for _ in changes(lambda: self.sources, self._unwatched):
            self.post_message(self.Changed())

    def what_changed(self, collation: Collation) -> str:
        """Return the sentence on divergences that read otherwise now than when they were decided; empty where none does."""
        changed = [fact.topic for fact in collation.facts if self.decision_of(fact).changed]
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        return f"Decided when the articles read otherwise, and marked ↺: “{changed[0]}”{more}." if changed else ""

    def _slowly_watched(self) -> str:
        """Return the sentence on files that are watched by looking at them; empty where a change is told at once."""
        if not self.watching:
            return ""
        from tui.app.watching import WITHOUT, is_prompt  # noqa: PLC0415  # few desks watch

        return "" if is_prompt() else WITHOUT

    def stop_watching(self) -> None:
        """Let the thread that watches end."""
        self._unwatched.set()

    def on_collating_changed(self) -> None:
        """Collate again, place and marks staying, once there is something on the screen."""
        self._stale = self.scene is None or self.comparing
        if not self._stale:
            self.say(_AGAIN)
            self.collate()

    def look_at_book(self) -> None:
        """Take in what another desk on the same story decided."""
        if self.scene is not None and self.book.refresh():
            self.restage_decisions()
