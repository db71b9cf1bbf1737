"""Whether what parts is set side by side: ``python -m tests.measure near [--write]``.

A row of a sheet is met where two of its strings stand in passages of different articles that are linked, in one story point or
near. Prints how many rows are met by links and points alone and with as many near pairs as there are passages, twice as many and
so on; each story is judged with weights fitted on the others, the half held out with those fitted on all others. These are what
``--write`` writes to ``tui/align/near.tsv``: a ridge logistic regression whose positives are the pairs that a row or a gold link
sets side by side.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tests.measure import seeds, sheets, told
from tests.measure.corpora import SHARED
from tests.measure.fit_worth import Floats, fit
from tests.measure.told import Pair, plain
from tui.align import align
from tui.align.likeness import likenesses
from tui.align.signs import SIGNS, signs
from tui.align.story import story_of
from tui.details import extract
from tui.model.article import Article, Passage
from tui.model.settings import AlignSettings

WEIGHTS: Final = Path(__file__).resolve().parents[2] / "tui/align/near.tsv"
SHARES: Final = (0.5, 1.0, 1.5, 2.0)
"""Near pairs for each passage."""


@dataclass(frozen=True, slots=True)
class Case:
    """A story with the rows of its sheet."""

    group: str
    """``develop``, ``held-out``, ``stories`` or ``seeds``."""
    passages: int
    """How many passages it has."""
    rows: tuple[tuple[str, frozenset[Pair]], ...]
    """The rank of each row and the pairs of passages that it sets against one another."""
    gold: frozenset[Pair]
    """Pairs that a sheet of links holds."""
    links: int
    """How many links it has."""
    together: frozenset[Pair]
    """The pairs that are linked or in one story point."""
    pairs: tuple[Pair, ...]
    """The pairs of passages that have something in common."""
    signs: Floats
    """What speaks for each of them."""

    def labels(self) -> Floats:
        """Return 1 for each pair that a row or a gold link sets side by side."""
        right = self.gold.union(*(pairs for _rank, pairs in self.rows))
        return np.array([float(pair in right) for pair in self.pairs])

    def near(self, scores: Floats, share: float) -> list[int]:
        """Return the likeliest pairs that are not together, ``share`` for each passage."""
        free = np.array([pair not in self.together for pair in self.pairs])
        return [int(n) for n in np.argsort(-np.where(free, scores, -np.inf))[: int(share * self.passages)] if free[n]]


def _case(group: str, articles: Sequence[Article], rows: Sequence[tuple[str, frozenset[Pair]]], gold: frozenset[Pair]) -> Case:
    settings, extractions = AlignSettings(), extract(articles)
    found = align(articles, extractions)
    owner = {passage.id: passage.siglum for article in articles for passage in article.passages}
    together = {frozenset((link.a, link.b)) for link in found.links}
    for point in found.points:
        together |= {frozenset((a, b)) for a in point.passages for b in point.passages if owner[a] != owner[b]}
    story = story_of(articles, extractions)
    known = likenesses(story, settings)
    ids = [passage.id for passage in story.passages]
    pairs = tuple(frozenset((ids[a], ids[b])) for a, b in zip(known.pairs.a.tolist(), known.pairs.b.tolist(), strict=True))
    told_by = signs(story, known, settings.threshold + settings.crowding * known.average)
    return Case(group, len(ids), tuple(rows), gold, len(found.links), frozenset(together), pairs, told_by)


def _pairs(ends: Sequence[tuple[Passage, str]]) -> frozenset[Pair]:
    """Return the pairs of passages of different articles that hold different strings of a row."""
    return frozenset(frozenset((p.id, q.id)) for p, one in ends for q, other in ends if p.siglum != q.siglum and one != other)


def of_sheets(half: str) -> Iterator[Case]:
    """Yield the events of one half of the sheets."""
    wanted = sheets.sheets(half)
    for event, story in sheets.stories(wanted).items():
        own = next(sheet for sheet in wanted if sheet.event == event)
        passages = {a.siglum: [(p, sheets.plain(p.text)) for p in a.passages] for a in story.articles}
        rows = []
        for row in own.rows:
            ends = [
                (passage, words)
                for place in row.places
                for words in (sheets.plain(place.words),)
                for sentence in (sheets.plain(story.sentences[place.article][place.sentence]),)
                for passage, text in passages[place.article]
                if words in text and (text in sentence or sentence in text)
            ]
            if row.kind:
                rows.append((row.rank, _pairs(ends)))
        yield _case(half, story.articles, rows, frozenset())


def of_stories() -> Iterator[Case]:
    """Yield the open stories and the seeds."""
    for each in told.stories():
        sheet = json.loads((SHARED / "stories" / each.name / "gold.json").read_text(encoding="utf-8"))["divergences"]
        rows = [
            (
                str(row["rank"]),
                _pairs(
                    [
                        (passage, plain(s["string"]).lower())
                        for s in row["strings"]
                        for passage in each.articles[s["article"]].passages
                        if plain(s["sentence"]) in plain(passage.text)
                    ]
                ),
            )
            for row in sheet
        ]
        yield _case("stories", each.articles, rows, frozenset(each.gold))
    for each in told.seeds():
        texts = [(passage, plain(passage.text).lower()) for article in each.articles for passage in article.passages]
        rows = [
            (
                row.rank,
                _pairs([(p, s) for at, s in row.strings for p, text in texts if p.siglum == at and s.lower() in text]),
            )
            for row in seeds.sheet()
            if row.kind
        ]
        yield _case("seeds", each.articles, rows, frozenset(each.gold))


def learn(cases: Sequence[Case]) -> Floats:
    """Return the weight of each sign and, last, of what is always so."""
    x = np.vstack([with_always(case.signs) for case in cases])
    return fit(x, np.concatenate([case.labels() for case in cases]))


def with_always(columns: Floats) -> Floats:
    """Return the columns with one of ones behind."""
    return np.column_stack((columns, np.ones(len(columns))))


def met(case: Case, more: Sequence[int]) -> tuple[int, int]:
    """Return how many rows that must be checked, and how many of all, are met by links, points and these pairs."""
    side = case.together | {case.pairs[n] for n in more}
    hit = [rank for rank, pairs in case.rows if not pairs.isdisjoint(side)]
    return sum(rank == "1" for rank in hit), len(hit)


def report(group: str, cases: Sequence[Case], scores: Sequence[Floats]) -> Iterator[str]:
    """Yield the lines of a group's table."""
    must, every = sum(rank == "1" for case in cases for rank, _ in case.rows), sum(len(case.rows) for case in cases)
    links, together = sum(case.links for case in cases), sum(len(case.together) for case in cases)
    for share in (0.0, *SHARES):
        more = [case.near(score, share) for case, score in zip(cases, scores, strict=True)]
        counts = [met(case, near) for case, near in zip(cases, more, strict=True)]
        chosen, right = sum(map(len, more)), sum(case.labels()[near].sum() for case, near in zip(cases, more, strict=True))
        told_by = f"{sum(one for one, _ in counts)} of {must} | {sum(both for _, both in counts)} of {every}"
        yield f"| {group} | {share} | {links} + {together - links} + {chosen} | {told_by} | {right / max(1, chosen):.2f} |"


def main(argv: Sequence[str] = ()) -> int:
    """Fit, print the table, write the weights."""
    parser = argparse.ArgumentParser(prog="tests.measure near")
    parser.add_argument("--write", action="store_true", help="write the weights fitted on all but the half held out")
    asked = parser.parse_args(list(argv))
    own = [*of_sheets("develop"), *of_stories()]
    scores = [with_always(case.signs) @ learn([other for other in own if other is not case]) for case in own]
    print("| set | near pairs a passage | links + points + near | must check met | all rows met | near right |")
    print("|---|---|---|---|---|---|")
    for group in ("develop", "stories", "seeds"):
        chosen = [n for n, case in enumerate(own) if case.group == group]
        print(*report(group, [own[n] for n in chosen], [scores[n] for n in chosen]), sep="\n")
    learnt = learn(own)
    if asked.write:
        head = "# The weight of each sign that two passages are about one thing, written by tests/measure/near.py.\n"
        lines = (f"{name}\t{weight:.2f}" for name, weight in zip((*SIGNS, "always"), learnt.tolist(), strict=True))
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    held = list(of_sheets("held-out"))
    print(*report("held-out", held, [with_always(case.signs) @ learnt for case in held]), sep="\n")
    return 0
