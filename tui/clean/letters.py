"""What a mail puts around the text that it carries: the headers of a forwarded mail, the sender's signature."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, removed
from tui.model.rawcopy import Format

_FORWARDED: Final = re.compile(
    r"^(?:[-_>]* ?(?:begin )?(?:forwarded|original|weitergeleitete) (?:message|mail|nachricht)\b.*|-{5,}.*)$", re.IGNORECASE
)
_HEADER: Final = re.compile(
    r"^[>*\s]*(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|à|objet|para|asunto)\*?\s?:\s?\S",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(r"^--\s*$")
_FEWEST: Final = 3  # headers in a row
_MOST_WORDS: Final = 12  # of a line of a signature
_LONGEST: Final = 10  # lines of a signature


def letters(draft: Draft) -> Draft:
    """Take away headers and signature of a mail; three headers in a row, or a line that says so, tell of a forwarded one."""
    if draft.format is not Format.EMAIL:
        return draft
    decided: dict[int, Call] = {}
    run: list[int] = []
    told = False
    for place, line in [*enumerate(draft.lines), (len(draft.lines), None)]:
        if line is not None and (_HEADER.match(line.folded) or _FORWARDED.match(line.folded)):
            run.append(place)
            told = told or bool(_FORWARDED.match(line.folded))
            continue
        if told or len(run) >= _FEWEST:
            decided |= dict.fromkeys(run, removed("mail header"))
        run, told = [], False
    return _signature(draft.call({place: call for place, call in decided.items() if draft.calls[place] is None}))


def _signature(draft: Draft) -> Draft:
    """Take away the last lines of a mail, below two hyphens."""
    marks = [place for place, line in enumerate(draft.lines) if _SIGNATURE.match(line.folded)]
    if not marks or len(draft.lines) - marks[-1] > _LONGEST:
        return draft
    rest = [place for place, line in draft.open() if place >= marks[-1]]
    if any(draft.lines[place].words > _MOST_WORDS for place in rest):
        return draft
    return draft.call(dict.fromkeys(rest, removed("signature")))
