"""What bodies, ships and other named things are called: *the ferry Norda*, *the patrol boat Norda*, *Brun Ltd., a baker*."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.names.aspects import one_noun
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Chunk, Role
from tui.language.tables import lexicon
from tui.language.words import words
from tui.model.article import Passage, PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind, Name

_SORTS: Final = {
    Kind.ORGANISATION: frozenset({NounSort.BODY}),
    Kind.NAME: frozenset({NounSort.BODY, NounSort.CARRIER}),
}
"""What nouns can say what a name of each kind stands for."""
_DOERS: Final = frozenset({NounSort.BODY, NounSort.PERSON})
_ONE_OF: Final = "one"
_LONG: Final = 8  # words of a description
_SMALL: Final = lexicon("a an the his her its their this that our")
_PARTS: Final = lexicon("spokesman spokeswoman unit branch side team member players fans wing arm")


@dataclass(frozen=True, slots=True)
class _Calling:
    """What a passage calls a named thing."""

    passage: str
    start: int
    end: int
    head: str
    """The noun, in the base form."""


def calling_facts(story: Story) -> tuple[Draft, ...]:
    """Return the named bodies and things that articles call by other nouns, each article by its first."""
    told: defaultdict[tuple[Kind, str], dict[str, _Calling]] = defaultdict(dict)
    for extraction in story.extractions:
        for detail in extraction.details:
            passage = story.passages[detail.passage]
            if detail.kind in _SORTS and isinstance(detail.value, Name) and passage.kind is not PassageKind.HEADLINE:
                for calling in _callings(passage, detail):
                    told[detail.kind, detail.value.full].setdefault(extraction.siglum, calling)
    found = (_draft(story, kind, full, tuple(own.values())) for (kind, full), own in told.items() if len(own) > 1)
    return tuple(draft for draft in found if draft is not None)


def _callings(passage: Passage, detail: Detail) -> Iterator[_Calling]:
    """Yield what one passage calls a name that it prints: the noun before it, or behind a comma."""
    chunks = chunk(passage.folded)
    place = next((n for n, c in enumerate(chunks) if c.phrase is not None and c.start <= detail.start < c.end), None)
    if place is None or passage.folded.startswith("'s", detail.end):
        return
    before = [w for w in words(passage.folded[chunks[place].start : detail.start]) if w.text.lower() not in _SMALL]
    if before and passage.folded[chunks[place].start + before[-1].end : detail.start] == " ":
        head = before[-1].text.lower()
        start = chunks[place].start + before[0].start
        if sort_of(head) in _SORTS[detail.kind] and head not in _PARTS:
            yield _Calling(passage.id, start, chunks[place].start + before[-1].end, head)
    yield from _behind(passage, chunks, place, detail)


def _behind(passage: Passage, chunks: Sequence[Chunk], place: int, detail: Detail) -> Iterator[_Calling]:
    """Yield what stands behind a name and a comma: *, a baker in Lund*, *, one of the oldest bakers of the land*."""
    if place + 2 >= len(chunks) or chunks[place + 1].text != "," or chunks[place].end > detail.end + 1:
        return
    first = chunks[place + 2].phrase
    after = chunks[place + 3] if place + 3 < len(chunks) else None
    if first is None or (after is not None and after.role is Role.COORDINATOR):
        return
    end, head = first.end, first.base
    if head == _ONE_OF and after is not None and after.text == "of" and place + 4 < len(chunks):
        rest = chunks[place + 4].phrase
        if rest is None:
            return
        end, head = rest.end, rest.base
    elif not first.determiner or first.determiner not in {"a", "an", "the"}:
        return
    start = first.start + (len(first.determiner) + 1 if first.determiner in _SMALL else 0)
    fits = sort_of(head) in (_DOERS if _SORTS[detail.kind] & _DOERS else frozenset()) | _SORTS[detail.kind]
    if fits and head not in _PARTS and len(passage.folded[start:end].split()) <= _LONG:
        yield _Calling(passage.id, start, end, head)


def _draft(story: Story, kind: Kind, full: str, own: Sequence[_Calling]) -> Draft | None:
    """Return the fact of what a name is called; ``None`` where the nouns say the same."""
    if all(_one(story, a, b) for a, b in combinations(own, 2)):
        return None
    heads = [calling.head for calling in own]
    readings = with_odd([reading(story, c.passage, c.start, c.end) for c in own], [heads.index(head) for head in heads])
    end = "it is called by other nouns"
    told = note(Verdict.PRECISION, readings, end)
    return Draft(kind, f"what {full} is", Verdict.PRECISION, readings, told, ("the name is the same",), 1.0)


def _one(story: Story, a: _Calling, b: _Calling) -> bool:
    """Return whether two nouns say the same of a thing: one noun, or two for one thing that nothing narrows."""
    narrowed = any(" " in story.passages[c.passage].folded[c.start : c.end] for c in (a, b))
    return a.head == b.head or (one_noun(a.head, b.head) and not narrowed)
