"""A story's pages in the ledger, apart from the numbers that one ledger gives: articles are told by their place, from 0."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from tui.ledger.hands import Deed
from tui.ledger.keys import Fingerprint, Sketch, Trace, fingerprint
from tui.ledger.recall import find_story, kept_decisions
from tui.ledger.store import Store, loaded, now
from tui.model.collation import Collation
from tui.model.triage import Decision


@dataclass(frozen=True, slots=True)
class Pages:
    """What a ledger holds on one story."""

    title: str
    """The first headline."""
    articles: tuple[Fingerprint, ...]
    """What each article is known by."""
    view: Mapping[str, str] = field(default_factory=dict)
    """The view as it was left."""
    decisions: tuple[tuple[Sketch, tuple[str, ...], Decision], ...] = ()
    """Each decided fact, the printed words of its readings, and the decision."""
    deeds: tuple[Deed, ...] = ()
    """What was done by hand."""


def pages_of(collation: Collation, ledger: Path) -> Pages:
    """Return what the ledger at ``ledger`` holds on a collation; articles that it does not have are left out of every page."""
    prints = tuple(fingerprint(article) for article in collation.articles)
    title = next((a.metadata.headline for a in collation.articles if a.metadata.headline), "")
    if not ledger.exists():
        return Pages(title, prints)
    store = Store(ledger)
    try:
        story, matched = find_story(store, prints)
        if story is None:
            return Pages(title, prints)
        place_of = {number: place for place, number in matched.items()}
        decisions = []
        for row in kept_decisions(store, story):
            pairs = [(t, w) for t, w in zip(row.sketch.traces, row.words, strict=True) if t.article in place_of]
            traces = tuple(Trace(place_of[t.article], t.passage, t.words) for t, _ in pairs)
            if traces:
                decisions.append((Sketch(row.sketch.kind, row.sketch.topic, traces), tuple(w for _, w in pairs), row.decision))
        view = loaded(store.rows("SELECT view FROM story WHERE id = ?", story)[0]["view"])
        rows = store.rows("SELECT deed, places FROM hand WHERE story = ? ORDER BY id", story)
        deeds = tuple((r["deed"], moved) for r in rows if (moved := _renumbered(r["places"], place_of)))
        return Pages(title, prints, view, tuple(decisions), deeds)
    finally:
        store.close()


def merge(store: Store, pages: Pages, sources: tuple[str, ...]) -> None:
    """Take pages into a ledger: into the story that has the same articles, else as a new one; the later decision holds."""
    story, matched = find_story(store, pages.articles)
    with store.change() as change:
        if story is None:
            query = "INSERT INTO story (title, sources, view, opened) VALUES (?, ?, ?, ?) RETURNING id"
            values = (pages.title, json.dumps(sources), json.dumps(dict(pages.view)), now())
            story = int(change.execute(query, values).fetchone()[0])
        number_of = dict(matched)
        for place, (known, source) in enumerate(zip(pages.articles, sources, strict=True)):
            if place not in number_of:
                query = "INSERT INTO article (story, content, passages, source) VALUES (?, ?, ?, ?) RETURNING id"
                known_by = (story, known.content, " ".join(sorted(known.passages)), source)
                number_of[place] = int(change.execute(query, known_by).fetchone()[0])
        for sketch, words, decision in pages.decisions:
            _take(change, story, _moved(sketch, number_of), words, decision)
        for deed, places in pages.deeds:
            if moved := _renumbered(places, number_of):
                change.execute("INSERT OR IGNORE INTO hand (story, deed, places) VALUES (?, ?, ?)", (story, deed, moved))


def _take(change: Connection, story: int, sketch: Sketch, words: tuple[str, ...], decision: Decision) -> None:
    """Write a decision, unless the story has a later one on the same fact."""
    rows = [(t.article, t.passage, t.words, printed) for t, printed in zip(sketch.traces, words, strict=True)]
    said = (decision.mark.value, decision.note, decision.who, decision.at)
    change.execute(
        "INSERT INTO decision (story, key, kind, topic, readings, mark, note, who, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (story, key) DO UPDATE SET mark = excluded.mark, note = excluded.note, who = excluded.who, at = excluded.at "
        "WHERE excluded.at > decision.at",
        (story, sketch.key, sketch.kind, sketch.topic, json.dumps(rows), *said),
    )


def _moved(sketch: Sketch, number_of: Mapping[int, int]) -> Sketch:
    """Return a sketch with its articles numbered otherwise."""
    return Sketch(sketch.kind, sketch.topic, tuple(Trace(number_of[t.article], t.passage, t.words) for t in sketch.traces))


def _renumbered(places: str, number_of: Mapping[int, int]) -> str:
    """Return the places of a deed with their articles numbered otherwise; empty where one of them is not known."""
    first, second = loaded(places)
    if isinstance(first, int):
        return json.dumps([number_of[first], second]) if first in number_of else ""
    ends: list[Any] = [[number_of.get(number, -1), text, nth] for number, text, nth in (first, second)]
    return "" if any(number < 0 for number, *_ in ends) else json.dumps(sorted(ends))
