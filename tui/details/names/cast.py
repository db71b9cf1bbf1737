"""The cast of a story: every name and epithet of every article with whom or what it stands for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.casting import Casting, casting
from tui.details.names.clusters import Form, Group, grouped, letters
from tui.details.names.epithets import Chair, chair, compatriots, descriptions, holder_of, learnt, of_land
from tui.details.names.mentions import Capitals, Run, Sentence, capitals, runs, titled, trimmed
from tui.details.names.parts import Part, parts
from tui.details.names.sorts import NameSort, decided, given_gender, known, of_mention
from tui.details.names.titles import known_in_title
from tui.details.names.variants import Spelling, seen_words, spellings
from tui.language.tables import row
from tui.language.tokens import tokens
from tui.language.words import plain
from tui.model.article import Article, Passage

Words = tuple[str, ...]
_INITIALS: Final = re.compile(r"((?:[^\W\d_][\w'&.-]*\s+){2,9})\(\s*([A-Z][A-Za-z&.]{1,9})\s*\)")
_LONGEST: Final = 4
_THINGS: Final = row("bodies", "thing-nouns")
_SMALL: Final = frozenset({"of", "the", "and", "for", "on", "to", "in", "&"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One name or epithet of a passage with whom or what it stands for."""

    first: int
    """The index of its first token."""
    last: int
    """The index of its last token."""
    start: int
    """Where it begins in the passage's text."""
    end: int
    """Where it ends."""
    group: Group
    """Whom or what it stands for."""
    chairs: tuple[Chair, ...] = ()
    """The offices given to it here."""
    variant: bool = False
    """True where it is spelt otherwise than in most of the story."""
    epithet: bool = False
    """True for a description in place of the name: ``the North Korean leader``."""
    honorific: str = ""
    """The form of address before it, in lower case."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One article as sentences with their mentions."""

    siglum: str
    """The article."""
    sentences: tuple[Sentence, ...]
    """Its passages with their tokens."""
    mentions: tuple[tuple[Mention, ...], ...]
    """The mentions of each sentence, in reading order."""


def cast(articles: Sequence[Article]) -> tuple[Scene, ...]:
    """Return the articles with every name resolved; names take the fullest form anywhere in the story."""
    sheets = [tuple(map(_sentence, article.passages)) for article in articles]
    raw = [runs(sentences) for sentences in sheets]
    story = capitals(list(zip(sheets, raw, strict=True)))
    found = [_parts(sentences, article_runs, story) for sentences, article_runs in zip(sheets, raw, strict=True)]
    forms = _forms(articles, sheets, found)
    spelling = spellings(seen_words([(f.words, f.count, f.articles) for f in forms]), story.plain)
    groups = grouped(forms, spelling, _defined(sheets))
    roles = casting(groups, spelling, [part for article_parts in found for part in article_parts])
    named = [
        _mentions(sentences, article_parts, article.siglum, roles, spelling)
        for article, sentences, article_parts in zip(articles, sheets, found, strict=True)
    ]
    story_chairs = learnt(_held(m for mentions in named for row in mentions for m in row))
    return tuple(
        Scene(article.siglum, sentences, _with_epithets(sentences, mentions, story_chairs))
        for article, sentences, mentions in zip(articles, sheets, named, strict=True)
    )


def _sentence(passage: Passage) -> Sentence:
    """Return a passage with its tokens."""
    words = tokens(passage.folded, passage.text)
    return Sentence(passage, words, titled(words))


def _parts(sentences: Sequence[Sentence], found: Sequence[Run], story: Capitals) -> list[Part]:
    """Return the names of an article, in reading order."""
    kept = [t for run in found if (t := trimmed(run, sentences[run.sentence].tokens, story))]
    return [part for run in kept for part in parts(run, sentences[run.sentence].tokens)]


def _forms(articles: Sequence[Article], sheets: Sequence[Sequence[Sentence]], found: Sequence[Sequence[Part]]) -> list[Form]:
    """Return every printed form of the story's names with what it names."""
    counts: Counter[Words] = Counter()
    where: defaultdict[Words, set[str]] = defaultdict(set)
    votes: defaultdict[Words, Counter[NameSort]] = defaultdict(Counter)
    genders: defaultdict[Words, Counter[str]] = defaultdict(Counter)
    for article, sentences, article_parts in zip(articles, sheets, found, strict=True):
        for part in article_parts:
            seen = of_mention(part, sentences[part.sentence].tokens)
            counts[part.words] += 1
            where[part.words].add(article.siglum)
            votes[part.words] += seen.votes
            genders[part.words] += seen.genders
    return [_form(words, counts[words], where[words], _with_surname(words, votes, counts), genders[words]) for words in counts]


