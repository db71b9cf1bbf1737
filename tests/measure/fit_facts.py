"""Fit what judges facts: ``python -m tests.measure.fit_facts [--write] [-v]``.

Two tables are fitted on the events whose sheets are open to development. ``tui/compare/otherwise/weights.tsv`` judges two units
of linked passages: they are worth a look where one row of the sheet holds both as different strings. ``tui/compare/look.tsv``
judges facts, those of the rules and those made of such units: they are worth a look where they tell a row. Prints what is told by
the least probability of a rule's fact and of another, both judged by weights fitted on other events; ``--write`` writes the
weights fitted on all.
"""

import argparse
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.measure import sheets
from tests.measure.fit_worth import fit
from tui.align import align
from tui.compare import drafts_of
from tui.compare.draft import Draft, number
from tui.compare.look import features
from tui.compare.merge import merge
from tui.compare.otherwise.marks import pages
from tui.compare.otherwise.otherwise import OTHERWISE, Pair, likeliest, pairs
from tui.compare.story import Story, gather
from tui.details import extract
from tui.model.collation import Verdict

PACKAGE: Final = Path(__file__).resolve().parents[2] / "tui/compare"
FOLDS: Final = 8
FIRST: Final = 10
SHOWN: Final = 60
HEAD: Final = "# The weight of each feature in the judgement of {}, written by tests/measure/fit_facts.py.\n"
Floats = NDArray[np.float64]
Row = tuple[str, str, str]
"""The event, the rank and the title of a row."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what the rules find and what could be told otherwise."""

    name: str
    """Its name."""
    told: sheets.Story
    """Its articles as the corpus numbers their sentences."""
    rows: Mapping[Row, sheets.Row]
    """The rows of its sheet."""
    story: Story
    """What facts are found in."""
    drafts: tuple[Draft, ...]
    """What the rules find."""
    pairs: tuple[Pair, ...]
    """Every pair of units that can be told otherwise."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of units or a fact, with its judgement."""

    event: str
    """The event."""
    features: Mapping[str, float]
    """What the judgement rests on."""
    rows: frozenset[Row]
    """The rows that it tells; empty where it is worth nothing."""
    draft: Draft | None = None
    """The fact."""

    @property
    def otherwise(self) -> bool:
        """Return whether it is a fact that no rule knows."""
        return self.draft is not None and OTHERWISE in self.draft.why


def events() -> Iterator[Event]:
    """Yield the events whose sheets are open to development."""
    wanted = sheets.sheets("develop")
    for name, told in sheets.stories(wanted).items():
        own = next(s for s in wanted if s.event == name)
        extractions = extract(told.articles)
        story = gather(told.articles, extractions, align(told.articles, extractions))
        rows = {(name, row.rank, row.title): row for row in own.rows if row.kind}
        yield Event(name, told, rows, story, drafts_of(story), tuple(pairs(pages(story))))


def of_pairs(event: Event) -> list[Example]:
    """Return the pairs of units of an event as examples."""
    held: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for key, row in event.rows.items():
        for place in row.places:
            sentence = sheets.plain(event.told.sentences[place.article][place.sentence])
            for passage in (p for a in event.told.articles if a.siglum == place.article for p in a.passages):
                printed = sheets.plain(passage.text)
                if printed in sentence or sentence in printed:
                    held[passage.id].append((key, sheets.plain(place.words)))
    spans = {unit.span for pair in event.pairs for unit in (pair.a, pair.b)}
    texts = {span: sheets.plain(event.story.passages[span[0]].text[span[1] : span[2]]) for span in spans}
    touched = {span: [(key, words) for key, words in held.get(span[0], ()) if touches(texts[span], words)] for span in spans}
    return [
        Example(
            event.name,
            pair.marks,
            frozenset(k for k, w in touched[pair.a.span] for other, v in touched[pair.b.span] if k == other and w != v),
        )
        for pair in event.pairs
    ]


def touches(said: str, words: str) -> bool:
    """Return whether a reading is inside a row's string or holds it and is short, as the scorer has it."""
    return bool(said) and (said in words or (words in said and len(said.split()) <= max(8, 2.5 * len(words.split()))))


def of_facts(event: Event, likely: Sequence[float]) -> Iterator[Example]:
    """Yield the facts on which the articles of an event part; ``likely`` are the judgements of its pairs of units."""
    more = likeliest(event.story, event.drafts, zip(likely, event.pairs, strict=True))
    for draft in (*event.drafts, *merge(more)):
        if draft.verdict is not Verdict.AGREE:
            (fact,) = number(event.story, [draft])
            tells = (key for key, row in event.rows.items() if sheets._tells(event.told, fact, row))  # noqa: SLF001 - the scorer's own judgement
            yield Example(event.name, features(event.story, draft), frozenset(tells), draft)


