"""Quotations with their speakers on BASIL, attributions on PolNeAR, and the time that names and voices take."""

import re
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.measure.corpora import rows
from tui.details.names.cast import cast
from tui.details.names.names import names
from tui.details.voices.certainty import certainty
from tui.details.voices.negation import negation
from tui.details.voices.sayings import sayings
from tui.model.article import Article, Cleaned, Paragraph, Passage, PassageKind
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata
from tui.split import split

_NEAR: Final = 0.6
_MOST_QUOTED: Final = 0.5
_BODIES: Final = ("campaign", "lawmakers", "democrats", "republicans", "officials", "catholics", "plaintiffs")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    measure: str
    """What is measured."""
    reached: str
    """The figure."""
    wanted: str
    """The figure asked for."""


def lines() -> Iterator[Line]:
    """Yield the lines of the table."""
    yield from _quotations()
    yield from _attributions()
    yield _speed()


def _basil() -> Iterator[list[tuple[dict[str, Any], Article]]]:
    """Yield the events of BASIL, each its articles with their gold."""
    events: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("basil/articles.jsonl.gz"):
        events[row["triple"]].append(row)
    for told in events.values():
        yield [(row, _article("ABC"[place], row["paragraphs"])) for place, row in enumerate(told)]


def _article(letter: str, paragraphs: Iterable[Iterable[str]]) -> Article:
    """Return an article of sentences already split, numbered from 0 as BASIL numbers them."""
    found: list[Passage] = []
    for number, sentences in enumerate(paragraphs, 1):
        for text in sentences:
            found.append(Passage(f"{letter}{len(found)}", letter, PassageKind.BODY, number, number, text, fold(text)))
    return Article(letter, letter, Format.TEXT, passages=tuple(found))


def _quotations() -> Iterator[Line]:
    """Yield how many quoted spans are found and how many named speakers have the right surname."""
    spans = found = named = right = 0
    for event in _basil():
        for (gold, article), scene in zip(event, cast([article for _, article in event]), strict=True):
            quotations = sayings(scene).quotations
            for quote in gold["quotes"]:
                passage = article.passages[int(quote["id"][1:])]
                start, end = _inside(passage.folded, quote["start"], quote["end"])
                hits = [
                    q
                    for q in quotations
                    if q.passage == passage.id and min(end, q.end) - max(start, q.start) >= _MOST_QUOTED * (end - start)
                ]
                spans += 1
                found += bool(hits)
                speaker = quote["speaker"]
                if "_" in speaker and speaker[0].isupper() and not any(body in speaker.lower() for body in _BODIES):
                    named += 1
                    right += bool(hits) and _surname(hits[0].speaker or "") == _surname(speaker.replace("_", " "))
    yield Line("BASIL: quoted spans found", f"{found / spans:.3f} ({found} of {spans})", ">= .98")
    yield Line("BASIL: surname of a named speaker right", f"{right / named:.3f} ({right} of {named})", ">= .70")


