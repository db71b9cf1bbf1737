"""Credit: one statement credited to different sources, to a named and an unnamed one, or to nobody."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.gist import gist, quoted
from tui.compare.note import NO_SOURCE, note
from tui.compare.pairing import Group
from tui.compare.story import Story
from tui.compare.telling import subject
from tui.language.events import is_spoken
from tui.language.syntax.predicates import predicates
from tui.language.words import words
from tui.model.collation import Reading, Verdict
from tui.model.detail import Attribution, Kind

_LINKED: Final = 0.45  # linked passages less alike than this may share only their subject
_DROPPED: Final = 0.6  # passages must be as alike as this before a missing source is worth a word
_SOURCE: Final = 10  # words of a source that can be shown
_NO_SOURCE: Final = frozenset({"that", "who", "which", "you", "it", "what", "one", "i", "we"})
_CONTENT: Final = 0.45  # share of the shorter content's telling words in common
_STRONG: Final = 3.0  # the least score of two figures whose sources are compared
_COMMON: Final = 3  # the least number of telling words that two contents share


def credit_facts(story: Story, groups: Sequence[Group]) -> tuple[Draft, ...]:
    """Return the statements that articles credit differently."""
    sources = _by_passage(story)
    drafts = [*_linked(story, sources), *_grouped(story, sources, groups)]
    seen: set[tuple[tuple[str, int], ...]] = set()
    kept = []
    for draft in drafts:
        key = tuple(sorted((r.passage, r.start) for r in draft.readings))
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return tuple(kept)


_Sources = dict[str, list[Attribution]]


def _by_passage(story: Story) -> _Sources:
    """Return the attributions of each passage that has any."""
    found: _Sources = {}
    for extraction in story.extractions:
        for attribution in extraction.attributions:
            if not _is_said(story, attribution):
                continue
            found.setdefault(attribution.passage, []).append(attribution)
    return found


def _is_said(story: Story, x: Attribution) -> bool:
    """Return whether an attribution has a cue of saying and a source that can be shown."""
    text = story.passages[x.passage].folded
    cue = words(text[slice(*x.cue)])
    source = words(text[slice(*x.source)]) if x.source else ()
    shown = not source or (len(source) <= _SOURCE and source[0].text.lower() not in _NO_SOURCE)
    return shown and any(is_spoken(w.stem) for w in cue)


def _linked(story: Story, sources: _Sources) -> Iterator[Draft]:
    """Yield what linked passages credit differently."""
    for (a, b), likeness in story.likeness.items():
        if likeness < _LINKED or not story.first(a, b):
            continue
        pairs = _unmatched(story, sources.get(a, []), sources.get(b, []))
        for x, y in pairs:
            yield from _two(story, x, y, likeness)
        if likeness >= _DROPPED and bool(sources.get(a)) != bool(sources.get(b)):
            yield from _dropped(story, a, b, sources)


def _unmatched(story: Story, one: list[Attribution], two: list[Attribution]) -> list[tuple[Attribution, Attribution]]:
    """Return the attributions of two passages that say the same, without those that have one source in both."""
    said = [(x, y) for x in one for y in two if _shared(story, x, y) >= _CONTENT]
    settled = [(x, y) for x, y in said if x.source is not None and y.source is not None and _one_source(story, x, y)]
    return [(x, y) for x, y in said if not any(x is p or y is q for p, q in settled)]


def _grouped(story: Story, sources: _Sources, groups: Sequence[Group]) -> Iterator[Draft]:
    """Yield the figures told by several articles that credit them differently."""
    for group in groups:
        for one, two, evidence in group.bonds:
            if evidence.score >= _STRONG:
                pair = (one, two) if story.first(one.passage.id, two.passage.id) else (two, one)
                x, y = (_covering(sources, m.passage.id, m.detail.start) for m in pair)
                if x is not None and y is not None:
                    yield from _two(story, x, y, evidence.score / 6)


def _covering(sources: _Sources, passage: str, place: int) -> Attribution | None:
    """Return the attribution whose content holds a place of a passage."""
    return next((x for x in sources.get(passage, []) if x.content and x.content[0] <= place < x.content[1]), None)


def _shared(story: Story, x: Attribution, y: Attribution) -> float:
    """Return the share of the shorter content's words that the other one has too."""
    one, two = (
        {t.stem for t in words(story.passages[z.passage].folded[slice(*z.content)])} if z.content else set() for z in (x, y)
    )
    return len(one & two) / max(1, min(len(one), len(two)))


