"""Repairs: what the neighbours of neighbours tell of a verb's form, which a look at one neighbour cannot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.language.lemmas import noun_base
from tui.language.syntax.lexicon import INTRANSITIVE, level, verb_forms
from tui.language.syntax.misread import adrift, beside_verb, called_so, calling, counted, demonstrates
from tui.language.syntax.parts import Form, Part
from tui.language.syntax.tagging import Tagged, tag
from tui.language.tables import lexicon, table

_BEFORE_BARE: Final = frozenset({Part.MODAL, Part.TO, Part.DO})
_FINITE: Final = frozenset({Part.VERB, Part.BE, Part.HAVE, Part.DO, Part.MODAL})
_NOMINAL: Final = frozenset({Part.NOUN, Part.NAME, Part.PRONOUN})
_DESCRIBED: Final = frozenset({Part.NOUN, Part.ADJECTIVE, Part.NAME, Part.NUMBER, Part.PARTICIPLE, Part.GERUND})
_OBJECTS: Final = frozenset(
    {Part.DETERMINER, Part.SUBJECT, Part.PRONOUN, Part.NOUN, Part.NAME, Part.NUMBER, Part.SUBORDINATOR, Part.ADJECTIVE}
)
_GIVING: Final = lexicon("give pay send award offer show tell grant name call elect appoint deny bring")
_BORDERS: Final = frozenset({Part.SUBORDINATOR, Part.COORDINATOR, Part.MARK})


def repaired(folded: str) -> tuple[Tagged, ...]:
    """Return the tagged words of a folded sentence with participles told from past forms."""
    tokens = list(tag(folded))
    for place, token in enumerate(tokens):
        tokens[place] = _read_again(tokens, place, token)
    if not any(_main(tokens, place) for place in range(len(tokens))):
        late = next((n for n in range(len(tokens) - 1, 0, -1) if _late(tokens, n)), None)
        if late is not None:
            tokens[late] = replace(tokens[late], part=Part.VERB, form=Form.PAST)
    for place, token in enumerate(tokens):
        past = token.part is Part.VERB and token.form is Form.PAST and _can_be(token, Form.PARTICIPLE)
        if past and (_reduced(tokens, place) or _coordinate(tokens, place)):
            tokens[place] = replace(token, part=Part.PARTICIPLE, form=Form.PARTICIPLE)
    return tuple(tokens)


def _read_again(tokens: Sequence[Tagged], place: int, token: Tagged) -> Tagged:
    """Return one word read again with what stands around it."""
    found = token
    match token.part:
        case Part.VERB if counted(tokens, place) or calling(tokens, place) or _in_object(tokens, place):
            found = replace(token, part=Part.NOUN, base=noun_base(token.lower), form=Form.NONE)
        case Part.VERB:
            found = _in_chain(tokens, place)
        case Part.PARTICIPLE:
            found = _no_participle(tokens, place)
        case Part.GERUND if called_so(tokens, place):
            found = replace(token, part=Part.NOUN, base=token.lower, form=Form.NONE)
        case Part.PREPOSITION if adrift(tokens, place):
            found = replace(token, part=Part.PARTICLE)
        case Part.SUBORDINATOR if demonstrates(tokens, place):
            found = replace(token, part=Part.PRONOUN)
        case _ if beside_verb(tokens, place):
            found = replace(token, part=Part.ADVERB)
        case Part.ADJECTIVE if _stands_alone(tokens, place):
            found = replace(token, part=Part.NOUN)
        case _:
            found = _degree(tokens, place)
    return found


def _before_bare(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether *to* stands between a verb that asks for another and a word that can be one: *threaten to strike*."""
    if tokens[place].lower != "to" or not place or place + 1 >= len(tokens):
        return False
    above, after = tokens[place - 1], tokens[place + 1]
    split = tokens[place + 2] if after.part is Part.ADVERB and place + 2 < len(tokens) else None
    if split is not None and split.part in {Part.VERB, Part.BARE} and _can_be(split, Form.BASE):
        return True  # to quickly pass
    return (
        above.part in {Part.VERB, Part.BARE, Part.PARTICIPLE, Part.GERUND}
        and above.base in _INTENDING
        and after.part is Part.NOUN
        and after.lower == after.base
        and level(after.lower, "v") is not None
    )


