"""A fact before it has its number: readings with a verdict, and what orders and explains it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.compare.priority import STYLE, priority
from tui.compare.story import Story
from tui.model.collation import Fact, Reading, Verdict
from tui.model.detail import Detail, Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it has its number."""

    kind: Kind
    """The kind of detail."""
    topic: str
    """A few words a reader understands."""
    verdict: Verdict
    """What is said of the readings."""
    readings: tuple[Reading, ...]
    """Every article's reading."""
    note: str
    """One sentence that says what differs."""
    why: tuple[str, ...] = ()
    """The evidence that the readings speak of one thing."""
    weight: float = 0.0
    """How strong the evidence is, then how likely a reader finds it worth a look; orders facts of one priority."""
    minor: bool = False
    """True for what is a matter of style, whatever its verdict and kind."""

    @property
    def rank(self) -> int:
        """Return the priority."""
        return STYLE if self.minor else priority(self.verdict, self.kind)


def reading(story: Story, passage: str, start: int, end: int, value: str | None = None) -> Reading:
    """Return the reading at a span of a passage."""
    printed = story.passages[passage]
    return Reading(printed.siglum, passage, printed.text[start:end], start, end, value)


def read_detail(story: Story, detail: Detail) -> Reading:
    """Return a detail as a reading."""
    return reading(story, detail.passage, detail.start, detail.end, None if detail.value is None else str(detail.value) or None)


def with_odd(readings: Sequence[Reading], classes: Sequence[int]) -> tuple[Reading, ...]:
    """Return the readings with those marked odd whose class is not that of the majority of articles."""
    by_class = {c: {r.article for r, own in zip(readings, classes, strict=True) if own == c} for c in set(classes)}
    articles = {r.article for r in readings}
    largest = [c for c, who in by_class.items() if 2 * len(who) > len(articles)]
    major = largest[0] if len(largest) == 1 else None  # one that gives both values is of two majorities
    if major is None or len(articles) <= 2:  # noqa: PLR2004 - of two articles neither is the odd one
        return tuple(readings)
    return tuple(replace(r, odd=c != major) for r, c in zip(readings, classes, strict=True))


def number(story: Story, drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """Return the drafts as facts, most important first, numbered; the order does not depend on how they were found."""
    order = {a.siglum: n for n, a in enumerate(story.articles)}

    def by_place(r: Reading) -> tuple[int, int, int]:
        return order[r.article], story.order[r.passage], r.start

    sorted_drafts = [replace(d, readings=tuple(sorted(d.readings, key=by_place))) for d in drafts]
    sorted_drafts.sort(
        key=lambda d: (
            d.verdict is Verdict.AGREE,
            d.rank,
            d.verdict is not Verdict.CONFLICT,
            -round(d.weight, 6),
            -len({r.article for r in d.readings}),
            [by_place(r) for r in d.readings],
        )
    )
    facts = []
    for n, draft in enumerate(sorted_drafts, 1):
        told = {r.article for r in draft.readings}
        points = {story.point.get(r.passage) for r in draft.readings}
        facts.append(
            Fact(
                f"F{n}",
                next(iter(points)) if len(points) == 1 else None,
                draft.kind,
                draft.topic,
                draft.verdict,
                draft.rank,
                draft.readings,
                tuple(a.siglum for a in story.articles if a.siglum not in told),
                draft.note,
                draft.why,
            )
        )
    return tuple(facts)
