"""Facts on what linked passages tell otherwise and no rule knows: phrases and clauses that part, judged by fitted weights."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.otherwise.marks import Pages, around, kin, marks, pages, tied
from tui.compare.otherwise.units import Sort, Unit
from tui.compare.probability import probability
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import detailed
from tui.compare.words.gist import gist, quoted, thing_at
from tui.compare.words.note import note
from tui.language.spellings import respelt
from tui.language.tables import rows
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

LEAST: Final = 0.4  # the least probability of two units that are told

OTHERWISE: Final = "the passages tell the same, and here they part"
"""The evidence of such a fact, by which it is known."""
_VALUED: Final = (Kind.TIME, Kind.DATE, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION, Kind.NUMBER)
_NAMED: Final = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
Span = tuple[str, int, int]
"""A passage and where something begins and ends in it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units of linked passages, the first of the one whose passage comes first by its words."""

    a: Unit
    """The first."""
    b: Unit
    """The second."""
    marks: Mapping[str, float]
    """What the judgement rests on."""

    @property
    def column(self) -> int:
        """Return which weights judge it: 0 for phrases, 1 for clauses."""
        return 0 if self.a.cut.sort is Sort.PHRASE else 1


def otherwise_facts(story: Story, told: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the facts on what linked passages tell otherwise, without those that the facts told already tell."""
    return likeliest(story, told, ((likelihood(pair), pair) for pair in pairs(pages(story), told)))


def likeliest(story: Story, told: Sequence[Draft], judged: Iterable[tuple[float, Pair]]) -> tuple[Draft, ...]:
    """Return the facts of the likeliest pairs, each place of an article told at most once against every other article."""
    likely = [(round(worth, 9), pair) for worth, pair in judged if worth >= LEAST]
    likely.sort(key=lambda one: (-one[0], _words(story, one[1])))
    parted = _by_passages(told)
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    drafts: list[Draft] = []
    for worth, pair in likely:
        a, b = pair.a, pair.b
        one, two = (a.passage, story.passages[b.passage].siglum), (b.passage, story.passages[a.passage].siglum)
        free = not any(_meets(unit, span) for unit, key in ((a, one), (b, two)) for span in taken[key])
        covered = any(_meets(a, x) and _meets(b, y) for x, y in parted.get((a.passage, b.passage), ()))
        if free and not covered and not same(a, b):
            taken[one].append(a.span)
            taken[two].append(b.span)
            drafts.append(_draft(story, pair, worth))
    return tuple(drafts)


def pairs(known: Pages, told: Sequence[Draft] = ()) -> Iterator[Pair]:
    """Yield the pairs of units that can be told otherwise, without those that the facts told already tell."""
    parted = _by_passages(told)
    for a, b in known.mates:
        base, spans = around(known, a, b), parted.get((a, b), ())
        for one in known.units[a]:
            own = [y for x, y in spans if _meets(one, x)]
            for two in known.units[b]:
                if tied(one, two) and not any(_meets(two, y) for y in own):
                    yield Pair(one, two, {**base, **marks(known, one, two)})


def same(a: Unit, b: Unit) -> bool:
    """Return whether two units say one thing in another form, or of two persons what need not be alike.

    They are spelt otherwise, are forms of one name, give one figure or moment, or rules know better: of the one and its denial,
    of two persons, and of figures and moments that cannot both be true.
    """
    if respelt(a.text, b.text) or (a.denied != b.denied and (a.stems <= b.stems or b.stems <= a.stems)):
        return True
    full = [{d.value.full for d in unit.details if isinstance(d.value, Name)} for unit in (a, b)]
    phrases = a.cut.sort is b.cut.sort is Sort.PHRASE
    if phrases and full[0] and full[0] == full[1] and kin(a.cut.head, b.cut.head) == "same":
        return True
    kind = _kind(a, b)
    stands = _standings(a, b, kind)
    printed = [{d.text.lower() for d in unit.details if d.kind is kind} for unit in (a, b)]
    persons = _names(a, Kind.PERSON), _names(b, Kind.PERSON)
    others = all(persons) and persons[0].isdisjoint(persons[1])
    ruled = kind is Kind.PERSON or len(stands & {Standing.EQUAL, Standing.APART}) == len(stands) == 1
    return ruled or (bool(stands) and (others or printed[0] == printed[1]))


def likelihood(pair: Pair) -> float:
    """Return the probability, 0 to 1, that a reader finds two units worth a look."""
    return probability(_weights()[pair.column], pair.marks)


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    """Return the weight of each mark for phrases and for clauses, fitted on sheets (``tests/measure/fit_facts.py``)."""
    table = rows("tui.compare.otherwise", "weights.tsv")
    return {name: float(weight) for name, weight, _ in table}, {name: float(weight) for name, _, weight in table}


def _by_passages(told: Sequence[Draft]) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    """Return the pairs of spans on which facts part, by their passages."""
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for draft in told:
        if draft.verdict is not Verdict.AGREE:
            spans = [(r.passage, r.start, r.end) for r in draft.readings]
            for x in spans:
                for y in spans:
                    if x[0] != y[0]:
                        found[x[0], y[0]].append((x, y))
    return found


def _meets(unit: Unit, span: Span) -> bool:
    """Return whether a unit shares a place with a span of its passage."""
    return unit.cut.start < span[2] and span[1] < unit.cut.end


def _words(story: Story, pair: Pair) -> tuple[str, int, str, int, str, str]:
    """Return what orders pairs of one likelihood, whatever order the articles have."""
    a, b = story.passages[pair.a.passage], story.passages[pair.b.passage]
    return a.text, pair.a.cut.start, b.text, pair.b.cut.start, pair.a.text, pair.b.text


def _kind(a: Unit, b: Unit) -> Kind:
    """Return the kind of detail that two units part in."""
    kinds = [{d.kind for d in unit.details} for unit in (a, b)]
    for kind in _VALUED:
        if kind in kinds[0] & kinds[1]:
            return kind
    if a.denied != b.denied:
        return Kind.NEGATION
    if a.hedged != b.hedged:
        return Kind.CERTAINTY
    phrases = a.cut.sort is Sort.PHRASE
    named = (k for k in _NAMED if phrases and k in kinds[0] & kinds[1] and not _names(a, k) & _names(b, k))
    return next(named, Kind.STATEMENT)


def _names(unit: Unit, kind: Kind) -> set[str]:
    """Return the fullest forms of the names of a kind in a unit."""
    return {d.value.full for d in unit.details if d.kind is kind and isinstance(d.value, Name)}


def _standings(a: Unit, b: Unit, kind: Kind) -> set[Standing]:
    """Return how the figures or moments of a kind in two units stand to each other; nothing for any other kind."""
    own = [[d for d in unit.details if d.kind is kind and kind in _VALUED] for unit in (a, b)]
    return {detailed(x, y) for x in own[0] for y in own[1]}


def _draft(story: Story, pair: Pair, likely: float) -> Draft:
    """Return the fact of two units."""
    a, b = pair.a, pair.b
    readings = reading(story, *a.span), reading(story, *b.span)
    kind = _kind(a, b)
    topic = gist(story, ((a.passage, a.cut.start), (b.passage, b.cut.start)))
    if not topic and (thing := thing_at(story, a.passage, a.cut.start)):
        topic = thing if kind in _VALUED else f"what is told of {thing}"
    topic = topic or quoted(story.passages[a.passage].text)
    end = "" if kind in _VALUED else "they tell it in other words"
    return Draft(kind, topic, Verdict.PRECISION, readings, note(Verdict.PRECISION, readings, end), (OTHERWISE,), likely)
