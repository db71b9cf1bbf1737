"""A light reading of a sentence: which words carry meaning, where its clauses part, which words are verbs and nouns."""

from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cache, lru_cache
from typing import Final

from tui.language.tables import row
from tui.language.words import Word, stem, words

_FUNCTION: Final = row("grammar", "function")
_DETERMINERS: Final = row("grammar", "determiner")
_BEFORE_VERB: Final = row("grammar", "before-verb")
_BORDERS: Final = row("grammar", "border")
_PAST: Final = row("grammar", "past")


class Tag(IntEnum):
    """The part a word plays, as far as a word list and its neighbours tell."""

    FUNCTION = auto()
    NUMBER = auto()
    NAME = auto()
    VERB = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence with its part in it."""

    word: Word
    """The word, its place and its stem."""
    tag: Tag
    """Its part."""
    clause: int
    """Running number of its clause in the sentence, from 0."""


@cache
def _verb_stems() -> frozenset[str]:
    """Return the stems of the verbs that news uses most."""
    return frozenset(stem(verb) for verb in row("grammar", "verb"))


@lru_cache(maxsize=4096)
def parse(folded: str) -> tuple[Token, ...]:
    """Return the tokens of a folded sentence with tags and clauses; a rough reading, right often enough to weigh evidence."""
    found = words(folded)
    tokens: list[Token] = []
    clause = 0
    for place, word in enumerate(found):
        if place and _parts(folded[found[place - 1].end : word.start], word.text.lower()):
            clause += 1
        before = tokens[-1] if tokens else None
        after = found[place + 1].text if place + 1 < len(found) else ""
        tokens.append(Token(word, _tag(word, before, after), clause))
    return tuple(tokens)


def _parts(gap: str, lower: str) -> bool:
    """Return whether a clause ends between two words, by the marks in the gap or by the second word."""
    return lower in _BORDERS or any(mark in gap for mark in ',;:()"[]') or " - " in gap or "--" in gap


def _tag(word: Word, before: Token | None, after: str) -> Tag:
    """Return the part of a word from itself and its neighbours."""
    lower = word.text.lower()
    if lower in _FUNCTION:
        return Tag.FUNCTION
    if word.text[0].isdigit():
        return Tag.NUMBER
    if word.text[0].isupper() and (before is not None or (after[:1].isupper() and lower not in _PAST)):
        return Tag.NAME
    return Tag.VERB if _is_verb(word, lower, before, after) else Tag.NOUN


def _is_verb(word: Word, lower: str, before: Token | None, after: str) -> bool:
    """Return whether a word that is neither a function word, a figure nor a name reads as a verb here."""
    previous = before.word.text.lower() if before else ""
    if previous in _BEFORE_VERB:
        return word.stem in _verb_stems()
    attributive = previous in _DETERMINERS or (before is not None and before.tag is Tag.NUMBER)
    if lower in _PAST:
        return not attributive
    if lower.endswith("ed") and (len(lower) > 4 or word.stem in _verb_stems()):  # noqa: PLR2004 - red, bed, shed
        return not (attributive and after[:1].isalpha() and after.lower() not in _FUNCTION)
    if word.stem not in _verb_stems() or attributive:
        return False
    return lower.endswith(("ing", "es", "s")) and before is not None and before.tag in {Tag.NOUN, Tag.NAME}


def content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens that carry meaning: all but function words."""
    return tuple(t for t in tokens if t.tag is not Tag.FUNCTION)
