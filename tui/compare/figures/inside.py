"""Articles that contradict themselves: the headline, standfirst or caption against the body."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from tui.compare.draft import Draft, read_detail
from tui.compare.figures.bond import Bond, bond
from tui.compare.figures.evidence import Doubt
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import comparable, near, standing
from tui.compare.words.topic import topic
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Amount, Kind

_ABOVE: Final = frozenset({PassageKind.HEADLINE, PassageKind.STANDFIRST, PassageKind.CAPTION})
_SURE: Final = 2.0
_LIKELY: Final = 1.6
_FEW: Final = -1.5  # the same for money and measures, of which an article has few


def inside_facts(story: Story, found: Sequence[Mention]) -> tuple[Draft, ...]:
    """Return what articles say above the body and otherwise in it."""
    if len({tuple(p.text for p in a.passages) for a in story.articles}) == 1:
        return ()  # one article twice: there is nothing to compare
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_article[mention.article].append(mention)
    return tuple(
        d for own in by_article.values() for above in own if above.passage.kind in _ABOVE and (d := _against(story, above, own))
    )


def _against(story: Story, above: Mention, own: list[Mention]) -> Draft | None:
    """Return the fact of a figure above the body against the one of the body that is most like it."""
    body = [m for m in own if m.passage.kind is PassageKind.BODY and comparable(above.detail, m.detail)]
    if (
        above.kind in MOMENTS
        or above.role
        or any(standing(above.detail.value, m.detail.value) is not Standing.APART for m in body)
    ):
        return None
    ranked: list[tuple[float, int, Bond]] = sorted(
        ((b.score, -n, b) for n, m in enumerate(body) if (b := bond(story, above, m))),
        reverse=True,
        key=lambda x: x[:2],
    )
    few = above.kind is not Kind.NUMBER and len(body) == 1
    if not ranked or ranked[0][0] < (_FEW if few else _LIKELY):
        return None
    score, place, evidence = ranked[0]
    other = body[-place]
    if any(m.passage is other.passage and _figure(m) == _figure(above) for m in own):
        return None  # the text gives both: *it put the strength at 5.9, the other at 6.1*
    doubts = {d for d in evidence.doubts if d.grave} - {Doubt.DAY}  # a price is often given with an earlier year
    alone = not doubts and len(body) == 1 and above.kind is not Kind.NUMBER and near(above.detail.value, other.detail.value)
    verdict = Verdict.CONFLICT if alone or (score >= _SURE and not any(d.grave for d in evidence.doubts)) else Verdict.DIFFERS
    readings = (read_detail(story, above.detail), read_detail(story, other.detail))
    where = above.passage.kind.value
    sentence = f"The {where} of {above.article} says “{above.detail.text}”, but its own text says “{other.detail.text}”."
    return Draft(above.kind, topic(story, (above, other)), verdict, readings, sentence, evidence.why, score)


def _figure(mention: Mention) -> float | None:
    """Return the figure of an amount, whatever its unit; ``None`` for a moment."""
    return mention.detail.value.figure if isinstance(mention.detail.value, Amount) else None
