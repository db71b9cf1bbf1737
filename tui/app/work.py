"""The engine at work in a thread: it is imported there, after the first picture, and touches no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.app.book import Book, LooseLeaf
from tui.model.alignment import Hands
from tui.model.article import Article
from tui.model.collation import Collation
from tui.model.errors import CancelledError, LedgerError
from tui.model.settings import Settings

if TYPE_CHECKING:
    from tui.ledger import RecentStory


def _untold(_what: str, _share: float) -> None:
    """Tell nobody."""


def _unmet(_articles: tuple[Article, ...]) -> None:
    """Show nobody."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What the engine is to do, and whom it tells."""

    sources: tuple[str, ...]
    """Paths and addresses."""
    settings: Settings = Settings()
    """The engine's constants."""
    open_book: Callable[[], Book] = LooseLeaf
    """Opens the store of marks; may raise ``LedgerError``."""
    recent: "tuple[RecentStory, ...]" = ()
    """The stories opened before, for a desk that is called without articles."""
    progress: Callable[[str, float], None] = _untold
    """Told what is being done and the share that is done, 0 to 1."""
    cancelled: Callable[[], bool] = bool
    """Says whether to stop."""
    arrived: Callable[[tuple[Article, ...]], None] = _unmet
    """Told of the articles as soon as they are read, before they are compared."""
    engine: Callable[..., Collation] | None = None
    """Collates as ``tui.collate.collate`` does, which is imported and used where this is ``None``."""

    def again(
        self,
        sources: tuple[str, ...],
        progress: Callable[[str, float], None],
        cancelled: Callable[[], bool],
        arrived: Callable[[tuple[Article, ...]], None],
    ) -> "Errand":
        """Return the errand for other sources and other listeners."""
        return replace(self, sources=sources, progress=progress, cancelled=cancelled, arrived=arrived)


def collated(errand: Errand, book: Book | None) -> tuple[Book, Collation, str] | None:
    """Return the open book, the collation, and a sentence on a store that could not be used; ``None`` where it was cancelled.

    ``book`` is the one that is open already. What was decided by hand is known by the story's content, hence only after a
    first collation; where there is any, a second takes it in.
    """
    collate = errand.engine or _real_engine()
    trouble = ""
    if book is None:
        try:
            book = errand.open_book()
        except LedgerError as error:
            book, trouble = LooseLeaf(), f"Marks and notes last until you leave: {error}"
    hands = book.hands
    try:
        collation = collate(
            errand.sources, errand.settings, hands, progress=errand.progress, cancelled=errand.cancelled, arrived=errand.arrived
        )
        book.follow(collation)
        for _ in range(2):
            if book.hands == hands:
                break
            hands = book.hands
            collation = collate(errand.sources, errand.settings, hands, progress=errand.progress, cancelled=errand.cancelled)
            book.follow(collation)
    except CancelledError:
        return None
    except LedgerError as error:
        return (
            LooseLeaf(),
            collate(errand.sources, errand.settings, Hands()),
            f"Marks and notes last until you leave: {error}",
        )
    return book, collation, trouble or book.trouble


def _real_engine() -> Callable[..., Collation]:
    """Return the engine, imported only once the desk is on the screen."""
    from tui.collate import collate  # noqa: PLC0415  # see above

    return collate
