"""From decisions to paragraphs: what a person decided by hand, lines joined, what was taken away listed."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tui.clean.draft import Call, Draft, Line
from tui.language.languages import language_of
from tui.model.alignment import Hands
from tui.model.article import DROPPED, Cleaned, Paragraph, PassageKind, RemovedLine
from tui.model.fold import unspaced
from tui.model.rawcopy import LineRole

_JOINED: Final = frozenset({LineRole.PARAGRAPH, LineRole.QUOTE, LineRole.ENTRY, LineRole.HEADING, LineRole.HEADLINE})


def by_hand(draft: Draft, hands: Hands) -> Draft:
    """Return the draft with what a person restored kept and what a person dropped taken away.

    A paragraph is dropped whole, however many lines it is printed on and however they are spaced.
    """
    decided: dict[int, Call] = {}
    for place, (line, call) in enumerate(zip(draft.lines, draft.calls, strict=True)):
        if (draft.source, line.text) in hands.restored and call is not None and call.kind is None:
            decided[place] = Call(PassageKind.BODY)
    dropped = {unspaced(text) for source, text in hands.dropped if source == draft.source}
    for run in _runs(draft) if dropped else ():
        call = draft.calls[run[0]]
        if call is not None and call.kind is not None and unspaced(*_texts(draft, run)) in dropped:
            decided |= dict.fromkeys(run, Call(None, DROPPED))
    return draft.call(decided)


def assemble(draft: Draft) -> Cleaned:
    """Return the article that the decisions make; the language its text is in outranks the one its page states."""
    paragraphs: list[Paragraph] = []
    gone: list[RemovedLine] = []
    for run in _runs(draft):
        line, call = draft.lines[run[0]], draft.calls[run[0]]
        if call is None:
            continue
        if call.kind is None:
            gone += [RemovedLine(draft.lines[p].number, draft.lines[p].text, call.reason, call.doubtful) for p in run]
            continue
        texts = _texts(draft, run)
        if call.skip:
            gone.append(RemovedLine(line.number, line.text[: call.skip], "section label"))
        breaks, reach = list(line.breaks), 0
        for text in texts[:-1]:
            reach += len(text) + 1
            breaks.append(reach)
        paragraphs.append(Paragraph(call.kind, " ".join(texts), line.number, call.doubtful, tuple(breaks)))
    noticed = language_of("\n".join(paragraph.text for paragraph in paragraphs))
    metadata = replace(draft.metadata, language=noticed or draft.metadata.language)
    return Cleaned(draft.source, draft.format, metadata, tuple(paragraphs), tuple(gone))


def _texts(draft: Draft, run: list[int]) -> list[str]:
    """Return the lines of a paragraph, without a label glued to its beginning."""
    call = draft.calls[run[0]]
    first, *more = (draft.lines[place].text for place in run)
    return [first[call.skip if call else 0 :].lstrip(), *more]


def _runs(draft: Draft) -> list[list[int]]:
    """Return the lines in runs, one for each paragraph: lines that the form itself says are one paragraph stand together."""
    runs: list[list[int]] = [[0]] if draft.lines else []
    for place, (above, line) in enumerate(pairwise(draft.lines), 1):
        if _one(above, line) and draft.calls[place] == draft.calls[place - 1]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _one(above: Line, line: Line) -> bool:
    """Tell whether two lines are printed as one paragraph."""
    return line.role in _JOINED and line.role is above.role and not line.parted and line.number is not None
