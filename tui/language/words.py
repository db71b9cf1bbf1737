"""Words of a folded text with their places and stems."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import Stemmer

from tui.language.tables import rows

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The word as it stands in the folded text."""
    stem: str
    """Its Snowball stem in lower case, the possessive ``'s`` taken off."""


@cache
def _stemmer() -> Stemmer.Stemmer:
    """Return the Snowball stemmer for English (Porter 2001)."""
    return Stemmer.Stemmer("english")


@cache
def _irregular() -> dict[str, str]:
    """Return the base of every verb form and plural that the endings do not tell."""
    forms = {form: base for base, *forms in rows("tui.language", "verbs.tsv") for form in " ".join(forms).split()}
    return forms | {plural: singular for plural, singular, *_ in rows("tui.language", "plurals.tsv")}


_OUR: Final = re.compile(r"(?<=[a-z]{2}[bdlnmpv])our(?=$|s$|ed$|ing$|ite$|ites$|able$|al$|ers?$|hoods?$|ly$)")
"""``colour``, ``favourite``, ``neighbourhood``; not ``four``, ``hour`` or ``source``."""
_LL: Final = re.compile(r"(?<=[aeiou][dbvntw]el)l(?=ed$|ing$|ers?$)|(?<=[aeiou][cgnpv][aei]l)l(?=ed$|ing$|ers?$)")
"""``travelled``, ``cancelled``, ``signalled``."""

_ENDINGS: Final = ("ise", "ises", "ised", "ising", "iser", "isers", "isation", "isations")
_ISE: Final = re.compile(r"(?<=[a-z]{3})is(?=(?:es?|ed|ing|ers?|ations?)$)")
"""``organised``, ``privatisation``."""
_IN_S: Final = re.compile(
    r"(?:adv|rev|dev|superv|telev|improv|exerc|surpr|prom|compr|comprom|prem|franch|enterpr|expert|disgu|desp|exc|incis|merchand"
    r"|parad|treat|prec|conc|otherw|likew|repr|appr|pract|chast|adverti|advert|rev|circumc|cru|bru|ra|pra|no|po|r|w|ar|ch|m|gu|v|tort"
    r"|porp|bapt|ex|prev|televi|dem|anal|cr|paralys?)is(?:es?|ed|ing|ers?|ations?)$"
)
"""Words whose ending is spelt with an s on both sides of the ocean."""


@cache
def _british() -> dict[str, str]:
    """Return the American spelling of each British one that no ending tells, with its plural and possessive endings."""
    known = {british: american for american, british in rows("tui.language", "british.tsv")}
    return known | {f"{british}s": f"{american}s" for british, american in known.items()}


def _american(lower: str) -> str:
    """Return a word in lower case in American spelling."""
    if known := _british().get(lower):
        return known
    if lower.endswith(_ENDINGS) and not _IN_S.fullmatch(lower):
        lower = _ISE.sub("iz", lower)
    return _LL.sub("", _OUR.sub("or", lower))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one word, in lower case; an irregular form has the stem of its base, ``gave`` that of ``give``."""
    lower = word.lower().removesuffix("'s").removesuffix("'")
    return str(_stemmer().stemWord(_irregular().get(lower) or _american(lower)))


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Return a name's word without accents, case, points and apostrophes."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(c for c in letters if c.isalnum()).casefold()


def words(folded: str) -> tuple[Word, ...]:
    """Return the words of a folded text in reading order; hyphens part words, ``U.N.`` and ``7.5`` are one."""
    return tuple(Word(m.start(), m.end(), m.group(), stem(m.group())) for m in _WORD.finditer(folded))
