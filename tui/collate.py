"""The whole pipeline, named once: sources in, a collation out."""

from collections.abc import Callable, Sequence
from typing import Final

from tui.clean import clean
from tui.model.alignment import Hands
from tui.model.article import Article
from tui.model.collation import Collation, Problem
from tui.model.errors import CancelledError, UnreadableError
from tui.model.settings import Settings
from tui.read import expand, read_all
from tui.split import split

Progress = Callable[[str, float], None]
"""Told what is being done, in a word or two, and the share of the whole work that is done, 0 to 1."""

Arrived = Callable[[tuple[Article, ...]], None]
"""Told of the articles as soon as they are read, cleaned and split."""

_LEAST: Final = 2  # a comparison takes two


def collate(  # noqa: PLR0913  # what a caller says of the work, and what it is told of it; all but the sources have defaults
    sources: Sequence[str],
    settings: Settings = Settings(),
    hands: Hands = Hands(),
    *,
    progress: Progress = lambda _what, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
    arrived: Arrived = lambda _articles: None,
) -> Collation:
    """Read, clean, split, extract, align, compare and trace the articles at ``sources``.

    ``sources`` are paths of files or folders, ``http(s)`` addresses or ``-``. A source that cannot be read becomes a
    ``Problem`` and the others go on; with fewer than two articles left there are no links and no facts.
    ``arrived`` is called once, with two articles or more, before anything is compared.
    Raises ``CancelledError`` at the next step once ``cancelled`` says so.
    """

    def step(what: str, share: float) -> None:
        if cancelled():
            raise CancelledError
        progress(what, share)

    articles, problems = read_articles(sources, hands, step=step)
    if len(articles) >= _LEAST:
        arrived(articles)
    step("details", 0.4)
    from tui.align import align  # noqa: PLC0415  # whoever waits for the articles need not wait for the imports of what follows
    from tui.compare import compare  # noqa: PLC0415  # see above
    from tui.details import extract  # noqa: PLC0415  # see above
    from tui.trace import trace  # noqa: PLC0415  # see above

    extractions = extract(articles)
    if len(articles) < _LEAST:
        return Collation(articles, extractions, problems=problems)
    step("matching", 0.6)
    alignment = align(articles, extractions, settings.align, hands, step=lambda share: step("matching", 0.6 + 0.2 * share))
    step("comparing", 0.8)
    facts = compare(articles, extractions, alignment)
    step("sources", 0.95)
    return Collation(articles, extractions, alignment, facts, trace(articles, extractions, alignment), problems)


def understand(sources: Sequence[str], hands: Hands = Hands()) -> Collation:
    """Read each article by itself, with its details and without a comparison; one article is enough."""
    from tui.details import extract  # noqa: PLC0415  # not for the articles alone

    articles, problems = read_articles(sources, hands)
    return Collation(articles, tuple(e for article in articles for e in extract((article,))), problems=problems)


def read_articles(
    sources: Sequence[str],
    hands: Hands = Hands(),
    *,
    step: Progress = lambda _what, _share: None,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read, clean and split the articles at ``sources``; what cannot be read is returned as problems."""
    paths, problems = expand(sources)
    articles: list[Article] = []
    copies = read_all(paths, lambda what: step(what, 0.4 * (len(articles) + len(problems)) / (len(paths) + len(problems))))
    for source, copy in zip(paths, copies, strict=True):
        if isinstance(copy, UnreadableError):
            problems += (Problem(source, str(copy)),)
        else:
            articles.append(split(clean(copy, hands), siglum(len(articles))))
    return tuple(articles), problems


def siglum(place: int) -> str:
    """Return the letters of the article at ``place``, counted from 0: A to Z, then AA, AB and so on."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
