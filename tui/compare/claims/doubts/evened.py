"""Evened: how much the words around a word of one passage are those around the same word of another."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.deeds import kind_of, named_deed
from tui.language.lemmas import verb_base
from tui.language.rarity import zipf
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.article import Passage

_FADES: Final = 6.0  # words at which what stands around counts for a third
_BORDER: Final = 3  # words that a border of clauses counts for
_HUB: Final = 0.5  # what a protagonist's name is worth
_RARE, _SPREAD, _FLOOR = 6.5, 3.0, 0.3
_COMMON: Final = 6.0  # the Zipf value from which a word tells nothing by itself
_EMPTY: Final = frozenset(
    map(
        stem,
        lexicon("""
    be have do get make take go come give put keep let see become remain seem appear say tell add ask use want think know look
    also still just now then new last year day time people man woman thing way part official include report claim expect plan
    accord call group several many most more number first second one two three four five six seven eight nine ten million
    thing something involve relate
"""),
    )
)
"""Stems of words that tell little by themselves."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a passage."""

    passage: Passage
    """The passage."""
    place: int
    """The word's place among the tokens of the passage."""


def telling(token: Token) -> bool:
    """Return whether a word tells by itself what happens or what something is: no name, no figure, no little or empty word."""
    return token.tag in {Tag.VERB, Tag.NOUN} and token.word.stem not in _EMPTY and zipf(token.word.stem) < _COMMON


@lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """Return what all words have in common that tell one deed or thing: its kind for a verb or its noun, else the stem."""
    lower = text.lower()
    verb = named_deed(lower) or named_deed(lower.removesuffix("s")) or verb_base(lower) or lower
    return stem(kind_of(verb))


def is_verb(story: Story, spot: Spot) -> bool:
    """Return whether a word is the main verb of a clause."""
    start = story.tokens(spot.passage.id)[spot.place].word.start
    return any(p.group.at[0] == start for p in predicates(spot.passage.folded))


def carries(story: Story, spot: Spot, *, strictly: bool = False) -> bool:
    """Return whether a word is a verb or the head of a noun phrase or, not ``strictly``, narrows one as a *sprained* knee."""
    folded, start = spot.passage.folded, story.tokens(spot.passage.id)[spot.place].word.start
    phrase = next((c.phrase for c in chunk(folded) if c.start <= start < c.end), None)
    if phrase is None:
        return True
    if phrase.timed or (strictly and start < phrase.at[0]):
        return False
    return phrase.at[0] <= start or folded[start : phrase.at[0]].split(maxsplit=1)[0].endswith("ed")


def _around(story: Story, spot: Spot) -> dict[str, float]:
    """Return the keys of the words around a word with how near they stand, 0 to 1."""
    tokens = story.tokens(spot.passage.id)
    own = tokens[spot.place]
    found: dict[str, float] = {}
    for place, token in enumerate(tokens):
        if place != spot.place and token.tag is not Tag.FUNCTION:
            apart = abs(place - spot.place) + _BORDER * abs(token.clause - own.clause)
            key = key_of(token.word.text)
            found[key] = max(found.get(key, 0.0), math.exp(-apart / _FADES))
    return found


def evened(story: Story, one: Spot, two: Spot) -> float:
    """Return how much stands around both words: the rarer in the story and in the language and the nearer the more."""
    near, far = _around(story, one), _around(story, two)
    score = 0.0
    for key, weight in near.items():
        if key in far:
            score += math.sqrt(weight * far[key]) * worth(story, key)
    return score


def worth(story: Story, key: str) -> float:
    """Return how much it tells that two passages have a word in common, 0 to 1."""
    rare = story.rarity.get(key, 0.5) * (_HUB if key in story.hubs else 1.0)
    return rare * min(1.0, max(_FLOOR, (_RARE - zipf(key)) / _SPREAD))
