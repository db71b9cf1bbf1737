"""The engine at work in a thread: it is imported there, after the first picture, and touches no widget."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.app.book import Book
from tui.model.collation import Collation
from tui.model.errors import CancelledError
from tui.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Errand:
    """What the engine is to do, and whom it tells."""

    sources: tuple[str, ...]
    """Paths and addresses."""
    settings: Settings
    """The engine's constants."""
    open_book: Callable[[], Book]
    """Opens the store of marks, or returns the open one."""
    progress: Callable[[str, float], None]
    """Told what is being done and the share that is done, 0 to 1."""
    cancelled: Callable[[], bool]
    """Says whether to stop."""


def collated(errand: Errand) -> tuple[Book, Collation] | None:
    """Return the open book and the collation of the errand's articles; ``None`` where it was cancelled."""
    from tui.collate import collate  # noqa: PLC0415  # the engine is imported only once the desk is on the screen

    book = errand.open_book()
    try:
        collation = collate(errand.sources, errand.settings, book.hands, progress=errand.progress, cancelled=errand.cancelled)
    except CancelledError:
        return None
    book.follow(collation)
    return book, collation