_INTENDING: Final = lexicon(
    "threaten vow plan want try intend refuse decline promise pledge begin start fail hope agree decide continue"
)
"""Verbs that an infinitive follows and hardly ever a place or person with *to*."""


def _degree(tokens: Sequence[Tagged], place: int) -> Tagged:
    """Return *likely* beside a verb as an adverb, *ever* before a noun as an adjective, *strike* in *vow to strike* as a verb."""
    token = tokens[place]
    if token.lower == "to" and _before_bare(tokens, place):
        return replace(token, part=Part.TO)
    if token.part is Part.NOUN and place and tokens[place - 1].part is Part.TO and level(token.lower, "v") is not None:
        return replace(token, part=Part.BARE, form=Form.BASE, base=token.lower)
    if token.lower == "most" and place + 1 < len(tokens) and tokens[place + 1].lower in {"likely", "probably"}:
        return replace(token, part=Part.ADVERB)
    if token.lower in {"likely", "unlikely"} and _before_verb(tokens, place):
        return replace(token, part=Part.ADVERB)
    if token.lower == "ever" and place and tokens[place - 1].lower.endswith("est"):
        return replace(token, part=Part.ADJECTIVE)
    return token


def _before_verb(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether *likely* stands beside the verb that it weakens: *was most likely stolen*, *will likely rise*."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or after.part not in {Part.VERB, Part.BARE, Part.PARTICIPLE, Part.GERUND, Part.BE, Part.HAVE}:
        return False
    before = next((t for t in reversed(tokens[:place]) if t.part is not Part.ADVERB), None)
    return before is not None and before.part not in {Part.DETERMINER, Part.PREPOSITION}


def _in_object(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether what is read as a verb is the noun that ends the object of a verb: *breach UN sanctions*."""
    token = tokens[place]
    if token.form is not Form.PRESENT or level(noun_base(token.lower), "n") is None or not place:
        return False
    if tokens[place - 1].part is Part.ADJECTIVE and tokens[place - 1].lower == "ever":
        return True
    if tokens[place - 1].part not in _NOMINAL:
        return False
    before = place - 1
    while before > 0 and tokens[before].part in _DESCRIBED | {Part.DETERMINER, Part.POSSESSIVE}:
        before -= 1
    verb = tokens[before]
    opinions = table("events")["spoken"]
    return verb.part in {Part.VERB, Part.BARE, Part.GERUND} and verb.base not in opinions and verb.base not in _CLAUSAL


_CLAUSAL: Final = lexicon("believe know hear learn think hope fear see show mean ensure suggest feel find make let help watch")
"""Verbs behind which a clause can follow with no *that*."""


def _main(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a word is a finite verb outside relative clauses."""
    if tokens[place].part not in _FINITE:
        return False
    before = next((t for t in reversed(tokens[:place]) if t.part is not Part.ADVERB), None)
    return before is not None and before.part is not Part.SUBORDINATOR


def _late(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a participle can be the verb that the sentence lacks: *the man, who was alone, slept*, *he also slept*."""
    if tokens[place].part is not Part.PARTICIPLE or not _can_be(tokens[place], Form.PAST):
        return False
    plain = tokens[place - 1].part is Part.ADVERB and place > 1 and tokens[place - 2].part in _NOMINAL | {Part.SUBJECT}
    return tokens[place - 1].text == "," or plain


def _behind_bare(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether the last verb before a place is a bare one: *to end the strike and open the port*."""
    last = next((t for t in reversed(tokens[:place]) if t.form is not Form.NONE or t.part is Part.SUBJECT), None)
    return last is not None and last.part is Part.BARE


def _stands_alone(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether an adjective behind a determiner has no noun: *pay the fine*, *the poor were*."""
    after = tokens[place + 1].part if place + 1 < len(tokens) else Part.MARK
    ends = after in _FINITE | {Part.MARK, Part.PREPOSITION, Part.COORDINATOR, Part.TO, Part.SUBORDINATOR}
    if after is Part.MARK and place + 2 < len(tokens):
        ends = tokens[place + 1].text != "," or tokens[place + 2].part is not Part.ADJECTIVE
    return ends and place > 0 and tokens[place - 1].part is Part.DETERMINER and tokens[place - 1].lower in {"the", "a", "an"}


def _no_participle(tokens: Sequence[Tagged], place: int) -> Tagged:
    """Return a participle that its neighbours show to be a noun (*the cut was*) or a past form (*which lost the case*)."""
    token = tokens[place]
    before = next((t for t in reversed(tokens[:place]) if t.part is not Part.ADVERB), None)
    after = tokens[place + 1].part if place + 1 < len(tokens) else Part.MARK
    if before is None or before.part in {Part.BE, Part.HAVE}:
        return token
    nominal = after not in _DESCRIBED and level(token.lower, "n") is not None
    if before.part in {Part.DETERMINER, Part.ADJECTIVE, Part.POSSESSIVE} and nominal:
        return replace(token, part=Part.NOUN, base=token.lower, form=Form.NONE)
    if token.base in INTRANSITIVE and _can_be(token, Form.PAST):
        return replace(token, part=Part.VERB, form=Form.PAST)
    active = after in _OBJECTS and after not in _DESCRIBED - {Part.NAME} and token.base not in _GIVING
    if (active or token.lower == "said") and before.lower not in {"the", "a", "an"} and _can_be(token, Form.PAST):
        return replace(token, part=Part.VERB, form=Form.PAST)
    return token


def _can_be(token: Tagged, form: Form) -> bool:
    """Return whether a word can be a form of its verb."""
    return any(own is form for _, own in verb_forms(token.lower)) or (form is Form.PARTICIPLE and token.lower.endswith("ed"))


def _in_chain(tokens: Sequence[Tagged], place: int) -> Tagged:
    """Return a verb read as its auxiliary, with only adverbs between, asks."""
    before = place - 1
    while before >= 0 and tokens[before].part is Part.ADVERB:
        before -= 1
    if before < 0:
        return tokens[place]
    token, part = tokens[place], tokens[before].part
    if part is Part.COORDINATOR and token.form is Form.BASE and _behind_bare(tokens, before):
        return replace(token, part=Part.BARE)
    if part in {Part.HAVE, Part.BE} and _can_be(token, Form.PARTICIPLE):
        return replace(token, part=Part.PARTICIPLE, form=Form.PARTICIPLE)
    if part in _BEFORE_BARE and _can_be(token, Form.BASE):
        return replace(token, part=Part.BARE, form=Form.BASE)
    return token


def _coordinate(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a past form without an object shares the auxiliary of a participle: *was arrested and taken away*."""
    after = tokens[place + 1].part if place + 1 < len(tokens) else Part.MARK
    before = place - 1
    while before > 0 and tokens[before].part is Part.ADVERB:
        before -= 1
    if before <= 0 or tokens[before].part is not Part.COORDINATOR or after in _OBJECTS:
        return False
    for n in range(before - 1, -1, -1):
        if tokens[n].part in {Part.SUBORDINATOR, Part.SUBJECT, Part.MARK, Part.COORDINATOR}:
            return False
        if tokens[n].form is not Form.NONE:
            return tokens[n].part is Part.PARTICIPLE and tokens[n - 1].part in {Part.BE, Part.HAVE, Part.ADVERB}
    return False


def _reduced(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether a past form behind a noun is a participle that narrows it: *the man arrested on Friday was* ...."""
    if place == 0 or tokens[place].base in INTRANSITIVE or tokens[place - 1].part not in _NOMINAL:
        return False
    after = tokens[place + 1].part if place + 1 < len(tokens) else Part.MARK
    return after not in _OBJECTS - {Part.ADJECTIVE} and (_verb_before(tokens, place) or _verb_after(tokens, place))


def _verb_before(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether the clause has its verb already."""
    for n in range(place - 1, -1, -1):
        token = tokens[n]
        if token.part in _BORDERS:
            return False
        described = n and tokens[n - 1].part in {Part.DETERMINER, Part.POSSESSIVE}  # the shaken Costello retired
        if token.part in _FINITE or (token.part in {Part.BARE, Part.GERUND, Part.PARTICIPLE} and not described):
            return token.base not in table("events")["spoken"] and token.base not in {"believe", "know", "hear", "learn"}
    return False


def _verb_after(tokens: Sequence[Tagged], place: int) -> bool:
    """Return whether the clause has its verb still to come."""
    for n in range(place + 1, len(tokens)):
        token = tokens[n]
        if token.part in _BORDERS or token.part is Part.SUBJECT:
            return False
        if token.part in _FINITE:
            return True
    return False
