"""Events of BASIL and ECB+ against sheets drawn up by hand.

``python -m tests.measure sheets [develop|held-out|fresh] [-v] [--kinds] [--only KIND] [EVENT …]``

A sheet is a file of ``sheets/``. Its first line names the event, as ``wild.events`` names it, the half it belongs to
(``develop``, ``held-out``, or ``fresh``: held out as well, and counted seldom) and its articles in order: ids of ECB+, outlets of
BASIL. A row is rank, kind, verdict, title and short strings, an ``alarm`` row has a title and two strings.
``A12 over 20 years`` stands in sentence 12 of the first article: in ECB+ the number that the corpus gives the sentence, in
BASIL its place in the article counted from 1, where 0 is the title.

Scored as the open stories are. A row counts as told when one fact that does not agree touches two of its strings in the sentences
named, right when the kind is of the same family. A false alarm is a conflict on an alarm's pair that no third article has a part
in. In addition: how many facts that do not agree explain a row of any rank, at least that share of them is worth the look.
"""

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.measure.corpora import SHARED, rows
from tests.measure.planted import fits
from tests.measure.wild import article, facts, readings
from tui.model.article import Article
from tui.model.collation import Fact, Reading, Verdict

SHEETS: Final = Path(__file__).with_name("sheets")
HALVES: Final = ("develop", "held-out", "fresh")
_PLACE: Final = re.compile(r"([A-E])(\d+) (\S.*)")
_QUOTES: Final = str.maketrans("’‘“”", "''\"\"")
_LONG: Final = 8  # words of a reading that is no longer short
_LONGER: Final = 2.5  # times the string's own words
_PAIR: Final = 2  # articles that an alarm concerns, at most
_ALARM: Final = "alarm"

Sentences = Mapping[int, str]
"""The sentences of an article by their numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """A short string where it stands."""

    article: str
    """The letter."""
    sentence: int
    """The number of the sentence."""
    words: str
    """The string as printed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet."""

    rank: str
    """1, 2 or 3, or ``alarm``."""
    kind: str
    """The kind of detail; empty for an alarm."""
    verdict: str
    """What a reader says of it; empty for an alarm."""
    title: str
    """What it is about, or why a conflict would be false."""
    places: tuple[Place, ...]
    """The strings."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One event with what parts its articles."""

    event: str
    """``basil`` or ``ecb`` and the event's name."""
    half: str
    """``develop``, ``held-out`` or ``fresh``."""
    articles: tuple[str, ...]
    """Ids of ECB+ or outlets of BASIL, in the order of the letters."""
    rows: tuple[Row, ...]
    """The rows as they stand in the file."""


@dataclass(frozen=True, slots=True)
class Story:
    """An event's articles as the program reads them and as the corpus numbers their sentences."""

    articles: tuple[Article, ...]
    """What the program reads."""
    sentences: Mapping[str, Sentences]
    """The sentences by the article's letter."""


def read(path: Path) -> Sheet:
    """Return the sheet in a file."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    event, half, names = first.split("\t")
    return Sheet(event, half, tuple(names.split()), tuple(_row(line) for line in lines if line and not line.startswith("#")))


def _row(line: str) -> Row:
    rank, *cells = line.split("\t")
    kind, verdict, title, *places = ["", "", *cells] if rank == _ALARM else cells
    return Row(rank, kind, verdict, title, tuple(_place(cell) for cell in places))


def _place(cell: str) -> Place:
    found = _PLACE.fullmatch(cell)
    if not found:
        msg = f"no place: {cell!r}"
        raise ValueError(msg)
    return Place(found[1], int(found[2]), found[3])


def sheets(half: str = "", events: Sequence[str] = ()) -> list[Sheet]:
    """Return the sheets of one half, or of all, whose event's name holds one of ``events``, where any are given."""
    found = [read(path) for path in sorted(SHEETS.glob("*.tsv"))]
    return [s for s in found if half in {"", s.half} and (not events or any(event in s.event for event in events))]


def stories(wanted: Iterable[Sheet]) -> dict[str, Story]:
    """Return the stories of the sheets by the event's name."""
    told: dict[tuple[str, str], tuple[str | None, str | None, Sentences]] = {}
    for row in rows("basil/articles.jsonl.gz"):
        sentences = [row["title"], *(sentence for paragraph in row["paragraphs"] for sentence in paragraph)]
        told[f"basil {row['triple'][:8]}", row["source"]] = (row["date"], row["title"], dict(enumerate(sentences)))
    for row in rows("ecbplus/articles.jsonl.gz"):
        told[f"ecb {row['event']}", row["id"]] = (None, None, {s["n"]: s["text"] for s in row["sentences"]})
    return {sheet.event: _story([told[sheet.event, name] for name in sheet.articles]) for sheet in wanted}


def _story(told: Sequence[tuple[str | None, str | None, Sentences]]) -> Story:
    articles = tuple(
        article(place, published, headline, [text for n, text in sentences.items() if n or not headline])
        for place, (published, headline, sentences) in enumerate(told)
    )
    return Story(articles, {a.siglum: sentences for a, (_, _, sentences) in zip(articles, told, strict=True)})


