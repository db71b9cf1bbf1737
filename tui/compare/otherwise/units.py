"""Units: the phrases and clauses of a passage that can be held against those of another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.opposites import denials, hedges
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.tables import lexicon
from tui.model.detail import Detail

_MOST: Final = 8  # words of a clause with its object; of a longer one the verb is told alone
_OBJECT: Final = 60  # letters from the verb to the end of its object
_BEHIND: Final = 12  # letters from the verb to the phrase behind it
_ARTICLES: Final = lexicon("a an the")

Roles = Mapping[int, tuple[str, str]]
"""The verb of each phrase and what the phrase is to it, by where the phrase begins."""


class Sort(StrEnum):
    """What a unit is."""

    PHRASE = "phrase"
    CLAUSE = "clause"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Cut:
    """What grammar says of a unit: a phrase, a clause from its verb to its object, or an adjective by itself."""

    start: int
    """Where it begins in the passage."""
    end: int
    """Where it ends."""
    sort: Sort
    """What it is."""
    head: str
    """Its noun, verb or adjective in the base form; of *is big* the adjective."""
    modifiers: frozenset[str] = frozenset()
    """What narrows the noun of a phrase."""
    timed: bool = False
    """True for a phrase that says when."""
    verb: str = ""
    """The verb of the clause that it is or that it stands in, in its base form; empty where it stands in none."""
    role: str = ""
    """What a phrase is to its verb: ``agent``, ``patient``, or the preposition that ties it; empty where nothing does."""
    preposition: str = ""
    """The preposition before a phrase."""
    agent: str = ""
    """The head of who does what a clause says."""
    patient: str = ""
    """The head of whom it befalls."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its words."""

    passage: str
    """The id of its passage."""
    cut: Cut
    """What grammar says of it."""
    text: str
    """Its words in lower case without articles."""
    stems: frozenset[str]
    """The stems of its words of meaning."""
    numbered: bool
    """True where it holds a figure."""
    named: bool
    """True where it holds a name."""
    denied: bool
    """True where its words deny."""
    hedged: bool
    """True where its words make it less sure."""
    lead: str
    """The stem of the word before it; empty at the beginning."""
    trail: str
    """The stem of the word behind it; empty at the end."""
    place: float
    """Where in its passage it begins, 0 to 1."""
    details: tuple[Detail, ...]
    """The details with a value that share a place with it."""

    @property
    def span(self) -> tuple[str, int, int]:
        """Return its passage and where it begins and ends there."""
        return self.passage, self.cut.start, self.cut.end


def units(story: Story, passage: str) -> tuple[Unit, ...]:
    """Return the units of a passage."""
    details = [d for d in story.details[passage] if d.value is not None]
    folded = story.passages[passage].folded
    chunks, clauses = chunk(folded), predicates(folded)
    cuts = (*_phrases(chunks, _roles(clauses)), *_clauses(folded, clauses))
    words = _words(story, passage)
    found = (_unit(story, passage, words, cut, details) for cut in cuts)
    return tuple(unit for unit in found if unit.stems or unit.cut.sort is Sort.CLAUSE)


def _roles(clauses: Sequence[Predicate]) -> Roles:
    """Return the verb and the role of each phrase."""
    found: dict[int, tuple[str, str]] = {}
    for clause in clauses:
        for name, phrase in (("agent", clause.agent), *(("listed", p) for p in clause.listed)):
            if phrase is not None:
                found.setdefault(phrase.start, (clause.verb, name))
        own = (("patient", clause.patient), ("recipient", clause.recipient))
        for name, phrase in (*own, *((a.preposition, a.phrase) for a in clause.arguments)):
            if phrase is not None:
                found[phrase.start] = clause.verb, name
    return found


def _phrases(chunks: Sequence[Chunk], roles: Roles) -> Iterator[Cut]:
    """Yield the noun phrases with what stands behind their *of*, and the adjectives that stand alone."""
    for n, piece in enumerate(chunks):
        phrase = piece.phrase
        if phrase is not None and not phrase.pronoun:
            verb, role = roles.get(phrase.start, ("", ""))
            preposition = chunks[n - 1].text if n and chunks[n - 1].role is Role.PREPOSITION else ""
            end, narrowed = _with_of(chunks, n, phrase), frozenset(phrase.modifiers)
            yield Cut(phrase.start, end, Sort.PHRASE, phrase.base, narrowed, phrase.timed, verb, role, preposition)
        elif piece.role is Role.ADJECTIVE:
            yield Cut(piece.start, piece.end, Sort.QUALITY, piece.text)


def _with_of(chunks: Sequence[Chunk], place: int, phrase: Phrase) -> int:
    """Return where a phrase ends with what stands behind its *of*."""
    behind = chunks[place + 1 : place + 3]
    of = len(behind) > 1 and behind[0].text == "of" and behind[1].phrase is not None
    return behind[1].end if of else phrase.end


def _clauses(folded: str, clauses: Sequence[Predicate]) -> Iterator[Cut]:
    """Yield the clauses, each from its verb to its object or to the first phrase behind it."""
    for clause in clauses:
        start, said = clause.said
        end, patient = said, clause.patient
        if patient is not None and patient.start >= said and patient.end - said < _OBJECT:
            end = patient.end
        else:
            behind = next((a.phrase for a in clause.arguments if a.phrase.start >= said), None)
            end = behind.end if behind is not None and behind.start - said < _BEHIND else said
        if len(folded[start:end].split()) > _MOST:
            end = said
        agent, befallen = (p.base if p is not None else "" for p in (clause.agent, patient))
        head = clause.complement or clause.verb
        yield Cut(start, end, Sort.CLAUSE, head, verb=clause.verb, agent=agent, patient=befallen)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a passage, with where each begins and ends."""

    tokens: tuple[Token, ...]
    """The words."""
    starts: tuple[int, ...]
    """Where each begins."""
    ends: tuple[int, ...]
    """Where each ends."""


def _words(story: Story, passage: str) -> _Words:
    """Return the words of a passage."""
    tokens = story.tokens(passage)
    return _Words(tokens, tuple(t.word.start for t in tokens), tuple(t.word.end for t in tokens))


def _unit(story: Story, passage: str, words: _Words, cut: Cut, details: Sequence[Detail]) -> Unit:
    """Return a unit with its words."""
    tokens = words.tokens
    folded = story.passages[passage].folded
    first = bisect_left(words.starts, cut.start)
    end = max(first, bisect_right(words.ends, cut.end))
    own = tokens[first:end]
    lower = [t.word.text.lower() for t in own]
    tags = {t.tag for t in own}
    return Unit(
        passage,
        cut,
        " ".join(word for word in folded[cut.start : cut.end].lower().split() if word not in _ARTICLES),
        frozenset(t.word.stem for t in own if t.tag is not Tag.FUNCTION),
        Tag.NUMBER in tags,
        Tag.NAME in tags,
        denials(lower) % 2 == 1,
        any(hedges(word) for word in lower),
        tokens[first - 1].word.stem if first else "",
        tokens[end].word.stem if end < len(tokens) else "",
        cut.start / (len(folded) or 1),
        tuple(d for d in details if d.start < cut.end and cut.start < d.end),
    )
