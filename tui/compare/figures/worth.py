"""How likely it is that a reader finds two mentions whose values are not equal worth a look."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.compare.claims.claim import Claim
from tui.compare.figures.bond import Bond
from tui.compare.figures.dated import of_saying, said_of_moments
from tui.compare.figures.evidence import Doubt, Sign
from tui.compare.figures.excuses import elsewhere, excused
from tui.compare.figures.families import alike, alike_heads
from tui.compare.figures.happening import happenings, other_deeds, told
from tui.compare.figures.mention import MOMENTS, STATISTICS, Mention
from tui.compare.figures.rivals import HAIR, Bonds, Rivals, rivals
from tui.compare.probability import probability
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import ratio
from tui.language.clauses import Tag
from tui.language.tables import lexicon, rows
from tui.model.detail import Amount, Kind

_APART_WORTH: Final = 0.3  # the least probability of two figures that cannot both be true and are told
_INSIDE_WORTH: Final = 0.2  # the same of two that can
_DATED_APART: Final = 0.35  # the least of two moments that cannot both be true
_DATED_INSIDE: Final = 0.22  # the least of two that can
_FAR: Final = 4.0  # the logarithm of how many times the one figure the other is, at most
_RICH: Final = 4.0  # the rarity that passages have in common, at most
_STRONG: Final = 5.0  # the greatest weight of evidence that is told apart
_WEAK: Final = -2.0  # and the least
_TOP: Final = 3  # passages at the head of an article
_NEAR: Final = 8  # words between a mention and a name beside it
_VAGUE: Final = lexicon("several few couple handful")
_SMALL: Final = 2  # one and two are everywhere


@dataclass(frozen=True, slots=True)
class Judge:
    """What the judgement of any two mentions of a story rests on."""

    story: Story
    """The story."""
    found: Sequence[Mention]
    """Its mentions."""
    bonds: Bonds
    """The evidence on the pairs that can be about one thing."""
    rivals: Rivals
    """What else could be meant in place of each mention."""
    places: Mapping[tuple[str, int], int]
    """The place of each mention among all, by its passage and where it begins there."""
    claims: Sequence[Claim | None] = ()
    """The claim that each mention belongs to."""

    def features(self, i: int, j: int) -> dict[str, float]:
        """Return what the judgement of two mentions rests on, by name."""
        a, b, evidence = self.found[i], self.found[j], self.bonds[i, j]
        own = self._of_moments(i, j) if a.kind in MOMENTS else _amounts(a, b)
        return {
            **{f"sign {sign.name.lower()}": 1.0 for sign in evidence.signs if sign is not Sign.VALUE},
            **{f"doubt {doubt.name.lower()}": 1.0 for doubt in evidence.doubts if doubt is not Doubt.ELSEWHERE},
            **dict(own),
            **dict(self._around(i, j, evidence)),
            **told(self.story, self.claims[i], self.claims[j]),
            f"kind {a.kind if a.kind is b.kind else 'mixed'}": 1.0,
            f"role {a.role if a.role == b.role else 'mixed'}": float(bool(a.role or b.role)),
            "inside": float(evidence.standing is Standing.INSIDE),
            "same words": float(a.detail.text.lower() == b.detail.text.lower()),
            "always": 1.0,
        }

    def _of_moments(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """Yield what two moments say by themselves and by what they date."""
        evidence = self.bonds[i, j]
        yield from said_of_moments(self.found[i], self.found[j], evidence, (self.claims[i], self.claims[j]))
        yield "both given", float(evidence.standing is Standing.APART and self._both_given(i, j))

    def _around(self, i: int, j: int, evidence: Bond) -> Iterator[tuple[str, float]]:
        """Yield what the passages and the rest of the articles say of two mentions."""
        a, b, story = self.found[i], self.found[j], self.story
        likeness = story.alike(a.passage.id, b.passage.id)
        yield "linked", float(likeness > 0)
        yield "likeness", likeness
        point = story.point.get(a.passage.id, "")
        yield "point", float(bool(point) and point == story.point.get(b.passage.id))
        yield "score", max(_WEAK, min(_STRONG, evidence.score)) / _STRONG
        yield "common", min(_common(story, a.passage.id, b.passage.id), _RICH) / _RICH
        for side, here, there in zip(("before", "behind"), _beside(story, a), _beside(story, b), strict=True):
            if here and there:
                yield f"same name {side}", float(here == there)
                yield f"other name {side}", float(here != there)
        common = a.near.keys() & b.near.keys()
        yield "near", math.fsum(a.near[w] * b.near[w] for w in common) / ((a.weight * b.weight) or 1.0)
        yield "verb", alike(a.verb, b.verb)
        yield "subject", alike(a.subject, b.subject)
        yield "recalled", float(a.recalled and b.recalled)
        yield "alone", float(not a.siblings and not b.siblings)
        yield "top", float(max(story.order[a.passage.id], story.order[b.passage.id]) <= _TOP)
        answers = self.rivals.answers[i] * self.rivals.answers[j]
        yield "sole", float(answers == 1)
        yield "answers", math.log(answers)
        equal = max(self.rivals.equal.get((i, b.article), 0.0), self.rivals.equal.get((j, a.article), 0.0))
        yield "elsewhere", min(equal, _STRONG) / _STRONG
        yield "better elsewhere", float(equal > evidence.score + HAIR)
        ahead = self.rivals.ahead(i, b.article, evidence.score), self.rivals.ahead(j, a.article, evidence.score)
        yield "best", float(not any(ahead))
        yield "rivals", sum(math.log1p(n) for n in ahead)

    def of(self, a: Mention, b: Mention) -> float:
        """Return how likely two mentions are worth a look, 0 where nothing ties them."""
        i, j = self._pair(a, b)
        return self.worth(i, j) if (i, j) in self.bonds else 0.0

    def worth(self, i: int, j: int) -> float:
        """Return the probability, 0 to 1, that a fact-checker would circle two mentions whose values are not equal."""
        if self._settled(i, j) if self.found[i].kind in MOMENTS else self.never(i, j):
            return 0.0
        column = 1 if self.found[i].kind in MOMENTS else 0
        return probability(_weights()[column], self.features(i, j))

    def apart(self, a: Mention, b: Mention) -> bool:
        """Return whether two mentions are of two things, or part in good faith too often."""
        i, j = self._pair(a, b)
        return (i, j) in self.bonds and self.never(i, j)

    def _pair(self, a: Mention, b: Mention) -> tuple[int, int]:
        """Return the places of two mentions among all, the lesser first."""
        i, j = sorted(self.places[m.detail.passage, m.detail.start] for m in (a, b))
        return i, j

    def never(self, i: int, j: int) -> bool:
        """Return whether two mentions part in good faith too often: places in a row, ages of two people, *today* of two days."""
        a, b, evidence = self.found[i], self.found[j], self.bonds[i, j]
        if a.kind in MOMENTS and of_saying(a) != of_saying(b):
            return True
        if (_is_vague(a) or _is_vague(b)) and not (alike_heads(a, b) and self.story.alike(a.passage.id, b.passage.id)):
            return True
        if excused(a, b, evidence) or (a.kind in MOMENTS and evidence.standing is Standing.APART and self._both_given(i, j)):
            return True
        if evidence.standing is Standing.APART and a.kind is b.kind is Kind.DATE and Sign.TWIN not in evidence.signs:
            unsaid = not evidence.signs.keys() & {Sign.EVENT, Sign.VERB, Sign.WORDS}
            if of_saying(a) or unsaid or other_deeds(self.claims[i], self.claims[j]):
                return True
        return False

    def _settled(self, i: int, j: int) -> bool:
        """Return whether two moments part for a plain reason: each article gives both, or the one is of another zone's day."""
        a, b, stands = self.found[i], self.found[j], self.bonds[i, j].standing
        if stands is Standing.UNKNOWN:
            return True
        return (stands is Standing.APART and self._both_given(i, j)) or (a.kind is not b.kind and (elsewhere(a) or elsewhere(b)))

    def _both_given(self, i: int, j: int) -> bool:
        """Return whether each of two articles gives the other's value too, of what is as surely the same thing."""
        a, b, score = self.found[i], self.found[j], self.bonds[i, j].score
        return all(self.rivals.equal.get(key, 0.0) + HAIR >= score for key in ((i, b.article), (j, a.article)))


