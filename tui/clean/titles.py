"""How much a line of a paste is like its headline, in figures: its shape, where it stands to the prose, whose words it has."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.clean.bylines import is_byline
from tui.clean.captions import is_caption
from tui.clean.draft import Line
from tui.clean.features import LENGTHS, signs_comment
from tui.clean.furniture import is_furniture, reason_for
from tui.clean.stamps import is_clock, is_stamp

_USUAL: Final = 16  # words that most headlines do not exceed
_FEWEST, _MOST = 2, 32  # words of a headline
_CONTENT: Final = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}")
_ADDRESS: Final = re.compile(r"https?:|www\.|\S@\S")
_CRUMBS: Final = re.compile(r"\||[>\u203a»/]| - ")
_SUMMARY: Final = re.compile(
    r"^(?:(?:the )?(?:key|main|quick) (?:points|takeaways|facts|events|developments|details|findings)|(?:story )?highlights"
    r"|summary|at a glance|in (?:brief|short)|tl;?dr|what (?:you need )?to know|das wichtigste in kürze|l'essentiel|en bref"
    r"|(?:puntos )?claves|lo esencial|главное|коротко)\W*$",
    re.IGNORECASE,
)
_NEVER: Final = frozenset(
    {
        "advertisement",
        "comment form",
        "cookie notice",
        "copyright",
        "newsletter or subscription",
        "press contact",
        "reading aid",
        "sharing",
    }
)
"""Reasons of furniture that no headline sounds like."""
_STEPS: Final = re.compile(r" [>\u203a»] ")
_STAFF: Final = re.compile(
    r"^(?:[A-Z][\w'.&-]* ){1,5}(?:Staff|Editors?|Reporters?|Correspondents?|Contributors?|Bureau|Desk|Team)$"
    r"|^[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){1,3}, [^,:]{0,40}"
    r"\b(?:[Ww]riter|[Ee]ditor|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist)\b[^:]{0,30}$"
    r"|^-{1,2} ?[A-Z]|^https?:"
)
"""Who wrote or said it, with no ``By``; an address."""
_MOSTLY: Final = 0.5
_STOPPED: Final = re.compile(r"[.,;:]$")
_ACRONYM: Final = re.compile(r"\b(?:[A-Z]\.){2,}$|\.\.\.$")
_LIKELY: Final = 0.55  # the score of a line that is probably prose
_LEDE: Final = 4  # paragraphs that make the beginning of the article
_REACH: Final = 40  # lines above the article in which the headline stands


@dataclass(frozen=True, slots=True)
class _Survey:
    """A copy looked at as a whole."""

    lines: Sequence[Line]
    """Every line."""
    scores: Sequence[float]
    """How likely each is prose."""
    prose: list[int]
    """The lines that probably are prose."""
    starts: list[int]
    """Where prose begins that goes on."""
    core: Counter[str]
    """How many lines of prose each word stands in."""
    lede: frozenset[str]
    """The words of the first paragraphs."""
    often: Counter[str]
    """How often each line is printed."""
    stamps: list[bool]
    """Which lines name a date or an author."""


def candidates(lines: Sequence[Line], scores: Sequence[float]) -> list[tuple[int, list[float]]]:
    """Return the places of the lines that may be the headline, with their features; ``scores`` say how likely each is prose.

    The points that sum an article up are passed over as if they were not printed.
    """
    points = _points(lines)
    if points:
        kept = [place for place in range(len(lines)) if place not in points]
        among = candidates([lines[place] for place in kept], [scores[place] for place in kept])
        return [(kept[place], features) for place, features in among]
    survey = _surveyed(lines, scores)
    if not survey.prose:
        return []
    last = survey.prose[min(2, len(survey.prose) - 1)] + _LEDE
    found: list[tuple[int, list[float]]] = []
    strong = dated = 0
    for place in (place for place, line in enumerate(lines[: last + 1]) if may_be(line)):
        own = _vocabulary(lines[place])
        known = sum(survey.core[word] > 0 for word in own) / len(own) if own else 0.0
        below = any(survey.stamps[place + 1 : place + 7])
        words = _words(survey, place, own, known)
        order = [math.log1p(len(found)), float(not found), min(3, strong), min(3, dated), known * below]
        found.append((place, [*words, *_looks(lines[place], scores[place]), *_surroundings(survey, place), *order]))
        if lines[place].words >= LENGTHS[0] and known >= _MOSTLY:
            strong, dated = strong + 1, dated + below
    return found


def _points(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of the points that sum the article up: heading and all, up to prose or a date."""
    found: set[int] = set()
    running = False
    for place, line in enumerate(lines):
        if _SUMMARY.match(line.folded):
            running = place > 0
            found |= {place} if running else set()
        elif running and (line.words > LENGTHS[4] or is_stamp(line) or is_byline(line)):
            running = False
        elif running:
            found.add(place)
    return frozenset(found)