def matrix(told: Sequence[Example], names: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the features and the judgements as columns."""
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(told), len(names)))
    for row, example in enumerate(told):
        for name, value in example.features.items():
            x[row, place[name]] = value
    return x, np.array([float(bool(e.rows)) for e in told])


def names_of(told: Sequence[Example]) -> list[str]:
    """Return the names of all features, the constant last."""
    return [*sorted({n for e in told for n in e.features} - {"always"}), "always"]


def crossed(told: Sequence[Example]) -> Floats:
    """Return the judgement of each example by weights fitted on other events."""
    x, y = matrix(told, names_of(told))
    fold = np.array([zlib.crc32(e.event.encode()) % FOLDS for e in told])
    p = np.zeros(len(told))
    for n in range(FOLDS):
        p[fold == n] = 1 / (1 + np.exp(-x[fold == n] @ fit(x[fold != n], y[fold != n])))
    return p


def precision(told: Sequence[Example], p: Floats) -> float:
    """Return the average precision of a judgement."""
    y = np.array([bool(e.rows) for e in told])[np.argsort(-p)]
    return float((np.cumsum(y) / np.arange(1, len(y) + 1))[y].mean())


def reach(told: Sequence[Example], p: Floats) -> Iterator[str]:
    """Yield by the least probability what is told, in all and among the facts shown first."""
    for least, more in ((0.0, 2.0), (0.2, 2.0), (0.25, 2.0), (0.2, 0.25), (0.2, 0.3), (0.2, 0.35), (0.2, 0.4), (0.2, 0.45)):
        judged = zip(p.tolist(), told, strict=True)
        kept = [(likely, e) for likely, e in judged if likely >= (more if e.otherwise else least)]
        by_event: dict[str, list[tuple[int, float, Example]]] = defaultdict(list)
        for likely, e in kept:
            by_event[e.event].append((e.draft.rank if e.draft else 0, -likely, e))
        first = [e for own in by_event.values() for *_, e in sorted(own, key=lambda one: one[:2])[:FIRST]]
        rows = {row for _, e in kept for row in e.rows}
        must = sum(rank == "1" for _, rank, _ in rows)
        right, shown = _right([e for _, e in kept]), _right(first)
        others = [e for _, e in kept if e.otherwise]
        yield (
            f"≥ {least}, {more}: {right} of {len(kept)} tell a row, {right / len(kept):.2f}; {_right(others)} of {len(others)} "
            f"told otherwise; {len(rows)} rows, {must} must check; of the first {FIRST} {shown} of {len(first)}"
        )


def _right(told: Sequence[Example]) -> int:
    """Return how many of the examples tell a row."""
    return sum(bool(e.rows) for e in told)


def fit_pairs(known: Sequence[Event]) -> tuple[dict[str, list[float]], list[str]]:
    """Return the judgements of each event's pairs by weights fitted on other events, and the lines of those fitted on all."""
    own = [(pair, example) for event in known for pair, example in zip(event.pairs, of_pairs(event), strict=True)]
    p = np.zeros(len(own))
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for column, title in enumerate(("phrases", "clauses")):
        where = [n for n, (pair, _) in enumerate(own) if pair.column == column]
        told = [own[n][1] for n in where]
        p[where] = crossed(told)
        print(f"{title}: {len(told)}, {_right(told)} on a sheet, average precision {precision(told, p[where]):.3f}")
        for name, weight in zip(names_of(told), fit(*matrix(told, names_of(told))), strict=True):
            weights[name][column] = float(weight)
    likely: dict[str, list[float]] = defaultdict(list)
    for (_, example), one in zip(own, p.tolist(), strict=True):
        likely[example.event].append(one)
    return likely, [f"{name}\t{a:.2f}\t{m:.2f}" for name, (a, m) in sorted(weights.items()) if max(abs(a), abs(m)) >= 0.05]


def main() -> int:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(prog="tests.measure.fit_facts")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", "-v", action="store_true", help="print the weights and some of the facts that no rule knows")
    asked = parser.parse_args()
    known = list(events())
    likely, of_units = fit_pairs(known)
    found = [example for event in known for example in of_facts(event, likely[event.name])]
    own, more = [e for e in found if not e.otherwise], [e for e in found if e.otherwise]
    names, facts = names_of(own), own + more
    judged = np.concatenate((crossed(own), np.array([e.draft.weight if e.draft else 0.0 for e in more])))
    print(f"facts: average precision {precision(facts, judged):.3f}", *reach(facts, judged), sep="\n")
    fitted = zip(names, fit(*matrix(own, names)), strict=True)
    of_all = [f"{name}\t{weight:.2f}" for name, weight in fitted if abs(weight) >= 0.02]
    if asked.write:
        for path, what, lines in (("otherwise/weights.tsv", "two units", of_units), ("look.tsv", "facts", of_all)):
            (PACKAGE / path).write_text(HEAD.format(what) + "\n".join(lines) + "\n", encoding="utf-8")
    if asked.verbose:
        for e in random.Random(1).sample(more, min(SHOWN, len(more))):  # noqa: S311 - a sample, no secret
            if e.draft is not None:
                print(f"{e.draft.weight:.2f} {'+' if e.rows else '-'} {e.event} {e.draft.topic}: {e.draft.note}")
        print(*of_units, *of_all, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
