"""Facts from twins: what the words say that stand in one place of two passages told nearly word for word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.exchanged import apart, one_name, reworded
from tui.compare.story import Story
from tui.compare.twins import Swap, Twin
from tui.compare.words.gist import gist, quoted, thing_at
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token
from tui.language.nouns import NounSort, sort_of
from tui.language.opposites import denials, hedges, opposed
from tui.language.spellings import respelt
from tui.language.synonyms import synonyms
from tui.language.syntax.predicates import predicates
from tui.language.tables import row
from tui.model.collation import Verdict
from tui.model.detail import Amount, Detail, Kind, Moment, Name

_VERY: Final = 0.8  # twins alike by this much leave no doubt that they tell one thing
_NEARLY: Final = 0.77  # the same, where only another word for it is told
_SHORT: Final = 4  # a longer swap is a rewording and not a word exchanged for another
_BESIDE: Final = ((0, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 1, 0))
"""How many words before and behind a swap are taken in: in the first passage, in the second."""
_WHY: Final = "the passages are told nearly word for word"


@dataclass(frozen=True, slots=True)
class _Place:
    """A swap with its words."""

    story: Story
    twin: Twin
    a: tuple[Token, ...]
    b: tuple[Token, ...]
    span_a: tuple[int, int]
    span_b: tuple[int, int]


_Said = tuple[Kind, Verdict, str]


def swap_facts(story: Story) -> tuple[Draft, ...]:
    """Return the facts that twins give word by word: denials, hedges, opposites, names exchanged."""
    drafts = []
    for (a, b), twin in story.twins.items():
        if story.first(a, b):
            for place in _swaps(story, twin):
                said = next((found for rule in _RULES if (found := rule(place))), None)
                if said is not None:
                    drafts.append(_draft(place, *said))
    return tuple(drafts)


def _swaps(story: Story, twin: Twin) -> Iterator[_Place]:
    """Yield the swaps of a twin that no figure or moment explains and that are no other way to write the same words."""
    for swap in twin.swaps:
        if _respelt(story, twin, swap):
            continue
        spans = (_words_at(story, twin.a, swap.a), _words_at(story, twin.b, swap.b))
        a, b = story.tokens(twin.a)[slice(*swap.a)], story.tokens(twin.b)[slice(*swap.b)]
        if not (_valued(story, twin.a, spans[0]) and _valued(story, twin.b, spans[1])):
            yield _Place(story, twin, a, b, *spans)


def _respelt(story: Story, twin: Twin, swap: Swap) -> bool:
    """Return whether a swap is the same words in another spelling, with a word beside it where one is written as two."""
    a, b = story.tokens(twin.a), story.tokens(twin.b)
    for left, right, far_left, far_right in _BESIDE:
        one = a[max(0, swap.a[0] - left) : swap.a[1] + right]
        two = b[max(0, swap.b[0] - far_left) : swap.b[1] + far_right]
        if respelt(*(" ".join(t.word.text for t in side) for side in (one, two))):
            return True
    return False


def _words_at(story: Story, passage: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span of text of some tokens; a place between two words takes in the word after it, or before it at the end."""
    tokens = story.tokens(passage)
    first, last = span if span[0] < span[1] else (span[0], span[0] + 1)
    if first >= len(tokens):
        first, last = len(tokens) - 1, len(tokens)
    return tokens[first].word.start, tokens[last - 1].word.end


def _details(story: Story, passage: str, span: tuple[int, int]) -> list[Detail]:
    """Return the details of a passage that share a place with a span."""
    return [d for d in story.details[passage] if d.start < span[1] and d.end > span[0]]


def _valued(story: Story, passage: str, span: tuple[int, int]) -> bool:
    """Return whether a figure or a moment stands at a span."""
    return any(isinstance(d.value, Amount | Moment) for d in _details(story, passage, span))


