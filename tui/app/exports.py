"""Writing the sheet to a file from the desk."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tui.model.collation import Collation, Fact
from tui.model.triage import Decision

FORMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"m": ("Markdown", "markdown"), "h": ("HTML", "html"), "c": ("CSV", "csv"), "j": ("JSON", "json")}
)
"""The key, name and value of each form."""


def default_path(key: str) -> str:
    """Return where a sheet in the form of ``key`` is written unless the reader says otherwise."""
    from tui.present.report.forms import ReportFormat  # noqa: PLC0415  # only an export needs it

    return f"sheet{ReportFormat(FORMS[key][1]).suffix}"


def written(key: str, path: str, collation: Collation, facts: Sequence[Fact], decision_of: Callable[[Fact], Decision]) -> str:
    """Write the sheet of the facts that the filters show, and return a sentence that says where it is or why it is not."""
    from tui.present.report.forms import ReportFormat, report  # noqa: PLC0415  # only an export needs these
    from tui.present.report.sheet import Sheet  # noqa: PLC0415  # see above
    from tui.saving import UnsavedError, encoded, save  # noqa: PLC0415  # see above

    form = ReportFormat(FORMS[key][1])
    sheet = Sheet(collation, tuple(facts), {fact.id: decision_of(fact) for fact in facts})
    mark = b"\xef\xbb\xbf" if form is ReportFormat.CSV else b""  # a spreadsheet takes a file for UTF-8 by it alone
    target = Path(path).expanduser()
    try:
        save(mark + encoded(report(sheet, form)), target)
    except UnsavedError as error:
        return str(error)
    return f"The sheet is in {target.resolve()}."
