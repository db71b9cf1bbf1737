"""Facts from statements: two clauses about one thing that part in what is done, how far, to whom or how surely."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.causes.questions import question_facts
from tui.compare.claims.causes.reasons import reasoned
from tui.compare.claims.causes.unknown import unknown_facts
from tui.compare.claims.causes.why import why_facts
from tui.compare.claims.claim import Claim
from tui.compare.claims.deeds.amounts import shares
from tui.compare.claims.deeds.firsts import first_facts
from tui.compare.claims.deeds.nobody import nobody_facts
from tui.compare.claims.deeds.order import order_facts
from tui.compare.claims.deeds.stages import partings
from tui.compare.claims.kinship import Weighed, candidates, topic_of, weigh_settings
from tui.compare.claims.parties import CLOSE, clashes, weigh_parties
from tui.compare.claims.partings import ALIKE, Parting, differ, shared, verbs_alike
from tui.compare.claims.places.placed import placed_facts
from tui.compare.claims.places.whereabouts import closer, elsewhere
from tui.compare.claims.slots.charges import charge_facts
from tui.compare.claims.slots.fillings import filling_facts
from tui.compare.claims.slots.sorts import sort_facts
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.deeds import kind_of
from tui.language.rarity import zipf
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind

_TOLD: Final = 1.6  # the least evidence for a fact
_ALONE: Final = 2.2  # the same in passages that are not linked, where the one may have followed the other
_DENIED: Final = 1.85  # the same, where the one denies the other
_APART: Final = 1.38  # the same in passages that are not linked
_SCALED: Final = 1.8  # the same for two places on one scale, where the clauses name no person or body in common
_LONE: Final = 1.75  # the same for two places on one scale, where nothing but a name brings them together
_SURER: Final = 1.3  # the same in linked passages of which one is surer
_SHARED: Final = 0.5  # the same in linked passages that tell shares of one set
_UNREAD: Final = 0.85  # what is taken back of a missing party where close passages put one deed in two places
_SURE: Final = 2.3  # the least evidence for a conflict
_LETTERS: Final = 4  # of a word that is no little one
_DAY: Final = len("2024-06-19")
_VERB: Final = 0.8  # what a verb in common is worth
_RARE: Final = 0.4  # what a rare one is worth beyond that
_COMMON: Final = 4.0  # the Zipf value from which a verb is no rare one


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How strongly two claims are about one thing, and why."""

    score: float
    signs: tuple[str, ...]
    doubts: tuple[str, ...]


def statement_facts(story: Story, found: Sequence[Claim]) -> tuple[Draft, ...]:
    """Return the facts on statements that part, each claim at most once against each other article."""
    judged: list[tuple[float, int, int, Parting, _Evidence]] = []
    told = _by_deed(found)
    for i, j in candidates(story, found):
        for parting in _partings(found[i], found[j]):
            evidence = _evidence(story, found[i], found[j], parting)
            enough = evidence.score >= _least(story, found[i], found[j], parting)
            if (
                enough
                and not (parting.tensed and not _one_day(story, found[i], found[j]))
                and not _followed(told, found[i], found[j], parting)
            ):
                judged.append((evidence.score, -i, -j, parting, evidence))
    taken: set[tuple[int, str, str]] = set()
    drafts = []
    for _, minus_i, minus_j, parting, evidence in sorted(judged, key=lambda found: found[:3], reverse=True):
        a, b = found[-minus_i], found[-minus_j]
        ends = {(-minus_i, b.passage.siglum, parting.place), (-minus_j, a.passage.siglum, parting.place)}
        if not taken & ends:
            taken |= ends
            drafts.append(_draft(story, a, b, parting, evidence))
    more = (
        finder(story, found)
        for finder in (
            filling_facts,
            nobody_facts,
            unknown_facts,
            question_facts,
            order_facts,
            first_facts,
            why_facts,
            charge_facts,
            placed_facts,
            sort_facts,
        )
    )
    return (*drafts, *(draft for facts in more for draft in facts))


def _one_day(story: Story, a: Claim, b: Claim) -> bool:
    """Return whether the articles of two claims state that they were published on one day."""
    days = {article.metadata.published for article in story.articles if article.siglum in {a.passage.siglum, b.passage.siglum}}
    return None not in days and len({day[:_DAY] for day in days if day}) == 1


def _partings(a: Claim, b: Claim) -> tuple[Parting, ...]:
    """Return in what two claims part: in what is done, where, and of how many of a set."""
    verb = verbs_alike(a, b)
    more = (shares(a, b), *(rule(a, b) for rule in (reasoned, elsewhere, closer) if verb >= ALIKE))
    found = (*partings(a, b, verb), *(one for one in more if one is not None))
    return tuple(one for one in found if differ(a, b, one.spans))


def _least(story: Story, a: Claim, b: Claim, parting: Parting) -> float:
    """Return the least evidence that two claims which part so ask for."""
    named = any(key.startswith("=") for key in shared(a.subject, b.subject))
    return max(_SCALED, _bare(story, a, b, parting)) if parting.scaled and not named else _bare(story, a, b, parting)


