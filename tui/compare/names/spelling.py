"""Spellings: one name in two spellings, found among the capitalised words of the whole story."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag, parse
from tui.language.nicknames import sound
from tui.language.rarity import zipf
from tui.language.tables import lexicon
from tui.language.words import stem
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Detail, Kind, Name

_LEAST: Final = 4  # shorter words are alike by chance
_ALIKE: Final = 0.88  # Jaro-Winkler of two spellings of one name
_EDITS: Final = 2  # the most letters that two spellings part by; one in words of up to seven letters
_LONG: Final = 8
_UNKNOWN: Final = 2.8  # a Zipf value below which a word is in no table
_USUAL: Final = 3  # passages with the usual spelling beside which another one is a slip
_WHERE: Final = frozenset(map(stem, lexicon("in at near off from to outside around")))
_RARE: Final = 3.6  # a Zipf value below which a word is no common word of English
_BRITISH: Final = re.compile(r"(?<=[^aeiou])(?:(?<=t)re|our|ence|ise)$")
_ENDS: Final = {"re": "er", "our": "or", "ence": "ense", "ise": "ize"}
"""British endings and what they are in American spelling."""
_ENDINGS: Final = (
    "s",
    "n",
    "an",
    "ian",
    "ese",
    "i",
    "ish",
    "'s",
    "es",
    "ns",
    "ans",
    "ians",
    "er",
    "ers",
    "a",
    "ed",
    "ing",
    "y",
    "ic",
    "ist",
)


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where a capitalised word stands."""

    passage: str
    start: int
    end: int
    before: str
    after: str


def spelling_facts(story: Story) -> tuple[Draft, ...]:
    """Return the names that articles spell in different ways, the majority's spelling named."""
    kinds = _kinds(story)
    uses = _uses(story, kinds)
    bearers = _clustered(story, uses)
    clustered = bearers.keys() | _places(uses, kinds)
    found = []
    for one, two in sorted({*_variants(uses), *clustered}):
        by_article = {word: {story.passages[u.passage].siglum for u in uses[word]} for word in (one, two)}
        known = (one, two) in clustered
        both = by_article[one] & by_article[two] if not known or by_article[one] == by_article[two] else frozenset[str]()
        if (both and not _slip(uses, one, two)) or not (known or _one_thing(story, uses[one], uses[two], one, two)):
            continue
        found.append((one, two))
    return tuple(_draft(story, group, _own(group, uses, kinds, bearers), kinds) for group in _grouped(found))


def _own(
    group: list[str],
    uses: Mapping[str, list[_Use]],
    kinds: Mapping[tuple[str, int], Detail],
    bearers: Mapping[tuple[str, str], set[str]],
) -> dict[str, list[_Use]]:
    """Return where the spellings of a group stand, without other names that have one of the words too."""
    full = {name for pair, names in bearers.items() if set(pair) <= set(group) for name in names}
    beside = {word for name in full for word in name.lower().split()} - set(group)
    found: dict[str, list[_Use]] = {}
    for word in group:
        named = [(u, kinds.get((u.passage, u.start))) for u in uses[word]]
        other = {u for u, d in named if d is not None and beside and not beside & set(str(d.value).lower().split()) - set(group)}
        found[word] = [u for u in uses[word] if u not in other] or uses[word]
    return found


def _slip(uses: Mapping[str, list[_Use]], one: str, two: str) -> bool:
    """Return whether the one of two long spellings stands once, is no word of English, and the other is the usual one."""
    rare, usual = sorted((one, two), key=lambda word: len(uses[word]))
    articles = {use.passage for use in uses[usual]}
    return len(uses[rare]) == 1 and len(articles) >= _USUAL and len(rare) >= _LONG and zipf(stem(rare)) < _UNKNOWN


def _uses(story: Story, kinds: Mapping[tuple[str, int], Detail]) -> dict[str, list[_Use]]:
    """Return the places of every capitalised word, in lower case without its possessive."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for passage in story.passages.values():
        tokens = parse(passage.folded)
        for n, token in enumerate(tokens):
            word = token.word.text.removesuffix("'s").removesuffix("'")
            detail = kinds.get((passage.id, token.word.start))
            named = token.tag is Tag.NAME or (detail is not None and isinstance(detail.value, Name) and detail.value.variant)
            if word[0].isupper() and len(word) >= _LEAST and (named or zipf(token.word.stem) < _RARE):
                before, after = (tokens[m].word.stem if 0 <= m < len(tokens) else "" for m in (n - 1, n + 1))
                uses[word.lower()].append(_Use(passage.id, token.word.start, token.word.start + len(word), before, after))
    return uses


def _variants(uses: Mapping[str, list[_Use]]) -> list[tuple[str, str]]:
    """Return the pairs of words that can be spellings of one name."""
    return [(one, two) for one, two in combinations(sorted(uses), 2) if one[0] == two[0] and _spelt_alike(one, two)]


def _clustered(story: Story, uses: Mapping[str, list[_Use]]) -> dict[tuple[str, str], set[str]]:
    """Return the pairs of words that the story's names have shown to be spellings of one, with the fullest forms of the names."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for extraction in story.extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Name) and detail.value.variant:
                own, full = detail.text.lower().split(), detail.value.full.lower().split()
                last = zip(reversed(own), reversed(full), strict=False)  # a surname alone has the last word
                if len(own) in {1, len(full)}:
                    for word, other in last:
                        if word != other and {word, other} <= uses.keys() and (len(own) > 1 or _sounds_alike(word, other)):
                            found[min(word, other), max(word, other)].add(detail.value.full)
    return found


