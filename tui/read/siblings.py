"""Paragraphs that an extractor missed though the page sets them exactly as it sets those that it found.

Articles that adverts or pictures cut into several containers lose whole parts in extraction; what stands at the same place of the
page's template, paragraph for paragraph, belongs to the same text.
"""

import re
from collections import Counter
from typing import Any, Final

from tui.model.rawcopy import CopyLine, LineRole
from tui.read.gate import visible

Element = Any
"""An element of lxml, which ships no types."""

_ANCESTORS: Final = 3
_FEWEST_WORDS, _MOST_WORDS = 12, 200
_LITTLE: Final = 50  # words
_TIMES: Final = 2  # as many words elsewhere make the found ones something else
_LEAST_FOUND: Final = 3
_LEAST_SHARE: Final = 0.3
_MOST_LINKED: Final = 0.4
_TELLING: Final = 20  # letters that do not come twice by chance
_ENDS: Final = re.compile(r"[.!?…][\"'”’)\]]*$")
_LETTERS: Final = re.compile(r"\W+")


def completed(lines: tuple[CopyLine, ...], tree: Element) -> tuple[CopyLine, ...]:
    """Return the lines with the paragraphs that the page sets in the same way and that are missing among them."""
    known = {_key(line.text): place for place, line in enumerate(lines) if line.text}
    paragraphs = [(element, _key(text), text) for element in tree.iter("p") if (text := _text(element))]
    found = Counter(_setting(element) for element, key, _text in paragraphs if key in known)
    every = Counter(_setting(element) for element, _key, text in paragraphs if _is_prose(element, text))
    settings = {setting for setting, times in found.items() if times >= _LEAST_FOUND and times >= _LEAST_SHARE * every[setting]}
    if not settings:
        return lines
    insert: dict[int, list[CopyLine]] = {}
    last: int | None = None
    for element, key, text in paragraphs:
        if key in known:
            last = known[key]
        elif _setting(element) in settings and _is_prose(element, text) and not _contained(key, known):
            known[key] = -1 if last is None else last
            insert.setdefault(-1 if last is None else last, []).extend((CopyLine(text, None, LineRole.PARAGRAPH), CopyLine("")))
    joined = list(insert.get(-1, []))
    for place, line in enumerate(lines):
        joined.append(line)
        joined += [CopyLine(""), *insert[place]] if place in insert else []
    return tuple(joined)


def denser(lines: tuple[CopyLine, ...], tree: Element) -> tuple[CopyLine, ...]:
    """Return the prose of the part of the page that holds most of it, where an extractor found little and nothing of that."""
    words = sum(len(line.text.split()) for line in lines)
    if words >= _LITTLE:
        return lines
    weights: Counter[Element] = Counter()
    prose = [(element, text) for element in tree.iter("p") if _is_prose(element, text := _text(element))]
    for element, text in prose:
        for share, holder in enumerate([*element.iterancestors()][:2], 1):
            weights[holder] += len(text.split()) // share
    best = max(weights.items(), key=lambda pair: pair[1], default=(None, 0))
    found = [text for element, text in prose if best[0] in [*element.iterancestors()][:2]]
    known = {_key(line.text) for line in lines if line.text}
    if best[1] < _TIMES * words or any(_contained(_key(text), dict.fromkeys(known, 0)) for text in found):
        return lines
    return tuple(line for text in found for line in (CopyLine(text, None, LineRole.PARAGRAPH), CopyLine("")))


def _text(element: Element) -> str:
    """Return the text of an element on one line, behind the gate."""
    return visible(" ".join(element.text_content().split()))


def _key(text: str) -> str:
    """Return the letters and figures of a text."""
    return _LETTERS.sub("", text).lower()


def _contained(key: str, known: dict[str, int]) -> bool:
    """Tell whether a text is part of a line that is there, or such a line part of it."""
    return any(key in other or (len(other) > _TELLING and other in key) for other in known)


def _is_prose(element: Element, text: str) -> bool:
    """Tell whether a paragraph reads like one of an article and not like a list of links."""
    if not _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS or not _ENDS.search(text):
        return False
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return linked <= _MOST_LINKED * len(text)


def _setting(element: Element) -> tuple[str, ...]:
    """Return how the page sets a paragraph: the names and classes of the element and of what it stands in."""
    chain = [element, *element.iterancestors()][: _ANCESTORS + 1]
    return tuple(f"{part.tag}.{'.'.join(sorted((part.get('class') or '').split()))}" for part in chain)
