"""Clauses in a few of their own printed words: who does what to what, and where.

A topic is made of whole phrases of one passage, so that it reads as English and is never cut inside a phrase.
"""

import re
from typing import Final

from tui.compare.words.fitting import disagrees
from tui.compare.words.printed import Sentence, clean, noun, owns
from tui.language.lemmas import is_plural
from tui.language.opposites import hedges
from tui.language.syntax.lexicon import INTRANSITIVE, participle, past
from tui.language.syntax.parts import Form
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase, Role
from tui.language.syntax.predicates import Argument, Predicate
from tui.language.tables import lexicon

_BEING: Final = lexicon("is are was were be been am")
_DENIALS: Final = lexicon("not never")
_WHERE: Final = lexicon("""
    in on at from to with for into onto over under near against between among during outside inside through across aboard around
    off behind beside within after before until towards toward along above below without
""")
"""Prepositions whose phrase tells more of a clause."""
_RESULTS: Final = lexicon("on off up down out away dead alive guilty shut open free")
"""What a verb leaves its object in: *was turned off*, *was found dead*."""
_PARTS: Final = lexicon("""
    mouth edge end side top bottom foot heart centre center middle part front back rest beginning start course absence presence
    number amount aftermath wake form name sake verge brink outskirts
""")
"""Nouns that say nothing without what stands behind their *of*."""
_NARROWING: Final = lexicon("call name title entitle dub nickname worth")
"""Verbs that by themselves narrow the noun before them, or are a noun: *a line called Mira*, *watches worth millions*."""
_HANGING: Final = lexicon("""
    early late later last next first past recent second third final coming previous following same entire whole new old drunk
    drunken own high low long short full latest earliest opening closing middle mid upper lower early-morning late-night
""")
"""Adjectives that a phrase ends with where its noun was a moment or was read as a verb: *in the early hours*."""
_UNFINISHED: Final = lexicon("connection response addition relation regard charge favor favour front search exchange return")
"""Nouns that need what stands behind them: *in connection with*."""
_BEFALLING: Final = lexicon("""
    accuse acquit apprehend arrest assassinate behead charge confiscate convict damage deport destroy detain devastate displace
    evacuate exonerate expel extradite find fine furlough handcuff hire hospitalize imprison indict injure jail kidnap kill limit
    nominate oust slay wound
""")
"""Verbs whose form of the past without an object is a participle: *the coach hired*, *attacks limited to Lund*."""
_BEFALL_NOBODY: Final = INTRANSITIVE | lexicon("succumb resign retire abdicate elope expire perish faint flee")
"""Verbs that are not passive, whatever stands before their participle."""


def verb(sentence: Sentence, predicate: Predicate, *, bare: bool = False) -> str:
    """Return the verb of a clause with what it says of its subject; ``bare`` leaves out denials and adverbs that hedge it."""
    start, end = predicate.said
    if predicate.group.infinitive and predicate.whole[0] < start:
        start = predicate.whole[0]
    behind = predicate.argued[0] if predicate.argued and not predicate.complement else None
    if behind is not None and behind.text in _RESULTS and behind.start == end + 1:
        end = behind.end
    words = sentence.words(start, end)
    if bare:
        words = [re.sub(r"n[’']t$", "", w) for w in words if w.lower() not in _DENIALS]
        words = [w for w in words if not (w.endswith("ly") and hedges(w.lower()))]
    return clean(" ".join(words))


def suffered(sentence: Sentence, predicate: Predicate) -> str:
    """Return the participle of a clause's verb, with its particle: ``killed`` for *killing*, ``set off``."""
    group = predicate.group
    word = sentence.folded[slice(*group.at)].lower() if group.passive else participle(group.base)
    return f"{word} {group.particle}".strip()


def subject(predicate: Predicate) -> Phrase | None:
    """Return who or what a clause is about: who suffers it where it is passive."""
    return predicate.patient if predicate.group.passive else predicate.agent


def rest(sentence: Sentence, predicate: Predicate, longest: int = 5) -> str:
    """Return the first phrase that a preposition ties to a clause and that does not say when; empty where none is short."""
    for argument in predicate.arguments:
        if (said := tied(sentence, argument, longest)) and not argument.phrase.timed:
            return said
    return ""


def tied(sentence: Sentence, argument: Argument, longest: int = 5) -> str:
    """Return a preposition with its phrase; empty where it holds the detail, says when, or is cut short by what is left out."""
    phrase = argument.phrase
    if sentence.holds(phrase) or phrase.pronoun or phrase.timed or argument.preposition not in _WHERE:
        return ""
    if phrase.base in _UNFINISHED or any(phrase.at[1] <= first < phrase.end for first, _ in sentence.gaps):
        return ""
    if owns(sentence, phrase.end):
        return ""
    said = noun(sentence, phrase, longest)
    behind = _behind(sentence, phrase)
    if argument.preposition == "between" and behind[:1] == ("and",) and len(behind) > 1:
        said = f"{said} and {behind[1]}" if said else ""
    cut = said.rsplit(maxsplit=1)[-1:] != [] and said.rsplit(maxsplit=1)[-1] in _HANGING
    cut |= behind[:1] == ("of",) and " of " not in said and (phrase.base in _PARTS or behind == ("of", ""))
    cut |= argument.preposition == "between" and " and " not in said and phrase.base == sentence.folded[slice(*phrase.at)].lower()
    return f"{argument.preposition} {said}" if said and not cut else ""


