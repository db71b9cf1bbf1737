"""What was copied, kept in a file as well: not every terminal takes the clipboard's escape sequence."""

from pathlib import Path


def keep_copy(text: str) -> Path | None:
    """Write ``text`` to a file in the user's data folder and return its path; ``None`` where the folder cannot be written."""
    from platformdirs import user_data_path  # noqa: PLC0415  # only a copy needs it

    path = user_data_path("sidebyline", appauthor=False) / "copied.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
