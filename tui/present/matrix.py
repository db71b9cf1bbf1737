"""The facts view: every fact against every article, the odd one out told apart, a dash for silence."""

from collections.abc import Callable, Sequence
from typing import Final

from tui.model.collation import Fact, Verdict
from tui.model.triage import Decision
from tui.present.divergences import short
from tui.present.lines import Entry, Line, Page, Piece, Tone
from tui.present.signs import MARKS, SIGNS, tone_of
from tui.present.story import Story, parted

_TOPIC_AT: Final = 5
_LEAST: Final = 14


def matrix(
    story: Story, facts: Sequence[Fact], sigla: Sequence[str], decision_of: Callable[[Fact], Decision], width: int
) -> Page:
    """Return one line for each fact: mark, sign, topic, and what each article says.

    ``facts`` are in the order to show, ``sigla`` the articles from left to right, ``width`` is in cells.
    """
    topic = max(18, min(34, width // 4))
    each = max(_LEAST, (width - _TOPIC_AT - topic - 2) // max(len(sigla), 1))
    stops = [_TOPIC_AT + topic + 1 + place * each for place in range(len(sigla))]
    heads = [Piece(f"{siglum} {story.outlet(siglum)}", Tone.STRONG, at) for siglum, at in zip(sigla, stops, strict=True)]
    head = (Line((Piece("Facts by article", Tone.STRONG, 1),), (Piece("— says nothing  ", Tone.FAINT),)), Line(tuple(heads)))
    return Page(head, tuple(_row(fact, sigla, stops, decision_of(fact)) for fact in facts))


def all_facts(story: Story, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the divergences that are shown and, below them, the facts on which all agree."""
    return (*facts, *(fact for fact in story.collation.facts if fact.verdict is Verdict.AGREE))


def _row(fact: Fact, sigla: Sequence[str], stops: Sequence[int], decision: Decision) -> Entry:
    """Return the line of one fact."""
    sign = SIGNS[fact.verdict]
    pieces = [
        Piece(MARKS[decision.mark], Tone.ACCENT, 1),
        Piece(sign.mark, sign.tone, 3, plain=True),
        Piece(fact.topic, Tone.FAINT if fact.verdict is Verdict.AGREE else Tone.TEXT, _TOPIC_AT),
    ]
    for siglum, at in zip(sigla, stops, strict=True):
        places = [place for place, reading in enumerate(fact.readings) if reading.article == siglum]
        if not places:
            pieces.append(Piece("—", Tone.FAINT, at))
            continue
        odd = any(fact.readings[place].odd for place in places) and parted(fact)
        tone = tone_of(fact.verdict, fact.readings[places[0]], parted=parted(fact)) if odd else Tone.TEXT
        if fact.verdict is Verdict.AGREE:
            tone = Tone.FAINT
        pieces.append(Piece(" / ".join(dict.fromkeys(short(fact, place) for place in places)), tone, at))
    return Entry((Line(tuple(pieces)),), fact.readings[0].passage, fact.id)
