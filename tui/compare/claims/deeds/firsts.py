"""Firsts: what one is the first, last or greatest in, told in two ways: *the first to plead guilty*, *the first found guilty*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import telling
from tui.compare.claims.partings import shared
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag
from tui.language.deeds import kind_of
from tui.language.grammar import BEING
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind

_PLACES: Final = lexicon(
    "first second third last only youngest oldest largest biggest smallest longest shortest highest lowest deadliest"
)
"""Words that give one thing a place before all others of its kind."""
_SAME: Final = {"biggest": "largest"}
_TIMES: Final = lexicon("time half quarter round day week month year season term step order thing place rest lady name")
"""Nouns that one first tells nothing of."""
_WORDS: Final = 9  # of a reading
_NEAR: Final = 30  # code points from the noun to the deed behind it
_FAR: Final = 14  # words that tell what it is the first in
_STOP: Final = re.compile(r"[,;:.()\"]( |$)")
_LEAST: Final = 0.9  # what the words in common must tell, where passages are not linked
_LINKED: Final = 0.3
_WEIGHT: Final = 1.2
_AMONG: Final = "one puts it before all, the other among several"
_OTHER: Final = "it is told of another deed"


@dataclass(frozen=True, slots=True)
class _First:
    """One that has a place before all others."""

    claim: Claim
    """The clause that says so."""
    place: str
    """The place: ``first``, ``largest``."""
    among: bool
    """True for *one of the first*."""
    stems: frozenset[str]
    """Stems of what it is the first in, its head left out."""
    head: str
    """The stem of its head."""
    personal: bool
    """True where its head is a noun for a person."""
    deed: str
    """The kind of deed that it is the first to do or to suffer; empty where none is told."""
    span: tuple[int, int]
    """Its place in the passage."""


def first_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the firsts of one party that articles tell otherwise, each once against each other article."""
    firsts = [one for claim in found for one in _firsts(story, claim)]
    pairs = [(score, x, y) for x, y in combinations(firsts, 2) if (score := _score(story, x, y))]
    taken: set[tuple[str, int, str]] = set()
    for score, x, y in sorted(pairs, key=lambda p: (-p[0], p[1].claim.passage.text, p[2].claim.passage.text)):
        ends = {(one.claim.passage.id, one.span[0], two.claim.passage.siglum) for one, two in ((x, y), (y, x))}
        end = _AMONG if x.among != y.among else _OTHER if x.deed != y.deed and x.deed and y.deed else ""
        if end and not taken & ends:
            yield _draft(story, x, y, end, score)
        taken |= ends


def _firsts(story: Story, claim: Claim) -> Iterator[_First]:
    """Yield the place that a clause gives its subject before all others."""
    predicate, phrase = claim.predicate, claim.predicate.patient
    place = next((word for word in phrase.modifiers if word in _PLACES), "") if phrase is not None else ""
    if phrase is None or not place or predicate.verb not in BEING or claim.denied or phrase.base in _TIMES or phrase.timed:
        return
    folded = claim.passage.folded
    deeds = [p for p in predicates(folded) if p.matrix == predicate and 0 <= p.group.start - phrase.end <= _NEAR]
    stop = _STOP.search(folded, phrase.end)
    own = [w for w in words(folded[: stop.start() if stop else len(folded)]) if phrase.start <= w.start][:_FAR]
    end = own[-1].end
    stems = {
        t.word.stem for t in story.tokens(claim.passage.id) if phrase.start <= t.word.start < end and t.tag is not Tag.FUNCTION
    }
    yield _First(
        claim,
        _SAME.get(place, place),
        "one" in phrase.modifiers or "among" in folded[predicate.group.end : phrase.start],
        frozenset(stems) - {stem(place), stem(phrase.base), "one"},
        stem(phrase.base),
        _personal(phrase),
        _deed(deeds[0]) if deeds else "",
        (phrase.start, own[:_WORDS][-1].end),
    )


def _deed(predicate: Predicate) -> str:
    """Return the kind of deed of a clause, with what it says of the one who does or suffers it."""
    return predicate.complement or kind_of(predicate.verb)


def _personal(phrase: Phrase) -> bool:
    """Return whether the head of a phrase is a noun for a person."""
    return phrase.base == "people" or sort_of(phrase.base) is NounSort.PERSON


def _score(story: Story, x: _First, y: _First) -> float:
    """Return how surely two firsts are told of one party; 0 where they may be of two."""
    a, b = x.claim, y.claim
    if a.passage.siglum == b.passage.siglum or x.place != y.place or not (x.head == y.head or (x.personal and y.personal)):
        return 0.0
    named = bool(a.agent & b.agent)
    if not named and not any(c.predicate.agent is not None and c.predicate.agent.pronoun for c in (a, b)):
        return 0.0
    common = shared(x.stems, y.stems)
    worth = sum(telling(story, key) for key in common)
    likeness = story.alike(a.passage.id, b.passage.id)
    return _WEIGHT + likeness + worth if (likeness >= _LINKED and (common or named)) or worth >= _LEAST else 0.0


def _draft(story: Story, x: _First, y: _First, end: str, score: float) -> Draft:
    """Return the fact of one party's firsts."""
    ordered = (x, y) if story.first(x.claim.passage.id, y.claim.passage.id) else (y, x)
    readings = tuple(reading(story, one.claim.passage.id, *one.span) for one in ordered)
    why = ("both give one party a place before all others", *(("the passages tell the same",) if score > _WEIGHT + 1 else ()))
    return Draft(
        Kind.STATEMENT,
        f"in what it is the {x.place}",
        Verdict.DIFFERS,
        readings,
        note(Verdict.DIFFERS, readings, end),
        why,
        score,
    )
