"""Spellings: words of names that one outlet writes a letter or two otherwise than the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from tui.language.bodies import ORGANISATION_WORDS, PLACE_WORDS
from tui.language.gazetteer import gazetteer, given_names
from tui.language.nicknames import sound
from tui.language.words import plain

_LEAST: Final = 5
_SHORT: Final = 4  # letters of a word that can be spelt otherwise where it stands beside the same words
_LONG: Final = 8
_ENDINGS: Final = frozenset({"e", "h", "t", "k", "f", "p", "l"})


@dataclass(frozen=True, slots=True)
class Seen:
    """How often a word of a name stands in the story."""

    word: str
    """The word as printed most often."""
    count: int
    """Its number of mentions."""
    articles: frozenset[str]
    """The sigla of the articles that print it."""
    beside: frozenset[str]
    """The words, as ``plain`` gives them, that stand in one name with it."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Which spellings of the story are variants of others."""

    main: Mapping[str, str]
    """A variant, as ``plain`` gives it → the spelling of most articles, as printed."""


def spellings(seen: Mapping[str, Seen], plain_words: frozenset[str]) -> Spelling:
    """Return the variants among the words of names, keyed by ``plain``; ``plain_words`` stand in lower case in the story.

    Two spellings are one word when they are one edit apart, two for eight letters and more, and no table of names knows both;
    beside the same words of a full name also where they sound alike, and one of four letters.
    The one in more articles, then the more frequent one, is the main one; of two equal ones the one that the tables know, then
    the first in the alphabet.
    """
    main: dict[str, str] = {}
    for one, two in _pairs(seen, plain_words):
        rank = [(len(seen[w].articles), seen[w].count, _tabled(seen[w].word)) for w in (one, two)]
        kept, other = (one, two) if rank[0] >= rank[1] else (two, one)
        if kept not in main and other not in main:
            main[other] = seen[kept].word
    return Spelling(main)


def _pairs(seen: Mapping[str, Seen], plain_words: frozenset[str]) -> list[tuple[str, str]]:
    """Return the pairs of words that may be two spellings of one, nearest and most frequent first."""
    long = sorted(w for w in seen if len(w) >= _SHORT and w.isalpha() and w not in plain_words)
    found = {
        (one, two)
        for bucket in _buckets(long).values()
        for place, one in enumerate(bucket)
        for two in bucket[place + 1 :]
        if (_full(one, two) and _near(one, two) and _may_vary(seen[one], seen[two])) or _told_alike(seen, one, two)
    }
    return sorted(found, key=lambda p: (DamerauLevenshtein.distance(*p), -seen[p[0]].count - seen[p[1]].count, p))


def _buckets(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words under each of their forms with one letter left out, two for long ones, so that near ones meet (Garbe 2012)."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        once = {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}
        if len(word) >= _LONG:
            once |= {short[:i] + short[i + 1 :] for short in once for i in range(len(short))}
        for key in (*once, f"~{sound(word)}"):
            found[key].append(word)
    return {key: sorted(set(bucket)) for key, bucket in found.items() if len(bucket) > 1}


def _near(one: str, two: str) -> bool:
    """Return whether two words differ by what a spelling can: not by an ending that makes another word."""
    short, long = sorted((one, two), key=len)
    if one[0] != two[0] and {one[0], two[0]} not in ({"c", "k"}, {"g", "q"}, {"k", "q"}, {"j", "y"}, {"g", "k"}, {"g", "y"}):
        return False
    if long.startswith(short) and long[len(short) :] not in _ENDINGS:
        return False
    most = 2 if len(short) >= _LONG else 1
    return DamerauLevenshtein.distance(one, two, score_cutoff=most) <= most


def _full(one: str, two: str) -> bool:
    """Return whether two words are long enough to be one by their letters alone."""
    return min(len(one), len(two)) >= _LEAST


def _told_alike(seen: Mapping[str, Seen], one: str, two: str) -> bool:
    """Return whether two words stand beside the same words of a name and part by one sound, a letter of a short one, or an *s*.

    The last only where the shorter is a given name: *Holm Edward*, *Holm Edwards*; elsewhere it makes a plural.
    """
    if not seen[one].beside & seen[two].beside:
        return False
    short, long = sorted((one, two), key=len)
    given = long == f"{short}s" and seen[short].word in given_names()
    return given or sound(one) == sound(two) or (not _full(one, two) and _near(one, two) and _may_vary(seen[one], seen[two]))


def _tabled(word: str) -> bool:
    """Return whether a table of names knows a word."""
    return gazetteer().find(word) is not None or word in given_names() or word in ORGANISATION_WORDS or word in PLACE_WORDS


def _may_vary(one: Seen, two: Seen) -> bool:
    """Return whether two near words can be spellings of one: not both known, and beside the same words in full names."""
    beside = bool(one.beside & two.beside) or any(
        _near(a, b) for a in one.beside for b in two.beside if min(len(a), len(b)) >= _LEAST
    )
    if _tabled(one.word) and _tabled(two.word):
        return beside and bool({one.word, two.word} & set(given_names()))
    return beside or not (one.beside and two.beside)


def seen_words(forms: Sequence[tuple[tuple[str, ...], int, frozenset[str]]]) -> dict[str, Seen]:
    """Return the words of the story's names, keyed by ``plain``, from forms with their count and articles."""
    found: dict[str, Seen] = {}
    printed: dict[str, int] = {}
    for words, count, articles in forms:
        keys = [plain(word) for word in words]
        for word, key in zip(words, keys, strict=True):
            beside = frozenset(keys) - {key}
            old = found.get(key, Seen(word, 0, frozenset(), frozenset()))
            best = word if count > printed.get(key, 0) else old.word
            printed[key] = max(count, printed.get(key, 0))
            found[key] = Seen(best, old.count + count, old.articles | articles, old.beside | beside)
    return found
