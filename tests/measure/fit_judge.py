"""``python -m tests.measure.fit_judge``: fit the weights of the judge of pastes and write ``tui/clean/judge.json``.

The saved pages of the corpora are rendered whole to plain text, with and without blank lines, and cropped at random; articles
without any page around them teach the judge to leave tidy pastes alone. Each line is labelled by the text taken down by hand,
weighed by its words, every page alike. The models are logistic regressions with an L2 penalty, fitted by Newton's method.
``--cross`` fits nothing but prints what fivefold cross-validation by page gives.
"""

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tests.measure.corpora import rows
from tests.measure.pages import belongs, cropped, f1, overlap, pages, rendered, words
from tui.clean import BEFORE_JUDGE
from tui.clean.draft import Draft, begin
from tui.clean.features import plain
from tui.clean.judge import most_likely
from tui.clean.surroundings import context
from tui.model.article import PassageKind
from tui.read.text import read_text
from tui.read.web import read_web

Array = NDArray[np.float64]
TARGET: Final = Path(__file__).resolve().parents[2] / "tui/clean/judge.json"
ROUNDS: Final = 3
PENALTY: Final = 10.0
CHANGE, BIAS, PROTECTED, SURE, LIKELY, UNSURE = 2.0, 1.5, 0.4, 0.5, 0.5, 0.01
LEAST: Final = 1e-3  # spread of a feature that hardly varies
CROPS: Final = 4
TIDY: Final = 60
LONG: Final = 10


@dataclass(slots=True)
class Sheet:
    """One text to learn from."""

    page: str
    """The page it was made of; a fold holds all texts of a page."""
    form: str
    """``full``, ``tight``, ``crop`` or ``tidy``."""
    body: str
    """What should be kept."""
    draft: Draft
    """The lines with what the rules before the judge decided."""
    own: Array
    """The features of each line by itself."""
    labels: Array
    """1 for a line of the article."""
    weights: Array
    """How much each line counts."""
    scores: Array
    """What the models say so far."""

    def among(self) -> Array:
        """Return the features of each line among the others, and by itself."""
        heads = self.draft.kept(PassageKind.HEADLINE)
        near = context(self.draft.lines, self.scores.tolist(), heads[0] if heads else None)
        return np.hstack([np.array(near), self.own])


def sheets() -> list[Sheet]:
    """Return everything to learn from."""
    chance = random.Random(7)  # noqa: S311 - no secret
    found: list[Sheet] = []
    for page in pages():
        text = rendered(page.raw)
        headline = _headline(page.raw)
        crops = [cropped(text, page.body, headline, chance) for _ in range(CROPS)]
        forms = [("full", text), ("tight", _tight(text)), *(("crop", crop) for crop in crops[1:]), ("crop", _tight(crops[0]))]
        found += [_sheet(page.id, form, text, page.body) for form, text in forms]
    for name in ("ecbplus", "basil", "polnear"):
        for row in chance.sample(list(rows(f"{name}/articles.jsonl.gz")), TIDY):
            text = _article(row)
            found.append(_sheet(f"{name} {len(found)}", "tidy", text, text))
    return [sheet for sheet in found if sheet.draft.lines]


def fit(learn: list[Sheet]) -> list[Array]:
    """Return the fitted models, each from the scores of the one before."""
    models: list[Array] = []
    labels, weights = (np.concatenate([getattr(sheet, name) for sheet in learn]) for name in ("labels", "weights"))
    for turn in range(ROUNDS):
        features = [sheet.among() if turn else sheet.own for sheet in learn]
        models.append(newton(np.vstack(features), labels, weights))
        for sheet, table in zip(learn, features, strict=True):
            sheet.scores = logistic(models[-1], table)
    return models


def newton(features: Array, labels: Array, weights: Array, steps: int = 12) -> Array:
    """Return constant and weights of a logistic regression with an L2 penalty on the weights of features of one scale."""
    share = weights / weights.sum()
    mean = share @ features
    spread = np.sqrt(share @ (features - mean) ** 2) + LEAST
    table = np.hstack([np.ones((len(features), 1)), (features - mean) / spread])
    model = np.zeros(table.shape[1])
    penalty = np.eye(len(model)) * PENALTY
    penalty[0, 0] = 1e-6
    for _ in range(steps):
        told = 1 / (1 + np.exp(-np.clip(table @ model, -30, 30)))
        slope = table.T @ (weights * (told - labels)) + penalty @ model
        curve = (table * (weights * np.maximum(told * (1 - told), 1e-5))[:, None]).T @ table + penalty
        model -= np.linalg.solve(curve, slope)
    scaled = model[1:] / spread
    return np.concatenate([[model[0] - scaled @ mean], scaled])