def _sounds_alike(one: str, two: str) -> bool:
    """Return whether two words are near enough to be one surname."""
    return sound(one) == sound(two) or DamerauLevenshtein.distance(one, two, score_cutoff=_EDITS) <= _EDITS


def _places(uses: Mapping[str, list[_Use]], kinds: Mapping[tuple[str, int], Detail]) -> set[tuple[str, str]]:
    """Return the pairs of long words a letter apart that both always say where something is and name no person."""
    placed = [
        word
        for word, own in uses.items()
        if len(word) >= _LONG
        and any(u.before in _WHERE for u in own)
        and not any(
            (d := kinds.get((u.passage, u.start))) is None or d.kind is Kind.PERSON or d.text.lower() != word for u in own
        )
    ]
    return {
        (one, two)
        for one, two in combinations(sorted(placed), 2)
        if one[0] == two[0] and DamerauLevenshtein.distance(one, two, score_cutoff=1) <= 1 and _spelt_alike(one, two)
    }


def _spelt_alike(one: str, two: str) -> bool:
    """Return whether two words are alike enough to be spellings of one name and are no forms of one word."""
    if _american(one) == _american(two):
        return True
    if stem(one) == stem(two):
        return False
    edits = _EDITS if min(len(one), len(two)) >= _LONG else 1
    if abs(len(one) - len(two)) > edits or JaroWinkler.similarity(one, two) < _ALIKE:
        return False
    if DamerauLevenshtein.distance(one, two, score_cutoff=edits) > edits:
        return False
    short, long = sorted((one, two), key=len)
    stems = {short, *(short.removesuffix(end) for end in "eya")}
    return len(short) == len(long) or not any(base + ending == long for base in stems for ending in _ENDINGS)


def _american(word: str) -> str:
    """Return a word with the endings of American spelling: ``theater``, ``harbor``, ``defense``."""
    return _BRITISH.sub(lambda found: _ENDS[found[0]], word)


def _one_thing(story: Story, uses: list[_Use], others: list[_Use], one: str, two: str) -> bool:
    """Return whether two spellings are used of one thing: the same neighbours, or linked passages, or both are rare words."""
    if zipf(stem(one)) >= _RARE and zipf(stem(two)) >= _RARE and _american(one) != _american(two):
        return False
    beside = any((u.before and u.before == o.before) or (u.after and u.after == o.after) for u in uses for o in others)
    return beside or any(story.alike(u.passage, o.passage) for u in uses for o in others)


def _grouped(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Return the spellings in groups: those that meet in a pair stand together."""
    groups: list[set[str]] = []
    for pair in pairs:
        joined = [g for g in groups if g & set(pair)]
        groups = [g for g in groups if not g & set(pair)] + [set(pair).union(*joined)]
    return [sorted(g) for g in groups]


def _kinds(story: Story) -> dict[tuple[str, int], Detail]:
    """Return the name details by passage and each place they cover first."""
    return {
        (d.passage, place): d
        for e in story.extractions
        for d in e.details
        if isinstance(d.value, Name)
        for place in range(d.start, d.end)
    }


def _draft(story: Story, spellings: list[str], uses: Mapping[str, list[_Use]], kinds: Mapping[tuple[str, int], Detail]) -> Draft:
    """Return the fact of one name in several spellings."""
    chosen: dict[str, tuple[str, _Use]] = {}
    for spelling in sorted(spellings, key=lambda s: (len(uses[s]), s)):
        for use in sorted(uses[spelling], key=lambda u: story.passages[u.passage].kind is PassageKind.HEADLINE):
            chosen.setdefault(story.passages[use.passage].siglum, (spelling, use))
    readings = [reading(story, use.passage, use.start, use.end, spelling.title()) for spelling, use in chosen.values()]
    marked = with_odd(readings, [spellings.index(spelling) for spelling, _ in chosen.values()])
    count = {s: sum(spelling == s for spelling, _ in chosen.values()) for s in spellings}
    major = max(spellings, key=lambda s: (count[s], len(uses[s]), s))
    known = [kinds[u.passage, u.start] for _, u in chosen.values() if (u.passage, u.start) in kinds]
    printed = next(r.text for r, (s, _) in zip(readings, chosen.values(), strict=True) if s == major)
    end = f"most articles write “{printed}”" if 2 * count[major] > len(chosen) else "one name is spelt in different ways"
    kind = known[0].kind if known else Kind.NAME
    topic = max((d.text for d in known if printed.lower() in d.text.lower()), key=len, default=printed)
    why = ("the words around it are the same", "one spelling stands in each article")
    return Draft(kind, f"spelling of {topic}", Verdict.SPELLING, marked, note(Verdict.SPELLING, marked, end), why, len(chosen))