def plain(text: str) -> str:
    """Return a text in lower case with its quotation marks and spaces levelled."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_QUOTES)).strip().lower()


def _stands(story: Story, fact: Fact, place: Place) -> bool:
    """Return whether a reading of a fact touches a string in its sentence."""
    return any(r.article == place.article and _touches(story, r, place) for r in fact.readings)


def _touches(story: Story, reading: Reading, place: Place) -> bool:
    """Return whether a reading is inside a string or holds it and is short, in the sentence named."""
    words, said, sentence = plain(place.words), plain(reading.text), plain(story.sentences[place.article][place.sentence])
    passage = next(plain(p.text) for a in story.articles for p in a.passages if p.id == reading.passage)
    inside = said in words or (words in said and len(said.split()) <= max(_LONG, _LONGER * len(words.split())))
    return bool(said) and inside and (passage in sentence or sentence in passage)


def _tells(story: Story, fact: Fact, row: Row) -> bool:
    """Return whether a fact touches two different strings of a row, or the only one."""
    least = min(2, len({plain(place.words) for place in row.places}))
    return len({plain(place.words) for place in row.places if _stands(story, fact, place)}) >= least


def _false(story: Story, fact: Fact, row: Row) -> bool:
    """Return whether a fact is a conflict on the two strings of an alarm alone."""
    alone = len({r.article for r in fact.readings}) <= _PAIR
    return fact.verdict is Verdict.CONFLICT and alone and all(_stands(story, fact, place) for place in row.places)


def score(story: Story, sheet: Sheet, found: Sequence[Fact], only: str = "") -> tuple[Counter[str], list[str]]:
    """Return counts of what is told and of what there is, and lines on what is not told and what explains nothing.

    With ``only`` the lines are of rows and facts of that kind alone.
    """
    parted = [fact for fact in found if fact.verdict is not Verdict.AGREE]
    counts, lines, explained = Counter[str](), list[str](), set[str]()
    for row in sheet.rows:
        if row.rank == _ALARM:
            bad = any(_false(story, fact, row) for fact in parted)
            counts.update({"alarms": 1, "false alarms": bad})
            lines += [f"  false alarm: {row.title}: {_cells(row)}"] * bad
            continue
        tell = [fact for fact in parted if _tells(story, fact, row)]
        explained.update(fact.id for fact in tell)
        counts.update({"rows": 1, "rows told": bool(tell)})
        if row.rank == "1":
            counts.update({"must": 1, "must told": bool(tell), "must right": any(fits(fact, row.kind) for fact in tell)})
        counts.update({f"rank {row.rank} {row.kind}": 1, f"rank {row.rank} {row.kind} told": bool(tell)})
        if not tell and only in {"", row.kind}:
            lines.append(f"  not told: {row.rank} {row.kind} {row.verdict}: {row.title}: {_cells(row)}")
    for fact in parted:
        counts.update({f"{fact.verdict} reported": 1, f"{fact.verdict} explained": fact.id in explained})
        if fact.id not in explained and only in {"", fact.kind.value}:
            lines.append(f"  explains no row: {fact.kind} {fact.verdict}: {fact.topic}: {readings(fact)}")
    return counts, lines


def _cells(row: Row) -> str:
    return " | ".join(f"{place.article}{place.sentence} {place.words}" for place in row.places)


def summary(counts: Counter[str]) -> Iterator[str]:
    """Yield what the counts say, a phrase each."""
    for name, part, whole in (
        ("must check", "must told", "must"),
        ("right kind", "must right", "must"),
        ("all rows", "rows told", "rows"),
        ("conflicts real", "conflict explained", "conflict reported"),
        ("false alarms", "false alarms", "alarms"),
    ):
        yield f"{name} {counts[part]}/{counts[whole]}"
    reported = {v: counts[f"{v} reported"] for v in Verdict if counts[f"{v} reported"]}
    each = ", ".join(f"{v} {counts[f'{v} explained']}/{n}" for v, n in reported.items())
    yield f"explained {sum(counts[f'{v} explained'] for v in Verdict)}/{sum(reported.values())} ({each})"


def kinds(counts: Counter[str]) -> Iterator[str]:
    """Yield how many rows of each rank and kind are told, a phrase each."""
    for name in sorted(name for name in counts if name.startswith("rank ") and not name.endswith(" told")):
        yield f"{name} {counts[f'{name} told']}/{counts[name]}"


def main(argv: list[str]) -> int:
    """Print what is told of the sheets, event by event and together."""
    parser = argparse.ArgumentParser(prog="tests.measure sheets")
    parser.add_argument("--verbose", "-v", action="store_true", help="print what is not told and which facts explain nothing")
    parser.add_argument("--kinds", action="store_true", help="print how many rows of each rank and kind are told")
    parser.add_argument("--only", default="", metavar="KIND", help="with -v, print rows and facts of this kind alone")
    parser.add_argument("names", nargs="*", metavar="develop | held-out | fresh | EVENT")
    asked = parser.parse_args(argv)
    if not (SHARED / "corpora").is_dir():
        print("the corpora are not there")
        return 1
    halves = [name for name in asked.names if name in HALVES]
    wanted = sheets("".join(halves[:1]), [name for name in asked.names if name not in HALVES])
    total = {half: Counter[str]() for half in HALVES}
    for name, story in stories(wanted).items():
        sheet = next(s for s in wanted if s.event == name)
        counts, lines = score(story, sheet, facts(list(story.articles)), asked.only)
        total[sheet.half].update(counts)
        print(f"{name} ({sheet.half}): {', '.join(summary(counts))}", *(lines if asked.verbose else ()), sep="\n")
    for half, counts in total.items():
        if counts:
            print(f"{half} together: {', '.join(summary(counts))}", *(kinds(counts) if asked.kinds else ()), sep="\n")
    return 0
