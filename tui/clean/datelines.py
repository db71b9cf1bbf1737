"""Datelines: where and when an agency's copy was filed, alone in a line or before the first sentence."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, removed
from tui.clean.stamps import read_stamps
from tui.language.agencies import agency_in
from tui.model.article import PassageKind

_PLACE: Final = r"[A-Z][\w.'-]*(?:,? ?/? ?(?:[A-Z][\w.'-]*|d[aeiu]|de|la|le|al|of|on|the|upon)){0,5}"
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE: Final = rf"(?:,?\s*(?:{_MONTH}\s*\d{{1,2}}|\d{{1,2}}\s*{_MONTH})(?:,?\s*\d{{4}})?)"
_DATELINE: Final = re.compile(
    rf"^(?P<place>{_PLACE}){_DATE}?(?:\s*[,:]?\s*[(\[/]\s*(?P<agency>[A-Z][\w .&/-]{{1,30}}?)\s*[)\]/]?)?"
    rf"{_DATE}?\s*(?P<mark>--?|:|\.-)(?=\s|$)"
)
_SENTENCE: Final = 10  # words
_FIRST: Final = 3  # paragraphs in which a dateline is looked for


def datelines(draft: Draft) -> Draft:
    """State agency and date of the dateline, and take it away where it stands alone; before a sentence it stays as printed."""
    decided: dict[int, Call] = {}
    seen = 0
    for place, line in draft.open():
        match = _DATELINE.match(line.folded)
        if match and (match["agency"] or re.search(_DATE, match.group()) or match["place"].isupper()):
            agency = agency_in(match["agency"] or "")
            if match.end() == len(line.folded):
                decided[place] = removed("dateline")
            elif agency and line.ends and line.words >= _SENTENCE:
                decided[place] = Call(PassageKind.BODY)  # nothing but an article begins so
            found = read_stamps(match.group())[0]
            draft = draft.call({}, agency=agency, published=found[0].iso if found and not draft.metadata.updated else None)
            break
        seen += line.ends
        if seen >= _FIRST:
            break
    return draft.call(decided)
