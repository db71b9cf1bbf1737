"""The forms of a report, and writing one by name."""

from enum import StrEnum
from typing import assert_never

from tui.present.report.sheet import Sheet


class ReportFormat(StrEnum):
    """The forms a report is written in."""

    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The ending of a file of this form, with its dot."""
        return ".md" if self is ReportFormat.MARKDOWN else f".{self.value}"

    @property
    def opening(self) -> bytes:
        """What a file of this form begins with: a spreadsheet takes CSV for UTF-8 by its byte order mark alone."""
        return b"\xef\xbb\xbf" if self is ReportFormat.CSV else b""


def report(sheet: Sheet, form: ReportFormat) -> str:
    """Return the sheet written in a form, as text that ends in a line break."""
    match form:
        case ReportFormat.MARKDOWN:
            from tui.present.report.as_markdown import markdown_report  # noqa: PLC0415 - one form is written at a time

            return markdown_report(sheet)
        case ReportFormat.HTML:
            from tui.present.report.as_html import html_report  # noqa: PLC0415 - see above

            return html_report(sheet)
        case ReportFormat.CSV:
            from tui.present.report.as_csv import csv_report  # noqa: PLC0415 - see above

            return csv_report(sheet)
        case ReportFormat.JSON:
            from tui.present.report.as_json import json_report  # noqa: PLC0415 - see above

            return json_report(sheet)
        case _:
            assert_never(form)
