"""Charges: what one person is accused of or convicted of in one case, where articles list it in part otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.claims.kinship import one_deed
from tui.compare.claims.partings import shared
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.gist import gist
from tui.compare.words.note import note
from tui.language.clauses import Tag
from tui.language.deeds import kind_of
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import words
from tui.model.collation import Verdict
from tui.model.detail import Kind

_ACCUSES: Final = lexicon("charge accuse convict guilty acquit indict arrest suspect book")
_BEHIND: Final = re.compile(
    r" (?:of|with|to|on|for) (?:(?:suspicion|charges|counts|a charge|allegations|accusations) of |\w+ (?:charges|counts) of )?"
)
_ENDS: Final = re.compile(
    r"[.;:\"()]| - |,? (?:in|on) (?=[A-Z]|connection|the )"
    r"|,? (?:after|at|over|for|from|against|when|while|who|which|that|but|with|by|because|as|before|during|told)\b"
    r"|,? (?:he|she|they|it|today|yesterday|earlier|early|late|last|this|next|both|all|following)\b"
    r"|, (?:said|says|a|an|the|his|her|police|according)\b|,? [A-Z][a-z]+day\b|, [A-Z]"
)
_PARTS: Final = re.compile(r",? and |, ")
_COUNTS: Final = lexicon("""
    count charge one two three four five six seven eight nine ten multiple several suspicion investigation degree first second
    federal felony misdemeanor
""")
_WORDS: Final = 8  # of a reading
_FAR: Final = 24  # words of a list
_LEAST: Final = 0.9  # evidence that two claims tell one case
_WEIGHT: Final = 2.0
_MORE: Final = "one lists what the other leaves out"
_APART: Final = "the lists are not the same"


@dataclass(frozen=True, slots=True)
class _Charges:
    """What a claim accuses somebody of."""

    claim: Claim
    """The claim."""
    span: tuple[int, int]
    """The list."""
    accused: tuple[tuple[frozenset[str], int], ...]
    """The stems of each charge, with the place where it begins."""


def charge_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the lists of charges against one person that part, one fact for each person and sort of accusation."""
    cases: defaultdict[tuple[str, str], list[_Charges]] = defaultdict(list)
    for claim in found:
        charges = _charges(story, claim)
        for key in claim.subject if charges is not None else ():
            if charges is not None and key.startswith("="):
                cases[key, kind_of(claim.verb)].append(charges)
    for (key, _), listed in sorted(cases.items(), key=lambda case: case[0]):
        own = [one for one in listed if any(_akin(story, one, other) for other in listed)]
        longest = {one.claim.passage.siglum: one for one in sorted(own, key=lambda c: (len(c.accused), c.claim.passage.text))}
        told = {siglum: [c for c in own if c.claim.passage.siglum == siglum] for siglum in longest}
        lacks = {(x, y): _without(longest[x], told[y]) for x in longest for y in longest if x != y}
        if any(place is not None for place in lacks.values()):
            apart = any(lacks[x, y] is not None and lacks[y, x] is not None for x, y in lacks)
            yield _draft(story, key[1:], list(longest.values()), lacks, apart=apart)


def _charges(story: Story, claim: Claim) -> _Charges | None:
    """Return the charges that a claim lists; ``None`` where it lists none."""
    folded, start = claim.passage.folded, claim.predicate.said[1]
    patient = claim.predicate.patient
    if patient is not None and 0 <= patient.start - start <= 1:
        start = patient.end
    opened = _BEHIND.match(folded, start)
    if kind_of(claim.verb) not in _ACCUSES or claim.denied or opened is None:
        return None
    end = _ENDS.search(folded, opened.end())
    stop = end.start() if end is not None else len(folded)
    finite = (p.group.start for p in predicates(folded) if p.group.finite and opened.end() <= p.group.start < stop)
    broken = next(finite, None)
    if broken is not None:  # pleaded guilty to perjury and began to talk
        stop = max((m.start() for m in _PARTS.finditer(folded, opened.end(), broken)), default=opened.end())
    own = [w for w in words(folded) if opened.end() <= w.start < stop][:_FAR]
    if not own:
        return None
    span = opened.end(), own[-1].end
    accused: list[tuple[frozenset[str], int]] = []
    place = span[0]
    for part in [*(m.span() for m in _PARTS.finditer(folded, *span)), (span[1], span[1])]:
        tokens = [t for t in story.tokens(claim.passage.id) if place <= t.word.start < part[0]]
        plain = (t for t in tokens if t.tag in {Tag.NOUN, Tag.VERB} and t.word.text.lower().rstrip("s") not in _COUNTS)
        stems = frozenset(t.word.stem for t in plain)
        accused += [(stems, place)] * bool(stems)
        place = part[1]
    return _Charges(claim, span, tuple(accused)) if accused else None


def _without(one: _Charges, others: Sequence[_Charges]) -> int | None:
    """Return where the first charge of a list stands that an article has in no list, in these words or others."""
    known = [charge for other in others for charge, _ in other.accused]
    return next((start for charge, start in one.accused if not any(shared(charge, other) for other in known)), None)


def _akin(story: Story, x: _Charges, y: _Charges) -> bool:
    """Return whether two lists of different articles are of one case: they have a charge in common and no other day."""
    if x.claim.passage.siglum == y.claim.passage.siglum:
        return False
    common = any(shared(charge, other) for charge, _ in x.accused for other, _ in y.accused)
    return common and one_deed(story, x.claim, y.claim)[0] >= _LEAST


def _shown(one: _Charges, places: Sequence[int]) -> tuple[int, int]:
    """Return the words of a list, of a long one from the first charge on that another article has not, at most eight."""
    folded = one.claim.passage.folded
    long = len(folded[slice(*one.span)].split()) > _WORDS
    start = min(places) if long and places else one.span[0]
    own = [w for w in words(folded) if start <= w.start < one.span[1]]
    return start, own[:_WORDS][-1].end


def _draft(
    story: Story, who: str, lists: Sequence[_Charges], lacks: Mapping[tuple[str, str], int | None], *, apart: bool
) -> Draft:
    """Return the fact of the lists of charges against one person."""
    spans = [_shown(one, [p for (x, _), p in lacks.items() if x == one.claim.passage.siglum and p is not None]) for one in lists]
    readings = tuple(reading(story, one.claim.passage.id, *span) for one, span in zip(lists, spans, strict=True))
    ordered = sorted(lists, key=lambda one: (one.claim.passage.text, one.claim.passage.siglum))
    spots = [(one.claim.passage.id, one.claim.predicate.group.at[0]) for one in ordered]
    said = gist(story, spots, 2, bare=True, placed=False) or f"{who} was accused"
    verdict = Verdict.DIFFERS if apart else Verdict.PRECISION
    ending = note(verdict, readings, _APART if apart else _MORE)
    return Draft(Kind.STATEMENT, f"on what charges {said}", verdict, readings, ending, (f"all tell of {who}",), _WEIGHT)
