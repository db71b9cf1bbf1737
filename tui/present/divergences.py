"""The list of divergences: most important first, two lines each."""

from collections import Counter
from collections.abc import Callable, Sequence

from tui.model.collation import Fact, Verdict
from tui.model.triage import Decision, Mark
from tui.present.lines import Entry, Line, Piece, Tone
from tui.present.plain import plain
from tui.present.signs import MARKS, SIGNS


def listed(facts: Sequence[Fact], decision_of: Callable[[Fact], Decision]) -> tuple[Entry, ...]:
    """Return one entry for each fact: sign, topic and verdict above, the readings in short below."""
    entries = []
    for fact in facts:
        sign, decision = SIGNS[fact.verdict], decision_of(fact)
        settled = decision.mark in {Mark.CONFIRMED, Mark.DISMISSED}
        topic = Tone.FAINT if settled else Tone.TEXT
        note = f"{' ↺' if decision.changed else ''}{' ✎' if decision.note else ''}"
        head = Line(
            (Piece(sign.mark, sign.tone, plain=True), Piece(fact.topic, topic, 2)),
            (
                Piece(f" {MARKS[decision.mark].strip()}{note} ".replace("  ", " "), Tone.ACCENT),
                Piece(sign.word, sign.tone, plain=True),
            ),
        )
        entries.append(Entry((head, Line((Piece(gist(fact), Tone.FAINT, 2),))), fact=fact.id, passage=fact.readings[0].passage))
    return tuple(entries)


def gist(fact: Fact) -> str:
    """Return the readings of a fact in one short line, equal ones counted, the silent named where silence is the point."""
    if fact.verdict is Verdict.OMISSION:
        told = " ".join(dict.fromkeys(reading.article for reading in fact.readings))
        return f"{' '.join(fact.silent)} silent, {told} {'tells' if ' ' not in told else 'tell'}"
    spelt = Counter(short(fact, place) for place in range(len(fact.readings)))
    return " · ".join(text if number == 1 else f"{text} ×{number}" for text, number in spelt.items())


def short(fact: Fact, place: int) -> str:
    """Return one reading in short: its value in plain words, or its words where the value hides what differs."""
    reading = fact.readings[place]
    values = {r.value for r in fact.readings}
    told = plain(reading.value) if len(values) > 1 and reading.value else reading.text
    return " ".join(told.split())


def tally(fact: Fact) -> str:
    """Return how the articles stand against one another: ``2 against 1``; empty where nobody is the odd one out."""
    odd = {reading.article for reading in fact.readings if reading.odd}
    rest = {reading.article for reading in fact.readings if not reading.odd}
    return f"{len(rest)} against {len(odd)}" if odd and rest else ""
