"""Surety: what one article tells as certain and another hedges or denies, verb by verb in linked passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.note import note
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.events import event_of, is_spoken
from tui.language.opposites import denials, negates, opposed
from tui.language.tables import row
from tui.model.collation import Verdict
from tui.model.detail import Kind

_LINKED: Final = 0.4
_ALIKE: Final = 0.5
_DENIED: Final = 0.65  # passages less alike deny other things
_BEFORE: Final = 4  # a hedge or a denial stands at most so many words before its verb
_SHARED: Final = 2  # rare words that the clauses of two verbs must share


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A verb with what its clause makes of it."""

    verb: Token
    passage: str
    start: int
    hedge: str
    denied: bool
    around: frozenset[str]


def surety_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on statements that linked passages tell with another certainty, or one of them denies."""
    drafts = []
    for (a, b), likeness in story.likeness.items():
        if likeness < _LINKED or (a, b) in story.twins or not story.first(a, b):
            continue
        found = [d for x in _predicates(story, a) for y in _predicates(story, b) if (d := _against(story, x, y, likeness))]
        drafts += sorted(found, key=lambda d: -d.weight)[:1]
    return tuple(drafts)


def _predicates(story: Story, passage: str) -> Iterator[_Predicate]:
    """Yield the verbs of a passage that are no verbs of saying."""
    tokens = story.tokens(passage)
    for n, token in enumerate(tokens):
        if token.tag is not Tag.VERB or is_spoken(token.word.stem):
            continue
        before = [t for t in tokens[max(0, n - _BEFORE) : n] if t.clause == token.clause]
        hedge = next((t for t in before if t.word.text.lower() in row("surety", "doubt")), None)
        denial = next((t for k, t in enumerate(before) if _denies(before, k)), None)
        first = min((t.word.start for t in (hedge, denial, token) if t is not None), default=token.word.start)
        around = frozenset(
            t.word.stem
            for t in tokens
            if t.tag in {Tag.NOUN, Tag.NAME} and abs(t.clause - token.clause) <= 1 and t.word.stem not in story.hubs
        )
        yield _Predicate(token, passage, first, hedge.word.text if hedge else "", denial is not None, around)


def _denies(before: list[Token], place: int) -> bool:
    """Return whether the word at a place denies what follows; ``not only`` does not."""
    lower = [t.word.text.lower() for t in before]
    if lower[place + 1 : place + 2] in (["only"], ["just"]):
        return False
    return negates(lower[place]) or denials(lower[place : place + 2]) > denials(lower[place + 1 : place + 2])


def _against(story: Story, x: _Predicate, y: _Predicate, likeness: float) -> Draft | None:
    """Return the fact that two verbs of linked passages tell one thing with another certainty; none where they do not."""
    same = x.verb.word.stem == y.verb.word.stem
    if not same and not (event_of(x.verb.word.stem) and event_of(x.verb.word.stem) == event_of(y.verb.word.stem)):
        return None
    shared = x.around & y.around
    if len(shared) < _SHARED or (not same and likeness < _ALIKE and len(shared) == _SHARED):
        return None
    readings = tuple(reading(story, p.passage, p.start, p.verb.word.end) for p in (x, y))
    topic = " ".join([x.verb.word.text, *sorted(shared, key=lambda s: -story.rarity.get(s, 0))[:2]])
    if x.denied != y.denied and same and likeness >= _DENIED and len(shared) > _SHARED:
        kind, verdict, end = Kind.NEGATION, Verdict.DIFFERS, "one denies what the other says"
    elif x.denied == y.denied and bool(x.hedge) != bool(y.hedge):
        sure = story.passages[y.passage if x.hedge else x.passage].siglum
        kind, verdict, end = Kind.CERTAINTY, Verdict.CERTAINTY, f"{sure} is the surer one"
    elif not same and x.denied == y.denied:
        grave = opposed(x.verb.word.text.lower(), y.verb.word.text.lower())
        kind, verdict, end = (
            Kind.STATEMENT,
            Verdict.PRECISION,
            "the one word says more than the other" if grave else "other words tell it",
        )
    else:
        return None
    why = (f"both tell of “{x.verb.word.text}”", "the passages tell the same")
    return Draft(kind, topic, verdict, readings, note(verdict, readings, end), why, likeness + 0.1 * len(shared) + same)
