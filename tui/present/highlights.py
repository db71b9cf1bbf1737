"""What is underlined in each passage, and the sign that stands beside it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from tui.present.lines import Tone
from tui.present.signs import SIGNS, tone_of
from tui.present.story import Story, parted


@dataclass(frozen=True, slots=True)
class Highlight:
    """A run of a passage on which the articles part."""

    start: int
    """Where it begins in the passage's text, in code points."""
    end: int
    """Where it ends."""
    tone: Tone
    """Its tone."""
    sign: str
    """The sign that stands in the gutter of the line it begins on."""
    rank: int
    """The gravity of its verdict, 0 the gravest."""
    fact: str
    """The fact it belongs to."""


def highlights(
    story: Story, passage: str, shown: Container[str], hits: Sequence[tuple[int, int]] = (), held: str | None = None
) -> tuple[Highlight, ...]:
    """Return the highlights of a passage in reading order, none overlapping; of two on one run the graver stays.

    ``shown`` holds the facts that the reader's filters let through; ``hits`` are runs that a search found, which go before all,
    and after them goes the fact ``held``, the one in hand.
    """
    text = story.passages[passage].text
    found = [Highlight(start, end, Tone.HIT, "", -1, "") for start, end in hits]
    for fact, reading in story.told_in.get(passage, ()):
        sign = SIGNS[fact.verdict]
        if (fact.id in shown or fact.id == held) and 0 <= reading.start < reading.end <= len(text):
            tone = tone_of(fact.verdict, reading, parted=parted(fact))
            found.append(Highlight(reading.start, reading.end, tone, sign.mark, sign.rank, fact.id))
    taken: list[Highlight] = []
    for mark in sorted(found, key=lambda mark: (bool(mark.fact) and mark.fact != held, mark.rank, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in taken):
            taken.append(mark)
    return tuple(sorted(taken, key=lambda mark: mark.start))
