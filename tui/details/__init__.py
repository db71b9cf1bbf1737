"""Details: passages become details, quotations and attributions."""

import re
from collections.abc import Sequence
from typing import Final

from tui.model.article import Article
from tui.model.detail import Amount, Bound, Detail, Extraction, Kind, Name

_FIGURE: Final = re.compile(r"\b\d+(?:\.\d+)?\b")
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def extract(articles: Sequence[Article]) -> tuple[Extraction, ...]:
    """Return what the detail rules find in each article; names take the fullest form in the story."""
    found = []
    for article in articles:
        details: list[Detail] = []
        for passage in article.passages:
            for m in _FIGURE.finditer(passage.folded):
                value = Amount(Bound.EXACT, float(m.group()))
                head = passage.folded[m.end() :].split()[:1]
                details.append(
                    Detail(
                        passage.id,
                        Kind.NUMBER,
                        m.start(),
                        m.end(),
                        passage.text[m.start() : m.end()],
                        value,
                        (head or [""])[0].lower(),
                    )
                )
            details += [
                Detail(passage.id, Kind.NAME, m.start(), m.end(), passage.text[m.start() : m.end()], Name(m.group()))
                for m in _NAME.finditer(passage.folded)
            ]
        found.append(Extraction(article.siglum, tuple(details)))
    return tuple(found)
