"""Evidence that two claims are about one thing: which pairs are worth a look, and what their settings and names tell."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, Protocol

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.partings import ALIKE, shared, verbs_alike
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.values import standing
from tui.compare.words.asked import supposed
from tui.compare.words.gist import gist, thing_at
from tui.language.deeds import kind_of
from tui.language.synonyms import synonyms
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.article import Passage
from tui.model.detail import Kind, Moment

_FORMER: Final = re.compile(
    r"\b(?:previously|formerly|originally|used to|no longer"
    r"|(?:previous|prior|earlier) (?:arrest|charge|conviction|case|attack|incident|trial))\b",
    re.IGNORECASE,
)
_ANYBODY: Final = frozenset(
    stem(word) for word in lexicon("group organization organisation official person people man woman company government leader")
)
"""Stems of nouns that many parties of one story share."""
_NEAR: Final = 0.55  # passages so much alike tell one deed even where they date it differently
_DATED: Final = -0.6
_APART: Final = -1.5
_ASKED: Final = {Kind.CERTAINTY: "whether", Kind.NEGATION: "whether", Kind.STATEMENT: "whether", Kind.PLACE: "where"}
_CALLED: Final = 0.5  # what one subject is worth where two clauses say what it is
_EMPTY: Final = lexicon("be do seem appear")
"""Verbs that tell nothing of what fills their slots."""
_MANY: Final = 40  # claims about one thing beyond which the thing tells nothing

DAYS: Final = "they are of different days"
"""A doubt that a reader is told."""

Weighed = tuple[float, str]
"""What a sign or doubt weighs, with the words for it; no words where a reader need not know."""


def candidates(story: Story, found: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of claims of different articles worth a look: in linked passages, about one rare thing, or of one deed."""
    by_passage: defaultdict[str, list[int]] = defaultdict(list)
    index: defaultdict[str | tuple[str, str], list[int]] = defaultdict(list)
    for n, claim in enumerate(found):
        by_passage[claim.passage.id].append(n)
        for key in claim.subject:
            for near in (key, *synonyms(key)):
                index[near].append(n)
        if not claim.light:
            for key in claim.agent | claim.patient:
                index[kind_of(claim.verb), key].append(n)
    pairs = {(i, j) for a, b in story.likeness for i in by_passage[a] for j in by_passage[b] if i < j}
    for places in index.values():
        if len(places) <= _MANY:
            pairs |= set(combinations(places, 2))
    for i, j in sorted(pairs):
        a, b = found[i].passage, found[j].passage
        if a.siglum != b.siglum and (a.id, b.id) not in story.twins:
            yield i, j


class Told(Protocol):
    """What a passage tells, with the days that it names for it."""

    @property
    def passage(self) -> Passage:
        """Return the passage."""

    @property
    def days(self) -> tuple[Moment, ...]:
        """Return the moments."""


def weigh_settings(story: Story, a: Told, b: Told, signs: list[Weighed], doubts: list[Weighed]) -> None:
    """Weigh the passages and the days."""
    likeness = story.alike(a.passage.id, b.passage.id)
    if likeness:
        signs.append((1.2 * likeness, "the passages tell the same"))
    point = story.point.get(a.passage.id)
    if point is not None and point == story.point.get(b.passage.id):
        signs.append((0.3, "they stand in one story point"))
    if bool(_FORMER.search(a.passage.folded)) != bool(_FORMER.search(b.passage.folded)):
        doubts.append((-0.8, "one of them tells what was so before"))
    stands = {standing(x, y) for x in a.days for y in b.days}
    if (a.passage.id in story.recalled) != (b.passage.id in story.recalled) and Standing.EQUAL not in stands:
        doubts.append((-0.8, "one of them tells of an earlier event"))
    if stands:
        if stands <= {Standing.APART}:
            near = story.alike(a.passage.id, b.passage.id) >= _NEAR
            doubts.append((_DATED if near else _APART, DAYS))
        elif Standing.EQUAL in stands:
            signs.append((0.3, "both are of the same day"))


