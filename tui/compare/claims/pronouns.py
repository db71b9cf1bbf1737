"""Pronouns of persons: the one person told of before them, else the speaker of the quotation they stand in."""

from typing import Final

from tui.compare.story import Story
from tui.language.grammar import PERSONAL
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Extraction, Kind, Name

_SPEAKING: Final = lexicon("i me")


def meant(story: Story, extraction: Extraction, passage: Passage, start: int) -> str | None:
    """Return the full name of the person whom the pronoun at a place of a passage means; ``None`` where that is not plain."""
    word = passage.folded[start:].split(maxsplit=1)[0].strip("\"'.,").lower()
    if word in _SPEAKING:
        return next((q.speaker for q in extraction.quotations if q.passage == passage.id and q.start <= start < q.end), None)
    if word not in PERSONAL:
        return None
    own = {
        d.value.full
        for d in story.people.named.get(passage.id, ())
        if d.kind is Kind.PERSON and d.end <= start and isinstance(d.value, Name)
    }
    if own:
        return own.pop() if len(own) == 1 else None
    return story.people.last.get(passage.id) or None
