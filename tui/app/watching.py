"""Noticing that an article changed on disk, at once where ``watchfiles`` is installed, else within a second."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Final

from tui.read.sources import expand, is_address

_LOOK: Final = 1.0  # seconds between two looks where nothing tells of a change
_PATIENCE: Final = 3.0  # seconds after which is looked all the same: some network drives tell of nothing
_SETTLED: Final = 150  # milliseconds of quiet after which a change is told
WITHOUT: Final = (
    "Files are looked at once a second; with the extra watch a change is seen at once: pip install 'sidebyline[watch]'."
)

Stamp = tuple[str, int, int]
"""A file with the time of its last change in nanoseconds and its size; 0 and -1 for one that is gone."""


def stamps(sources: Sequence[str]) -> tuple[Stamp, ...]:
    """Return a stamp of each file that ``sources`` name, those in folders among them; addresses have none."""
    return tuple(map(_stamp, filter(_is_file, expand(sources)[0])))


def changes(sources: Callable[[], Sequence[str]], stopped: Event) -> Iterator[None]:
    """Yield whenever a file of the sources changed, came or went, until ``stopped`` is set.

    ``sources`` is asked each time, so that an added article is watched too. An editor that puts a new file in place of the old
    one changes it like one that writes into it.
    """
    known = stamps(sources())
    while not stopped.is_set():
        folders = _folders(sources())
        for _ in _looks(folders, stopped):
            now = stamps(sources())
            if now != known:
                known = now
                yield
            if _folders(sources()) != folders:
                break


def is_prompt() -> bool:
    """Return whether changes are told at once, which takes the extra."""
    try:
        import watchfiles  # noqa: F401, PLC0415 - an extra, loaded for --watch alone
    except ImportError:
        return False
    return True


def _looks(folders: Sequence[Path], stopped: Event) -> Iterator[None]:
    """Yield when it is time for a look: when something changed in a folder, and every now and then."""
    if folders and is_prompt():
        from watchfiles import watch  # noqa: PLC0415 - see above

        told = watch(
            *folders,
            watch_filter=None,
            debounce=_SETTLED,
            stop_event=stopped,
            rust_timeout=int(_PATIENCE * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
            ignore_permission_denied=True,
        )
        try:
            for _ in told:
                yield
        except (OSError, RuntimeError):  # a folder that is gone, or more folders than the system watches
            pass
    while not stopped.wait(_LOOK):
        yield


def _folders(sources: Sequence[str]) -> tuple[Path, ...]:
    """Return the folders that hold the files of the sources, and those that are named themselves."""
    named = (Path(source) for source in sources if _is_file(source))
    return tuple(sorted({folder for path in named for folder in [path if path.is_dir() else path.parent] if folder.is_dir()}))


def _is_file(source: str) -> bool:
    """Return whether a source is a path."""
    return source != "-" and not is_address(source)


def _stamp(path: str) -> Stamp:
    """Return the stamp of a file."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return path, 0, -1
    return path, found.st_mtime_ns, found.st_size
