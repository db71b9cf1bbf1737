"""The judge: decides about the lines of a paste that no rule knows, from what they look like and from what stands around them.

Three logistic models in a row, each seeing what the one before it thinks of the lines around, and then the most likely course of
keeping and dropping (Viterbi 1967) with a bias to keep. The weights are fitted by ``tests/measure/fit_judge.py``.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import Final

from tui.clean.draft import Call, Draft, Line
from tui.clean.features import plain
from tui.clean.rails import heading_reason
from tui.clean.surroundings import context
from tui.model.article import PassageKind
from tui.model.rawcopy import Format

_JUDGED: Final = frozenset({Format.TEXT, Format.PDF})
_LONG: Final = 10  # words of a line that is not dropped lightly
_SENTENCE: Final = 5  # words of a sentence that is more likely kept than not, and so is kept whatever stands around it
_EDGE: Final = 1e-6
_MOST_BIAS: Final = 6.0  # a bias above which even what is nothing like an article would be kept


@dataclass(frozen=True, slots=True)
class Weights:
    """What the judge has learnt."""

    models: tuple[tuple[float, ...], ...]
    """For each model in a row its constant and the weights of its features."""
    change: float
    """What it costs to change from keeping to dropping or back, in logarithms of odds."""
    bias: float
    """How much the odds of keeping are raised, in logarithms."""
    protected: float
    """The score above which a long line is kept whatever stands around it."""
    sure: float
    """The score above which a kept line is not doubtful."""
    likely: float
    """The score above which a long line that a rule took away is doubtful."""
    unsure: float
    """The score above which a dropped long line is doubtful."""


@cache
def learnt() -> Weights:
    """Return the fitted weights."""
    told = json.loads(files("tui.clean").joinpath("judge.json").read_text(encoding="utf-8"))
    return Weights(**told | {"models": tuple(tuple(model) for model in told["models"])})


def judge(draft: Draft) -> Draft:
    """Drop the open lines that are most likely not the article's, and mark the decisions that are unsure.

    What a rule before took away though it reads like the article is marked as well.
    """
    if draft.format not in _JUDGED or not draft.lines:
        return draft
    weights = learnt()
    scores = scored(draft, weights)
    course = _course(draft, scores, weights)
    decided = {
        place: replace(call, doubtful=True)
        for place, (line, call) in enumerate(zip(draft.lines, draft.calls, strict=True))
        if call is not None and call.kind is None and line.words >= _LONG and scores[place] > weights.likely
    }
    for place, line in draft.open():
        score, long = scores[place], line.words >= _LONG
        told = line.ends and line.words >= _SENTENCE and score > weights.sure
        if course[place] or told or (long and score > weights.protected):
            if score < weights.sure:
                decided[place] = Call(PassageKind.BODY, doubtful=True)
        else:
            decided[place] = Call(None, _reason(draft, place, course), doubtful=long and score > weights.unsure)
    return draft.call(decided)


def _course(draft: Draft, scores: Sequence[float], weights: Weights) -> list[bool]:
    """Return the most likely course; no article is empty, so that the bias to keep grows until some open line is kept."""
    places = [place for place, _line in draft.open()]
    bias = weights.bias
    course = most_likely(scores, weights.change, bias)
    while bias < _MOST_BIAS and not any(course[place] or scores[place] > weights.protected for place in places):
        bias += 1
        course = most_likely(scores, weights.change, bias)
    return course


def scored(draft: Draft, weights: Weights) -> list[float]:
    """Return for every line how likely it is the article's, 0 to 1."""
    own = _own(draft.lines)
    headlines = draft.kept(PassageKind.HEADLINE)
    scores = [logistic(weights.models[0], features) for features in own]
    for model in weights.models[1:]:
        among = context(draft.lines, scores, headlines[0] if headlines else None)
        scores = [logistic(model, [*near, *features]) for near, features in zip(among, own, strict=True)]
    return scores


def at_first(lines: tuple[Line, ...]) -> list[float]:
    """Return for every line how likely it is the article's, before the headline is known."""
    models = learnt().models
    own = _own(lines)
    scores = [logistic(models[0], features) for features in own]
    return [logistic(models[1], [*near, *features]) for near, features in zip(context(lines, scores, None), own, strict=True)]


@lru_cache(maxsize=2)
def _own(lines: tuple[Line, ...]) -> list[list[float]]:
    """Return the features of every line by itself; two rules ask for them."""
    return plain(lines)


def most_likely(scores: Sequence[float], change: float, bias: float) -> list[bool]:
    """Return the most likely course of keeping (true) and dropping, given what each change costs."""
    keep = drop = 0.0
    came: list[tuple[bool, bool]] = []
    for score in scores:
        sure = min(max(score, _EDGE), 1 - _EDGE)
        from_keep, from_drop = keep >= drop - change, drop >= keep - change
        came.append((from_keep, not from_drop))
        keep, drop = max(keep, drop - change) + math.log(sure) + bias, max(drop, keep - change) + math.log(1 - sure)
    course: list[bool] = []
    kept = keep >= drop
    for from_keep, dropped_from_keep in reversed(came):
        course.append(kept)
        kept = from_keep if kept else dropped_from_keep
    return course[::-1]


def logistic(model: Sequence[float], features: Sequence[float]) -> float:
    """Return the probability that a model gives to some features."""
    odds = model[0] + sum(map(mul, model[1:], features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _reason(draft: Draft, place: int, course: Sequence[bool]) -> str:
    """Return why a line is dropped: the section it stands in, or where it stands to the article."""
    if not any(course[:place]):
        return "before the article"
    for above in range(place, max(-1, place - 40), -1):
        if course[above] and draft.calls[above] is None:
            break
        reason = heading_reason(draft.lines[above])
        if reason:
            return reason
    return "not the article's" if any(course[place + 1 :]) else "after the article"
