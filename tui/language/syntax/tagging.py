"""Tagging: the part each word of a sentence plays, by the cheapest way through what its words can be and what follows what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tui.language.abbreviations import CLOSING, COUNTED, TITLES
from tui.language.syntax.lexicon import known, open_choices
from tui.language.syntax.parts import CLITICS, WITH_OPEN, Choice, Form, Part, closed
from tui.language.tables import lexicon, rows

_PIECE: Final = re.compile(
    r"\b(?:co|re|ex|anti|pro|non|self|mid|multi|pre|post|vice|semi|counter) - [^\W\d_]+|[^\W_]+ - year - olds?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) - [^\W\d_]+|\bbreak - ins?\b|\b[Nn]o - one\b"
    r"|[^\W\d_]+ - (?:and|by|to|the|of|in) - [^\W\d_]+|(?<=[^\W_] )' s\b"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?:-[^\W\d_]+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+?(?=n't\b)|n't\b|'(?:s|re|ve|m|ll|d)\b"
    r"|[^\W\d_]+(?:['.](?=[^\W\d_])(?!(?:s|re|ve|m|ll|d|t)\b)[^\W\d_]+)*(?:-[^\W_]+)*"
    r"|(?<=s)'(?=\s)|[^\s\w]"
)
_QUOTES: Final = frozenset({'"'})
_FAR: Final = 1e9
_COST: Final = 7.0  # of what follow.tsv does not list
_NAMED: Final = 2.5  # cost of reading a capitalised word inside a sentence as no name
_LONG: Final = 4  # of, and, the stay small in headlines
_TITLED: Final = 0.6  # share of capitalised words from which a sentence is a headline
_DISAGREES: Final = 2.0  # cost of a verb whose form asks for another number than its noun has
_LETTERS: Final = frozenset({"US", "AM", "IT", "WHO", "OR", "IN", "AN"})  # in capitals, initials
_PEOPLES: Final = re.compile(r"(?:ian|ese|ish|ican|itan|aeli|raqi|stani)$")
_MONTHS: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word or mark of a sentence with the part it plays."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The word as it stands in the folded text."""
    part: Part
    """The part it plays."""
    base: str
    """Its base form in lower case."""
    form: Form = Form.NONE
    """The form, of a verb."""

    @property
    def lower(self) -> str:
        """Return the word in lower case."""
        return self.text.lower()


@cache
def _follows() -> dict[str, dict[str, float]]:
    """Return what it costs that a part follows another."""
    cells = {before: row.split() for before, row in rows("tui.language.syntax", "follow.tsv")}
    return {before: {cell[0]: float(cell[1:]) for cell in row} for before, row in cells.items()}


@lru_cache(maxsize=4096)
def tag(folded: str) -> tuple[Tagged, ...]:
    """Return the words and marks of a folded sentence with their parts.

    The way through is the cheapest of a first-order model (Viterbi 1967) whose costs are written by hand in ``follow.tsv`` and
    whose words' costs come from the counts of WordNet.
    """
    found = _pieces(folded)
    titled = _titled([text for _, _, text in found])
    lattice = [_choices(found, place, titled=titled) for place in range(len(found))]
    way = _cheapest(lattice)
    return tuple(Tagged(*piece, c.part, c.base, c.form) for piece, c in zip(found, way, strict=True))


def _pieces(folded: str) -> list[tuple[int, int, str]]:
    """Return the words and marks of a sentence with their places; the stop of an abbreviation inside it belongs to the word."""
    found: list[tuple[int, int, str]] = []
    for m in _PIECE.finditer(folded):
        if m.group() == "." and found and found[-1][1] == m.start() and _abbreviates(found[-1][2]) and folded[m.end() :].strip():
            start = found.pop()[0]
            found.append((start, m.end(), folded[start : m.end()]))
        else:
            found.append((m.start(), m.end(), m.group()))
    return [piece for n, piece in enumerate(found) if not (piece[2] in _QUOTES and _inside(found, n))]


def _inside(found: list[tuple[int, int, str]], n: int) -> bool:
    """Return whether a quotation mark stands between two words of one clause: *would "close the port"*."""
    return (
        0 < n < len(found) - 1 and found[n - 1][2][0].isalnum() and found[n + 1][2][0].isalnum() and found[n + 1][2][0].islower()
    )


def _abbreviates(word: str) -> bool:
    """Return whether a full stop behind a word is likely its own."""
    lower = word.lower()
    return word[0].isupper() and (len(word) == 1 or lower in TITLES or lower in COUNTED or lower in CLOSING)


def _titled(texts: Sequence[str]) -> bool:
    """Return whether a sentence is printed as a headline, its words of meaning capitalised."""
    long = [text for text in texts if len(text) >= _LONG and text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in long)
    return len(long) >= _LONG and capitals > _TITLED * len(long) and texts[-1] not in {".", '"'}


def _choices(found: list[tuple[int, int, str]], place: int, *, titled: bool) -> tuple[Choice, ...]:
    """Return what one word can be."""
    start, _, text = found[place]
    if text == "' s":
        return CLITICS["'s"]
    if text in CLITICS and place and (start == found[place - 1][1] or text == "n't"):
        return CLITICS[text]
    lower = text.lower()
    if lower in _CUT and place + 1 < len(found) and found[place + 1][2] == "n't":
        return (Choice(Part.MODAL, 0.0, _CUT[lower]),)
    fixed = _fixed(text, lower, found[place - 1][2] if place else "")
    if fixed:
        return fixed
    if "-" in lower:
        return _hyphened(text.replace(" ", ""))
    return _capitalised(found, place, titled=titled) if text[0].isupper() else open_choices(lower)


