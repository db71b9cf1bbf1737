"""Fit the weights of ``tui/compare/worth.py`` on hand-made sheets; run as ``python -m tests.measure.fit_worth [FOLDER …]``.

Every pair of mentions of linked passages whose values are not equal is an example; it is worth a look where one row of the sheet
holds both as different strings. Prints the weights and, story by story left out, the share of pairs worth a look among those
judged likeliest.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from tui.collate import collate
from tui.compare.bond import bond
from tui.compare.mention import Mention, mentions
from tui.compare.story import Story, gather
from tui.compare.values import Standing, comparable
from tui.compare.worth import features

STORIES = Path(__file__).resolve().parents[2].parent / "shared" / "stories"
RIDGE = 8.0  # how strongly weights are drawn to nothing


def plain(text: str) -> str:
    """Return a text in lower case with single spaces and straight quotation marks."""
    return " ".join(text.translate(str.maketrans("’‘“”", "''\"\"")).lower().split())


def touches(words: str, said: str) -> bool:
    """Return whether a reading's words are those of a row's string, give or take their neighbours."""
    return plain(said) in plain(words) or (plain(words) in plain(said) and len(said.split()) <= max(8, 2.5 * len(words.split())))


def stands(mention: Mention, where: dict[str, Any], number: dict[str, int]) -> bool:
    """Return whether a mention is a row's string in the row's sentence."""
    sentence, printed = plain(where["sentence"]), plain(mention.passage.text)
    inside = printed in sentence or sentence in printed
    return number[mention.article] == where["article"] and inside and touches(where["string"], mention.detail.text)


def linked(story: Story, found: tuple[Mention, ...]) -> list[tuple[Mention, Mention]]:
    """Return the comparable pairs of mentions that stand in linked passages."""
    return [
        (a, b)
        for n, a in enumerate(found)
        for b in found[n + 1 :]
        if a.article != b.article and story.alike(a.passage.id, b.passage.id) and comparable(a.detail, b.detail)
    ]


def examples(folder: Path) -> list[tuple[dict[str, float], bool]]:
    """Return the features of every candidate pair of one story and whether its sheet holds the pair."""
    sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    collation = collate([str(p) for p in sorted(folder.glob("?.txt"))])
    story = gather(collation.articles, collation.extractions, collation.alignment)
    number = {a.siglum: n for n, a in enumerate(collation.articles)}
    rows = []
    for a, b in linked(story, mentions(story)):
        evidence = bond(story, a, b)
        if evidence.standing is not Standing.EQUAL:
            held = any(
                stands(a, s, number) and stands(b, t, number) and s["string"] != t["string"]
                for row in sheet["divergences"]
                for s in row["strings"]
                for t in row["strings"]
            )
            rows.append((features(story, a, b, evidence), held))
    return rows


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a ridge logistic regression (Newton's method), the last one unpenalised."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + ridge * weights)
    return weights


def main(argv: list[str]) -> int:
    """Fit, print the figures and the weights."""
    folders = [p.parent for root in (argv or [str(STORIES)]) for p in sorted(Path(root).glob("*/gold.json"))]
    told = {str(folder): examples(folder) for folder in folders}
    names = [*sorted({name for rows in told.values() for row, _ in rows for name in row} - {"always"}), "always"]
    x = {k: np.array([[row.get(n, 0.0) for n in names] for row, _ in rows]) for k, rows in told.items() if rows}
    y = {k: np.array([float(held) for _, held in rows]) for k, rows in told.items() if rows}
    judged = {
        k: 1 / (1 + np.exp(-x[k] @ fit(np.vstack([x[o] for o in x if o != k]), np.concatenate([y[o] for o in x if o != k]))))
        for k in x
    }
    p, gold = np.concatenate(list(judged.values())), np.concatenate([y[k] for k in judged])
    for least in (0.6, 0.5, 0.4, 0.3, 0.2):
        chosen = p >= least
        share, of_all = gold[chosen].mean(), gold[chosen].sum() / gold.sum()
        print(f"p ≥ {least}: {int(chosen.sum())} pairs, {share:.2f} worth a look, {of_all:.2f} of all")
    for name, weight in zip(names, fit(np.vstack(list(x.values())), np.concatenate(list(y.values()))), strict=True):
        print(f'    "{name}": {weight:.2f},')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
