"""Reading the claims of a story from the clauses of its passages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.pronouns import meant
from tui.compare.claims.signs import signs
from tui.compare.story import Story
from tui.language.deeds import deed
from tui.language.opposites import hedges
from tui.language.scales import degrees
from tui.language.syntax.parts import Form
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate, by_turns, predicates
from tui.language.tables import lexicon, row
from tui.language.words import stem
from tui.model.article import Passage, PassageKind
from tui.model.detail import Detail, Extraction, Kind, Moment, Name

_PLANS: Final = lexicon("""
    plan intend want hope expect prepare prepared propose promise vow pledge agree order schedule aim set due ready seek
    wait offer instruct ask urge call supposed likely recommend advise suggest demand consider
""")
_TRIES: Final = lexicon("try attempt struggle fight work fail refuse decline unable unlikely threaten")
_FAILS: Final = lexicon("fail refuse decline unable stop cease avoid")
_DENIES: Final = lexicon("deny dispute reject refute doubt")
_THINKS: Final = lexicon(
    """believe think suspect allege suppose presume rumour rumor appear seem likely unlikely speculate guess surmise conjecture
    imagine assume theorise theorize hypothesise hypothesize""",
)
_DOING: Final = lexicon("force lead cause help allow enable manage begin start continue go happen")
_LATER: Final = lexicon("will shall would 'll 'd")
_MAYBE: Final = lexicon("may might could")
_DUTY: Final = lexicon("should must ought can")
_ORDERS: Final = lexicon("tell order ask urge expect")
_WISHED: Final = lexicon("urge ask tell order advise recommend suggest demand call instruct require")
"""Verbs that tell what somebody else is to do."""
_AVOWS: Final = lexicon("testify maintain admit acknowledge announce declare swear allege recall concede assert vow promise")
"""Verbs beside those of speech whose subject a pronoun below them stands for."""
_DEGREES: Final = ("maybe", "likely", "believed", "alleged")
"""Sorts of words that weaken a claim, as the table of them names them."""
_FANCIES: Final = lexicon("assume imagine suppose wish")
_SOON: Final = 60  # code points behind a verb within which "until" takes back its denial
_UNREAL: Final = frozenset({"if", "unless", "whether", "until", "till", "before", "once", "so that", "lest", "how"})
"""Words that open a clause which does not tell what is so."""
_FIRST: Final = lexicon("i we us me")


_MODALS: Final = ((_MAYBE, Stage.MAYBE), (_LATER, Stage.MEANT), (_DUTY, Stage.DUE))


def claims(story: Story) -> tuple[Claim, ...]:
    """Return the claims of every article, in the order of the articles and of reading."""
    found: list[Claim] = []
    for article in story.articles:
        extraction = story.extraction(article.siglum)
        for passage in article.passages:
            if passage.kind is not PassageKind.CORRECTION:
                found += _claims(_Setting(story, extraction, passage, story.details[passage.id]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Setting:
    """A passage with what reading its claims asks for."""

    story: Story
    extraction: Extraction
    passage: Passage
    details: Sequence[Detail]


def _claims(here: _Setting) -> Iterator[Claim]:
    """Yield the claims of one passage."""
    for predicate in predicates(here.passage.folded):
        group = predicate.group
        if group.passive or group.particle or predicate.verb not in row("events", "spoken"):
            claim = _claim(here, predicate)
            if claim is not None:
                yield claim


def _claim(here: _Setting, predicate: Predicate) -> Claim | None:
    """Return a clause as a claim; none for a purpose, which tells nothing that is or will be."""
    later = here.passage.folded[predicate.said[1] : predicate.said[1] + _SOON].lower()
    if _unreal(predicate) or (predicate.denied and " until " in later):
        return None
    told = deed(predicate)
    failed = any(word in _FAILS for word in predicate.under[:1])
    patients = {id(phrase) for phrase in told.patients}
    others = [a.phrase for a in predicate.arguments if id(a.phrase) not in patients] + [predicate.recipient]
    end = max([predicate.said[1], *(a.phrase.end for a in predicate.arguments if not a.phrase.timed)])
    moments = [d for d in here.details if isinstance(d.value, Moment)]
    near = tuple(d.value for d in moments if predicate.said[0] - 1 <= d.start <= end + 25 and isinstance(d.value, Moment))
    stand = dict(signs(predicate, named=told.verb not in {predicate.verb, predicate.complement}))
    stand |= {told.verb: predicate.said} if "_" in told.verb else {}
    places = frozenset((degree.scale, degree.place) for word in stand for degree in degrees(word))
    return Claim(
        here.passage,
        predicate,
        told.verb,
        _stage(predicate),
        predicate.denied != failed,
        any(word in _DENIES for word in predicate.under[:1]),
        _loose(predicate),
        _hedge(predicate),
        frozenset(key for phrase in (predicate.agent, *predicate.beside) for key in _keys(here, phrase, predicate.matrix)),
        frozenset(key for phrase in told.patients for key in _keys(here, phrase, predicate.matrix)),
        frozenset(key for phrase in others for key in _keys(here, phrase)),
        stand,
        places,
        frozenset(scale for scale, _ in places),
        near or tuple(d.value for d in moments if isinstance(d.value, Moment)),
        tuple(d for d in here.details if isinstance(d.value, Name)),
    )


def _loose(predicate: Predicate) -> bool:
    """Return whether the sentence leaves the time of a clause open."""
    if predicate.group.infinitive:
        return predicate.matrix is not None and _loose(predicate.matrix)
    governed = predicate.group.form is Form.GERUND and predicate.matrix is not None
    return not predicate.group.finite and not governed


def _unreal(predicate: Predicate) -> bool:
    """Return whether a clause tells nothing that is, was or will be: purposes, conditions, what nobody vouches for."""
    group, matrix = predicate.group, predicate.matrix
    subject = predicate.patient or predicate.agent
    until = predicate.denied and any(a.preposition in {"until", "till", "except"} for a in predicate.arguments)
    if (
        predicate.opener in _UNREAL
        or (subject is not None and subject.timed)
        or (group.modal in _LATER and group.perfect)
        or until
    ):
        return True
    if predicate.told_by and not (matrix is not None and matrix.verb in _DENIES):
        return True
    if not group.infinitive:
        return matrix is not None and (matrix.verb in _FANCIES or _unreal(matrix))
    return matrix is None or not _leads(matrix, predicate)


def _leads(matrix: Predicate, predicate: Predicate) -> bool:
    """Return whether the verb above an infinitive says how far what it tells has come."""
    if by_turns(matrix):
        return True
    near = predicate.whole[0] < predicate.group.start or matrix.verb in _DOING or matrix.verb in _ORDERS
    return near and any(word in _PLANS | _TRIES | _FAILS | _THINKS | _DOING for word in predicate.under[:1])


def _stage(predicate: Predicate) -> Stage:
    """Return how far what a clause tells has come, by its verb's form and the verbs above it."""
    group, above = predicate.group, predicate.under[:1]
    modal = next((stage for words, stage in _MODALS if group.modal in words), None)
    if any(word in _PLANS for word in above):
        wished = predicate.matrix is not None and not predicate.matrix.group.passive and predicate.matrix.verb in _WISHED
        return Stage.DUE if wished else Stage.MEANT
    if any(word in _TRIES - _FAILS for word in above):
        return Stage.TRIED
    if modal is not None:
        return Stage.DUE if group.modal == "would" and predicate.matrix is None else modal
    if (group.progressive and not group.perfect) or any(word in {"begin", "start", "continue"} for word in above):
        return Stage.GOING
    return Stage.DONE


