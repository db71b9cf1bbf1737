"""The headline: which line it is, where it is repeated, what is glued to it."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.furniture import reason_for
from tui.clean.judge import at_first, logistic
from tui.clean.stamps import is_stamp
from tui.clean.titles import candidates, may_be
from tui.model.article import PassageKind
from tui.model.rawcopy import Format, LineRole

_FEWEST: Final = 3  # words of a headline that can be told in another line
_GLUED: Final = re.compile(
    r"^(?:News|World|Politics|Sports?|Business|Opinion|Technology|Tech|Science|Health|Culture|Entertainment|Local|National|International"
    r"|Analysis|Exclusive|Video|Live|Economy|Markets|Lifestyle|Travel|Environment|Europe|Asia|Africa|Crime|Breaking)(?=[A-Z\"'$])"
)
_LABEL: Final = re.compile(r"^(?:title|headline|subject|slug|(?:share )?all sharing options for)\s*:\s*", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s+(?:[|·•»]|-|--)\s+(?P<outlet>[A-Z][\w.'&]*(?: [\w.'&]+){0,4})$")
_ENOUGH: Final = 0.4
_EVEN: Final = 0.05  # odds that do not tell a headline from the deck right below it


def headline(draft: Draft) -> Draft:
    """Find the headline, part it from a glued section label, and take its repetitions away."""
    marked = next((place for place, line in enumerate(draft.lines) if line.role is LineRole.HEADLINE), None)
    found = marked if marked is not None else _found(draft)
    if found is None:
        return draft
    twins = [place for place, line in enumerate(draft.lines) if place == found or _repeats(line, draft.lines[found])]
    best = found if marked is not None else min(twins, key=lambda place: (len(_bare(draft.lines[place].folded)), place))
    text = draft.lines[best].folded
    label = _LABEL.match(text) or _GLUED.match(text)
    skip = label.end() if label else 0
    tails = (_TAIL.search(draft.lines[place].folded) for place in twins if place != best)
    outlet = next((tail["outlet"] for tail in tails if tail and tail.string[: tail.start()] == text[skip:]), None)
    decided = {place: removed("headline repeated") for place in twins if place != best}
    decided[best] = Call(PassageKind.HEADLINE, skip=skip)
    return draft.call(decided, headline=_bare(text[skip:]), outlet=outlet)


def _found(draft: Draft) -> int | None:
    """Return the place of the line that is most like a headline; ``None`` where none is enough like one."""
    if draft.format not in {Format.TEXT, Format.PDF, Format.DOCX} or not draft.lines:
        return None
    model = _model()
    told = [(logistic(model, features), -place) for place, features in candidates(draft.lines, at_first(draft.lines))]
    score, place = max(told, default=(0.0, 0))
    place = next((upper for other, upper in told if upper == place + 1 and other > score - _EVEN), place)
    return _above_deck(draft.lines, -place) if score > _ENOUGH else None


def _above_deck(lines: tuple[Line, ...], place: int) -> int:
    """Return the place of the headline where the line found is its deck, as a tidy copy begins with the one above the other."""
    top = next(above for above, line in enumerate(lines) if not is_stamp(line))
    headed = top == place - 1 and lines[top].words > _FEWEST and not re.search(r"[.:,;]$", lines[top].folded)
    return top if headed and reason_for(lines[top]) is None and may_be(lines[top]) else place


@cache
def _model() -> tuple[float, ...]:
    """Return the weights by which a headline is told, fitted by ``tests/measure/fit_headline.py``."""
    return tuple(json.loads(files("tui.clean").joinpath("headline.json").read_text(encoding="utf-8")))


def _repeats(other: Line, line: Line) -> bool:
    """Tell whether two lines are one headline, a label before it or an outlet behind it aside."""
    a, b = (_LABEL.sub("", _bare(text.folded)) for text in (other, line))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short.split()) < _FEWEST or len(long) > len(short) + 30:
        return False
    return (long.endswith(short) and long[: -len(short)].replace(" ", "").isalpha()) or (
        long.startswith(short) and bool(_TAIL.match(long[len(short) :]))
    )


def _bare(folded: str) -> str:
    """Return a line with its spaces levelled."""
    return " ".join(folded.split())
