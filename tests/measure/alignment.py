"""``python -m tests.measure alignment``: links and story points against ECB+, the stories and the sheet of the seeds."""

import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tests.measure.corpora import SHARED, rows
from tui.align import align
from tui.collate import read_articles, siglum
from tui.details import extract
from tui.model.alignment import Alignment
from tui.model.article import Article, Passage, PassageKind
from tui.model.fold import fold
from tui.model.rawcopy import Format
from tui.model.settings import AlignSettings

Pair = frozenset[str]
_SHEET: Final = Path(__file__).with_name("seeds_links.md")
_MATCH: Final = 2  # coreferent events from which two sentences of ECB+ match; one is left out of the score


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
        articles = tuple(_article(letters[row["id"]], [sentence["text"] for sentence in row["sentences"]]) for row in held)
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


def _article(letter: str, sentences: Sequence[str]) -> Article:
    """Return an article of body sentences, ECB+'s own quotation marks made plain."""
    texts = [re.sub(r"``|''", '"', sentence) for sentence in sentences]
    passages = tuple(Passage(f"{letter}{n}", letter, PassageKind.BODY, n, n, text, fold(text)) for n, text in enumerate(texts, 1))
    return Article(letter, letter, Format.TEXT, passages=passages)


def _plain(text: str) -> str:
    """Return a sentence with levelled spaces and typography, to find it again."""
    return re.sub(r"\s+", " ", fold(text)).strip()


def stories() -> Iterator[Told]:
    """Yield the stories beside the project with the links of their sheets."""
    for folder in sorted((SHARED / "stories").iterdir()):
        articles, _problems = read_articles([str(path) for path in sorted(folder.glob("?.txt"))])
        place = {(n, _plain(p.text)): p.id for n, article in enumerate(articles) for p in article.passages}
        sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["links"]
        ends = [(place.get((x["a"][0], _plain(x["a"][1]))), place.get((x["b"][0], _plain(x["b"][1]))), x["label"]) for x in sheet]
        gold = {frozenset((a or f"? {n}", b or f"?? {n}")): _MATCH for n, (a, b, _label) in enumerate(ends)}
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
            places[found[1] + found[2]] = [p.id for p in article.passages if found[3] in _plain(p.text)]
        elif line.startswith("full "):
            names = line.split()[1:]
            full |= {pair for n, one in enumerate(names) for other in names[n + 1 :] for pair in _ends(places, one, other)}
        elif line.startswith("partial "):
            _, first, *rest = line.split()
            gold |= {pair: _MATCH for other in rest for pair in _ends(places, first, other)}
    gold |= dict.fromkeys(full, _MATCH)
    missing = [name for name, held in places.items() if not held]
    if missing:
        print("passages of the sheet that reading lost:", *missing)
    yield Told("seeds", articles, gold, frozenset(p.id for article in articles for p in article.passages), frozenset(full))


def _ends(places: Mapping[str, Sequence[str]], one: str, other: str) -> list[Pair]:
    """Return the pairs of passages that two names of the sheet stand for; none in one article."""
    return [frozenset((a, b)) for a in places[one] for b in places[other] if a[0] != b[0]]


@dataclass(frozen=True, slots=True)
class Score:
    """How links and points compare with what people say."""

    counts: Mapping[str, int]
    """How many links are right, said and wanted, how many best matches and shown matches right and wanted."""
    rand: tuple[float, ...]
    """The adjusted Rand index of each story's points."""
    seconds: float
    """What aligning took."""

    def share(self, right: str, whole: str) -> float:
        """Return one count divided by another."""
        return self.counts[right] / max(1, self.counts[whole])

    @property
    def precision(self) -> float:
        """Return the share of links that are right."""
        return self.share("right", "said")

    @property
    def recall(self) -> float:
        """Return the share of matches that are linked."""
        return self.share("right", "wanted")

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.counts["right"] / max(1, self.counts["said"] + self.counts["wanted"])


Aligner = Callable[[tuple[Article, ...]], Alignment]


def score(told: Sequence[Told], aligner: Aligner, everything: Aligner) -> Score:
    """Return the score of an aligner over stories; ``everything`` links whatever has anything in common, for the best match."""
    totals: Counter[str] = Counter()
    rand: list[float] = []
    seconds = 0.0
    for story in told:
        begun = time.perf_counter()
        found = aligner(story.articles)
        seconds += time.perf_counter() - begun
        matches = {pair for pair, value in story.gold.items() if value >= _MATCH}
        links = {frozenset((link.a, link.b)): link.likeness for link in found.links}
        counted = {pair for pair in links if pair <= story.judged and story.gold.get(pair, 0) != 1}
        totals.update(right=len(counted & matches), said=len(counted), wanted=len(matches))
        totals.update(_best(story, everything(story.articles), matches))
        totals.update(_shown(story.full, counted, matches))
        rand.append(adjusted_rand(_components(matches), [set(point.passages) for point in found.points], story.judged))
    return Score(totals, tuple(rand), seconds)


