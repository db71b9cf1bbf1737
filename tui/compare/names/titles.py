"""Titles: which office somebody holds and what articles call him or her, those compared that answer one question."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.names.aspects import Aspects, aspects, head, one_noun, parted
from tui.compare.names.described import Description, described
from tui.compare.names.senses import senses
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.lemmas import noun_base
from tui.language.people import OFFICES
from tui.language.syntax.phrases import chunk
from tui.language.tables import lexicon, row
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

_ONE_AT_A_TIME: Final = row("posts", "one-at-a-time")
_HELD_BY_MANY: Final = row("persons", "held-by-many")
_POSTS: Final = frozenset(OFFICES.values())
_ONE_NOUN: Final = 2.0  # what one head adds to the evidence that two titles answer one question
_WORD: Final = 0.7  # what a word in common adds, up to
_WORDS: Final = 2.0
_LINKED: Final = 1.5  # what passages that tell the same add
_OFFICES: Final = 0.8  # what it adds that both are offices
_CALLED: Final = 0.3  # what it adds that neither is
_ONLY: Final = 0.8  # what it adds that neither article says anything else that the person is
_OTHER_NOUN: Final = 1.4  # the evidence that two nouns for one person answer one question
_ANY: Final = lexicon("leader politician official")
"""Nouns that stand for the holder of any high office where they stand without the name."""
_JUDGING: Final = lexicon("dictator strongman ruler despot tyrant warlord")
"""Nouns for the holder of an office that say how it is held."""
_SAYS_LITTLE: Final = lexicon(
    "star superstar legend hero figure individual counterpart friend rival colleague opponent critic supporter victim suspect"
    " winner loser boy girl kid teenager veteran member celebrity killer criminal gangster mobster player survivor name giant"
)
"""Nouns that judge somebody or tell of one deed, and answer no question that another noun does."""
_ADDRESS: Final = lexicon("representative senator delegate assemblyman assemblywoman councilman councilwoman lawmaker member")
_LEADS: Final = lexicon("leader whip speaker chairman chairwoman chair chairperson president")
"""Offices of which the holder is often called by what every member is called."""
_MOST: Final = 3  # facts on one person
_NOUNS: Final = 3  # nouns that narrow an office
_LATE: Final = ("former", "ex", "then")


def title_facts(story: Story) -> tuple[Draft, ...]:
    """Return what articles call one person in other words: the offices, callings and descriptions beside the name."""
    by_person: dict[str, list[Description]] = defaultdict(list)
    titles = dict.fromkeys((*printed_titles(story), *described(story)))
    for title in sorted(titles, key=lambda t: t.start - t.end):
        own = by_person[title.full]
        if not any(t.passage == title.passage and t.start < title.end and title.start < t.end for t in own):
            own.append(title)
    return tuple(draft for own in by_person.values() for draft in _of_person(story, own))


def printed_titles(story: Story) -> Iterator[Description]:
    """Yield the offices that are printed with names."""
    for extraction in story.extractions:
        for detail in extraction.details:
            value = detail.value
            if isinstance(value, Name) and value.office and detail.kind is Kind.PERSON:
                folded = story.passages[detail.passage].folded
                places = [n for n in range(len(folded)) if folded.startswith(value.office, n)]
                inside = [n for n in places if detail.start <= n < detail.end]
                if places and not (inside and _ANY & set(value.office.lower().split())):
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
    cut = max(
        (n for n, word in enumerate(own) if n and folded[phrase.start + own[n - 1].end : phrase.start + word.start] != " "),
        default=0,
    )
    own = own[1:] if own and not cut and own[0].text.lower() == phrase.determiner else own[cut:]
    while cut and own and own[0].text.endswith("ed"):
        own = own[1:]  # *re - hired attorney*, as tokenised text has it
    plain = bool(own) and len(own) <= _NOUNS and all(word.text.islower() and word.text.isalpha() for word in own)
    return phrase.start + own[0].start if plain else start


def _of_person(story: Story, own: Sequence[Description]) -> Iterator[Draft]:
    """Yield the facts of one person, the titles put together that are likeliest to answer one question."""
    unit: dict[int, tuple[int, ...]] = {n: (n,) for n in range(len(own))}
    best: dict[tuple[int, ...], float] = {}
    alone = _alone(story, own)
    pairs = [(_relation(story, own[i], own[j], alone), -i, -j) for i, j in combinations(range(len(own)), 2)]
    for score, i, j in sorted(pairs, reverse=True):
        joined = tuple(sorted({*unit[-i], *unit[-j]}))
        if score > 0 and len({story.passages[own[n].passage].siglum for n in joined}) == len(joined) > len(unit[-i]):
            best[joined] = max(score, *(best.pop(unit[n], 0.0) for n in (-i, -j)))
            unit |= dict.fromkeys(joined, joined)
    ranked = sorted(best, key=lambda group: (-best[group], group))
    drafts = [_draft(story, own, [own[n] for n in group], best[group]) for group in ranked]
    parted = [draft for draft in drafts if draft.verdict is not Verdict.AGREE]
    yield from parted[:_MOST] or drafts[:1]


def _alone(story: Story, own: Sequence[Description]) -> frozenset[Description]:
    """Return the titles of one person that are the only one that their article gives, or one of several with one noun."""
    posts: defaultdict[str, set[str]] = defaultdict(set)
    for title in own:
        posts[story.passages[title.passage].siglum].add(stem(title.post))
    named = (title for title in own if title.full in story.named(title.passage))
    return frozenset(title for title in named if len(posts[story.passages[title.passage].siglum]) == 1)


def _aspects(story: Story, title: Description) -> Aspects:
    """Return what narrows a title's noun; of a description what stands before what a preposition goes on with."""
    end = title.end if title.post in _POSTS else title.brief
    return aspects(story.passages[title.passage].folded[title.start : end], title.post)


