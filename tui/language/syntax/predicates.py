"""Predicates: what a clause says, its verb in the base form with who does it, who suffers it, and the rest by its preposition."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tui.language.grammar import BEING
from tui.language.syntax.asides import aside
from tui.language.syntax.behind import AND, QUOTES, behind, listed_with_object
from tui.language.syntax.heads import CLAUSAL, beside
from tui.language.syntax.parts import Form
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Group, Phrase, Role
from tui.language.syntax.relatives import object_before
from tui.language.syntax.subjects import governor, subject_of
from tui.language.tables import lexicon, row

_PASSED_ON: Final = lexicon("tell give send offer show hand grant bring teach pay lend award cost deny allow ask gift present")


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase tied to a verb by a preposition."""

    preposition: str
    """The preposition in lower case, empty for a phrase that says when without one."""
    phrase: Phrase
    """The noun phrase."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one clause says."""

    verb: str
    """The main verb in its base form; ``be`` for a clause that says what something is."""
    group: Group
    """The verb group."""
    agent: Phrase | None = None
    """Who or what does it, also behind ``by``; the subject of a clause that says what something is."""
    patient: Phrase | None = None
    """Whom or what it befalls, also the subject of a passive."""
    listed: tuple[Phrase, ...] = ()
    """What stands in one list with the object or a passive's subject: ``soup``, ``candles`` in ``blankets, soup and candles``."""
    recipient: Phrase | None = None
    """To whom, where no preposition says so."""
    complement: str = ""
    """The adjective or noun behind ``be``, ``become`` or ``remain``, in its base form."""
    said: tuple[int, int] = (0, 0)
    """The span of verb group and complement or, where there is none, of the group alone."""
    arguments: tuple[Argument, ...] = ()
    """The rest, in reading order."""
    matrix: "Predicate | None" = None
    """The clause that this one depends on: ``plans`` for ``send`` in ``plans to send``, ``said`` for what is said."""
    told_by: str = ""
    """The noun whose content the clause is, in its base form: ``claim`` in ``the claim that it sank``."""
    denied: bool = False
    """True where the clause is denied: ``not``, ``never``, ``no`` before the subject or object."""
    adverbs: tuple[str, ...] = ()
    """Adverbs beside the verb, in lower case."""
    whole: tuple[int, int] = (0, 0)
    """``said`` from the first of the verbs above it that lead to it without a noun between: ``plans to send``."""
    opener: str = ""
    """The word that opens and subordinates its clause, in lower case: ``if``, ``whether``; empty where none does."""
    argued: tuple[Chunk, ...] = ()
    """The chunks behind the verb that belong to it."""
    beside: tuple[Phrase, ...] = ()
    """What stands in one list with the agent before its verb: ``Brandt`` in ``Keller and Brandt resigned``."""

    @property
    def under(self) -> tuple[str, ...]:
        """Return the verbs that this one depends on, nearest first, or what they say of their subject: ``likely``."""
        return () if self.matrix is None else (self.matrix.complement or self.matrix.verb, *self.matrix.under)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Return every noun phrase of the clause."""
        own = tuple(p for p in (self.agent, self.patient, self.recipient) if p is not None)
        return own + tuple(a.phrase for a in self.arguments)


@lru_cache(maxsize=4096)
def predicates(folded: str) -> tuple[Predicate, ...]:
    """Return the predicates of a folded sentence in reading order."""
    chunks = chunk(folded)
    found: dict[int, Predicate] = {}
    for place, piece in enumerate(chunks):
        if piece.group is not None:
            found[place] = _predicate(chunks, place, _with_auxiliary(chunks, place, piece.group), found)
    return tuple(found.values())


def _with_auxiliary(chunks: Sequence[Chunk], place: int, group: Group) -> Group:
    """Return a verb group with the auxiliary shared with a group before *and*, and with the adverbs that stand before it."""
    before = place - 1
    while before > 0 and chunks[before].role is Role.ADVERB:
        before -= 1
    lone = group.form is Form.PARTICIPLE and group.passive and before > 0 and chunks[before].role is Role.COORDINATOR
    if lone:
        other = next((c.group for c in reversed(chunks[:before]) if c.group is not None), None)
        if other is not None and other.passive and other.finite:
            group = replace(group, form=other.form, past=other.past, modal=other.modal, perfect=other.perfect)
    if before < place - 1 and (before < 0 or chunks[before].group is None):
        first = next((c.start for c in chunks[before + 1 : place] if c.text.endswith("ly") or c.text == "never"), group.start)
        group = replace(group, start=first, adverbs=(*(c.text for c in chunks[before + 1 : place]), *group.adverbs))
    return group


def _predicate(chunks: Sequence[Chunk], place: int, group: Group, before: dict[int, Predicate]) -> Predicate:
    """Return the predicate of the verb group at a place."""
    lost = None if group.infinitive or group.base in _LINKING else object_before(chunks, place)
    if lost is not None and group.form is Form.PARTICIPLE and group.passive:
        group = replace(group, form=Form.PAST, past=True, passive=False)  # the clinic that the storm destroyed
    subject = subject_of(chunks, place) if lost is None or group is chunks[place].group else chunks[place - 1].phrase
    everything = tuple(behind(chunks, place))
    listed = tuple(listed_with_object(everything))
    own = tuple((c, preposition) for c, preposition in everything if preposition != AND)
    direct = [c.phrase for c, preposition in own if not preposition and c.phrase is not None and not c.phrase.timed]
    arguments = tuple(
        Argument(preposition, c.phrase) for c, preposition in own if c.phrase is not None and (preposition or c.phrase.timed)
    )
    others = beside(chunks, subject, place) if group.finite and lost is None else ()
    above = governor(chunks, place)
    matrix = before.get(above) if above is not None else None
    if matrix is not None and subject is not None and subject is matrix.patient and by_turns(matrix):
        subject = matrix.agent  # the brothers took turns driving
    agent, patient, recipient = subject, direct[0] if direct else None, None
    if group.passive:
        by = next((a.phrase for a in arguments if a.preposition == "by" and not a.phrase.timed), None)
        agent, patient = by, subject
        arguments = tuple(a for a in arguments if a.phrase is not by)
    elif len(direct) > 1 and group.base in _PASSED_ON:
        recipient, patient = direct[0], direct[1]
    if patient is not None and group.base in row("events", "spoken") - _PASSED_ON and _quoted_before(chunks, place):
        agent, patient = patient, None  # “…,” said the mayor
    complement, end = _complement(group, patient, own)
    if lost is not None and not group.passive and not complement:
        patient = patient or lost
    if complement and subject is not None and subject.base == "there":
        agent = patient
    turned = matrix is not None and _turns(matrix, group, subject)
    denied = group.negated or "never" in group.adverbs or _denying(subject) or _denying(patient)
    return Predicate(
        group.base,
        group,
        agent,
        patient,
        others if group.passive else listed,
        recipient,
        complement,
        (group.start, end),
        arguments,
        matrix,
        "" if matrix is not None or lost is not None else _telling_noun(chunks, place),
        denied != turned,
        group.adverbs + tuple(c.text for c, _ in own if c.role is Role.ADVERB),
        (min(group.start, _first(chunks, above, place, matrix)), end),
        _opener(chunks, place),
        tuple(c for c, _ in own),
        () if group.passive else others,
    )


def _turns(matrix: Predicate, group: Group, subject: Phrase | None) -> bool:
    """Return whether the denial of a verb denies what stands under it; not one that both share: *nobody is thought hurt*."""
    common = subject is not None and _denying(subject) and subject in (matrix.agent, matrix.patient)
    return matrix.denied and not common and (matrix.verb not in _WISHES if group.infinitive else matrix.verb in _OPINIONS)


def by_turns(matrix: Predicate) -> bool:
    """Return whether a verb shares out what stands under it: *take turns*."""
    return matrix.verb == "take" and matrix.patient is not None and matrix.patient.base == "turn"


def _opener(chunks: Sequence[Chunk], place: int) -> str:
    """Return the word that subordinates the clause of the verb at a place."""
    for piece in reversed(chunks[:place]):
        if piece.role in {Role.SUBORDINATOR, Role.RELATIVE} or piece.text in CLAUSAL:
            return "so that" if piece.text == "that" and _behind_so(chunks, piece) else piece.text
        if piece.group is not None or (piece.role is Role.MARK and piece.text not in QUOTES):
            return ""
    return ""


def _behind_so(chunks: Sequence[Chunk], that: Chunk) -> bool:
    """Return whether a *that* stands behind *so*, which makes it a purpose."""
    return any(c.text == "so" and c.end + 1 == that.start for c in chunks)


def _complement(group: Group, patient: Phrase | None, own: Sequence[tuple[Chunk, str]]) -> tuple[str, int]:
    """Return what a verb like *be* says of its subject and where that ends; nothing and the end of the group for other verbs."""
    if group.base in _LINKING and not group.passive:
        adjective = next((c for c, _ in own if c.role is Role.ADJECTIVE), None)
        if adjective is not None:
            return adjective.text, adjective.end
        if patient is not None and group.base in BEING:
            return patient.base, patient.end
    return "", group.end


def _first(chunks: Sequence[Chunk], above: int | None, place: int, matrix: Predicate | None) -> int:
    """Return where the verbs begin that lead to the one at a place without a noun between."""
    group = chunks[place].group
    if above is None or matrix is None or group is None or group.finite:
        return chunks[place].start
    chained = all(c.phrase is None or c.phrase.timed for c in chunks[above + 1 : place])
    return matrix.whole[0] if chained else chunks[place].start


def _telling_noun(chunks: Sequence[Chunk], place: int) -> str:
    """Return the noun before the *that* that opens the clause of the verb at a place, where another word is its subject."""
    for n in range(place - 1, 0, -1):
        piece, before = chunks[n], chunks[n - 1].phrase
        if piece.role is Role.RELATIVE:
            return before.base if before is not None and piece.text == "that" and n + 1 < place else ""
        if piece.group is not None or piece.role is Role.MARK:
            return ""
    return ""


def _denying(phrase: Phrase | None) -> bool:
    """Return whether a phrase denies its clause: *no charges*, *nobody*."""
    return phrase is not None and (
        phrase.determiner in {"no", "neither"}
        or "none" in phrase.modifiers
        or phrase.base == "no-one"
        or (phrase.pronoun and phrase.base in {"nobody", "nothing", "none"})
    )


def _quoted_before(chunks: Sequence[Chunk], place: int) -> bool:
    """Return whether what a verb of saying reports stands before it, so that the speaker may follow it."""
    mark = chunks[place - 1].text if place > 0 else ""
    return mark in QUOTES or (mark == "," and aside(chunks, place - 1) is None)


_OPINIONS: Final = lexicon("think believe expect suppose feel")
"""Verbs whose denial denies what stands under them: *I don't think it sank*."""
_WISHES: Final = lexicon("want wish like hope prefer")
_LINKING: Final = lexicon("be become remain seem appear look feel stay get grow turn prove sound go plead")


def spans(predicate: Predicate) -> tuple[int, int]:
    """Return the span of a predicate's verb group and complement, with its object where that stands next to it."""
    start, end = predicate.said
    patient = predicate.patient
    if patient is not None and not predicate.group.passive and 0 <= patient.start - end <= 1:
        end = patient.end
    return start, end
