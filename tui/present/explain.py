"""The diff pane: one fact in all its readings, or what is known of a passage without one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.model.collation import Fact, Reading
from tui.model.triage import Decision, Mark
from tui.present.divergences import tally
from tui.present.lines import BLANK, Entry, Line, Piece, Tone, words
from tui.present.plain import alike, ordinal_place, plain
from tui.present.signs import SIGNS, tone_of
from tui.present.story import Story, parted
from tui.present.wordwise import Change, around, wordwise

_WORDS_AT: Final = 5
_WIDEST: Final = 46
_COMMON: Final = 0.4  # the least share of common words, of both passages, that makes a comparison readable
_FAR: Final = 70  # characters shown on each side of a reading, where there is room
_NEAR: Final = 16  # and at the least
_ODD: Final = "◀ the odd one out"
_ODDS: Final = "◀ one of the odd"


def headline_of(fact: Fact, decision: Decision) -> Line:
    """Return the rule above the pane: verdict, topic, tally, mark."""
    sign = SIGNS[fact.verdict]
    against = tally(fact)
    left = (
        Piece("─", Tone.RULE),
        Piece(f" {sign.mark} {sign.word} ", sign.tone, block=True),
        Piece("─ ", Tone.RULE),
        Piece(fact.topic + (f" · {against}" if against else ""), Tone.STRONG),
        Piece(" ", Tone.RULE),
    )
    right = (Piece(f" {decision.mark} ", Tone.FAINT if decision.mark is Mark.OPEN else Tone.ACCENT), Piece("─", Tone.RULE))
    return Line(left, right, fill=True)


def explained(story: Story, fact: Fact, decision: Decision, pair: tuple[int, int], width: int) -> tuple[Entry, ...]:
    """Return the readings of a fact, how two of them differ word by word, why they belong together, and the note.

    ``pair`` holds two places in ``fact.readings``; ``width`` is in cells.
    """
    spelt = max((len(quoted(reading)) for reading in fact.readings), default=0)
    value_at = _WORDS_AT + min(spelt, _WIDEST, max(12, width // 2 - 8)) + 2
    values = [plain(reading.value) for reading in fact.readings]
    place_at = value_at + max((len(value) for value in values), default=0) + (4 if any(values) else 1)
    odd_at = place_at + max((len(where(story, reading)) for reading in fact.readings), default=0) + 3
    entries = [Entry((BLANK,), rests=False)]
    stops = _Stops(value_at, place_at, odd_at if odd_at + len(_ODD) < width else place_at, width)
    entries += [_reading(story, fact, reading, stops) for reading in fact.readings]
    if fact.silent:
        says = "says" if len(fact.silent) == 1 else "say"
        silent = Line((Piece(" ".join(fact.silent), Tone.FAINT, 2), Piece(f"  {says} nothing on it", Tone.FAINT)))
        entries.append(Entry((silent,), rests=False))
    if decision.note:
        entries.append(
            Entry((Line((Piece("note", Tone.ACCENT, 1), Piece(decision.note, Tone.ITALIC, 10)), indent=10),), rests=False)
        )
    if decision.changed:
        entries.append(
            Entry((Line((Piece("changed", Tone.ACCENT, 1), Piece(decision.changed, Tone.TEXT, 10)), indent=10),), rests=False)
        )
    entries.append(Entry((BLANK,), rests=False))
    told = [Line((Piece("differs", Tone.FAINT, 1), Piece(fact.note, Tone.TEXT, 10)), indent=10)] if fact.note else []
    told += [*_differences(story, fact, pair, width), *_because(story, fact)]
    entries += [Entry((line,), rests=False) for line in told]
    return tuple(entries)


def quoted(reading: Reading) -> str:
    """Return the words of a reading in quotation marks, spaces levelled."""
    return f"“{' '.join(reading.text.split())}”"


@dataclass(frozen=True, slots=True)
class _Stops:
    """Where the columns of the readings begin, in cells."""

    value: int
    """The normalised value."""
    place: int
    """The outlet and the place."""
    odd: int
    """The note on the odd one out; equal to ``place`` where outlet and place have no room."""
    width: int
    """The whole width."""


def _reading(story: Story, fact: Fact, reading: Reading, stops: _Stops) -> Entry:
    """Return the line of one reading."""
    value = plain(reading.value)
    tone = tone_of(fact.verdict, reading, parted=parted(fact))
    odd = reading.odd and parted(fact)
    words = _ODD if len({r.article for r in fact.readings if r.odd}) == 1 else _ODDS
    left = (
        Piece(reading.article, Tone.ACCENT, 2),
        Piece(quoted(reading), tone if odd else Tone.TEXT, _WORDS_AT, plain=not odd),
        *((Piece(f"= {value}", tone, stops.value, plain=True),) if value else ()),
        *((Piece(where(story, reading), Tone.FAINT, stops.place),) if stops.place < stops.odd else ()),
    )
    if odd and stops.odd + len(_ODD) < stops.width:
        return Entry((Line((*left, Piece(words, tone, stops.odd, plain=True))),), reading.passage, fact.id)
    return Entry((Line(left, (Piece(f" {words} ", tone, plain=True),) if odd else ()),), reading.passage, fact.id)


def where(story: Story, reading: Reading) -> str:
    """Return the outlet, where one is stated, and the place of a reading."""
    passage = story.passages.get(reading.passage)
    place = ordinal_place(passage.paragraph, passage.line) if passage else ""
    outlet = story.outlet(reading.article)
    return f"{outlet} {place}" if outlet != "no outlet" else place


def _differences(story: Story, fact: Fact, pair: tuple[int, int], width: int) -> list[Line]:
    """Return how two readings differ word by word, with the words around them."""
    if len(fact.readings) < 2:  # noqa: PLR2004  # a difference takes two
        return []
    a, b = (fact.readings[place] for place in pair)
    texts = [story.passages[reading.passage].text for reading in (a, b) if reading.passage in story.passages]
    if len(texts) < 2 or a.passage == b.passage:  # noqa: PLR2004  # see above
        return []
    reach = [max(_NEAR, min((width - 16 - (reading.end - reading.start)) // 2, _FAR)) for reading in (a, b)]
    near = [around(text, r.start, r.end, far) for text, r, far in zip(texts, (a, b), reach, strict=True)]
    runs = wordwise(*near)
    sizes = [len(run.text.split()) * (2 if run.change is Change.KEPT else 1) for run in runs]
    kept = sum(size for run, size in zip(runs, sizes, strict=True) if run.change is Change.KEPT)
    if kept < _COMMON * sum(sizes):
        return [_in_context(a, texts[0], near[0], Tone.GONE), _in_context(b, texts[1], near[1], Tone.COME)]
    pieces = [Piece(f"{a.article} to {b.article}", Tone.FAINT, 1)]
    for place, run in enumerate(runs):
        if place and run.apart:
            pieces.append(Piece(" ", Tone.FAINT))
        pieces.append(Piece(run.text, _WORD_TONES[run.change], None if place else 10))
    return [Line(tuple(pieces), indent=10)]


def _in_context(reading: Reading, text: str, found: str, tone: Tone) -> Line:
    """Return a reading among the words ``found`` around it, for passages too unlike to compare word by word."""
    start = text.rindex(found, 0, reading.start + len(found))
    before, after = text[start : reading.start], text[reading.end : start + len(found)]
    lead = "… " if start else ""
    tail = "" if start + len(found) >= len(text) else " …"
    words_of = (
        Piece(lead + before, Tone.FAINT, 10),
        Piece(text[reading.start : reading.end], tone),
        Piece(after + tail, Tone.FAINT),
    )
    return Line((Piece(f"in {reading.article}", Tone.FAINT, 1), *words_of), indent=10)


_WORD_TONES: Final = {Change.KEPT: Tone.FAINT, Change.GONE: Tone.GONE, Change.COME: Tone.COME}


def _because(story: Story, fact: Fact) -> list[Line]:
    """Return why the readings belong together."""
    reasons = " · ".join(fact.why)
    likenesses = _likenesses(story, fact)
    matched = "; ".join(part for part in (reasons, likenesses) if part)
    return [Line((Piece("matched", Tone.FAINT, 1), Piece(matched, Tone.FAINT, 10)), indent=10)] if matched else []


def _likenesses(story: Story, fact: Fact) -> str:
    """Return how alike the passages of the readings are, in words."""
    places = {reading.passage for reading in fact.readings}
    found = [
        f"{alike(link.likeness)} between {story.passages[link.a].siglum} and {story.passages[link.b].siglum}"
        + (", linked by hand" if link.by_hand else "")
        for passage in sorted(places)
        for link in story.links_of.get(passage, ())
        if link.a == passage and link.b in places
    ]
    return "likeness " + ", ".join(dict.fromkeys(found)) if found else ""


def alone(story: Story, passages: Sequence[str], near: Sequence[tuple[str, str]]) -> tuple[Entry, ...]:
    """Return what is known of a row on which the articles do not part; ``near`` holds passages and sigla silent on them."""
    entries = [Entry((BLANK,), rests=False)]
    for passage in passages:
        p = story.passages[passage]
        found = Line(
            (Piece(p.siglum, Tone.ACCENT, 2), Piece(p.text, Tone.TEXT, _WORDS_AT)),
            (Piece(f" {ordinal_place(p.paragraph, p.line)} ", Tone.FAINT),),
        )
        entries.append(Entry((found,), passage))
    for passage, siglum in near:
        entries.append(_nearest(story, passage, siglum))
    reasons = " · ".join(dict.fromkeys(w for p in passages for link in story.links_of.get(p, ()) for w in link.why))
    if reasons:
        entries += [
            Entry((BLANK, Line((Piece("matched", Tone.FAINT, 1), Piece(reasons, Tone.FAINT, 10)), indent=10)), rests=False)
        ]
    return tuple(entries)


def _nearest(story: Story, passage: str, siglum: str) -> Entry:
    """Return the nearest passage of a silent article."""
    candidate = story.nearest.get((passage, siglum))
    if candidate is None:
        return Entry((Line((Piece(siglum, Tone.FAINT, 2), Piece("nothing on this", Tone.FAINT, _WORDS_AT))),), rests=False)
    p = story.passages[candidate.nearest]
    told = f"nothing on this; nearest ¶{p.paragraph}, {alike(candidate.likeness)}: {p.text}"
    return Entry(
        (words(""), Line((Piece(siglum, Tone.FAINT, 2), Piece(told, Tone.FAINT, _WORDS_AT)), indent=_WORDS_AT))[1:], p.id
    )
