"""Reading measured: web pages, pastes whole and cropped, headlines, sentences, speed."""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.measure import splitting
from tests.measure.corpora import SHARED
from tests.measure.pages import Page, belongs, cropped, f1, overlap, pages, rendered, shingles, words
from tui.clean import clean
from tui.model.article import Cleaned, PassageKind
from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, Format, Metadata
from tui.read import read
from tui.read.text import read_text
from tui.read.web import page_text, read_web
from tui.read.webfacts import of_page

_LONG: Final = 10
_BESIDE: Final = frozenset({PassageKind.CAPTION, PassageKind.STANDFIRST})
"""Kept as what they are, but no part of the text taken down by hand."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page in one form."""

    score: tuple[float, float]
    """Precision and recall of all that is kept but the headline."""
    text: tuple[float, float]
    """The same without captions and standfirsts, which the text taken down by hand leaves out."""
    lost: bool
    """True where a long line of the article went without a mark of doubt."""
    lost_at_all: bool
    """True where a long line of the article went, marked or not."""
    headline: str | None
    """The headline found."""
    wanted: str | None
    """The headline that the page shows."""


def main(argv: Sequence[str]) -> int:
    """Print the table; with ``-v`` the pages that come out worst too."""
    everything = list(pages())
    chance = random.Random(11)  # noqa: S311 - no secret
    texts = {page.id: rendered(page.raw) for page in everything}
    wanted = {page.id: shown(page, texts[page.id]) for page in everything}
    saved = [_outcome(page, _saved(page), wanted[page.id], shingles) for page in everything]
    pasted = [_outcome(page, _pasted(texts[page.id]), wanted[page.id], words) for page in everything]
    crops = {page.id: cropped(texts[page.id], page.body, wanted[page.id], chance) for page in everything}
    cut = [_outcome(page, _pasted(crops[page.id]), wanted[page.id], words) for page in everything]
    _tell("saved pages, 4-word shingles", "≥ .97", saved)
    _tell("pasted whole, bag of words", "≥ .94, R ≥ .97", pasted)
    _tell("pasted and cropped, bag of words", "≥ .97, R ≥ .98", cut)
    for name, outcomes, goal in (("saved", saved, ".97"), ("pasted", pasted, ".85"), ("cropped", cut, ".85")):
        having = [outcome for outcome in outcomes if outcome.wanted]
        right = sum(same(outcome.headline, outcome.wanted) for outcome in having)
        wrong = sum(bool(outcome.headline) and not same(outcome.headline, outcome.wanted) for outcome in having)
        print(f"headline, {name:30} ≥ {goal}   {right / len(having):.3f} of {len(having)}, wrong {wrong / len(having):.3f}")
    boundaries, _number, speed = splitting.score("gum_news")
    print(f"sentences of GUM news, F1                ≥ .992  {boundaries:.4f} ({speed:,.0f} a second)")
    print("golden rules                             ≥ 42/48 {}/{}".format(*splitting.golden()))
    _speed(everything)
    if "-v" in argv:
        for outcome, page in sorted(zip(pasted, everything, strict=True), key=lambda pair: sum(pair[0].score))[:30]:
            print(page.address, outcome)
    return 0


def same(found: str | None, wanted: str | None) -> bool:
    """Tell whether two headlines have the same words."""
    return found is not None and wanted is not None and words(found) == words(wanted)


def _tell(name: str, goal: str, outcomes: list[Outcome]) -> None:
    """Print the row of one form."""
    precision, recall, both = f1([outcome.score for outcome in outcomes])
    lost = sum(outcome.lost for outcome in outcomes) / len(outcomes)
    gone = sum(outcome.lost_at_all for outcome in outcomes) / len(outcomes)
    print(f"{name:40} {goal:15} P {precision:.3f} R {recall:.3f} F1 {both:.3f}")
    text = "P {:.3f} R {:.3f} F1 {:.3f}".format(*f1([outcome.text for outcome in outcomes]))
    print(f"  without captions and standfirsts       {'':15} {text}")
    print(f"  pages that lose a long line unmarked   ≤ .05           {lost:.3f}, marked or not {gone:.3f}")


def _outcome(page: Page, cleaned: Cleaned | None, wanted: str | None, bag: Callable[..., object]) -> Outcome:
    """Return what became of a page."""
    kept = [p for p in cleaned.paragraphs if p.kind is not PassageKind.HEADLINE] if cleaned else []
    removed = [r for r in cleaned.removed if len(r.text.split()) >= _LONG] if cleaned else []
    gold = belongs([r.text for r in removed], page.body)
    losses = [r for r, mark in zip(removed, gold, strict=True) if mark]
    chosen = (kept, [p for p in kept if p.kind not in _BESIDE])
    score, text = (overlap(bag("\n".join(p.text for p in ps)), bag(page.body)) for ps in chosen)  # type: ignore[arg-type] # both are counters
    headline = cleaned.metadata.headline if cleaned else None
    return Outcome(score, text, any(not r.doubtful for r in losses), bool(losses), headline, wanted)


def _saved(page: Page) -> Cleaned | None:
    """Return a page read as saved."""
    try:
        return clean(read_web(page.id, page.raw))
    except UnreadableError:
        return None


def _pasted(text: str) -> Cleaned:
    """Return a text read as a paste."""
    return clean(read_text("paste", text))


def shown(page: Page, text: str) -> str | None:
    """Return the headline that a page states, where its rendered text shows it as a line."""
    headline = of_page(page_text(page.raw)).headline
    return headline if headline and any(words(line) == words(headline) for line in text.split("\n")) else None


def _speed(everything: list[Page]) -> None:
    """Print how much processor time pastes of the seeds' size and saved pages take."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    start = time.process_time()
    for _ in range(100 // max(1, len(seeds))):
        for seed in seeds:
            clean(read(str(seed)))
    print(f"100 pastes of the seeds' size            ≤ 1 s   {time.process_time() - start:.2f} s")
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for page in everything:
            path = Path(folder) / "page.html"
            path.write_bytes(page.raw)
            start = time.process_time()
            _read(str(path))
            times.append(time.process_time() - start)
    mean, median = 1000 * statistics.mean(times), 1000 * statistics.median(times)
    print(f"a saved page                             ≤ 30 ms {mean:.0f} ms, median {median:.0f}")


def _read(path: str) -> Copy:
    """Return the copy of a page, empty where it holds no article."""
    try:
        return read(path)
    except UnreadableError:
        return Copy(path, Format.HTML, (), Metadata())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
