"""The reading view: all articles beside one another in one widget, drawn line by line."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.app.lanes import Cursor, Lane
from tui.app.layout import Frame, Stack, framed, stacked
from tui.app.widgets.cells import CellPainter, Spot
from tui.app.widgets.selecting import Selecting, Spotted
from tui.present.highlights import Highlight
from tui.present.lines import Tone

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui.present.grid import Cell


class Columns(Selecting, can_focus=True):
    """The aligned columns with their gutter and cursor row."""

    class Picked(Message):
        """The reader clicked on a row."""

        def __init__(self, row: int, lane: int) -> None:
            """Tell the row and the lane."""
            super().__init__()
            self.row = row
            self.lane = lane

    class Reframed(Message):
        """Other articles are shown, in another size, or other rows are grave."""

    class Scrolled(Message):
        """Another part of the story is shown."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own word
        """Start without articles."""
        super().__init__(id=id)
        self.lanes: tuple[Lane, ...] = ()
        self.common = True
        self.cursor = Cursor()
        self.frame: Frame | None = None
        self.cells: CellPainter | None = None
        self._first = 1
        self._topped = False
        self._stacks: dict[int, Stack] = {}
        self._shifts: dict[int, int] = {}
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._graves: Sequence[tuple[int, str, Tone]] = ()
        self._charted = Size(0, 0)

    def show(
        self, lanes: tuple[Lane, ...], cursor: Cursor, marks: Callable[[str, str | None], Sequence[Highlight]], *, common: bool
    ) -> None:
        """Show ``lanes`` with the cursor; ``common`` says that rows go across.

        ``marks`` gives the highlights of a passage, with those of a fact in front.
        """
        self.lanes, self.common = lanes, common
        self.cells = CellPainter(marks)
        self._stacks.clear()
        self._shifts.clear()
        self.frame = None
        self.cursor = cursor
        self._settle(anchor=None)

    def map(self, graves: Sequence[tuple[int, str, Tone]]) -> None:
        """Set what the minimap shows: rows of the current lane with bar and tone, the gravest last."""
        self._graves = graves
        self.post_message(self.Reframed())

    def place(self, cursor: Cursor, *, top: bool = False) -> None:
        """Move the cursor, scrolling no more than needed; ``top`` puts its row at the top."""
        old, self.cursor = self.cursor, cursor
        if old.lane != cursor.lane or not self.common:
            self._settle(anchor=old)
        else:
            if old.fact != cursor.fact:
                self._strips = {key: strip for key, strip in self._strips.items() if not key[1]}
            for row in {old.row, cursor.row}:
                self._spoil(row)
        self._topped = top
        self._reveal()

    def bring(self, lanes: Sequence[int]) -> None:
        """Slide sideways so that as many of ``lanes`` as fit stand beside the base article, the first of them foremost."""
        frame, sliding = self.frame, [lane for lane in lanes if lane]
        if frame is not None and len(frame.columns) > 1 and sliding and not set(lanes) <= set(frame.columns):
            self._first = min(sliding)
            self._settle(anchor=self.cursor)

    def repaint(self) -> None:
        """Forget all strips and draw anew."""
        self._strips.clear()
        if self.cells:
            self.cells.forget()
        self.refresh()

    def stack(self, lane: int) -> Stack:
        """Return where the rows of a lane stand, worked out on first use for the present width."""
        frame = self.frame
        assert frame is not None  # noqa: S101  # a stack is asked for only once a frame is set
        key = -1 if self.common else lane
        if key not in self._stacks:
            if self.common:
                rows: Sequence[Sequence[Cell]] = list(zip(*(self.lanes[column].cells for column in frame.columns), strict=True))
            else:
                rows = [(cell,) for cell in self.lanes[lane].cells]
            self._stacks[key] = stacked(rows, range(len(rows[0]) if rows else 0), frame.text)
        return self._stacks[key]

    def chart(self) -> Mapping[int, tuple[str, Tone]]:
        """Return the minimap for the present height: bar and tone of each line that has one."""
        if self.frame is None or not self.lanes:
            return {}
        stack, high = self.stack(self.cursor.lane), max(self.size.height, 1)
        total = max(stack.height, high)
        return {stack.tops[row] * high // total: (bar, tone) for row, bar, tone in self._graves if row < len(stack.tops) - 1}

    def window(self) -> range:
        """Return the lines of the minimap that stand for what is on the screen; none where all of the story is."""
        high, total = max(self.size.height, 1), self.virtual_size.height
        if total <= high:
            return range(0)
        first = self.scroll_offset.y * high // total
        return range(first, max(first + 1, -(-(self.scroll_offset.y + high) * high // total)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another part is shown."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def row_charted(self, line: int) -> int:
        """Return the row that stands at a line of the minimap."""
        stack = self.stack(self.cursor.lane)
        return stack.row_at(line * stack.height // max(self.size.height, 1))

    def draw(self, line: int, width: int) -> Strip:
        """Draw one line; a row has one look under the cursor and one beside it, and both are kept."""
        current = self.common and self.frame is not None and self.stack(0).row_at(line) == self.cursor.row
        strip = self._strips.get((line, current))
        if strip is None:
            if len(self._strips) > 400:  # noqa: PLR2004  # a few screens
                self._strips.clear()
            strip = self._strips[line, current] = self._draw(line, width)
        return strip

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new width; the cursor's row stays where it was on the screen."""
        del event
        self._settle(anchor=self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        frame = self.frame
        if frame is None or not self.lanes or self.was_dragged:
            return
        if (place := frame.at(event.x)) is not None:
            lane = frame.columns[place]
            line = event.y + self.scroll_offset.y - self._shifts.get(lane, 0)
            self.post_message(self.Picked(self.stack(lane).row_at(line), lane))

    def spot(self, x: int, y: int) -> Spotted | None:
        """Return the character of a passage under a point of the widget."""
        frame, cells = self.frame, self.cells
        place = frame.at(x) if frame is not None else None
        if frame is None or cells is None or place is None or not self.lanes:
            return None
        lane = frame.columns[place]
        line = y + self.scroll_offset.y - self._shifts.get(lane, 0)
        row = self.stack(lane).row_at(line)
        if row >= len(self.lanes[lane].cells):
            return None
        found = cells.at(self.lanes[lane].cells[row], line - self.stack(lane).tops[row], x - frame.left(place), frame)
        return Spotted(*found) if found else None

    def _settle(self, anchor: Cursor | None) -> None:
        """Work out frame, shifts and heights; keep the cursor's row at its height on the screen where ``anchor`` is given."""
        width = self.size.width
        if not self.lanes or not width:
            return
        kept = None
        if anchor is not None and self.frame is not None and self.common:
            kept = self.stack(anchor.lane).tops[min(anchor.row, len(self.stack(anchor.lane).tops) - 2)] - self.scroll_offset.y
        frame, self._first = framed(width, len(self.lanes), self.cursor.lane, self._first)
        if frame != self.frame:
            self.frame = frame
            self._stacks.clear()
            self._charted = Size(0, 0)
        if self._charted != self.size:
            self._charted = self.size
            self.post_message(self.Reframed())
        self._shift(frame)
        self.virtual_size = Size(width, self.stack(self.cursor.lane).height)
        self.repaint()
        if kept is not None and kept >= 0 and not self._topped:
            top = self.stack(self.cursor.lane).tops[self.cursor.row]
            self.scroll_to(y=max(top - kept, 0), animate=False, force=True)
        self._reveal()

    def _shift(self, frame: Frame) -> None:
        """In own order, bring the other lanes to what matches the cursor's row."""
        self._shifts = dict.fromkeys(frame.columns, 0) if self.common else self._shifts
        if self.common:
            return
        here = self.stack(self.cursor.lane).tops[self.cursor.row]
        self._shifts[self.cursor.lane] = 0
        for lane in frame.columns:
            if lane in self.cursor.matched:
                self._shifts[lane] = here - self.stack(lane).tops[self.cursor.matched[lane]]

    def _reveal(self) -> None:
        """Scroll so that the cursor's row is on the screen with a few lines around it, or at the top where that was asked."""
        if self.frame is None or not self.size.height:
            return
        top = self._topped
        first, lines = self.stack(self.cursor.lane).lines(self.cursor.row)
        high, offset = self.size.height, self.scroll_offset.y
        margin = min(3, high // 4)
        if top or first - margin < offset:
            offset = first - (1 if top else margin)
        elif first + lines + margin > offset + high:
            offset = min(first + lines + margin - high, first - 1)
        offset = max(0, min(offset, self.virtual_size.height - high))
        if offset != self.scroll_offset.y:
            self.scroll_to(y=offset, animate=False, force=True)

    def _spoil(self, row: int) -> None:
        """Have the lines of a row drawn anew."""
        if self.frame is None:
            return
        first, lines = self.stack(self.cursor.lane).lines(row)
        self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, lines))

    def _draw(self, line: int, width: int) -> Strip:
        """Draw one line of all columns."""
        frame, cells, paint = self.frame, self.cells, self.paint
        if frame is None or cells is None:
            return Strip.blank(width, paint.grounds["base"])
        segments: list[Segment] = []
        for place, number in enumerate(frame.columns):
            lane, stack = self.lanes[number], self.stack(number)
            at = line - self._shifts.get(number, 0)
            row = stack.row_at(at)
            top, lines = stack.lines(row)
            inside = bool(stack.tops) and 0 <= at - top < lines and row < len(lane.cells)
            current = inside and row == (
                self.cursor.row if number == self.cursor.lane or self.common else self.cursor.matched.get(number)
            )
            solo = inside and bool(lane.solo) and lane.solo[row]
            spot = Spot(place == 0, current, self.cursor.fact if current else None, current and number == self.cursor.lane, solo)
            segments += cells.line(paint, lane.cells[row], at - top, frame, spot) if inside else cells.air(paint, frame, spot)
        return Strip(segments).adjust_cell_length(width, paint.grounds["base"])
