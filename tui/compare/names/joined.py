"""Joined: who takes part in one deed of two articles, where one names more of them: *Brun*, *Brun and Holm confirmed it*."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.acts import Act, Party, acts, one_deed
from tui.compare.names.enumerated import run_of
from tui.compare.names.filling import akin
from tui.compare.story import Story
from tui.compare.words.asked import asked
from tui.compare.words.note import note
from tui.model.collation import Verdict
from tui.model.detail import Detail

_LINKED: Final = 0.36  # passages less alike than this may tell of two events
_GAP: Final = 24  # letters between two names of one list; more tell something of the first
_PARTS: Final = frozenset({"agent", "patient"})
_BEHIND: Final = re.compile(r"(?:'s)?,? (?:and|or|as well as|along with|together with|&) ")
_AHEAD: Final = re.compile(r" (?:and|or|as well as|&) (?:the )?$")
_WHY: Final = "the passages tell the same"


@dataclass(frozen=True, slots=True)
class _Members:
    """Who takes part in one way in an act."""

    act: Act
    way: str
    party: Party
    names: tuple[Detail, ...]
    """Everybody named there, in reading order."""

    @property
    def full(self) -> frozenset[str]:
        """Return the fullest forms of the names."""
        return frozenset(str(d.value) for d in self.names)


def joined_facts(story: Story) -> tuple[Draft, ...]:
    """Return the deeds of linked passages of which one article names more persons or bodies who did or suffered them."""
    named = story.people.named
    known: dict[str, tuple[_Members, ...]] = {}
    drafts: list[Draft] = []
    for (a, b), likeness in story.likeness.items():
        listed = named[a] and named[b] and max(len(named[a]), len(named[b])) > 1
        if likeness >= _LINKED and story.first(a, b) and listed:
            for passage in (a, b):
                if passage not in known:
                    known[passage] = tuple(_members(story, passage, named))
            drafts += _parted(story, known[a], known[b], likeness)
    return tuple(drafts)


def _members(story: Story, passage: str, named: Mapping[str, Sequence[Detail]]) -> Iterator[_Members]:
    """Yield who takes part in the acts of a passage, those alone who are named."""
    printed = story.passages[passage]
    for act in acts(printed, named[passage]):
        for way, party in act.roles:
            if way in _PARTS and party.names:
                kind = party.names[0].kind
                run = run_of(printed, [d for d in named[passage] if d.kind is kind], party.names[0])
                if all(after.start - before.end <= _GAP for before, after in pairwise(run)):
                    yield _Members(act, way, party, run)


def _parted(story: Story, one: Sequence[_Members], two: Sequence[_Members], likeness: float) -> Iterator[Draft]:
    """Yield the facts of two passages in which one of two lists of those who did one thing has more."""
    for x in one:
        for y in two:
            if x.way != y.way or x.act.denied != y.act.denied or not one_deed(x.act, y.act) or not x.full & y.full:
                continue
            more, fewer = (x, y) if len(x.full) > len(y.full) else (y, x)
            extra = [d for d in more.names if not any(akin(str(d.value), full) for full in fewer.full)]
            topic = asked(story, x.act, x.way, x.names[0].kind, "")
            if not extra or not topic or fewer.full - more.full or _tells_all(story, fewer, extra) or _goes_on(fewer):
                continue
            readings = tuple(
                reading(story, m.act.passage.id, m.names[0].start, m.names[-1].end, ", ".join(sorted(m.full))) for m in (x, y)
            )
            told = note(Verdict.PRECISION, readings, "one names more who took part")
            yield Draft(x.names[0].kind, topic, Verdict.PRECISION, readings, told, (_WHY,), likeness)


def _goes_on(own: _Members) -> bool:
    """Return whether somebody without a name stands in the list too: *Brun and other bakers*, *a baker and Brun*."""
    folded = own.act.passage.folded
    return bool(_BEHIND.match(folded, own.names[-1].end) or _AHEAD.search(folded[: own.party.start]))


def _tells_all(story: Story, fewer: _Members, extra: Sequence[Detail]) -> bool:
    """Return whether the passage that names fewer names the others in another place of it."""
    return bool({str(d.value) for d in extra} & story.named(fewer.act.passage.id))
