"""Lines that say who: bylines in their many shapes, agencies, picture and source credits."""

import re
from collections.abc import Iterator
from typing import Final

from tui.clean.authors import tells_of
from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.outlets import is_publication
from tui.clean.stamps import Stamp, is_stamp, read_stamps, state
from tui.language.agencies import AGENCIES, agency_in
from tui.language.tables import lexicon
from tui.model.article import PassageKind

_PARTICLES: Final = lexicon("da de del della den der des di do dos du la le el al bin ibn van von vom zu zur y e")
_BY: Final = re.compile(
    r"^(?:(?:written|words|story|reported|posted|published|text|report|analysis|exclusive|edited|reviewed)?\s*by\b:?"
    r"|(?:authors?|writers?|reporters?|byline|words|text)\s*:)\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"^(?:(?:von|par|por|di|door|af|av)\s|(?:autor(?:in|es|a)?|auteurs?|autore|texte?|redacción|redakcja|автор|текст|كتب|بقلم|作者|文|撰文|记者|記者)"
    r"\s?[:/\uff1a]\s?)\s*(?P<who>.+)$",
    re.IGNORECASE,
)
"""The same in other languages, where only two names or more in a row are an author."""
_BEHIND: Final = re.compile(r"\b(?:by|von|par|por)\s+(?P<who>[^\d|]+)$")
"""An author behind the time."""
_ALONE: Final = re.compile(r"^(?:by|von|par|por|author|autor|auteur)\s*:?$", re.IGNORECASE)
_SPLIT: Final = re.compile(r"\s*(?:,|;|\b(?:and|und|et|y|e|и|with)\b|&|\|)\s*")
_TITLES: Final = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|columnist|journalist|producer|contributor|bureau|desk|agencies|news|newsroom|"
    r"press|media|agency|team|senior|chief|associate|digital|political|business|science|health|sports?)\b",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(
    r"\s[|•·/-]\s|,?\s*\b(?:on|at|am|le|el|em|il|updated|published|posted"
    r"|publiziert|veröffentlicht|publié|mis à jour|publicado|pubblicato"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?=\d)",
    re.IGNORECASE,
)
"""Where the time begins behind a name."""
_REPORTING: Final = re.compile(
    r"^[\[(]?(?:additional |with )?(?:reporting|writing|editing|compiled|photographs?|research) (?:by|from)\b", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"^(?:al-|el-)?[^\W\d_][\w'.-]*$")
_LONGEST_NAME: Final = 5
_MOST_WORDS: Final = 20
_NEAR, _REACH = 3, 6


