"""Words exchanged: what two single words say that stand in one place of passages told nearly word for word."""

from typing import Final

from tui.language.clauses import Tag, Token
from tui.language.lemmas import noun_base, verb_base
from tui.language.scales import antonyms, degrees
from tui.language.tables import lexicon, row
from tui.language.words import stem


def apart(x: Token, y: Token) -> bool:
    """Return whether two words stand in two places of one scale, or are opposites by WordNet."""
    pairs = [(one, two) for one in _bases(x) for two in _bases(y) if one != two]
    return any(
        antonyms(one, two) or any(m.scale == n.scale and m.place != n.place for m in degrees(one) for n in degrees(two))
        for one, two in pairs
    )


def reworded(x: Token, y: Token) -> bool:
    """Return whether two words of meaning stand for each other, no names, verbs of saying or forms of one word."""
    if {x.tag, y.tag} - {Tag.NOUN, Tag.VERB} or _bases(x) & _bases(y) or x.word.stem == y.word.stem:
        return False
    texts = [t.word.text for t in (x, y)]
    if any(text.lower() in _POINTING for text in texts):
        return False
    short = any(not text.isalpha() or len(text) <= _LETTERS for text in texts)
    return not short and texts[0][0].isupper() == texts[1][0].isupper() and not _spoken(x) and not _spoken(y)


_LETTERS: Final = 2  # of what is no word of meaning
_POINTING: Final = lexicon("""
    left remaining last past former previous prior earlier later next first second following same other another such several
    about around nearly almost roughly some more less many much most
""")
"""Words that only point or count."""


def _spoken(token: Token) -> bool:
    """Return whether a word is a form of a verb of saying, or says that it was heard or seen by somebody."""
    return any(base in row("events", "spoken") for base in _bases(token))


def _bases(token: Token) -> frozenset[str]:
    """Return a word in lower case with the bases that it may be a form of."""
    lower = token.word.text.lower()
    verb = verb_base(lower)
    return frozenset({lower, noun_base(lower)} | ({verb} if verb else set()))


def one_name(one: list[str], two: list[str]) -> bool:
    """Return whether two names can be forms of one: a word in common, initials, or an abbreviation."""
    if {stem(w)[:4] for w in one} & {stem(w)[:4] for w in two}:
        return True
    flat = ["".join(words).lower().replace(".", "") for words in (one, two)]
    return any(_shortens(flat[x], flat[1 - x]) for x in (0, 1))


def _shortens(short: str, long: str) -> bool:
    """Return whether the letters of ``short`` stand in ``long`` in order, from the same first letter: lt, lieutenant."""
    rest = iter(long)
    return short[:1] == long[:1] and all(letter in rest for letter in short)