def _relation(story: Story, a: Description, b: Description, alone: frozenset[Description]) -> float:
    """Return how likely two titles of one person answer one question; 0 for two of one article.

    Those ``alone`` are all that their article says the person is.
    """
    if story.passages[a.passage].siglum == story.passages[b.passage].siglum:
        return 0.0
    heads = {stem(title.post) for title in (a, b)}
    one = one_noun(a.post, b.post)
    shared = (a.senses & b.senses) - heads
    offices = [title.post in _POSTS for title in (a, b)]
    high = [title.post in _POSTS - _HELD_BY_MANY for title in (a, b)]
    leads = {word for title in (a, b) for word in title.post.replace("_", " ").split()} & _LEADS
    addressed = {a.post, b.post} & _ADDRESS and leads
    if not one and (addressed or (any(high) and not all(offices))):
        return 0.0
    if not one and {noun_base(a.post), noun_base(b.post)} & _SAYS_LITTLE:
        return 0.0
    score = (
        _ONE_NOUN * one
        + min(_WORDS, _WORD * len(shared))
        + _LINKED * (story.alike(a.passage, b.passage) > 0)
        + _OFFICES * all(offices)
        + _CALLED * (not any(offices))
        + _ONLY * ({a, b} <= alone)
    )
    return score if one or score >= _OTHER_NOUN else 0.0