def _is_vague(mention: Mention) -> bool:
    """Return whether a count is so vague that most figures are inside it: *several shells*, *a handful of shops*."""
    return mention.kind is Kind.NUMBER and not _VAGUE.isdisjoint(mention.detail.text.lower().split())


def judge(story: Story, found: Sequence[Mention], bonds: Bonds, said: Sequence[Claim]) -> Judge:
    """Return what the judgement of any two mentions of a story rests on."""
    places = {(m.detail.passage, m.detail.start): n for n, m in enumerate(found)}
    return Judge(story, found, bonds, rivals(found, bonds), places, happenings(found, said))


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    """Return the weight of each feature for amounts and for moments, fitted on sheets (``tests/measure/fit_worth.py``)."""
    table = rows("tui.compare.figures", "worth.tsv")
    return {name: float(weight) for name, weight, _ in table}, {name: float(weight) for name, _, weight in table}


def _common(story: Story, a: str, b: str) -> float:
    """Return the rarity of the words that two passages have in common, protagonists left out."""
    one, two = ({t.word.stem for t in story.tokens(p)} for p in (a, b))
    return math.fsum(story.rarity.get(word, 0.0) for word in (one & two) - story.hubs)


def _beside(story: Story, mention: Mention) -> tuple[str, str]:
    """Return the stems of the last name before a mention and of the first behind it, empty where none stands near."""
    tokens = story.tokens(mention.passage.id)
    first, end = mention.place
    before = (t for t in reversed(tokens[max(0, first - _NEAR) : first]) if t.tag is Tag.NAME)
    behind = (t for t in tokens[end : end + _NEAR] if t.tag is Tag.NAME)
    return next((t.word.stem for t in before), ""), next((t.word.stem for t in behind), "")


def _amounts(a: Mention, b: Mention) -> Iterator[tuple[str, float]]:
    """Yield how two figures stand to each other and to what they count."""
    x, y = a.detail.value, b.detail.value
    if isinstance(x, Amount) and isinstance(y, Amount):
        yield "times", min(math.log(max(ratio(x, y), 1.0)), _FAR)
        yield "small", float(min(x.figure, y.figure) <= _SMALL)
        yield "hedged", float(x.figure == y.figure)
        yield "score of two", float(x.dimension == "score")
    yield "head", float(alike_heads(a, b))
    yield "no head", float(not a.head or not b.head)
    yield "narrowed alike", float(bool(a.narrowed & b.narrowed))
    yield "statistic", float(bool({a.head, b.head} & STATISTICS))
    if a.role == b.role == "age":
        yield "one person's age", float(bool(a.who) and a.who == b.who)
        yield "another's age", float(bool(a.who and b.who) and a.who != b.who)


def least(mention: Mention, stands: Standing) -> float:
    """Return the least probability that a mention and another are worth a look at which they are told."""
    if mention.kind in MOMENTS:
        return _DATED_APART if stands is Standing.APART else _DATED_INSIDE
    return _APART_WORTH if stands is Standing.APART else _INSIDE_WORTH
