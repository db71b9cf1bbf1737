"""Retellings: a quoted sentence that another article quotes in other words: *looks splendid in a hat*, *looks fine in a hat*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Indel

from tui.compare.draft import Draft, reading
from tui.compare.quotes.alterations import meaning, other_sense
from tui.compare.quotes.echoes import Echo, echo
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token
from tui.language.spellings import respelt
from tui.model.collation import Verdict
from tui.model.detail import Kind, Quotation

_LEAST: Final = 4  # words that two tellings share
_TELLING: Final = 2  # words of meaning among them
_SAID: Final = 3  # words of meaning in a phrase that one speaker says twice
_SHARE: Final = 0.7  # of the stretch in which they are alike
_OWN: Final = 0.6  # the same where both are one speaker's
_PART: Final = 0.35  # of the shorter sentence that both have; fewer words in common are a phrase and not a sentence
_SAME: Final = 0.85  # share of words in common, in order: the same sentence
_LONG: Final = 60  # words of a quoted sentence that is looked at
_FEW: Final = 3  # places at which they part; more is another sentence
_MANY: Final = 5  # the same where both are one speaker's
_WORDS: Final = 8  # of a reading
_BEYOND: Final = 3  # words read behind a place where only one has any
_END: Final = re.compile(r"[.?!;]+['\"]*\s")
PARTICLES: Final = frozenset({"up", "down", "out", "off", "away", "back"})
"""Words that make another verb of the verb before them."""
_ALTERED: Final = "the quoted words are not the same"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a quotation."""

    quotation: Quotation
    """The quotation."""
    siglum: str
    """The article."""
    tokens: tuple[Token, ...]
    """Its words."""

    @property
    def telling(self) -> frozenset[str]:
        """Return the stems of its words of meaning."""
        return frozenset(t.word.stem for t in self.tokens if t.tag is not Tag.FUNCTION)


def retelling_facts(story: Story, paired: frozenset[frozenset[int]]) -> Iterator[Draft]:
    """Yield the quoted sentences told in other words, each held against its best match in every other article.

    Left out are those of quotations that were ``paired`` as the same words, each pair the identities of two quotations.
    """
    spoken = [s for e in story.extractions for q in e.quotations for s in sentences(story, e.siglum, q)]
    settled = _settled(spoken)
    found: list[tuple[float, int, int, Echo]] = []
    for i, j in combinations(range(len(spoken)), 2):
        x, y = spoken[i], spoken[j]
        if {(i, y.siglum), (j, x.siglum)} & settled:
            continue
        if x.siglum != y.siglum and frozenset({id(x.quotation), id(y.quotation)}) not in paired and _may_be(story, x, y):
            met = echo(x.tokens, y.tokens)
            if (
                met.same >= _LEAST + (len(met.runs) > 1)
                and met.telling >= _TELLING
                and met.share >= (_OWN if _one_speaker(x, y) else _SHARE)
                and 0 < len(met.runs) <= (_MANY if _one_speaker(x, y) else _FEW)
                and (met.same >= _PART * min(len(x.tokens), len(y.tokens)) or _one_word(x, y, met) or _phrase(x, y, met))
            ):
                found.append((met.same + met.telling, i, j, met))
    taken: set[tuple[int, str]] = set()
    for _, i, j, met in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        ends = {(i, spoken[j].siglum), (j, spoken[i].siglum)}
        if not taken & ends:
            taken |= ends
            yield from _drafts(story, spoken[i], spoken[j], met)


def _one_speaker(x: Sentence, y: Sentence) -> bool:
    """Return whether two sentences are given to one speaker."""
    return x.quotation.speaker is not None and x.quotation.speaker == y.quotation.speaker


def _phrase(x: Sentence, y: Sentence, met: Echo) -> bool:
    """Return whether a phrase of several words of meaning stands in two sentences of one speaker."""
    return _one_speaker(x, y) and met.telling >= _SAID and met.share >= _SHARE


def _one_word(x: Sentence, y: Sentence, met: Echo) -> bool:
    """Return whether one speaker's sentences part at one word of meaning alone, between a verb and what it is said of."""
    if len(met.runs) != 1 or not _one_speaker(x, y):
        return False
    (a, b), (c, d) = met.runs[0]
    other = [x.tokens[a].tag, y.tokens[c].tag] if b - a == d - c == 1 else []
    whole = any(t.tag is Tag.VERB for t in x.tokens[slice(*met.a)])
    return bool(other) and Tag.FUNCTION not in other and whole


