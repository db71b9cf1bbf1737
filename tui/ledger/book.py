"""One story's pages in the ledger: what the desk writes into and reads back."""

import getpass
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.ledger.hands import placed, resolved
from tui.ledger.keys import absolute, fingerprint
from tui.ledger.recall import Recalled, find_story, readings_text, recall_story, sketch_of
from tui.ledger.store import Store, loaded, now
from tui.model.alignment import Hands
from tui.model.collation import Collation, Fact
from tui.model.errors import LedgerError
from tui.model.triage import Decision, Orphan


class StoryBook:
    """Marks, notes, hand-made links and the view of one story; each change is on disk when the call returns.

    The story is known once ``follow`` was called; before that there is nothing to read and nothing may be written. Every method
    that writes raises ``LedgerError`` with one sentence where the change could not be kept; everything kept before stays kept.
    """

    def __init__(self, store: Store, sources: Sequence[str] = ()) -> None:
        """Open the book in a store; ``sources`` are the paths and addresses as given, kept to open the story again."""
        self._store = store
        self._sources = tuple(filter(None, map(absolute, sources)))
        self._collation = Collation()
        self._recalled = Recalled()
        self._hands = Hands()
        self._seen = store.version()
        self._unkept = ""

    @property
    def trouble(self) -> str:
        """One sentence on why nothing can be kept, though what was decided before is shown; empty where all is well."""
        return self._unkept

    def follow(self, collation: Collation) -> None:
        """Take up a collation: find its story by content, or begin one, and match what was decided with its facts."""
        prints = [fingerprint(article) for article in collation.articles]
        story, places = find_story(self._store, prints)
        articles = {collation.articles[place].siglum: number for place, number in places.items()}
        known, self._unkept = dict(articles), ""
        try:
            if len(prints) > 1:
                self._store.require_writing()
                story = self._record(collation, story, articles)
        except LedgerError as error:
            if self._store.writable and story is None:
                raise
            self._unkept, articles = str(error), known  # what was decided before is shown though nothing can be written
        self._collation = collation
        self._take_in(story, articles)

    def decision(self, fact: Fact) -> Decision:
        """Return what was decided about a fact of the collation that was followed last."""
        return self._recalled.decisions.get(fact.id, Decision())

    def decide(self, fact: Fact, decision: Decision) -> None:
        """Keep mark and note of a fact; who and when are filled in here."""
        story = self._story()
        articles = self._recalled.articles
        sketch = sketch_of(fact, self._collation, articles)
        readings = readings_text(sketch, fact, articles)
        said = (decision.mark.value, decision.note, _login(), now())
        row = self._recalled.kept.get(fact.id)
        with self._store.change() as change:
            if row is not None:  # the row takes the fact's present readings; another that had them is the same fact
                change.execute("DELETE FROM decision WHERE story = ? AND key = ? AND id <> ?", (story, sketch.key, row.id))
                change.execute("UPDATE decision SET key = ?, readings = ? WHERE id = ?", (sketch.key, readings, row.id))
            number = change.execute(
                "INSERT INTO decision (story, key, kind, topic, readings, mark, note, who, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (story, key) DO UPDATE SET "
                "mark = excluded.mark, note = excluded.note, who = excluded.who, at = excluded.at RETURNING id",
                (story, sketch.key, fact.kind.value, fact.topic, readings, *said),
            ).fetchone()[0]
            change.execute("INSERT INTO change (decision, mark, note, who, at) VALUES (?, ?, ?, ?, ?)", (number, *said))
        self._take_in(story, articles)

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """What was decided about facts that the articles no longer hold."""
        return self._recalled.orphans

    @property
    def hands(self) -> Hands:
        """What was linked, cut and restored by hand, in the passage ids and sources of the collation followed last."""
        return self._hands

    def keep_hands(self, hands: Hands) -> None:
        """Keep what was decided by hand; deeds on passages that the collation does not hold now stay kept."""
        story = self._story()
        articles = self._recalled.articles
        with self._store.change() as change:
            for deed, places in placed(self._hands, self._collation, articles) - placed(hands, self._collation, articles):
                change.execute("DELETE FROM hand WHERE story = ? AND deed = ? AND places = ?", (story, deed, places))
            for deed, places in sorted(placed(hands, self._collation, articles)):
                change.execute("INSERT OR IGNORE INTO hand (story, deed, places) VALUES (?, ?, ?)", (story, deed, places))
        self._take_in(story, articles)

    @property
    def view(self) -> Mapping[str, str]:
        """The view as it was left; empty for a story that is new."""
        if self._recalled.story is None:
            return {}
        rows = self._store.rows("SELECT view FROM story WHERE id = ?", self._recalled.story)
        return {str(name): str(value) for name, value in loaded(rows[0]["view"]).items()} if rows else {}

    def keep_view(self, view: Mapping[str, str]) -> None:
        """Keep the view; a write to disk, so once a pause or at the end, not at every key."""
        with self._store.change() as change:
            change.execute("UPDATE story SET view = ? WHERE id = ?", (json.dumps(dict(view)), self._story()))

    def refresh(self) -> bool:
        """Take in what another desk changed; return whether a decision or a deed by hand is another than before."""
        if self._recalled.story is None or self._store.version() == self._seen:
            return False
        before = self._recalled, self._hands
        self._take_in(self._recalled.story, self._recalled.articles)
        return (self._recalled, self._hands) != before

    def close(self) -> None:
        """Let the store go."""
        self._store.close()

    def _story(self) -> int:
        """Return the story's number; a book that follows nothing has none."""
        self._store.require_writing()
        if self._recalled.story is None:
            sentence = "Marks and notes take a story of at least two articles."
            raise LedgerError(sentence)
        return self._recalled.story

    def _take_in(self, story: int | None, articles: Mapping[str, int]) -> None:
        """Read the story's pages again."""
        self._seen = self._store.version()
        if story is None:
            self._recalled, self._hands = Recalled(), Hands()
            return
        self._recalled = recall_story(self._store, self._collation, story, articles)
        deeds = [(row["deed"], row["places"]) for row in self._store.rows("SELECT deed, places FROM hand WHERE story = ?", story)]
        self._hands = resolved(deeds, self._collation, articles)

    def _to_open(self, collation: Collation) -> list[str]:
        """Return what opens the story again: the sources as given, and the articles that were added since."""
        inside = {*self._sources, *(str(Path(source)) for source in self._sources)}
        read = [source for article in collation.articles if (source := absolute(article.source))]
        return [*self._sources, *(s for s in read if s not in inside and str(Path(s).parent) not in inside)]

    def _record(self, collation: Collation, story: int | None, articles: dict[str, int]) -> int:
        """Write down the story and its articles as they are now; ``articles`` gains those that are new."""
        title = next((a.metadata.headline for a in collation.articles if a.metadata.headline), collation.articles[0].source)
        sources = json.dumps(self._to_open(collation))
        with self._store.change() as change:
            if story is None:
                query = "INSERT INTO story (title, sources, view, opened) VALUES (?, ?, '{}', ?) RETURNING id"
                story = int(change.execute(query, (title, sources, now())).fetchone()[0])
            else:
                change.execute("UPDATE story SET sources = ?, opened = ? WHERE id = ?", (sources, now(), story))
            for article in collation.articles:
                known = fingerprint(article)
                values = (known.content, " ".join(sorted(known.passages)), known.source)
                if number := articles.get(article.siglum):
                    change.execute("UPDATE article SET content = ?, passages = ?, source = ? WHERE id = ?", (*values, number))
                else:
                    query = "INSERT INTO article (story, content, passages, source) VALUES (?, ?, ?, ?) RETURNING id"
                    articles[article.siglum] = int(change.execute(query, (story, *values)).fetchone()[0])
        return story


def _login() -> str:
    """Return the reader's login name, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
