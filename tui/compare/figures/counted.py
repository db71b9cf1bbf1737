"""What is counted and what happens to it: *people killed*, *passengers who survived the crash*, *limousines in his garage*."""

from collections.abc import Iterator
from typing import Final

from tui.compare.figures.mention import Mention
from tui.compare.figures.priced import COSTS, HAVING, measure
from tui.compare.words.gist import Suggestion, View, cut_short
from tui.compare.words.printed import noun
from tui.compare.words.telling import as_told, is_told, rest, subject, suffered, verb
from tui.language.grammar import BEING
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.lexicon import INTRANSITIVE, participle
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon, row
from tui.model.detail import Kind

_BETWEEN: Final = 5  # words from a verb to what its preposition ties to it
_TIES: Final = lexicon("in on at from to with for into onto over under after before of by about against between through as")
_SHORT: Final = 3  # words of a name behind *by*


def counted(seen: View, mention: Mention, clause: Predicate | None) -> Iterator[Suggestion]:
    """Yield what is counted or measured with what happens to it."""
    thing = _thing(seen, mention)
    if thing.startswith("distance "):
        yield Suggestion(thing, 3)
        return
    if clause is None or (thing and cut_short(seen, clause)):
        if thing:
            yield Suggestion(thing, 2)
        return
    where = rest(seen.sentence, clause)
    for happened in _happening(seen, mention, clause):
        if thing and happened.endswith(thing.rsplit(maxsplit=1)[-1]):
            continue  # arrests that were arrests
        worth = 1 + bool(thing) + bool(happened)
        yield Suggestion(" ".join(filter(None, (thing, happened))), worth)
        open_ended = happened.rsplit(maxsplit=1)[-1:] and happened.rsplit(maxsplit=1)[-1] in _TIES
        if where and where not in happened and (thing or happened) and " by " not in happened and not open_ended:
            yield Suggestion(" ".join(filter(None, (thing, happened, where))), worth)


def _thing(seen: View, mention: Mention) -> str:
    """Return what is counted, in the words behind the figure; the measure of a dimension, a sum of money, a share."""
    sentence, detail = seen.sentence, mention.detail
    chunks = chunk(sentence.folded)
    place = next((n for n, c in enumerate(chunks) if sentence.holds(c.phrase)), None)
    phrase = chunks[place].phrase if place is not None else None
    said = noun(sentence, phrase) if phrase is not None else ""
    if not said and place is not None and place + 1 < len(chunks) and (after := chunks[place + 1].phrase) and not after.timed:
        said = noun(sentence, after) if not after.named and detail.head == after.base else ""
    match mention.kind:
        case Kind.MONEY:
            return "sum of money"
        case Kind.PERCENTAGE:
            return f"share of {said}" if said else "share"
        case Kind.MEASURE:
            return measure(seen, mention, said)
        case Kind.NUMBER if said and (half := sentence.compounded()):
            return f"{half}s in {said}"
        case _:
            return said or ("people" if detail.head == "person" else detail.head)


def _happening(seen: View, mention: Mention, clause: Predicate) -> Iterator[str]:
    """Yield what happens to what is counted in a clause: ``killed``, ``who died``, ``aboard``."""
    sentence = seen.sentence
    if sentence.holds(subject(clause)):
        yield from _doing(seen, mention, clause)
    elif sentence.holds(clause.patient) or any(map(sentence.holds, clause.listed)):
        yield from _suffering(seen, clause)
    elif clause.verb not in COSTS:
        held = any(sentence.holds(a.phrase) for a in clause.arguments)
        who = seen.named(subject(clause))
        told = sentence.words(clause.said[0], sentence.here[0])
        plain = bool(as_told(sentence, clause, who)) if who else False
        yield " ".join((who, *told)) if held and plain and len(told) <= _BETWEEN else ""


def _doing(seen: View, mention: Mention, clause: Predicate) -> Iterator[str]:
    """Yield what the counted do, as the subject of their clause."""
    if clause.group.passive or _is_suffered(seen, clause):
        yield suffered(seen.sentence, clause)
    elif clause.verb in BEING and not clause.complement:
        yield rest(seen.sentence, clause)
    elif is_told(clause) and mention.kind is not Kind.MONEY:
        person = mention.detail.head in row("families", "person") or sort_of(mention.detail.head) is NounSort.PERSON
        who = "who" if person else "that"
        yield " ".join(filter(None, (who, verb(seen.sentence, clause), seen.thing(clause))))


def _suffering(seen: View, clause: Predicate) -> Iterator[str]:
    """Yield what befalls the counted, as the object of their clause, and by whom where that is a name."""
    who = seen.named(clause.agent)
    if clause.verb in HAVING | BEING:
        where = rest(seen.sentence, clause)
        yield where
        if who and not where and is_told(clause):
            yield f"{who} {verb(seen.sentence, clause)}"
    elif clause.verb not in COSTS:
        yield suffered(seen.sentence, clause)
        if clause.agent is not None and clause.agent.named and who and len(who.split()) <= _SHORT:
            yield f"{suffered(seen.sentence, clause)} by {who}"


def _is_suffered(seen: View, clause: Predicate) -> bool:
    """Return whether a past form without an object reads as a participle: *10 killed*, *80 hurt*."""
    word = seen.sentence.folded[slice(*clause.group.at)].lower()
    plain = clause.group.start == clause.group.at[0] and clause.group.past and not clause.arguments
    return plain and not seen.thing(clause) and clause.verb not in INTRANSITIVE and word == participle(clause.verb)
