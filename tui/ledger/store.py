"""The SQLite file that holds the ledger: opening it, bringing it up to date, and a sentence for whatever goes wrong."""

import errno
import json
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tui.model.errors import LedgerError

_APPLICATION: Final = 0x53425953  # "SBYS", so that another program's database is not taken for a ledger
_WAIT: Final = 5.0  # seconds for which a change waits for another desk's

_UNWRITABLE: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL})
"""What SQLite says of a file that can perhaps be read but not written; a full disk has no room for the log's index."""
_ROOM: Final = 64 * 1024  # bytes that a change may take

MIGRATIONS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE story (
      id INTEGER PRIMARY KEY, title TEXT NOT NULL, sources TEXT NOT NULL, view TEXT NOT NULL, opened TEXT NOT NULL);
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story, content TEXT NOT NULL, passages TEXT NOT NULL,
      source TEXT NOT NULL);
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story, key TEXT NOT NULL, kind TEXT NOT NULL,
      topic TEXT NOT NULL, readings TEXT NOT NULL, mark TEXT NOT NULL, note TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
      UNIQUE (story, key));
    CREATE TABLE hand (
      id INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story, deed TEXT NOT NULL, places TEXT NOT NULL,
      UNIQUE (story, deed, places));
    CREATE TABLE change (
      id INTEGER PRIMARY KEY, decision INTEGER NOT NULL, mark TEXT NOT NULL, note TEXT NOT NULL, who TEXT NOT NULL,
      at TEXT NOT NULL);
    CREATE INDEX article_story ON article (story);
    """,
)
"""The steps from an empty file to the present form; a step that was released is never edited, a new one is added."""


def loaded(text: str) -> Any:  # noqa: ANN401 - JSON has any shape
    """Return the JSON that a column holds; raises ``LedgerError`` for text that is none."""
    try:
        return json.loads(text)
    except ValueError as error:
        sentence = "The store of marks holds an entry that cannot be understood; it was left as it is."
        raise LedgerError(sentence) from error


def _is_full(path: Path) -> bool:
    """Return whether the disk under a path has no room for a change."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False


def now() -> str:
    """Return the time, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """One open ledger file; every change is a transaction of its own and safe on disk when it returns.

    Several processes may have the file open; one that only reads never waits. Methods may be called from any thread.
    """

    def __init__(self, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
        """Open the ledger at ``path``, making folder and file where they are missing.

        Where the folder or file cannot be written, what it holds can still be read, and ``writable`` is False. Raises
        ``LedgerError`` for a damaged file, one of a newer version, and one that is no ledger; none of them is touched.
        """
        self.path = path
        self.writable = True
        self._lock = threading.RLock()
        self._borrowed: tempfile.TemporaryDirectory[str] | None = None
        with self._explained():
            self._connection = self._opened()
            try:
                self._check(len(migrations))
                self._migrate(migrations)
            except BaseException:
                self.close()
                raise

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return the rows that a query gives."""
        with self._lock, self._explained():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction, which is undone whole where anything in it fails."""
        self.require_writing()
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def require_writing(self) -> None:
        """Raise ``LedgerError`` where nothing can be kept."""
        if not self.writable:
            why = "The disk is full" if _is_full(self.path) else f"{self.path} cannot be written"
            sentence = f"{why}, so marks and notes of this sitting are not kept."
            raise LedgerError(sentence)

    def version(self) -> int:
        """Return a number that another process's change makes different."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()
            if self._borrowed is not None:
                self._borrowed.cleanup()

    def _opened(self) -> sqlite3.Connection:
        """Return a connection to the file, or to a copy of it where its folder takes no writing."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self.path.exists() and not all(os.access(place, os.W_OK) for place in (self.path, self.path.parent)):
                self.writable = False
                return self._connected(self._borrowed_copy())
            connection = self._connected(self.path)
            try:
                connection.execute("BEGIN IMMEDIATE")  # fails where the file or the folder is read-only, or the disk full
                connection.execute("ROLLBACK")
            except BaseException:
                connection.close()
                raise
        except (OSError, sqlite3.OperationalError) as error:
            if not self._read_only(error):
                raise
            self.writable = False
            return self._connected(self._borrowed_copy())
        return connection

    @staticmethod
    def _read_only(error: Exception) -> bool:
        """Tell whether an error says that nothing can be written here, by SQLite's primary result code."""
        if isinstance(error, sqlite3.Error):
            return error.sqlite_errorcode & 0xFF in _UNWRITABLE
        return isinstance(error, PermissionError) or getattr(error, "errno", 0) == errno.EROFS

    def _borrowed_copy(self) -> Path:
        """Copy the file and its log to a folder of the process: reading in place would take writing a log beside the file."""
        self._borrowed = tempfile.TemporaryDirectory(prefix="sidebyline-")
        copy = Path(self._borrowed.name) / self.path.name
        for suffix in ("", "-wal"):
            if (original := self.path.with_name(self.path.name + suffix)).exists():
                shutil.copyfile(original, copy.with_name(copy.name + suffix))
        return copy

    @staticmethod
    def _connected(path: Path) -> sqlite3.Connection:
        """Return a connection with the settings of the ledger."""
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = FULL")  # what is on the screen survives a power cut as well as a kill
        return connection

    def _check(self, known: int) -> None:
        """Refuse a file that is damaged, another program's, or newer than this program."""
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        application = self._connection.execute("PRAGMA application_id").fetchone()[0]
        empty = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if application != _APPLICATION and not empty:
            sentence = f"{self.path} is another program's database, so it was left as it is."
            raise LedgerError(sentence)
        if version > known:
            sentence = f"{self.path} was written by a newer version of Sidebyline; update Sidebyline to open it."
            raise LedgerError(sentence)
        if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise LedgerError(self._damaged())

    def _migrate(self, migrations: Sequence[str]) -> None:
        """Bring the file to the present form, keeping a copy of an older one beside it."""
        if self._connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations):
            return  # nothing is written, so that a ledger opens on a full disk
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if self.writable and 0 < version < len(migrations):
                self._keep_copy(version)
            for step in migrations[version:]:
                for statement in filter(str.strip, step.split(";")):
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {len(migrations)}")
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _keep_copy(self, version: int) -> None:
        """Copy the file as it is to one whose name says its version."""
        copy = self.path.with_name(f"{self.path.name}.{version}")
        with sqlite3.connect(copy) as target, sqlite3.connect(self.path) as original:
            original.backup(target)
        target.close()
        original.close()

    def _damaged(self) -> str:
        """Return the sentence on a damaged file."""
        return f"{self.path} is damaged and was left as it is; move it away to begin a new store of marks."

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite and the system say into a ``LedgerError`` with one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(self._sentence(error)) from error
        except OSError as error:
            sentence = f"{self.path} cannot be used: {error.strerror or error}."
            raise LedgerError(sentence) from error

    def _sentence(self, error: sqlite3.Error) -> str:
        """Return one sentence for an error of SQLite, told by its primary result code."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        match sqlite3.SQLITE_FULL if code == sqlite3.SQLITE_IOERR and _is_full(self.path) else code:
            case sqlite3.SQLITE_FULL:
                return f"The disk is full, so the change was not kept in {self.path}; everything before it was."
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
                return self._damaged()
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return f"Another program holds {self.path}, so the change was not kept; try again."
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return f"{self.path} cannot be written, so the change was not kept."
            case _:
                return f"{self.path} gave an error ({error}), so the change was not kept."
