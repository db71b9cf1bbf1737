"""The author whom a web page shows beside its headline, where it states none."""

import re
from typing import Any, Final

from tui.read.gate import visible

HtmlElement = Any
"""An element of lxml, which ships no types."""

_MARKED: Final = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'Byline')"
    " or contains(@class, 'author')]"
    " | //header//span | //header//p | //article//address"
)
_BY: Final = re.compile(
    r"^(?:(?:written |reported |words )?by|von|par|por|di|door|автор:?|текст:?)\s+(?P<who>\S.*)$", re.IGNORECASE
)
_SPLIT: Final = re.compile(r"\s*(?:,|\band\b|\bund\b|\bet\b|&)\s*")
_NAME: Final = re.compile(r"^[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}$")
_PARTICLES: Final = frozenset(("da", "de", "del", "della", "den", "der", "di", "du", "la", "le", "van", "von", "bin", "al", "el"))
_LONGEST: Final = 80  # characters of a byline


def shown_authors(tree: HtmlElement) -> tuple[str, ...]:
    """Return the names that the first byline of a page gives; empty where it shows none that begins with ``By`` or the like."""
    for element in tree.xpath(_MARKED):
        text = visible(" ".join(element.text_content().split()))
        match = _BY.match(text) if len(text) <= _LONGEST else None
        names = [name for name in _SPLIT.split(match["who"]) if _is_name(name)] if match else []
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _is_name(text: str) -> bool:
    """Tell whether a text is the name of a person, from its capitals."""
    return bool(_NAME.match(text)) and all(word in _PARTICLES or not word[0].islower() for word in text.split())