def _surveyed(lines: Sequence[Line], scores: Sequence[float]) -> _Survey:
    """Return what is to be known of the whole copy."""
    prose = [
        place
        for place, line in enumerate(lines)
        if (scores[place] > _LIKELY and line.words >= LENGTHS[2]) or (line.words >= LENGTHS[3] and line.ends)
    ]
    return _Survey(
        lines,
        scores,
        prose,
        _starts(lines, scores, prose),
        Counter(word for place in prose for word in _vocabulary(lines[place])),
        frozenset(word for place in prose[:_LEDE] for word in _vocabulary(lines[place])),
        Counter(_level(line) for line in lines),
        [is_stamp(line) or is_byline(line) for line in lines],
    )


def _words(survey: _Survey, place: int, own: frozenset[str], known: float) -> list[float]:
    """Return how far the words of a line are those of the article."""
    line = survey.lines[place]
    return [
        known,
        sum(survey.core[word] > 1 for word in own) / len(own) if own else 0.0,
        len(own & survey.lede) / len(own) if own else 0.0,
        known * min(line.words, 12) / 6,
        float(survey.often[_level(line)] > 1),
    ]


def _looks(line: Line, score: float) -> list[float]:
    """Return the shape of a line."""
    return [
        math.log1p(line.words),
        float(LENGTHS[0] <= line.words <= _USUAL),
        float(line.words < LENGTHS[0]),
        float(bool(_STOPPED.search(line.folded))),
        float(line.folded.endswith(("?", "!"))),
        float(line.folded[0].islower()),
        float(is_furniture(line)),
        float(is_caption(line)),
        float(bool(_ADDRESS.search(line.folded))),
        float(line.folded.startswith('"')),
        float(bool(_CRUMBS.search(line.folded))),
        float(line.parted),
        score,
    ]


def _surroundings(survey: _Survey, place: int) -> list[float]:
    """Return where a line stands: to the prose, to dates and authors, in the copy."""
    scores, stamps, prose = survey.scores, survey.stamps, survey.prose
    start = next((begin for begin in survey.starts if begin > place), None)
    away = start - place if start is not None else _REACH
    between = sum(may_be(other) for other in survey.lines[place + 1 : start]) if start is not None else 0
    return [
        math.log1p(away),
        float(away == 1),
        float(start is None),
        math.log1p(between),
        float(any(stamps[place + 1 : place + 3])),
        float(any(stamps[place + 1 : place + 7])),
        float(any(stamps[max(0, place - 3) : place])),
        float(place == 0),
        math.log1p(place),
        math.log1p(len(scores)),
        sum(scores[max(0, place - 4) : place]) / 4,
        sum(scores[place + 1 : place + 5]) / 4,
        sum(scores[place + 1 : place + 13]) / 12,
        float(place > prose[0]),
        min(8, sum(other < place for other in prose)),
        math.log1p(abs(prose[0] - place)),
    ]


def _level(line: Line) -> str:
    """Return a line with its spaces and letters levelled."""
    return " ".join(line.folded.lower().split())


def may_be(line: Line) -> bool:
    """Tell whether a line has the shape of a headline at all."""
    if not _FEWEST <= line.words <= _MOST or is_stamp(line) or is_byline(line) or is_clock(line):
        return line.words == 1 and len(_CONTENT.findall(line.folded)) > LENGTHS[0] and not line.folded.isascii()
    if (
        reason_for(line) in _NEVER
        or len(_STEPS.findall(line.folded)) > 1
        or _STAFF.match(line.folded)
        or signs_comment(line.folded)
    ):
        return False
    return not (line.words > LENGTHS[2] and _STOPPED.search(line.folded) and not _ACRONYM.search(line.folded))


def _starts(lines: Sequence[Line], scores: Sequence[float], prose: Sequence[int]) -> list[int]:
    """Return the places at which a stretch of prose begins that goes on."""
    marks = set(prose)
    return [
        place
        for place in prose
        if not marks & set(range(place - 3, place))
        and sum(score * line.words for score, line in zip(scores[place : place + 9], lines[place : place + 9], strict=True))
        >= LENGTHS[4]
    ]


def _vocabulary(line: Line) -> frozenset[str]:
    """Return the beginnings of the longer words of a line."""
    return frozenset(word.lower()[:6] for word in _CONTENT.findall(line.folded))
