"""Topics of figures and moments: what is counted, priced or dated, in whole phrases of the articles' own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from tui.compare.figures.counted import counted
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.figures.priced import valued
from tui.compare.story import Story
from tui.compare.words.gist import Suggestion, View, cut_short, quoted, view
from tui.compare.words.printed import Sentence, noun
from tui.compare.words.telling import as_told, is_told, rest, subject, suffered
from tui.language.events import is_spoken
from tui.language.syntax.phrases import chunk
from tui.language.syntax.predicates import Predicate
from tui.language.words import stem, words
from tui.model.article import PassageKind
from tui.model.detail import Amount, Kind

_TELLERS: Final = 4  # members that are asked for a topic
_MOST: Final = 10  # words of a topic
_BARE: Final = 2  # what a topic is worth that does not tell what happens
_FEW: Final = 3  # words of one that tells too little by itself
_SIDE: Final = 4  # words of the passage on either side of a figure
_CONTENT: Final = 4  # words of what is said
_SINCE: Final = {"since": "since when", "until": "until when", "till": "until when"}


def topic(story: Story, members: Sequence[Mention]) -> str:
    """Return what the members are about in the words of the one that says it best.

    Those are asked that share most with the others.
    """
    stands = Counter(stem for member in members for stem in member.near)
    shared = {stem for stem, count in stands.items() if count > len(members) / 2}
    tellers = sorted(members, key=lambda m: (-sum(m.near.get(s, 0) for s in shared), len(m.passage.text), m.passage.text))
    found = [
        (_rank(each, teller, shared), each.text, each.worth <= _BARE, _around(teller))
        for teller in tellers[:_TELLERS]
        for each in _suggested(story, teller)
    ]
    if not found:
        return f"figure in {_around(tellers[0])}"
    _, said, bare, around = min(found)
    return f"{said or 'figure'} in {around}" if bare and len(said.split()) <= _FEW else said


def _around(mention: Mention) -> str:
    """Return the words around a figure in quotation marks, three dots in its place."""
    text, detail = mention.passage.text, mention.detail
    before, behind = text[: detail.start].split()[-_SIDE:], text[detail.end :].split()[:_SIDE]
    return f"“{' '.join((*before, '…', *behind)).strip(' ,;:.')}”"


def _rank(found: Suggestion, teller: Mention, shared: AbstractSet[str]) -> tuple[float, int]:
    """Return the place of a topic in the order from best to worst: in full, in shared words, no longer than it need be."""
    bold = teller.passage.kind is PassageKind.HEADLINE
    odd = found.text.count('"') % 2 or found.text.count("(") != found.text.count(")")
    long = max(0, len(found.text.split()) - _MOST)
    common = min(3, len({w.stem for w in words(found.text)} & shared))
    return 2 * odd + 0.5 * bold + long - 0.3 * (" by " in found.text) - 0.4 * common - found.worth, len(found.text)


def _suggested(story: Story, mention: Mention) -> Iterator[Suggestion]:
    """Yield the topics that one mention suggests."""
    seen = view(story, mention.passage, mention.detail)
    clause = _holder(seen.sentence)
    if isinstance(mention.detail.value, Amount) and mention.detail.value.dimension == "age":
        yield from _age(seen, mention)
    elif mention.kind in MOMENTS or mention.kind is Kind.DURATION:
        yield from _when(seen, mention, clause)
    elif mention.role == "rank":
        yield from _ranked(seen, mention, clause)
    else:
        yield from valued(seen, mention)
        yield from counted(seen, mention, clause)
    if clause is not None and (plain := seen.clause(clause)):
        much = mention.kind is Kind.MONEY and seen.sentence.holds(clause.patient) and not clause.group.passive
        yield Suggestion(f"{'how much ' * much}{plain}", 1 - cut_short(seen, clause))
    if mention.detail.head:
        yield Suggestion(mention.detail.head, 0)


def _holder(sentence: Sentence) -> Predicate | None:
    """Return the clause that the detail stands in: the one with a phrase that holds it, else the nearest before it."""
    found, here = sentence.predicates, sentence.here[0]
    holding = [p for p in found if any(map(sentence.holds, (*p.phrases, *p.listed)))]
    if holding:
        return min(holding, key=lambda p: (not is_told(p) and not p.group.passive, abs(p.said[0] - here)))
    before = [p for p in found if p.said[1] <= here]
    return before[-1] if before else found[0] if found else None


def _question(seen: View, mention: Mention, clause: Predicate) -> tuple[str, bool]:
    """Return the words before a clause that ask for a moment or duration, and whether its verb is told for the last time."""
    detail = mention.detail
    if mention.kind in MOMENTS:
        return _SINCE.get(detail.relation, "when") if clause.group.perfect else "when", False
    if mention.role != "elapsed":
        return "how long", False
    before = [w.text.lower() for w in words(seen.sentence.folded[: seen.sentence.here[0]])]
    last = detail.head in {"first", "time"} or "first" in before or bool({"not", "never", "n't"} & set(before))
    return ("time since", True) if last else ("how long after" if detail.relation != "after" else "how long before", False)


def _when(seen: View, mention: Mention, clause: Predicate | None) -> Iterator[Suggestion]:
    """Yield the questions when, or for how long, what a clause tells was so."""
    if clause is None:
        return
    question, last = _question(seen, mention, clause)
    about = subject(clause)
    who = seen.who(clause)
    told = as_told(seen.sentence, clause, who, last=last) if who else ""
    guess = about is not None and about.pronoun
    if told and is_spoken(stem(clause.verb)) and cut_short(seen, clause) and (what := _content(seen, clause, mention)):
        yield Suggestion(f"{question} {who} {told} {what}", 3 - guess)
    elif told:
        thing = seen.thing(clause)
        where = rest(seen.sentence, clause, 4)
        full = " ".join(filter(None, (question, who, told, thing or where)))
        lacking = clause.patient is not None and not clause.group.passive and not clause.complement and not thing
        worth = 3 - guess - cut_short(seen, clause) - lacking + 0.3 * bool(thing)
        yield Suggestion(full, worth)
        if thing and where:
            yield Suggestion(f"{full} {where}", worth)
    elif clause.patient is not None and not clause.group.passive and (thing := seen.named(clause.patient)):
        be = "were" if thing.endswith("s") else "was"
        yield Suggestion(f"{question} {thing} {be} {suffered(seen.sentence, clause)}", 2)
    elif mention.kind in MOMENTS and mention.detail.start > seen.passage.text.find(" ") > 0:
        yield Suggestion(f"{question} {quoted(seen.passage.text[: mention.detail.start])}", 0.5)


def _content(seen: View, clause: Predicate, mention: Mention) -> str:
    """Return the first words of what a verb of saying says; empty where none stand behind it or before its subject.

    What holds the moment that is asked for is no answer.
    """
    start = min(p.start for p in (clause.agent, clause.patient) if p is not None) if clause.agent or clause.patient else 0
    sides = ((clause.said[1], len(seen.sentence.text)), (0, min(start, clause.said[0])))
    for first, last in sides:
        said = seen.passage.text[seen.sentence.before(first) : seen.sentence.before(last)].strip(" ,:;.")
        _, _, told = said.partition(" that ") if len(said.partition(" that ")[0].split()) <= _FEW else ("", "", said)
        if len(told.split()) >= _CONTENT and mention.detail.text not in (what := quoted(told)):
            return what
    return ""


def _age(seen: View, mention: Mention) -> Iterator[Suggestion]:
    """Yield whose age a figure is: the noun behind it, else the one that it stands beside."""
    sentence, head = seen.sentence, mention.detail.head
    phrases = [c.phrase for c in chunk(sentence.folded) if c.phrase is not None and not c.phrase.timed]
    own = next((p for p in phrases if sentence.holds(p)), None)
    beside = [p for p in phrases if head and p.base.rsplit(maxsplit=1)[-1].lower() == head]
    for phrase in (own, *sorted(beside, key=lambda p: abs(p.end - sentence.here[0]))[:1]):
        said = noun(sentence, phrase) if phrase is not None else ""
        if said:
            first, _, rest_of = said.partition(" ")
            whose = f"the {rest_of}" if first in {"a", "an"} and rest_of else said
            yield Suggestion(f"age of {whose}", 4)


def _ranked(seen: View, mention: Mention, clause: Predicate | None) -> Iterator[Suggestion]:
    """Yield the question which in a row something is."""
    head = mention.detail.head
    if not head:
        return
    who = seen.named(subject(clause)) if clause is not None else ""
    yield Suggestion(f"which {head} it is{f' for {who}' if who else ''}", 2)