def _denials(place: _Place) -> _Said | None:
    """Tell a statement from its denial: the swap and the whole passages hold an odd number of denials between them."""
    if max(len(place.a), len(place.b)) > _SHORT or not _odd(place.a, place.b):
        return None
    if not _odd(place.story.tokens(place.twin.a), place.story.tokens(place.twin.b)):
        return None
    return Kind.NEGATION, Verdict.CONFLICT if place.twin.alike >= _VERY else Verdict.DIFFERS, "one denies what the other says"


def _odd(a: tuple[Token, ...], b: tuple[Token, ...]) -> bool:
    """Return whether two runs of words hold an odd number of denials between them."""
    return sum(denials(_lower(side)) + sum(word in row("surety", "refusal") for word in _lower(side)) for side in (a, b)) % 2 == 1


def _lower(tokens: tuple[Token, ...]) -> list[str]:
    """Return the words in lower case."""
    return [t.word.text.lower() for t in tokens]


def _hedges(place: _Place) -> _Said | None:
    """Tell a sure statement from a hedged one; *would* only dates it."""
    one, two = (any(_weakens(t) for t in side) for side in (place.a, place.b))
    if one == two or max(len(place.a), len(place.b)) > 2 * _SHORT:
        return None
    vague, sure = (place.a, place.b) if one else (place.b, place.a)
    sides = ({t.word.stem for t in side if t.tag in {Tag.NOUN, Tag.VERB} and not _weakens(t)} for side in (vague, sure))
    if len({frozenset(side) for side in sides}) > 1:
        return None  # will probably sue, was blunt
    return (
        Kind.CERTAINTY,
        Verdict.CERTAINTY,
        f"{place.twin.a[:1] if two else place.twin.b[:1]} is surer than {place.twin.b[:1] if two else place.twin.a[:1]}",
    )


def _weakens(token: Token) -> bool:
    """Return whether a word makes a statement less sure and not only later."""
    return hedges(token.word.text.lower()) and token.word.text.lower() != "would"


def _opposites(place: _Place) -> _Said | None:
    """Tell words that deny each other, where no other word of meaning stands beside them."""
    if max(len(place.a), len(place.b)) > _SHORT:
        return None
    pairs = [(x, y) for x in place.a for y in place.b if opposed(x.word.text.lower(), y.word.text.lower())]
    if not any(_nothing_else(place.a, x) and _nothing_else(place.b, y) for x, y in pairs):
        scaled = len(place.a) == len(place.b) == 1 and apart(place.a[0], place.b[0])
        return (Kind.STATEMENT, Verdict.DIFFERS, "all but the word is the same") if scaled else None
    short = max(len(place.a), len(place.b)) <= _SHORT // 2
    return (
        Kind.STATEMENT,
        Verdict.CONFLICT if short and place.twin.alike >= _VERY else Verdict.DIFFERS,
        "the one says the opposite of the other",
    )


def _nothing_else(side: tuple[Token, ...], word: Token) -> bool:
    """Return whether a word is the only one of meaning among some, or one of so few that they are told with it."""
    return len(side) <= _SHORT // 2 or all(t is word or t.tag is Tag.FUNCTION for t in side)


