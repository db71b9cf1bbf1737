"""Alterations: the places at which two printings of one quotation part, and whether the sense can turn on them."""

import re
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import JaroWinkler

from tui.language.closed import CALENDAR
from tui.language.spellings import letters, respelt
from tui.language.tables import lexicon
from tui.language.wording import Change, Run, wording
from tui.language.words import Word, words
from tui.model.fold import fold

Span = tuple[int, int]
_NEAR: Final = 4  # characters from a place where quotations part within which an editor's mark stands at it
_CUTS: Final = ("[", "]", "(", ")", "…", "...", ". .")
"""Marks of an editor who cuts a quotation or explains a word of it."""
_LONG: Final = 8  # words that are cut; more is another sentence of the same speech
_EDGE: Final = 3  # words at the end of a quotation up to which other words are an alteration and not another cut
_NAMESAKE: Final = 0.84  # names nearer than this are one in two spellings
_EMPTY: Final = lexicon(
    "a an the any and or nor that which who whom so then there well now oh yeah yes okay ok uh um er of in on at to for with by"
    " from as about across along amid among amongst around beside between beyond into onto inside within near per"
    " than through throughout toward towards upon via"
)
"""Words that a quotation can gain, lose or change without another sense."""
_TURNING: Final = lexicon(
    "not no never none nobody nothing neither nor without cannot hardly barely scarcely less"
    " if unless however although though despite except until till only yet still provided otherwise instead rather because since"
    " may might could would should must probably possibly perhaps maybe apparently allegedly reportedly supposedly likely"
    " unlikely think thinks thought believe believes believed guess suppose assume understand feel felt hope hoped seem seems"
    " seemed appear appears appeared suspect doubt expect expected almost nearly about roughly around approximately sometimes"
    " often usually always ever today yesterday tomorrow tonight morning afternoon evening night week month year ago later"
    " earlier before after unfortunately frankly honestly"
)
"""Words with which what a quotation says turns: without them it is denied, surer, of another time or without its condition."""
_SHORT: Final = (
    (r"\b(it|that|he|she|there|what|who|here|where|how)'s\b", r"\1 is"),
    (r"\blet's\b", "let us"),
    (r"\bcan't\b", "cannot"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
    (r"'m\b", " am"),
    (r"\bgonna\b", "going to"),
    (r"\bwanna\b", "want to"),
    (r"\bgotta\b", "got to"),
    (r"(?<!\w)'?cause\b", "because"),
)
"""What speech shortens, with what it stands for."""
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
)
_CARDINALS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty"
)
_NUMERAL: Final = re.compile(r"(?<![\d.,$])([1-9]|1\d|20)(st|nd|rd|th)?\b(?![.,]?\d)")


@dataclass(frozen=True, slots=True)
class Alteration:
    """One place at which two printings of a quotation part."""

    a: Span
    """The words of the first printing, empty where only the second has any."""
    b: Span
    """The words of the second printing."""
    cut: bool
    """True where one begins later or ends earlier, or goes on otherwise."""
    telling: bool
    """True where the sense can turn on it."""


def alterations(a: str, b: str) -> tuple[Alteration, ...]:
    """Return the places at which two printings part in words, without marks, spellings and what an editor marks as his own."""
    a, b = fold(a), fold(b)
    one, two = words(a), words(b)
    found = []
    for run in wording(a, b):
        if run.change in {Change.SAME, Change.TYPOGRAPHY} or _by_editor(run, a, b):
            continue
        x, y = _narrowed(_at(one, run.a), _at(two, run.b), one, two)
        x, y = _slid(x, y, one, two)
        texts = _text(a, one, x), _text(b, two, y)
        if not any(texts) or respelt(*texts) or meaning(texts[0], whole=True) == meaning(texts[1], whole=True):
            continue
        x, y = _last(x, y, len(one), len(two))
        texts = _text(a, one, x), _text(b, two, y)
        long, short = max(x[1] - x[0], y[1] - y[0]), min(x[1] - x[0], y[1] - y[0])
        cut = (0 in {x[0], y[0]} or x[1] == len(one) or y[1] == len(two)) and (short == 0 or long > _EDGE)
        telling = long <= _LONG and _turns(" ".join(texts)) if cut else other_sense(*texts)
        found.append(Alteration(_span(one, x, run.a), _span(two, y, run.b), cut, telling))
    return tuple(found)


