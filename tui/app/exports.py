"""Writing the sheet to a file from the desk."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tui.model.collation import Collation
from tui.model.errors import LedgerError

if TYPE_CHECKING:
    from tui.present.report.sheet import Sheet

FORMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "m": ("Markdown", "markdown"),
        "h": ("HTML", "html"),
        "c": ("CSV", "csv"),
        "j": ("JSON", "json"),
        "s": ("whole story", "sidebyline"),
    }
)
"""The key, name and value of each form; the whole story is its articles, marks and notes in one file."""
_STORY: Final = "s"


def default_path(key: str) -> str:
    """Return where a sheet in the form of ``key`` is written unless the reader says otherwise."""
    from tui.present.report.forms import ReportFormat  # noqa: PLC0415  # only an export needs it

    if key == _STORY:
        return "story.sidebyline"
    return f"sheet{ReportFormat(FORMS[key][1]).suffix}"


def written(key: str, path: str, sheet: "Sheet") -> str:
    """Write a sheet, or the whole of its story, and return a sentence that says where it is or why it is not."""
    from tui.present.report.forms import ReportFormat, report  # noqa: PLC0415  # only an export needs these
    from tui.saving import UnsavedError, encoded, save  # noqa: PLC0415  # see above

    if key == _STORY:
        return _whole(sheet.collation, Path(path).expanduser())
    form = ReportFormat(FORMS[key][1])
    target = Path(path).expanduser()
    try:
        save(form.opening + encoded(report(sheet, form)), target)
    except UnsavedError as error:
        return str(error)
    return f"The sheet is in {target.resolve()}."


def _whole(collation: Collation, target: Path) -> str:
    """Write the story as one file, and return a sentence that says where it is or why it is not."""
    from tui.ledger import save_story  # noqa: PLC0415  # few sittings save a story

    try:
        save_story(collation, target)
    except LedgerError as error:
        return str(error)
    return f"The story is in {target.resolve()}; sidebyline {target.name} opens it anywhere."