def _hedge(predicate: Predicate) -> str:
    """Return by what sort of word a clause is told without being vouched for; empty where the article vouches for it."""
    word = next((word for word in predicate.group.adverbs if hedges(word)), "")
    matrix = predicate.matrix
    speaker = matrix.agent if matrix is not None else None
    if not word and matrix is not None and not (speaker is not None and speaker.base in _FIRST):
        word = next((word for word in predicate.under if word in _THINKS), "")
    return next((degree for degree in _DEGREES if word in row("surety", f"degree-{degree}")), word)


def _keys(here: _Setting, phrase: Phrase | None, matrix: Predicate | None = None) -> Iterator[str]:
    """Yield the keys of a phrase: the full name where its head is a name or stands for one, else the stem of its head.

    A pronoun that could be several is the person who says what stands under the ``matrix``: *Kim said that he was ill*.
    """
    if phrase is None:
        return
    if phrase.pronoun:
        name = meant(here.story, here.extraction, here.passage, phrase.start) or _speaker(here, phrase, matrix)
        if name is not None:
            yield f"={name}"
            yield stem(name.split()[-1])
        return
    for detail in here.details:
        if isinstance(detail.value, Name) and detail.start < phrase.at[1] and detail.end > phrase.at[0]:
            yield f"={detail.value.full}"
    yield stem(phrase.base)


def _speaker(here: _Setting, phrase: Phrase, matrix: Predicate | None) -> str | None:
    """Return the full name of the person who says what a pronoun is the subject of; ``None`` where nobody is named."""
    while matrix is not None and matrix.agent is not None and matrix.agent.pronoun and matrix.agent.base == phrase.base:
        matrix = matrix.matrix
    said = matrix.agent if matrix is not None and matrix.verb in row("events", "spoken") | _AVOWS else None
    if said is None or said.pronoun or phrase.base not in {"he", "she"} or phrase.start < said.end:
        return None
    named = (d for d in here.details if d.kind is Kind.PERSON and d.start < said.at[1] and d.end > said.at[0])
    return next((d.value.full for d in named if isinstance(d.value, Name)), None)
