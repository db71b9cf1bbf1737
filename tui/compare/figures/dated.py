"""What two moments say, by themselves and by what they date, of whether a reader finds them worth a look."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.figures.bond import Bond
from tui.compare.figures.evidence import Sign
from tui.compare.figures.excuses import excused
from tui.compare.figures.happening import other_deeds
from tui.compare.figures.mention import Mention
from tui.compare.moments import days_between
from tui.compare.standing import Standing
from tui.language.deeds import named_deeds
from tui.language.events import is_spoken
from tui.language.words import stem
from tui.model.detail import Kind, Moment

_APART: Final = 9.0  # the logarithm of the days between two moments, at most
_LONGEST: Final = ((1, "day"), (10, "week"), (62, "month"), (400, "year"))
"""The most days that a moment of each grain goes over."""
_GRAINS: Final = {"week": ("week",), "month": ("month",), "year": ("year", "season")}
"""Words of the grain of a moment whose days are not known."""


def said_of_moments(
    a: Mention, b: Mention, evidence: Bond, own: tuple[Claim | None, Claim | None]
) -> Iterator[tuple[str, float]]:
    """Yield how two moments stand to each other and to what they date."""
    x, y = a.detail.value, b.detail.value
    if isinstance(x, Moment) and isinstance(y, Moment):
        yield from _values(x, y)
        grains = sorted((_grain(a, x), _grain(b, y)))
        if evidence.standing is Standing.INSIDE:
            yield f"{grains[0]} in {grains[1]}", 1.0
        yield f"{grains[0]} and {grains[1]} apart", float(evidence.standing is Standing.APART)
    yield "cast", float(bool(a.cast & b.cast))
    yield "relation", float(a.detail.relation == b.detail.relation)
    tie = deeds_alike(a, b)
    yield "deeds", tie
    yield "deeds inside", tie * (evidence.standing is Standing.INSIDE)
    said = of_saying(a), of_saying(b)
    yield "one of saying", float(said[0] != said[1])
    yield "both of saying", float(all(said))
    yield "excused", float(excused(a, b, evidence))
    yield "untied", float(not evidence.signs.keys() & {Sign.EVENT, Sign.VERB, Sign.WORDS, Sign.TWIN})
    yield "other deeds", float(other_deeds(*own))


def _values(x: Moment, y: Moment) -> Iterator[tuple[str, float]]:
    """Yield how the values of two moments stand to each other."""
    yield "unknown", float(not (x.known and y.known))
    yield "one timed", float((x.minutes is None) != (y.minutes is None))
    if x.known and y.known:
        long, short = sorted(((m.last - m.first).days + 1 for m in (x, y)), reverse=True)
        yield "gap", min(math.log1p(days_between(x, y)), _APART) / 3
        yield "wide", math.log(long) / 3
        yield "wider", math.log(long / short) / 3


def _grain(mention: Mention, moment: Moment) -> str:
    """Return of what grain a moment is: a clock, a part of a day, a day, a week, a month, a year or more."""
    if moment.minutes is not None:
        return "clock" if mention.kind is Kind.TIME else "part"
    if moment.known:
        days = (moment.last - moment.first).days + 1
        return next((name for most, name in _LONGEST if days <= most), "age")
    if moment.iso:
        return "month" if moment.iso.startswith("--") and moment.iso.count("-") == len("--") else "day"
    words = mention.detail.text.lower()
    return next((name for name, said in _GRAINS.items() if any(word in words for word in said)), "day")


def of_saying(mention: Mention) -> bool:
    """Return whether a moment tells when something was said, *police said Friday*, and not when what was said happened."""
    return bool(mention.detail.verb) and is_spoken(stem(mention.detail.verb))


def deeds_alike(a: Mention, b: Mention) -> float:
    """Return how near two moments stand to one deed told by a verb or a noun, *voted* and *the vote*, 0 to 1."""
    one, two = _deeds(a), _deeds(b)
    return min(1.0, max((one[deed] * two[deed] for deed in one.keys() & two.keys()), default=0.0))


def _deeds(mention: Mention) -> Mapping[str, float]:
    """Return the stems of the verbs of the deeds told near a moment with their weights."""
    found: dict[str, float] = {}
    known = _verbs()
    for word, weight in mention.near.items():
        if deed := known.get(word, ""):
            found[deed] = max(found.get(deed, 0.0), weight)
    return found


@cache
def _verbs() -> Mapping[str, str]:
    """Return the stem of the verb of each stem that tells a deed, itself for a verb."""
    nominal = {stem(noun): stem(verb) for noun, verb in named_deeds().items() if not is_spoken(stem(verb))}
    return {**nominal, **{verb: verb for verb in nominal.values()}}
