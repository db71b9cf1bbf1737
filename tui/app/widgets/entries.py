"""A list of entries with a cursor: the list of divergences, the diff pane and every view but the reading one."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.app.widgets.painted import Painted, drawn, wrapped
from tui.present.lines import BLANK, Entry, Line, Piece, Tone


class Entries(Painted, can_focus=True):
    """Entries one below the other; the cursor rests on those that allow it."""

    class Moved(Message):
        """The cursor came to rest on another entry."""

        def __init__(self, source: "Entries", entry: Entry) -> None:
            """Tell the list and the entry."""
            super().__init__()
            self.source = source
            self.entry = entry

    class Opened(Moved):
        """The reader wants to see what an entry stands for."""

    def __init__(self, *, id: str, ground: str = "base", yields: bool = False) -> None:  # noqa: A002  # Textual's own word
        """Start empty on a ground; with ``yields`` blank lines are given up where room is short, the upper ones first."""
        super().__init__(id=id)
        self._ground = ground
        self._yields = yields
        self.entries: tuple[Entry, ...] = ()
        self.cursor: int | None = None
        self._lines: list[tuple[int, Line]] = []
        self._tops: list[int] = [0]
        self._strips: dict[tuple[int, bool, bool], Strip] = {}

    def show(self, entries: Sequence[Entry], cursor: int | None, *, keep: bool = False) -> None:
        """Show ``entries`` with the cursor on one of them; ``keep`` leaves the scroll position alone."""
        self.entries = tuple(entries)
        self.cursor = cursor
        self._flow()
        if not keep:
            self.scroll_to(y=0, animate=False, force=True)
        self._reveal()

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor is not None and self.cursor < len(self.entries) else None

    def step(self, by: int) -> None:
        """Move the cursor over ``by`` entries that it may rest on; without any, scroll by lines."""
        resting = [place for place, entry in enumerate(self.entries) if entry.rests]
        if not resting or self.cursor is None:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False)
            return
        after = bisect_right(resting, self.cursor) - 1
        goal = resting[max(0, min(after + by, len(resting) - 1))]
        if goal == self.cursor:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False)
        self.rest(goal)

    def rest(self, place: int) -> None:
        """Put the cursor on the entry at ``place`` and tell of it."""
        if place != self.cursor:
            self._swap(place)
            self.post_message(self.Moved(self, self.entries[place]))

    def point(self, place: int | None) -> None:
        """Put the cursor on the entry at ``place`` without telling."""
        if place != self.cursor:
            self._swap(place)

    def _swap(self, place: int | None) -> None:
        """Put the cursor elsewhere and draw the two entries anew."""
        old, self.cursor = self.cursor, place
        for entry in (old, place):
            if entry is not None and entry < len(self.entries):
                first, lines = self._tops[entry], self._tops[entry + 1] - self._tops[entry]
                self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, lines))
        self._reveal()

    def repaint(self) -> None:
        """Forget all strips and draw anew."""
        self._strips.clear()
        self.refresh()

    def page(self, share: float) -> None:
        """Move by a share of a screenful, as many entries as fit."""
        lines = max(int(self.size.height * abs(share)), 1)
        each = max(len(self._lines) // max(len(self.entries), 1), 1)
        self.step(max(lines // each, 1) * (1 if share > 0 else -1))

    def end(self, *, last: bool) -> None:
        """Go to the first or the last entry."""
        self.step(len(self.entries) if last else -len(self.entries))
        self.scroll_to(y=self.virtual_size.height if last else 0, animate=False)

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line."""
        if line >= len(self._lines):
            return Strip.blank(width, self.paint.grounds[self._ground])
        place, shown = self._lines[line]
        current = place == self.cursor
        key = (line, current, self.has_focus)
        if key not in self._strips:
            if len(self._strips) > 400:  # noqa: PLR2004  # a few screens
                self._strips.clear()
            self._strips[key] = self._draw(shown, width, current=current)
        return self._strips[key]

    def _draw(self, shown: Line, width: int, *, current: bool) -> Strip:
        """Draw a line with the cursor's bar and a cell of air at either side."""
        ground = "raised" if current else self._ground
        bar = Piece("▌" if current else " ", Tone.ACCENT if self.has_focus else Tone.FAINT, plain=True)
        return Strip.join(
            [drawn(Line((bar,)), 1, self.paint, ground), drawn(shown, width - 2, self.paint, ground), self._margin(ground)]
        )

    def _margin(self, ground: str) -> Strip:
        """Return the cell of air at the right edge."""
        return Strip.blank(1, self.paint.grounds[ground])

    def on_resize(self, event: events.Resize) -> None:
        """Flow the lines to the new width."""
        del event
        self._flow()
        self._reveal()

    def on_focus(self) -> None:
        """Draw the cursor's bar as the one in use."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor's bar as one not in use."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked entry; a second click opens it."""
        line = event.y + self.scroll_offset.y
        if line < len(self._lines):
            place = self._lines[line][0]
            if not self.entries[place].rests:
                return
            if place == self.cursor or event.chain > 1:
                self.post_message(self.Opened(self, self.entries[place]))
            else:
                self.rest(place)

    def _flow(self) -> None:
        """Wrap all lines to the present width."""
        width = max(self.size.width - 2, 1)
        self._lines = [
            (place, part) for place, entry in enumerate(self.entries) for line in entry.lines for part in wrapped(line, width)
        ]
        if self._yields:
            over = len(self._lines) - self.size.height
            blank = [number for number, (_, line) in enumerate(self._lines) if line == BLANK]
            given = set(blank[: max(over, 0)])
            self._lines = [found for number, found in enumerate(self._lines) if number not in given]
        heights = [0] * len(self.entries)
        for place, _ in self._lines:
            heights[place] += 1
        self._tops = list(accumulate(heights, initial=0))
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def _reveal(self) -> None:
        """Scroll so that the cursor's entry is on the screen, with the heading right above it."""
        high, offset = self.size.height, self.scroll_offset.y
        if self.cursor is None or self.cursor >= len(self.entries) or not high:
            return
        head = self.cursor
        while head and not self.entries[head - 1].rests:
            head -= 1
        first, after = self._tops[self.cursor], self._tops[self.cursor + 1]
        if after - self._tops[head] <= high:
            first = self._tops[head]
        if first < offset:
            self.scroll_to(y=first, animate=False, force=True)
        elif after > offset + high:
            self.scroll_to(y=min(after - high, first), animate=False, force=True)

    @property
    def line_count(self) -> int:
        """How many lines all entries take at the present width."""
        return len(self._lines)
