"""Unknown: what one article tells as an open question, what caused it and why, and another answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.deeds import kind_of
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon
from tui.language.words import words
from tui.model.article import Passage, PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Kind

_OPEN: Final = lexicon("unclear unknown uncertain undetermined unexplained")
_PLAIN: Final = lexicon("clear known certain sure")
_KNOWS: Final = lexicon("know determine establish identify find say disclose reveal explain")
_SOON: Final = lexicon("early soon premature")
_PAIR: Final = 2  # clauses: it is too early, to say
_CAUSES: Final = lexicon("cause motive")
_ASKS: Final = lexicon("what how")
_BEGINS: Final = lexicon("begin start happen occur break")
_NEAR: Final = 25  # code points between the word that leaves it open and what is asked
_REACH: Final = 45  # code points behind "the cause" within which it is told of what
_WEIGHT: Final = 1.2
_END: Final = "one leaves open what the other names"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage asks or answers of a cause."""

    passage: Passage
    """The passage."""
    span: tuple[int, int]
    """The words that ask or answer."""
    sort: str
    """``cause`` or ``motive``."""
    about: frozenset[str]
    """Stems of what was caused."""


def unknown_facts(story: Story, found: Sequence[Claim]) -> Iterator[Draft]:
    """Yield the causes and motives that one article leaves open, each with the answer of every other article."""
    answers = tuple(told for claim in found if (told := _answer(claim)) is not None)
    asked = (q for p in story.passages.values() if p.kind is not PassageKind.CORRECTION for q in _questions(p))
    for question in asked:
        fitting = [a for a in answers if _fits(story, question, a)]
        if any(a.passage.siglum == question.passage.siglum for a in fitting):
            continue
        for siglum in dict.fromkeys(a.passage.siglum for a in fitting):
            own = [a for a in fitting if a.passage.siglum == siglum]
            yield _draft(story, question, max(own, key=lambda a: story.alike(question.passage.id, a.passage.id)))


def _questions(passage: Passage) -> Iterator[_Told]:
    """Yield what a passage tells as unknown."""
    found = predicates(passage.folded)
    for n, predicate in enumerate(found):
        early = _too_early(found[n : n + 2])
        if early is not None:
            yield _Told(passage, (predicate.said[0], early.end), early.base, _behind(passage, early))
        if not leaves_open(predicate):
            continue
        named = next((p for p in (predicate.agent, predicate.patient) if p is not None and p.base in _CAUSES), None)
        if named is not None:
            under = [a.phrase.end for a in predicate.arguments if a.preposition == "under"]
            span = min(named.start, predicate.said[0]), max(named.end, predicate.said[1], *under)
            yield _Told(passage, span, named.base, _behind(passage, named))
            continue
        asked = next((p for p in found[n + 1 : n + 2] if p.opener in _ASKS and p.said[0] - predicate.said[1] <= _NEAR), None)
        thing = None if asked is None else asked.patient or asked.agent
        if asked is not None and (kind_of(asked.verb) == "cause" or asked.verb in _BEGINS):
            about = frozenset() if thing is None else _stems(passage, thing.start, thing.end)
            yield _Told(passage, (predicate.said[0], asked.said[1]), "cause", about)


def _too_early(pair: Sequence[Predicate]) -> Phrase | None:
    """Return the cause or motive of which it is too early to speak; ``None`` where two clauses in a row do not say so."""
    if len(pair) < _PAIR or pair[0].complement not in _SOON or not pair[1].group.infinitive:
        return None
    things = (pair[1].patient, *(argument.phrase for argument in pair[1].arguments))
    return next((thing for thing in things if thing is not None and thing.base in _CAUSES), None)


def leaves_open(predicate: Predicate) -> bool:
    """Return whether a clause says that something is not known."""
    if predicate.complement in _OPEN:
        return not predicate.denied
    if predicate.denied:
        return predicate.complement in _PLAIN or (predicate.verb in _KNOWS and not predicate.complement)
    return any(a.preposition == "under" and a.phrase.base in {"investigation", "review"} for a in predicate.arguments)


def _answer(claim: Claim) -> _Told | None:
    """Return what a claim names as a cause or motive; ``None`` where it names none."""
    predicate, doer = claim.predicate, claim.predicate.agent
    if claim.denied or claim.disputed or doer is None or doer.pronoun:
        return None
    if doer.base in _CAUSES and predicate.complement and predicate.patient is not None:
        return _Told(claim.passage, (doer.start, predicate.said[1]), doer.base, _behind(claim.passage, doer))
    thing = predicate.patient
    if kind_of(claim.verb) != "cause" or thing is None or predicate.opener in _ASKS:
        return None
    span = min(doer.start, predicate.said[0]), max(predicate.said[1], doer.end)
    return _Told(claim.passage, span, "cause", _stems(claim.passage, thing.start, thing.end))


def _behind(passage: Passage, named: Phrase) -> frozenset[str]:
    """Return the stems of the words that tell of what something is the cause."""
    return _stems(passage, named.start, named.end + _REACH)


def _stems(passage: Passage, start: int, end: int) -> frozenset[str]:
    """Return the stems of the words of a span that are no small words."""
    return frozenset(w.stem for w in words(passage.folded[start:end]) if w.text.isalpha() and len(w.text) > 3)  # noqa: PLR2004 - small words are short


def _fits(story: Story, question: _Told, answer: _Told) -> bool:
    """Return whether an answer is to the question."""
    common = {key for key in question.about & answer.about if key not in _CAUSES and key not in story.hubs}
    linked = bool(story.alike(question.passage.id, answer.passage.id))
    return question.sort == answer.sort and (bool(common) or (linked and not question.about))


def _draft(story: Story, question: _Told, answer: _Told) -> Draft:
    """Return the fact of a question and its answer."""
    readings = tuple(reading(story, told.passage.id, *told.span) for told in (question, answer))
    alike = story.alike(question.passage.id, answer.passage.id)
    why = (f"both tell of a {question.sort}", *(("the passages tell the same",) if alike else ()))
    ending = note(Verdict.CERTAINTY, readings, _END)
    return Draft(Kind.CERTAINTY, f"what the {question.sort} is", Verdict.CERTAINTY, readings, ending, why, _WEIGHT + alike)
