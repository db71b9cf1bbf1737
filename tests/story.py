"""A story made by hand: five invented articles on a ferry, with every verdict, hostile characters and wide script.

The tests of the desk use it, so that no picture changes with a constant of the engine.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from tui.model.alignment import Alignment, Candidate, Link, Point
from tui.model.article import Article, Passage, PassageKind, RemovedLine
from tui.model.collation import Collation, Copying, Fact, Reading, Sourcing, Verdict
from tui.model.detail import Attribution, Detail, Extraction, Kind, Moment, Name, Quotation
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

_MARKED: Final = re.compile(r"\{(?P<fact>\w+)(?P<odd>!?) (?P<text>[^|}]*)(?:\|(?P<value>[^}]*))?\}")
"""A reading in a passage: ``{wait over two hours|> 2 hour}``; a ``!`` after the topic makes it the odd one out."""


@dataclass
class _Draft:
    """The articles so far, and what their passages were marked with."""

    passages: dict[str, list[Passage]] = field(default_factory=dict)
    points: dict[str, list[str]] = field(default_factory=dict)
    readings: dict[str, list[Reading]] = field(default_factory=dict)


_HEADS: Final = {
    "A": Metadata(
        "Ferry stranded off the Lantern Rocks", "Harbour Wire", "Reuters", ("Ines Aldous",), "2031-03-04T02:50", language="en"
    ),
    "B": Metadata("A night aboard the Petrel, and the questions after", None, None, (), "2031-03-04", language="en"),
    "C": Metadata(
        "Passengers tell of “calm” on a stranded ferry", "Evening Courier", None, ("Jo Brandt",), None, "2031-03-05T09:07"
    ),
    "D": Metadata(
        "Costly rescue: 3 million for one ferry [/nope]",
        "Trend Post",
        None,
        (),
        "2031-03-06",
        address="https://trend.example/petrel",
    ),
    "E": Metadata("渡轮海燕号搁浅 Ferry Petrel aground", "Continental Review", None, ("王 Wei",), "2031-03-06T18:00"),
}

_TEXTS: Final = {
    "A": """
HEADLINE Ferry stranded off the Lantern Rocks
P1 The ferry {name Petrel} ran aground off the Lantern Rocks on Monday with {aboard 214 people|= 214} aboard, the coastguard said.
P2 They waited {wait over two hours|> 2 hour} for the first boat, in a swell of three metres.
P3 The company had last repaired the rudder {repair in January|2031-01}, its records show.
- A lifeboat crew from the mainland was called out and sent back again.
P4 The captain was {sure probably asleep|hedged} when the ship left the channel.
P5 Harbour master {speaker Lena Voss|Lena Voss} said the inquiry would “take as long as it takes”.
P6 The film of the rescue was put out by {film the coastguard|coastguard}.
P7 Two tugs brought the ship into port on Tuesday.
""",
    "B": """
HEADLINE A night aboard the Petrel, and the questions after
P1 With {aboard 214 passengers and crew|= 214} aboard, the ferry {name Petrel} struck a rock on Monday night.
P2 It was {wait nearly three hours|~< 3 hour} before help came alongside.
- Nobody on the upper deck had been told to put on a life jacket.
P4 The captain {sure may have dozed off|hedged}, a deckhand believes.
P6 Pictures of the rescue reached the papers through {film the coastguard|coastguard}.
P7 {tugs At least two|>= 2} tugs brought her in.
""",
    "C": """
HEADLINE Passengers tell of “calm” on a stranded ferry
P1 The {name! Petral} was carrying {aboard some 200 people|~ 200} when it ran onto rocks [@click=app.quit]near the harbour[/].
P2 Help was there {wait! within twenty minutes|<= 20 minute}, said a passenger who filmed it all.
P3 The rudder was last repaired {repair! in autumn|2030-09/2030-11}, according to the yard.
P4 The captain {sure! was asleep|asserted}.
P6 The film was shot by {film! a passenger|passenger}.
- A caf\u00e9 on the pier stayed open for everybody, free of charge.
""",
    "D": """
