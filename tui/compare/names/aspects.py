"""Aspects: what the words of an office or description say beside its noun, and whether two of them say the same."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.compare.names.senses import SMALL, pieces, senses
from tui.language.gazetteer import Sort, gazetteer
from tui.language.people import HONORIFICS, OFFICES
from tui.language.synonyms import synonyms
from tui.language.syntax.lexicon import level
from tui.language.tables import lexicon
from tui.language.words import stem, words

_WEIGHTY: Final = lexicon("former ex acting interim deputy assistant associate vice incoming outgoing ousted elect co sub")
"""Words that make another office of one: who only acts in it, has left it or helps in it."""
_LIGHT: Final = lexicon(
    "senior top chief general current new local longtime long-time national lead lone state city country nation county federal"
    " town team club company firm organisation organization group party department famous noted own old young one two few"
    " several late then who is slain dead deceased murdered killed injured wounded convicted accused"
)
"""Words that tell nothing that another word for the same office does not imply."""
_LETTERS: Final = 2
_PARTY: Final = stem("party")


@dataclass(frozen=True, slots=True)
class Aspects:
    """What narrows the noun of an office or description."""

    weight: frozenset[str] = frozenset()
    """The words that make another office of it."""
    place: frozenset[str] = frozenset()
    """The stems of its places, lands and demonyms."""
    party: frozenset[str] = frozenset()
    """The stems of its parties and faiths."""
    noun: frozenset[str] = frozenset()
    """The stems of its other nouns and names."""
    initials: frozenset[str] = frozenset()
    """Letters that stand for a body, in lower case."""
    letters: str = ""
    """The first letters of its capitalised words in a row."""


@lru_cache(maxsize=2048)
def aspects(text: str, post: str) -> Aspects:
    """Return what the words of an office or description say beside its noun, whose plain form is ``post``."""
    found: dict[str, set[str]] = {"weight": set(), "place": set(), "party": set(), "noun": set(), "initials": set()}
    nouns = _nouns(post)
    for start, end in pieces(text):
        bare = text[start:end].removesuffix("'s")
        lower = bare.lower()
        known = gazetteer().find(bare) or gazetteer().find(f"{bare}.")
        if post in {OFFICES.get(lower), OFFICES.get(f"{lower}.")} or lower in SMALL or len(lower) == 1:
            continue
        if lower in _WEIGHTY or lower.startswith(("ex-", "co-")):
            found["weight"].add("ex" if lower == "former" or lower.startswith("ex-") else lower)
        elif known is not None:
            party = known.sort is Sort.PEOPLE and not known.country
            found["party" if party else "place"] |= senses(bare)
        elif bare.isupper() and _PARTY in senses(bare):
            found["party"] |= senses(bare) - {_PARTY}
        elif bare.isupper() and len(bare) >= _LETTERS and senses(bare) == {stem(lower)}:
            found["initials"].add(lower.replace(".", ""))
        elif not _tells_nothing(bare):
            found["noun"] |= senses(bare) - nouns
    letters = "".join(word.text[0].lower() for word in words(text) if word.text[0].isupper())
    own = {name: frozenset(stems) for name, stems in found.items()}
    return Aspects(own["weight"], own["place"], own["party"], own["noun"], own["initials"], letters)


@lru_cache(maxsize=512)
def _nouns(post: str) -> frozenset[str]:
    """Return the stems of the words of every title for an office whose plain form is ``post``."""
    titles = [word for office in _titles(post) for word in office.split()]
    return frozenset({stem(post)}.union(*({stem(word)} | senses(word.title()) for word in titles)))


@lru_cache(maxsize=512)
def _titles(post: str) -> frozenset[str]:
    """Return the titles for an office whose plain form is ``post``."""
    return frozenset(office for office, plain in OFFICES.items() if plain == post)


def _tells_nothing(word: str) -> bool:
    """Return whether a word is a form of address, a mere adjective or implied by the office."""
    lower, plain = word.lower(), word.islower()
    adjective = plain and ("-" in word or (level(lower, "a") or 0) > (level(lower, "n") or 0))
    return lower in HONORIFICS or lower in _LIGHT or adjective or word.isdigit()


def head(text: str, post: str) -> tuple[int, int]:
    """Return where the noun with the plain form ``post`` stands in an office or description; the whole where none does."""
    lower = text.lower()
    forms = {post} | _titles(post)
    found = [
        (own.start, own.start + len(form))
        for own in words(text)
        for form in forms
        if lower.startswith(form, own.start) and not lower[own.start + len(form) :][:1].isalpha()
    ]
    return max(found, key=lambda at: (at[1] - at[0], -at[0]), default=(0, len(text)))


def one_noun(a: str, b: str) -> bool:
    """Return whether two plain nouns for what somebody is are one or stand for one another."""
    heads = stem(a), stem(b)
    return heads[0] == heads[1] or heads[1] in synonyms(heads[0])


def parted(a: Aspects, b: Aspects) -> bool:
    """Return whether what narrows one noun parts: another body, land or rank, or a word more on what both narrow."""
    if a.weight != b.weight:
        return True
    if any(short in y.letters for x, y in ((a, b), (b, a)) for short in x.initials):
        return False
    one, two = a.noun - b.noun | a.initials - b.initials, b.noun - a.noun | b.initials - a.initials
    if (one and two) or (one and b.party - a.party) or (two and a.party - b.party):
        return True
    if a.place and b.place and not a.place & b.place:
        return True
    return bool(a.noun and b.noun and (one or two))
