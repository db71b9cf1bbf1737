"""The ledger: marks, notes, deeds by hand and views, kept by the content of a story in the user's data folder.

The desk opens it once and asks it for everything by fact::

    try:
        book = open_book(sources)                # fast; any thread
    except LedgerError as error:
        ...                                      # say str(error), go on with a book that forgets
    collation = collate(sources, settings)
    book.follow(collation)                       # after every collation: finds the story, matches what was decided
    if book.hands != Hands():                    # hands hold passage ids, so they are known after a collation only
        collation = collate(sources, settings, book.hands)
        book.follow(collation)
    book.decision(fact)                          # mark, note, who, when, and what changed since
    book.decide(fact, Decision(Mark.CONFIRMED, "per archive"))   # on disk when it returns, or LedgerError with a sentence
    book.orphans                                 # decisions whose facts are gone
    if book.refresh(): ...                       # about once a second: whether another desk changed anything

After a line is restored or a link made: ``keep_hands(hands)``, collate with ``book.hands``, ``follow``; where restoring moved the
numbers, ``book.hands`` is another than what was collated with, and one more round settles it. To undo, decide again what was
decided before; every decision also stays in the table of changes. ``recent_stories(ledger_path())`` lists what was opened before;
``save_story(collation, path)`` writes a story to one file, which ``unpacked`` opens elsewhere.
"""

from collections.abc import Sequence
from pathlib import Path

from tui.ledger.book import StoryBook
from tui.ledger.recall import Recalled, recall
from tui.ledger.recent import RecentStory, recent_stories
from tui.ledger.store import Store
from tui.model.collation import Collation
from tui.model.errors import LedgerError

__all__ = [
    "LedgerError",
    "RecentStory",
    "StoryBook",
    "ledger_path",
    "open_book",
    "recalled",
    "recent_stories",
    "save_story",
    "unpacked",
]


def ledger_path() -> Path:
    """Return the place of the ledger in the user's data folder, by the conventions of the system."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only the real ledger needs it

    return user_data_path("sidebyline", appauthor=False) / "ledger.db"


def open_book(sources: Sequence[str] = (), path: Path | None = None) -> StoryBook:
    """Open the ledger, the user's own where no ``path`` is given, for the story that ``sources`` tell.

    Raises ``LedgerError`` with one sentence where it is damaged, newer than this program or another program's.
    """
    return StoryBook(Store(path or ledger_path()), sources)


def save_story(collation: Collation, path: Path, ledger: Path | None = None) -> None:
    """Write a story with its articles and what was decided about it to one ``.sidebyline`` file, whole or not at all.

    Raises ``LedgerError`` with one sentence where that fails.
    """
    from tui.ledger.bundle import save_story as save  # noqa: PLC0415 - few sittings save a story

    save(collation, path, ledger or ledger_path())


def unpacked(sources: Sequence[str], ledger: Path | None = None) -> tuple[str, ...]:
    """Return sources with every ``.sidebyline`` file replaced by its articles, its decisions taken into the ledger.

    Raises ``LedgerError`` with one sentence for a file that is no saved story.
    """
    found: list[str] = []
    for source in sources:
        if source.endswith(".sidebyline") and Path(source).is_file():
            from tui.ledger.bundle import unpack_story  # noqa: PLC0415 - few sources are saved stories

            place = ledger or ledger_path()
            found += unpack_story(Path(source), place.parent / "stories", place)
        else:
            found.append(source)
    return tuple(found)


def recalled(collation: Collation, path: Path | None = None) -> Recalled:
    """Return what was decided about a collation, without writing anything; nothing where there is no ledger.

    Raises ``LedgerError`` where there is one that cannot be read.
    """
    place = path or ledger_path()
    if not (collation.articles and place.exists()):
        return Recalled()
    store = Store(place)
    try:
        return recall(store, collation)
    finally:
        store.close()