def _settled(spoken: Sequence[Sentence]) -> frozenset[tuple[int, str]]:
    """Return the spoken, by their places, that another article quotes in the same words, with that article's siglum."""
    stems = [tuple(t.word.stem for t in s.tokens) for s in spoken]
    return frozenset(
        (n, spoken[m].siglum)
        for n, one in enumerate(stems)
        for m, two in enumerate(stems)
        if spoken[n].siglum != spoken[m].siglum
        and abs(len(one) - len(two)) <= 1
        and Indel.normalized_similarity(one, two) >= _SAME
    )


def sentences(story: Story, siglum: str, quotation: Quotation) -> Iterator[Sentence]:
    """Yield the sentences of a quotation."""
    tokens = [t for t in story.tokens(quotation.passage) if quotation.start <= t.word.start < quotation.end]
    folded = story.passages[quotation.passage].folded
    ends = [m.start() for m in _END.finditer(folded, quotation.start, quotation.end)]
    start = quotation.start
    for end in (*ends, quotation.end):
        own = tuple(t for t in tokens if start <= t.word.start < end)
        if _LEAST <= len(own) <= _LONG:
            yield Sentence(quotation, siglum, own)
        start = end


def _may_be(story: Story, x: Sentence, y: Sentence) -> bool:
    """Return whether two sentences can be one: two words of meaning in common, and one speaker or passages that tell the same."""
    if len(x.telling & y.telling) < _TELLING:
        return False
    one, two = x.quotation.speaker, y.quotation.speaker
    if one and two:
        return bool(set(one.lower().split()) & set(two.lower().split()))
    return bool(story.alike(x.quotation.passage, y.quotation.passage))


def _drafts(story: Story, x: Sentence, y: Sentence, met: Echo) -> Iterator[Draft]:
    """Yield the facts of the places at which two tellings part, the little words only where nothing else parts."""
    told = [(one, two, _printed(story, x, one), _printed(story, y, two)) for one, two in _runs(x, y, met)]
    other = [
        (one, two, a, b) for one, two, a, b in told if meaning(a, whole=True) != meaning(b, whole=True) and not respelt(a, b)
    ]
    telling = [(one, two) for one, two, a, b in other if other_sense(a, b)]
    for one, two in telling[:_FEW] or [(one, two) for one, two, _, _ in other[:1]]:
        lone = one[0] == one[1] or two[0] == two[1]
        spans = _shown(x.tokens, one, beyond=lone), _shown(y.tokens, two, beyond=lone)
        readings = (
            reading(story, x.quotation.passage, *spans[0], x.quotation.speaker),
            reading(story, y.quotation.passage, *spans[1], y.quotation.speaker),
        )
        verdict = Verdict.DIFFERS if telling else Verdict.PRECISION
        first = min((x, y), key=lambda s: (story.passages[s.quotation.passage].text, s.siglum))
        own = story.passages[first.quotation.passage].text[first.tokens[0].word.start :].split()[:6]
        topic = f"quotation “{' '.join(own)} …”"
        shown = note(verdict, readings, _ALTERED)
        weight = met.share + met.telling / 4
        why = ("the words around are the same",)
        yield Draft(Kind.QUOTATION, topic, verdict, readings, shown, why, weight, minor=not telling)


def _runs(x: Sentence, y: Sentence, met: Echo) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Return the places at which two tellings part, with the last word of one where the other has another in its place."""
    i, j = met.a[1], met.b[1]
    left = min(len(x.tokens) - i, len(y.tokens) - j)
    last = left == 1 and Tag.FUNCTION not in {x.tokens[i].tag, y.tokens[j].tag}
    return (*met.runs, *([((i, i + 1), (j, j + 1))] if last else ()))


def _printed(story: Story, sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the words at a span of a sentence's tokens, empty for an empty span."""
    own = sentence.tokens[slice(*span)]
    return story.passages[sentence.quotation.passage].folded[own[0].word.start : own[-1].word.end] if own else ""


def _shown(tokens: Sequence[Token], span: tuple[int, int], *, beyond: bool) -> tuple[int, int]:
    """Return the place of a span of words, at most eight, where ``beyond`` says so with those to the next word of meaning."""
    start, end = span
    if beyond:
        ahead = range(end, min(end + _BEYOND, len(tokens)))
        end = next((n + 1 for n in ahead if tokens[n].tag is not Tag.FUNCTION), min(end + 1, len(tokens)))
    end = min(end, start + _WORDS)
    return tokens[min(start, end - 1)].word.start, tokens[end - 1].word.end