def _names(place: _Place) -> _Said | None:
    """Tell one name from another in its place."""
    one, two = ([t.word.text for t in side if t.tag is Tag.NAME] for side in (place.a, place.b))
    if not one or not two or max(len(place.a), len(place.b)) > 2 * _SHORT or one_name(one, two):
        return None
    known_a, known_b = (_details(place.story, p, s) for p, s in ((place.twin.a, place.span_a), (place.twin.b, place.span_b)))
    full_a, full_b = ({d.value.full for d in side if isinstance(d.value, Name)} for side in (known_a, known_b))
    kinds_of = {d.kind for side in (known_a, known_b) for d in side if isinstance(d.value, Name)}
    if not full_a or not full_b or full_a & full_b or len(kinds_of) != 1 or Kind.NAME in kinds_of:
        return None
    texts = [{w.lower() for d in side for w in d.text.split()} for side in (known_a, known_b)]
    if texts[0] & texts[1]:
        return None
    kinds = [d.kind for d in known_a + known_b if isinstance(d.value, Name)]
    bare = len(one) == len(place.a) and len(two) == len(place.b)
    if not bare and Kind.PERSON not in kinds_of:
        return None
    sure = bare and place.twin.alike >= _VERY and len(set(kinds)) == 1 and bool(full_a) and bool(full_b)
    return (
        kinds[0] if kinds else Kind.NAME,
        Verdict.CONFLICT if sure else Verdict.DIFFERS,
        "all but the name is the same",
    )


def _words(place: _Place) -> _Said | None:
    """Tell one word of meaning from another in its place, where nothing else of the place differs.

    A synonym, what narrows a noun and a noun for a person may mean the same and are told as other words.
    """
    if len(place.a) != 1 or len(place.b) != 1 or place.twin.alike < _NEARLY or not reworded(place.a[0], place.b[0]):
        return None
    one, two = place.a[0], place.b[0]
    sides = ((place.twin.a, place.span_a), (place.twin.b, place.span_b))
    if any(isinstance(d.value, Amount | Moment | Name) for side in sides for d in _details(place.story, *side)):
        return None
    heads = one.tag is two.tag is Tag.NOUN and not _narrows(place) and place.twin.alike >= _VERY
    people = all(sort_of(t.word.text.lower()) is NounSort.PERSON for t in (one, two))
    if heads and not people and two.word.stem not in synonyms(one.word.stem):
        return Kind.STATEMENT, Verdict.DIFFERS, "all but the word is the same"
    return Kind.STATEMENT, Verdict.PRECISION, "it is told in another word"


def _narrows(place: _Place) -> bool:
    """Return whether a noun stands right behind one of the words of a swap: *soccer* stadium, *football* stadium."""
    sides = ((place.twin.a, place.span_a[1]), (place.twin.b, place.span_b[1]))
    behind = [next((t for t in place.story.tokens(passage) if t.word.start >= end), None) for passage, end in sides]
    return any(token is not None and token.tag is Tag.NOUN for token in behind)


_RULES: Final[tuple[Callable[[_Place], _Said | None], ...]] = (_denials, _hedges, _opposites, _names, _words)


def _verb_at(place: _Place, passage: str, side: tuple[Token, ...], span: tuple[int, int]) -> tuple[int, int]:
    """Return the verbs that stand next behind a place at which a passage has no word of the swap; its own words where it has."""
    if side:
        return span
    groups = [p.group for p in predicates(place.story.passages[passage].folded)]
    if any(g.start < span[1] and span[0] < g.end for g in groups):
        return span
    return next(((g.start, g.end) for g in groups if g.start >= span[0]), span)


def _draft(place: _Place, kind: Kind, verdict: Verdict, end: str) -> Draft:
    """Return the fact of a swap."""
    spans = (_verb_at(place, place.twin.a, place.a, place.span_a), _verb_at(place, place.twin.b, place.b, place.span_b))
    if kind is not Kind.CERTAINTY:
        spans = place.span_a, place.span_b
    readings = (reading(place.story, place.twin.a, *spans[0]), reading(place.story, place.twin.b, *spans[1]))
    spots = ((place.twin.a, place.span_a[0]), (place.twin.b, place.span_b[0]))
    question = kind in {Kind.CERTAINTY, Kind.NEGATION}
    said = gist(place.story, spots, bare=question)
    topic = f"whether {said}" if said and question else said or thing_at(place.story, *spots[0])
    topic = topic or quoted(place.story.passages[place.twin.a].text)
    return Draft(kind, topic, verdict, readings, note(verdict, readings, end), (_WHY,), 4 * place.twin.alike)
