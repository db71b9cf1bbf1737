"""What stands around a line of a paste, in figures: the features by which the judge takes the other lines into account."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.clean.draft import Line
from tui.clean.features import LENGTHS, marks_tail, signs_comment
from tui.clean.furniture import reason_for
from tui.clean.listing import listed
from tui.clean.rails import heading_reason
from tui.clean.spacing import spaced
from tui.clean.stamps import is_stamp

_CONTENT: Final = re.compile(r"[^\W\d_]{4,}")
_MUCH: Final = 60  # words after which a line weighs no more
_PROSE, _LIKELY, _POSSIBLE = 0.6, 0.5, 0.3  # scores
_AGO: Final = re.compile(r"\b\d+ ?(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?) ago\b", re.IGNORECASE)
_NEAR: Final = (1, 2, 3)
_SPANS: Final = (3, 6, 12)
CONTEXT: Final = (
    "own score",
    *(f"score {step} above" for step in _NEAR),
    *(f"score {step} below" for step in _NEAR),
    *(f"mean score of {span} above" for span in _SPANS),
    *(f"mean score of {span} below" for span in _SPANS),
    "share of prose above",
    "share of prose below",
    "prose on both sides",
    "log distance to prose above",
    "log distance to prose below",
    "words of the article",
    "words of the headline",
    "below the headline",
    "log lines since the headline",
    "in a section",
    "log lines in the section",
    "place in the copy",
    "log lines of the copy",
    "share of prose in the copy",
    "score times words",
    "below a comment heading",
    "no prose above",
    "no prose below",
    "words of the neighbours",
    "log tail markers above",
    "log lines since a tail marker",
    "tail marker near above",
    "tail markers below",
    "dates near above",
    "dates near below",
    "comment signatures above",
    "comment signatures near",
    "short lines above",
    "short lines below",
    "furniture near",
    "log length of the list",
    "prose above the list",
    "log distance of the list to prose",
    "blank line below",
    "spaced above unlike the prose",
    "spaced below unlike the prose",
    "longer and spaced above unlike the prose",
    "log lines of the block, where prose is spaced",
)
"""The names of the features of a line among its lines, in order."""


@dataclass(frozen=True, slots=True)
class _Survey:
    """A copy looked at as a whole."""

    lines: Sequence[Line]
    """Every line."""
    scores: Sequence[float]
    """How likely each is the article's by itself."""
    headline: int | None
    """The place of the headline."""
    prose: list[int]
    """The lines that surely are the article's."""
    vocabulary: list[frozenset[str]]
    """The beginnings of the longer words of each line."""
    core: Counter[str]
    """How many lines of prose each of them stands in."""


def context(lines: Sequence[Line], scores: Sequence[float], headline: int | None) -> list[list[float]]:
    """Return the features of every line among the others, from the scores (0 to 1) of the lines by themselves."""
    prose = [place for place, line in enumerate(lines) if scores[place] > _PROSE and line.words >= LENGTHS[2]]
    vocabulary = [frozenset(word.lower()[:6] for word in _CONTENT.findall(line.folded)) for line in lines]
    survey = _Survey(lines, scores, headline, prose, vocabulary, Counter(w for place in prose for w in vocabulary[place]))
    parts = (_courses, _spread, _likeness, _position)
    lists, spaces = listed(lines, scores, prose), spaced(lines, scores, prose)
    groups = zip(*(part(survey) for part in parts), _around(lines, headline), lists, spaces, strict=True)
    return [[figure for group in row for figure in group] for row in groups]


def _courses(survey: _Survey) -> list[list[float]]:
    """Return the scores of each line and of the lines near it."""
    scores, size = survey.scores, len(survey.lines)
    return [
        [
            scores[place],
            *(scores[place - step] if place >= step else 0.0 for step in _NEAR),
            *(scores[place + step] if place + step < size else 0.0 for step in _NEAR),
            *(_mean(scores[max(0, place - span) : place]) for span in _SPANS),
            *(_mean(scores[place + 1 : place + 1 + span]) for span in _SPANS),
        ]
        for place in range(size)
    ]


def _spread(survey: _Survey) -> list[list[float]]:
    """Return how much prose stands above and below each line, and how far away."""
    pairs = zip(survey.scores, survey.lines, strict=True)
    weights = [score * min(line.words, _MUCH) if score > _POSSIBLE else 0.0 for score, line in pairs]
    total = sum(weights) or 1.0
    before, behind = _distances(len(weights), survey.prose)
    rows: list[list[float]] = []
    run = 0.0
    for place, weight in enumerate(weights):
        above, below = run / total, 1 - (run + weight) / total
        rows.append([above, below, math.sqrt(max(0.0, above * below)), math.log1p(before[place]), math.log1p(behind[place])])
        run += weight
    return rows