def logistic(model: Array, features: Array) -> Array:
    """Return the probabilities that a model gives."""
    return np.asarray(1 / (1 + np.exp(-np.clip(model[0] + features @ model[1:], -30, 30))))


def apply(models: list[Array], sheet: Sheet) -> None:
    """Score a sheet with fitted models."""
    for turn, model in enumerate(models):
        sheet.scores = logistic(model, sheet.among() if turn else sheet.own)


def cross(all_sheets: list[Sheet], folds: int = 5) -> None:
    """Score every sheet by models that never saw its page, and print what comes of it."""
    names = sorted({sheet.page for sheet in all_sheets})
    random.Random(1).shuffle(names)  # noqa: S311 - no secret
    fold = {name: place % folds for place, name in enumerate(names)}
    unseen: list[tuple[Sheet, Array]] = []
    for turn in range(folds):
        models = fit([sheet for sheet in all_sheets if fold[sheet.page] != turn])
        for sheet in all_sheets:
            if fold[sheet.page] == turn:
                apply(models, sheet)
                unseen.append((sheet, sheet.scores))
    for sheet, scores in unseen:  # fitting the other folds has overwritten them
        sheet.scores = scores
    for change, bias, protected in ((2, 1, 0.4), (2, 1.5, 0.4), (2, 1.5, 0.2), (2, 2, 0.2)):
        told = [f"{form} {score(all_sheets, form, change, bias, protected)}" for form in ("full", "tight", "crop", "tidy")]
        print(change, bias, protected, *told)


def score(all_sheets: list[Sheet], form: str, change: float, bias: float, protected: float) -> str:
    """Return precision, recall and F1 of a form and the share of pages that lose a long line."""
    scores, lost, chosen = [], 0, [sheet for sheet in all_sheets if sheet.form == form]
    for sheet in chosen:
        course = most_likely(sheet.scores.tolist(), change, bias)
        kept = []
        for place, (line, call) in enumerate(zip(sheet.draft.lines, sheet.draft.calls, strict=True)):
            open_keep = course[place] or (line.words >= LONG and sheet.scores[place] > protected)
            keep = open_keep if call is None else call.kind not in {None, PassageKind.HEADLINE}
            kept.append(keep)
        text = "\n".join(line.text for line, keep in zip(sheet.draft.lines, kept, strict=True) if keep)
        scores.append(overlap(words(text), words(sheet.body)))
        losses = zip(sheet.draft.lines, kept, sheet.labels, sheet.draft.calls, strict=True)
        lost += any(not keep and label and line.words >= LONG and call is None for line, keep, label, call in losses)
    precision, recall, both = f1(scores)
    return f"{precision:.3f} {recall:.3f} {both:.3f} lost {lost / len(chosen):.3f}"


def main() -> int:
    """Fit the judge or cross-validate it."""
    everything = sheets()
    if "--cross" in sys.argv:
        cross(everything)
        return 0
    models = [[round(float(weight), 4) for weight in model] for model in fit(everything)]
    told = {
        "change": CHANGE,
        "bias": BIAS,
        "protected": PROTECTED,
        "sure": SURE,
        "likely": LIKELY,
        "unsure": UNSURE,
        "models": models,
    }
    TARGET.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return 0


def _sheet(page: str, form: str, text: str, body: str) -> Sheet:
    """Return a text with its features and labels."""
    draft = begin(read_text(page, text))
    own = np.array(plain(draft.lines), dtype=float)
    for rule in BEFORE_JUDGE:
        draft = rule(draft)
    printed = [line.text for line in draft.lines]
    labels = np.array(belongs(printed, body) if form != "tidy" else [True] * len(printed), dtype=float)
    lengths = np.array([min(line.words, 40) for line in draft.lines], dtype=float) + 2
    weights = np.minimum(lengths / max(float((lengths * labels).sum()), 60.0), 0.3) * 60
    weights *= np.array([call is None for call in draft.calls]) * (0.5 if form == "tidy" else 1.0)
    return Sheet(page, form, body, draft, own, labels, weights, np.zeros(len(printed)))


def _headline(raw: bytes) -> str | None:
    """Return the headline that a saved page states."""
    from tui.model.errors import UnreadableError  # noqa: PLC0415 - only here

    try:
        return read_web("page", raw).stated.headline
    except UnreadableError:
        return None


def _tight(text: str) -> str:
    """Return a text without its blank lines."""
    return re.sub(r"\n+", "\n", text)


def _article(row: dict[str, Any]) -> str:
    """Return the paragraphs of an article of a corpus without any page around it."""
    if "sentences" in row:
        return "\n\n".join(sentence["text"] for sentence in row["sentences"])
    return "\n\n".join(" ".join(paragraph) for paragraph in row["paragraphs"]) if "paragraphs" in row else str(row["text"])


if __name__ == "__main__":
    sys.exit(main())
