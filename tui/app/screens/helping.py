"""The help and the tour: pages of lines."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.app.commands import COMMANDS, Command, Group, shown
from tui.app.keymap import Keymap, keys_of
from tui.app.screens.page import Page
from tui.app.widgets.bars import Bar
from tui.app.widgets.entries import Entries
from tui.model.collation import Verdict
from tui.present.lines import BLANK, Entry, Line, Piece, Tone, prose
from tui.present.signs import MEANINGS, SIGNS

_PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "the articles": (
        "next-passage",
        "next-divergence",
        "next-article",
        "open",
        "order",
        "search",
        "mark",
        "note",
        "copy",
        "link",
        "base",
    ),
    "the list": ("next-passage", "open", "filter", "hide-minor", "mark", "dismiss", "note", "next-pane"),
    "the lower pane": ("next-passage", "open", "next-pair", "larger-pane", "pane-side", "mark", "note", "copy"),
    "the view": ("next-passage", "open", "view-reading", "mark", "note", "export"),
}
"""The commands that matter most in each place."""

_BARS: Final = (
    ("█", "a conflict"),
    ("▐", "differs, another source, or surer"),
    ("▕", "vaguer, spelling, or left out"),
    ("•", "a hit of the search"),
)
"""What the bars of the minimap say."""

TOUR: Final = (
    (
        "Each column is an article; each row holds the passages that tell the same. A silent article leaves its cell empty. "
        "j and k go from passage to passage, ← and → from article to article."
    ),
    (
        "What the articles part on is underlined, with a sign in the margin: ! is a conflict, ~ is vaguer, @ another source. "
        "n and p go from divergence to divergence; the list on the right has the most important first, and the bar along the "
        "articles' edge shows where they are in the whole story."
    ),
    (
        "The lower pane shows the divergence in hand: each article's exact words, what they come to, and the odd one out. "
        "Tab goes there; w compares the next two readings word by word."
    ),
    (
        "m marks a divergence as confirmed, dismissed or to be asked about, c writes a note, z takes back whatever you did last. "
        "Marks and notes are kept at once and are there when you come back."
    ),
    (
        "V shows the same place in another view: facts, quotations, sources, timeline, sheet, removed lines. "
        "E exports the sheet. ? shows every key, : finds a command by its name, q goes back."
    ),
    "The desk shows differences. Which article is right it does not know and never says.",
)
"""The pages of the tour."""


class PagesScreen(Page[None]):
    """A page of lines that can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(1)"),
        Binding("k,up", "scroll(-1)"),
        Binding("ctrl+d,pagedown,space", "scroll(12)"),
        Binding("ctrl+u,pageup,b", "scroll(-12)"),
        Binding("g,home", "scroll(-9999)"),
        Binding("G,end", "scroll(9999)"),
        Binding("escape,q,question_mark,f1", "leave"),
    ]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        """Take title and lines."""
        super().__init__()
        self._title = title
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """Place title, lines and keys."""
        with Vertical(classes="page"):
            yield Bar(id="pagehead", ground="mast")
            yield Entries(id="pagelines", ground="side")
            yield Bar(id="pagekeys", ground="mast")

    def on_mount(self) -> None:
        """Fill the page and give it the keys."""
        self.fill()
        self.query_one("#pagelines", Entries).focus()

    def fill(self) -> None:
        """Show title, lines and keys."""
        self.query_one("#pagehead", Bar).show(Line((Piece(self._title, Tone.STRONG),)))
        keys = (
            Piece("j k", Tone.ACCENT),
            Piece(" scroll  ", Tone.FAINT),
            Piece("Esc", Tone.ACCENT),
            Piece(" closes", Tone.FAINT),
        )
        self.query_one("#pagekeys", Bar).show(Line(keys))
        self.query_one("#pagelines", Entries).show([Entry((line,), rests=False) for line in self._lines], None)
        self.call_after_refresh(self.fit)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one("#pagelines", Entries).step(by)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)


