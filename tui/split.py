"""Splitting: paragraphs become passages, one sentence each, with their places in the file.

The rules follow the cases of pySBD (Sadvilkar and Neumann 2020) and the practice of English news: a full stop ends a sentence
unless an abbreviation, an initial, a figure or what follows says otherwise; a sentence never ends inside a bracket that a
lower-case word goes on after.
"""

import re
from bisect import bisect_right
from typing import Final

from tui.language.abbreviations import CLOSING, COUNTED, STARTERS, TITLES
from tui.model.article import Article, Cleaned, Paragraph, Passage
from tui.model.fold import fold

_STOP: Final = re.compile(
    r"(?:(?:\. ){2,}\.|[.!?\u2026\u3002\uff01\uff1f]+)(?P<closers>(?:\[\d{1,3}\])*(?:\s?''|[\"')\]])*(?: [\"'](?=\s))?)"
    r"(?P<gap>\s+)(?=[^\s.])"
)
_EAST_ASIAN: Final = re.compile(
    r"[\u3002\uff01\uff1f]+[\"')\]\u300d\u300f\uff09]*(?=[^\s\"')\]\u300d\u300f\uff09,\uff0c\u3001\u3002\uff01\uff1f\u3068])"
)
"""A stop that no space follows."""
_GLUED: Final = re.compile(r"(?<=[a-z\d]{2})[.!?]+[\"')]?(?=[A-Z][a-z]+[ ,]|(?:Mrs?|Ms|Dr)\. )(?!(?!Mrs?\.|Ms\.|Dr\.)\w+[./@])")
_LAST_WORD: Final = re.compile(r"[^\s\"'(\[{<*_-]*$")
_NEXT: Final = re.compile(r"[\"'(\[{<*_ -]*(?P<word>[^\s,;:!?\"')\]]+)")
_INITIALS: Final = re.compile(r"^(?:[A-Z]\.)*[A-Z]$")
_ACRONYM: Final = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$")
_LISTED: Final = re.compile(r"(?:^|(?<=\s))(?:[•\u2043▪●-] ?)?(?P<mark>\d{1,2}|[a-z])(?:\.\)|\)|\.)\s?(?=[A-Z])")
_BULLETS: Final = re.compile(r"(?:^|\s)(?=[•\u2043▪●]\s?\S)")
_INITIALS_LENGTH: Final = 3
_RUN_ON: Final = re.compile(r"^.*[a-z]{2}[.!?](?=[A-Z][a-z]*$)")
_REACH: Final = 80  # characters before a stop that can tell what it is
_MARK_WIDTH: Final = 7  # the characters of a bullet and a number
_CREDITED: Final = re.compile(r"(?<=[\w.]) (?=(?:Image|Photo|Picture|Credit): [A-Z])")
_SIGNED: Final = re.compile(r"- [A-Z][\w.]*(?: [\w.]+){0,5}$|[A-Z][a-z]+ (?:[A-Z][\w.]* ?){1,3}$(?<![.!?])")
_WHOLE: Final = re.compile(
    r"(?<=\bthat )\"[^\"]{1,200}\""  # words quoted as part of a sentence
    r"|^\"[^\"]{1,600}\" ?(?:- ?)?[A-Z][\w.]*(?: [\w.]+){0,3}(?:, ?\"[^\"]+\")?$"  # a pull quote with its author
)
_SPACED: Final = re.compile(r"^(?:[A-Z]\. )+[A-Z]$")


