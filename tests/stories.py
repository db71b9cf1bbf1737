"""Small collations for tests, made by hand rather than by the engine, so that a test of the sheet fails for the sheet alone."""

from collections.abc import Mapping, Sequence

from tui.collate import siglum
from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Collation, Fact, Reading, Verdict
from tui.model.detail import Kind
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

FERRY = (
    "A ferry ran aground off Port Elm.",
    "It carried 212 people.",
    "Three crew were hurt.",
    "The captain, Ada Brine, is unharmed.",
)
HARBOUR = ("A ferry is stuck near Port Elm.", "On board were 221 people.", "Two crew were hurt.", "A tug is on its way.")
COAST = (
    "The Port Elm ferry sits on a sandbank.",
    "It had 212 people aboard.",
    "No sailor was seriously hurt.",
    "Rain fell all night.",
)


def article(place: int, sentences: Sequence[str], source: str | None = None) -> Article:
    """Return an article of plain sentences, the first of them its headline, each a paragraph of its own."""
    letter = siglum(place)
    passages = tuple(
        Passage(f"{letter}{n}", letter, PassageKind.BODY if n > 1 else PassageKind.HEADLINE, n, n, text, fold(text))
        for n, text in enumerate(sentences, 1)
    )
    return Article(letter, source or f"{letter.lower()}.txt", Format.TEXT, Metadata(headline=sentences[0]), passages)


def fact(
    articles: Sequence[Article],
    words: Mapping[str, tuple[int, str]],
    *,
    topic: str = "people aboard",
    kind: Kind = Kind.NUMBER,
    verdict: Verdict = Verdict.CONFLICT,
) -> Fact:
    """Return a fact from the words that each article has in its n-th passage."""
    readings = []
    for letter, (n, text) in words.items():
        passage = next(a for a in articles if a.siglum == letter).passages[n - 1]
        start = passage.text.index(text)
        readings.append(Reading(letter, passage.id, text, start, start + len(text), f"= {text}"))
    silent = tuple(a.siglum for a in articles if a.siglum not in words)
    return Fact("F0", None, kind, topic, verdict, 1, tuple(readings), silent, "The articles give different figures.")


def story(articles: Sequence[Article], facts: Sequence[Fact]) -> Collation:
    """Return a collation of articles and facts, the facts numbered in the order given."""
    numbered = tuple(
        Fact(f"F{n}", f.point, f.kind, f.topic, f.verdict, f.priority, f.readings, f.silent, f.note, f.why)
        for n, f in enumerate(facts, 1)
    )
    return Collation(tuple(articles), facts=numbered)


def ferry() -> Collation:
    """Return two articles on a ferry that part on two figures."""
    articles = (article(0, FERRY), article(1, HARBOUR))
    return story(
        articles,
        (
            fact(articles, {"A": (2, "212"), "B": (2, "221")}),
            fact(articles, {"A": (3, "Three"), "B": (3, "Two")}, topic="crew hurt"),
        ),
    )
