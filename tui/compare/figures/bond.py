"""How strongly the sentences say that two mentions are about one thing, and in plain words why."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tui.compare.figures.evidence import Doubt, Scale, Sign
from tui.compare.figures.families import family, portions
from tui.compare.figures.mention import MOMENTS, Mention
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.twins import faces
from tui.compare.values import detailed, near, ratio, standing
from tui.language.clauses import parse
from tui.language.events import event_of
from tui.language.tables import row
from tui.language.words import stem
from tui.model.detail import Amount, Moment

_WORDS: Final = 0.22  # a likeness of neighbourhoods that counts as a sign
_CLOSE: Final = 0.6
_COMMON: Final = 2  # one and two are everywhere
_MANY_TIMES: Final = 4.0
_AGES: Final = 30.0  # accounts of one absence part by no more: two years and 25, not an hour and a month
_ABSENCE: Final = 0.9  # how long ago one person last did something is rarely asked of two things in a story
_QUESTIONS: Final = {"elapsed": 1.6, "age": 1.2, "strength": 1.3, "rank": 0.4}  # how rarely a story answers the question twice
_FIXED: Final = re.compile(
    r"\d|\b[Tt]hat\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_RARELY_ONE: Final = frozenset({"elapsed", "rank", "part", "left"})
"""Questions that a figure of another kind never answers."""
_TOLD_APART: Final = row("grammar", "told-apart")
"""Events that news counts apart: dead, wounded, missing, arrested."""


@dataclass(frozen=True, slots=True)
class Bond:
    """The evidence that two mentions are about one thing."""

    score: float
    """The weight of the evidence; above about 1.8 they are likely one."""
    signs: Mapping[Sign, str]
    """The independent signs with their reasons in plain words, strongest first."""
    doubts: Mapping[Doubt, str]
    """What speaks against it, in plain words."""
    standing: Standing
    """How the two values stand to each other."""

    @property
    def why(self) -> tuple[str, ...]:
        """Return the reasons in plain words, strongest first."""
        return tuple(self.signs.values())


def doubted(bond: Bond) -> Bond:
    """Return the bond of two parted mentions one of which has its equal elsewhere in the other's article."""
    doubts = {**bond.doubts, Doubt.ELSEWHERE: "the other article has the same value elsewhere"}
    return replace(bond, score=bond.score + Doubt.ELSEWHERE.value, doubts=doubts)


@cache
def _properties() -> frozenset[str]:
    """Return the stems of nouns for what is measured, which say nothing of the thing that has it."""
    return frozenset(stem(word) for word in row("grammar", "property"))


def bond(story: Story, a: Mention, b: Mention) -> Bond:
    """Return the evidence that two mentions are about one thing."""
    scale = Scale()
    stands = detailed(a.detail, b.detail)
    _weigh_words(story, a, b, scale)
    _weigh_things(a, b, scale)
    _weigh_events(a, b, scale)
    _weigh_who(a, b, scale)
    _weigh_settings(a, b, stands, scale)
    _weigh_passages(story, a, b, scale)
    if stands is Standing.EQUAL:
        scale.sign(Sign.VALUE, "the value is the same")
    elif _hedged_alike(a, b):
        scale.sign(Sign.FIGURE, "the figure is the same, hedged otherwise")
    elif a.kind in MOMENTS and b.kind in MOMENTS and _loose(a) | _loose(b):
        scale.doubt(Doubt.LOOSE, "one of them is told from the day of writing")
    elif near(a.detail.value, b.detail.value):
        scale.sign(Sign.ORDER, "the figures are of one order")
    elif ratio(a.detail.value, b.detail.value) > (_AGES if a.role == "elapsed" else _MANY_TIMES):
        scale.doubt(Doubt.SIZE, "one figure is many times the other")
    ranked = sorted(scale.signs, key=lambda s: -s[0])
    return Bond(scale.score, {sign: text for _, sign, text in ranked}, dict(scale.doubts), stands)


