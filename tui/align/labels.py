"""Labels of story points: a few words of the articles themselves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum
from typing import Final

from tui.align.story import Story
from tui.align.weights import name_runs
from tui.language.words import Word

_LONGEST: Final = 6  # words


def label(story: Story, members: Sequence[int], weights: Mapping[str, float]) -> str:
    """Return the run of at most six words in one of the passages that holds most of what they all tell.

    ``weights`` holds the weight of each term of the story.
    """
    told = Counter(term for place in members for term in {word.stem for word in story.words[place]})
    worth = {term: weights[term] * (count - 1) for term, count in told.items()}
    best: tuple[float, int, str] = (0.0, 0, "")
    for place in members:
        passage, words = story.passages[place], story.words[place]
        inside = _inside_names(passage.folded, words)
        for first, word in enumerate(words):
            if worth[word.stem] <= 0 or first in inside:
                continue
            for last in range(first, min(first + _LONGEST, len(words))):
                if (
                    worth[words[last].stem] <= 0
                    or last + 1 in inside
                    or not _unbroken(passage.folded[word.start : words[last].end])
                ):
                    continue
                value = fsum(worth[stem] for stem in {each.stem for each in words[first : last + 1]})
                text = passage.text[word.start : words[last].end]
                best = max(best, (value, -len(text), text))
    return best[2] or story.passages[members[0]].text[:40]


def _inside_names(folded: str, words: Sequence[Word]) -> frozenset[int]:
    """Return the places of words that carry a name on, before which no label begins or ends."""
    starts = {word.start for run in name_runs(folded, words) for word in run[1:]}
    return frozenset(place for place, word in enumerate(words) if word.start in starts)


def _unbroken(text: str) -> bool:
    """Tell whether no punctuation parts the words."""
    return not any(mark in text for mark in ',;:()"?!')
