"""Fit ``tui/compare/figures/worth.tsv``: ``python -m tests.measure.fit_worth [--write] [-v]``.

Every pair of mentions that can be about one thing and whose values are not equal is an example. On the open stories, the sheets
to develop on and the seeds it is worth a look where one row holds both as different strings; of events drawn at random only the
pairs of ``worth_pairs.tsv`` are examples, judged by one reader, none of them of an event whose sheet is held out. Prints the
share of pairs worth a look among those judged likeliest by weights fitted on other events; ``--write`` writes the weights of all.
"""

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.measure import seeds, sheets, wild
from tests.measure.corpora import SHARED
from tui.align import align
from tui.collate import read_articles
from tui.compare.claims.claims import claims
from tui.compare.figures.mention import MOMENTS, Mention, mentions
from tui.compare.figures.pairing import bonds
from tui.compare.figures.worth import Judge, judge
from tui.compare.standing import Standing
from tui.compare.story import gather
from tui.details import extract
from tui.model.article import Article

PAIRS: Final = Path(__file__).with_name("worth_pairs.tsv")
WEIGHTS: Final = Path(__file__).resolve().parents[2] / "tui/compare/figures/worth.tsv"
RIDGE: Final = 8.0  # how strongly weights are drawn to nothing
FOLDS: Final = 8
STEPS: Final = 12
Floats = NDArray[np.float64]
Place = tuple[str, int]
"""A passage and where a mention begins in it."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two mentions whose values are not equal."""

    event: str
    """The event or story."""
    moments: bool
    """Whether they are dates or times."""
    features: Mapping[str, float]
    """What the judgement rests on."""
    rows: tuple[str, ...]
    """The rows of a sheet that hold both; empty where they are not worth a look."""


def judged(articles: Sequence[Article]) -> Judge:
    """Return what the judgement of a story's mentions rests on."""
    extractions = extract(articles)
    story = gather(articles, extractions, align(articles, extractions))
    found = mentions(story)
    return judge(story, found, bonds(story, found), claims(story))


def touches(words: str, said: str) -> bool:
    """Return whether a reading's words are those of a row's string, give or take their neighbours."""
    one, two = sheets.plain(words), sheets.plain(said)
    return two in one or (one in two and len(two.split()) <= max(8, 2.5 * len(one.split())))


String = tuple[str, str, str]
"""A siglum, the sentence, empty where any will do, and the words."""


def stands(mention: Mention, string: String) -> bool:
    """Return whether a mention is a row's string in the row's sentence."""
    letter, sentence, words = string
    printed, told = sheets.plain(mention.passage.text), sheets.plain(sentence)
    inside = (printed in told or told in printed) if told else sheets.plain(words) in printed
    return mention.article == letter and inside and touches(words, mention.detail.text)


def of_sheet(event: str, told: Judge, rows: Mapping[str, Sequence[String]]) -> Iterator[Example]:
    """Yield every pair of a story whose sheet is known."""
    held: dict[str, list[tuple[int, str]]] = {
        title: [(n, sheets.plain(s[2])) for s in strings for n, m in enumerate(told.found) if stands(m, s)]
        for title, strings in rows.items()
    }
    titles: dict[tuple[int, int], set[str]] = defaultdict(set)
    for title, hits in held.items():
        for n, one in hits:
            for m, two in hits:
                if n < m and one != two:
                    titles[n, m].add(title)
    yield from examples(event, told, lambda pair: tuple(sorted(titles[pair])))


def examples(event: str, told: Judge, rows: Callable[[tuple[int, int]], tuple[str, ...] | None]) -> Iterator[Example]:
    """Yield the pairs that a sheet judges."""
    for pair, evidence in told.bonds.items():
        if evidence.standing in {Standing.APART, Standing.INSIDE} and (known := rows(pair)) is not None:
            yield Example(event, told.found[pair[0]].kind in MOMENTS, told.features(*pair), known)


