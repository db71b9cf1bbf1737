"""Places: where linked passages say that one thing happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.note import note
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.events import event_of, is_spoken
from tui.model.collation import Reading, Verdict
from tui.model.detail import Detail, Kind, Name

_LINKED: Final = 0.35
_REACH: Final = 8  # words between a place and the verb of what happens there
_WHERE: Final = frozenset(["in", "at", "near", "on", "off", "outside", "inside", "from", "to", "into", "around", "of"])


@dataclass(frozen=True, slots=True)
class _Site:
    """A place with what happens there."""

    detail: Detail
    full: str
    verb: str
    deed: str


def place_facts(story: Story) -> tuple[Draft, ...]:
    """Return the places that linked passages name for one event; one may hold the other, so that both can be true."""
    sites: dict[str, list[_Site]] = {}
    for extraction in story.extractions:
        for detail in extraction.details:
            if detail.kind is Kind.PLACE and isinstance(detail.value, Name):
                site = _site(story, detail, detail.value.full)
                if site is not None:
                    sites.setdefault(detail.passage, []).append(site)
    drafts: list[Draft] = []
    for (a, b), likeness in story.likeness.items():
        if likeness >= _LINKED and story.first(a, b) and a in sites and b in sites:
            drafts += _parted(story, sites[a], sites[b], likeness)
    return tuple(drafts)


def _site(story: Story, detail: Detail, full: str) -> _Site | None:
    """Return a place with the word before it and the nearest verb before it; none where no preposition says where."""
    tokens = story.tokens(detail.passage)
    place = next((n for n, t in enumerate(tokens) if detail.start <= t.word.start < detail.end), 0)
    if not any(t.word.text.lower() in _WHERE for t in tokens[max(0, place - 3) : place]):
        return None
    verb = next((t for t in reversed(tokens[max(0, place - _REACH) : place]) if _happens(t)), None)
    return None if verb is None else _Site(detail, full, verb.word.stem, event_of(verb.word.stem))


def _happens(token: Token) -> bool:
    """Return whether a word tells that something happens."""
    return not is_spoken(token.word.stem) and (token.tag is Tag.VERB or bool(event_of(token.word.stem)))


def _parted(story: Story, one: list[_Site], two: list[_Site], likeness: float) -> Iterator[Draft]:
    """Yield the pairs of places of two passages at which one thing happens, neither of them named in the other passage."""
    here, there = {s.full for s in one}, {s.full for s in two}
    for x in one:
        for y in two:
            same = x.verb == y.verb or (bool(x.deed) and x.deed == y.deed)
            if same and x.full not in there and y.full not in here and not set(x.full.split()) & set(y.full.split()):
                readings = (_read(story, x), _read(story, y))
                end = "the place is another, or one lies in the other"
                why = ("the passages tell the same", "the same kind of event is told beside both")
                yield Draft(
                    Kind.PLACE,
                    f"where: {x.detail.text}",
                    Verdict.PRECISION,
                    readings,
                    note(Verdict.PRECISION, readings, end),
                    why,
                    likeness,
                )


def _read(story: Story, site: _Site) -> Reading:
    """Return a place as a reading."""
    return reading(story, site.detail.passage, site.detail.start, site.detail.end, site.full)
