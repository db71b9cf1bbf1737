"""Reports: the attributions of a sentence as its tokens give them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.details.phrases import Span, verb_group
from tui.details.voices.contents import Said
from tui.language.lemmas import is_past
from tui.language.tokens import Tag, Token


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution of a sentence, in tokens."""

    source: Span | None
    """The source; ``None`` where it is left out."""
    cue: Span
    """The cue."""
    said: Said
    """What is said."""
    attitude: bool = False
    """True where the cue tells what the source wants or holds rather than what it said."""
    nested: bool = False
    """True where the cue stands in what another attribution makes its source say, and so is part of that statement."""


def settle(tokens: Sequence[Token], found: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports of a sentence in reading order, each content ended where its source's next verb begins."""
    cut = [_until_next(tokens, report, found) for report in found]
    return tuple(
        sorted(
            (replace(r, nested=inside_other(r, [x for x in cut if tokens[x.cue[0]].lower != "according"])) for r in cut),
            key=lambda r: r.cue,
        )
    )


def inside_other(report: Report, found: Sequence[Report]) -> bool:
    """Return whether a cue stands in the content of another report."""
    return any(
        first <= report.cue[0] and report.cue[1] <= last
        for other in found
        if other is not report
        for first, last in (part for part in (other.said.first, other.said.rest) if part)
    )


def _until_next(tokens: Sequence[Token], report: Report, found: Sequence[Report]) -> Report:
    """Return a report whose content ends before *and* with the next verb of its source: ``praised her and called for``."""
    first, last = report.said.first
    for other in found:
        if first < other.cue[0] <= last and other.cue[0] > report.cue[0] and _tense(tokens, other) == _tense(tokens, report):
            end = _before_conjunction(tokens, report, other)
            last = end if end is not None and first <= end < last else last
    return report if last == report.said.first[1] else replace(report, said=Said((first, last), report.said.rest))


def _before_conjunction(tokens: Sequence[Token], report: Report, other: Report) -> int | None:
    """Return the last token before the conjunction that joins another report of the same source; ``None`` where none does."""
    begin = verb_group(tokens, other.cue[0])
    if other.source is None:
        return None
    if other.source != report.source:
        pronoun = other.source == (begin - 1, begin - 1) and tokens[begin - 1].lower in {"he", "she", "they"}
        if not (pronoun and begin > 2 and tokens[begin - 3].tag is Tag.COMMA and tokens[begin - 2].lower in {"and", "but"}):  # noqa: PLR2004 - the comma before *and*
            return None
        begin -= 1
    end = begin - 1
    while end > 0 and (tokens[end].tag in {Tag.COMMA, Tag.CONJUNCTION} or tokens[end].lower == "then"):
        end -= 1
    return end if end < begin - 1 else None


def _tense(tokens: Sequence[Token], report: Report) -> str:
    """Return the tense of a cue; what is not finite has one of its own, equal to no other."""
    verb = report.cue[0]
    auxiliary = next((t.lower for t in tokens[verb_group(tokens, verb) : verb] if t.tag is Tag.AUXILIARY), "")
    if auxiliary:
        past, present = {"did", "didn't", "had", "was", "were"}, {"does", "doesn't", "has", "is"}
        return "past" if auxiliary in past else "present" if auxiliary in present else f"none {verb}"
    lower = tokens[verb].lower
    if lower.endswith("ing"):
        return f"none {verb}"
    if lower.endswith("ed") or is_past(lower):
        return "past"
    return "present" if lower.endswith("s") else f"none {verb}"
