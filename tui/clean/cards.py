"""Cards that lead to other stories, told by how they are printed, and what is printed twice."""

import re
from collections import defaultdict
from typing import Final

from tui.clean.draft import Call, Draft
from tui.model.article import PassageKind
from tui.model.rawcopy import Format

_TITLED: Final = 5  # words of a title that is told again
_SAID: Final = 10  # words of a sentence that nobody writes twice
_NEAR: Final = 2  # lines from the picture's text to the link
_CARD: Final = 6  # lines of a card
_LABEL: Final = 4  # words of a section's name
_PRICE: Final = re.compile(r"\d[.,]\d")
_SHOUTED: Final = 7  # words of a title in capitals; a subheading is shorter


def cards(draft: Draft) -> Draft:
    """Take away, as doubtful, what leads to other stories: cards whose title stands in them twice, titles in capitals."""
    return _shouted(_twins(draft)) if draft.format in {Format.TEXT, Format.PDF} else draft


def _shouted(draft: Draft) -> Draft:
    """Take away long titles in capitals from an article that is not all in capitals."""
    loud = [
        place
        for place, line in draft.open()
        if line.words >= _SHOUTED and line.folded.isupper() and not line.ends and not _PRICE.search(line.folded)
    ]
    prose = sum(line.ends and line.words >= _SAID and not line.folded.isupper() for _place, line in draft.open())
    return draft.call(dict.fromkeys(loud, Call(None, "related articles", doubtful=True))) if prose > len(loud) else draft


def _twins(draft: Draft) -> Draft:
    """Take away cards whose title stands in them twice, for picture and link, and a sentence told a second time.

    What is printed three times is a list or a refrain.
    """
    told: dict[str, list[int]] = defaultdict(list)
    for place, line in draft.open():
        if line.words >= _TITLED and line.folded[0] != "-":
            told[line.folded].append(place)
    decided: dict[int, Call] = {}
    top = next(iter(draft.kept(PassageKind.HEADLINE)), 0)
    for above, below in (places for places in told.values() if len(places) == 2):  # noqa: PLR2004 - twins
        line = draft.lines[above]
        if below - above <= _NEAR and not line.ends:
            decided |= dict.fromkeys(_card(draft, above, below), Call(None, "related articles", doubtful=True))
        elif line.words >= _SAID and line.ends:
            decided[above if above < top else below] = Call(None, "printed twice", doubtful=True)
    return draft.call(decided)


def _card(draft: Draft, above: int, below: int) -> list[int]:
    """Return the open lines of the block, between two blank lines, in which a title stands twice: labels and a teaser."""
    lines = draft.lines
    first = next((place for place in range(above, -1, -1) if lines[place].parted), 0)
    last = next((place for place in range(below + 1, len(lines)) if lines[place].parted), len(lines))
    rest = [place for place in range(first, last) if place not in {above, below} and lines[place].words >= _LABEL]
    card = last - first <= _CARD and (not rest or rest == [below + 1])
    return [place for place in (range(first, last) if card else (above, below)) if draft.calls[place] is None]
