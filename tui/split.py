"""Splitting: paragraphs become passages, one sentence each, with their places in the file."""

import re
from typing import Final

from tui.model.article import Article, Cleaned, Passage
from tui.model.fold import fold

_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z\"“‘(])")


def split(cleaned: Cleaned, siglum: str) -> Article:
    """Return the article with its paragraphs split into passages."""
    passages: list[Passage] = []
    for number, paragraph in enumerate(cleaned.paragraphs, 1):
        for sentence in _END.split(paragraph.text):
            passages.append(
                Passage(
                    f"{siglum}{len(passages) + 1}",
                    siglum,
                    paragraph.kind,
                    number,
                    paragraph.line,
                    sentence,
                    fold(sentence),
                    paragraph.doubtful,
                )
            )
    return Article(siglum, cleaned.source, cleaned.format, cleaned.metadata, tuple(passages), cleaned.removed)