def _with_surname(words: Words, votes: Mapping[Words, Counter[NameSort]], counts: Mapping[Words, int]) -> Counter[NameSort]:
    """Return the votes for a form, with two for a person where its last word alone is a name of the story, as surnames are."""
    own = votes[words]
    surname = words[-1:]
    spelt = all(len(w) > 1 and w.isalpha() and not w.isupper() for w in words)
    placed = known(surname) or (not given_gender(words) and (known(words[:1]) or known(words[:2])))
    full = 1 < len(words) <= _LONGEST and spelt and not placed and not _THINGS & set(words)
    if full and not own[NameSort.OTHER] and counts.get(surname) and not votes[surname][NameSort.OTHER]:
        return own + Counter({NameSort.PERSON: 2})
    return own


def _form(words: Words, count: int, where: Iterable[str], votes: Counter[NameSort], genders: Counter[str]) -> Form:
    """Return a form with its sort and gender decided from its own words and its mentions."""
    sort = decided(words, votes, count)
    gender = genders.most_common(1)[0][0] if genders else given_gender(words) if sort is NameSort.PERSON else ""
    return Form(words, sort, count, frozenset(where), gender)


def _defined(sheets: Sequence[Sequence[Sentence]]) -> dict[str, Words]:
    """Return the initials that the story explains in brackets after the long form, by their letters."""
    found: dict[str, Words] = {}
    for sentences in sheets:
        for sentence in sentences:
            if "(" not in sentence.passage.folded:
                continue
            for match in _INITIALS.finditer(sentence.passage.folded):
                words, short = match.group(1).split(), letters([match.group(2)])
                for first in range(len(words)):
                    capital = [w for w in words[first:] if w.lower() not in _SMALL]
                    whole = "".join(plain(w)[:1] for w in words[first:])
                    if words[first][0].isupper() and ("".join(plain(w)[:1] for w in capital) == short or whole == short):
                        found[short] = tuple(words[first:])
                        break
    return found


def _mentions(
    sentences: Sequence[Sentence], found: Sequence[Part], siglum: str, roles: Casting, spelling: Spelling
) -> list[list[Mention]]:
    """Return the named mentions of each sentence of an article."""
    rows: list[list[Mention]] = [[] for _ in sentences]
    counts: Counter[Group] = Counter()
    for part in found:
        sentence = sentences[part.sentence]
        group = roles.group_of(part, sentence.tokens, siglum, counts)
        if group is None:
            continue
        counts[group] += 1
        held = tuple(chair(sentence, h) for h in part.holdings)
        variant = any(plain(word) in spelling.main for word in part.words) or _accented(part.words, group)
        first, last = sentence.tokens[part.first], sentence.tokens[part.last]
        rows[part.sentence].append(
            Mention(part.first, part.last, first.start, last.end, group, held, variant, honorific=part.honorific)
        )
    for number, sentence in enumerate(sentences):
        if sentence.titled:
            for start, end, words in known_in_title(sentence.tokens, roles.titles):
                part = Part(number, start, end, words)
                group = roles.group_of(part, sentence.tokens, siglum, counts)
                if group is not None:
                    rows[number].append(Mention(start, end, sentence.tokens[start].start, sentence.tokens[end].end, group))
    return rows


def _accented(words: Words, group: Group) -> bool:
    """Return whether a form is the group's fullest one but for an accent or a letter doubled by one."""
    full = tuple(group.full.split())
    return words != full and not all(w.isascii() for w in (*words, *full)) and tuple(map(plain, words)) == tuple(map(plain, full))


def _held(found: Iterable[Mention]) -> list[tuple[Chair, Group]]:
    """Return the offices that mentions of persons hold."""
    return [(seat, m.group) for m in found for seat in m.chairs if m.group.sort is NameSort.PERSON]


def _with_epithets(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Mention]], story: Mapping[tuple[str, str], Group]
) -> tuple[tuple[Mention, ...], ...]:
    """Return the mentions of an article with the epithets that its own and the story's offices explain."""
    held = _held(m for present in named for m in present)
    article = learnt(held)
    rows: list[tuple[Mention, ...]] = []
    for sentence, present in zip(sentences, named, strict=True):
        found = list(present)
        taken = [(seat.first, seat.last) for m in present for seat in m.chairs]
        for seat in descriptions(sentence, taken):
            group = holder_of(seat, story, article)
            if group is not None and not any(m.first > seat.last and m.first - seat.last == 1 for m in present):
                found = [m for m in found if not (seat.first <= m.first and m.last <= seat.last)]
                found.append(Mention(seat.first, seat.last, seat.start, seat.end, group, (seat,), epithet=True))
        for seat in compatriots(sentence) if " the " in f" {sentence.passage.folded.lower()}" else ():
            group = of_land(seat, held)
            if group is not None:
                found = [m for m in found if not (seat.first <= m.first and m.last <= seat.last)]
                found.append(Mention(seat.first, seat.last, seat.start, seat.end, group, epithet=True))
        rows.append(tuple(sorted(found, key=lambda m: m.first)))
    return tuple(rows)
