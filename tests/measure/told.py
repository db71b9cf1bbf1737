"""Stories with what people say of their passages: ECB+, the stories beside the project and the seeds."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.measure.corpora import SHARED, rows
from tui.collate import read_articles, siglum
from tui.model.article import Article, Passage, PassageKind
from tui.model.fold import fold
from tui.model.rawcopy import Format

Pair = frozenset[str]
_SHEET: Final = Path(__file__).with_name("seeds_links.md")
MATCH: Final = 2
"""Coreferent events from which two sentences of ECB+ match; one is left out of the score."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story with what people say of its passages."""

    name: str
    articles: tuple[Article, ...]
    gold: Mapping[Pair, int]
    """Pairs of passages with a match: 2 or more in full measure, 1 to be left out of the score."""
    judged: frozenset[str]
    """The passages that were judged; pairs with others are left out."""
    full: frozenset[Pair] = frozenset()
    """The pairs that tell the same in full, where that was judged."""


def ecb(split: str) -> Iterator[Told]:
    """Yield the topics of ECB+ of one split, both events of a topic together."""
    topics: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("ecbplus/articles.jsonl.gz"):
        if row["split"] == split:
            topics[row["topic"]].append(row)
    pairs = [row for row in rows("ecbplus/pairs.jsonl.gz") if row["split"] == split]
    for topic, held in sorted(topics.items()):
        letters = {row["id"]: siglum(place) for place, row in enumerate(held)}
        articles = tuple(article(letters[row["id"]], [sentence["text"] for sentence in row["sentences"]]) for row in held)
        ids = {
            (row["id"], sentence["n"]): f"{letters[row['id']]}{place}"
            for row in held
            for place, sentence in enumerate(row["sentences"], 1)
        }
        judged = frozenset(ids[row["id"], sentence["n"]] for row in held for sentence in row["sentences"] if sentence["labelled"])
        gold = {
            frozenset((ids[row["a"], row["sa"]], ids[row["b"], row["sb"]])): row["shared_action"]
            for row in pairs
            if row["a"] in letters and row["b"] in letters
        }
        yield Told(str(topic), articles, gold, judged)


def article(letter: str, sentences: Sequence[str]) -> Article:
    """Return an article of body sentences, ECB+'s own quotation marks made plain."""
    texts = [re.sub(r"``|''", '"', sentence) for sentence in sentences]
    passages = tuple(Passage(f"{letter}{n}", letter, PassageKind.BODY, n, n, text, fold(text)) for n, text in enumerate(texts, 1))
    return Article(letter, letter, Format.TEXT, passages=passages)


def plain(text: str) -> str:
    """Return a sentence with levelled spaces and typography, to find it again."""
    return re.sub(r"\s+", " ", fold(text)).strip()


def stories() -> Iterator[Told]:
    """Yield the stories beside the project with the links of their sheets."""
    for folder in sorted((SHARED / "stories").iterdir()):
        articles, _problems = read_articles([str(path) for path in sorted(folder.glob("?.txt"))])
        place = {(n, plain(p.text)): p.id for n, article in enumerate(articles) for p in article.passages}
        sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["links"]
        ends = [(place.get((x["a"][0], plain(x["a"][1]))), place.get((x["b"][0], plain(x["b"][1]))), x["label"]) for x in sheet]
        gold = {frozenset((a or f"? {n}", b or f"?? {n}")): MATCH for n, (a, b, _label) in enumerate(ends)}
        full = frozenset(frozenset((a, b)) for a, b, label in ends if a and b and label == "full")
        yield Told(folder.name, articles, gold, frozenset(p.id for article in articles for p in article.passages), full)


def seeds() -> Iterator[Told]:
    """Yield the seeds with the pairs of the hand-made sheet."""
    articles, _problems = read_articles([str(path) for path in sorted((SHARED / "seeds").glob("*.txt"))])
    places: dict[str, list[str]] = {}
    gold: dict[Pair, int] = {}
    full: set[Pair] = set()
    for line in _SHEET.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"([A-E])(\d+) (.+)", line):
            article = articles["ABCDE".index(found[1])]
            places[found[1] + found[2]] = [p.id for p in article.passages if found[3] in plain(p.text)]
        elif line.startswith("full "):
            names = line.split()[1:]
            full |= {pair for n, one in enumerate(names) for other in names[n + 1 :] for pair in _ends(places, one, other)}
        elif line.startswith("partial "):
            _, first, *rest = line.split()
            gold |= {pair: MATCH for other in rest for pair in _ends(places, first, other)}
    gold |= dict.fromkeys(full, MATCH)
    missing = [name for name, held in places.items() if not held]
    if missing:
        print("passages of the sheet that reading lost:", *missing)
    yield Told("seeds", articles, gold, frozenset(p.id for article in articles for p in article.passages), frozenset(full))


def _ends(places: Mapping[str, Sequence[str]], one: str, other: str) -> list[Pair]:
    """Return the pairs of passages that two names of the sheet stand for; none in one article."""
    return [frozenset((a, b)) for a in places[one] for b in places[other] if a[0] != b[0]]
