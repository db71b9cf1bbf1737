"""Enumerations: the names that linked passages list for one thing, compared as sets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.filling import akin
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.gazetteer import Sort, gazetteer
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Role
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.collation import Reading, Verdict
from tui.model.detail import Detail, Kind

_GROUPS: Final = (frozenset({Kind.PERSON}), frozenset({Kind.PLACE, Kind.NAME}), frozenset({Kind.ORGANISATION}))
"""Kinds of names that stand in one list; an unknown place may be taken for another name."""
_FAR: Final = 60  # characters between two names of one list
_SEPARATES: Final = lexicon(", ; and or as &")
_OPENS: Final = (
    "including",
    "such as",
    *(f" {word} " for word in ["from", "between", "in", "at", "to", "with", "by", "on", "near", "off", "over", "than"]),
)
"""Words behind which a list begins or something is said of the name before."""
_LISTED: Final = frozenset(Kind) - {Kind.ROLE}
_CLOSE: Final = 0.45  # passages less alike than this may list other things that have a name in common
_MANY: Final = 3  # names of a list that needs no *and*
_SURE: Final = 0.5  # passages so alike that two lists are of one thing
_LONG: Final = 10  # words of a list that is shown whole


@dataclass(frozen=True, slots=True)
class _Listing:
    """Names of one kind that stand in one list, or one alone."""

    passage: str
    """The passage."""
    names: tuple[Detail, ...]
    """The names, in reading order."""

    @property
    def full(self) -> tuple[str, ...]:
        """Return the fullest forms of the names, in their order."""
        return tuple(str(d.value) for d in self.names)


def listed_facts(story: Story) -> tuple[Draft, ...]:
    """Return the lists of names on which linked passages part."""
    named = {passage: story.names(passage, _LISTED) for passage in story.passages}
    lists = {passage: tuple(_listings(story.passages[passage], details)) for passage, details in named.items()}
    return tuple(
        draft
        for (a, b), likeness in story.likeness.items()
        if story.first(a, b)
        for one, two in _met((lists.get(a, ()), named[a]), (lists.get(b, ()), named[b]))
        for draft in _parted(story, one, two, likeness)
    )


def _listings(passage: Passage, details: Sequence[Detail]) -> Iterator[_Listing]:
    """Yield the lists of names of a passage."""
    verbs = [c.start for c in chunk(passage.folded) if c.role in {Role.GROUP, Role.RELATIVE, Role.SUBORDINATOR}]
    for kinds in _GROUPS:
        own = (d for d in details if d.kind in kinds and not passage.folded.startswith("'s", d.end))
        ordered = sorted(own, key=lambda d: d.start)
        run: list[Detail] = []
        for before, after in zip_longest(ordered, ordered[1:]):
            run.append(before)
            if after is None or not _in_list(passage, before, after, verbs):
                if len({str(d.value) for d in run}) > 1 and _is_list(passage, run):
                    yield _Listing(passage.id, tuple(run))
                run = []


def run_of(passage: Passage, details: Sequence[Detail], detail: Detail) -> tuple[Detail, ...]:
    """Return the names of one list with a name among ``details``, in reading order; the name alone where it stands in none."""
    verbs = [c.start for c in chunk(passage.folded) if c.role in {Role.GROUP, Role.RELATIVE, Role.SUBORDINATOR}]
    run: list[Detail] = []
    ordered = sorted(details, key=lambda d: d.start)
    for before, after in zip_longest(ordered, ordered[1:]):
        run.append(before)
        if after is None or not _in_list(passage, before, after, verbs):
            if detail in run:
                return tuple(run) if len(run) > 1 and _is_list(passage, run) else (detail,)
            run = []
    return (detail,)


def _is_list(passage: Passage, run: Sequence[Detail]) -> bool:
    """Return whether names in a row are a list: three or more, or two with an *and* and no place between that holds the other."""
    between = passage.folded[run[0].end : run[-1].start].split()
    return len(run) >= _MANY or bool({"and", "or", "&"} & set(between) and "," not in between[0])


def _in_list(passage: Passage, before: Detail, after: Detail, verbs: Sequence[int]) -> bool:
    """Return whether two names stand in one list: a comma or an *and* between them and no verb."""
    between = passage.folded[before.end : after.start]
    parted = any(before.end <= verb < after.start for verb in verbs)
    separated = bool(_SEPARATES & set(between.replace(",", " , ").replace(";", " ; ").split()))
    opens = any(word in between for word in _OPENS)
    return 0 < len(between) <= _FAR and not (parted or opens) and separated and '"' not in between


_Side = tuple[Sequence[_Listing], Sequence[Detail]]
"""The lists of a passage and all its names."""


def _met(here: _Side, there: _Side) -> Iterator[tuple[_Listing, _Listing]]:
    """Yield the lists of two passages that share a name; where one has no list, its only name that the other lists."""
    for one in here[0]:
        for two in there[0]:
            if set(one.full) & set(two.full):
                yield one, two
        if not there[0]:
            yield from ((one, two) for two in _alone(there[1], one))
    if not here[0]:
        for two in there[0]:
            yield from ((one, two) for one in _alone(here[1], two))


def _alone(details: Sequence[Detail], listing: _Listing) -> Iterator[_Listing]:
    """Yield the only name of a passage that a list of another one has too, as a list of one."""
    kinds = next(group for group in _GROUPS if listing.names[0].kind in group)
    found = [d for d in details if d.kind in kinds]
    if found and {str(d.value) for d in found} <= set(listing.full) and len({str(d.value) for d in found}) == 1:
        yield _Listing(found[0].passage, (found[0],))


def _parted(story: Story, one: _Listing, two: _Listing, likeness: float) -> Iterator[Draft]:
    """Yield the fact that two lists part."""
    single = min(len(one.names), len(two.names)) < _MANY
    more, other = (
        _beyond(x, story.named(story.passages[y.passage].siglum if single else y.passage)) for x, y in ((one, two), (two, one))
    )
    if not (more or other) or likeness < _CLOSE:
        return
    readings = (_read(story, one, two, more, other), _read(story, two, one, other, more))
    sure = likeness >= _SURE and not any(_is_wide(d) for d in (*more, *other))
    verdict = Verdict.DIFFERS if more and other and sure else Verdict.PRECISION
    end = "each list has what the other lacks" if more and other else "one list has more than the other"
    shared = next(str(d.value) for d in one.names if str(d.value) in two.full)
    why = ("the passages tell the same", f"both lists have “{shared}”")
    yield Draft(
        one.names[0].kind, f"who or what is listed with {shared}", verdict, readings, note(verdict, readings, end), why, likeness
    )


def _is_wide(detail: Detail) -> bool:
    """Return whether a name is a part of the world, which may hold what another list names: *Asia*, *the Middle East*."""
    entry = gazetteer().places.get(str(detail.value))
    return entry is not None and entry.sort is Sort.REGION


def _beyond(listing: _Listing, known: frozenset[str]) -> list[Detail]:
    """Return the names of a list that are no form of a known name."""
    return [d for d in listing.names if not any(akin(str(d.value), other) for other in known)]


def _read(story: Story, own: _Listing, other: _Listing, more: Sequence[Detail], lacking: Sequence[Detail]) -> Reading:
    """Return the reading of a list: whole where it is short, else its first name that the other lacks.

    A long list that has nothing of its own is shown by the name behind which the first one stands that it lacks.
    """
    first, last = own.names[0], own.names[-1]
    if len(own.names) > 1 and len(story.passages[own.passage].text[first.start : last.end].split()) <= _LONG:
        return reading(story, own.passage, first.start, last.end, ", ".join(own.full))
    if more:
        return reading(story, own.passage, more[0].start, more[0].end, str(more[0].value))
    place = other.full.index(str(lacking[0].value))
    beside = next((n for n in (*other.full[place + 1 :], *reversed(other.full[:place])) if n in own.full), own.full[0])
    chosen = own.names[own.full.index(beside)]
    return reading(story, own.passage, chosen.start, chosen.end, beside)
