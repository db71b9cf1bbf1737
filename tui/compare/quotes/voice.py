"""Voice: who is credited with the words at a place of a passage: the source of an attribution, or nobody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tui.compare.story import Story
from tui.language.events import is_spoken
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.detail import Attribution, Name, Quotation

_SOURCE: Final = 10  # words of a source that can be shown
_SHOWN: Final = 4  # words of a source that is shown whole; of a longer one what stands behind its name is left out
_NO_SOURCE: Final = frozenset({"that", "who", "which", "you", "it", "what", "one", "i", "we"})
_TIMES: Final = frozenset({"time", "day", "week", "month", "year"})
_POINTING: Final = frozenset({"he", "she", "they", "him", "her", "them"})
_EMPTY: Final = lexicon("the a an of for in at to from and several two three many some senior top")
POINTING: Final = lexicon("he she they it we i you who which")
"""What stands for a source that is named elsewhere."""
_SAYS: Final = frozenset(
    stem(word) for word in lexicon("announce acknowledge admit estimate reveal disclose testify allege declare concede")
)
"""Stems of further verbs that tell what was said."""
_KIN: Final = (
    lexicon(
        "police policeman policemen officer officers cop cops detective detectives sheriff deputies constable constables sergeant"
        " investigator investigators trooper troopers nypd lapd"
    ),
    lexicon("source sources official officials authority authorities people person"),
    lexicon("report reports media press newspaper newspapers agency agencies"),
)
"""Words for sources of which those in one row can mean the same."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is credited with some words."""

    passage: str
    """The passage in which the source stands."""
    span: tuple[int, int]
    """The source in the passage's text; the cue where the source is left out."""
    speaker: str | None
    """The full name of the source, ``None`` where it is not named or not known."""
    words: frozenset[str]
    """The stems of the source's words that tell anything."""
    pointing: bool
    """True for a pronoun whose meaning is not known."""
    content: tuple[int, int]
    """The words that are credited."""

    @property
    def known(self) -> bool:
        """Return whether something tells who it is."""
        return self.speaker is not None or (bool(self.words) and not self.pointing)

    def may_be(self, other: "Voice") -> bool:
        """Return whether two voices can be one source: a name in common, or words for the same sort of source."""
        if self.speaker and other.speaker:
            shared = set(self.speaker.lower().split()) & set(other.speaker.lower().split())
            return bool(shared) or _letters(self.speaker, other.speaker) or _letters(other.speaker, self.speaker)
        if not self.known or not other.known:
            return True
        return bool(self.words & other.words) or any(
            _sort(kin, self) and _sort(kin, other) for kin in _KIN if not (self.speaker and other.speaker)
        )


def _letters(one: str, two: str) -> bool:
    """Return whether a name is the first letters of the words of another, a *the* before them counted or not: ``THR``."""
    first = "".join(word[0] for word in two.replace("-", " ").split()).upper()
    return one.replace(".", "").upper() in {first, f"T{first}", first.removeprefix("T")}


