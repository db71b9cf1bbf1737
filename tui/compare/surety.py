"""Surety: what one article tells as certain and another hedges, denies or tells with another verb, in linked passages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.bond import family
from tui.compare.draft import Draft, reading
from tui.compare.gist import gist, quoted, thing_at
from tui.compare.note import note
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.events import event_of, is_spoken
from tui.language.opposites import denials, negates, opposed
from tui.language.tables import row
from tui.model.collation import Verdict
from tui.model.detail import Kind

_LINKED: Final = 0.3  # passages less alike tell other things
_RARE: Final = 0.25  # what a sort of claim adds that few passages make
_SELDOM: Final = 5  # passages
_BEFORE: Final = 4  # a hedge or a denial stands at most so many words before its verb
_BEFORE_NOUN: Final = 2  # and before its noun
_CLOSE: Final = 0.5  # passages so much alike need no word in common beside the verb
_HEDGED: Final = 0.85  # the least evidence that a hedge and its absence are about one statement
_DENIED: Final = 1.6  # that a denial is
_RETOLD: Final = 1.1  # that two verbs tell one thing


@dataclass(frozen=True, slots=True)
class _Claim:
    """A verb, or a noun for an event, with what its clause makes of it."""

    head: Token
    passage: str
    start: int
    hedge: bool
    denied: bool
    sort: str
    around: frozenset[str]


def surety_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts on statements that linked passages tell with another certainty, deny, or tell in stronger words."""
    claims = {passage: tuple(_claims(story, passage)) for passage in {p for pair in story.likeness for p in pair}}
    stands = Counter(sort for own in claims.values() for sort in {c.sort for c in own})
    rare = {sort for sort, count in stands.items() if count <= _SELDOM}
    drafts: list[Draft] = []
    for (a, b), likeness in story.likeness.items():
        if likeness < _LINKED or (a, b) in story.twins or not story.first(a, b):
            continue
        found = [d for x in claims[a] for y in claims[b] if (d := _against(story, x, y, likeness + _RARE * (x.sort in rare)))]
        best: dict[Verdict, Draft] = {}
        for draft in found:
            if draft.verdict not in best or draft.weight > best[draft.verdict].weight:
                best[draft.verdict] = draft
        drafts += best.values()
    return tuple(drafts)


def _claims(story: Story, passage: str) -> Iterator[_Claim]:
    """Yield the verbs of a passage that are no verbs of saying, its nouns for events, and its hedged nouns."""
    tokens = story.tokens(passage)
    around = _around(story, tokens)
    for n, token in enumerate(tokens):
        is_verb = token.tag is Tag.VERB and not is_spoken(token.word.stem)
        if not is_verb and token.tag is not Tag.NOUN:
            continue
        before = [t for t in tokens[max(0, n - (_BEFORE if is_verb else _BEFORE_NOUN)) : n] if t.clause == token.clause]
        hedge = next((t for t in before if t.word.text.lower() in row("surety", "doubt" if is_verb else "doubtful")), None)
        denial = next((t for k, t in enumerate(before) if _denies(before, k)), None)
        sort = event_of(token.word.stem) or (token.word.stem if is_verb else family(token.word.stem))
        first = min(t.word.start for t in (hedge, denial, token) if t is not None)
        yield _Claim(token, passage, first, hedge is not None, denial is not None, sort, around[token.clause] - {token.word.stem})


def _around(story: Story, tokens: tuple[Token, ...]) -> dict[int, frozenset[str]]:
    """Return for each clause the stems of the names, nouns and figures in it and in its neighbours."""
    inside: dict[int, set[str]] = {t.clause: set() for t in tokens}
    for token in tokens:
        if token.tag in {Tag.NOUN, Tag.NAME, Tag.NUMBER} and token.word.stem not in story.hubs:
            inside[token.clause].add(token.word.stem)
    return {c: frozenset().union(*(inside.get(near, ()) for near in (c - 1, c, c + 1))) for c in inside}


def _denies(before: list[Token], place: int) -> bool:
    """Return whether the word at a place denies what follows; ``not only`` does not."""
    lower = [t.word.text.lower() for t in before]
    if lower[place + 1 : place + 2] in (["only"], ["just"], ["until"]):
        return False
    return negates(lower[place]) or denials(lower[place : place + 2]) > denials(lower[place + 1 : place + 2])


def _against(story: Story, x: _Claim, y: _Claim, likeness: float) -> Draft | None:
    """Return the fact that two claims of linked passages tell one thing in another way; none where they do not."""
    if x.sort != y.sort:
        return None
    same = x.head.word.stem == y.head.word.stem
    shared = x.around & y.around
    weight = likeness + 0.15 * len(shared) + 0.2 * same
    found = _told(story, x, y, weight, same=same) if shared or (same and likeness >= _CLOSE) else None
    if found is None:
        return None
    kind, verdict, end = found
    readings = tuple(reading(story, c.passage, c.start, c.head.word.end) for c in (x, y))
    topic = _topic(story, (x, y), kind)
    why = (f"both tell of “{x.head.word.text}”", "the passages tell the same")
    return Draft(kind, topic, verdict, readings, note(verdict, readings, end), why, weight)


def _told(story: Story, x: _Claim, y: _Claim, weight: float, *, same: bool) -> tuple[Kind, Verdict, str] | None:
    """Return what is said of two claims of one sort; none where they say the same or the evidence is weak."""
    if x.denied != y.denied:
        verbs = x.head.tag is y.head.tag is Tag.VERB
        return (
            (Kind.NEGATION, Verdict.DIFFERS, "one denies what the other says") if same and verbs and weight >= _DENIED else None
        )
    if x.hedge != y.hedge and weight >= _HEDGED:
        sure = story.passages[y.passage if x.hedge else x.passage].siglum
        return Kind.CERTAINTY, Verdict.CERTAINTY, f"{sure} says it more surely"
    if x.hedge == y.hedge and not same and x.head.tag is y.head.tag is Tag.VERB and weight >= _RETOLD:
        strong = opposed(x.head.word.text.lower(), y.head.word.text.lower())
        return Kind.STATEMENT, Verdict.PRECISION, "one word says more than the other" if strong else "it is told in other words"
    return None


def _topic(story: Story, claims: Sequence[_Claim], kind: Kind) -> str:
    """Return what claims are about: the clause of the one that neither hedges nor denies, else its thing, else its own word."""
    plain = sorted(claims, key=lambda c: (c.denied, c.hedge))
    spots = [(c.passage, c.head.word.start) for c in plain]
    thing = next((thing for spot in spots if (thing := thing_at(story, *spot))), "")
    if thing and plain[0].head.tag is Tag.NOUN:
        return thing
    if said := gist(story, spots, 3, bare=kind is not Kind.STATEMENT):
        return said if kind is Kind.STATEMENT else f"whether {said}"
    return thing if len(thing.split()) > 1 else quoted(story.passages[plain[0].passage].text)
