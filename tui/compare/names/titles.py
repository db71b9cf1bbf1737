"""Titles: which office somebody holds and what articles call him or her, those compared that answer one question."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.names.described import Description, described, senses
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.people import OFFICES
from tui.language.synonyms import synonyms
from tui.language.syntax.phrases import chunk
from tui.language.tables import row
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

_ONE_AT_A_TIME: Final = row("posts", "one-at-a-time")
_POSTS: Final = frozenset(OFFICES.values())
_ONE_NOUN: Final = 2.0  # what one head adds to the evidence that two titles answer one question
_WORD: Final = 0.7  # what a word in common adds, up to
_WORDS: Final = 2.0
_LINKED: Final = 1.5  # what passages that tell the same add
_OFFICES: Final = 0.8  # what it adds that both are offices
_CALLED: Final = 0.3  # what it adds that neither is
_MOST: Final = 3  # facts on one person
_NOUNS: Final = 3  # nouns that narrow an office
_LATE: Final = ("former", "ex", "then")


def title_facts(story: Story) -> tuple[Draft, ...]:
    """Return what articles call one person in other words: the offices, callings and descriptions beside the name."""
    by_person: dict[str, list[Description]] = defaultdict(list)
    titles = dict.fromkeys((*_printed(story), *described(story)))
    for title in sorted(titles, key=lambda t: t.start - t.end):
        own = by_person[title.full]
        if not any(t.passage == title.passage and t.start < title.end and title.start < t.end for t in own):
            own.append(title)
    return tuple(draft for own in by_person.values() for draft in _of_person(story, own))


def _printed(story: Story) -> Iterator[Description]:
    """Yield the offices that are printed with names."""
    for extraction in story.extractions:
        for detail in extraction.details:
            value = detail.value
            if isinstance(value, Name) and value.office and detail.kind is Kind.PERSON:
                folded = story.passages[detail.passage].folded
                places = [n for n in range(len(folded)) if folded.startswith(value.office, n)]
                if places:
                    place = min(places, key=lambda n: abs(n - detail.start))
                    end = place + len(value.office)
                    place = _narrowed(folded, place)
                    post = value.post or value.office.lower()
                    yield Description(detail.passage, value.full, place, end, end, post, senses(folded[place:end]))


def _narrowed(folded: str, start: int) -> int:
    """Return where an office begins with the nouns in lower case that narrow it: *prison spokesman*."""
    phrase = next((c.phrase for c in chunk(folded) if c.phrase is not None and c.start <= start < c.end), None)
    if phrase is None or phrase.start >= start:
        return start
    own = words(folded[phrase.start : start])
    own = own[1:] if own and own[0].text.lower() == phrase.determiner else own
    plain = bool(own) and len(own) <= _NOUNS and all(word.text.islower() and word.text.isalpha() for word in own)
    return phrase.start + own[0].start if plain else start


def _of_person(story: Story, own: Sequence[Description]) -> Iterator[Draft]:
    """Yield the facts of one person, the titles put together that are likeliest to answer one question."""
    unit: dict[int, tuple[int, ...]] = {n: (n,) for n in range(len(own))}
    best: dict[tuple[int, ...], float] = {}
    pairs = [(_relation(story, own[i], own[j]), -i, -j) for i, j in combinations(range(len(own)), 2)]
    for score, i, j in sorted(pairs, reverse=True):
        joined = tuple(sorted({*unit[-i], *unit[-j]}))
        if score > 0 and len({story.passages[own[n].passage].siglum for n in joined}) == len(joined) > len(unit[-i]):
            best[joined] = max(score, *(best.pop(unit[n], 0.0) for n in (-i, -j)))
            unit |= dict.fromkeys(joined, joined)
    ranked = sorted(best, key=lambda group: (-best[group], group))
    drafts = [_draft(story, [own[n] for n in group], best[group]) for group in ranked]
    parted = [draft for draft in drafts if draft.verdict is not Verdict.AGREE]
    yield from parted[:_MOST] or drafts[:1]


def _relation(story: Story, a: Description, b: Description) -> float:
    """Return how likely two titles of one person answer one question; 0 for two of one article."""
    if story.passages[a.passage].siglum == story.passages[b.passage].siglum:
        return 0.0
    heads = [stem(title.post) for title in (a, b)]
    one = heads[0] == heads[1] or heads[1] in synonyms(heads[0])
    shared = (a.senses & b.senses) - set(heads)
    offices = [title.post in _POSTS for title in (a, b)]
    return (
        _ONE_NOUN * one
        + min(_WORDS, _WORD * len(shared))
        + _LINKED * (story.alike(a.passage, b.passage) > 0)
        + _OFFICES * all(offices)
        + _CALLED * (not any(offices))
    )


def _draft(story: Story, own: Sequence[Description], score: float) -> Draft:
    """Return the fact of titles of one person that answer one question."""
    said = [(t.post, t.senses) for t in own]
    posts = {t.post for t in own}
    office = posts <= _POSTS
    if all(_one(a, b) or (not office and _one_head(a, b)) for a, b in combinations(own, 2)):
        verdict = Verdict.AGREE
    else:
        printed = {w for t in own for w in story.passages[t.passage].folded[t.start : t.end].lower().split()}
        fuller = any(a.senses < b.senses for a in own for b in own)
        sure = not fuller and len(posts) > 1 and posts <= _ONE_AT_A_TIME and not printed & set(_LATE)
        verdict = Verdict.DIFFERS if sure else Verdict.PRECISION
    brief = [story.passages[t.passage].folded[t.start : t.brief].lower() for t in own]
    ends = [t.brief if brief.count(text) == 1 else t.end for t, text in zip(own, brief, strict=True)]
    told = [reading(story, t.passage, t.start, end, t.post) for t, end in zip(own, ends, strict=True)]
    readings = with_odd(told, [said.index(s) for s in said])
    what = "office" if office else "description"
    end = {Verdict.AGREE: "", Verdict.DIFFERS: "the offices are not the same"}.get(verdict, f"the {what} is in other words")
    why = ("the name is the same",)
    return Draft(Kind.ROLE, f"{what} of {own[0].full}", verdict, readings, note(verdict, readings, end), why, score)


def _one_head(a: Description, b: Description) -> bool:
    """Return whether two descriptions are headed by one noun or by synonyms, so that other words only narrow it."""
    one, two = stem(a.post), stem(b.post)
    return one == two or two in synonyms(one)


def _one(a: Description, b: Description) -> bool:
    """Return whether two titles say the same: the same words, or the bare noun and one that narrows it."""
    if a.senses == b.senses:
        return True
    short, long = sorted((a, b), key=lambda t: len(t.senses))
    return short.senses < long.senses and len(short.senses) <= len(senses(short.post))
