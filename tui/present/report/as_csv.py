"""The CSV report (RFC 4180): one line for each reading, so that a spreadsheet can sort, filter and count them."""

import csv
import io
import re
from typing import Final

from tui.present.report.sheet import Row, Sheet, Told

COLUMNS: Final = (
    "number", "topic", "verdict", "priority", "kind", "difference", "article", "outlet", "published", "headline", "address",
    "source", "paragraph", "line", "words", "value", "odd", "likeness", "sentence", "silent", "mark", "note", "who", "when",
    "changed",
)  # fmt: skip

_FORMULA: Final = re.compile(r"['\s]*[=+\-@＝＋－＠]|'*[\t\r\n]")  # noqa: RUF001 - the full-width signs start formulas too


def csv_report(sheet: Sheet) -> str:
    """Return one line for each reading of each row, after a line of column names; lines end in CR LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in sheet.rows:
        writer.writerows([harmless(cell) for cell in _line(row, told)] for told in row.told)
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that looks like one gets an apostrophe before it (OWASP)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """Return the cell that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _line(row: Row, told: Told) -> tuple[str, ...]:
    """Return the cells of one reading."""
    fact, decision, stated = row.fact, row.decision, told.article.metadata
    return (
        fact.id,
        fact.topic,
        fact.verdict,
        str(fact.priority),
        fact.kind,
        fact.note,
        told.article.siglum,
        stated.outlet or stated.agency or "",
        stated.published or stated.updated or "",
        stated.headline or "",
        stated.address or "",
        told.article.source,
        str(told.passage.paragraph),
        "" if told.passage.line is None else str(told.passage.line),
        told.reading.text,
        told.reading.value or "",
        "yes" if told.reading.odd else "",
        "" if told.likeness is None else f"{told.likeness:.2f}",
        told.passage.text,
        " ".join(fact.silent),
        decision.mark,
        decision.note,
        decision.who,
        decision.at,
        decision.changed,
    )
