"""Searching, filtering, going to what is typed."""

from dataclasses import replace

from tui.app.choices import Choice
from tui.app.screens.base import Done
from tui.app.screens.deciding import Deciding
from tui.app.state import Place
from tui.model.collation import Verdict
from tui.model.detail import Kind
from tui.model.triage import Mark
from tui.present.lines import Tone
from tui.present.plain import counted
from tui.present.search import Found, Hit, find, goal
from tui.present.sieve import Sieve
from tui.present.signs import SIGNS


class Finding(Deciding):
    """Finds passages and sifts divergences."""

    def __init__(self) -> None:
        """Start with nothing sought."""
        super().__init__()
        self.found = Found()
        self._sought = ""
        self._hit = -1

    def do_search(self, _count: int) -> None:
        """Search in all articles while the words are typed."""
        if self.scene is None:
            return
        here = self.spot
        self.ask_line(
            "Search all articles",
            done=self._keep_search,
            changed=lambda typed: self.search(typed, here),
            given_up=lambda: self._leave_search(here),
        )

    def search(self, typed: str, here: Place) -> None:
        """Find what is typed, mark the hits, go to the first at or after ``here`` and count them."""
        if self.scene is None:
            return
        self._sought = typed
        self.found = find(self.scene.story, typed)
        self.show_hits()
        rows = self.scene.grid.row_of
        order = self._ordered()
        self._hit = next((n for n, hit in enumerate(order) if rows[hit.passage] >= here.row), 0 if order else -1)
        if order:
            self.go(self.scene.place_of_passage(order[self._hit].passage))
        elif typed:
            self.go(here)
        self._count_hits()

    def show_hits(self) -> None:
        """Mark the hits in the articles and on the minimap."""
        scene = self.scene
        if scene is None:
            return
        hits: dict[str, tuple[tuple[int, int], ...]] = {}
        for hit in self.found.hits:
            hits[hit.passage] = (*hits.get(hit.passage, ()), (hit.start, hit.end))
        self.hits = hits
        rows = sorted({scene.grid.row_of[passage] for passage in hits})
        self.columns.repaint()
        self.columns.map([] if self.own else [*scene.graves(), *((row, "•", Tone.ACCENT) for row in rows)])

    def _ordered(self) -> list[Hit]:
        """Return the hits in the order in which the reader meets them."""
        scene = self.scene
        if scene is None:
            return []
        lane = {siglum: number for number, siglum in enumerate(scene.grid.sigla)}
        passages = scene.story.passages
        return sorted(
            self.found.hits, key=lambda hit: (scene.grid.row_of[hit.passage], lane[passages[hit.passage].siglum], hit.start)
        )

    def _count_hits(self) -> None:
        """Say how many hits there are and where."""
        hits = self.found.hits
        if not self._sought:
            self.say("Search all articles: Enter takes it, Esc leaves it.")
        elif not hits:
            self.say(f"“{self._sought}” stands nowhere, nor anything like it.")
        else:
            articles = len({hit.passage.rstrip("0123456789") for hit in hits})
            like = ", only like it" if self.found.fuzzy else ""
            where = f"{self._hit + 1} of {counted(len(hits), 'hit')} in {counted(articles, 'article')}"
            self.say(f"{where}{like}.  > next  < previous  Esc ends")

    def _keep_search(self, typed: str) -> None:
        """Keep the hits of what was typed; nothing typed ends the search."""
        if not typed:
            self.end_search()
        else:
            self._count_hits()

    def _leave_search(self, here: Place) -> None:
        """Go back to where the search began."""
        self.end_search()
        self.go(here)

    def end_search(self) -> None:
        """Forget the hits."""
        self.found, self._sought, self._hit = Found(), "", -1
        self.show_hits()
        self.say("")

    def do_next_hit(self, count: int) -> None:
        """Go to the next hit."""
        self._to_hit(count)

    def do_previous_hit(self, count: int) -> None:
        """Go to the previous hit."""
        self._to_hit(-count)

    def _to_hit(self, by: int) -> None:
        """Go to another hit, round the end."""
        order = self._ordered()
        if not order or self.scene is None:
            self.say("Nothing is searched for; / searches.")
            return
        self._hit = (self._hit + by) % len(order)
        self.go(self.scene.place_of_passage(order[self._hit].passage))
        self._count_hits()

    def do_go_to(self, _count: int) -> None:
        """Go to what is typed."""
        self.ask_line("Go to a passage (B12), paragraph (7), fact (F3), article (B) or topic", done=self.go_to)

    def go_to(self, typed: str) -> None:
        """Go to what ``typed`` names."""
        if self.scene is None or not typed.strip():
            return
        passage, fact = goal(self.scene.story, typed, self.scene.grid.sigla[self.spot.lane])
        if passage is None:
            self.say(f"“{typed}” names no passage, paragraph, fact, article or topic of this story.")
        else:
            self.go(self.scene.place_of_passage(passage, fact))

    def do_filter(self, _count: int) -> None:
        """Choose which divergences are shown."""
        from tui.app.screens.choose import Choose  # noqa: PLC0415  # not for the first picture

        if self.scene is not None:
            self.app.push_screen(Choose("Show only", self.choices(), many=True), self.choose_filter)

    def choices(self) -> tuple[Choice, ...]:
        """Return what can be filtered by, with how many divergences each would show."""
        if self.scene is None:
            return ()
        story, sieve = self.scene.story, self.sieve

        def count(one: Sieve) -> str:
            return str(sum(one.lets(fact, self.mark_of(fact)) for fact in story.divergences))

        found = [
            Choice(
                f"verdict {v}",
                f"{SIGNS[v].mark} {SIGNS[v].word}",
                count(Sieve(verdicts=frozenset({v}))),
                v in sieve.verdicts,
                "Verdict",
            )
            for v in Verdict
            if v is not Verdict.AGREE
        ]
        labels = {1: "1, check before publishing", 2: "2, worth a look", 3: "3, style"}
        found += [
            Choice(f"priority {p}", label, count(Sieve(priorities=frozenset({p}))), p in sieve.priorities, "Priority")
            for p, label in labels.items()
        ]
        found += [Choice(f"mark {m}", str(m), count(Sieve(marks=frozenset({m}))), m in sieve.marks, "Mark") for m in Mark]
        found += [
            Choice(
                f"article {s}", f"{s} {story.outlet(s)}", count(Sieve(articles=frozenset({s}))), s in sieve.articles, "Article"
            )
            for s in story.sigla
        ]
        kinds = [k for k in Kind if any(fact.kind is k for fact in story.divergences)]
        found += [Choice(f"kind {k}", str(k), count(Sieve(kinds=frozenset({k}))), k in sieve.kinds, "Kind") for k in kinds]
        return tuple(found)

    def choose_filter(self, chosen: tuple[str, ...] | None) -> None:
        """Show what was chosen."""
        if chosen is not None:
            self.sift(sieve_of(chosen, minor_hidden=self.sieve.minor_hidden))

    def sift(self, sieve: Sieve) -> None:
        """Show the divergences that ``sieve`` lets through; undoing shows those of before."""
        if sieve != self.sieve:
            before = self.sieve
            self.done.append(Done(f"filtered by {sieve}", lambda: self._resift(before)))
            self._resift(sieve)
            self.say(f"{counted(len(self.scene.facts) if self.scene else 0, 'divergence')} shown: {sieve}.")

    def _resift(self, sieve: Sieve) -> None:
        """Show the divergences that ``sieve`` lets through."""
        self.sieve = sieve
        self.restage()
        self.show_view()

    def do_clear_filter(self, _count: int) -> None:
        """Show all divergences again."""
        self.sift(Sieve(minor_hidden=self.sieve.minor_hidden))

    def do_hide_minor(self, _count: int) -> None:
        """Hide or show what is style."""
        self.sift(replace(self.sieve, minor_hidden=not self.sieve.minor_hidden))


def sieve_of(chosen: tuple[str, ...], *, minor_hidden: bool) -> Sieve:
    """Return the sieve for names such as ``verdict conflict`` and ``article B``."""
    named: dict[str, list[str]] = {group: [] for group in ("verdict", "priority", "mark", "article", "kind")}
    for name in chosen:
        group, _, value = name.partition(" ")
        named[group].append(value)
    return Sieve(
        frozenset(map(Kind, named["kind"])),
        frozenset(map(Verdict, named["verdict"])),
        frozenset(map(int, named["priority"])),
        frozenset(map(Mark, named["mark"])),
        frozenset(named["article"]),
        minor_hidden,
    )