def _inside(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a gold span without the marks and blanks at its ends."""
    while start < end and folded[start] in "\"' ":
        start += 1
    while end > start and folded[end - 1] in "\"' ,":
        end -= 1
    return start, end


def _surname(name: str) -> str:
    """Return the last word of a name in lower case; empty for no name."""
    return name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution as sets of places in an article's text."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(slots=True)
class Score:
    """Counts of attributions."""

    found: int = 0
    """Those of the program."""
    gold: int = 0
    """Those of the annotators."""
    union: int = 0
    """Those of the program with a right cue and content, by intersection over union."""
    dice: int = 0
    """The same by Dice."""
    source: int = 0
    """Those with a right source among those right by union."""


def held_out(article: str) -> bool:
    """Return whether an article of PolNeAR, by its id, is in the half that no rule is mended on."""
    return bool(zlib.crc32(article.encode()) % 2)


def _attributions() -> Iterator[Line]:
    """Yield precision and recall of attributions for both halves and for all, by two ways of counting overlap."""
    halves = {"half developed on": Score(), "half held out": Score(), "all": Score()}
    for row in rows("polnear/articles.jsonl.gz"):
        half = "half held out" if held_out(str(row["id"])) else "half developed on"
        _count(row, (halves[half], halves["all"]))
    for half, score in halves.items():
        for name, hits in (("union", score.union), ("Dice", score.dice)):
            precision, recall = hits / score.found, hits / score.gold
            told = f"{precision:.3f}, {recall:.3f} ({hits} of {score.found}, {score.gold})"
            yield Line(f"PolNeAR, {half}: precision and recall, content by {name}", told, ">= .65, >= .55")
        yield Line(f"PolNeAR, {half}: source right among those found", f"{score.source / score.union:.3f}", ">= .80")


def _count(row: dict[str, Any], scores: Sequence[Score]) -> None:
    """Add the attributions of an article to some scores."""
    ours, theirs = _ours(row["text"]), _theirs(row)
    for score in scores:
        score.found, score.gold = score.found + len(ours), score.gold + len(theirs)
    left = list(theirs)
    for one in ours:
        meets = [other for other in left if one.cue & other.cue]
        best = max(meets, key=lambda other: _jaccard(one.content, other.content), default=None)
        if best is None:
            continue
        shared = _jaccard(one.content, best.content)
        smaller = min(len(one.source), len(best.source))
        source = len(one.source & best.source) >= _NEAR * smaller if smaller else one.source == best.source
        for score in scores:
            score.dice += 2 * shared / (1 + shared) >= _NEAR
            score.union += shared >= _NEAR
            score.source += shared >= _NEAR and source
        if shared >= _NEAR:
            left.remove(best)


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the share of common places among all, 0 to 1."""
    return len(a & b) / len(a | b) if a | b else 0.0


def _read(text: str) -> tuple[Article, list[int]]:
    """Return a text as an article and the place at which each of its passages begins."""
    paragraphs = list(re.finditer(r"[^\n]+", text))
    cleaned = tuple(Paragraph(PassageKind.BODY, match.group(), n) for n, match in enumerate(paragraphs, 1))
    article = split(Cleaned("", Format.TEXT, Metadata(), cleaned, ()), "A")
    begins, here, paragraph = [], 0, 0
    for passage in article.passages:
        if passage.paragraph != paragraph:
            paragraph, here = passage.paragraph, paragraphs[passage.paragraph - 1].start()
        begins.append(text.index(passage.text, here))
        here = begins[-1] + len(passage.text)
    return article, begins


def _ours(text: str) -> list[Told]:
    """Return the attributions that the program finds in a text."""
    article, begins = _read(text)
    begin = dict(zip((p.id for p in article.passages), begins, strict=True))
    return [
        Told(
            _places([a.source], begin[a.passage]),
            _places([a.cue], begin[a.passage]),
            _places([a.content, a.rest], begin[a.passage]),
        )
        for a in sayings(cast([article])[0]).attributions
    ]


def _places(spans: Iterable[tuple[int, int] | None], begin: int) -> frozenset[int]:
    """Return the places of a text that spans of a passage hold."""
    return frozenset(n + begin for span in spans if span for n in range(*span))


def _theirs(row: dict[str, Any]) -> list[Told]:
    """Return the gold attributions with cue and content; the content is cut to the passage of its cue where it reaches in."""
    article, begins = _read(row["text"])
    reach = [(begin, begin + len(p.text)) for p, begin in zip(article.passages, begins, strict=True)]
    found = []
    for gold in row["attributions"]:
        if not gold["cue"] or not gold["content"]:
            continue
        source, cue, content = (
            frozenset(n for a, b, _ in gold[key] for n in range(a, b)) for key in ("source", "cue", "content")
        )
        home = next(((a, b) for a, b in reversed(reach) if a <= min(cue)), (0, 0))
        found.append(Told(source, cue, content & frozenset(range(*home)) or content))
    return found


def _speed() -> Line:
    """Return the best time of five for the names and voices of five articles of 25 sentences."""
    told = [article for event in _basil() for _, article in event if len(article.passages) >= 25][:5]
    articles = [Article("ABCDE"[n], "", Format.TEXT, passages=a.passages[:25]) for n, a in enumerate(told)]
    best = min(_timed(articles) for _ in range(5))
    return Line("names and voices of five articles of 25 sentences", f"{1000 * best:.0f} ms", "<= 100 ms")


def _timed(articles: list[Article]) -> float:
    """Return the seconds of processor time that the names and voices of a story take."""
    begun = time.process_time()
    for scene in cast(articles):
        names(scene)
        sayings(scene)
        for sentence in scene.sentences:
            certainty(sentence)
            negation(sentence)
    return time.process_time() - begun


def main(_argv: list[str]) -> int:
    """Print the table."""
    for line in lines():
        print(f"| {line.measure} | {line.reached} | {line.wanted} |")
    return 0
