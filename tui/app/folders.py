"""What a folder offers to the reader who adds an article."""

from pathlib import Path
from typing import Final

_FORMS: Final = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_MOST: Final = 200


def choices_in(typed: str) -> tuple[tuple[str, str], ...]:
    """Return path and label of the folders and readable files whose names go on from ``typed``, folders first, sorted by name.

    Folders end in a slash. An address offers nothing, and neither does a folder that cannot be read.
    """
    if "://" in typed:
        return ()
    parent, _, begun = typed.rpartition("/")
    lead = f"{parent}/" if typed.rpartition("/")[1] else ""
    try:
        inside = sorted(Path(lead or ".").expanduser().iterdir(), key=lambda path: (not path.is_dir(), path.name.lower()))
    except OSError:
        return ()
    found = [("../", "../")] if not begun and not lead else []
    for path in inside:
        folder = path.is_dir()
        hidden = path.name.startswith(".") and not begun.startswith(".")
        if path.name.lower().startswith(begun.lower()) and not hidden and (folder or path.suffix.lower() in _FORMS):
            name = path.name + ("/" if folder else "")
            found.append((lead + name, printable(name)))
    return tuple(found[:_MOST])


def printable(name: str) -> str:
    """Return a file's name with whatever is not printable written as a question mark."""
    return "".join(char if char.isprintable() else "?" for char in name)
