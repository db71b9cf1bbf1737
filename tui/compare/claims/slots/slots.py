"""Slots: the places that the nouns of a clause fill, and what fills them: *one charge of conspiring to obstruct justice*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim
from tui.language.clauses import Tag, parse
from tui.language.deeds import measured
from tui.language.grammar import DEFINITE
from tui.language.people import CALLINGS, GENDERED, OFFICE_ENDS
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.tables import lexicon, row, table
from tui.language.words import stem, words
from tui.model.detail import Kind, Name

WHO: Final = "who"
WHOM: Final = "whom"
WHAT: Final = "what"

_COUNTS: Final = lexicon("""
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million
    millions billion several many some few most all both every each more least half total number lot lots part couple pair first
    second third fourth fifth other others another same similar own such new whole entire host
""")
"""Words that count or point and name nothing."""
_EMPTY: Final = lexicon("charge count kind sort type form piece act case series string spate group set range variety")
"""Nouns that leave it to what stands behind their *of* to say what they are."""
_DOUBTS: Final = lexicon("suspicion allegation allegations")
"""Nouns that pass on what stands behind their *of*."""
_INITIALS: Final = 6  # letters in capitals that are no headline
_WORDS: Final = 8  # of a filler


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot of a clause."""

    slot: str
    """``WHO``, ``WHOM``, ``WHAT`` for what ``be`` says of its subject, else a preposition."""
    phrase: Phrase
    """The noun phrase."""
    span: tuple[int, int]
    """Its place in the passage with what stands behind ``of``."""
    stems: frozenset[str]
    """Stems of what names the thing: no counts, no hedges, no little words."""
    hedges: frozenset[str]
    """The words of it that hedge: ``suspected``, ``likely``."""
    names: frozenset[str]
    """Full names of whom its head names."""
    kind: Kind | None
    """The kind of name that its head is, ``None`` where it is none."""
    counted: bool
    """True where a figure stands in it."""

    @property
    def definite(self) -> bool:
        """Return whether it points to something told before or known to all."""
        return self.phrase.determiner in DEFINITE or "'s" in self.phrase.modifiers

    @property
    def bare(self) -> bool:
        """Return whether it only points: *the car*, *his body*."""
        return self.definite and len(self.stems) <= 1

    @property
    def personal(self) -> bool:
        """Return whether its head is a noun for a person."""
        base = self.phrase.base
        return (
            self.kind is Kind.PERSON
            or base in CALLINGS
            or base in GENDERED
            or base in OFFICE_ENDS
            or base in table("families")["person"]
        )


def fillers(claim: Claim) -> Iterator[Filler]:
    """Yield what fills the slots of a claim's clause; no pronouns, no figures alone, nothing that says when."""
    predicate = claim.predicate
    own = [(WHO, predicate.agent), (WHAT if predicate.complement else WHOM, predicate.patient)]
    own += [(argument.preposition, argument.phrase) for argument in predicate.arguments]
    folded = claim.passage.folded
    for slot, phrase in own:
        share = phrase is not None and folded[: phrase.start].endswith("per ")
        loud = phrase is not None and phrase.end - phrase.start > _INITIALS and folded[phrase.start : phrase.end].isupper()
        if phrase is not None and not (share or loud or phrase.pronoun or phrase.timed or phrase.base[0].isdigit()):
            found = filler(claim, slot, phrase)
            if found.stems:
                yield found


def filler(claim: Claim, slot: str, phrase: Phrase) -> Filler:
    """Return a phrase of a claim as what fills a slot."""
    folded = claim.passage.folded
    span = phrase.start, end_of(folded, phrase)
    inside = [d for d in claim.names if d.start >= span[0] and d.end <= span[1] and isinstance(d.value, Name)]
    told = {n for d in inside for n in range(d.start, d.end)}
    tokens = [t for t in parse(folded) if span[0] <= t.word.start < span[1] and t.word.start not in told]
    doubts = row("surety", "doubtful")
    hedges = frozenset(
        t.word.text.lower()
        for t in tokens
        if t.word.text.lower() in doubts and "'" not in folded[t.word.end : phrase.at[0]]  # the alleged thief's car is a car
    )
    passed_on = phrase.base in _DOUBTS
    hedges |= {phrase.base} if passed_on else frozenset()
    plain = [t for t in tokens if t.tag not in {Tag.FUNCTION, Tag.NUMBER} and t.word.text.lower() not in doubts | _COUNTS]
    empty = (phrase.base in _EMPTY or passed_on) and span[1] > phrase.end
    named = [d for d in claim.names if d.start < phrase.at[1] and d.end > phrase.at[0]]
    return Filler(
        slot,
        phrase,
        span,
        frozenset(t.word.stem for t in plain if not (empty and t.word.start < phrase.end))
        | {f"={d.value.full}" for d in inside if isinstance(d.value, Name)},
        hedges,
        frozenset(d.value.full for d in named if isinstance(d.value, Name)),
        next((d.kind for d in named), None),
        measured(phrase) or any(t.tag is Tag.NUMBER for t in tokens),
    )


def end_of(folded: str, phrase: Phrase) -> int:
    """Return where a phrase ends with what stands behind its *of*, at most eight words from its beginning."""
    chunks = chunk(folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase is not None and c.start <= phrase.at[0] < c.end), None)
    end = phrase.end
    while place is not None:
        place = _further(chunks, place)
        if place is not None:
            if len(words(folded[phrase.start : chunks[place].end])) > _WORDS:
                break
            end = chunks[place].end
    return end


def _further(chunks: Sequence[Chunk], place: int) -> int | None:
    """Return the place of the last chunk that an *of* behind the chunk at a place brings, ``None`` where there is none."""
    last = len(chunks) - 1
    if place + 2 > last or chunks[place + 1].role is not Role.PREPOSITION or chunks[place + 1].text != "of":
        return None
    place += 2
    if chunks[place].phrase is not None:
        return place
    if chunks[place].group is None:
        return None
    while place < last and (chunks[place + 1].phrase is not None or _leads(chunks[place + 1])):
        place += 1
        if chunks[place].phrase is not None:
            break
    return place


def _leads(piece: Chunk) -> bool:
    """Return whether a chunk is an infinitive: *to obstruct* behind *conspiring*."""
    return piece.group is not None and piece.group.infinitive


def head_of(found: Filler) -> str:
    """Return the stem of a filler's head."""
    return stem(found.phrase.base)
