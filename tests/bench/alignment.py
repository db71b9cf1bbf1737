"""What aligning costs: ``python -m tests.bench.alignment [PASSAGES …]`` prints time and memory for stories of each size.

The sentences are put together from words at random, with the frequencies of language (Zipf 1949): of fifteen words each, some
of them names; every fifth sentence is told again by the other articles with a third of its words changed. That is more
alike than real stories are.
"""

import random
import resource
import sys
import time
from collections.abc import Sequence
from importlib.resources import files

from tui.align import align
from tui.model.article import Article, Passage, PassageKind
from tui.model.fold import fold
from tui.model.rawcopy import Format


def made(count: int, articles: int, seed: int = 1) -> tuple[Article, ...]:
    """Return a made-up story of ``count`` passages in that many articles."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    lines = (files("tui.language") / "rarity.tsv").read_text(encoding="utf-8").splitlines()
    levels = [(int(level), words.split(" ")) for level, words in (line.split("\t") for line in lines)]
    words = [word for _level, held in levels for word in held if word.isalpha()]
    weights = [10 ** (level / 10) for level, held in levels for word in held if word.isalpha()]
    names = [f"{chance.choice(words)}{chance.choice('aeiou')}n".capitalize() for _ in range(max(20, count // 20))]
    told = [_sentence(chance, words, weights, names) for _ in range(max(1, count // articles // 5))]
    bodies = [
        [
            " ".join(_reworded(chance, chance.choice(told), words))
            if chance.random() < 1 / 5
            else " ".join(_sentence(chance, words, weights, names))
            for _ in range(count // articles)
        ]
        for _ in range(articles)
    ]
    return tuple(_article(f"{chr(ord('A') + place)}", body) for place, body in enumerate(bodies))


def _sentence(chance: random.Random, words: Sequence[str], weights: Sequence[float], names: Sequence[str]) -> list[str]:
    """Return the words of a sentence."""
    return [*chance.choices(words, weights, k=22), *chance.sample(names, 2)]


def _reworded(chance: random.Random, sentence: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return a sentence with a third of its words changed."""
    return [chance.choice(words) if chance.random() < 1 / 3 else word for word in sentence]


def _article(letter: str, body: Sequence[str]) -> Article:
    """Return an article of these sentences."""
    passages = tuple(
        Passage(f"{letter}{n}", letter, PassageKind.BODY, n // 3, n, f"{text}.", fold(f"{text}."))
        for n, text in enumerate(body, 1)
    )
    return Article(letter, letter, Format.TEXT, passages=passages)


def main(sizes: Sequence[int]) -> None:
    """Print a row for each size."""
    align(made(125, 5), ())
    print("| passages | articles | s | s of one processor | links | points | MB at most |")
    print("|---|---|---|---|---|---|---|")
    for size in sizes:
        story = made(size, 5)
        begun, used = time.perf_counter(), time.process_time()
        found = align(story, ())
        spent, busy = time.perf_counter() - begun, time.process_time() - used
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {size} | 5 | {spent:.2f} | {busy:.2f} | {len(found.links)} | {len(found.points)} | {most} |", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [125, 2_000, 20_000])
