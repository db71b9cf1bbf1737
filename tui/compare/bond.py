"""How strongly the sentences say that two mentions are about one thing, and in plain words why."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.compare.mention import MOMENTS, Mention
from tui.compare.story import Story
from tui.compare.twins import faces
from tui.compare.values import Standing, near, standing
from tui.language.clauses import parse
from tui.language.events import event_of
from tui.language.tables import table
from tui.language.words import stem

_LOCKED: Final = 4.0
_WORDS: Final = 0.22  # a likeness of neighbourhoods that counts as a sign


@dataclass(frozen=True, slots=True)
class Bond:
    """The evidence that two mentions are about one thing."""

    score: float
    """The weight of the evidence; above about 1.8 they are likely one."""
    signs: tuple[str, ...]
    """The independent signs in plain words, strongest first."""
    doubts: tuple[str, ...]
    """What speaks against it, in plain words."""
    standing: Standing
    """How the two values stand to each other."""


def family(head: str) -> str:
    """Return a name for the family of things that a head noun belongs to, the head itself where it is in none."""
    return _families().get(head, head)


@cache
def _families() -> dict[str, str]:
    """Return the family of each stem that is in one."""
    return {stem(word): name for name, words in table("families").items() for word in words}


def bond(story: Story, a: Mention, b: Mention, equal_elsewhere: bool) -> Bond:  # noqa: FBT001 - a fact about the pair, named at the one call
    """Return the evidence that two mentions of different articles, or of one, are about one thing."""
    signs: list[tuple[float, str]] = []
    doubts: list[tuple[float, str]] = []
    stands = standing(a.detail.value, b.detail.value)
    _weigh_words(story, a, b, signs)
    _weigh_heads(a, b, signs, doubts)
    _weigh_events(a, b, signs, doubts)
    _weigh_settings(a, b, signs, doubts)
    likeness = story.alike(a.passage.id, b.passage.id)
    if likeness:
        signs.append((0.2 + 0.4 * likeness, "the passages tell the same"))
    twin = story.twins.get((a.passage.id, b.passage.id))
    if twin is not None and faces(twin, a.place, b.place):
        signs.append((_LOCKED, "they stand in the same place of passages told nearly word for word"))
    elif twin is not None:
        doubts.append((-_LOCKED, "they stand in different places of passages told nearly word for word"))
    if stands is Standing.EQUAL:
        signs.append((0.8, "the value is the same"))
    elif near(a.detail.value, b.detail.value):
        signs.append((0.5, "the figures are of one order"))
    if equal_elsewhere:
        doubts.append((-1.0, "the other article has the same value elsewhere"))
    score = sum(w for w, _ in signs) + sum(w for w, _ in doubts)
    return Bond(
        score,
        tuple(text for _, text in sorted(signs, reverse=True) if text),
        tuple(text for _, text in sorted(doubts)),
        stands,
    )


def _weigh_words(story: Story, a: Mention, b: Mention, signs: list[tuple[float, str]]) -> None:
    """Weigh the words that stand near both."""
    common = a.near.keys() & b.near.keys()
    dot = sum(a.near[w] * b.near[w] for w in common)
    likeness = dot / ((a.weight * b.weight) or 1.0)
    telling = sorted(
        (w for w in common if w not in story.hubs and story.rarity.get(w, 0) > 0), key=lambda w: -a.near[w] * b.near[w]
    )
    text = f"both stand near {_quoted(_printed(a, telling[:3]))}" if likeness >= _WORDS and len(telling) > 1 else ""
    signs.append((2.0 * likeness, text))


def _weigh_heads(a: Mention, b: Mention, signs: list[tuple[float, str]], doubts: list[tuple[float, str]]) -> None:
    """Weigh what is counted: the same noun, a noun of the same family, or another."""
    if a.kind in MOMENTS:
        return
    if a.head and a.head == b.head:
        signs.append((1.2, f"both count {_quoted(_printed(a, [a.head]))}"))
        return
    if a.head and b.head:
        if family(a.head) == family(b.head):
            signs.append((0.7, f"{_quoted(_printed(a, [a.head]))} and {_quoted(_printed(b, [b.head]))} are of one family"))
        elif not (event_of(a.head) and event_of(a.head) == event_of(b.head)):
            doubts.append((-1.0, "they count different things"))


def _weigh_events(a: Mention, b: Mention, signs: list[tuple[float, str]], doubts: list[tuple[float, str]]) -> None:
    """Weigh what happens: the same verb, the same class of event, or another."""
    if a.verb and a.verb == b.verb:
        signs.append((0.7, f"both go with the verb {_quoted(_printed(a, [a.verb]))}"))
    shared = a.events & b.events
    if shared:
        signs.append((0.9, "both tell of the same kind of event"))
    elif a.events and b.events:
        doubts.append((-1.0, "they tell of different kinds of event"))


def _weigh_settings(a: Mention, b: Mention, signs: list[tuple[float, str]], doubts: list[tuple[float, str]]) -> None:
    """Weigh day, names, neighbours in a list and words that set a figure apart from its like."""
    if a.names & b.names:
        signs.append((0.4, f"both name {_quoted(_printed(a, sorted(a.names & b.names)[:2]))}"))
    elif a.names and b.names:
        doubts.append((-0.4, "they name different persons or places"))
    if a.kind not in MOMENTS and a.days and b.days:
        stands = {standing(x, y) for x in a.days for y in b.days}
        if stands <= {Standing.APART}:
            doubts.append((-1.6, "they are of different days"))
        elif Standing.EQUAL in stands:
            signs.append((0.4, "both are of the same day"))
    if set(a.siblings) & set(b.siblings):
        signs.append((1.2, "both stand in a list with the same other figure"))
    if a.marks != b.marks:
        doubts.append(
            (
                -0.8,
                f"only one is marked {_quoted(_printed(a, sorted(a.marks ^ b.marks)) or _printed(b, sorted(a.marks ^ b.marks)))}",
            )
        )


def _printed(mention: Mention, stems: list[str]) -> list[str]:
    """Return the words of the mention's passage that have the stems, as printed."""
    first = {t.word.stem: t.word.text for t in reversed(parse(mention.passage.folded))}
    return [first[s] for s in stems if s in first]


def _quoted(words: list[str]) -> str:
    """Return words in quotation marks, parted by commas."""
    return ", ".join(f"“{word}”" for word in words)
