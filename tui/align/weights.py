"""How much a term says: its rarity in the story times its rarity in the language, a name counted as one."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tui.align.emphasis import emphasis
from tui.align.marks import EVENT, VALUE
from tui.align.sparse import Floats, Rows
from tui.align.story import Story
from tui.language.people import OFFICE_ENDS
from tui.language.rarity import zipf
from tui.language.words import Word
from tui.model.settings import AlignSettings

_MARKS: Final = (EVENT, VALUE)
_MIDDLE: Final = 4.2  # Zipf value of what is no word


def rarity(story: Story, settings: AlignSettings) -> Floats:
    """Return the rarity of each term in the language, 0 (a function word) to 1 (a word that a table of common words lacks)."""
    zipfs = np.array([_MIDDLE if term[0] in _MARKS else zipf(term) for term in story.terms], dtype=np.float64)
    return np.clip((settings.commonest - zipfs) / (settings.commonest - settings.rarest), 0.0, 1.0)


def weights(story: Story, settings: AlignSettings) -> Floats:
    """Return the weight of each term."""
    count = len(story.passages)
    inverse = np.clip(np.log((count + 1) / (story.spread() + 0.5)) / np.log(count + 1), 0.0, 1.0)
    kinds = np.ones(len(story.terms))
    kinds[proper(story)] = settings.name
    for place, term in enumerate(story.terms):
        if term[0].isdigit():
            kinds[place] = settings.number
        elif term[0] == EVENT:
            kinds[place] = settings.event
        elif term[0] == VALUE:
            kinds[place] = settings.value
    return np.asarray(inverse**settings.steepness * rarity(story, settings) ** settings.background * kinds)


def weighted(story: Story, term_weights: Floats, settings: AlignSettings) -> Rows:
    """Return the weight of each term in each passage.

    The words of a name, and of an office or calling beside it, stand and fall together: the heaviest counts in full, the
    others for little, or else ``prison director Anna Maria Lopez`` would make a link of what has nothing but her in common.
    """
    places = {term: place for place, term in enumerate(story.terms)}
    heavy = term_weights.tolist()
    rows: list[list[tuple[int, float]]] = []
    factors = emphasis(story, settings)
    for passage, words, marked, factor in zip(story.passages, story.words, story.marks, factors, strict=True):
        row = {places[word.stem]: heavy[places[word.stem]] for word in marked}
        for word in words:
            place = places[word.stem]
            row[place] = max(row.get(place, 0.0), heavy[place] * factor.get(word.start, 1.0))
        for run in name_runs(passage.folded, words, _titled):
            held = sorted({places[word.stem] for word in run}, key=lambda place: (-heavy[place], place))
            for place in held[1:]:
                row[place] = settings.further_name * heavy[place]
        rows.append(sorted(row.items()))
    return Rows.of(rows, len(story.terms))


def _capital(word: Word) -> bool:
    """Tell whether a word begins with a capital."""
    return word.text[0].isupper()


def _titled(word: Word) -> bool:
    """Tell whether a word belongs to what someone is called: a name, an office or a calling."""
    return _capital(word) or word.text in OFFICE_ENDS


def name_runs(folded: str, words: Sequence[Word], belongs: Callable[[Word], bool] = _capital) -> Iterator[Sequence[Word]]:
    """Yield the runs of two or more words that ``belongs`` takes, one capital among them, only a space or hyphen between them."""
    first = 0
    while first < len(words):
        last = first
        if belongs(words[first]):
            while (
                last + 1 < len(words)
                and belongs(words[last + 1])
                and folded[words[last].end : words[last + 1].start] in {" ", "-"}
            ):
                last += 1
        if last > first and any(map(_capital, words[first : last + 1])):
            yield words[first : last + 1]
        first = last + 1


def proper(story: Story) -> NDArray[np.bool_]:
    """Return which terms are names: those that stand more often with a capital than without, first words left out."""
    capitals, small = dict.fromkeys(story.terms, 0), dict.fromkeys(story.terms, 0)
    for words in story.words:
        for word in words[1:]:
            if word.text[0].isupper():
                capitals[word.stem] += 1
            else:
                small[word.stem] += 1
    return np.array([capitals[term] > small[term] for term in story.terms], dtype=np.bool_)