def _draft(story: Story, everything: Sequence[Description], chosen: Sequence[Description], score: float) -> Draft:
    """Return the fact of titles of one person that answer one question; ``everything`` are all that the person is given."""
    own = _printed_otherwise(story, everything, chosen)
    if all(_one(story, a, b) for a, b in combinations(own, 2)):
        own = [_narrowest(story, everything, title) for title in own]
    said = [(t.post, t.senses) for t in own]
    posts = {t.post for t in own}
    office = posts <= _POSTS
    heads = [_head(story, t) for t in own]
    nouns = {story.passages[t.passage].folded[slice(*at)].lower() for t, at in zip(own, heads, strict=True)}
    narrowed = [_aspects(story, t) for t in own]
    bare = len(nouns) > 1 and all(_narrowed_alike(a, b) for a, b in combinations(narrowed, 2))
    judged = bool(nouns & _JUDGING) and not nouns <= _JUDGING
    if not judged and all(_one(story, a, b) for a, b in combinations(own, 2)):
        verdict = Verdict.AGREE
    else:
        printed = {w for t in own for w in story.passages[t.passage].folded[t.start : t.end].lower().split()}
        fuller = any(a.senses < b.senses for a in own for b in own)
        sure = not fuller and len(posts) > 1 and posts <= _ONE_AT_A_TIME and not printed & set(_LATE)
        verdict = Verdict.DIFFERS if sure else Verdict.PRECISION
    brief = [story.passages[t.passage].folded[t.start : t.brief].lower() for t in own]
    spans = [(t.start, t.brief if brief.count(text) == 1 else t.end) for t, text in zip(own, brief, strict=True)]
    told = [reading(story, t.passage, *at, t.post) for t, at in zip(own, heads if bare else spans, strict=True)]
    readings = with_odd(told, [said.index(s) for s in said])
    what = "office" if office else "description"
    end = {Verdict.AGREE: "", Verdict.DIFFERS: "the offices are not the same"}.get(verdict, f"the {what} is in other words")
    why = ("the name is the same",)
    return Draft(Kind.ROLE, f"{what} of {own[0].full}", verdict, readings, note(verdict, readings, end), why, score)


def _narrowed_alike(a: Aspects, b: Aspects) -> bool:
    """Return whether two nouns are narrowed by the same words but for a land that one leaves out."""
    return (a.weight, a.party, a.noun, a.initials) == (b.weight, b.party, b.noun, b.initials) and not parted(a, b)


def _of_one_land(a: Aspects, b: Aspects) -> bool:
    """Return whether two offices are of one land and nothing else narrows them."""
    return bool(a.place & b.place) and _narrowed_alike(a, b)


def _head(story: Story, title: Description) -> tuple[int, int]:
    """Return the span of a title's noun in its passage."""
    first, last = head(story.passages[title.passage].folded[title.start : title.end], title.post)
    return title.start + first, title.start + last


def _narrowest(story: Story, everything: Sequence[Description], title: Description) -> Description:
    """Return the title with the same noun that its article narrows most: *customs agent* for *agent*."""
    siglum = story.passages[title.passage].siglum
    same = [t for t in everything if t.post == title.post and story.passages[t.passage].siglum == siglum]
    return max(same, key=lambda t: (len(_aspects(story, t).noun), t == title), default=title)


def _printed_otherwise(story: Story, everything: Sequence[Description], chosen: Sequence[Description]) -> list[Description]:
    """Return for each title that of its article for the same office whose noun the fewest articles print: *dictator*, *leader*.

    Two offices of one land or body that an article gives to one person are the same to it.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    noun = {t: story.passages[t.passage].folded[slice(*_head(story, t))].lower() for t in everything}
    for title in everything:
        told[noun[title]].add(story.passages[title.passage].siglum)
    found = []
    for title in chosen:
        siglum = story.passages[title.passage].siglum
        if title.post in _POSTS - _HELD_BY_MANY:
            own = _aspects(story, title)
            same = [t for t in everything if t.post in _POSTS and story.passages[t.passage].siglum == siglum]
            odd = [t for t in same if len(told[noun[t]]) == 1 and (noun[t] in _JUDGING or t.post != title.post)]
            alike = [t for t in odd if t.post == title.post or _of_one_land(_aspects(story, t), own)]
            found.append(min(alike, key=lambda t: (noun[t] not in _JUDGING, t.passage, t.start), default=title))
        else:
            found.append(title)
    return found


def _one(story: Story, a: Description, b: Description) -> bool:
    """Return whether two titles say the same: one noun, and what narrows it does not part."""
    return a.senses == b.senses or (one_noun(a.post, b.post) and not parted(_aspects(story, a), _aspects(story, b)))
