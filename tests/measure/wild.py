"""The conflicts that are reported on stories drawn at random, to be judged by eye.

``python -m tests.measure wild [--seed N] [--events N] [--verdict conflict] [--all]`` prints the facts that ``wild.md`` does not
judge yet, with the sentences beside them, and the share of the judged that is real. ``wild.md`` holds event, readings and
judgement; no sentence of an article. Judgements are ``real``, ``worth`` (a difference worth the look) and ``false``.
"""

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from tests.measure.corpora import rows
from tui.align import align
from tui.clean import clean
from tui.collate import siglum
from tui.compare import compare
from tui.details import extract
from tui.model.article import Article
from tui.model.collation import Fact
from tui.model.rawcopy import Copy, CopyLine, Format
from tui.split import split

_SHEET: Final = Path(__file__).with_name("wild.md")
_SHEETS: Final = Path(__file__).with_name("sheets")
_MOST: Final = 5  # articles of one event
_SHOWN: Final = 5  # words of a reading
_LEAST: Final = 4  # sentences of an article


def events() -> dict[str, list[Article]]:
    """Return every event of BASIL and ECB+ that two articles tell, by name, each with at most five articles."""
    stories: dict[str, list[tuple[str | None, str | None, list[str]]]] = defaultdict(list)
    for row in rows("basil/articles.jsonl.gz"):
        sentences = [sentence for paragraph in row["paragraphs"] for sentence in paragraph]
        stories[f"basil {row['triple'][:8]}"].append((row["date"], row["title"], sentences))
    for row in rows("ecbplus/articles.jsonl.gz"):
        sentences = [sentence["text"] for sentence in row["sentences"]]
        stories[f"ecb {row['event']}"].append((None, None, sentences))
    told = {name: [x for x in articles if len(x[2]) >= _LEAST][:_MOST] for name, articles in stories.items()}
    return {name: [article(n, *x) for n, x in enumerate(articles)] for name, articles in told.items() if len(articles) > 1}


def article(place: int, published: str | None, headline: str | None, sentences: list[str]) -> Article:
    """Return an article made of sentences as a paste of a headline, a date and a paragraph for each."""
    lines = [headline or "", published or "", *sentences]
    copy = Copy("", Format.TEXT, tuple(CopyLine(line, n) for n, text in enumerate(lines, 1) for line in (text, "")))
    return split(clean(copy), siglum(place))


def held_out() -> frozenset[str]:
    """Return the events whose sheets are not to develop on, by the first lines of the sheets."""
    heads = []
    for path in sorted(_SHEETS.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            heads.append(file.readline().split("\t"))
    return frozenset(event for event, half, *_ in heads if half != "develop")


def draw(seed: int, many: int) -> dict[str, list[Article]]:
    """Return ``many`` events drawn at random, none whose sheet is held out."""
    held = held_out()
    everything = {name: articles for name, articles in events().items() if name not in held}
    return {name: everything[name] for name in random.Random(seed).sample(sorted(everything), min(many, len(everything)))}  # noqa: S311 - a sample, no secret


def facts(articles: list[Article]) -> tuple[Fact, ...]:
    """Return the facts of a story that is in memory already."""
    extractions = extract(articles)
    return compare(articles, extractions, align(articles, extractions))


def judged() -> dict[tuple[str, str], str]:
    """Return the judgements of ``wild.md`` by event and readings."""
    found = {}
    for line in _SHEET.read_text(encoding="utf-8").splitlines() if _SHEET.exists() else []:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[0].startswith(("basil", "ecb")):
            found[cells[0], cells[3]] = cells[4]
    return found


def readings(fact: Fact) -> str:
    """Return a fact's readings as one cell of the sheet."""
    return " / ".join(f"{r.article} {' '.join(r.text.split()[:_SHOWN])}" for r in fact.readings).replace("|", "¦")


def main(argv: list[str]) -> int:
    """Print what is not judged yet and the share of what is judged that is real."""
    parser = argparse.ArgumentParser(prog="tests.measure wild")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--events", type=int, default=60)
    parser.add_argument("--verdict", default="conflict")
    parser.add_argument("--all", action="store_true", help="print judged facts too")
    asked = parser.parse_args(argv)
    known = judged()
    told: Counter[str] = Counter()
    for name, articles in draw(asked.seed, asked.events).items():
        texts = {p.id: p.text for a in articles for p in a.passages}
        for fact in facts(articles):
            if fact.verdict.value != asked.verdict:
                continue
            judgement = known.get((name, readings(fact)), "unjudged")
            told[judgement.split()[0].rstrip(":")] += 1
            if judgement == "unjudged" or asked.all:
                print(f"| {name} | {fact.kind} {fact.verdict} | {fact.topic} | {readings(fact)} | {judgement} |")
                print(f"    why: {'; '.join(fact.why)}")
                for passage in dict.fromkeys(r.passage for r in fact.readings):
                    print(f"    {passage}: {texts[passage]}")
    print(f"{asked.verdict}: {sum(told.values())}; " + ", ".join(f"{k} {n}" for k, n in told.most_common()))
    return 0
