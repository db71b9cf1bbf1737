"""Naming: the fullest form in which each article names one person, body, place or thing, and what it calls what it counts."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import permutations, product
from typing import Final

from tui.compare.draft import Draft, read_detail, reading, with_odd
from tui.compare.figures.families import family
from tui.compare.figures.mention import Mention
from tui.compare.figures.pairing import Group
from tui.compare.standing import Standing
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag
from tui.language.nicknames import same_given
from tui.language.words import stem, words
from tui.model.article import PassageKind
from tui.model.collation import Reading, Verdict
from tui.model.detail import Amount, Detail, Kind, Name

ONE_NAME: Final = "they stand for one name"
"""The evidence of facts on the forms of a name."""
_NAMED: Final = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.NAME})
_LINKED: Final = 0.4  # passages less alike than this may name two things by names that begin alike
_PHRASE: Final = 5  # words of a noun phrase behind a figure that are shown
_NICKNAME: Final = re.compile(r"(?<=\S) *[\"\u201c][^\"\u201d]+[\"\u201d] *(?=\S)")
_ORGAN: Final = 2  # words that the name of an organ has more than that of its body
_Key = tuple[str, ...]
"""The words of a name in lower case without marks."""


def name_facts(story: Story) -> tuple[Draft, ...]:
    """Return for each name that several articles give the fullest form that each of them prints.

    One name alone of a person is a divergence only where another person of the same article has it too: *Weber*, where two are
    called so. A shorter form of anything else is one only where it leaves out what tells things apart: a number or a word inside.
    """
    by_name: dict[tuple[Kind, str], dict[str, Detail]] = defaultdict(dict)
    for extraction in story.extractions:
        for detail in extraction.details:
            if detail.kind in _NAMED and isinstance(detail.value, Name) and not detail.value.variant and _is_form(detail):
                own = by_name[detail.kind, detail.value.full]
                known = own.get(extraction.siglum)
                if known is None or _fullness(story, detail) > _fullness(story, known):
                    own[extraction.siglum] = detail
    people: dict[str, list[frozenset[str]]] = defaultdict(list)
    for (kind, full), own in by_name.items():
        for siglum in own if kind is Kind.PERSON else ():
            people[siglum].append(frozenset(_key(full)))
    drafts = []
    for (kind, full), own in by_name.items():
        if len(own) > 1:
            others = [key for siglum in own for key in people[siglum] if key != frozenset(_key(full))]
            thing = partial(_unknown, story, own) if kind is Kind.NAME else _lacks
            told = partial(_called, others) if kind is Kind.PERSON else thing
            drafts.append(_named(story, kind, full, list(own.values()), told))
    return tuple(drafts)


def _called(others: Sequence[frozenset[str]], short: _Key, long: _Key) -> bool:
    """Return whether two forms of a person's name part: in middle names, initials and short given names, or in one of them alone.

    One name alone parts from the full one only where it is part of the name of one of the ``others`` too.
    """
    if len(short) == 1:
        return any(set(short) <= other for other in others) and short != long
    given = any(a != b and same_given(a, b) for a in short[:-1] for b in long[:-1])
    return set(short) < set(long) or (short != long and given)


def _lacks(short: _Key, long: _Key) -> bool:
    """Return whether a shorter form of a name leaves out a number or words inside: *Norda*, *Norda 570*; *Hotel Lund*."""
    more = [word for word in long if word not in short]
    inside = len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1])
    return set(short) < set(long) and (inside or any(c.isdigit() for word in more for c in word))


def _unknown(story: Story, own: Mapping[str, Detail], short: _Key, long: _Key) -> bool:
    """Return whether a name lacks what tells it apart, or words that its article prints nowhere: *Herons* with no *Malmo*."""
    if _lacks(short, long):
        return True
    articles = {siglum for siglum, detail in own.items() if _key(detail.text) == short}
    more = [word for word in long if word not in short]
    known = {p.siglum for p in story.passages.values() if all(word in p.folded.lower() for word in more)}
    return set(short) < set(long) and not articles <= known


def _holds(short: _Key, long: _Key) -> bool:
    """Return whether a longer name is of a part or organ of what the shorter one names: *Lund County Court of Appeal*."""
    return _lacks(short, long) or (long[: len(short)] == short and len(long) - len(short) >= _ORGAN)


def _is_form(detail: Detail) -> bool:
    """Return whether a detail prints the name itself, or part of it, and no epithet in its place."""
    if not isinstance(detail.value, Name):
        return False
    own, full = _key(detail.text), _key(detail.value.full)
    return bool(set(own) & set(full)) or (detail.kind is Kind.ORGANISATION and _shortens(own, full))


def _shortens(short: _Key, full: _Key) -> bool:
    """Return whether one name is the initials of another: ``un`` of ``united nations``."""
    letters = "".join(word[0] for word in full if word not in {"of", "the", "and", "for"})
    return len(short) == 1 and len(full) > 1 and short[0] == letters


@lru_cache(maxsize=4096)
def _key(text: str) -> _Key:
    """Return the words of a name in lower case without marks and without a nickname in quotation marks."""
    return tuple(w.text.lower().replace(".", "").removesuffix("'s") for w in words(_NICKNAME.sub(" ", text)))


def _fullness(story: Story, detail: Detail) -> tuple[int, bool, int]:
    """Return how full a form is: by its words, in the body before a headline, by its letters."""
    return len(_key(detail.text)), story.passages[detail.passage].kind is PassageKind.BODY, len(detail.text)


def _named(story: Story, kind: Kind, full: str, own: Sequence[Detail], told: Callable[[_Key, _Key], bool]) -> Draft:
    """Return the fact of one name; ``told`` says whether a shorter form parts from a longer one."""
    keys = [_key(str(d.value) if told is _holds else d.text) for d in own]
    verdict = Verdict.PRECISION if any(told(a, b) for a, b in permutations(keys, 2)) else Verdict.AGREE
    readings = with_odd([read_detail(story, d) for d in own], [keys.index(k) for k in keys])
    end = "the name is given in fuller and in shorter form" if verdict is Verdict.PRECISION else ""
    topic = f"full name of {full}" if verdict is Verdict.PRECISION else full
    return Draft(kind, topic, verdict, readings, note(verdict, readings, end), (ONE_NAME,), 0.1 * len(own))


def longer_facts(story: Story) -> tuple[Draft, ...]:
    """Return the names of things, bodies and places that linked passages give in a longer and in a shorter form.

    Nothing but the passages says that both are one, so that neither article may have the other's form.
    """
    things = {passage: story.names(passage, _NAMED - {Kind.PERSON}) for passage in story.passages}
    found: dict[tuple[str, str], dict[str, Detail]] = defaultdict(dict)
    for (a, b), likeness in story.likeness.items():
        if likeness >= _LINKED:
            for short, long in product(things[a], things[b]):
                if short.kind is long.kind and _is_longer(story, short, long):
                    own = found[str(short.value), str(long.value)]
                    for detail in (short, long):
                        own.setdefault(story.passages[detail.passage].siglum, detail)
    return tuple(
        _named(story, next(iter(own.values())).kind, long, list(own.values()), _holds) for (_, long), own in found.items()
    )


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    """Return the words of a name in lower case."""
    return frozenset(w.text.lower() for w in words(name))


def _is_longer(story: Story, short: Detail, long: Detail) -> bool:
    """Return whether a name has all the words of another and more, and each article has its own form alone."""
    words_of = [_words_of(str(detail.value)) for detail in (short, long)]
    if not words_of[0] < words_of[1]:
        return False
    articles = [story.passages[detail.passage].siglum for detail in (short, long)]
    other = str(long.value) in story.named(articles[0]) or str(short.value) in story.named(articles[1])
    hyphened = f"{short.text}-" in long.text or f"-{short.text}" in long.text
    hyphened = hyphened and not any(c.isdigit() for c in long.text)
    return not other and not hyphened and _is_form(short) and _is_form(long)


def counted_facts(story: Story, groups: Sequence[Group]) -> tuple[Draft, ...]:
    """Return the counts on which articles agree while they call what they count by other names."""
    return tuple(draft for group in groups for draft in _counted(story, group))


def _counted(story: Story, group: Group) -> Iterator[Draft]:
    """Yield the fact that one count is a count of pirates here and of crew there."""
    members = [m for m in group.members if m.kind is Kind.NUMBER and m.head]
    if len(members) < 2 or any(b.standing is not Standing.EQUAL for _, _, b in group.bonds):  # noqa: PLR2004 - a comparison takes two
        return
    heads = [family(m.head) if family(m.head) != "person" else m.head for m in members]
    if len({stem(h) for h in heads}) < 2 or not any(b.score >= 3 for _, _, b in group.bonds):  # noqa: PLR2004 - as above; strong evidence
        return
    readings = with_odd([_phrase(story, m) for m in members], [heads.index(h) for h in heads])
    if any(len(r.text) == len(m.detail.text) or _ranks(m) or _single(m) for r, m in zip(readings, members, strict=True)):
        return
    person = any(family(m.head) == "person" for m in members)
    end = "what is counted goes by other names"
    yield Draft(
        Kind.ROLE if person else Kind.STATEMENT,
        f"{'who' if person else 'who or what'} the {members[0].detail.text} are",
        Verdict.PRECISION,
        readings,
        note(Verdict.PRECISION, readings, end),
        ("the count is the same",),
        1.0,
    )


def _single(mention: Mention) -> bool:
    """Return whether a figure counts one thing."""
    return isinstance(mention.detail.value, Amount) and mention.detail.value.figure == 1


def _ranks(mention: Mention) -> bool:
    """Return whether a figure tells a place in a row and counts nothing."""
    return isinstance(mention.detail.value, Amount) and mention.detail.value.dimension == "order"


def _phrase(story: Story, mention: Mention) -> Reading:
    """Return a figure with the noun phrase that it counts."""
    end = mention.detail.end
    for token in [t for t in story.tokens(mention.passage.id) if t.word.start >= end][:_PHRASE]:
        if token.tag not in {Tag.NOUN, Tag.NAME}:
            break
        end = token.word.end
        if token.word.stem == mention.head:
            break
    return reading(story, mention.passage.id, mention.detail.start, end, str(mention.detail.value))