HEADLINE Costly rescue: {price! 3 million|3000000 EUR} for one ferry [/nope]
P1 The {name Petrel} hit the rocks on Monday night.
P8 The rescue cost {price 2.75 million euros|2750000 EUR}, the ministry said ␛[31m.
P5 Harbour master {speaker! Tomas Riehl|Tomas Riehl} promised an inquiry “as long as it takes”.
- Shares of the company fell by a tenth.
P7 {tugs Two|= 2} tugs towed the ship to port on Tuesday.
""",
    "E": """
HEADLINE 渡轮海燕号搁浅 Ferry Petrel aground
P1 渡轮“{name Petrel}”号星期一晚间在灯笼礁附近搁浅，船上载有{aboard 二百一十四人|= 214}，海岸警卫队说。
P2 The passengers waited {wait two and a half hours|= 2.5 hour} in the dark 👩‍👩‍👧 and the cold.
P7 拖船星期二把船拖进港口。
""",
}

_FACTS: Final = (
    ("wait", Kind.DURATION, "time until help came", Verdict.CONFLICT, 1, "C says minutes where the others say hours."),
    ("repair", Kind.DATE, "last repair of the rudder", Verdict.CONFLICT, 1, "January against autumn."),
    ("price", Kind.MONEY, "cost of the rescue", Verdict.CONFLICT, 1, "Headline and text of one article differ."),
    ("speaker", Kind.PERSON, "who is harbour master", Verdict.DIFFERS, 2, "Two people are given one office."),
    ("film", Kind.ATTRIBUTION, "who filmed the rescue", Verdict.ATTRIBUTION, 2, "The film is credited to different people."),
    ("sure", Kind.CERTAINTY, "whether the captain slept", Verdict.CERTAINTY, 2, "C states what the others only suppose."),
    ("aboard", Kind.NUMBER, "people aboard", Verdict.PRECISION, 2, "C rounds the number."),
    ("tugs", Kind.NUMBER, "tugs", Verdict.PRECISION, 3, "B leaves the number open."),
    ("name", Kind.NAME, "Petrel", Verdict.SPELLING, 3, "C spells the ferry's name differently."),
    ("calls", Kind.STATEMENT, "the lifeboat that was sent back", Verdict.OMISSION, 3, "A alone tells it."),
)


def story(size: int = 5) -> Collation:
    """Return the collation of the first ``size`` articles, 2 to 5."""
    sigla = list(_TEXTS)[:size]
    draft = _Draft()
    for siglum in sigla:
        _article(draft, siglum, _TEXTS[siglum])
    articles = tuple(
        Article(s, f"story/{s.lower()}.txt", Format.TEXT, _HEADS[s], tuple(draft.passages[s]), _removed(s)) for s in sigla
    )
    called = next(p for p in draft.passages["A"] if p.text.startswith("A lifeboat"))
    draft.readings["calls"] = [Reading("A", called.id, "sent back again", at := called.text.find("sent back"), at + 15)]
    points = tuple(
        Point(point, _label(draft, passages), tuple(passages)) for point, passages in draft.points.items() if len(passages) > 1
    )
    return Collation(
        articles, _extractions(articles), _alignment(articles, points), _facts(draft, sigla, points), _sourcing(sigla)
    )


def _article(draft: _Draft, siglum: str, text: str) -> None:
    """Add one article: a word for the point, ``-`` for a passage by itself, then the passage."""
    found = draft.passages.setdefault(siglum, [])
    for number, line in enumerate(text.strip().splitlines(), 1):
        point, _, marked = line.partition(" ")
        passage = f"{siglum}{number}"
        plain, at = "", 0
        for match in _MARKED.finditer(marked):
            plain += marked[at : match.start()]
            reading = Reading(
                siglum, passage, match["text"], len(plain), len(plain) + len(match["text"]), match["value"], bool(match["odd"])
            )
            draft.readings.setdefault(match["fact"], []).append(reading)
            plain += match["text"]
            at = match.end()
        plain += marked[at:]
        kind = PassageKind.HEADLINE if point == "HEADLINE" else PassageKind.BODY
        found.append(Passage(passage, siglum, kind, number, 2 * number - 1, plain, fold(plain)))
        if point.startswith("P"):
            draft.points.setdefault(point, []).append(passage)


def _label(draft: _Draft, passages: list[str]) -> str:
    """Return the first words of a point's first passage."""
    texts = {p.id: p.text for found in draft.passages.values() for p in found}
    return " ".join(texts[passages[0]].split()[:4])


def _removed(siglum: str) -> tuple[RemovedLine, ...]:
    """Return what cleaning took away from an article."""
    return (
        RemovedLine(41, f"Share this story, reader of {siglum}", "sharing"),
        RemovedLine(43, "Related: ten ferries you must see", "related articles"),
        RemovedLine(44, "Accept [bold]all[/bold] cookies", "consent"),
    )


def _alignment(articles: tuple[Article, ...], points: tuple[Point, ...]) -> Alignment:
    """Return links between the neighbours of each point, and a nearest passage for the first lone one."""
    links = [
        Link(a, b, round(0.9 - 0.13 * place, 2), why=("ferry", "rocks", "Monday")[: 1 + place % 3])
        for point in points
        for place, (a, b) in enumerate(zip(point.passages, point.passages[1:], strict=False))
    ]
    lone = next(p.id for p in articles[0].passages if p.text.startswith("A lifeboat"))
    near = [Candidate(lone, article.passages[2].id, 0.18) for article in articles[1:]]
    return Alignment(tuple(links), points, tuple(near))


def _facts(draft: _Draft, sigla: list[str], points: tuple[Point, ...]) -> tuple[Fact, ...]:
    """Return the facts that at least two readings, or one with silence around it, make."""
    home = {passage: point.id for point in points for passage in point.passages}
    found: list[Fact] = []
    for key, kind, topic, verdict, priority, note in _FACTS:
        readings = tuple(draft.readings.get(key, ()))
        if len(readings) < 2 and verdict is not Verdict.OMISSION:
            continue
        agree = verdict is not Verdict.OMISSION and len({r.value or r.text for r in readings}) == 1
        told = {reading.article for reading in readings}
        found.append(
            Fact(
                f"F{len(found) + 1}",
                home.get(readings[0].passage),
                kind,
                topic,
                Verdict.AGREE if agree else verdict,
                priority,
                readings if len(readings) > 2 else tuple(replace(r, odd=False) for r in readings),
                tuple(s for s in sigla if s not in told),
                note,
                ("waited", "boat") if key == "wait" else (),
            )
        )
    return tuple(found)


def _sourcing(sigla: list[str]) -> Sourcing:
    """Return that the second article copied from the first."""
    return Sourcing((Copying("A", "B", 0.18, (("A2", "B2"), ("A7", "B6"))),), len(sigla) - 1)


def _extractions(articles: tuple[Article, ...]) -> tuple[Extraction, ...]:
    """Return quotations, attributions and dates that the views show."""
    from datetime import date  # noqa: PLC0415  # used here alone

    found = []
    monday = Moment(date(2031, 3, 3), date(2031, 3, 3), "2031-03-03")
    for article in articles:
        details, quotations, attributions = [], [], []
        for passage in article.passages:
            at = passage.text.find("Monday")
            if at >= 0:
                details.append(Detail(passage.id, Kind.DATE, at, at + 6, "Monday", monday, "", "run"))
            for match in re.finditer(r"“([^”]{8,})”", passage.text):
                if passage.kind is PassageKind.BODY:
                    speaker = "Lena Voss" if article.siglum == "A" else "Tomas Riehl"
                    quotations.append(Quotation(passage.id, match.start(1), match.end(1), match[1], speaker))
            if (cue := passage.text.find("the coastguard said")) >= 0:
                source = (cue, cue + 14)
                attributions.append(Attribution(passage.id, source, (cue + 15, cue + 19), (0, cue - 2), "coastguard", named=True))
                details.append(Detail(passage.id, Kind.ORGANISATION, *source, "the coastguard", Name("coastguard")))
        found.append(Extraction(article.siglum, tuple(details), tuple(quotations), tuple(attributions)))
    return tuple(found)
