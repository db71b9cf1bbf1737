"""Articles of a case file, one passage a line, for the tests of names, quotations, attributions and certainty."""

from collections.abc import Sequence

from tui.collate import siglum
from tui.details import extract
from tui.model.article import Article, Passage, PassageKind
from tui.model.detail import Extraction
from tui.model.fold import fold
from tui.model.rawcopy import Format


def told(lines: str) -> tuple[Article, ...]:
    """Return the articles of a case: the letter, then the passage; ``|`` after the letter goes on in the same paragraph."""
    bodies: dict[str, list[Passage]] = {}
    for line in lines.splitlines():
        letter, text = line.split(" ", 1)
        found = bodies.setdefault(letter, [])
        paragraph = found[-1].paragraph if text.startswith("|") else len(found) + 1
        text = text.removeprefix("|")
        number = len(found) + 1
        found.append(Passage(f"{letter}{number}", letter, PassageKind.BODY, paragraph, number, text, fold(text)))
    return tuple(Article(letter, f"{letter}.txt", Format.TEXT, passages=tuple(found)) for letter, found in bodies.items())


def plain(bodies: Sequence[Sequence[str]]) -> tuple[Article, ...]:
    """Return articles with these sentences."""
    return tuple(
        article for place, body in enumerate(bodies) for article in told("\n".join(f"{siglum(place)} {s or 'x'}" for s in body))
    )


def extracted(lines: str) -> tuple[dict[str, str], tuple[Extraction, ...]]:
    """Return the texts of a case's passages by their ids, and what is found in them."""
    articles = told(lines)
    return {p.id: p.text for a in articles for p in a.passages}, extract(articles)
