"""A desk on a story of any length, made without the engine: what the bench starts in its pseudo-terminal."""

import sys

from tui.app.config import Config, Memory
from tui.app.opening import desk_app
from tui.app.work import Errand
from tui.model.alignment import Alignment, Point
from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Collation, Fact, Reading, Verdict
from tui.model.detail import Kind
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

_PROSE = "the harbour boats waited nearly twenty hours while officials said that repairs would take weeks"
_WORDS = tuple(_PROSE.split())
_VERDICTS = [verdict for verdict in Verdict if verdict is not Verdict.AGREE]


def sentence(number: int, lane: int) -> str:
    """Return a sentence of 60 to 160 characters that holds a figure; one in five holds a typographic apostrophe."""
    size = 10 + (number * 7 + lane * 5) % 16
    words = [_WORDS[(number * 3 + place * (lane + 1)) % len(_WORDS)] for place in range(size)]
    figure = f"{number % 97 + lane} metres"
    text = " ".join([*words[: size // 2], figure, *words[size // 2 :]])
    return f"{text.capitalize()}{' it wasn’t' if number % 5 == 0 else ''}."


def long_story(rows: int, columns: int) -> Collation:
    """Return a collation of ``columns`` articles with ``rows`` passages each, a divergence in every fourth row."""
    sigla = "ABCDE"[:columns]
    articles, points, facts = [], [], []
    for lane, siglum in enumerate(sigla):
        texts = [sentence(number, lane) for number in range(rows)]
        passages = tuple(
            Passage(f"{siglum}{n}", siglum, PassageKind.BODY, n // 3 + 1, n + 1, text, fold(text))
            for n, text in enumerate(texts, 1)
        )
        articles.append(
            Article(siglum, f"{siglum}.txt", Format.TEXT, Metadata(headline=f"A long story, told by {siglum}"), passages)
        )
    for number in range(1, rows + 1):
        points.append(Point(f"P{number}", "boats waited", tuple(f"{siglum}{number}" for siglum in sigla)))
        if number % 4 == 0:
            readings = []
            for lane, article in enumerate(articles):
                text = article.passages[number - 1].text
                words = f"{(number - 1) % 97 + lane} metres"
                start = text.index(words)
                odd = lane == columns - 1
                readings.append(Reading(article.siglum, f"{article.siglum}{number}", words, start, start + len(words), None, odd))
            verdict = _VERDICTS[number // 4 % len(_VERDICTS)]
            topic = f"height in row {number}"
            facts.append(
                Fact(
                    f"F{number}", f"P{number}", Kind.MEASURE, topic, verdict, 1 + number % 3, tuple(readings), (), "They differ."
                )
            )
    return Collation(tuple(articles), (), Alignment((), tuple(points)), tuple(facts))


def main() -> None:
    """Open the desk on a story of the size given: passages in each article, articles."""
    rows, columns = int(sys.argv[1]), int(sys.argv[2])
    collation = long_story(rows, columns)
    memory = Memory(None)
    memory.keep(tour="taken")
    app = desk_app(Errand(("long",), engine=lambda *_arguments, **_keywords: collation), Config(), memory)
    app.run()
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
