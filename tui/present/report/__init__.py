"""Reports: a collation becomes a document that people and other programs read.

``report(sheet(collation, choice, decisions, orphans), ReportFormat.HTML)`` gives the text; each form is
loaded when it is used.
"""

from tui.present.report.forms import ReportFormat, report
from tui.present.report.sheet import Choice, Row, Sheet, Told, sheet

__all__ = ["Choice", "ReportFormat", "Row", "Sheet", "Told", "report", "sheet"]
