"""Unnamed: who or what one article names and another only calls by the noun: *a deputy*, *Deputy Ida Falk*."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.described import described
from tui.compare.names.titles import printed_titles
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.nouns import NounSort, sort_of
from tui.language.people import OFFICES
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind

_LINKED: Final = 0.4  # passages less alike than this may tell of two
_ANY: Final = lexicon("person man woman people official member name friend leader group company place area city town country")
"""Nouns that many of one story go by."""
_KINDS: Final = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.NAME})
_GAP: Final = 2  # letters between a noun and the name that it stands with
_WHY: Final = "the passages tell the same"


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with the noun that says what it is."""

    detail: Detail
    noun: str
    """The stem of the noun, of an office in its plain form."""
    start: int
    """Where the words begin."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun that stands for somebody or something without a name."""

    passage: str
    start: int
    end: int
    noun: str
    """Its stem, of an office in its plain form."""
    word: str


def unnamed_facts(story: Story) -> tuple[Draft, ...]:
    """Return whom and what one of two linked passages names while the other article has only a noun with *a*."""
    details = {passage: story.names(passage, _KINDS) for passage in story.passages}
    named: defaultdict[str, list[_Named]] = defaultdict(list)
    for title in dict.fromkeys((*printed_titles(story), *described(story))):
        for detail in details[title.passage]:
            if str(detail.value) == title.full and abs(detail.start - title.end) <= _GAP:
                named[title.passage].append(_Named(detail, _plain(title.post), min(title.start, detail.start)))
    for own in details.values():
        for detail in own:
            last = detail.text.split()[-1].lower()
            thing = detail.kind is not Kind.PERSON and " " in detail.text and sort_of(last) not in {None, NounSort.PERSON}
            if thing:
                named[detail.passage].append(_Named(detail, _plain(last), detail.start))
    nouns = {p: tuple(_nouns(story, p, details[p])) for p in story.passages}
    return tuple(
        draft
        for (a, b), likeness in story.likeness.items()
        if likeness >= _LINKED
        for one in named.get(a, ())
        for two in nouns[b]
        if one.noun == two.noun and (draft := _draft(story, one, two, likeness)) is not None
    )


def _plain(noun: str) -> str:
    """Return the stem of a noun, of an office in its plain form."""
    return stem(OFFICES.get(noun, noun))


def _nouns(story: Story, passage: str, details: Sequence[Detail]) -> Iterator[_Noun]:
    """Yield the nouns with *a* of a passage beside which no name stands."""
    chunks = chunk(story.passages[passage].folded)
    for place, piece in enumerate(chunks):
        phrase = piece.phrase
        if phrase is None or phrase.named or phrase.timed or phrase.determiner not in {"a", "an"} or phrase.base in _ANY:
            continue
        if sort_of(phrase.base) is None or _beside(chunks, place, details):
            continue
        start = phrase.start + len(phrase.determiner) + 1
        yield _Noun(passage, start, phrase.end, _plain(phrase.base), phrase.base)


def _beside(chunks: Sequence[Chunk], place: int, details: Sequence[Detail]) -> bool:
    """Return whether a name stands in a phrase, right before it, behind it or behind a comma."""
    first, last = max(0, place - 2), min(len(chunks) - 1, place + 2)
    around = [
        chunks[n] for n in range(first, last + 1) if n == place or chunks[(n + place) // 2].text in {",", "named", "called"}
    ]
    return any(c.start - _GAP <= d.start <= c.end + _GAP for c in around for d in details)


def _draft(story: Story, one: _Named, two: _Noun, likeness: float) -> Draft | None:
    """Return the fact of a name and a noun for it; ``None`` where the other article has the name."""
    passage = story.passages[one.detail.passage]
    sigla = passage.siglum, story.passages[two.passage].siglum
    if sigla[0] == sigla[1] or str(one.detail.value) in story.named(sigla[1]):
        return None
    last = one.detail.text.split()[-1].lower()
    if any(last in p.folded.lower() for p in story.passages.values() if p.siglum == sigla[1]) and one.detail.kind is Kind.PERSON:
        return None
    readings = (
        reading(story, passage.id, one.start, one.detail.end, str(one.detail.value)),
        reading(story, two.passage, two.start, two.end),
    )
    told = note(Verdict.PRECISION, readings, "one names what the other only describes")
    topic = f"which {two.word} it is" if one.detail.kind is not Kind.PERSON else f"who the {two.word} is"
    return Draft(one.detail.kind, topic, Verdict.PRECISION, readings, told, (_WHY,), likeness)
