"""What is left when the furniture is gone: body, standfirst and subheadings."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, removed
from tui.model.article import PassageKind
from tui.model.rawcopy import LineRole

_REACH: Final = 12  # lines below a headline that may still be above the article
_FEWEST, _STANDFIRST_WORDS = 4, 60
_SHORT: Final = 14
_TRAIL: Final = re.compile(r" [>\u203a»|] |\b(?:more|all) (?:articles|stories|posts)$", re.IGNORECASE)
"""A trail of sections, a link to the author's articles."""
_MARK: Final = re.compile(r"^[\W_]+$")
_COUNT: Final = re.compile(r"^[(\[]?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?[)\]]?$")
"""The number of a picture or of comments."""


def marks(draft: Draft) -> Draft:
    """Take away lines of signs alone, and in plain text those of a small number alone."""
    empty = (
        place
        for place, line in draft.open()
        if _MARK.match(line.folded) or (line.role is LineRole.UNMARKED and _COUNT.match(line.folded))
    )
    return draft.call({place: removed("no words") for place in empty})


def subheadings(draft: Draft) -> Draft:
    """Mark what stands between paragraphs as a heading."""
    decided: dict[int, Call] = {}
    for place, line in draft.open():
        marked = line.role is LineRole.HEADING
        plain = (
            line.role is LineRole.UNMARKED and line.parted and line.words < _SHORT and not re.search(r"[.!:;,\"]$", line.folded)
        )
        below = draft.lines[place + 1] if place + 1 < len(draft.lines) else None
        if marked or (plain and below is not None and below.parted and below.words > line.words and _title(line.folded)):
            decided[place] = Call(PassageKind.SUBHEADING)
    return draft.call(decided)


def standfirst(draft: Draft) -> Draft:
    """Mark the paragraphs between the headline and the byline, or before the headline's repetition, as standfirst."""
    if draft.format.value not in {"text", "html"} or not draft.kept(PassageKind.HEADLINE):
        return draft
    top = draft.kept(PassageKind.HEADLINE)[0]
    decided: dict[int, Call] = {}
    reasons = [(place, call.reason) for place, call in enumerate(draft.calls) if call is not None and top < place <= top + _REACH]
    fence = [place for place, reason in reasons if reason == "headline repeated"]
    fence = fence or [place for place, reason in reasons if reason in {"byline", "date"}][:1]
    for place, line in draft.open():
        if (
            fence
            and top < place < fence[-1]
            and _FEWEST <= line.words <= _STANDFIRST_WORDS
            and not _TRAIL.search(line.folded)
            and any(below > place for below, _line in draft.open())
        ):
            decided[place] = Call(PassageKind.STANDFIRST)
    return draft.call(decided) if len(decided) <= 2 else draft  # noqa: PLR2004 - more is body above a late date


def body(draft: Draft) -> Draft:
    """Keep everything else as body."""
    return draft.call({place: Call(PassageKind.BODY) for place, _line in draft.open()})


def _title(folded: str) -> bool:
    """Tell whether a line begins like a heading."""
    return bool(re.match(r"[\"']?[A-Z0-9]", folded))