def _last(x: Span, y: Span, first: int, second: int) -> tuple[Span, Span]:
    """Return the last word of one printing and the word in its place in the other that goes on; else the runs as they are."""
    ends = [span[1] - span[0] == 1 and span[1] == length for span, length in ((x, first), (y, second))]
    if sum(ends) == 1 and x[0] < x[1] and y[0] < y[1]:
        return (x[0], x[0] + 1), (y[0], y[0] + 1)
    return x, y


def meaning(text: str, *, whole: bool = False) -> frozenset[str]:
    """Return the words of a text on which its sense rests as letters alone, or with ``whole`` every word.

    ``F.B.I.`` and ``FBI``, ``are not`` and ``aren't`` are one.
    """
    plain = fold(text).lower()
    for short, full in _SHORT:
        plain = re.sub(short, full, plain)
    if not whole:
        plain = _NUMERAL.sub(lambda m: (_ORDINALS if m[2] else _CARDINALS).split()[int(m[1]) - 1], plain)
    own = (w.text for w in words(plain))
    return frozenset(letters(w) for w in own if whole or w not in _EMPTY)


def other_sense(one: str, two: str) -> bool:
    """Return whether other words of meaning stand where two quotations part, and not one name spelt otherwise."""
    left, right = meaning(one), meaning(two)
    if left == right:
        return False
    a, b = " ".join(sorted(left - right)), " ".join(sorted(right - left))
    named = one[:1].isupper() and two[:1].isupper() and JaroWinkler.similarity(a, b) >= _NAMESAKE
    return not (named or respelt(a, b))


def _turns(text: str) -> bool:
    """Return whether what a quotation is cut by can turn its sense: a denial, a hedge, a condition, a time."""
    return not meaning(text, whole=True).isdisjoint(_TURNING | CALENDAR)


def _by_editor(run: Run, a: str, b: str) -> bool:
    """Return whether an editor's mark stands at the place."""
    return any(
        mark in text[max(0, span[0] - _NEAR) : span[1] + _NEAR] for text, span in ((a, run.a), (b, run.b)) for mark in _CUTS
    )


def _at(own: tuple[Word, ...], span: Span) -> Span:
    """Return the places of the words in a span of a text; where it is empty, the place of the word behind it twice."""
    first = next((n for n, w in enumerate(own) if w.end > span[0]), len(own))
    last = next((n for n, w in enumerate(own) if w.start >= span[1]), len(own))
    return (first, max(first, last)) if span[0] < span[1] else (last, last)


def _narrowed(x: Span, y: Span, one: tuple[Word, ...], two: tuple[Word, ...]) -> tuple[Span, Span]:
    """Return two runs of words without those at their ends that are the same words in another spelling."""
    (i, j), (k, m) = x, y
    while i < j and k < m and letters(one[i].text) == letters(two[k].text):
        i, k = i + 1, k + 1
    while i < j and k < m and letters(one[j - 1].text) == letters(two[m - 1].text):
        j, m = j - 1, m - 1
    return (i, j), (k, m)


def _slid(x: Span, y: Span, one: tuple[Word, ...], two: tuple[Word, ...]) -> tuple[Span, Span]:
    """Return words that only one has, moved to its beginning where they can as well stand there."""
    (i, j), (k, m) = x, y
    own = one if i < j else two
    start, end = (i, j) if i < j else (k, m)
    if (i < j) == (k < m):
        return x, y
    steps = 0
    while start - steps > 0 and letters(own[start - steps - 1].text) == letters(own[end - steps - 1].text):
        steps += 1
    return ((i - steps, j - steps), (k - steps, m - steps)) if steps and steps == start else (x, y)


def _text(text: str, own: tuple[Word, ...], span: Span) -> str:
    """Return the words of a text at some places."""
    return text[own[span[0]].start : own[span[1] - 1].end] if span[0] < span[1] else ""


def _span(own: tuple[Word, ...], places: Span, usual: Span) -> Span:
    """Return where some words of a text stand; an empty run stands before the word at its place."""
    i, j = places
    if i < j:
        return own[i].start, own[j - 1].end
    place = own[i].start if i < len(own) else own[-1].end if own else usual[0]
    return place, place
