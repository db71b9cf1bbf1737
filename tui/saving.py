"""Writing a report: whole or not at all, and quiet where the reader at the other end has gone."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

_ORDINARY: Final = 0o666  # what a new file may be read by, before the user's mask


class UnsavedError(Exception):
    """A report that could not be written; its message is one sentence for the reader."""


def encoded(text: str) -> bytes:
    """Return text as UTF-8; what UTF-8 cannot hold, half a surrogate pair, is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def save(content: bytes, path: Path) -> None:
    """Write a file so that it holds the whole content or what it held before; a device or pipe is written to as it is.

    Raises ``UnsavedError`` with one sentence where it cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        sentence = f"{path} cannot be written: {error.strerror or error}."
        raise UnsavedError(sentence) from error


def print_out(content: bytes) -> None:
    """Write to standard output; a pipe that was closed at its other end is no fault of the report."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)  # else the interpreter complains when it flushes at its end
        os.dup2(nowhere, sys.stdout.fileno())
    except OSError as error:
        with suppress(OSError):
            sys.stdout.close()
        sentence = f"Standard output cannot be written: {error.strerror or error}."
        raise UnsavedError(sentence) from error


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target and put that in its place, with the rights that the target had."""
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else _ORDINARY & ~_mask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    """Return the user's mask for new files; reading it takes setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