def _sort(kin: frozenset[str], voice: Voice) -> bool:
    """Return whether a voice is of a sort of source."""
    return not voice.words.isdisjoint({stem(word) for word in kin})


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in the passages of a story."""

    story: Story
    """The story."""
    credited: Mapping[str, Sequence[Attribution]]
    """The attributions of each passage that tell of something said."""
    quoted: Mapping[str, Sequence[Quotation]]
    """The quotations of each passage."""
    held: Mapping[str, Sequence[Attribution]]
    """The attributions of each passage, whatever their cue."""
    carried: Mapping[str, Attribution]
    """For each passage inside a quotation that began in an earlier one, the attribution of that one."""

    def at(self, passage: str, place: int) -> Voice | None:
        """Return who is credited with the word at a place by the innermost attribution around it; ``None`` for nobody."""
        holding = [x for x in self.credited.get(passage, ()) if _holds(x, place)]
        best = min(holding, key=_size, default=self.carried.get(passage))
        return None if best is None else self.of(best)

    def behind(self, passage: str, place: int) -> Voice | None:
        """Return who offers, wants or promises what stands at a place, by an attribution with any cue."""
        holding = [x for x in self.held.get(passage, ()) if _holds(x, place) and x.source is not None]
        best = min(holding, key=_size, default=None)
        return None if best is None else self.of(best)

    def heard(self, passage: str) -> Iterator[Voice]:
        """Yield who is credited with anything in a passage: by its attributions, or by that of the quotation it goes on with."""
        for x in self.credited.get(passage, ()):
            yield self.of(x)
        if passage in self.carried:
            own = self.quoted[passage][0]
            yield replace(self.of(self.carried[passage]), content=(own.start, own.end))

    def of(self, x: Attribution) -> Voice:
        """Return the source of an attribution."""
        text = self.story.passages[x.passage].folded
        span = _shown(self.story, x) if x.source else x.cue
        own = words(text[slice(*x.source)]) if x.source else ()
        pointing = x.speaker is None and any(w.text.lower() in _POINTING for w in own)
        telling = frozenset(w.stem for w in own if w.text.lower() not in _EMPTY)
        return Voice(x.passage, span, x.speaker, telling, pointing, x.content or x.cue)

    def anybody(self, passage: str, place: int) -> bool:
        """Return whether the word at a place is what somebody says or finds, whatever the cue."""
        return any(_holds(x, place) for x in self.held.get(passage, ()) if x.source is not None and not x.attitude)

    def quotes(self, passage: str, place: int) -> bool:
        """Return whether the word at a place stands in quotation marks."""
        return any(q.start <= place < q.end for q in self.quoted.get(passage, ()))


def _holds(x: Attribution, place: int) -> bool:
    """Return whether the content of an attribution holds a place."""
    return any(part is not None and part[0] <= place < part[1] for part in (x.content, x.rest))


def _size(x: Attribution) -> int:
    """Return how long the content of an attribution is."""
    return sum(part[1] - part[0] for part in (x.content, x.rest) if part is not None)


def _shown(story: Story, x: Attribution) -> tuple[int, int]:
    """Return the place of a source; of a long one the part to the end of its name or to its first comma."""
    start, end = x.source or x.cue
    text = story.passages[x.passage].folded
    if len(words(text[start:end])) <= _SHOWN:
        return start, end
    named = [d for d in story.people.named.get(x.passage, ()) if isinstance(d.value, Name) and d.value.full == x.speaker]
    stop = max((d.end for d in named if start <= d.start and d.end <= end), default=text.find(",", start, end))
    return (start, stop) if stop > start else (start, end)


def _carried(
    story: Story, credited: Mapping[str, Sequence[Attribution]], quoted: Mapping[str, Sequence[Quotation]]
) -> dict[str, Attribution]:
    """Return the attribution of every passage that stands inside a quotation that an earlier passage leaves open."""
    found: dict[str, Attribution] = {}
    for article in story.articles:
        for before, passage in pairwise(article.passages):
            ahead, here = quoted.get(before.id, ()), quoted.get(passage.id, ())
            open_at = ahead[-1].start if ahead and ahead[-1].end >= len(before.folded.rstrip()) else None
            inside = bool(here) and not passage.folded[: here[0].start].strip("\"' `") and passage.id not in credited
            if open_at is None or not inside:
                continue
            holding = [
                x for x in credited.get(before.id, ()) if x.content is not None and x.content[0] <= open_at + 1 <= x.content[1]
            ]
            first = found.get(before.id) or next(iter(holding), None)
            if first is not None:
                found[passage.id] = first
    return found


def voices(story: Story) -> Voices:
    """Return who speaks in the passages of a story."""
    credited: dict[str, list[Attribution]] = {}
    quoted: dict[str, list[Quotation]] = {}
    held: dict[str, list[Attribution]] = {}
    for extraction in story.extractions:
        for attribution in extraction.attributions:
            held.setdefault(attribution.passage, []).append(attribution)
            if _is_said(story, attribution):
                credited.setdefault(attribution.passage, []).append(attribution)
        for quotation in extraction.quotations:
            quoted.setdefault(quotation.passage, []).append(quotation)
    return Voices(story, credited, quoted, held, _carried(story, credited, quoted))


def _is_said(story: Story, x: Attribution) -> bool:
    """Return whether an attribution has a cue of saying, something said, and a source that can be shown."""
    if x.source is None or x.content is None or x.attitude:
        return False
    text = story.passages[x.passage].folded
    cue = text[slice(*x.cue)]
    if cue.lower() != "according to" and not any(is_spoken(w.stem) or w.stem in _SAYS for w in words(cue)):
        return False
    source = words(text[slice(*_shown(story, x))])
    timed = bool(source) and source[-1].text.lower() in _TIMES
    return bool(source) and not timed and len(source) <= _SOURCE and source[0].text.lower() not in _NO_SOURCE
