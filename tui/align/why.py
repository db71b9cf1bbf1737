"""Why two passages are linked: the words, names and numbers that both hold."""

from collections.abc import Iterable
from typing import Final

from tui.align.sparse import Floats
from tui.align.story import Story

_MOST: Final = 6  # more words than that explain nothing


class Reasons:
    """Finds the words that made a link, in a story whose term weights are known."""

    def __init__(self, story: Story, weights: Floats, alike: Iterable[tuple[int, int, float]]) -> None:
        """Keep the story and its terms' weights, and which terms stand for which."""
        self._story = story
        self._weights = dict(zip(story.terms, weights.tolist(), strict=True))
        self._near: dict[str, set[str]] = {}
        for one, other, _score in alike:
            self._near.setdefault(story.terms[one], set()).add(story.terms[other])

    def shared(self, a: int, b: int) -> frozenset[str]:
        """Return the terms of passage ``a`` that passage ``b`` tells too."""
        there = {word.stem for held in (self._story.words, self._story.marks) for word in held[b]}
        return frozenset(
            word.stem
            for word in (*self._story.words[a], *self._story.marks[a])
            if word.stem in there or not there.isdisjoint(self._near.get(word.stem, ()))
        )

    def why(self, a: int, b: int) -> tuple[str, ...]:
        """Return the words of ``a`` that ``b`` tells too, as printed, heaviest first, words that stand together as one."""
        passage, shared = self._story.passages[a], self.shared(a, b)
        runs: list[tuple[int, int, float]] = []
        for word in sorted((*self._story.words[a], *self._story.marks[a]), key=lambda word: (word.start, word.end, word.stem)):
            weight = self._weights[word.stem] if word.stem in shared else 0.0
            if weight <= 0:
                continue
            if runs and (word.start < runs[-1][1] or passage.folded[runs[-1][1] : word.start] in {" ", "-"}):
                runs[-1] = (runs[-1][0], max(runs[-1][1], word.end), runs[-1][2] + weight)
            else:
                runs.append((word.start, word.end, weight))
        ranked = sorted(runs, key=lambda run: (-run[2], run[0]))
        return tuple(dict.fromkeys(passage.text[start:end] for start, end, _weight in ranked))[:_MOST]