class TourScreen(PagesScreen):
    """The tour, a page at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,n", "next", priority=True),
        Binding("left,p,b", "previous", priority=True),
    ]

    def __init__(self) -> None:
        """Start with the first page."""
        super().__init__("", ())
        self._page = 0

    def fill(self) -> None:
        """Show the first page."""
        self._turn(0)

    def _turn(self, by: int) -> None:
        """Turn by a page; after the last the tour is over."""
        self._page = max(self._page + by, 0)
        if self._page >= len(TOUR):
            self.dismiss(None)
            return
        title = Line((Piece("A short tour", Tone.STRONG),), (Piece(f"{self._page + 1} of {len(TOUR)}", Tone.FAINT),))
        self.query_one("#pagehead", Bar).show(title)
        lines = (BLANK, prose(TOUR[self._page], indent=1), BLANK)
        self.query_one("#pagelines", Entries).show([Entry(lines, rests=False)], None)
        self.call_after_refresh(self.fit)
        keys = [("Enter", "on"), ("←", "back"), ("Esc", "ends the tour")]
        pieces = [piece for key, label in keys for piece in (Piece(key, Tone.ACCENT), Piece(f" {label}  ", Tone.FAINT))]
        self.query_one("#pagekeys", Bar).show(Line(tuple(pieces)))

    def action_next(self) -> None:
        """Turn to the next page."""
        self._turn(1)

    def action_previous(self) -> None:
        """Turn to the page before."""
        self._turn(-1)


def help_lines(found: Keymap, place: str, troubles: Sequence[str]) -> list[Line]:
    """Return the help: the keys of the place, all keys by group, the signs, what the configuration gets wrong."""
    lines: list[Line] = []
    kind = next((start for start in _PLACES if place.startswith(start)), "the articles")
    lines += [BLANK, Line((Piece(f"In {place}", Tone.ACCENT, 1),))]
    lines += [_row(found, command) for command in COMMANDS if command.name in _PLACES[kind]]
    for group in Group:
        lines += [BLANK, Line((Piece(group, Tone.ACCENT, 1),))]
        lines += [_row(found, command) for command in COMMANDS if command.group is group]
    lines += [BLANK, Line((Piece("Signs", Tone.ACCENT, 1),))]
    for verdict in Verdict:
        sign = SIGNS[verdict]
        lines.append(
            Line(
                (
                    Piece(sign.mark, sign.tone, 3, plain=True),
                    Piece(sign.word, Tone.TEXT, 6),
                    Piece(MEANINGS[verdict], Tone.FAINT, 23),
                )
            )
        )
    lines += [BLANK, Line((Piece("The bar along the articles' edge", Tone.ACCENT, 1),))]
    lines += [Line((Piece(bar, Tone.STRONG, 3), Piece(meaning, Tone.TEXT, 6))) for bar, meaning in _BARS]
    lines += [prose("Its raised, dotted part is what the window shows of the whole story; a click goes there.", Tone.FAINT, 6)]
    lines += [BLANK, prose("It shows differences; people judge. No verdict on truth or bias is given.", Tone.ITALIC, 3)]
    lines += [BLANK, prose("A number before a key repeats it (5j); a number alone goes to that article.", Tone.FAINT, 1)]
    lines += [Line((Piece('Keys are changed in config.toml, under [keys]: mark = ["m", "f9"]', Tone.FAINT, 1),))]
    if troubles:
        lines += [BLANK, Line((Piece("In your config.toml", Tone.CONFLICT, 1, plain=True),))]
        lines += [prose(trouble, indent=3) for trouble in troubles]
    return lines


def _row(found: Keymap, command: Command) -> Line:
    """Return a command's keys and what it does."""
    keys = "  ".join(shown(key) for key in keys_of(found, command.name)) or "—"
    return Line((Piece(keys, Tone.STRONG, 3), Piece(command.tooltip, Tone.TEXT, 22)), indent=22)
