"""Whereabouts: two claims of one deed that put it in different places: hiding *in a closet*, hiding *in an office*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.partings import ALIKE, Parting, Span, shared, verbs_alike
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Argument
from tui.language.tables import lexicon, table
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind

_WAYS: Final = (
    lexicon("in at on near inside outside aboard under beneath behind beside between within by"),
    lexicon("from down off over"),
    lexicon("into through onto"),
)
"""Prepositions that answer one question: where, from where, to where."""
_ROVING: Final = lexicon("run travel move walk drive work live range spread stretch feel climb visit pass play connect come go")
"""Verbs of what can happen in many places."""
_PARTS: Final = (
    lexicon("north northern south southern"),
    lexicon("east eastern west western"),
    lexicon("northeast northeastern southwest southwestern northwest northwestern southeast southeastern central downtown"),
)
"""Words for a part of a named place; of one row only one can be true of a town."""
_HOME: Final = re.compile(r", [A-Z][\w.]+,? (?=[a-z])((?:[a-z-]+ ?){1,3})")
"""The words behind the state or country that tells where a town lies: *a Malmo, Sweden, hotel*."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A place that a clause names by a common noun."""

    way: int
    """Which question it answers."""
    span: Span
    """The words in the passage."""
    stems: frozenset[str]
    """The stems of its head and of what narrows it."""


def elsewhere(a: Claim, b: Claim) -> Parting | None:
    """Return the places in which two claims of one deed part; ``None`` where they name no two or one can be the other."""
    verb = verbs_alike(a, b)
    if verb < ALIKE or a.light or a.verb in _ROVING or a.denied or b.denied or a.stage is not b.stage:
        return None
    here, there = tuple(_sites(a)), tuple(_sites(b))
    if any(shared(x.stems, y.stems) for x in here for y in there):
        return None
    for x in here:
        for y in there:
            if x.way == y.way and not (_tells(a, y) or _tells(b, x)):
                end = f"the places given for “{a.verb}” are not the same"
                return Parting(Kind.PLACE, Verdict.DIFFERS, (x.span, y.span), end, verb, behind=True)
    return None


def closer(a: Claim, b: Claim) -> Parting | None:
    """Return one named place of which a claim of the same deed names a part: *in Sweden*, *in southern Sweden*."""
    verb = verbs_alike(a, b)
    if verb < ALIKE or a.light or a.denied or b.denied or a.stage is not b.stage or a.verb in _ROVING:
        return None
    for x in a.predicate.arguments:
        for y in b.predicate.arguments:
            one, two = x.phrase, y.phrase
            named = one.named and two.named and stem(one.base) == stem(two.base)
            parts = _part(one), _part(two)
            if named and {x.preposition, y.preposition} <= _WAYS[0] and _directions(a) != _directions(b) and parts[0] != parts[1]:
                opposite = any(parts[0] in row and parts[1] in row and parts[0][:2] != parts[1][:2] for row in _PARTS[:2])
                verdict = Verdict.DIFFERS if opposite else Verdict.PRECISION
                end = "they name different parts of one place" if all(parts) else "one names a part of the other's place"
                return Parting(Kind.PLACE, verdict, ((one.start, one.end), (two.start, two.end)), end, verb, behind=True)
    return None


def _part(phrase: Phrase) -> str:
    """Return the word of a phrase for a part of a place, empty where there is none."""
    return next((word for word in phrase.modifiers if any(word in row for row in _PARTS)), "")


def _directions(claim: Claim) -> frozenset[str]:
    """Return the words of a claim's passage for parts of places."""
    told = {word.text.lower() for word in words(claim.passage.folded)}
    return frozenset(word for row in _PARTS for word in row if word in told)


def _sites(claim: Claim) -> Iterator[_Site]:
    """Yield the places of a claim."""
    for argument in claim.predicate.arguments:
        way = next((n for n, listed in enumerate(_WAYS) if argument.preposition in listed), None)
        if way is not None and not (argument.phrase.timed or argument.phrase.pronoun):
            yield from _site(claim, argument, way)


def _site(claim: Claim, argument: Argument, way: int) -> Iterator[_Site]:
    """Yield the place that an argument names, if it names one by a common noun."""
    phrase = argument.phrase
    behind = _HOME.match(claim.passage.folded, phrase.end) if phrase.named and phrase.determiner else None
    if behind is not None:
        own = behind[1].split()
        last = max((n for n, word in enumerate(own, 1) if word in _nouns()), default=0)
        if last:
            end = behind.start(1) + len(" ".join(own[:last]))
            yield _Site(way, (behind.start(1), end), frozenset(map(stem, own[:last])))
    elif phrase.base in _nouns() and not phrase.named:
        yield _Site(way, (phrase.start, phrase.end), frozenset(map(stem, (phrase.base, *phrase.modifiers))))


def _nouns() -> frozenset[str]:
    """Return the nouns that tell where something happens."""
    return frozenset(noun for row in table("sites").values() for noun in row)


def _tells(claim: Claim, site: _Site) -> bool:
    """Return whether a claim's passage names a place of the other as well."""
    return bool(site.stems & {word.stem for word in words(claim.passage.folded)})
