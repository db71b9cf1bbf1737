"""The Markdown report: a table for each divergence, readable as it stands and through any renderer of GitHub's dialect."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from tui.model.article import Article
from tui.model.triage import Decision, Orphan
from tui.present.report.glance import MOST, by_priority, gravest, said
from tui.present.report.sheet import Row, Sheet, Told
from tui.present.report.words import (
    CAVEAT,
    PRIORITIES,
    decided,
    decisions_of,
    heading_of,
    likened,
    meant,
    outlet_of,
    place_of,
    published_of,
    silence,
    stated_of,
    summary,
    title_of,
)
from tui.present.signs import SIGNS

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>|~&#$^@]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]|^\s|\s$")
_OPENING: Final = re.compile(r"(?:\d+(?=[.)])|(?=[-+=]))")


def markdown_report(sheet: Sheet) -> str:
    """Return the sheet as Markdown with tables."""
    lines = [f"# {escaped(title_of(sheet))}", "", summary(sheet), "", *_decided(sheet), CAVEAT, "", *_glance(sheet)]
    lines += ["## Articles", ""]
    lines += ["| | outlet | published | headline | source |", "|---|---|---|---|---|"]
    lines += [_article(article) for article in sheet.collation.articles]
    lines += [f"- not read: {escaped(problem.sentence)}" for problem in sheet.collation.problems]
    if not sheet.rows:
        lines += ["", f"## {heading_of(sheet)}", "", "Nothing to list.", ""]
    for name, rows in by_priority(sheet.rows):
        lines += ["", f"## {name} ({len(rows)})", ""]
        for row in rows:
            lines += _row(row)
    if sheet.orphans:
        lines += ["## Kept from before", "", "Decided about facts that the articles no longer hold.", ""]
        lines += [_orphan(orphan) for orphan in sheet.orphans]
        lines.append("")
    return "\n".join(lines)


def _glance(sheet: Sheet) -> Iterable[str]:
    """Yield the gravest divergences, a line each."""
    rows = gravest(sheet.rows)
    if rows:
        yield f"## At a glance: {'the first ' * (len(rows) == MOST)}{len(rows)} to check"
        yield ""
        for row in rows:
            readings = " · ".join(f"{sigla} {escaped(words)}" for sigla, words in said(row.fact))
            yield f"- **{escaped(row.fact.topic)}** ({row.fact.id}, {SIGNS[row.fact.verdict].word.lower()}): {readings}"
        yield ""


def _decided(sheet: Sheet) -> Iterable[str]:
    """Yield the line that counts what was decided."""
    if told := decisions_of(sheet):
        yield told
        yield ""


def escaped(text: str) -> str:
    """Return text that a Markdown renderer shows as it stands, inside a table too; breaks become character references."""
    text = _ACTIVE.sub(r"\\\g<0>", text)
    return _BREAKS.sub(lambda found: f"&#{ord(found.group())};", text)


def _article(article: Article) -> str:
    """Return an article's line of the table."""
    stated = article.metadata
    source = _linked(article.source, stated.address)
    cells = (outlet_of(article) or "no outlet", published_of(article), stated.headline or "no headline")
    return f"| {article.siglum} | {' | '.join(map(escaped, cells))} | {source} |"


def _target(address: str) -> str:
    """Return an address as the target of a link in angle brackets; one of another scheme than http leads nowhere."""
    if not re.match("https?://", address):
        return ""
    return re.sub(r"[<>\\|\s\x00-\x1f]", lambda c: quote(c.group()), address).replace("&", "&amp;")


def _row(row: Row) -> Iterable[str]:
    """Yield the lines of one fact."""
    fact = row.fact
    sign = SIGNS[fact.verdict]
    yield f"### {fact.id} {escaped(fact.topic)}: {sign.word}"
    yield ""
    yield " · ".join(part for part in (str(fact.kind), PRIORITIES[fact.priority], escaped(decided(row.decision))) if part)
    yield ""
    if fact.note:
        yield _opened(escaped(fact.note))
        yield ""
    yield "| | words | value | sentence | place |"
    yield "|---|---|---|---|---|"
    yield from (_told(told) for told in row.told)
    yield ""
    if fact.silent:
        yield silence(fact.silent)
        yield ""
    yield from _note(row.decision)


def _told(told: Told) -> str:
    """Return the line of one reading; the odd one out is bold and says so."""
    reading, passage = told.reading, told.passage
    strong = "**" if reading.odd else ""
    about = (place_of(passage), likened(told), "the odd one out" if reading.odd else "")
    stated = _linked(stated_of(told.article), told.article.metadata.address)
    place = ", ".join(part for part in (stated, *map(escaped, about)) if part)
    cells = (reading.article, reading.text, meant(reading), passage.text)
    shown = [f"{strong}{escaped(cell)}{strong}" if n < 2 else escaped(cell) for n, cell in enumerate(cells)]  # noqa: PLR2004 - letter and words
    return f"| {' | '.join((*shown, place))} |"


def _linked(text: str, address: str | None) -> str:
    """Return text, leading to the address where there is one."""
    return f"[{escaped(text)}](<{_target(address)}>)" if text and address and _target(address) else escaped(text)


def _note(decision: Decision) -> Iterable[str]:
    """Yield what the reader noted as a quotation, line by line, and what has changed since."""
    if decision.changed:
        yield f"Changed since: {escaped(decision.changed)}"
        yield ""
    if decision.note:
        yield from (f"> {_opened(escaped(line))}\\" for line in decision.note.splitlines()[:-1])
        yield f"> {_opened(escaped(decision.note.splitlines()[-1]))}"
        yield ""


def _opened(text: str) -> str:
    """Return text that may begin a line without beginning a list or a heading."""
    return _OPENING.sub(r"\g<0>\\", text, count=1) if _OPENING.match(text) else text


def _orphan(orphan: Orphan) -> str:
    """Return the line of a decision without its fact."""
    readings = " · ".join(f"“{escaped(words)}”" for words in orphan.readings)
    note = f": {escaped(orphan.decision.note)}" if orphan.decision.note else ""
    return f"- {escaped(orphan.topic)} ({readings}), {escaped(decided(orphan.decision))}{note}"