def _hedged_alike(a: Mention, b: Mention) -> bool:
    """Return whether two amounts give one figure, one of them hedged."""
    one, two = a.detail.value, b.detail.value
    if not (isinstance(one, Amount) and isinstance(two, Amount)):
        return False
    return one.figure > _COMMON and one.figure * one.scale == two.figure * two.scale


def _loose(mention: Mention) -> bool:
    """Return whether a moment is told from the day of writing alone: today, last week, this afternoon."""
    return not _FIXED.search(mention.detail.text)


def _weigh_words(story: Story, a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh the words that stand near both."""
    common = a.near.keys() & b.near.keys()
    dot = math.fsum(a.near[w] * b.near[w] for w in common)
    likeness = dot / ((a.weight * b.weight) or 1.0)
    skipped = {a.verb, b.verb, a.deed, b.deed} if a.kind in MOMENTS else set()
    telling = sorted(
        (w for w in common - skipped if w not in story.hubs and w in story.rarity), key=lambda w: (-a.near[w] * b.near[w], w)
    )
    text = f"both stand near {_quoted(_printed(a, telling[:3]))}" if likeness >= _WORDS and len(telling) > 1 else ""
    scale.sign(Sign.WORDS, text, Sign.WORDS.value * likeness)


def _weigh_things(a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh what is counted: the same noun, a noun of the same family, or another; and the question the figure answers."""
    if a.role and a.role == b.role:
        scale.sign(Sign.ROLE, "both answer the same question", _QUESTIONS.get(a.role))
    elif a.role != b.role and {a.role, b.role} & _RARELY_ONE:
        scale.doubt(Doubt.ROLE, "they answer different questions")
    if a.kind in MOMENTS or (a.role and a.role == b.role):
        return
    if a.head and a.head == b.head:
        apart = bool(a.narrowed and b.narrowed and not a.narrowed & b.narrowed)
        if apart and a.head in portions():
            scale.doubt(Doubt.THING, "they count different things")
            return
        scale.sign(Sign.THING, f"both count {_quoted(_printed(a, [a.head]) or [a.head])}")
        if apart:
            scale.doubt(Doubt.NARROWED, "other words narrow what is counted")
    elif a.head and b.head and not {a.head, b.head} & _properties():
        if family(a.head) == family(b.head):
            scale.sign(Sign.FAMILY, f"{_quoted(_printed(a, [a.head]))} and {_quoted(_printed(b, [b.head]))} are of one family")
        elif not (event_of(a.head) and event_of(a.head) == event_of(b.head)):
            scale.doubt(Doubt.THING, "they count different things")


def _weigh_events(a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh what happens: the same verb, the same class of event, or another; and who does or suffers it."""
    if a.verb and a.verb == b.verb:
        scale.sign(Sign.VERB, f"both go with the verb {_quoted(_printed(a, [a.verb]) or [a.verb])}")
    if a.deed and a.deed == b.deed:
        scale.sign(Sign.EVENT, "both tell of the same kind of event")
    elif a.deed and b.deed and not (a.verb and a.verb == b.verb):
        if a.deed in b.events and b.deed in a.events:
            scale.doubt(Doubt.DEED, "they may count different events")
        elif {a.deed, b.deed} & _TOLD_APART:
            scale.doubt(Doubt.EVENT, "they tell of different kinds of event")
        else:
            scale.doubt(Doubt.VIEW, "they tell it with different verbs")
    if a.kind in MOMENTS:
        _weigh_dated(a, b, scale)
    if a.windows and b.windows and not a.windows & b.windows:
        scale.doubt(Doubt.WINDOW, "they count over other stretches")
    if a.subject and a.subject == b.subject:
        scale.sign(Sign.SUBJECT, f"both have the subject {_quoted(_printed(a, [a.subject]) or [a.subject])}")


def _weigh_who(a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh of whom two figures are said; a pronoun's guess counts for them but never against."""
    if a.who and a.who == b.who:
        scale.sign(Sign.WHO, f"both are said of {a.who}", _ABSENCE if a.role == b.role == "elapsed" else None)
    elif a.who and b.who and a.who_is_named and b.who_is_named:
        scale.doubt(Doubt.WHO, f"one is said of {a.who}, the other of {b.who}")


def _weigh_dated(a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh whether two moments date one event: with the same people in it, and its time rather than its beginning or end."""
    if (a.cast - b.cast and b.cast - a.cast) or _other_subjects(a, b):
        scale.doubt(Doubt.WHO, "other persons or bodies take part")
    one, two = (m.detail.relation in row("grammar", "bounded") for m in (a, b))
    if one != two or (one and a.detail.relation != b.detail.relation):
        scale.doubt(Doubt.RELATION, "one says when, the other since when or until when")


def _other_subjects(a: Mention, b: Mention) -> bool:
    """Return whether two events are told of two names, neither of which stands near the other moment."""
    named = a.subject in a.names and b.subject in b.names
    return named and a.subject not in b.near and b.subject not in a.near


def _weigh_settings(a: Mention, b: Mention, stands: Standing, scale: Scale) -> None:
    """Weigh day, names, neighbours in a list and words that set a figure apart from its like."""
    if a.names & b.names:
        scale.sign(Sign.NAMES, f"both name {_quoted(_printed(a, sorted(a.names & b.names)[:2]))}")
    elif a.names and b.names and a.kind not in MOMENTS:
        scale.doubt(Doubt.NAMES, "they name different persons or places")
    if a.kind not in MOMENTS:
        _weigh_days(a, b, scale)
    if set(a.siblings) & set(b.siblings):
        scale.sign(Sign.LIST, "both stand beside the same other figure")
    if a.marks and a.marks == b.marks:
        scale.sign(Sign.MARKED, "both are a first, a further or a total one")
    elif a.marks != b.marks and stands is not Standing.EQUAL and not (a.role and a.role == b.role):
        scale.doubt(Doubt.MARKED, "only one is a first, a further or a total one")


def _weigh_days(a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh the days of the events that two figures belong to."""
    if a.recalled != b.recalled:
        scale.doubt(Doubt.DAY, "one of them tells of an earlier event")
    elif a.days and b.days:
        stands = {standing(x, y) for x in a.days for y in b.days if _one_day(x) and _one_day(y)}
        if stands == {Standing.APART}:
            scale.doubt(Doubt.DAY, "they are of different days")
        elif Standing.EQUAL in stands:
            scale.sign(Sign.DAY, "both are of the same day")


def _one_day(moment: Moment) -> bool:
    """Return whether a moment is a single day that is not in doubt."""
    return moment.first == moment.last and not moment.ambiguous


def _weigh_passages(story: Story, a: Mention, b: Mention, scale: Scale) -> None:
    """Weigh the passages: linked, or told nearly word for word."""
    likeness = story.alike(a.passage.id, b.passage.id)
    if likeness:
        scale.sign(Sign.LINK, "the passages tell the same", 0.2 + 0.4 * likeness)
    if likeness >= _CLOSE:
        scale.sign(Sign.CLOSE, "they tell nearly the same")
    twin = story.twins.get((a.passage.id, b.passage.id))
    if twin is not None and faces(twin, a.place, b.place):
        scale.sign(Sign.TWIN, "they stand in the same place of passages told nearly word for word")
    elif twin is not None:
        scale.doubt(Doubt.PLACE, "they stand in different places of passages told nearly word for word")


def _printed(mention: Mention, stems: list[str]) -> list[str]:
    """Return the words of the mention's passage that have the stems, as printed."""
    first = {t.word.stem: t.word.text for t in reversed(parse(mention.passage.folded))}
    return [first[s] for s in stems if s in first]


def _quoted(words: list[str]) -> str:
    """Return words in quotation marks, parted by commas."""
    return ", ".join(f"“{word}”" for word in words)
