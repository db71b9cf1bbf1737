"""Typography of names: one name with a hyphen, a blank, an accent or a capital here and without it there."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.closed import SENTENCE_OPENERS
from tui.language.words import plain
from tui.model.article import Passage, PassageKind
from tui.model.collation import Reading, Verdict
from tui.model.detail import Detail, Kind, Name

_WORD: Final = r"(?:[A-Z][^\W_]*|[a-z]{2}(?=-[A-Z]))"
_NAME: Final = re.compile(rf"(?<![\w-]){_WORD}(?:(?: ?- ?|'| )(?:{_WORD}|\d{{1,3}})|['-][a-z]{{2,}}){{0,2}}(?![\w-])")
_PAIR: Final = re.compile(r"(?<![\w-])(?![AI] )([A-Z][^\W_]*) [a-z]{2,}(?![\w-])")
_ARTICLE: Final = re.compile(r"[AaEe]l[ -][A-Z]")
"""How an Arabic name with its article begins."""
_ALSO: Final = re.compile(r"^el|ae|e|o|k")
_WRITTEN: Final = {"el": "al", "ae": "ai", "e": "i", "o": "u", "k": "q"}
_PIECE: Final = re.compile(r"[^\s-]+")
_LEAST: Final = 4  # letters of a name that is compared


@dataclass(frozen=True, slots=True)
class _Use:
    """A name as printed at a place."""

    passage: str
    start: int
    end: int
    surface: str
    """The name with single hyphens."""


def typography_facts(story: Story) -> tuple[Draft, ...]:
    """Return the names that articles print with other marks or capitals between the same letters."""
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for passage in story.passages.values():
        if passage.kind is not PassageKind.HEADLINE:
            for use in _uses(passage):
                uses[_key(use.surface)].append(use)
    hyphened = {key for key, own in uses.items() if any("-" in use.surface for use in own)}
    for passage in story.passages.values():
        for use in _small(passage):
            if (key := _key(use.surface)) in hyphened:
                uses[key].append(use)
    details = {(d.passage, d.start): d for e in story.extractions for d in e.details if isinstance(d.value, Name)}
    drafts: list[Draft] = []
    for key in sorted(uses, key=lambda k: (-len(k), k)):
        chosen = _chosen(story, uses[key]) if len(key) >= _LEAST else {}
        taken = any(_inside(use, r) for use in chosen.values() for d in drafts for r in d.readings)
        if chosen and not taken:
            drafts.append(_draft(story, chosen, details))
    return tuple(drafts)


def _key(surface: str) -> str:
    """Return the letters of a name, the vowels and consonants levelled that an Arabic name is written with."""
    letters = plain(surface)
    return _ALSO.sub(lambda found: _WRITTEN[found[0]], letters) if _ARTICLE.match(surface) else letters


def _small(passage: Passage) -> Iterator[_Use]:
    """Yield the pairs of a word with a capital and one without, in which a hyphen may be left out: *X men*."""
    for match in _PAIR.finditer(passage.folded):
        if match[1].lower() not in SENTENCE_OPENERS:
            yield _Use(passage.id, match.start(), match.end(), match.group())


def _inside(use: _Use, other: Reading) -> bool:
    """Return whether a name stands inside a reading that is told."""
    return use.passage == other.passage and other.start <= use.start and use.end <= other.end


def _uses(passage: Passage) -> Iterator[_Use]:
    """Yield the names of a passage, also each run of words inside a longer one."""
    for match in _NAME.finditer(passage.folded):
        pieces = [(match.start() + p.start(), match.start() + p.end()) for p in _PIECE.finditer(match.group())]
        for first in range(len(pieces)):
            for last in range(first, len(pieces)):
                start, end = pieces[first][0], pieces[last][1]
                text = passage.folded[start:end].removesuffix("'s")
                if any(c.isalpha() for c in text):
                    yield _Use(passage.id, start, start + len(text), re.sub(r" ?- ?", "-", text))


def _chosen(story: Story, own: list[_Use]) -> dict[str, _Use]:
    """Return the first use of each article's usual form, where the articles' forms part in more than a headline's capitals."""
    by_article: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in own:
        by_article[story.passages[use.passage].siglum].append(use)
    usual = {siglum: Counter(use.surface for use in used).most_common(1)[0][0] for siglum, used in by_article.items()}
    forms = set(usual.values())
    letters = {"".join(c for c in _key(form) if c.isalnum()) for form in forms}
    if len(forms) < 2 or len(letters) > 1 or any(form.isupper() and form.isalpha() for form in forms):  # noqa: PLR2004 - two ways
        return {}
    return {siglum: next(use for use in used if use.surface == usual[siglum]) for siglum, used in by_article.items()}


def _draft(story: Story, chosen: Mapping[str, _Use], details: Mapping[tuple[str, int], Detail]) -> Draft:
    """Return the fact of one name printed in several ways."""
    forms = sorted({use.surface for use in chosen.values()})
    readings = with_odd(
        [reading(story, use.passage, use.start, use.end, use.surface) for use in chosen.values()],
        [forms.index(use.surface) for use in chosen.values()],
    )
    known = (details.get((use.passage, use.start)) for use in chosen.values())
    kind = next((d.kind for d in known if d is not None), Kind.NAME)
    end = "the same letters with other marks or capitals"
    why = ("the letters are the same", "each article has its own form")
    told = note(Verdict.SPELLING, readings, end)
    return Draft(kind, f"spelling of {forms[0]}", Verdict.SPELLING, readings, told, why, 0.5 * len(chosen))
