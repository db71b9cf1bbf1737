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
_CUT: Final = re.compile(r"[\w,] ?(?:\.{3}|\u2026|\[(?:\.{3}|\u2026)\])$")
_COUNTED: Final = re.compile(r"[a-z\"'?!\d] \(\d{1,4}\)$")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED: Final = re.compile(
    rf"[,\"] (?:(?:accessed|retrieved|published) )?(?:{_MONTH} \d{{1,2}}, |{_MONTH} |\d{{1,2}} {_MONTH} )\d{{4}}\.?$"
)
_SEVERAL: Final = 3
_SHOUTED: Final = 7  # words of a title in capitals; a subheading is shorter


def cards(draft: Draft) -> Draft:
    """Take away, as doubtful, what leads to other stories or to sources, told by its print, and what is printed a second time."""
    if draft.format not in {Format.TEXT, Format.PDF}:
        return draft
    for rule in (_twins, _shouted, _excerpts, _counted, _references):
        draft = rule(draft)
    return draft


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


def _excerpts(draft: Draft) -> Draft:
    """Take away a title with the beginning of its story right below, cut off by dots."""
    decided: dict[int, Call] = {}
    for place, line in draft.open():
        above = draft.lines[place - 1] if place and draft.calls[place - 1] is None else None
        if above is not None and line.words >= _TITLED and _CUT.search(line.folded) and above.words >= _LABEL and not above.ends:
            decided |= dict.fromkeys((place - 1, place), Call(None, "related articles", doubtful=True))
    return draft.call(decided)


def _counted(draft: Draft) -> Draft:
    """Take away titles with the number of their comments behind them, where there are several."""
    titles = [place for place, line in draft.open() if line.words > _TITLED and _COUNTED.search(line.folded)]
    return draft.call(dict.fromkeys(titles, Call(None, "related articles", doubtful=True)) if len(titles) >= _SEVERAL else {})


def _references(draft: Draft) -> Draft:
    """Take away the list of what a fact-check draws on: several lines in a row, each with its date at the end."""
    decided: dict[int, Call] = {}
    run: list[int] = []
    for place, line in enumerate(draft.lines):
        if draft.calls[place] is None and line.words > _TITLED and _DATED.search(line.folded):
            run.append(place)
            continue
        decided |= dict.fromkeys(run, Call(None, "source", doubtful=True)) if len(run) >= _SEVERAL else {}
        run = []
    return draft.call(decided | (dict.fromkeys(run, Call(None, "source", doubtful=True)) if len(run) >= _SEVERAL else {}))


def _card(draft: Draft, above: int, below: int) -> list[int]:
    """Return the open lines of the block, between two blank lines, in which a title stands twice: labels and a teaser."""
    lines = draft.lines
    first = next((place for place in range(above, -1, -1) if lines[place].parted), 0)
    last = next((place for place in range(below + 1, len(lines)) if lines[place].parted), len(lines))
    rest = [place for place in range(first, last) if place not in {above, below} and lines[place].words >= _LABEL]
    card = last - first <= _CARD and (not rest or rest == [below + 1])
    return [place for place in (range(first, last) if card else (above, below)) if draft.calls[place] is None]
