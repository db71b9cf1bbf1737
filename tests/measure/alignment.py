"""``python -m tests.measure alignment``: links and story points against ECB+, the stories and the sheet of the seeds."""

import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tests.measure import met
from tests.measure.told import MATCH, Pair, Told, ecb, seeds, stories
from tui.align import align
from tui.details import extract
from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.detail import Extraction
from tui.model.settings import AlignSettings


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
        matches = {pair for pair, value in story.gold.items() if value >= MATCH}
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


_PARTS: Final[Mapping[str, Mapping[str, float]]] = {
    "all parts": {},
    "rarity in the language": {"background": 0.0},
    "steeper rarity in the story": {"steepness": 1.0},
    "weight against few words": {"least": 0.0},
    "other spellings": {"shortest_spelling": 99},
    "synonyms": {"synonym": 0.0, "derived": 0.0},
    "derived words told better": {"derived": 0.48},
    "names weigh less": {"name": 1.0},
    "a name counts as one": {"further_name": 1.0},
    "values of figures": {"value": 0.0},
    "classes of events": {"event": 0.0},
    "verbs weigh more": {"verb": 1.0},
    "deeds in common": {"deed": 0.0},
    "another day": {"another_day": 1.0},
    "published long apart": {"since": 1.0},
    "neighbours": {"neighbours": 0.0},
    "company": {"company": 0.0},
    "kinship of articles": {"kinship": 0.0},
}
"""What each part of likeness is without."""


def ablation(names: Sequence[str]) -> None:
    """Print the best F1 that any threshold reaches, and the best match, with each part left out in turn."""
    sets = {name: list(_SETS[name]()) for name in names}
    found = {story.name: extract(story.articles) for told in sets.values() for story in told}
    print("| without                     | " + " | ".join(f"{name} F1, best match" for name in names) + " |")
    print("|---" * (1 + len(names)) + "|")
    for part, constants in _PARTS.items():
        settings = replace(AlignSettings(), **constants)  # type: ignore[arg-type] # the constants named are numbers
        cells = [_reach(told, found, replace(settings, threshold=settings.floor, crowding=0.0)) for told in sets.values()]
        print(f"| {part:<27} | " + " | ".join(f"{f1:.3f}, {best:.3f}" for f1, best in cells) + " |", flush=True)


def _reach(told: Sequence[Told], found: Mapping[str, tuple[Extraction, ...]], settings: AlignSettings) -> tuple[float, float]:
    """Return the best F1 that a threshold reaches and the share of best matches that are right."""
    values: list[tuple[float, bool]] = []
    totals: Counter[str] = Counter()
    for story in told:
        links = align(story.articles, found[story.name], settings)
        matches = {pair for pair, value in story.gold.items() if value >= MATCH}
        pairs = {frozenset((link.a, link.b)): link.likeness for link in links.links}
        values += [
            (likeness, pair in matches)
            for pair, likeness in pairs.items()
            if pair <= story.judged and story.gold.get(pair, 0) != 1
        ]
        totals.update(_best(story, links, matches), wanted=len(matches))
    best, right = 0.0, 0
    for said, (_likeness, is_right) in enumerate(sorted(values, reverse=True), 1):
        right += is_right
        best = max(best, 2 * right / (said + totals["wanted"]))
    return best, totals["best_right"] / max(1, totals["best_wanted"])


def loss() -> None:
    """Print how many right links of ECB+ dev are lost where only the most alike of each passage are remembered."""
    told = list(ecb("dev"))
    print("| remembered of each passage | right links lost | of |\n|---|---|---|")
    for most in (AlignSettings().most, 50):
        lost, whole = 0, 0
        for story in told:
            full, less = (
                {frozenset((link.a, link.b)) for link in align(story.articles, (), replace(AlignSettings(), most=each)).links}
                for each in (sys.maxsize, most)
            )
            matches = {pair for pair, value in story.gold.items() if value >= MATCH}
            lost, whole = lost + len((full - less) & matches), whole + len(full & matches)
        print(f"| {most} | {lost} | {whole} |", flush=True)


def main(argv: list[str]) -> int:
    """Print the table; arguments name the sets or set constants as ``threshold=0.3``.

    ``ablation`` prints what each part of likeness gains instead, ``loss`` what the index of large stories loses, ``met`` how
    much of what diverges is set side by side.
    """
    if "ablation" in argv:
        ablation([argument for argument in argv if argument in _SETS] or ["dev", "stories"])
        return 0
    if "met" in argv:
        met.main()
        return 0
    if "loss" in argv:
        loss()
        return 0
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
