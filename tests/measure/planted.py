"""Planted changes: articles reworded neutrally, with one change of a known kind in some sentences.

``python -m tests.measure planted [--articles N] [--verbose]`` prints for each kind how many were planted, told, told with
the right kind, and how many facts were told that nobody planted.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.measure.corpora import rows
from tests.measure.wild import article, facts
from tui.model.article import Article
from tui.model.collation import Fact, Verdict

_SHARE: Final = 0.3  # of the sentences that get a change
_SMALL: Final = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
_DAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_PLACES: Final = (
    "Texas|Florida|Ohio|Iowa|Arizona|California|Virginia|Georgia|Missouri|Arkansas|Indiana|Hawaii|Kentucky|Nevada|Wisconsin|"
    "Michigan|Israel|Russia|Mexico|Iraq|Afghanistan|Iran|Germany|Libya"
)
_OPPOSITES: Final = (
    "before after|more less|first last|support oppose|supported opposed|increase decrease|rise fall|won lost|accept reject|"
    "largest smallest|approved rejected|begin end|north south|best worst|men women|public private|allow prohibit|early late"
)
_FAMILIES: Final = (
    {"number", "measure", "percentage", "duration", "money"},
    {"date", "time", "duration"},
    {"person", "name", "role", "organisation", "place"},
    {"quotation", "attribution"},
    {"certainty", "negation", "attribution", "statement"},
)

Counts = tuple[Counter[str], Counter[str], Counter[str]]
"""How many were made, told and told with the right kind, by kind."""

Plant = Callable[[str, random.Random], tuple[str, int, int] | None]
"""Returns a changed sentence and the span of the change in it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted change."""

    kind: str
    """The kind of detail changed."""
    before: str
    """The sentence before the change, reworded neutrally."""
    after: str
    """The sentence with the change."""
    start: int
    """Where the change begins in ``after``."""
    end: int
    """Where it ends."""


def _swap(pattern: str, other: Callable[[re.Match[str], random.Random], str | None]) -> Plant:
    """Return a plant that replaces one match of a pattern by other words."""

    def plant(sentence: str, rng: random.Random) -> tuple[str, int, int] | None:
        found = list(re.finditer(pattern, sentence))
        rng.shuffle(found)
        for m in found:
            words = other(m, rng)
            if words and words != m.group():
                return sentence[: m.start()] + words + sentence[m.end() :], m.start(), m.start() + len(words)
        return None

    return plant


def _another(choices: list[str]) -> Callable[[re.Match[str], random.Random], str]:
    """Return a function that picks another word of a list."""
    return lambda m, rng: rng.choice([c for c in choices if c != m.group()])


def _more(m: re.Match[str], rng: random.Random) -> str:
    """Return a figure a third or two above."""
    figure = m.group().replace(",", "")
    value = float(figure)
    changed = value + max(1, round(value * rng.choice((0.3, 0.6))))
    return f"{changed:,.0f}" if "." not in figure else f"{changed:.1f}"


def _later(m: re.Match[str], _rng: random.Random) -> str:
    """Return another day of the month."""
    month, day = m.group().split()
    return f"{month} {(int(day) + 9) % 27 + 1}"


def _hedged(m: re.Match[str], rng: random.Random) -> str:
    """Return an auxiliary with a hedge."""
    return f"{m.group()} {rng.choice(['allegedly', 'reportedly', 'possibly'])}"


def _opposite(m: re.Match[str], _rng: random.Random) -> str | None:
    """Return the opposite of a word in lower case."""
    pairs = [pair.split() for pair in _OPPOSITES.split("|")]
    return next((two if m.group() == one else one for one, two in pairs if m.group() in (one, two)), None)


_AUXILIARIES: Final = "is|was|were|are|will|would|has|have|had|can|could|should|did"
_AUXILIARY: Final = rf"\b(?:{_AUXILIARIES})\b(?! not|n't| no )"
_PLANTS: Final[dict[str, Plant]] = {
    "number": _swap(r"(?<![\d$.,/:-])(?<![a-z]\. )\b\d{1,3}(?:,\d{3})*\b(?= [a-z]{3,})(?! (?:per|million|billion))", _more),
    "number in words": _swap(rf"\b(?:{'|'.join(_SMALL)})\b(?= [a-z]{{3,}})", _another(_SMALL)),
    "money": _swap(r"(?<=\$)\d+(?:,\d{3})*(?:\.\d+)?", _more),
    "percentage": _swap(r"\b\d+(?:\.\d+)?(?= ?(?:percent|per cent|%))", _more),
    "date": _swap(rf"\b(?:{'|'.join(_DAYS)})\b(?! (?:night|morning)'s)", _another(_DAYS)),
    "date in a month": _swap(rf"\b(?:{_MONTHS}) \d{{1,2}}\b(?!:)", _later),
    "place": _swap(rf"\b(?:{_PLACES})\b(?! [A-Z])", _another(_PLACES.split("|"))),
    "negation": _swap(_AUXILIARY, lambda m, _: f"{m.group()} not"),
    "negation dropped": _swap(rf"\b(?:{_AUXILIARIES}) not\b", lambda m, _: m.group()[:-4]),
    "certainty": _swap(r"\b(?:was|were|is|are|has|had)\b(?! (?:not|n't|no|allegedly))", _hedged),
    "certainty of a verb": _swap(r"\bwill\b(?! not)", lambda _m, _r: "may"),
    "statement": _swap(rf"\b(?:{'|'.join(_OPPOSITES.replace('|', ' ').split())})\b(?! (?:than|last|this))", _opposite),
}  # fmt: skip


def neutral(sentence: str) -> str:
    """Return a sentence reworded without a change of meaning."""
    for pattern, words in (
        (r"\bpercent\b", "per cent"),
        (r"\bU\.S\.(?= [a-z])", "US"),
        (r"(?<!-)\bthree (?=[a-z]{4,})", "3 "),
        (
            r"\b(January|February|March|April|June|July|August|September|October|November|December) (\d{1,2})\b(?!,? \d{4})",
            r"\2 \1",
        ),
        (r'"([^"]+)"', r"“\1”"),
        (r" -- ", " — "),
    ):
        sentence = re.sub(pattern, words, sentence)
    return sentence


def _people(quotes: list[dict[str, str]]) -> Plant:
    """Return a plant that puts one speaker of an article in the place of another."""
    surnames = sorted(
        {q["speaker"].split()[-1] for q in quotes if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", q.get("speaker") or "")}
    )
    if len(surnames) <= 1:
        return lambda _sentence, _rng: None
    return _swap(rf"\b(?:{'|'.join(surnames)})\b", _another(surnames))


def plant(sentences: list[str], people: Plant, rng: random.Random) -> tuple[list[str], list[Planted]]:
    """Return the sentences reworded, with changes in some of them, and what was planted."""
    changed: list[str] = []
    planted: list[Planted] = []
    for sentence in sentences:
        reworded = neutral(sentence)
        plants = _PLANTS | {"person": people}
        kinds = list(plants)
        rng.shuffle(kinds)
        if rng.random() < _SHARE and len(sentence.split()) > 6:
            for kind in kinds:
                made = plants[kind](reworded, rng)
                if made:
                    planted.append(Planted(kind.split()[0], reworded, *made))
                    reworded = made[0]
                    break
        changed.append(reworded)
    return changed, planted


def touches(fact: Fact, change: Planted, texts: dict[str, str], siglum: str) -> bool:
    """Return whether a reading of a fact stands on a planted change."""
    return any(
        r.article == siglum
        and texts[r.passage] in change.after
        and _overlaps(change, change.after.find(texts[r.passage]), r.start, r.end)
        for r in fact.readings
    )


def _overlaps(change: Planted, offset: int, start: int, end: int) -> bool:
    """Return whether a span of a passage shares a place with the change; a place beside it counts for a word added."""
    return start + offset <= change.end + 1 and change.start - 1 <= end + offset


def fits(fact: Fact, kind: str) -> bool:
    """Return whether a fact is of the kind planted or of its family."""
    return fact.kind == kind or any(fact.kind in family and kind in family for family in _FAMILIES)


def main(argv: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.measure planted")
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args(argv)
    rng = random.Random(5)  # noqa: S311 - a sample, no secret
    made, told, right = Counter[str](), Counter[str](), Counter[str]()
    stray = reported = 0
    for number, row in enumerate(rows("basil/articles.jsonl.gz")):
        if number == asked.articles:
            break
        sentences = [s for paragraph in row["paragraphs"] for s in paragraph]
        changed, planted = plant(sentences, _people(row["quotes"]), rng)
        articles = [article(0, row["date"], row["title"], sentences), article(1, row["date"], row["title"], changed)]
        strays = _score(articles, planted, (made, told, right), verbose=asked.verbose)
        stray, reported = stray + strays[0], reported + strays[1]
    print(f"{'kind':<12} planted  told  right kind")
    for kind in sorted(made):
        print(f"{kind:<12} {made[kind]:7} {told[kind] / made[kind]:5.2f} {right[kind] / made[kind]:11.2f}")
    print(f"{'all':<12} {made.total():7} {told.total() / made.total():5.2f} {right.total() / made.total():11.2f}")
    print(f"told that were not planted: {stray} of {reported} = {stray / max(1, reported):.3f}")
    return 0


def _score(
    articles: list[Article], planted: list[Planted], counts: tuple[Counter[str], Counter[str], Counter[str]], *, verbose: bool
) -> tuple[int, int]:
    """Count what was told of the planted changes of one article; return the stray facts and all."""
    made, told, right = counts
    texts = {p.id: p.text for a in articles for p in a.passages}
    found = [f for f in facts(articles) if f.verdict is not Verdict.AGREE]
    used: set[str] = set()
    for change in planted:
        hits = [f for f in found if touches(f, change, texts, articles[1].siglum)]
        used |= {f.id for f in hits}
        made[change.kind] += 1
        told[change.kind] += bool(hits)
        right[change.kind] += any(fits(f, change.kind) for f in hits)
        if verbose and not any(fits(f, change.kind) for f in hits):
            around = f"{change.after[max(0, change.start - 50) : change.start]}[{change.after[change.start : change.end]}]"
            print(f"missed {change.kind}: …{around}{change.after[change.end :][:30]}… {[str(f.kind) for f in hits]}")
    stray = [f for f in found if f.id not in used]
    if verbose:
        for f in stray:
            print(f"stray {f.kind} {f.verdict}: {f.topic}: {[(r.passage, r.text) for r in f.readings]}")
    return len(stray), len(found)