def _bare(story: Story, a: Claim, b: Claim, parting: Parting) -> float:
    """Return the same, whatever thing the two claims are about."""
    if story.alike(a.passage.id, b.passage.id):
        return _SHARED if parting.shares else _SURER if parting.kind is Kind.CERTAINTY else _TOLD
    if parting.passing or parting.kind is Kind.NEGATION:
        return _ALONE if parting.passing else _DENIED
    met = story.near(a.passage.id, b.passage.id) or story.point.get(a.passage.id, "a") == story.point.get(b.passage.id, "b")
    named = any(key.startswith("=") for key in shared(a.subject, b.subject))
    return _LONE if parting.scaled and named and not met else _APART


_Deeds = Mapping[tuple[str, str], Sequence[Claim]]
"""The claims of an article, by its siglum, that tell one kind of deed."""


def _by_deed(found: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims of each article by their kind of deed."""
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in found:
        told[claim.passage.siglum, kind_of(claim.verb)].append(claim)
    return told


def _followed(told: _Deeds, a: Claim, b: Claim, parting: Parting) -> bool:
    """Return whether one of two articles tells both claims, so that the one follows the other, or they are two deeds."""
    if parting.behind:
        return bool(parting.question) and (_given(told, a, b, parting.spans[1]) or _given(told, b, a, parting.spans[0]))
    listed = parting.scaled and (_listed(told, a, b) or _listed(told, b, a))
    return listed or _told(told, a, b, exact=parting.retold) or _told(told, b, a, exact=parting.retold)


def _listed(told: _Deeds, a: Claim, b: Claim) -> bool:
    """Return whether the passage of the first claim tells the deed of the second beside it: *killing two and wounding three*."""
    return any(
        other is not a and other.passage.id == a.passage.id and other.verb == b.verb and other.denied == b.denied
        for other in told.get((a.passage.siglum, kind_of(b.verb)), ())
    )


def _given(told: _Deeds, a: Claim, b: Claim, span: tuple[int, int]) -> bool:
    """Return whether the article of the first claim puts behind the same deed, elsewhere, what the second puts behind it."""
    stems = {w.stem for w in words(b.passage.folded[slice(*span)]) if len(w.text) >= _LETTERS}
    return any(
        bool(other.subject & b.subject) and bool(stems & {w.stem for w in words(other.passage.folded)})
        for other in told.get((a.passage.siglum, kind_of(b.verb)), ())
    )


def _told(told: _Deeds, a: Claim, b: Claim, *, exact: bool = False) -> bool:
    """Return whether the article of the first claim tells the second one as well, with ``exact`` in its very verb."""
    return any(
        other is not a
        and (other.denied, other.stage, other.hedged) == (b.denied, b.stage, b.hedged)
        and bool(other.subject & b.subject)
        and (not exact or other.verb == b.verb)
        for other in told.get((a.passage.siglum, kind_of(b.verb)), ())
    )


def _evidence(story: Story, a: Claim, b: Claim, parting: Parting) -> _Evidence:
    """Weigh how strongly two claims are about one thing."""
    signs: list[Weighed] = []
    doubts: list[Weighed] = []
    weigh_parties(story, a, b, signs, doubts)
    worth = _VERB + (_telling(a.verb) if a.verb == b.verb else 0.0)
    signs.append((worth * parting.verb, "the verbs tell the same" if parting.verb >= ALIKE else ""))
    if not parting.behind:
        doubts += [(-0.6, f"one says “{x.base}”, the other “{y.base}”") for x, y in clashes(a, b)]
    elif parting.kind is Kind.PLACE and not (a.subject and b.subject) and story.alike(a.passage.id, b.passage.id) >= CLOSE:
        signs.append((_UNREAD, ""))
    if parting.passing:
        doubts.append((-0.2, "the one may have followed the other"))
    weigh_settings(story, a, b, signs, doubts)
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    return _Evidence(
        score,
        tuple(text for _, text in sorted(signs, reverse=True) if text),
        tuple(text for _, text in sorted(doubts)),
    )


def _telling(verb: str) -> float:
    """Return how much more than any other a verb tells that two clauses share: nothing for a common one, .4 for the rarest."""
    return max(0.0, min(_RARE, (_COMMON - zipf(stem(verb))) / 2))


def _draft(story: Story, a: Claim, b: Claim, parting: Parting, evidence: _Evidence) -> Draft:
    """Return the fact of two claims that part."""
    verdict = parting.verdict
    if verdict is Verdict.CONFLICT and (evidence.score < _SURE or evidence.doubts):
        verdict = Verdict.DIFFERS
    readings = tuple(reading(story, c.passage.id, *span) for c, span in zip((a, b), parting.spans, strict=True))
    topic = topic_of(story, a, b, parting.kind, parting.question)
    return Draft(parting.kind, topic, verdict, readings, note(verdict, readings, parting.end), evidence.signs, evidence.score)
