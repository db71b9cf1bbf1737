"""Places: where linked passages say that one thing happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.compare.words.gist import quoted, view
from tui.compare.words.note import note
from tui.compare.words.telling import as_told
from tui.language.syntax.lexicon import past
from tui.language.syntax.predicates import Argument, Predicate, predicates
from tui.model.collation import Reading, Verdict
from tui.model.detail import Detail, Kind

_LINKED: Final = 0.35  # passages less alike than this may tell of two events
_WHERE: Final = frozenset({"in", "at", "near", "on", "off", "outside", "inside", "from", "to", "into", "around"})
_EMPTY: Final = frozenset({"be", "have", "do", "go", "come", "get"})  # verbs that name no event
_REACH: Final = 2  # characters between a place and the region after it: ``Plantation, Florida``


@dataclass(frozen=True, slots=True)
class _Site:
    """A place with what happens there."""

    passage: str
    """The passage it stands in."""
    verb: str
    """The verb of what happens there, in its base form."""
    preposition: str
    """The word that ties the place to the verb."""
    start: int
    """Where the place begins in the passage."""
    end: int
    """Where it ends, the region it lies in taken along."""
    full: str
    """The fullest form of its name in the story."""
    stems: frozenset[str]
    """The stems of its words."""


def place_facts(story: Story) -> tuple[Draft, ...]:
    """Return the places that linked passages name for one event; one may hold the other, so that both can be true."""
    named = {passage: story.names(passage, {Kind.PLACE}) for passage in story.passages}
    sites = {passage: tuple(_sites(story, passage, details)) for passage, details in named.items() if details}
    drafts: list[Draft] = []
    for (a, b), likeness in story.likeness.items():
        if likeness >= _LINKED and story.first(a, b) and a in sites and b in sites:
            drafts += _parted(story, sites[a], sites[b], likeness)
    return tuple(drafts)


def _sites(story: Story, passage: str, details: Sequence[Detail]) -> Iterator[_Site]:
    """Yield the places of a passage that a preposition ties to a verb, where no other place is tied to it by the same word."""
    folded = story.passages[passage].folded
    for predicate in predicates(folded):
        if predicate.verb in _EMPTY:
            continue
        tied = [(a, d) for a in predicate.arguments if a.preposition in _WHERE and (d := _named(a, details)) is not None]
        for argument, detail in tied:
            if _alone(predicate, argument):
                end = _with_region(detail, details)
                stems = senses(folded[argument.phrase.start : end])
                yield _Site(passage, predicate.verb, argument.preposition, argument.phrase.start, end, str(detail.value), stems)


def _named(argument: Argument, details: Sequence[Detail]) -> Detail | None:
    """Return the name of the place at the head of an argument, if it is one."""
    start, end = argument.phrase.at
    return next((d for d in details if d.start < end and d.end > start), None)


def _alone(predicate: Predicate, argument: Argument) -> bool:
    """Return whether no other argument of the verb has the same preposition."""
    return sum(a.preposition == argument.preposition and not a.phrase.timed for a in predicate.arguments) == 1


def _with_region(detail: Detail, details: Sequence[Detail]) -> int:
    """Return where a place ends together with the region named right behind it."""
    return max([d.end for d in details if 0 <= d.start - detail.end <= _REACH], default=detail.end)


def _parted(story: Story, one: Sequence[_Site], two: Sequence[_Site], likeness: float) -> Iterator[Draft]:
    """Yield the pairs of places of two passages at which one thing happens."""
    here, there = ({s.stems for s in sites} for sites in (one, two))
    for x in one:
        for y in two:
            same = x.verb == y.verb and x.preposition == y.preposition
            if same and x.stems != y.stems and x.stems not in there and y.stems not in here and _may_be_parted(x, y):
                readings = (_read(story, x), _read(story, y))
                end = "the places are not the same, or one lies in the other"
                why = ("the passages tell the same", f"both stand with the verb “{x.verb}” and the word “{x.preposition}”")
                yield Draft(
                    Kind.PLACE,
                    _topic(story, x, y),
                    Verdict.PRECISION,
                    readings,
                    note(Verdict.PRECISION, readings, end),
                    why,
                    likeness,
                )


def _topic(story: Story, x: _Site, y: _Site) -> str:
    """Return the question where what both tell of happens."""
    for site in (x, y):
        seen = view(story, story.passages[site.passage])
        for clause in seen.sentence.predicates:
            who, told = seen.who(clause), clause.verb == site.verb
            if told and who and (said := as_told(seen.sentence, clause, who)):
                return " ".join(filter(None, ("where", who, said, seen.thing(clause))))
    for site in (x, y):
        seen = view(story, story.passages[site.passage])
        for clause in seen.sentence.predicates:
            if clause.verb == site.verb and not clause.group.passive and (who := seen.who(clause))[:1].isupper():
                return " ".join(filter(None, ("where", who, past(clause.verb), seen.thing(clause))))
    return f"where: {quoted(story.passages[x.passage].text)}"


def _may_be_parted(x: _Site, y: _Site) -> bool:
    """Return whether two sites are told in words that differ by more than how full the same name is."""
    if x.full == y.full and (x.stems ^ y.stems) <= senses(x.full):
        return False
    return x.full != y.full or bool(x.stems - y.stems and y.stems - x.stems) or len(x.stems) != len(y.stems)


def _read(story: Story, site: _Site) -> Reading:
    """Return the reading of one site."""
    return reading(story, site.passage, site.start, site.end, site.full)
