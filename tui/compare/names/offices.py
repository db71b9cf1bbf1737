"""Offices: two persons in one office."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import JaroWinkler

from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.tables import row
from tui.model.collation import Reading, Verdict
from tui.model.detail import Detail, Kind, Name

_ONE_AT_A_TIME: Final = row("posts", "one-at-a-time")
"""Offices that one person holds at a time, where the land, town or body is the same."""
_SINGLE: Final = row("posts", "single")
"""Offices that one or few hold, so that two names for one are worth a look."""
_CLOSE: Final = 0.5  # passages so alike that two surnames behind one given name are one person's
_ALIKE: Final = 0.86  # surnames nearer than this are two spellings of one


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person with an office, as one article names both."""

    detail: Detail
    siglum: str
    full: str
    office: str
    post: str
    of: frozenset[str]


def office_facts(story: Story) -> tuple[Draft, ...]:
    """Return the offices that articles give to two persons."""
    return tuple(_two_holders(story, list(_holders(story))))


def _holders(story: Story) -> Iterator[_Holder]:
    """Yield every mention of a person that names the office too, one for each article, person and office."""
    seen: set[tuple[str, str, str]] = set()
    for extraction in story.extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Name) and detail.value.office and detail.kind is Kind.PERSON:
                key = extraction.siglum, detail.value.full, detail.value.office.lower()
                if key not in seen:
                    seen.add(key)
                    value = detail.value
                    yield _Holder(
                        detail,
                        extraction.siglum,
                        value.full,
                        value.office,
                        value.post or value.office.lower(),
                        frozenset(value.of),
                    )


def _two_holders(story: Story, holders: list[_Holder]) -> Iterator[Draft]:
    """Yield the offices that articles give to different persons."""
    articles: dict[str, set[str]] = defaultdict(set)
    for extraction in story.extractions:
        for d in extraction.details:
            if isinstance(d.value, Name):
                articles[d.value.full].add(extraction.siglum)
    for a, b in combinations(holders, 2):
        likeness = story.alike(a.detail.passage, b.detail.passage)
        linked = likeness > 0
        if (
            a.siglum == b.siglum
            or a.post != b.post
            or a.post not in _ONE_AT_A_TIME | _SINGLE
            or not (a.of & b.of or (linked and not (a.of and b.of)))
            or _one_person(a.full, b.full)
        ):
            continue
        if b.siglum in articles[a.full] or a.siglum in articles[b.full]:
            continue  # an article that knows both knows two holders
        unique = a.post in _ONE_AT_A_TIME and a.of == b.of
        slip = a.full.split()[0] == b.full.split()[0] and likeness >= _CLOSE
        verdict = Verdict.CONFLICT if (unique and linked) or slip else Verdict.DIFFERS
        readings = tuple(_titled(story, h) for h in (a, b))
        yield Draft(
            Kind.PERSON,
            f"who is {a.office}",
            verdict,
            readings,
            note(verdict, readings, "two persons are given one office"),
            (f"both hold the office of {' of '.join([a.post, *sorted(a.of & b.of)[:1]])}",),
            2.0 + linked + unique,
        )


def _one_person(a: str, b: str) -> bool:
    """Return whether two names can be one person's: the same name, one inside the other, or surnames spelt alike."""
    one, two = a.lower().split(), b.lower().split()
    return (
        set(one) <= set(two) or set(two) <= set(one) or one[-1] == two[-1] or JaroWinkler.similarity(one[-1], two[-1]) >= _ALIKE
    )


def _titled(story: Story, holder: _Holder) -> Reading:
    """Return the reading of a person with the office before or behind the name, where it is printed beside it."""
    passage = story.passages[holder.detail.passage]
    start, end = holder.detail.start, holder.detail.end
    place = passage.folded.rfind(holder.office, 0, start)
    if place >= 0 and start - (place + len(holder.office)) <= 2:  # noqa: PLR2004 - a blank or a comma and a blank
        start = place
    return reading(story, passage.id, start, end, holder.full)
