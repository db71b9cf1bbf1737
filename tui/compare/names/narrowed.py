"""Narrowed: one noun of linked passages that the articles narrow with other words: *the county jail*, *the Lund County jail*.

In passages that are only near the noun has to stand beside one verb as well: *checked into the county jail*.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.compare.words.asked import which
from tui.compare.words.note import note
from tui.language.deeds import deed, kind_of
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.collation import Verdict
from tui.model.detail import Kind

_LINKED: Final = 0.45  # passages less alike than this may use one noun of two things
_KINDS: Final = {
    NounSort.PERSON: Kind.PERSON,
    NounSort.BODY: Kind.ORGANISATION,
    NounSort.PLACE: Kind.PLACE,
    NounSort.CARRIER: Kind.NAME,
}
_LONG: Final = 6  # words of a phrase that is shown
_WHY: Final = "the passages tell the same"
_BESIDE: Final = "the noun stands beside the same verb"
_SAYS_NOTHING: Final = lexicon(
    "same own other another new more such first last next late early former young old one two several many few"
)
_LIGHT: Final = lexicon("be have do get make take go become give say tell")
_ANY: Final = lexicon("people person man woman thing one way day year time week month part number percent member case")


def narrowed_facts(story: Story) -> tuple[Draft, ...]:
    """Return the nouns of linked or near passages that articles narrow with other words, each standing once in each passage."""
    known: dict[str, dict[str, Phrase]] = {}
    drafts: list[Draft] = []
    close = {pair: likeness for pair, likeness in story.likeness.items() if likeness >= _LINKED}
    for (a, b), likeness in (*close.items(), *story.beside.items()):
        if not story.first(a, b):
            continue
        for passage in (a, b):
            if passage not in known:
                known[passage] = _nouns(story, passage)
        for head in known[a].keys() & known[b].keys():
            one, two = (a, known[a][head]), (b, known[b][head])
            if not story.near(a, b) or _verbs(story, *one) & _verbs(story, *two):
                drafts += _parted(story, one, two, likeness)
    return tuple(drafts)


def _verbs(story: Story, passage: str, phrase: Phrase) -> frozenset[str]:
    """Return the kinds of deeds that a phrase takes part in, those that tell nothing left out."""
    told = (p for p in predicates(story.passages[passage].folded) if phrase in {*p.phrases, *p.listed})
    return frozenset(kind_of(deed(predicate).verb) for predicate in told) - _LIGHT


def _nouns(story: Story, passage: str) -> dict[str, Phrase]:
    """Return the phrases of a passage by the stem of their common noun, those left out whose noun stands there twice."""
    phrases = [c.phrase for c in chunk(story.passages[passage].folded) if c.phrase is not None]
    folded = story.passages[passage].folded
    plain = [p for p in phrases if not (p.pronoun or p.timed or p.named or p.base in _ANY) and _is_plain(folded[p.start : p.end])]
    count = Counter(stem(p.base) for p in plain)
    return {stem(p.base): p for p in plain if count[stem(p.base)] == 1}


def _is_plain(printed: str) -> bool:
    """Return whether a phrase has no figure and no owner, whose difference is told elsewhere or tells nothing."""
    own = printed.lower().split()
    return not any(c.isdigit() for c in printed) and "'s" not in printed and not set(own) & (_OWNED | _FIGURES)


def _parted(story: Story, one: tuple[str, Phrase], two: tuple[str, Phrase], likeness: float) -> Iterator[Draft]:
    """Yield the fact that two phrases with one noun narrow it with other words."""
    x = one[1]
    printed = [story.passages[passage].folded[p.bare : p.end] for passage, p in (one, two)]
    here, there = (frozenset(w for w in senses(text) if not w.isdigit()) - _EMPTY for text in printed)
    head = stem(x.base)
    if here == there or max(len(text.split()) for text in printed) > _LONG:
        return
    own = [words - {head} for words in (here, there)]
    named = [any(word[0].isupper() for word in text.split()[1:-1] or text.split()[:1]) for text in printed]
    plural = [story.passages[passage].folded[slice(*p.at)].lower() != p.base for passage, p in (one, two)]
    if not any(named) or not all(own) or plural[0] != plural[1]:
        return
    sort = sort_of(x.base)
    kind = Kind.NAME if sort is None else _KINDS[sort]
    topic = next((q for passage, p in (one, two) if (q := which(story, story.passages[passage], p))), "")
    if not topic:
        return  # nobody could tell what is asked
    readings = tuple(reading(story, passage, p.bare, p.end) for passage, p in (one, two))
    end = f"“{x.base}” is narrowed by other words"
    yield Draft(
        kind,
        topic,
        Verdict.PRECISION,
        readings,
        note(Verdict.PRECISION, readings, end),
        (_WHY if story.alike(one[0], two[0]) else _BESIDE,),
        likeness,
    )


_OWNED: Final = lexicon("his her their my our your its whose these those that this of")
_FIGURES: Final = lexicon("two three four five six seven eight nine ten dozen several all both no some any more most every each")
_EMPTY: Final = frozenset(map(stem, _SAYS_NOTHING))