def _likeness(survey: _Survey) -> list[list[float]]:
    """Return how far the words of each line are those of the prose and of the headline."""
    title = survey.vocabulary[survey.headline] if survey.headline is not None else frozenset()
    known = set(survey.prose)
    rows: list[list[float]] = []
    for place, own in enumerate(survey.vocabulary):
        once = 1 if place in known else 0
        rows.append(
            [sum(survey.core[word] > once for word in own) / len(own), len(own & title) / len(own)] if own else [0.0, 0.0]
        )
    return rows


def _position(survey: _Survey) -> list[list[float]]:
    """Return where each line stands: to the headline, in a section, in the copy; and how its words are those around it."""
    lines, scores, prose, headline = survey.lines, survey.scores, survey.prose, survey.headline
    sections = _sections(lines)
    size = len(lines)
    share = sum(lines[place].words for place in prose) / max(1, sum(line.words for line in lines))
    rows: list[list[float]] = []
    for place, line in enumerate(lines):
        beneath = headline is not None and place > headline
        near = [p for p in range(max(0, place - 3), min(size, place + 4)) if p != place and scores[p] > _LIKELY]
        others = frozenset(word for other in near for word in survey.vocabulary[other])
        own = survey.vocabulary[place]
        rows.append(
            [
                float(beneath),
                math.log1p(place - headline) / 3 if beneath and headline is not None else 0.0,
                float(sections[place] > 0),
                math.log1p(abs(sections[place])),
                place / size,
                math.log1p(size) / 5,
                share,
                scores[place] * math.log1p(line.words),
                float(sections[place] < 0),
                float(not prose or place < prose[0]),
                float(not prose or place > prose[-1]),
                len(own & others) / len(own) if own else 0.0,
            ]
        )
    return rows


def _mean(values: Sequence[float]) -> float:
    """Return the mean of some scores; 0 where there are none."""
    return sum(values) / len(values) if values else 0.0


def _distances(size: int, prose: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for every line how many lines away the next prose above and below stands, 30 at most."""
    before, behind = [30] * size, [30] * size
    marks = set(prose)
    for order, distances in ((range(size), before), (range(size - 1, -1, -1), behind)):
        away = 30
        for place in order:
            distances[place] = away
            away = 0 if place in marks else min(30, away + 1)
    return before, behind


def _sections(lines: Sequence[Line]) -> list[int]:
    """Return for every line how many lines it stands below a section heading with no long line between, below 0 for comments."""
    found: list[int] = []
    run, comments = 0, False
    for line in lines:
        reason = heading_reason(line)
        if reason:
            run, comments = 1, reason == "comments"
        elif run:
            run = 0 if line.words >= LENGTHS[5] and line.ends and not comments else run + 1
        found.append(-run if comments else run)
    return found


def _around(lines: Sequence[Line], headline: int | None) -> list[list[float]]:
    """Return for every line what marks of a page's tail, of comments and of lists stand around it."""
    size = len(lines)
    tails = [marks_tail(line.folded) for line in lines]
    dates = [is_stamp(line) or bool(_AGO.search(line.folded)) for line in lines]
    signed = [signs_comment(line.folded) for line in lines]
    short = [line.words < LENGTHS[1] for line in lines]
    furnished = [reason_for(line) is not None for line in lines]
    top = headline or 0
    found: list[list[float]] = []
    count, last, signatures = 0, None, 0
    for place in range(size):
        found.append(
            [
                math.log1p(count),
                math.log1p(min(40, place - last)) if last is not None else 4.0,
                float(any(tails[max(top, place - 4) : place])),
                math.log1p(sum(tails[place + 1 :])) / 2,
                min(3, sum(dates[max(0, place - 7) : place])),
                min(3, sum(dates[place + 1 : place + 8])),
                math.log1p(signatures),
                min(3, sum(signed[max(0, place - 5) : place + 6])),
                _mean([float(mark) for mark in short[max(0, place - 5) : place]]),
                _mean([float(mark) for mark in short[place + 1 : place + 6]]),
                min(4, sum(furnished[max(0, place - 4) : place + 5])) / 2,
            ]
        )
        if tails[place] and place > top:
            count, last = count + 1, place
        signatures += signed[place]
    return found
