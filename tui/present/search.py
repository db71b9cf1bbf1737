"""Searching in all articles: literally, and where nothing is found, by likeness."""

import re
from dataclasses import dataclass
from typing import Final

from tui.model.fold import fold
from tui.present.story import Story

_ALIKE: Final = 78.0  # of 100, by rapidfuzz's partial ratio
_LEAST: Final = 3  # letters below which likeness means nothing


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of a passage that a search found."""

    passage: str
    """The passage."""
    start: int
    """Where it begins in the passage's text."""
    end: int
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    hits: tuple[Hit, ...] = ()
    """Every hit, article by article in reading order."""
    fuzzy: bool = False
    """True where nothing stands there literally and the hits are only like it."""


def find(story: Story, sought: str) -> Found:
    """Return where ``sought`` stands, without regard to case and typography; else where something like it stands."""
    words = fold(sought).split()
    if not words:
        return Found()
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    hits = [Hit(p.id, m.start(), m.end()) for p in story.passages.values() for m in pattern.finditer(p.folded)]
    if hits or len(sought) < _LEAST:
        return Found(tuple(hits))
    return Found(tuple(_alike(story, " ".join(words))), fuzzy=True)


def _alike(story: Story, sought: str) -> list[Hit]:
    """Return the whole words of each passage that are most like ``sought``."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # 40 ms that the first picture need not wait for

    hits = []
    for passage in story.passages.values():
        folded = passage.folded.lower()
        best = fuzz.partial_ratio_alignment(sought.lower(), folded, score_cutoff=_ALIKE) if folded else None
        if best is not None and best.dest_end > best.dest_start:
            start = folded.rfind(" ", 0, best.dest_start + 1) + 1
            end = folded.find(" ", max(best.dest_end - 1, start))
            hits.append(Hit(passage.id, start, len(folded) if end < 0 else end))
    return hits


def goal(story: Story, typed: str, siglum: str) -> tuple[str | None, str | None]:
    """Return the passage and the fact that ``typed`` names.

    It may be a passage (``B12``), a paragraph of the article ``siglum`` (``¶7``), a fact (``F3``), an article (``B``, or how its
    outlet begins) or a part of a topic.
    """
    word = typed.strip()
    upper = word.upper()
    if upper in story.passages:
        return upper, None
    if upper in story.facts:
        return story.facts[upper].readings[0].passage, upper
    if upper in story.articles:
        return _first(story, upper), None
    if (number := re.fullmatch(r"[¶#]?\s*(\d+)", word)) is not None:
        wanted = int(number[1])
        return next((p.id for p in story.articles[siglum].passages if p.paragraph >= wanted), None), None
    folded = word.lower()
    for other in story.sigla:
        if folded and story.outlet(other).lower().startswith(folded):
            return _first(story, other), None
    fact = next((fact for fact in story.divergences if folded and folded in fact.topic.lower()), None)
    return (fact.readings[0].passage, fact.id) if fact else (None, None)


def _first(story: Story, siglum: str) -> str | None:
    """Return the first passage of an article."""
    return next((passage.id for passage in story.articles[siglum].passages), None)
