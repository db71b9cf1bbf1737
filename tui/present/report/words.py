"""The words that the Markdown and the HTML report have in common."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tui.model.article import Article, Passage
from tui.model.collation import Reading, Verdict
from tui.model.triage import Decision, Mark
from tui.present.plain import alike, counted, day, plain
from tui.present.report.sheet import Sheet, Told

CAVEAT: Final = "It shows where the articles part, not who is right."

_DONE: Final = {Mark.CONFIRMED: "confirmed", Mark.ASK: "to ask the source", Mark.DISMISSED: "dismissed", Mark.OPEN: "open"}

PRIORITIES: Final[Mapping[int, str]] = MappingProxyType(
    {1: "must be checked before publishing", 2: "worth a look", 3: "style"},
)
"""What each priority asks of a reader."""


def title_of(sheet: Sheet) -> str:
    """Return the heading: the first headline there is."""
    return sheet.story.title or "What the articles part on"


def heading_of(sheet: Sheet) -> str:
    """Return what the facts of the sheet are called together."""
    return "Facts" if any(fact.verdict is Verdict.AGREE for fact in sheet.facts) else "Divergences"


def summary(sheet: Sheet) -> str:
    """Return how many articles, conflicts and divergences there are, and how many of them are on the sheet."""
    facts = sheet.collation.facts
    conflicts = sum(fact.verdict is Verdict.CONFLICT for fact in facts)
    parted = sum(fact.verdict is not Verdict.AGREE for fact in facts)
    on = "" if len(sheet.rows) == parted else f", {len(sheet.rows)} on this sheet"
    independent = sheet.collation.sourcing.independent
    told = counted(len(sheet.collation.articles), "article") + (f", {independent} independent" if independent else "")
    return f"{told} · {counted(conflicts, 'conflict')} · {counted(parted, 'divergence')}{on} · {len(facts) - parted} agree"


def decisions_of(sheet: Sheet) -> str:
    """Return how many rows are confirmed, to be asked about, dismissed and still open, and how many have a note."""
    marks = Counter(row.decision.mark for row in sheet.rows)
    noted = sum(bool(row.decision.note) for row in sheet.rows)
    if not noted and set(marks) <= {Mark.OPEN}:
        return ""
    told = [f"{marks[mark]} {_DONE[mark]}" for mark in _DONE if marks[mark]]
    return " · ".join((*told, counted(noted, "note"))) if noted else " · ".join(told)


def outlet_of(article: Article) -> str:
    """Return the outlet, the agency where no outlet is stated, nothing where neither is."""
    return article.metadata.outlet or article.metadata.agency or ""


def published_of(article: Article) -> str:
    """Return when the article was published, or updated where it states only that."""
    stated = article.metadata
    return day(stated.published) or (f"{day(stated.updated)} (updated)" if stated.updated else "no date")


def stated_of(article: Article) -> str:
    """Return outlet and day of an article as far as it states them: ``Reuters, 21 Jun 2024 02:50``."""
    dated = article.metadata.published or article.metadata.updated
    return ", ".join(part for part in (outlet_of(article), published_of(article) if dated else "") if part)


def place_of(passage: Passage) -> str:
    """Return where a passage stands."""
    return f"¶{passage.paragraph}" + ("" if passage.line is None else f", line {passage.line}")


def meant(reading: Reading) -> str:
    """Return the normalised value in plain words, empty where the printed words say the same."""
    told = plain(reading.value)
    return "" if told == reading.text else told


def likened(told: Told) -> str:
    """Return how alike the sentence is to the likest of the others, in words; empty where none was linked to it."""
    return "" if told.likeness is None else f"likeness: {alike(told.likeness)}"


def silence(sigla: Sequence[str]) -> str:
    """Return who says nothing."""
    return f"{', '.join(sigla)} {'says' if len(sigla) == 1 else 'say'} nothing on it."


def decided(decision: Decision) -> str:
    """Return mark, reader and day; empty for an untouched fact."""
    if not decision.touched and not decision.changed:
        return ""
    by = f" by {decision.who}" if decision.who else ""
    mark = "noted" if decision.mark is Mark.OPEN and decision.note else str(decision.mark)
    return f"{mark}{by}{f', {decision.at[:10]}' if decision.at else ''}"