def bylines(draft: Draft) -> Draft:
    """Take away the lines that name the author, with the dates they carry, and state names, agency and times."""
    decided: dict[int, Call] = {}
    stated: dict[str, object] = {}
    for place, line in draft.open():
        if line.words > _MOST_WORDS:
            continue
        who, when = _byline(line)
        if line.words > _NEAR * 4 and line.ends and not when:
            continue
        if not who and not (when and _near_top(draft, place)):
            continue
        decided[place] = removed("byline" if who else "date")
        if who and "byline" not in stated:
            stated["byline"] = who
            stated.setdefault("agency", agency_in(line.folded))
        times: dict[str, str] = {}
        state(times, when)
        stated = times | stated
    return _titled(_lone_names(draft.call(decided, **stated)))


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in the words behind ``By``, titles and places taken off; empty where they are no names."""
    found: list[str] = []
    for part in _SPLIT.split(text):
        name = part.strip(" .:-()")
        if not name or name.lower() in {"staff", "agencies", "wire"}:
            continue
        if found and is_publication(name):
            continue
        if name in AGENCIES or (is_name(name) and not (found and _TITLES.search(name))):
            found.append(name)
        elif name.isupper() and name.replace(" ", "").replace(".", "").isalpha():
            found.append(name.title())
        elif not found:
            return ()
    return tuple(found)


def is_name(text: str, fewest: int = 1) -> bool:
    """Tell whether some words may be the name of a person: five at most, each with a capital or of a script without them."""
    words = text.split()
    return (
        fewest <= sum(word not in _PARTICLES for word in words)
        and len(words) <= _LONGEST_NAME
        and all(word in _PARTICLES or (word[0].isalpha() and not word[0].islower() and _LETTERS.match(word)) for word in words)
        and words[-1] not in _PARTICLES
    )


def is_byline(line: Line) -> bool:
    """Tell whether a line names the author."""
    return line.words <= _MOST_WORDS and bool(_byline(line)[0])


def _byline(line: Line) -> tuple[tuple[str, ...], tuple[Stamp, ...]]:
    """Return the names and times of a line that is a byline; nothing for any other line."""
    when, rest = read_stamps(line.folded)
    match = _BY.match(line.folded) or _ELSEWHERE.match(line.folded) or (_BEHIND.search(line.folded) if when else None)
    if not match:
        return (), (when if when and not rest else ())
    who = match["who"]
    if when and match.re is not _BEHIND:
        who = _UP_TO.split(who, maxsplit=1)[0] or who
    names = names_of(who.strip(" |,-.:\uff1a"))
    return (names if match.re is _BY or any(is_name(name, 2) for name in names) else ()), when


def _near_top(draft: Draft, place: int) -> bool:
    """Tell whether a line stands within a few lines of the headline or of the beginning."""
    return place <= _NEAR or any(
        call is not None and call.kind == "headline" for call in draft.calls[max(0, place - _NEAR) : place]
    )


def _lone_names(draft: Draft) -> Draft:
    """Take a name alone in its line for the author where no byline is printed: beside the date, below ``By``, told of below."""
    if draft.metadata.byline:
        return draft
    for place, line in draft.open():
        if not (is_name(line.folded, 2) and line.folded[0].isupper() and not _TITLES.search(line.folded)):
            continue
        around = [near for near in (place - 1, place + 1) if 0 <= near < len(draft.lines)]
        labels = [near for near in around if near < place and _ALONE.match(draft.lines[near].folded)]
        dated = any(is_stamp(draft.lines[near]) for near in around)
        told = any(tells_of(other, (line.folded,)) for other in draft.lines[_begun(draft, place) :])
        if (labels or dated or told) and _near_start(draft, place):
            return draft.call(dict.fromkeys([place, *labels], removed("byline")), byline=(line.folded,))
    return draft


def _begun(draft: Draft, place: int) -> int:
    """Return the place below the first paragraph, which may begin with the name that the story is about."""
    prose = (below for below, line in enumerate(draft.lines) if below > place and line.words >= _MOST_WORDS and line.ends)
    return next(prose, place) + 1


def _titled(draft: Draft) -> Draft:
    """Take away, between headline and prose, the calling below an author's name, and take a name with one for the author."""
    decided: dict[int, Call] = {}
    names: tuple[str, ...] = ()
    for place, line in _below_headline(draft):
        if line.words > _NEAR * 2 or line.ends or not _TITLES.search(line.folded):
            continue
        above = decided.get(place - 1) or draft.calls[place - 1]
        name, _comma, calling = line.folded.partition(", ")
        if above is not None and above.reason == "byline" and not calling:
            decided[place] = removed("byline")
        elif is_name(name, 2) and not _TITLES.search(name) and _TITLES.search(calling):
            decided[place] = removed("byline")
            names = names or (name,)
    return draft.call(decided, byline=names)


def _below_headline(draft: Draft) -> Iterator[tuple[int, Line]]:
    """Yield the open lines right below the headline, up to the first prose."""
    top = next(iter(draft.kept(PassageKind.HEADLINE)), len(draft.lines))
    for place, line in enumerate(draft.lines[top + 1 : top + 1 + _REACH], top + 1):
        if line.words >= _MOST_WORDS and line.ends:
            return
        if draft.calls[place] is None:
            yield place, line


def _near_start(draft: Draft, place: int) -> bool:
    """Tell whether no prose stands before a line."""
    return all(line.words < _MOST_WORDS or not line.ends for line in draft.lines[:place])


def credits_below(draft: Draft) -> Draft:
    """Take away the lines that credit those who helped to report."""
    return draft.call(
        {p: removed("credit") for p, line in draft.open() if _REPORTING.match(line.folded) and line.words <= _MOST_WORDS * 2}
    )
