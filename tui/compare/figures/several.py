"""One or several: one thing where another article tells of several in one role of one deed, or in one list: *a cup*, *cups*."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.claim import Claim, Stage
from tui.compare.claims.kinship import alike, one_deed
from tui.compare.claims.slots.slots import WHO, WHOM
from tui.compare.draft import Draft, reading
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.lemmas import is_plural
from tui.language.syntax.lexicon import participle
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Phrase, Role
from tui.language.tables import lexicon
from tui.model.collation import Verdict
from tui.model.detail import Kind

_DEED: Final = 1.3  # the least evidence that two claims tell one deed
_SAME_DEED: Final = 0.8  # the same in passages that tell nearly the same
_SAME: Final = 0.8  # a likeness of passages that do
_CLOSE: Final = 0.5  # a likeness of passages whose lists are of one whole, and whose *the shops* are the very ones
_END: Final = "one tells of one, the other of several"
_WHOLE: Final = "both stand in one list"
_ONE: Final = lexicon("a an one single lone sole solitary")
_BESIDES: Final = lexicon("""
    another other others more further additional extra second third next else similar such any no both one each every
""")
"""Words of what is told beside something else, of any, or of one out of several."""
_POINTING: Final = lexicon("the these those this that")
_COUNTING: Final = lexicon("""
    the these those this that two three four five six seven eight nine ten eleven twelve twenty several some many few various
    numerous dozens hundreds thousands a dozen couple of pair his her its their our my your separate different multiple
""")
"""Words before a noun that a question how many leaves out."""
_EMPTY: Final = lexicon("""
    way kind sort type form time day week month year part number lot bit matter thing case moment point chance reason sign step
    while minute hour decade century percent cent dollar pound euro man woman person people result effect effort
""")
"""Nouns that are told as one or several of the same."""
_MEANT: Final = frozenset({Stage.MAYBE, Stage.DUE, Stage.MEANT})
_LISTING: Final = lexicon(", ; and or plus &")
_WEIGHT: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Place:
    """A noun phrase in its passage."""

    passage: str
    """The passage."""
    phrase: Phrase
    """The phrase."""
    claim: Claim | None = None
    """The clause that it takes part in, where that matters."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One thing and several of its sort."""

    score: float
    why: tuple[str, ...]
    one: _Place
    several: _Place
    slot: str = ""


_Roles = defaultdict[str, list[tuple[str, Phrase, Claim]]]
"""Slots with what fills them and its claim, by the passage."""


def several_facts(story: Story, found: Sequence[Claim]) -> tuple[Draft, ...]:
    """Return the facts on one thing against several of its sort, each phrase once against each other article."""
    all_found = [*_of_deeds(story, found), *_of_lists(story)]
    taken: set[tuple[str, int, str]] = set()
    drafts: list[Draft] = []
    for each in sorted(all_found, key=lambda f: (-f.score, *(story.passages[p.passage].text for p in (f.one, f.several)))):
        sides = (each.one, each.several), (each.several, each.one)
        ends = {(x.passage, x.phrase.start, story.passages[y.passage].siglum) for x, y in sides}
        if not taken & ends:
            taken |= ends
            drafts.append(_draft(story, each))
    return tuple(drafts)


def _of_deeds(story: Story, found: Sequence[Claim]) -> Iterator[_Found]:
    """Yield what plays one role of one deed in two linked passages, once alone and once with others of its sort."""
    singles, plurals = _roles(found)
    for (one, two), likeness in story.likeness.items():
        for slot, x, a in singles.get(one, ()):
            for _, y, b in (filled for filled in plurals.get(two, ()) if filled[0] == slot and filled[1].base == x.base):
                if _is_several(b.passage.folded, y, pointed=likeness >= _CLOSE):
                    yield from _of_deed(story, slot, (a, x), (b, y))


def _roles(found: Sequence[Claim]) -> tuple[_Roles, _Roles]:
    """Return the single things and the several ones that take part in what claims tell as done."""
    singles: _Roles = defaultdict(list)
    plurals: _Roles = defaultdict(list)
    for claim in found:
        if not (claim.denied or claim.disputed or claim.stage in _MEANT):
            for slot, phrase in _filled(claim):
                if is_plural(claim.passage.folded[slice(*phrase.at)]):
                    plurals[claim.passage.id].append((slot, phrase, claim))
                elif _is_one(claim, phrase):
                    singles[claim.passage.id].append((slot, phrase, claim))
    return singles, plurals


def _of_deed(story: Story, slot: str, single: tuple[Claim, Phrase], plural: tuple[Claim, Phrase]) -> Iterator[_Found]:
    """Yield the two where their claims tell one deed and neither passage tells of both."""
    (a, x), (b, y) = single, plural
    if alike(a, b) and not _both(a.passage.folded, b.passage.folded, x.base):
        score, why = one_deed(story, a, b, slot)
        same = story.alike(a.passage.id, b.passage.id) >= _SAME
        if score >= (_SAME_DEED if same else _DEED):
            yield _Found(score, why, _Place(a.passage.id, x), _Place(b.passage.id, y, b), slot)


def _filled(claim: Claim) -> Iterator[tuple[str, Phrase]]:
    """Yield who does what a claim tells, what it befalls, and what its prepositions bring, where a common noun says so."""
    told = claim.predicate
    own = [(WHO, told.agent), *((WHOM, p) for p in (() if told.complement else (told.patient, *told.listed)))]
    for slot, phrase in (*own, *((a.preposition, a.phrase) for a in told.arguments)):
        if phrase is not None and not (phrase.pronoun or phrase.timed or phrase.named or phrase.base in _EMPTY):
            yield slot, phrase