def _fixed(text: str, lower: str, before: str) -> tuple[Choice, ...]:
    """Return what a mark, a figure, an abbreviation or a word of a closed class can be; nothing for any other word."""
    if not text[0].isalnum():
        return (Choice(Part.MARK, 0.0, text),)
    if text[-1] == "." and len(text) > 1:
        return (Choice(Part.NAME, 0.0, lower),)
    if text[0].isdigit() and text[-1].isalpha() and "-" in text:
        joined = lower.replace(" ", "")
        return Choice(Part.ADJECTIVE, 0.0, joined), Choice(Part.NOUN, 1.0, joined)
    if text[0].isdigit() or lower in _NUMBERS:
        return (Choice(Part.NUMBER, 0.0, lower),)
    if lower in {"am", "pm"} and before[:1].isdigit():
        return (Choice(Part.NOUN, 0.0, f"{lower[0]}.m."),)
    shut = () if text == "May" or text in _LETTERS else closed(lower)
    if lower == "that" and before.lower() == "so":
        shut = tuple(choice for choice in shut if choice.part is Part.SUBORDINATOR)
    return shut + (_dearer(open_choices(lower), 1.0) if shut and lower in WITH_OPEN else ())


_CUT: Final = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of modal verbs before *n't*."""
_NUMBERS: Final = lexicon("""
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens hundreds
    thousands millions first third
""")


def _dearer(choices: tuple[Choice, ...], by: float) -> tuple[Choice, ...]:
    """Return choices that cost more."""
    return tuple(Choice(c.part, c.cost + by, c.base, c.form) for c in choices)


def _hyphened(text: str) -> tuple[Choice, ...]:
    """Return what a word with a hyphen can be, by its last part."""
    last = text.rpartition("-")[2].lower()
    if text[0].isupper() and last != text.rpartition("-")[2]:
        return Choice(Part.NAME, 0.0, text.lower()), Choice(Part.ADJECTIVE, 2.0, text.lower())
    if text[0].isupper() and not known(last):
        return (Choice(Part.NAME, 0.0, text.lower()),)
    if last.endswith(("ed", "ing")) or text[0].isupper():
        return Choice(Part.ADJECTIVE, 0.0, text.lower()), Choice(Part.NOUN, 1.0, text.lower())
    inner = open_choices(last)
    wide = {c.part: Choice(c.part, c.cost, f"{text.lower()[: -len(last)]}{c.base}", c.form) for c in inner}
    return (*wide.values(), Choice(Part.ADJECTIVE, 0.5, text.lower()))


def _capitalised(found: list[tuple[int, int, str]], place: int, *, titled: bool) -> tuple[Choice, ...]:
    """Return what a capitalised word can be: a name, or a word at the start of a sentence or in a headline."""
    text = found[place][2]
    lower = text.lower()
    name = Choice(Part.NAME, 0.0, lower)
    if _PEOPLES.search(lower) and not text.isupper():
        return name, Choice(Part.ADJECTIVE, 0.3, lower)
    if not known(lower) or (text.isupper() and len(text) > 1 and not titled):
        return (name,)
    if _MONTHS.match(text):
        return (name,)
    opens = place == 0 or found[place - 1][2] in {'"', ":", "(", "."} or (place == 1 and not found[0][2][0].isalnum())
    joined = place + 1 < len(found) and found[place + 1][2][0].isupper() and not titled
    if titled:
        return (Choice(Part.NAME, 1.5, lower), *open_choices(lower))
    if opens:
        return (Choice(Part.NAME, 0.5 if joined else 2.0, lower), *open_choices(lower))
    return (name, *_dearer(open_choices(lower), _NAMED))


def _disagreement(noun: Choice, verb: Choice) -> float:
    """Return what it costs that a verb stands behind a noun of another number (*the quakes hits*), or a noun behind *who*."""
    if verb.part is Part.NOUN:
        return _DISAGREES if noun.base == "who" else 0.0
    if noun.part not in {Part.NOUN, Part.NAME} or verb.form not in {Form.BASE, Form.PRESENT}:
        return 0.0
    return _DISAGREES if noun.plural is (verb.form is Form.PRESENT) else 0.0


def _cheapest(lattice: list[tuple[Choice, ...]]) -> list[Choice]:
    """Return the cheapest way through the choices."""
    follows = _follows()
    costs = [0.0]
    before: tuple[Choice, ...] = (Choice(Part.START, 0.0, ""),)
    backs: list[list[int]] = []
    for choices in lattice:
        rows_before = [follows[b.part] for b in before]
        column: list[float] = []
        back: list[int] = []
        for c in choices:
            part = c.part
            best, at = _FAR, 0
            for n, row in enumerate(rows_before):
                cost = costs[n] + row.get(part, _COST)
                if part in {Part.VERB, Part.NOUN}:
                    cost += _disagreement(before[n], c)
                if cost < best:
                    best, at = cost, n
            column.append(best + c.cost)
            back.append(at)
        backs.append(back)
        costs, before = column, choices
    place = costs.index(min(costs))
    way: list[Choice] = []
    for choices, back in zip(reversed(lattice), reversed(backs), strict=True):
        way.append(choices[place])
        place = back[place]
    return way[::-1]
