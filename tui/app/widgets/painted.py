"""What every widget of the desk is: a view drawn line by line in the tones of the theme."""

from typing import ClassVar, Self

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.app.wrap import wrap
from tui.present.lines import Line, Piece, Tone

_GROUNDS = ("base", "raised", "mast", "side")


class Paint:
    """The styles of the theme in use, looked up once for each change of theme."""

    def __init__(self, swatch: "Swatch") -> None:
        """Read the swatch's component styles."""
        self.grounds = {ground: swatch.get_component_rich_style(f"ground--{ground}") for ground in _GROUNDS}
        self._tones = {tone: swatch.get_component_rich_style(f"tone--{tone}", partial=True) for tone in Tone}
        self._mixed: dict[tuple[str, Tone, bool, bool], Style] = {}
        self._signs: dict[tuple[str, Tone], Style] = {}

    def style(self, tone: Tone, ground: str = "base", *, plain: bool = False, block: bool = False) -> Style:
        """Return the style of a tone on a ground."""
        key = (ground, tone, plain, block)
        if key not in self._mixed:
            found = self._tones[tone]
            if plain or block:
                found = Style(color=found.color, bold=block or None, reverse=block or None)
            self._mixed[key] = self.grounds[ground] + found
        return self._mixed[key]

    def sign(self, tone: Tone, ground: str = "base") -> Style:
        """Return the style of a sign in the gutter: the tone's colour, bold."""
        key = (ground, tone)
        if key not in self._signs:
            self._signs[key] = self.style(tone, ground, plain=True) + Style(bold=True)
        return self._signs[key]

    def of(self, piece: Piece, ground: str = "base") -> Style:
        """Return the style of a piece on a ground."""
        return self.style(piece.tone, ground, plain=piece.plain, block=piece.block)


class Swatch(Widget):
    """Holds the style of every tone and ground; it is never shown, and every painted widget asks it.

    Textual works out the styles of component classes for each widget that has them, at every change of a class: one widget
    with all of them costs a tenth of twelve.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"tone--{tone}" for tone in Tone), *(f"ground--{ground}" for ground in _GROUNDS)}

    _paint: Paint | None = None

    @property
    def paint(self) -> Paint:
        """The styles of the theme in use."""
        if self._paint is None:
            self._paint = Paint(self)
        return self._paint

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._paint = None


class Painted(ScrollView, can_focus=False):
    """A view that draws lines of toned pieces; it never reads markup.

    It has neither border nor padding, and keeps the lines that it drew until something spoils them: Textual's own way asks the
    style sheet about every line of every widget at each frame.
    """

    ALLOW_SELECT = False

    virtual_size = Reactive(Size(0, 0))  # Textual's own lays the whole screen out anew for each change

    _swatch: Swatch | None = None

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own word
        """Start with nothing drawn."""
        self._kept: list[Strip] = []
        self._kept_for: tuple[object, ...] = ()
        self._spoilt: set[int] = set()
        super().__init__(id=id)

    @property
    def paint(self) -> Paint:
        """The styles of the theme in use."""
        if self._swatch is None:
            self._swatch = self.app.screen_stack[0].query_one(Swatch)
        return self._swatch.paint

    def notify_style_update(self) -> None:
        """Draw anew when the theme or a class changes."""
        super().notify_style_update()
        self.repaint()

    def repaint(self) -> None:
        """Draw everything anew; a widget that keeps strips forgets them here."""
        self.refresh()

    def draw(self, line: int, width: int) -> Strip:
        """Return a line, counted from the top of what the view holds, as ``width`` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return a line, counted from the top of the window."""
        return self.draw(y + self.scroll_offset.y, self.size.width)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw another part; the scrollbar, which has no width, is left alone: moving it has Textual lay the screen out anew."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have the lines of ``regions`` drawn anew, or all of them."""
        if repaint and regions:
            for region in regions:
                self._spoilt.update(region.line_range)
        elif repaint:
            self._kept_for = ()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines within ``crop``, drawing those alone that were spoilt."""
        size, filters = self.size, self.get_line_filters()
        wanted = (size, self.paint, *filters)
        if wanted != self._kept_for:
            self._kept, self._kept_for = [Strip([])] * size.height, wanted
            self._spoilt = set(range(size.height))
        ground, top = (self.background_colors[1], self.scroll_offset.y) if self._spoilt else (None, 0)
        for y in self._spoilt:
            if ground is not None and 0 <= y < size.height:
                strip = self.draw(y + top, size.width)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, ground)
                self._kept[y] = strip
        self._spoilt.clear()
        lines = self._kept[crop.y : crop.bottom]
        return lines if crop.column_span == (0, size.width) else [strip.crop(*crop.column_span) for strip in lines]


def wrapped(line: Line, width: int) -> list[Line]:
    """Return the lines that a line becomes at ``width``: itself where it does not wrap."""
    if line.indent is None:
        return [line]
    lead = [piece for piece in line.pieces if piece.at is not None and piece.at < line.indent]
    rest = line.pieces[len(lead) :]
    text = "".join(piece.text for piece in rest)
    found: list[Line] = []
    beside = sum(len(piece.text) for piece in line.right)
    for start, end in wrap(text, max(width - line.indent - beside - 1, 8)):
        pieces: list[Piece] = []
        passed = 0
        for piece in rest:
            cut = piece.text[max(start - passed, 0) : max(end - passed, 0)]
            passed += len(piece.text)
            if cut:
                at = line.indent if not pieces else None
                pieces.append(Piece(cut, piece.tone, at, piece.plain, piece.block))
        head = tuple(lead) if not found else ()
        found.append(Line((*head, *pieces), line.right if not found else ()))
    return found


def drawn(line: Line, width: int, paint: Paint, ground: str = "base") -> Strip:
    """Return a line as a strip of exactly ``width`` cells; what does not fit is cut with an ellipsis."""
    base = paint.grounds[ground]
    right = [Segment(piece.text, paint.of(piece, ground)) for piece in line.right]
    beside = sum(cell_len(piece.text) for piece in line.right)
    room = max(width - beside, 0)
    segments: list[Segment] = []
    used = 0
    for place, piece in enumerate(line.pieces):
        stop = min(piece.at, room) if piece.at is not None else used
        if stop > used:
            segments.append(Segment(" " * (stop - used), base))
            used = stop
        following = line.pieces[place + 1].at if place + 1 < len(line.pieces) else None
        limit = min(room, following - 1 if following is not None else room) - used
        text, size = piece.text, cell_len(piece.text)
        if size > limit:
            text = set_cell_size(text, limit - 1) + "…" if limit > 0 else ""
            size = max(limit, 0)
        if text:
            segments.append(Segment(text, paint.of(piece, ground)))
            used += size
    gap = max(width - used - beside, 0)
    segments.append(Segment(("─" if line.fill else " ") * gap, paint.style(Tone.RULE, ground) if line.fill else base))
    total = used + gap + beside
    strip = Strip([*segments, *right], total)
    return strip if total == width else strip.adjust_cell_length(width, base)