def _behind(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """Return the word behind a phrase and the noun phrase that it ties to it, in words."""
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase is not None and c.end == phrase.end), len(chunks)) + 1
    if place >= len(chunks):
        return ()
    other = chunks[place + 1].phrase if place + 1 < len(chunks) else None
    return chunks[place].text, *((noun(sentence, other),) if other is not None and not other.pronoun else ())


def is_told(predicate: Predicate) -> bool:
    """Return whether a clause has a verb that can follow its subject as it is printed."""
    group = predicate.group
    bare = group.start == group.at[0] and not (group.modal or group.passive)
    if bare and predicate.verb in _NARROWING:
        return False
    above = predicate.matrix
    led = group.infinitive and predicate.whole[0] < group.start
    return group.finite or (led and (above is None or above.group.finite or is_told(above)))


def as_told(sentence: Sentence, predicate: Predicate, named: str, *, last: bool = False, bare: bool = False) -> str:
    """Return the verb of a clause such that it can follow a subject; with ``last`` for the last time, its denial dropped.

    A participle that narrows its noun becomes a verb: *packages mailed to Leeds* gives ``were mailed``. Empty where it cannot.
    """
    group = predicate.group
    head = named.rsplit(maxsplit=1)[-1]
    plural = is_plural(head) and head.islower()
    being = "were" if plural or " and " in named else "was"
    active = group.passive and group.base in _BEFALL_NOBODY and not last
    if active or befallen(sentence, predicate):
        return f"{past(group.base)} {group.particle}".strip() if active else f"{being} {verb(sentence, predicate)}"
    if group.passive and (last or (group.form is Form.PARTICIPLE and not is_told(predicate))):
        return f"{being} {'last ' * last}{suffered(sentence, predicate)}"
    first, *others = sentence.words(group.start, group.end) or [""]
    broken = disagrees(sentence, predicate, named) or (
        first.lower() in _BEING
        and group.base != "be"
        and not group.passive
        and others[-1:] == [group.base]
        and group.base != participle(group.base)
    )
    uninflected = group.form is Form.BASE and not group.modal and not group.infinitive
    if broken or not is_told(predicate) or (uninflected and not plural and " and " not in named):
        return ""
    if not last:
        return verb(sentence, predicate, bare=bare)
    if group.base == "be":
        return clean(f"{'were' if plural else 'was'} last {' '.join(sentence.words(group.end, predicate.said[1]))}")
    return clean(f"last {past(group.base)} {' '.join(sentence.words(group.at[1], predicate.said[1]))}")


def befallen(sentence: Sentence, predicate: Predicate) -> bool:
    """Return whether a past form is the participle of a verb that says nothing without an object, which it lacks."""
    group = predicate.group
    word = sentence.folded[slice(*group.at)].lower()
    plain = group.start == group.at[0] and group.past and not (group.passive or group.modal or group.perfect)
    lone = predicate.patient is None and predicate.recipient is None and not predicate.complement
    said = group.base != "find" or verb(sentence, predicate).lower() != word
    return plain and lone and said and group.base in _BEFALLING and word == participle(group.base)


def object_printed(sentence: Sentence, predicate: Predicate, longest: int = 5) -> str:
    """Return the noun phrase right behind a verb with the adjectives before it, where the clause has no object that is read."""
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if c.start >= predicate.group.end), len(chunks))
    end = place
    while end < len(chunks) and chunks[end].role in {Role.ADJECTIVE, Role.MARK} and chunks[place].role is Role.ADJECTIVE:
        end += 1
    if end == len(chunks) or (phrase := chunks[end].phrase) is None or phrase.timed or phrase.pronoun:
        return ""
    words = sentence.words(chunks[place].start, phrase.end)
    return clean(" ".join(words)) if len(words) <= longest and not owns(sentence, phrase.end) else ""


def further(sentence: Sentence, predicate: Predicate) -> str:
    """Return the verb that *and* joins to a clause's own, with its object: ``and killed his father``; empty where none is."""
    end = predicate.said[1]
    for other in sentence.predicates:
        between = sentence.folded[end : other.said[0]].strip()
        if other.said[0] > end and between in {"and", "or"} and other.group.form is predicate.group.form:
            thing = noun(sentence, other.patient) if other.patient and not other.group.passive and not other.patient.timed else ""
            return f"{between} {verb(sentence, other)} {thing}".strip()
    return ""


def led_to(sentence: Sentence, predicate: Predicate) -> str:
    """Return the infinitive that stands right behind a clause's verb or object, with its object: ``to discriminate``."""
    end = max([predicate.said[1], *(p.end for p in (predicate.patient,) if p is not None and not predicate.group.passive)])
    for other in sentence.predicates:
        start = other.said[0]
        if other.group.infinitive and start > end and not sentence.folded[end:start].strip():
            suffers = other.patient if not (other.group.passive or other.complement) else None
            thing = noun(sentence, suffers, 4) if suffers else ""
            said = sentence.text[start : other.said[1]]
            return clean(f"{said} {thing or ('' if other.complement else rest(sentence, other, 4))}")
    return ""


def first_of(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """Return a phrase, or the one that it stands behind: the mission *in Aden*, the decision *to present the car*."""
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if phrase is not None and c.phrase == phrase), 0)
    while place > 1 and phrase is not None and (before := chunks[place - 2].phrase) is not None:
        group = chunks[place - 1].group
        tied = phrase.named and chunks[place - 1].role is Role.PREPOSITION
        opens = place == 2 or chunks[place - 3].role in {Role.SUBORDINATOR, Role.RELATIVE}  # noqa: PLR2004 - the sentence begins
        if not tied and not (group is not None and group.infinitive and opens):
            break
        phrase, place = before, place - 2
    return phrase
