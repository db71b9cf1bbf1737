"""The headline: which line it is, where it is repeated, what is glued to it."""

import re
from typing import Final

from tui.clean.bylines import is_byline
from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.furniture import is_furniture
from tui.clean.stamps import is_stamp
from tui.model.article import PassageKind
from tui.model.rawcopy import LineRole

_FEWEST, _MOST = 3, 30  # words of a headline
_PROSE_WORDS: Final = 18
_GLUED: Final = re.compile(
    r"^(?:News|World|Politics|Sports?|Business|Opinion|Technology|Tech|Science|Health|Culture|Entertainment|Local|National|International"
    r"|Analysis|Exclusive|Video|Live|Economy|Markets|Lifestyle|Travel|Environment|Europe|Asia|Africa|Crime|Breaking)(?=[A-Z\"'$])"
)
_LABEL: Final = re.compile(r"^(?:title|headline|subject|slug)\s*:\s*", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s+(?:[|·•»]|-|--)\s+(?P<outlet>[A-Z][\w.'&]*(?: [\w.'&]+){0,4})$")
_SMALL: Final = re.compile(r"[a-z]{4,}|\d[\d.,]*\d")
_REACH: Final = 25  # lines below a headline in which its words come back
_ENOUGH: Final = 2.2
_DECK: Final = 2.2  # the score from which the line above a deck is the headline


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
    """Return the place of the line that is most like a headline; ``None`` where none is."""
    scored = [(score, -place) for place in range(len(draft.lines)) if (score := _score(draft, place)) > _ENOUGH]
    if not scored:
        return None
    place = -max(scored)[1]
    while place and (-(place - 1)) in {minus for score, minus in scored if score > _DECK} and draft.calls[place - 1] is None:
        place -= 1  # the line above is as good: this one is its deck
    return place


def _score(draft: Draft, place: int) -> float:
    """Return how much a line is like a headline: its shape, its repetition, and how its words come back below it."""
    line = draft.lines[place]
    if draft.calls[place] is not None or not _title_like(line):
        return 0.0
    below = draft.lines[place + 1 : place + 1 + _REACH]
    prose = [other for other in below if other.words >= _PROSE_WORDS and other.ends]
    if not prose:
        return 0.0
    words = set(_SMALL.findall(line.folded.lower()))
    text = " ".join(other.folded.lower() for other in prose)
    share = sum(word[:5] in text for word in words) / len(words) if words else 0.0
    near = [
        other
        for other in draft.lines[place + 1 : place + 4]
        if other.words >= _PROSE_WORDS or is_stamp(other) or is_byline(other)
    ]
    above = sum(other.words >= _PROSE_WORDS and other.ends for other in draft.lines[:place])
    twice = any(_repeats(other, line) for other in draft.lines[place + 1 : place + 12])
    return 2.5 * share + min(line.words, 9) / 9 + 0.6 * bool(near) + 1.0 * twice - 0.5 * above + _first(draft, place)


def _title_like(line: Line) -> bool:
    """Tell whether a line has the shape of a headline."""
    if not _FEWEST <= line.words <= _MOST or (line.folded[0].islower() and line.words < 6):  # noqa: PLR2004 - links are short
        return False
    if re.search(r"[.,;:]$", line.folded) and not re.search(r"\b(?:[A-Z]\.){2,}$|\.\.\.$", line.folded):
        return False
    return not (is_stamp(line) or is_byline(line) or is_furniture(line))


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


def _first(draft: Draft, place: int) -> float:
    """Return how much speaks for a line because the copy begins with it, most where prose follows at once."""
    if place:
        return 0.0
    below = draft.lines[1]
    return 1.3 if below.parted and below.ends and below.words >= _PROSE_WORDS else 0.3
