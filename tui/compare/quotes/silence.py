"""Silence: one article says that somebody did not speak, another lets him speak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.quotes.voice import Voices, voices
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Attribution, Kind, Name

_SILENT: Final = re.compile(
    r"""(?:has|have|had|was|were|is|are|did|does|do|would|could)?\s?
    (?:(?:declin|refus)(?:ed|es|ing)\s(?:\w+\s)?to\s(?:comment|be\sinterviewed|speak|talk|answer\squestions|be\squoted)
      |(?:not|n't)\s(?:\w+ly\s)?(?:be\sreached|available|comment(?:ed)?|respond(?:ed)?\sto\s\w+\s?\w*\s?for\scomment|return(?:ed)?\s(?:\w+\s)?calls?)
      |unavailable\sfor\s(?:an\s)?(?:comment|interview)s?
      |(?:had|made|has|have)\sno\scomment
      |unreachable)\b(?!\s(?:further|seeking\sfurther))""",
    re.VERBOSE,
)
"""What news prints where somebody said nothing to it; *declined to say whether* is no silence, for it is on one matter."""
_BEFORE: Final = 120  # letters before it within which the silent person is named
_SHOWN: Final = 8
_END: Final = "one has no word from him or her, the other has"
_WHY: Final = ("one person",)


@dataclass(frozen=True, slots=True)
class _Silence:
    """A person who did not speak to one article."""

    passage: str
    """The passage that says so."""
    span: tuple[int, int]
    """The words that say so."""
    who: str
    """The person's full name."""


def silence_facts(story: Story) -> tuple[Draft, ...]:
    """Return who says nothing in one article and speaks in another."""
    speaking = voices(story)
    drafts = []
    for silence in _silences(story):
        spoken = {
            story.passages[passage].siglum: said
            for passage, own in reversed(tuple(speaking.credited.items()))
            if story.passages[passage].kind is not PassageKind.HEADLINE
            for said in own
            if said.speaker == silence.who and (passage not in story.recalled or _in_quotation(speaking, said))
        }
        if story.passages[silence.passage].siglum not in spoken:
            drafts += [_draft(story, silence, said) for said in spoken.values()]
    return tuple(drafts)


def _silences(story: Story) -> Iterator[_Silence]:
    """Yield who did not speak, each the person named last before the words that say so."""
    for passage in story.passages.values():
        for match in _SILENT.finditer(passage.folded):
            people = [
                d
                for d in story.people.named.get(passage.id, ())
                if d.kind is Kind.PERSON and d.end <= match.start() and match.start() - d.end <= _BEFORE
            ]
            if people and isinstance(people[-1].value, Name):
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                yield _Silence(passage.id, (start, match.end()), people[-1].value.full)


def _in_quotation(speaking: Voices, said: Attribution) -> bool:
    """Return whether what is said begins in quotation marks, so that an earlier day in it is not the day on which it was said."""
    return said.content is not None and any(speaking.quotes(said.passage, said.content[0] + n) for n in (0, 1, 2, 3))


def _draft(story: Story, silence: _Silence, said: Attribution) -> Draft:
    """Return the fact that one article has nothing from a person and another has."""
    source = said.source or said.cue
    both = min(source[0], said.cue[0]), max(source[1], said.cue[1])
    span = both if len(story.passages[said.passage].folded[slice(*both)].split()) <= _SHOWN else said.cue
    readings = reading(story, silence.passage, *silence.span), reading(story, said.passage, *span, silence.who)
    shown = note(Verdict.PRECISION, readings, _END)
    return Draft(Kind.ATTRIBUTION, f"whether {silence.who} says anything", Verdict.PRECISION, readings, shown, _WHY, 1.0)
