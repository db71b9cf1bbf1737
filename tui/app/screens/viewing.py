"""The views of one collation, the order of the articles, the size and side of the lower pane."""

from typing import Final

from textual.widget import Widget

from tui.app.screens.moving import Moving
from tui.app.screens.telling import NARROW
from tui.app.state import View
from tui.present.lines import Page
from tui.present.plain import counted

_AIRY: Final = 40  # lines from which the lower pane has one of air below it
_TALL: Final = 16  # lines of the lower pane, unless the reader wants more
_STEP: Final = 2  # lines the lower pane grows or shrinks by


class Viewing(Moving):
    """Turns from view to view; the place stays."""

    def __init__(self) -> None:
        """Start with the lower pane below, in its usual size."""
        super().__init__()
        self.pane_grown = 0
        self.pane_right = False

    def page(self, view: View) -> Page:
        """Return what a view shows, but for the reading one."""
        from tui.present.views import Shown  # noqa: PLC0415  # not for the first picture
        from tui.present.views import view as shown_view  # noqa: PLC0415  # see above

        scene = self.scene
        if scene is None:
            return Page((), ())
        width = self.size.width - 2 - (self.lower_width() if self.has_class("-right") else 0)
        return shown_view(
            view,
            Shown(scene.story, scene.facts, scene.grid.sigla, self.decision_of, self.book.hands, self.book.orphans, width),
        )

    def turn_to(self, view: View) -> None:
        """Show a view, with the cursor where the reader is."""
        if self.scene is None:
            return
        self.current_view = view
        self.set_class(view is not View.READING, "-view")
        self.fit_panes()
        self.show_view()
        self.use_pane(self.main_pane())
        self.tell()

    def show_view(self) -> None:
        """Fill the view that is shown."""
        if self.current_view is View.READING:
            return
        page = self.page(self.current_view)
        self.bar("viewhead").show(*page.head)
        self.entries("view").show(page.entries, self.place_in_view(page), keep=True)

    def place_in_view(self, page: Page) -> int | None:
        """Return the entry that stands for the reader's place: her fact, her passage, or what comes last before it."""
        scene = self.scene
        resting = [number for number, entry in enumerate(page.entries) if entry.rests]
        if scene is None or not resting:
            return None
        here = self.entries("view").entry
        keyed = [number for number in resting if here is not None and here.key and page.entries[number].key == here.key]
        facts = [number for number in resting if page.entries[number].fact == self.spot.fact and self.spot.fact]
        same = [number for number in facts if page.entries[number].passage == self.spot.passage]
        passages = [number for number in resting if page.entries[number].passage == self.spot.passage and self.spot.passage]
        near = [
            number
            for number in resting
            if (told := page.entries[number].passage) is not None and scene.grid.row_of.get(told, 0) <= self.spot.row
        ]
        closest = sorted(near, key=lambda number: -scene.grid.row_of.get(page.entries[number].passage or "", 0))
        return next(iter([*keyed, *same, *facts, *passages, *closest, *resting]))

    def do_order(self, _count: int) -> None:
        """Turn between aligned rows and each article in its own order."""
        self.own = not self.own
        if self.current_view is not View.READING:
            self.turn_to(View.READING)
        self.show_columns()
        self.tell()
        self.say(
            "Each article in its own order; what tells the same comes beside."
            if self.own
            else "Rows of passages that tell the same."
        )

    def do_view_reading(self, _count: int) -> None:
        """Show the articles."""
        self.turn_to(View.READING)

    def do_view_facts(self, _count: int) -> None:
        """Show every fact by article."""
        self.turn_to(View.FACTS)

    def do_view_quotations(self, _count: int) -> None:
        """Show who said what."""
        self.turn_to(View.QUOTATIONS)

    def do_view_sources(self, _count: int) -> None:
        """Show who is credited and what is copied."""
        self.turn_to(View.SOURCES)

    def do_view_timeline(self, _count: int) -> None:
        """Show every date."""
        self.turn_to(View.TIMELINE)

    def do_view_sheet(self, _count: int) -> None:
        """Show marks and notes."""
        self.turn_to(View.SHEET)

    def do_view_removed(self, _count: int) -> None:
        """Show what cleaning took away or kept in doubt."""
        self.turn_to(View.REMOVED)

    def do_open(self, _count: int) -> None:
        """Open what is under the cursor: a divergence in the articles, a passage's fact below, a reading in its article."""
        pane = self.pane_in_use()
        if pane is self.columns:
            self.use_pane(self.entries("pane"))
            return
        entry = self.entries(pane.id or "view").entry
        if entry is None:
            return
        if entry.key:
            self.open_key(entry.key)
        elif entry.passage is not None and self.scene is not None and entry.passage in self.scene.story.passages:
            to_list = pane is self.entries("list")
            if self.current_view is not View.READING:
                self.turn_to(View.READING)
            if to_list and entry.fact:
                self.to_fact(entry.fact)
            else:
                self.go(self.scene.place_of_passage(entry.passage, entry.fact))
            self.use_pane(self.columns)

    def open_key(self, key: str) -> None:
        """Open an entry that stands for neither passage nor fact."""
        raise NotImplementedError(key)

    def use_pane(self, pane: Widget) -> None:
        """Give the keys to ``pane``; the list without a fact in hand begins with the most important one."""
        if pane is self.entries("list") and self.scene is not None and self.scene.facts and self.place_in_list() is None:
            self.to_fact(self.scene.facts[0].id)
        was = self.has_class("-listing")
        super().use_pane(pane)
        if was != self.has_class("-listing"):
            self.fit_panes()
        self.tell_keys()

    def do_next_pair(self, _count: int) -> None:
        """Compare the next two readings word by word."""
        self.pair += 1
        self.tell_pane()

    def do_larger_pane(self, count: int) -> None:
        """Make the lower pane larger."""
        self._grow(_STEP * count)

    def do_smaller_pane(self, count: int) -> None:
        """Make the lower pane smaller."""
        self._grow(-_STEP * count)

    def _grow(self, by: int) -> None:
        """Change the size of the lower pane."""
        self.pane_grown = max(-20, min(self.pane_grown + by, 40))
        self.fit_panes()

    def do_pane_side(self, _count: int) -> None:
        """Put the lower pane below or to the right."""
        self.pane_right = not self.pane_right
        self.fit_panes()

    def fit_panes(self) -> None:
        """Give list and lower pane their places and sizes within the window."""
        width, height = self.size.width, self.size.height
        right = self.pane_right and width >= NARROW
        narrow = width < NARROW
        listed = self.current_view is View.READING and (not narrow or self.has_class("-listing"))
        self.set_class(narrow, "-narrow")
        self.set_class(height < _AIRY, "-short")
        self.set_class(right, "-right")
        self.set_class(not listed, "-solo")
        lower = max(4, min(max(8, min(height * 28 // 100, _TALL)) + self.pane_grown, height - 12))
        aside = self.lower_width() if right else width // 2 if narrow else max(32, min(60, width * 26 // 100))
        middle = self.query_one("#middle").styles
        middle.grid_columns = f"1fr {aside}"
        middle.grid_rows = f"1fr {height // 2 if right else lower}"
        self.call_after_refresh(self.tell)

    def lower_width(self) -> int:
        """Return how wide the lower pane is where it stands on the right."""
        width = self.size.width
        return max(30, min(width * 2 // 5 + self.pane_grown, width - 40))

    def tell(self) -> None:
        """Bring the view that is shown in line as well."""
        super().tell()
        if self.scene is not None and self.current_view is not View.READING:
            self.entries("view").point(self.place_in_view(Page((), self.entries("view").entries)))

    def what_is_open(self) -> str:
        """Return the name of the place the reader is in, for the help."""
        pane = self.pane_in_use()
        if pane is self.entries("list"):
            return f"the list of {counted(len(self.scene.facts) if self.scene else 0, 'divergence')}"
        if pane is self.entries("pane"):
            return "the lower pane"
        return "the articles" if self.current_view is View.READING else f"the view “{self.current_view}”"