def split(cleaned: Cleaned, siglum: str) -> Article:
    """Return the article with its paragraphs split into passages, numbered in reading order."""
    passages: list[Passage] = []
    for number, paragraph in enumerate(cleaned.paragraphs, 1):
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            passages.append(
                Passage(
                    f"{siglum}{len(passages) + 1}",
                    siglum,
                    paragraph.kind,
                    number,
                    _line(paragraph, start),
                    text,
                    fold(text),
                    paragraph.doubtful,
                )
            )
    return Article(siglum, cleaned.source, cleaned.format, cleaned.metadata, tuple(passages), cleaned.removed)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of a paragraph, in code points, white space between them left out."""
    folded = fold(text)
    entries = _list_starts(folded)
    marks = range(0) if not entries else frozenset(place for start in entries for place in range(start, start + _MARK_WIDTH))
    whole = [match.span() for match in _WHOLE.finditer(folded)]
    stops = {place for place in _stops(folded) if place not in marks and not any(start < place < end for start, end in whole)}
    glued = {match.end() for match in _GLUED.finditer(folded)} | {match.start() for match in _CREDITED.finditer(folded)}
    glued |= {match.end() for match in _EAST_ASIAN.finditer(folded)}
    ends = sorted(stops | glued | set(entries))
    spans: list[tuple[int, int]] = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return tuple(spans)


def _line(paragraph: Paragraph, start: int) -> int | None:
    """Return the line of the source file in which a place of a paragraph stands."""
    return None if paragraph.line is None else paragraph.line + bisect_right(paragraph.breaks, start)


def _stops(folded: str) -> list[int]:
    """Return the places behind every stop that ends a sentence."""
    return [match.start("gap") for match in _STOP.finditer(folded) if _ends(folded, match)]


def _ends(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence ends at a stop, from the word before it and the word behind it."""
    following = _NEXT.match(folded, match.end())
    word = following["word"] if following else ""
    opens = folded[match.end()] in "\"'([" and bool(word)
    if not word or word[0].islower() or _SIGNED.match(folded, match.end()):
        return False
    stop = folded[match.start() : match.start("closers")]
    if stop != ".":
        elided = stop.count(".") == 3  # noqa: PLR2004 - an ellipsis
        return not elided or not (" " in stop or word.startswith("I'") or word == "I" or folded[match.end()] == "(")
    run = folded[max(0, match.start() - _REACH) : match.start()]
    if run.isdigit() and len(run) == match.start():  # the number of an entry
        return False
    before = _LAST_WORD.search(run)
    last = _RUN_ON.sub("", before.group()) if before else ""
    if match["closers"].strip():
        return True
    return _ends_with(run, last, word, opens=opens)


def _ends_with(before: str, last: str, word: str, *, opens: bool) -> bool:
    """Tell whether a sentence ends with ``last`` and a full stop when ``word`` follows, ``opens`` where in marks or brackets."""
    small = last.lower()
    starts = word.lower().rstrip(".'s") in STARTERS or word.lower() in STARTERS
    if small in COUNTED and word[0].isdigit():
        return False
    if small in TITLES and not (last.islower() and last == "no"):
        return False
    if small not in CLOSING and (_INITIALS.match(last) or _SPACED.match(before[-4:].strip())):
        return _initial_ends(before, last, word, starts=starts)
    if small in CLOSING or _ACRONYM.match(last):
        return (
            starts
            or (opens and word[0].isupper() and len(word) > _INITIALS_LENGTH and small not in {"u.s", "u.k", "u.n"})
            or _clock_ends(before, small, word)
        )
    return True


def _initial_ends(before: str, last: str, word: str, *, starts: bool) -> bool:
    """Tell whether a sentence ends with a capital letter: ``you and I.`` and ``vitamin C.`` do, ``Jonas E.`` does not."""
    if last == "I" and re.search(r"\b(?:and|or|than|as) I$", before):
        return True
    return starts and word.lower() not in {"a", "i", "an"} and not (len(last) == 1 and re.search(r"[A-Z][a-z]+ [A-Z]$", before))


def _clock_ends(before: str, small: str, word: str) -> bool:
    """Tell whether a sentence ends with ``p.m.`` before a name or title: it does where a sentence has run before it."""
    if small not in {"a.m", "p.m"} or not word[0].isupper():
        return False
    run = re.split(r"[.!?] ", before[:-4])[-1]
    return len(run.split()) > 4 and word.rstrip(".").lower() in {"mr", "mrs", "ms", "dr"}  # noqa: PLR2004 - `At 5 a.m. Mr. Smith` has run for two


def _list_starts(folded: str) -> list[int]:
    """Return the places at which the entries of a list printed in one line begin; none where there is no list."""
    bullets = [match.end() for match in _BULLETS.finditer(folded)]
    if len(bullets) > 1:
        return bullets
    found = [(match.start(), match["mark"]) for match in _LISTED.finditer(folded)]
    marks = [mark for _start, mark in found]
    counted = len(marks) > 1 and (
        marks == [str(n) for n in range(1, len(marks) + 1)] or marks == list("abcdefghijklmnopqrstuvwxyz")[: len(marks)]
    )
    return [start for start, _mark in found] if counted and found[0][0] == 0 else []