def _two(story: Story, x: Attribution, y: Attribution, weight: float) -> Iterator[Draft]:
    """Yield the fact that two attributions of one statement name different sources."""
    if x.source is None or y.source is None or _one_source(story, x, y):
        return
    readings = (_source(story, x), _source(story, y))
    if not x.named and not y.named:
        return
    yield Draft(
        Kind.ATTRIBUTION,
        _topic(story, x, y),
        Verdict.ATTRIBUTION,
        readings,
        note(Verdict.ATTRIBUTION, readings),
        ("what is said has the same words",),
        weight,
    )


def _dropped(story: Story, a: str, b: str, sources: _Sources) -> Iterator[Draft]:
    """Yield the fact that one of two linked passages gives no source."""
    with_source, without = (a, b) if sources.get(a) else (b, a)
    source = sources[with_source][0]
    if source.source is None or source.content is None or not source.named:
        return
    readings = (_source(story, source), _unsourced(story, without))
    yield Draft(
        Kind.ATTRIBUTION,
        _topic(story, source),
        Verdict.ATTRIBUTION,
        readings,
        note(Verdict.ATTRIBUTION, readings),
        ("the passages tell the same",),
        story.alike(a, b) / 2,
    )


def _unsourced(story: Story, passage: str) -> Reading:
    """Return the first clause of a passage that tells as its own what another credits to somebody."""
    printed = story.passages[passage]
    for clause in predicates(printed.folded):
        if clause.group.finite and (about := subject(clause)) is not None:
            thing = [p.end for p in (clause.patient,) if p is not None and not clause.group.passive]
            return reading(story, passage, min(about.start, clause.said[0]), max(clause.said[1], *thing, about.end), NO_SOURCE)
    tokens = story.tokens(passage)
    return reading(story, passage, tokens[0].word.start, tokens[-1].word.end, NO_SOURCE)


def _one_source(story: Story, x: Attribution, y: Attribution) -> bool:
    """Return whether two attributions can have one source: the same name, one inside the other, or the same words."""
    if x.speaker and y.speaker:
        one, two = set(x.speaker.lower().split()), set(y.speaker.lower().split())
        return bool(one & two)
    one, two = ({w.stem for w in words(_source(story, z).text)} for z in (x, y))
    return bool(one & two)


def _source(story: Story, x: Attribution) -> Reading:
    """Return the source of an attribution as a reading."""
    start, end = x.source or x.cue
    return reading(story, x.passage, start, end, x.speaker)


def _topic(story: Story, x: Attribution, y: Attribution | None = None) -> str:
    """Return what is said as a question for who says it: its clause in words or, where it cannot be told so, how it begins."""
    for told in (x, *(() if y is None else (y,))):
        span, passage = told.content, story.passages[told.passage]
        if span is not None and '"' not in passage.folded[slice(*span)]:
            places = [c.said[0] for c in predicates(passage.folded) if span[0] <= c.said[0] < span[1] and c.group.finite]
            if said := gist(story, [(told.passage, place) for place in places[:1]], 3):
                return f"who says that {said.removeprefix('that ')}"
    text = story.passages[x.passage].text
    said = text[slice(*x.content)] if x.content else text
    return f"who says {quoted(said if len(said.split()) >= _COMMON else text)}"
