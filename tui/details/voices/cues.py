"""Cues: the reporting verbs and phrases of a sentence that are used as such there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.phrases import NOUNLIKE, verb_group
from tui.language.lemmas import verb_forms
from tui.language.speech import HOMOGRAPHS, Cue, cues
from tui.language.tokens import Tag, Token

_PLURAL_SUBJECTS: Final = frozenset(
    {"i", "you", "we", "they", "people", "police", "many", "some", "others", "who", "both", "these", "those", "few"}
)
_SINGULAR_SUBJECTS: Final = frozenset(
    {"he", "she", "it", "who", "which", "this", "that", "everyone", "everybody", "nobody", "no-one"}
)
_BEFORE_GERUND: Final = frozenset({"by", "after", "before", "for", "in", "without", "despite"})
_NAMING: Final = frozenset({"called", "dubbed", "labeled", "labelled", "branded", "titled", "named"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "aren't", "weren't"})
_QUANTITIES: Final = frozenset({"many", "several", "few", "some", "most", "all", "two", "three", "these", "those"})
_NOT_BEFORE: Final = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION})


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb where it is used as one."""

    first: int
    """The index at which its auxiliaries begin."""
    verb: int
    """The index of the verb."""
    last: int
    """The index of the verb or of the particle after it."""
    lemma: str
    """Its base form, with the particle."""
    sorts: frozenset[Cue]
    """What it takes."""
    form: str
    """``past``, ``third``, ``base`` or ``ing``."""


def reporting_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """Return the reporting verbs of a sentence, in reading order."""
    found = []
    for place, token in enumerate(tokens):
        particles = cues().get(token.lower)
        if particles is None or (token.tag is Tag.CAPITAL and place and not _headline_verb(tokens, place)):
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        particle = following if following in particles and following else ""
        if particle not in particles:
            continue
        lemma, sorts = particles[particle]
        form = _form(token.lower, lemma)
        first = verb_group(tokens, place)
        verb = Verb(first, place, place + bool(particle), lemma, sorts, form)
        if _used_as_verb(tokens, verb):
            found.append(verb)
    return found


def _headline_verb(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a capitalised word stands in a headline in which most words have a capital."""
    return place > 0 and sum(t.tag is Tag.CAPITAL for t in tokens) > 0.6 * sum(t.text[0].isalpha() for t in tokens)


def _form(word: str, lemma: str) -> str:
    """Return which form of its verb a word is."""
    base = lemma.partition(" ")[0]
    if word == base:
        return "base"
    if word.endswith("ing"):
        return "ing"
    return "third" if word.endswith("s") and not word.endswith("ss") else "past"


def _used_as_verb(  # noqa: C901, PLR0911 - each return states one construction
    tokens: Sequence[Token], verb: Verb
) -> bool:
    """Return whether a word that can be a noun or adjective too is a verb where it stands."""
    place, first, form, lemma, sorts = verb.verb, verb.first, verb.form, verb.lemma, verb.sorts
    before = tokens[first - 1] if first else None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    auxiliaries = [t.lower for t in tokens[first:place] if t.tag is Tag.AUXILIARY and t.lower != "not"]
    if auxiliaries:
        return not (form == "past" and auxiliaries[-1] in _BE)
    if before is None:
        return form == "ing"
    if before.lower == "to":
        return form == "base"
    if before.tag in _NOT_BEFORE:
        return form == "ing" and before.lower in _BEFORE_GERUND
    if form == "ing":
        if before.tag is Tag.PRONOUN:
            return "'" in before.text
        bare = sorts <= {Cue.SAYING, Cue.TELLING, Cue.FINDING}
        return (
            before.tag in {Tag.COMMA, Tag.QUOTE, Tag.CONJUNCTION}
            or before.text in {"-", "--", "\u2014"}
            or (bare and Cue.SAYING in sorts)
        )
    if following is not None and (
        following.lower == "by" or (form in {"base", "third"} and _noun_by_next(before, following, lemma))
    ):
        return False
    if form == "past" and before.tag is Tag.WORD and not before.lower.endswith("s"):
        names_it = following is not None and following.tag in {Tag.CAPITAL, Tag.QUOTE}
        return not (names_it and tokens[place].lower in _NAMING)
    if form == "base":
        plural = before.tag is Tag.WORD and before.lower.endswith("s") and not before.lower.endswith("ss")
        capital = before.tag is Tag.CAPITAL and (before.lower.endswith("s") or (first > 1 and tokens[first - 2].lower == "and"))
        clear = lemma not in HOMOGRAPHS and (before.tag in NOUNLIKE | {Tag.COMMA} or before.text == ")")
        shared = before.tag is Tag.CONJUNCTION and lemma not in HOMOGRAPHS
        return (
            plural
            or clear
            or shared
            or before.lower in _PLURAL_SUBJECTS
            or capital
            or before.lower.startswith(("i'", "they'", "we'", "you'"))
        )
    if form == "third":
        if before.lower in _QUANTITIES or before.tag is Tag.NUMBER:
            return False
        singular = before.tag in NOUNLIKE and not (before.lower.endswith("s") and before.tag is Tag.WORD)
        shared = before.tag is Tag.CONJUNCTION and lemma not in HOMOGRAPHS
        return (
            singular or shared or before.lower in _SINGULAR_SUBJECTS or before.tag in {Tag.COMMA, Tag.QUOTE} or before.text == ")"
        )
    return True


def _noun_by_next(before: Token, following: Token, lemma: str) -> bool:
    """Return whether what follows shows that a form like ``claims`` is a noun: a verb, or a preposition after a noun."""
    verb = following.tag is Tag.AUXILIARY or (following.lower in verb_forms() and following.lower.endswith("ed"))
    noun = before.tag in {Tag.WORD, Tag.CAPITAL, Tag.NUMBER} or before.lower in {"many", "several", "some", "most", "few"}
    return verb or (
        noun
        and lemma in HOMOGRAPHS
        and following.tag is Tag.PREPOSITION
        and following.lower in {"of", "from", "about", "by", "in", "against"}
    )
