"""What the command line names: files, folders, addresses, standard input."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tui.model.collation import Problem

TEXT: Final = frozenset({".txt", ".text", ".asc", ""})
"""Suffixes of plain text."""
MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown", ".mkd"})
"""Suffixes of Markdown."""
WEB: Final = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
"""Suffixes of saved web pages."""
OPTIONAL: Final = frozenset({".docx", ".pdf", ".eml", ".rss", ".atom", ".xml"})
"""Suffixes of the forms that need an extra."""
READABLE: Final = (TEXT - {""}) | MARKDOWN | WEB | OPTIONAL
"""Suffixes of everything that can be read."""
_PACKED: Final = ".gz"
_NOT_ARTICLES: Final = frozenset(
    {
        "readme",
        "notes",
        "note",
        "todo",
        "license",
        "licence",
        "copying",
        "changelog",
        "contributing",
        "authors",
        "sources",
        "credits",
        "sheet",  # what the desk exports beside the articles
    }
)


def is_address(source: str) -> bool:
    """Tell whether a source is an address on the web."""
    return source.lower().startswith(("http://", "https://"))


def suffix(path: Path) -> str:
    """Return the suffix that tells the form, in lower case, that of compression taken off."""
    return (path.with_suffix("") if path.suffix.lower() == _PACKED else path).suffix.lower()


def expand(sources: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the single sources behind ``sources``: folders become the articles directly in them, sorted by name.

    A folder's README, notes, exported sheet and hidden files are no articles; a folder without articles becomes a ``Problem``.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for source in sources:
        if source == "-" or is_address(source) or not _is_folder(Path(source)):
            found.append(source)
            continue
        try:
            inside = sorted(path for path in Path(source).iterdir() if _is_article(path))
        except OSError as error:
            problems.append(
                Problem(source, f"The folder {source} cannot be read: {(error.strerror or 'unknown reason').lower()}.")
            )
            continue
        found += map(str, inside)
        if not inside:
            problems.append(Problem(source, f"The folder {source} holds no article; text, Markdown and web pages are read."))
    return tuple(found), tuple(problems)


def _is_folder(path: Path) -> bool:
    """Tell whether ``path`` is a folder that may be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_article(path: Path) -> bool:
    """Tell whether a file in a folder is one of its articles."""
    if path.name.startswith(".") or not path.is_file() or suffix(path) not in READABLE:
        return False
    return path.name.split(".")[0].lower().strip("_- ") not in _NOT_ARTICLES
