"""What the ledger remembers of a collation: which story it is, which of its articles are which, and what was decided."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from sqlite3 import Row
from typing import Final

from tui.ledger.keys import Fingerprint, Sketch, Trace, changed, fingerprint, level, match_articles, match_facts
from tui.ledger.store import Store, loaded
from tui.model.collation import Collation, Fact
from tui.model.triage import Decision, Mark, Orphan

_LEAST: Final = 2  # articles in common that make it the same story
_SHARE: Final = 0.5  # of the smaller of the two sets of articles


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of decisions as it stands in the ledger."""

    id: int
    """Its number."""
    sketch: Sketch
    """What the fact was known by when it was decided."""
    words: tuple[str, ...]
    """The words of its readings then, as printed."""
    decision: Decision
    """What was decided."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the ledger knows of one collation."""

    story: int | None = None
    """The ledger's number of the story, ``None`` for one it has not seen."""
    articles: Mapping[str, int] = field(default_factory=dict)
    """The ledger's number of each known article by its siglum."""
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """The row behind each decided fact by the fact's id."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """What was decided, by the fact's id, with what changed since."""
    orphans: tuple[Orphan, ...] = ()
    """Decisions whose facts are gone."""


def find_story(store: Store, prints: Sequence[Fingerprint]) -> tuple[int | None, dict[int, int]]:
    """Return the story that most of the articles belong to, and which of its articles each is, by place."""
    best: tuple[int, int] = (0, 0)
    found: dict[int, int] = {}
    for story, kept in _fingerprints(store).items():
        matched = match_articles(kept, prints)
        enough = len(matched) >= _LEAST and len(matched) >= _SHARE * min(len(kept), len(prints))
        if enough and (len(matched), story) > best:
            best, found = (len(matched), story), matched
    return best[1] or None, found


def recall(store: Store, collation: Collation) -> Recalled:
    """Return what the ledger knows of a collation, and change nothing in it."""
    prints = [fingerprint(article) for article in collation.articles]
    story, places = find_story(store, prints)
    if story is None:
        return Recalled()
    return recall_story(store, collation, story, {collation.articles[p].siglum: n for p, n in places.items()})


def recall_story(store: Store, collation: Collation, story: int, articles: Mapping[str, int]) -> Recalled:
    """Return what was decided in a story that is known, with its articles by siglum."""
    rows = kept_decisions(store, story)
    sketches = [sketch_of(fact, collation, articles) for fact in collation.facts]
    passages = {n: frozenset(level(p.text) for p in a.passages) for a in collation.articles if (n := articles.get(a.siglum))}
    sigla = {number: siglum for siglum, number in articles.items()}
    matched = match_facts([row.sketch for row in rows], sketches)
    kept: dict[str, Kept] = {}
    decisions: dict[str, Decision] = {}
    for old, new in matched.items():
        row = rows[old]
        fact = collation.facts[new]
        lost = changed(row.sketch, sketches[new], passages)
        kept[fact.id] = row
        decisions[fact.id] = row.decision if lost is None else _reopened(row.decision, _sentence(lost, fact, sigla))
    orphans = tuple(Orphan(r.sketch.topic, r.words, r.decision) for i, r in enumerate(rows) if i not in matched)
    return Recalled(story, articles, kept, decisions, orphans)


def sketch_of(fact: Fact, collation: Collation, articles: Mapping[str, int]) -> Sketch:
    """Return what a fact is known by; readings of articles that the ledger does not know are left out."""
    texts = {p.id: p.text for a in collation.articles for p in a.passages}
    traces = tuple(
        Trace(articles[r.article], level(texts[r.passage]), level(r.text)) for r in fact.readings if r.article in articles
    )
    return Sketch(fact.kind.value, fact.topic, traces)


def kept_decisions(store: Store, story: int) -> list[Kept]:
    """Return every decision of a story, oldest first."""
    return [_kept(row) for row in store.rows("SELECT * FROM decision WHERE story = ? ORDER BY id", story)]


def _kept(row: Row) -> Kept:
    """Return a decision from its row."""
    readings = loaded(row["readings"])
    traces = tuple(Trace(article, passage, words) for article, passage, words, _ in readings)
    decision = Decision(Mark(row["mark"]), row["note"], row["who"], row["at"])
    return Kept(row["id"], Sketch(row["kind"], row["topic"], traces), tuple(printed for *_, printed in readings), decision)


def readings_text(sketch: Sketch, fact: Fact, articles: Mapping[str, int]) -> str:
    """Return the readings of a fact as the ledger writes them: JSON rows of article, passage, levelled and printed words."""
    printed = [reading.text for reading in fact.readings if reading.article in articles]
    rows = [(t.article, t.passage, t.words, words) for t, words in zip(sketch.traces, printed, strict=True)]
    return json.dumps(rows, ensure_ascii=True)


def _fingerprints(store: Store) -> dict[int, dict[int, Fingerprint]]:
    """Return the fingerprints of all articles by story and number, the story opened last first."""
    stories: dict[int, dict[int, Fingerprint]] = {}
    query = (
        "SELECT story, article.id, content, passages, source "
        "FROM article JOIN story ON story.id = story ORDER BY opened, article.id"
    )
    for story, number, content, passages, source in store.rows(query):
        stories.setdefault(story, {})[number] = Fingerprint(content, frozenset(passages.split()), source)
    return stories


def _reopened(decision: Decision, sentence: str) -> Decision:
    """Return a decision whose fact has changed: what was dismissed is open again."""
    mark = Mark.OPEN if decision.mark is Mark.DISMISSED else decision.mark
    return Decision(mark, decision.note, decision.who, decision.at, f"{sentence} It was {decision.mark} on {decision.at[:10]}.")


def _sentence(lost: Trace, fact: Fact, sigla: Mapping[int, str]) -> str:
    """Return what a reading was and has become."""
    siglum = sigla.get(lost.article)
    if siglum is None:
        return f"The article that read “{lost.words}” is gone."
    now = next((reading.text for reading in fact.readings if reading.article == siglum), None)
    return f"{siglum} read “{lost.words}” before, now " + (f"“{now}”." if now else "it says nothing on it.")
