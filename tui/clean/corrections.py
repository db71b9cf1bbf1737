"""Corrections, clarifications and update notes: never boilerplate, always kept."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, Line
from tui.model.article import PassageKind

_LABELS: Final = (
    r"correction|clarification|erratum|errata|amendment|editor'?s'? note|update|korrektur|berichtigung"
    r"|(?:anmerkung|hinweis) der redaktion|rectificatif|précision|note de la rédaction|corrección|fe de erratas?"
    r"|nota de la redacción|correção|nota da redação|rettifica|исправление|уточнение|от редакции|sprostowanie|rectificatie"
    r"|更正|訂正|تصحيح"
)
_NOTE: Final = re.compile(
    rf"^[\W_]*(?:(?:{_LABELS})s?(?!\w)(?:,? ?\(?[\w ,./]{{0,40}}\)?)?\s*[:\uff1a—-]"
    r"|corrects .{3,80}"
    r"|(?:this|an earlier|a previous|the original) (?:article|story|version|headline|report)\b.{0,80}\b(?:was|has been|have been"
    r"|misstated|incorrectly|mistakenly|wrongly|amended|corrected|updated|erroneously|misidentified)\b.{0,200}"
    r"|we have (?:amended|corrected|updated|clarified)\b"
    r"|\(?this (?:story|article|post|version) (?:corrects|updates|adds|removes)\b)",
    re.IGNORECASE,
)
_ORIGIN: Final = re.compile(r"\b(?:originally |first )?(?:published|posted|appeared|translated|generated)\b", re.IGNORECASE)
_CHANGE: Final = re.compile(r"correct|amend|updat|mis|earlier|clarif", re.IGNORECASE)
_FEWEST: Final = 4  # words; `Update:` alone is a label


def is_correction(line: Line) -> bool:
    """Tell whether a line corrects, clarifies or updates the article itself."""
    if line.words < _FEWEST or not _NOTE.match(line.folded):
        return False
    return bool(_CHANGE.search(line.folded)) or not _ORIGIN.search(line.folded)


def corrections(draft: Draft) -> Draft:
    """Keep the notes by which an article corrects itself, as a kind of their own."""
    return draft.call({place: Call(PassageKind.CORRECTION) for place, line in draft.open() if is_correction(line)})
