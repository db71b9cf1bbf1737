"""``python -m tests.measure.fit_headline``: fit the weights by which a paste's headline is told: ``tui/clean/headline.json``.

The saved pages whose rendered text shows the headline that the page states, whole and cropped, and articles with their headline
and without, some of them only their first paragraphs; the lines of a text share one weight. ``--cross`` fits nothing but prints
fivefold cross-validation by page.
"""

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tests.measure.corpora import rows
from tests.measure.fit_judge import Array, logistic, newton
from tests.measure.pages import cropped, pages, rendered, words
from tests.measure.reading import shown
from tui.clean.draft import begin
from tui.clean.judge import at_first
from tui.clean.stamps import is_stamp
from tui.clean.titles import candidates
from tui.read.text import read_text

TARGET: Final = Path(__file__).resolve().parents[2] / "tui/clean/headline.json"
_WITH, _WITHOUT = 60, 90


@dataclass(slots=True)
class Sheet:
    """One text to learn from."""

    page: str
    """The page it was made of."""
    form: str
    """``full``, ``tight``, ``crop``, ``tidy`` or ``none``."""
    features: Array
    """The features of each candidate."""
    right: Array
    """1 for the headline."""


def sheets() -> list[Sheet]:
    """Return everything to learn from."""
    chance = random.Random(5)  # noqa: S311 - no secret
    found: list[Sheet] = []
    for page in pages():
        text = rendered(page.raw)
        headline = shown(page, text)
        if headline:
            found += [_sheet(page.id, "full", text, headline), _sheet(page.id, "tight", re.sub(r"\n+", "\n", text), headline)]
            found += [_sheet(page.id, "crop", cropped(text, page.body, headline, chance), headline) for _ in range(2)]
    for number, row in enumerate(list(rows("basil/articles.jsonl.gz"))[:_WITHOUT]):
        body = "\n\n".join(" ".join(paragraph) for paragraph in row["paragraphs"])
        top = chance.choice([row["title"], f"{row['date']}\n\n{row['title']}", f"{row['title']}\n\n{row['date']}"])
        headed = number < _WITH
        text, wanted = (f"{top}\n\n{body}", row["title"]) if headed else (body, None)
        found.append(_sheet(f"basil {number}", "tidy" if headed else "none", text, wanted))
        short = "\n\n".join(text.split("\n\n")[: chance.randint(2, 5)])
        found.append(_sheet(f"basil {number}", "short" if headed else "none", short, wanted))
    for row in list(rows("ecbplus/articles.jsonl.gz"))[::4]:
        lines = [sentence["text"] for sentence in row["sentences"]]
        found.append(_sheet(f"ecb {row['id']}", "wire", "\n\n".join(lines), _first(lines)))
    return [sheet for sheet in found if len(sheet.right)]


def fit(learn: list[Sheet]) -> Array:
    """Return the fitted model."""
    weights = [np.where(s.right > 0, 3.0 / max(1.0, float(s.right.sum())), 3.0 / len(s.right) + 0.02) for s in learn]
    return newton(np.vstack([s.features for s in learn]), np.concatenate([s.right for s in learn]), np.concatenate(weights))


def cross(all_sheets: list[Sheet], folds: int = 5) -> None:
    """Print how often the best candidate is the headline on pages that the model never saw, and how often it is another line."""
    names = sorted({sheet.page for sheet in all_sheets})
    random.Random(1).shuffle(names)  # noqa: S311 - no secret
    fold = {name: place % folds for place, name in enumerate(names)}
    told: dict[str, list[tuple[bool, float]]] = {}
    for turn in range(folds):
        model = fit([sheet for sheet in all_sheets if fold[sheet.page] != turn])
        for sheet in all_sheets:
            if fold[sheet.page] == turn:
                scores = logistic(model, sheet.features)
                told.setdefault(sheet.form, []).append((bool(sheet.right[scores.argmax()]), float(scores.max())))
    for least in (0.2, 0.35, 0.4, 0.45, 0.5):
        rates = {
            form: (
                sum(right and score > least for right, score in outcomes) / len(outcomes),
                sum(not right and score > least for right, score in outcomes) / len(outcomes),
            )
            for form, outcomes in told.items()
        }
        print(least, *(f"{form} right {right:.3f} wrong {wrong:.3f};" for form, (right, wrong) in rates.items()))


def main() -> int:
    """Fit the model or cross-validate it."""
    everything = sheets()
    if "--cross" in sys.argv:
        cross(everything)
        return 0
    TARGET.write_text(json.dumps([round(float(weight), 4) for weight in fit(everything)]) + "\n", encoding="utf-8")
    return 0


def _first(lines: list[str]) -> str | None:
    """Return the headline of an article that is given sentence by sentence: its first line that is no date and no sentence."""
    for line in lines[:3]:
        if not is_stamp(begin(read_text("line", line)).lines[0]):
            return line if not re.search(r"[.!?'\"]\s*$", line) and len(line.split()) in range(3, 21) else None
    return None


def _sheet(page: str, form: str, text: str, headline: str | None) -> Sheet:
    """Return a text with the features of its candidates and which of them is the headline."""
    lines = begin(read_text(page, text)).lines
    found = candidates(lines, at_first(lines)) if lines else []
    right = [float(headline is not None and words(lines[place].text) == words(headline)) for place, _features in found]
    return Sheet(page, form, np.array([features for _place, features in found], dtype=float), np.array(right, dtype=float))


if __name__ == "__main__":
    sys.exit(main())
