"""The stories that were opened before."""

from dataclasses import dataclass
from pathlib import Path

from tui.ledger.store import Store, loaded


@dataclass(frozen=True, slots=True)
class RecentStory:
    """A story as a list of recent ones shows it."""

    title: str
    """The first headline."""
    sources: tuple[str, ...]
    """What to open it with: absolute paths and addresses."""
    articles: int
    """How many articles it has had."""
    decided: int
    """How many of its facts are confirmed, dismissed or to be asked about."""
    noted: int
    """How many of its facts have a note."""
    opened: str
    """When it was opened last, ISO 8601 in UTC to the second."""


def recent_stories(path: Path, limit: int = 20) -> tuple[RecentStory, ...]:
    """Return the stories of the ledger at ``path``, the one opened last first; none where there is no ledger.

    Raises ``LedgerError`` where the ledger cannot be read.
    """
    if not path.exists():
        return ()
    store = Store(path)
    try:
        rows = store.rows(
            "SELECT title, sources, opened, "
            "(SELECT count(*) FROM article WHERE story = story.id) AS articles, "
            "(SELECT count(*) FROM decision WHERE story = story.id AND mark <> 'open') AS decided, "
            "(SELECT count(*) FROM decision WHERE story = story.id AND note <> '') AS noted "
            "FROM story ORDER BY opened DESC, id DESC LIMIT ?",
            limit,
        )
    finally:
        store.close()
    return tuple(
        RecentStory(r["title"], tuple(loaded(r["sources"])), r["articles"], r["decided"], r["noted"], r["opened"]) for r in rows
    )