def _is_one(claim: Claim, phrase: Phrase) -> bool:
    """Return whether a phrase tells of one thing that is not named beside it."""
    named = any(d.start <= phrase.end + 2 and d.end >= phrase.start - 2 and d.kind is Kind.PERSON for d in claim.names)
    return not named and _single(claim.passage.folded, phrase) and _alone(claim.passage.folded, phrase)


def _single(folded: str, phrase: Phrase) -> bool:
    """Return whether a phrase tells of one thing: *a cup*, *the lone shop*; not *another cup*."""
    own = {phrase.determiner, *phrase.modifiers}
    plural = is_plural(folded[slice(*phrase.at)])
    return not plural and bool(own & _ONE) and not own & (_BESIDES - _ONE) and not folded.startswith(" of ", phrase.end)


def _alone(folded: str, phrase: Phrase) -> bool:
    """Return whether a phrase stands in no list, of which the several may be the sum: *a cutter and a yawl*, *two boats*."""
    chunks = chunk(folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase == phrase), 0)
    behind = place + 2 < len(chunks) and chunks[place + 1].role is Role.COORDINATOR and chunks[place + 2].phrase is not None
    before = place > 1 and chunks[place - 1].role is Role.COORDINATOR and chunks[place - 2].phrase is not None
    return not (behind or before)


def _is_several(folded: str, phrase: Phrase, *, pointed: bool) -> bool:
    """Return whether a phrase tells of several things; of those that it points to only where these are allowed."""
    own = {phrase.determiner, *phrase.modifiers, *folded[phrase.start : phrase.at[0]].lower().split()}
    pointing = bool(own & _POINTING) or "'s" in own or folded.endswith(" of ", 0, phrase.start)
    return is_plural(folded[slice(*phrase.at)]) and not own & _BESIDES and (pointed or not pointing)


def _both(one: str, two: str, base: str) -> bool:
    """Return whether one of two passages tells of one such thing and of several."""
    return any(
        len({is_plural(folded[slice(*c.phrase.at)]) for c in chunk(folded) if c.phrase is not None and c.phrase.base == base}) > 1
        for folded in (one, two)
    )


def _of_lists(story: Story) -> Iterator[_Found]:
    """Yield what two close passages list beside one thing in common, once alone and once with others of its sort."""
    close = {pair: likeness for pair, likeness in story.likeness.items() if likeness >= _CLOSE}
    lists = {passage: _lists(story.passages[passage].folded) for pair in close for passage in pair}
    for (a, b), likeness in close.items():
        one, two = story.passages[a].folded, story.passages[b].folded
        for x, y in (pair for own in lists[a] for other in lists[b] for pair in _listed(own, other)):
            if _single(one, x) and _is_several(two, y, pointed=False) and not _both(one, two, x.base):
                yield _Found(_WEIGHT + likeness, (_WHOLE,), _Place(a, x), _Place(b, y))


def _listed(own: Sequence[Phrase], other: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the phrases of two lists with one noun, where another noun is in both as well."""
    common = {p.base for p in own} & {p.base for p in other}
    if len(common) > 1:
        yield from ((x, y) for x in own for y in other if x.base == y.base and x.base not in _EMPTY)


def _lists(folded: str) -> list[list[Phrase]]:
    """Return the runs of common nouns that commas and *and* tie to one another."""
    found: list[list[Phrase]] = []
    own: list[Phrase] = []
    for piece in chunk(folded):
        if piece.phrase is not None and not (piece.phrase.pronoun or piece.phrase.timed or piece.phrase.named):
            own.append(piece.phrase)
        elif not _goes_on(piece):
            found, own = [*found, own], []
    return [run for run in (*found, own) if len(run) > 1]


def _goes_on(piece: Chunk) -> bool:
    """Return whether a list goes on behind a piece: a comma, *and*, or what a thing of it has with it."""
    return piece.role is Role.COORDINATOR or piece.text in _LISTING or piece.text in {"with", "of"} or piece.phrase is not None


def _draft(story: Story, each: _Found) -> Draft:
    """Return the fact of one thing against several."""
    spans = [(p.passage, *_span(story, p)) for p in (each.one, each.several)]
    readings = tuple(reading(story, *span) for span in spans)
    verdict = Verdict.DIFFERS
    return Draft(Kind.NUMBER, _topic(story, each), verdict, readings, note(verdict, readings, _END), each.why, each.score)


def _span(story: Story, place: _Place) -> tuple[int, int]:
    """Return the span of a phrase, without an *as* at its beginning and with a *not* before it: *not proven verdicts*."""
    folded, phrase = story.passages[place.passage].folded.lower(), place.phrase
    start = phrase.start + (len("as ") if folded.startswith("as ", phrase.start) else 0)
    return start - (len("not ") if folded.endswith("not ", 0, start) else 0), phrase.end


def _topic(story: Story, each: _Found) -> str:
    """Return the question how many there were of a thing, with what befell them where a clause says so."""
    told = story.passages[each.several.passage].text[slice(*_span(story, each.several))].split()
    first = next((n for n, word in enumerate(told) if word.lower() not in _COUNTING and not word[0].isdigit()), len(told) - 1)
    what = " ".join(word if word.isupper() else word.lower() for word in told[first:])
    if each.slot == WHOM and each.several.claim is not None:
        group = each.several.claim.predicate.group
        return f"how many {what} were {participle(group.base)} {group.particle}".strip()
    return f"how many {what} there were"
