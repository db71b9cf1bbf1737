"""Moving: passages, articles, divergences, story points, panes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from textual.widget import Widget

from tui.app.screens.telling import Telling
from tui.app.state import View
from tui.app.widgets.columns import Columns
from tui.app.widgets.entries import Entries


class Moving(Telling):
    """Moves the reader through the story; what moves depends on the pane in use."""

    def pane_in_use(self) -> Widget:
        """Return the pane that keys go to."""
        if isinstance(self.focused, Columns | Entries) and self.focused.display:
            return self.focused
        return self.main_pane()

    def main_pane(self) -> Widget:
        """Return the articles, or the view that stands in their place."""
        return self.columns if self.current_view is View.READING else self.entries("view")

    def do_next_passage(self, count: int) -> None:
        """Go down."""
        self._step(count)

    def do_previous_passage(self, count: int) -> None:
        """Go up."""
        self._step(-count)

    def _step(self, by: int) -> None:
        """Move by rows in the articles, by entries elsewhere."""
        pane = self.pane_in_use()
        if isinstance(pane, Entries):
            pane.step(by)
        else:
            self._to_row(by)

    def _to_row(self, by: int) -> None:
        """Move the cursor of the articles by rows of the present order."""
        scene = self.scene
        if scene is None:
            return
        if self.own:
            strand = scene.strands[self.spot.lane]
            if strand.cells:
                row = max(0, min(scene.own_row(self.spot) + by, len(strand.cells) - 1))
                self.go(scene.place_of_passage(strand.cells[row][0].id))
        else:
            self.go(scene.place(self.visible_row(by), self.spot.lane))

    def visible_row(self, by: int) -> int:
        """Return the row that is ``by`` rows further on, counting those alone that the articles on the screen tell."""
        if self.scene is None or self.columns.frame is None:
            return self.spot.row
        return self.columns.stack(self.spot.lane).further(self.spot.row, by)

    def do_half_page_down(self, count: int) -> None:
        """Go half a page down."""
        self._page(count / 2)

    def do_half_page_up(self, count: int) -> None:
        """Go half a page up."""
        self._page(-count / 2)

    def do_page_down(self, count: int) -> None:
        """Go a page down."""
        self._page(count)

    def do_page_up(self, count: int) -> None:
        """Go a page up."""
        self._page(-count)

    def _page(self, share: float) -> None:
        """Move by a share of a screenful, by one row at the least."""
        pane = self.pane_in_use()
        if isinstance(pane, Entries):
            pane.page(share)
        elif self.columns.frame is not None:
            stack, row = self.columns.stack(self.spot.lane), self.columns.cursor.row
            goal = stack.row_at(stack.tops[row] + int(share * self.columns.size.height))
            if self.own or goal == row:
                self._to_row((goal - row) or (1 if share > 0 else -1))
            elif self.scene:
                self.go(self.scene.place(goal, self.spot.lane))

    def do_top(self, _count: int) -> None:
        """Go to the top."""
        self._end(last=False)

    def do_bottom(self, _count: int) -> None:
        """Go to the bottom."""
        self._end(last=True)

    def _end(self, *, last: bool) -> None:
        """Go to one end of the pane in use."""
        pane = self.pane_in_use()
        if isinstance(pane, Entries):
            pane.end(last=last)
        elif self.scene:
            self._to_row(len(self.scene.story.passages) * (1 if last else -1))

    def do_previous_article(self, count: int) -> None:
        """Go to the article on the left."""
        self.to_article(self.spot.lane - count)

    def do_next_article(self, count: int) -> None:
        """Go to the article on the right."""
        self.to_article(self.spot.lane + count)

    def to_article(self, lane: int) -> None:
        """Go to the article in column ``lane``, to what matches there in own order."""
        scene = self.scene
        if scene is None or not 0 <= lane < len(scene.grid.sigla):
            return
        if self.own and lane in (matched := scene.matched(self.spot)):
            self.go(scene.place_of_passage(scene.strands[lane].cells[matched[lane]][0].id))
        elif self.own and scene.strands[lane].cells:
            near = scene.own_row(replace(self.spot, lane=lane, passage=None))
            self.go(scene.place_of_passage(scene.strands[lane].cells[near][0].id))
        else:
            self.go(scene.place(self.told_row(lane), lane, self.spot.fact))

    def told_row(self, lane: int) -> int:
        """Return the cursor's row, or where the article in ``lane`` would be shown alone, the nearest row that it tells."""
        scene, frame = self.scene, self.columns.frame
        if scene is None or frame is None or len(frame.columns) > 1 or scene.grid.rows[self.spot.row][lane]:
            return self.spot.row
        told = [row for row, cells in enumerate(scene.grid.rows) if cells[lane]]
        return min(told, key=lambda row: abs(row - self.spot.row), default=self.spot.row)

    def do_next_divergence(self, count: int) -> None:
        """Go to the next divergence in reading order."""
        self._to_stop(count)

    def do_previous_divergence(self, count: int) -> None:
        """Go to the previous divergence in reading order."""
        self._to_stop(-count)

    def _to_stop(self, by: int) -> None:
        """Go to another divergence, counted from the one in hand, or from the cursor's row."""
        scene = self.scene
        if scene is None or not scene.facts:
            self.say("No divergence passes the filter; Ctrl+F shows all." if self.sieve.narrows else "The articles part nowhere.")
            return
        course = scene.course(self.home())
        stops, here = course.stops, course.place_of.get(self.spot.fact or "")
        if here is None or stops[here].row != self.spot.row:
            above = bisect_left(stops, self.spot.row + (by < 0), key=attrgetter("row"))
            here = above - 1 if by > 0 else above
        goal = here + by
        if not 0 <= goal < len(stops):
            self.say("That was the last divergence; g goes to the top." if by > 0 else "That was the first divergence.")
        self.to_fact(stops[max(0, min(goal, len(stops) - 1))].fact)

    def home(self) -> int | None:
        """Return the column of the reader's own article; ``None`` where all articles are on the screen."""
        scene, frame = self.scene, self.columns.frame
        if scene is None or frame is None or len(frame.columns) == frame.total:
            return None
        return scene.grid.column_of(self.own_article) if self.own_article in scene.grid.sigla else self.spot.lane

    def to_fact(self, fact: str) -> None:
        """Go to a reading of a fact, in the reader's own article where it tells it; that article stays her own elsewhere too."""
        if self.scene and fact in self.scene.story.facts:
            kept = self.own_article
            self.go(self.scene.place_of_fact(self.scene.story.facts[fact], self.spot.lane, self.home()))
            self.own_article = kept
            self.columns.bring(self.scene.lanes_of(self.scene.story.facts[fact], self.spot.row))

    def do_next_point(self, count: int) -> None:
        """Go to the next row that several articles tell."""
        self._to_shared(count)

    def do_previous_point(self, count: int) -> None:
        """Go to the previous row that several articles tell."""
        self._to_shared(-count)

    def _to_shared(self, by: int) -> None:
        """Go to another row that several articles tell."""
        if self.scene is None:
            return
        rows = [row for row, cells in enumerate(self.scene.grid.rows) if sum(map(bool, cells)) > 1]
        ahead = [row for row in rows if row > self.spot.row] if by > 0 else [row for row in rows if row < self.spot.row][::-1]
        if ahead:
            self.go(self.scene.place(ahead[min(abs(by), len(ahead)) - 1], self.spot.lane))

    def panes(self) -> Sequence[Widget]:
        """Return the panes that are on the screen, in the order of Tab."""
        return [pane for pane in (self.main_pane(), self.entries("list"), self.entries("pane")) if pane is not None]

    def do_next_pane(self, _count: int) -> None:
        """Give the keys to the next pane."""
        self.to_pane(1)

    def do_previous_pane(self, _count: int) -> None:
        """Give the keys to the pane before."""
        self.to_pane(-1)

    def to_pane(self, by: int) -> None:
        """Give the keys to another pane; on a narrow screen the list comes forward for it."""
        panes = self.panes()
        following = dict(pairwise([*panes, panes[0]] if by > 0 else [panes[0], *reversed(panes)]))
        self.use_pane(following.get(self.pane_in_use(), panes[0]))

    def use_pane(self, pane: Widget) -> None:
        """Give the keys to ``pane``."""
        self.set_class(pane is self.entries("list"), "-listing")
        self.set_focus(pane)
