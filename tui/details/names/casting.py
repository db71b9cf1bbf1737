"""Casting: which person or thing a name of one word stands for in its article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.clusters import Group, Words
from tui.details.names.parts import Part
from tui.details.names.people import fit
from tui.details.names.sorts import NameSort
from tui.details.names.variants import Spelling
from tui.language.gazetteer import Sort, gazetteer
from tui.language.people import HONORIFICS
from tui.language.tokens import Token
from tui.language.words import plain

_WHERE: Final = frozenset({"in", "at", "near", "outside", "to", "from"})


@dataclass(frozen=True, slots=True)
class Casting:
    """The groups of a story by the forms and words that name them."""

    by_form: Mapping[Words, Group]
    """Every form → its own group."""
    by_word: Mapping[str, tuple[Group, ...]]
    """A word of a person's full name, as ``plain`` gives it → the persons."""
    titles: Mapping[str, tuple[Words, ...]]
    """The first word of a form, as ``plain`` gives it → the forms that begin with it, longest first."""
    spelling: Spelling
    """The story's variants of spelling."""
    posts: Mapping[Group, frozenset[str]]
    """The offices and callings that full names of the story are printed with, by person."""

    def group_of(self, part: Part, tokens: Sequence[Token], siglum: str, counts: Counter[Group]) -> Group | None:
        """Return whom or what a name stands for, given how often each group was named so far in the article."""
        own = self.by_form.get(part.words)
        if len(part.words) > 1 or (own is not None and own.sort in {NameSort.ORGANISATION, NameSort.PEOPLE}):
            return own
        word = self.spelling.main.get(plain(part.words[0]), part.words[0])
        candidates = [g for g in self.by_word.get(plain(word), ()) if _gender_fits(g, part)]
        before = tokens[part.first - 1].lower if part.first else ""
        here = any(siglum in form.articles for g in candidates for form in g.forms if len(form.words) > 1)
        if (
            own is not None
            and own.sort is NameSort.PLACE
            and (before in _WHERE or not (here or (candidates and _is_town(word))))
            and not part.honorific
            and not part.holdings
        ):
            return own
        if not candidates:
            family = word.endswith("s") and plain(word[:-1]) in self.by_word
            return None if family and own is not None and own.sort is NameSort.OTHER else own
        posts = {h.post for h in part.holdings if not h.calling}
        best = max(candidates, key=lambda g: (bool(posts & self.posts.get(g, frozenset())), _claim(g, word, siglum, counts)))
        others = self.posts.get(best, frozenset())
        stranger = posts and others and not counts[best] and not posts & others
        return own if stranger and own is not None else best


def _is_town(word: str) -> bool:
    """Return whether a word names no more than a town, as many surnames do."""
    entry = gazetteer().places.get(word)
    return entry is not None and entry.sort is Sort.CITY


def _gender_fits(group: Group, part: Part) -> bool:
    """Return whether the form of address does not contradict a person's gender."""
    told = HONORIFICS.get(part.honorific, "")
    return not told or not group.gender or told == group.gender


def _claim(group: Group, word: str, siglum: str, counts: Counter[Group]) -> tuple[int, int, int, int, str]:
    """Return how strong a person's claim to a single word is: by its place in the name, by the article, by the story."""
    best = max(fit(word, form.words) for form in group.forms if len(form.words) > 1)
    here = any(siglum in form.articles for form in group.forms if len(form.words) > 1)
    return (
        best + 2 * bool(counts[group]) + here,
        counts[group],
        len({a for f in group.forms for a in f.articles}),
        -len(group.full),
        group.full,
    )


def casting(groups: Sequence[Group], spelling: Spelling, named: Iterable[Part]) -> Casting:
    """Return the groups by their forms and by the words of full names; ``named`` are the names of all articles."""
    by_word: defaultdict[str, list[Group]] = defaultdict(list)
    titles: defaultdict[str, list[Words]] = defaultdict(list)
    for group in groups:
        for form in group.forms:
            titles[plain(form.words[0])].append(form.words)
            if len(form.words) < 2 or group.sort is not NameSort.PERSON:  # noqa: PLR2004 - a full name
                continue
            for word in form.words:
                key = plain(spelling.main.get(plain(word), word))
                if fit(key, form.words) or fit(word, form.words):
                    by_word[key].append(group)
                    titles[plain(word)].append((word,))
    by_form = {form.words: group for group in groups for form in group.forms}
    posts: defaultdict[Group, set[str]] = defaultdict(set)
    for part in named:
        if len(part.words) > 1 and part.words in by_form:
            posts[by_form[part.words]] |= {holding.post for holding in part.holdings}
    return Casting(
        by_form,
        {word: tuple(dict.fromkeys(found)) for word, found in by_word.items()},
        {word: tuple(sorted(set(found), key=lambda w: (-len(w), w))) for word, found in titles.items()},
        spelling,
        {group: frozenset(found) for group, found in posts.items()},
    )