def _letters(passage: str) -> str:
    """Return the siglum of a passage's id."""
    return passage.rstrip("0123456789")


def _best(story: Told, found: Alignment, matches: set[Pair]) -> Counter[str]:
    """Return for how many passages with a match in another article the judged passage most like it there is one."""
    wanted = {(one, _letters(other)) for pair in matches for one in pair for other in pair - {one} if pair <= story.judged}
    likeness: dict[tuple[str, str], tuple[float, str]] = {}
    for link in found.links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if other in story.judged:
                key = one, _letters(other)
                likeness[key] = max(likeness.get(key, (-1.0, "")), (link.likeness, other))
    right = sum(key in likeness and frozenset((key[0], likeness[key][1])) in matches for key in wanted)
    return Counter(best_right=right, best_wanted=len(wanted))


def _shown(full: frozenset[Pair], counted: set[Pair], matches: set[Pair]) -> Counter[str]:
    """Return for how many passages with a full counterpart in another article a right match is among the links there."""
    wanted = {(one, _letters(other)) for pair in full for one in pair for other in pair - {one}}
    right = {(one, _letters(other)) for pair in counted & matches for one in pair for other in pair - {one}}
    return Counter(shown=len(wanted & right), shown_wanted=len(wanted))


def _components(matches: set[Pair]) -> list[set[str]]:
    """Return the groups that the pairs span."""
    groups: dict[str, set[str]] = {}
    for pair in matches:
        merged = set(pair).union(*(groups.get(one, set()) for one in pair))
        groups |= dict.fromkeys(merged, merged)
    return list({id(group): group for group in groups.values()}.values())


def adjusted_rand(gold: Sequence[set[str]], found: Sequence[set[str]], judged: frozenset[str]) -> float:
    """Return the adjusted Rand index of two groupings of the judged passages (Hubert and Arabie 1985); -1 to 1."""
    where = [{one: n for n, group in enumerate(groups) for one in group} for groups in (gold, found)]
    cells = Counter(tuple(each.get(one, one) for each in where) for one in judged)
    sides = [Counter(each.get(one, one) for one in judged) for each in where]
    together = sum(math.comb(count, 2) for count in cells.values())
    left, right = (sum(math.comb(count, 2) for count in side.values()) for side in sides)
    chance = left * right / max(1, math.comb(len(judged), 2))
    most = (left + right) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def _line(name: str, settings: AlignSettings, result: Score) -> str:
    """Return one row of the table."""
    rand = sum(result.rand) / max(1, len(result.rand))
    best = result.share("best_right", "best_wanted")
    shown = f"{result.share('shown', 'shown_wanted'):.3f}" if result.counts["shown_wanted"] else "-"
    return (
        f"| {name:<24} | {settings.threshold:.3f} | {result.precision:.3f} | {result.recall:.3f} | {result.f1:.3f} "
        f"| {best:.3f} | {shown:>5} | {rand:.3f} | {result.seconds:6.2f} |"
    )


def _with(settings: AlignSettings) -> Aligner:
    """Return the aligner with these constants, fed with the details that the rules find."""
    return lambda articles: align(articles, extract(articles), settings)


_SETS: Final[Mapping[str, Callable[[], Iterator[Told]]]] = {
    "train": lambda: ecb("train"),
    "dev": lambda: ecb("dev"),
    "stories": stories,
    "seeds": seeds,
}


def main(argv: list[str]) -> int:
    """Print the table; arguments name the sets, or set constants as ``threshold=0.3`` to try them."""
    settings = AlignSettings()
    for name, value in (argument.split("=") for argument in argv if "=" in argument):
        settings = replace(settings, **{name: type(getattr(settings, name))(value)})
    names = [argument for argument in argv if argument in _SETS] or list(_SETS)
    print("| set                      | least | prec. | rec.  | F1    | best  | shown | ARI   | s      |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in names:
        everything = replace(settings, threshold=settings.floor, crowding=0.0)
        print(_line(name, settings, score(list(_SETS[name]()), _with(settings), _with(everything))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
