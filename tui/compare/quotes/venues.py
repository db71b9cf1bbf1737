"""Venues: one speaker who says one thing to different outlets, *told the Courier* here and *on "Morning Call"* there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.quotes.hearers import same_hearer, told_outlet
from tui.compare.quotes.voice import Voices, voices
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.closed import CALENDAR
from tui.language.words import Word, words
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Attribution, Kind, Name

_NEAR: Final = 0.1  # how likely two passages are about one thing that are not linked
_BROADCAST: Final = re.compile(
    r"""(?:\s\w+day)?(?:\s(?:morning|afternoon|evening|night|earlier|later))?\s
    (?P<where>on\s(?:the\s)?(?:["'`]{1,2}\s?[A-Z]|[A-Z]+\b|[A-Z]\w+)[^,.;()]*)""",
    re.VERBOSE,
)
_LONGEST: Final = 6  # words of a broadcast that are shown
_ENDS: Final = frozenset({"that", "when", "while", "as", "about", "whether", "ahead", "after", "before", "to", "where", "and"})
_WHY: Final = ("one speaker", "the passages tell the same")


@dataclass(frozen=True, slots=True)
class _Venue:
    """Where a speaker was heard."""

    passage: str
    """The passage that says so."""
    span: tuple[int, int]
    """Its words."""
    text: str
    """Its words as folded."""


def venue_facts(story: Story) -> tuple[Draft, ...]:
    """Return which speakers are heard by different outlets in passages that tell the same, each pair of articles once."""
    speaking = voices(story)
    heard: defaultdict[str, list[_Venue]] = defaultdict(list)
    for who, venue in _venues(story, speaking):
        heard[who].append(venue)
    return tuple(draft for who, found in sorted(heard.items()) for draft in _parted(story, who, found))


def _venues(story: Story, speaking: Voices) -> Iterator[tuple[str, _Venue]]:
    """Yield the persons that an outlet is said to have heard, with the outlet."""
    for passage, credited in speaking.credited.items():
        if story.passages[passage].kind is PassageKind.HEADLINE:
            continue
        people = {
            d.value.full for d in story.people.named.get(passage, ()) if d.kind is Kind.PERSON and isinstance(d.value, Name)
        }
        for x in credited:
            if x.speaker is not None and (x.speaker in people or x.named):
                span = told_outlet(story, x) or _broadcast(story, x)
                if span is not None:
                    yield x.speaker, _Venue(passage, span, story.passages[passage].folded[slice(*span)])


def _broadcast(story: Story, x: Attribution) -> tuple[int, int] | None:
    """Return the place of the broadcast or site on which something was said, as in *on "Morning Call"*; else ``None``."""
    folded = story.passages[x.passage].folded
    match = _BROADCAST.match(folded, x.cue[1])
    if match is None:
        return None
    start = match.start("where")
    own: list[Word] = []
    for word in words(folded[start : match.end()]):
        if own and (word.text.lower() in _ENDS or word.text.lower() in CALENDAR):
            break
        own.append(word)
    shown = own[:_LONGEST]
    telling = [w for w in shown[1:] if w.text[0].isupper()]
    end = start + shown[-1].end if shown else start
    return (start, end + (folded[end : end + 1] in {'"', "'"})) if telling else None


def _parted(story: Story, who: str, found: Sequence[_Venue]) -> Iterator[Draft]:
    """Yield the outlets that part: the nearest two passages of each two articles."""
    best: dict[tuple[str, str], tuple[tuple[float, str, str], _Venue, _Venue]] = {}
    for one in found:
        for two in found:
            articles = story.passages[one.passage].siglum, story.passages[two.passage].siglum
            if articles[0] == articles[1] or not story.first(one.passage, two.passage) or same_hearer(one.text, two.text):
                continue
            near = max(story.alike(one.passage, two.passage), story.near(one.passage, two.passage))
            worth = near, one.text, two.text
            if near >= _NEAR and (articles not in best or worth > best[articles][0]):
                best[articles] = worth, one, two
    for (near, *_), one, two in best.values():
        readings = reading(story, one.passage, *one.span, who), reading(story, two.passage, *two.span, who)
        shown = note(Verdict.PRECISION, readings, "one speaker, heard in different places")
        yield Draft(Kind.ATTRIBUTION, f"where {who} spoke", Verdict.PRECISION, readings, shown, _WHY, near)