def all_examples() -> Iterator[Example]:
    """Yield the examples of every source."""
    for folder in sorted((SHARED / "stories").iterdir()):
        sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        told = judged(read_articles([str(p) for p in sorted(folder.glob("?.txt"))])[0])
        letters = [a.siglum for a in told.story.articles]
        rows = {
            row["title"]: [(letters[s["article"]], s["sentence"], s["string"]) for s in row["strings"]]
            for row in sheet["divergences"]
        }
        yield from of_sheet(folder.name, told, rows)
    wanted = sheets.sheets("develop")
    for event, story in sheets.stories(wanted).items():
        own = next(s for s in wanted if s.event == event)
        rows = {
            r.title: [(p.article, story.sentences[p.article][p.sentence], p.words) for p in r.places] for r in own.rows if r.kind
        }
        yield from of_sheet(event, judged(story.articles), rows)
    articles = read_articles([str(p) for p in sorted((SHARED / "seeds").glob("*.txt"))])[0]
    yield from of_sheet("seeds", judged(articles), {r.title: [(a, "", s) for a, s in r.strings] for r in seeds.sheet() if r.kind})
    known = pairs()
    events = wild.events()
    for event in sorted(known.keys() - wild.held_out()):
        told = judged(events[event])
        places = [(m.detail.passage, m.detail.start) for m in told.found]
        yield from examples(event, told, lambda p, own=known[event], at=places: own.get(frozenset((at[p[0]], at[p[1]]))))  # type: ignore[misc]


def pairs() -> dict[str, dict[frozenset[Place], tuple[str, ...]]]:
    """Return the judgements of ``worth_pairs.tsv`` by event."""
    known: dict[str, dict[frozenset[Place], tuple[str, ...]]] = defaultdict(dict)
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            event, judgement, *cells = line.split("\t")
            ends = [cell.split(" ", 1)[0].rsplit(":", 1) for cell in cells]
            key = frozenset((passage, int(start)) for passage, start in ends)
            known[event][key] = (line,) if judgement == "worth" else ()
    return known


def matrix(told: Sequence[Example], names: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the features and the judgements as columns."""
    return np.array([[e.features.get(n, 0.0) for n in names] for e in told]), np.array([float(bool(e.rows)) for e in told])


def fit(x: Floats, y: Floats) -> Floats:
    """Return the weights of a ridge logistic regression (Newton's method), the last one unpenalised."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + ridge * weights)
    return weights


def crossed(told: Sequence[Example], names: Sequence[str]) -> Floats:
    """Return the judgement of each example by weights fitted on other events."""
    x, y = matrix(told, names)
    fold = np.array([zlib.crc32(e.event.encode()) % FOLDS for e in told])
    p = np.zeros(len(told))
    for n in range(FOLDS):
        p[fold == n] = 1 / (1 + np.exp(-x[fold == n] @ fit(x[fold != n], y[fold != n])))
    return p


def reach(told: Sequence[Example], p: Floats) -> str:
    """Return in one line how right the judgement is."""
    y = np.array([bool(e.rows) for e in told])
    order = np.argsort(-p)
    average = (np.cumsum(y[order]) / np.arange(1, len(y) + 1))[y[order]].mean()
    rows = {(e.event, row) for e in told for row in e.rows}
    parts = [f"average precision {average:.3f}"]
    for least in (0.6, 0.5, 0.4, 0.3, 0.2):
        chosen = p >= least
        told_rows = {(e.event, row) for e, likely in zip(told, chosen, strict=True) if likely for row in e.rows}
        parts.append(f"≥ {least}: {int(chosen.sum())} pairs, {y[chosen].mean():.2f} right, rows {len(told_rows)} of {len(rows)}")
    return "; ".join(parts)


def main() -> int:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(prog="tests.measure.fit_worth")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", "-v", action="store_true")
    asked = parser.parse_args()
    told = list(all_examples())
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for column, moments in enumerate((False, True)):
        own = [e for e in told if e.moments is moments]
        names = [*sorted({n for e in own for n in e.features} - {"always"}), "always"]
        p = crossed(own, names)
        known = pairs()
        sheeted = {s.event for s in sheets.sheets("develop")} | {e.event for e in own if e.event not in known}
        for title, chosen in (("sheets", [e.event in sheeted for e in own]), ("drawn", [e.event not in sheeted for e in own])):
            some = [e for e, c in zip(own, chosen, strict=True) if c]
            print(f"{'moments' if moments else 'amounts'}, {title}: {reach(some, p[chosen])}")
        for name, weight in zip(names, fit(*matrix(own, names)), strict=True):
            weights[name][column] = float(weight)
    lines = [f"{name}\t{a:.2f}\t{m:.2f}" for name, (a, m) in sorted(weights.items()) if max(abs(a), abs(m)) >= 0.05]
    if asked.write:
        head = "# The weight of each feature in the judgement of amounts and of moments, written by tests/measure/fit_worth.py.\n"
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    if asked.verbose:
        print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
