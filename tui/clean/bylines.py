"""Lines that say who: bylines in their many shapes, agencies, picture and source credits."""

import re
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.stamps import Stamp, is_stamp, read_stamps, state
from tui.language.agencies import AGENCIES, agency_in

_NAME: Final = r"(?:[A-Z][\w'.-]*|d[aei]|de[lr]?|van|von|bin|al-\w+|el-\w+|la|le|y)"
_NAMES: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,4}}")
_BY: Final = re.compile(
    r"^(?:(?:written|words|story|reported|posted|published|text|report|analysis|exclusive|edited|reviewed)?\s*by\b:?"
    r"|(?:authors?|writers?|reporters?|byline|words|text)\s*:)\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*(?:,|;|\band\b|&|\bwith\b|\|)\s*")
_TITLES: Final = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|columnist|journalist|producer|contributor|bureau|desk|agencies|news|newsroom|"
    r"press|media|agency|team|senior|chief|associate|digital|political|business|science|health|sports?)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(rf"^{_NAME}(?: {_NAME}){{1,3}}$")
_REPORTING: Final = re.compile(
    r"^[\[(]?(?:additional |with )?(?:reporting|writing|editing|compiled|photographs?|research) (?:by|from)\b", re.IGNORECASE
)
_MOST_WORDS: Final = 20
_NEAR: Final = 3


def bylines(draft: Draft) -> Draft:
    """Take away the lines that name the author, with the dates they carry, and state names, agency and times."""
    decided: dict[int, Call] = {}
    stated: dict[str, object] = {}
    for place, line in draft.open():
        if line.words > _MOST_WORDS or (line.words > _NEAR * 4 and line.ends):
            continue
        who, when = _byline(line)
        if not who and not (when and _near_top(draft, place)):
            continue
        decided[place] = removed("byline" if who else "date")
        if who and "byline" not in stated:
            stated["byline"] = who
            stated.setdefault("agency", agency_in(line.folded))
        times: dict[str, str] = {}
        state(times, when)
        stated = times | stated
    return _lone_names(draft.call(decided, **stated))


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in the words behind ``By``, titles and places taken off; empty where they are no names."""
    found: list[str] = []
    for part in _SPLIT.split(text):
        name = part.strip(" .:-()")
        if not name or name.lower() in {"staff", "agencies", "wire"}:
            continue
        if name in AGENCIES or (_NAMES.fullmatch(name) and not (found and _TITLES.search(name))):
            found.append(name)
        elif name.isupper() and name.replace(" ", "").replace(".", "").isalpha():
            found.append(name.title())
        elif not found:
            return ()
    return tuple(found)


def is_byline(line: Line) -> bool:
    """Tell whether a line names the author."""
    return line.words <= _MOST_WORDS and bool(_byline(line)[0])


def _byline(line: Line) -> tuple[tuple[str, ...], tuple[Stamp, ...]]:
    """Return the names and times of a line that is a byline; nothing for any other line."""
    when, rest = read_stamps(line.folded)
    match = _BY.match(line.folded)
    if not match:
        return (), (when if when and not rest else ())
    who = match["who"]
    if when:
        who = re.split(r"\s[|•·/-]\s|\b(?:on|at|updated|published|posted)\b|(?=\d)", who, maxsplit=1, flags=re.IGNORECASE)[0]
        weekday = re.split(
            r",?\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
            who,
            flags=re.IGNORECASE,
        )
        who = weekday[0] or who
    return names_of(who.strip(" |,-.:")), when


def _near_top(draft: Draft, place: int) -> bool:
    """Tell whether a line stands within a few lines of the headline or of the beginning."""
    return place <= _NEAR or any(
        call is not None and call.kind == "headline" for call in draft.calls[max(0, place - _NEAR) : place]
    )


def _lone_names(draft: Draft) -> Draft:
    """Take a name that stands alone beside the date for the author where no byline is printed."""
    if draft.metadata.byline:
        return draft
    for place, line in draft.open():
        around = [draft.lines[near] for near in (place - 1, place + 1) if 0 <= near < len(draft.lines)]
        if (
            _ALONE.match(line.folded)
            and not _TITLES.search(line.folded)
            and any(map(is_stamp, around))
            and _near_start(draft, place)
        ):
            return draft.call({place: removed("byline")}, byline=(line.folded,))
    return draft


def _near_start(draft: Draft, place: int) -> bool:
    """Tell whether no prose stands before a line."""
    return all(line.words < _MOST_WORDS or not line.ends for line in draft.lines[:place])


def credits_below(draft: Draft) -> Draft:
    """Take away the lines that credit those who helped to report."""
    return draft.call(
        {p: removed("credit") for p, line in draft.open() if _REPORTING.match(line.folded) and line.words <= _MOST_WORDS * 2}
    )