def telling(story: Story, key: str) -> float:
    """Return how much it tells that two claims share a key: little for a protagonist, more for a rare thing."""
    if key.startswith("="):
        return 0.8
    if key in _ANYBODY:
        return 0.3
    return 0.5 if key in story.hubs else 0.4 + 0.8 * story.rarity.get(key, 0.5)


def topic_of(story: Story, a: Claim, b: Claim, kind: Kind, question: str = "") -> str:
    """Return a question that both claims answer where it can be told as one, else what the two share.

    The ``question`` is asked where one is given, else the usual one of the kind.
    """
    plain = sorted((a, b), key=lambda c: (c.denied, c.disputed, c.hedged, c.passage.text, c.passage.siglum))
    if question or kind in _ASKED:
        spots = [(c.passage.id, c.predicate.group.at[0]) for c in plain]
        bare = bool(question) or kind is Kind.PLACE
        said = gist(story, spots, 2 if bare else 3, bare=True, placed=not bare)
        if said:
            return f"{question or _ASKED[kind]} {said}"
    common = shared(a.subject, b.subject) or shared(a.others, b.others) or shared(a.agent, b.agent)
    for claim in plain:
        phrases = [p for p in claim.predicate.phrases if not p.timed]
        for phrase in sorted(phrases, key=lambda p: (p.pronoun, stem(p.base) not in common)):
            if thing := thing_at(story, claim.passage.id, phrase.start):
                befalls = phrase == claim.predicate.patient and not claim.predicate.complement
                return supposed(thing) if kind is Kind.CERTAINTY else f"what is told of {thing}" if befalls else thing
    return plain[0].passage.text[slice(*plain[0].predicate.group.at)]


def quoted(story: Story, claim: Claim, keys: frozenset[str]) -> str:
    """Return the words of a claim's passage that have the keys, in quotation marks."""
    names = sorted(key[1:] for key in keys if key.startswith("="))
    first = {t.word.stem: t.word.text for t in reversed(story.tokens(claim.passage.id))}
    words = sorted(first[key] for key in keys if key in first)
    return ", ".join(f"“{word}”" for word in (names or words)[:2])


def alike(a: Claim, b: Claim) -> float:
    """Return how much two claims tell one deed, 0 where they do not."""
    if a.denied != b.denied or a.verb in _EMPTY or {a.stage, b.stage} & {Stage.TRIED, Stage.DUE}:
        return 0.0
    if a.predicate.complement and b.predicate.complement and a.predicate.patient and b.predicate.patient:
        return 1.0 if a.verb == b.verb else _CALLED if a.agent & b.agent else 0.0
    verb = verbs_alike(a, b)
    return verb if verb >= ALIKE else 0.0


def one_deed(
    story: Story, a: Claim, b: Claim, slot: str = "", apart: frozenset[str] = frozenset()
) -> tuple[float, tuple[str, ...]]:
    """Return how strongly two claims tell one deed, and why: by their verbs, their passages, and who takes part.

    Left out is who takes part in a slot (``who``, ``whom``) and everything with one of the keys ``apart``.
    """
    signs: list[Weighed] = [(0.8 * alike(a, b), "the verbs tell the same")]
    doubts: list[Weighed] = []
    weigh_settings(story, a, b, signs, doubts)
    sides = (("who", a.agent, b.agent, 1.0), ("whom", a.patient, b.patient, 1.0), ("", a.others, b.others, 0.5))
    for own, one, two, weight in sides:
        common = (shared(one, two) if own != slot or not own else frozenset[str]()) - apart
        if common:
            worth = min(1.0, max(telling(story, key) for key in common)) * weight
            signs.append((worth, f"both name {quoted(story, a, common)}"))
        elif own and own != slot and one and two:
            doubts.append((-0.6, "they name other parties"))
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    return score, tuple(text for _, text in sorted(signs, reverse=True) if text)
