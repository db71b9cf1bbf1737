"""Lines that say in which publication the article stands, or which agency it is from."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed
from tui.language.agencies import AGENCIES
from tui.model.article import PassageKind

_NOUNS: Final = r"""
    times post news gazette herald tribune journal chronicle guardian observer mail telegraph press star sun standard independent
    examiner courier record bulletin dispatch inquirer sentinel register globe mirror express daily weekly today tv radio
    broadcasting magazine review reporter advocate argus echo zeitung tageblatt tagblatt rundschau anzeiger kurier presse
    nachrichten diario periódico jornal folha corriere giornale gazzetta
"""
_PUBLICATION: Final = re.compile(rf"\b(?:{'|'.join(_NOUNS.split())})\b", re.IGNORECASE)
_SMALL: Final = frozenset({"of", "the", "and", "&", "de", "del", "der", "die", "das", "la", "le", "el", "du", "in"})
_MOST_WORDS: Final = 6
_COPYRIGHT: Final = re.compile(
    r"^(?:copyright )?(?:©|\(c\)|copyright)(?: copyright)? ?(?:\d{4}(?:-\d{2,4})?)? ?"
    r"(?P<who>[^.,|·•\d]{2,50}?)(?: \d{4})?\s*(?:[.,|·•]|all rights|$)",
    re.IGNORECASE,
)
_APPEARED: Final = re.compile(
    r"^this (?:article|story) (?:originally )?appeared (?:originally |first )?(?:on|in) (?P<who>[^:.]{3,50})[:.]", re.IGNORECASE
)
_SECTION: Final = re.compile(r"\b(?:news|today|review|magazine|press|express)$", re.IGNORECASE)
"""The end of a name that beside a headline may as well be a section's."""
_BESIDE: Final = frozenset({"byline", "date"})


def outlets(draft: Draft) -> Draft:
    """Take away the lines beside headline, byline or date that name nothing but agency or publication, and state both.

    A publication is stated too where the copyright of the page or the note on where it appeared first names it.
    """
    decided: dict[int, Call] = {}
    agency = outlet = None
    for place, line in draft.open():
        near = [call for call in draft.calls[max(0, place - 1) : place + 2] if call is not None]
        beside = any(call.reason in _BESIDE for call in near)
        headed = any(call.kind is PassageKind.HEADLINE for call in near) and not _SECTION.search(line.folded)
        if (beside or headed) and line.folded in AGENCIES:
            decided[place] = removed("agency")
            agency = agency or AGENCIES[line.folded]
        elif (beside or headed) and is_publication(line.folded):
            decided[place] = removed("outlet")
            outlet = outlet or line.text
    named = (name for line in draft.lines if (name := _owner(line)))
    return draft.call(decided, agency=agency, outlet=outlet or next(named, None))


def is_publication(folded: str) -> bool:
    """Tell whether a line is the name of a publication."""
    words = folded.split()
    return (
        len(words) <= _MOST_WORDS
        and all(word in _SMALL or word[0].isupper() for word in words)
        and folded[-1] not in ".:?!"
        and bool(_PUBLICATION.search(folded))
    )


def _owner(line: Line) -> str | None:
    """Return the publication that a line of copyright or origin names; ``None`` for an agency or another owner."""
    match = _APPEARED.match(line.folded) or _COPYRIGHT.match(line.folded)
    name = match["who"].strip() if match else ""
    return name if name and name not in AGENCIES and is_publication(name) else None
