"""The one table of commands; keys, palette, footer and help are read from it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Group(StrEnum):
    """The headings of the help page."""

    MOVE = "Moving"
    DIVERGENCE = "Divergences"
    VIEW = "Views"
    SEARCH = "Searching and filtering"
    DECIDE = "Marks and notes"
    HAND = "By hand"
    DESK = "The desk"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can have done."""

    name: str
    """The name that ``config.toml`` uses; the screen does it in ``do_`` and the name."""
    keys: tuple[str, ...]
    """The keys that do it; a sequence is written with a space, ``V f``."""
    label: str
    """A word or two for the footer and the palette."""
    tooltip: str
    """One sentence for help and palette."""
    group: Group
    """The heading it stands under in the help."""
    footer: int = 0
    """Its importance in the footer: 1 is shown on the narrowest screen, 0 never."""
    counts: bool = False
    """True where a number typed before it repeats it."""

    @property
    def method(self) -> str:
        """The name of the screen's method."""
        return "do_" + self.name.replace("-", "_")


_M, _D, _V, _S, _K, _H, _X = Group.MOVE, Group.DIVERGENCE, Group.VIEW, Group.SEARCH, Group.DECIDE, Group.HAND, Group.DESK

COMMANDS: Final[tuple[Command, ...]] = (
    Command("next-passage", ("j", "down"), "passage", "Go to the next passage.", _M, 1, counts=True),
    Command("previous-passage", ("k", "up"), "passage", "Go to the previous passage.", _M, 1, counts=True),
    Command("half-page-down", ("ctrl+d",), "half a page down", "Go half a page down.", _M, counts=True),
    Command("half-page-up", ("ctrl+u",), "half a page up", "Go half a page up.", _M, counts=True),
    Command("page-down", ("space", "pagedown"), "page down", "Go a page down.", _M, counts=True),
    Command("page-up", ("b", "pageup"), "page up", "Go a page up.", _M, counts=True),
    Command("top", ("g", "home"), "top", "Go to the first passage.", _M),
    Command("bottom", ("G", "end"), "bottom", "Go to the last passage.", _M),
    Command("previous-article", ("left",), "article", "Go to the article on the left.", _M, 3, counts=True),
    Command("next-article", ("right",), "article", "Go to the article on the right.", _M, 3, counts=True),
    Command("next-pane", ("tab",), "list, pane", "Go to the next pane: articles, divergences, the fact.", _M, 2),
    Command("previous-pane", ("shift+tab",), "previous pane", "Go to the pane before.", _M),
    Command("open", ("enter",), "open", "Open what is under the cursor.", _M),
    Command("go-to", ("#",), "go to", "Go to a passage (B12), a paragraph (¶7), a fact (F3) or an article (B) by typing it.", _M),
    Command("next-divergence", ("n", "]", "] c"), "divergence", "Go to the next divergence.", _D, 1, counts=True),
    Command("previous-divergence", ("p", "[", "[ c"), "divergence", "Go to the previous divergence.", _D, 1, counts=True),
    Command("next-point", ("}",), "next story point", "Go to the next passage that several articles tell.", _D, counts=True),
    Command(
        "previous-point",
        ("{",),
        "previous story point",
        "Go to the previous passage that several articles tell.",
        _D,
        counts=True,
    ),
    Command("next-pair", ("w",), "other pair", "Compare the next two readings of the fact word by word.", _D),
    Command("hide-minor", ("i",), "minor ones", "Hide or show the divergences that are a matter of style.", _D),
    Command("order", ("v",), "order", "Turn between aligned rows and each article in its own order.", _V),
    Command("view-reading", ("V r", "f2"), "reading", "Read the articles beside one another.", _V, 4),
    Command("view-facts", ("V f", "f3"), "facts", "See every fact by article.", _V),
    Command("view-quotations", ("V q", "f4"), "quotations", "See who said what, and in which words.", _V),
    Command("view-sources", ("V s", "f5"), "sources", "See who is credited and what is copied from whom.", _V),
    Command("view-timeline", ("V t", "f6"), "timeline", "See every date in the story.", _V),
    Command("view-sheet", ("V l", "f7"), "sheet", "See marks and notes as they will be exported.", _V),
    Command("view-removed", ("V x", "f8"), "removed", "See the lines that cleaning took away.", _V),
    Command("larger-pane", ("+",), "larger pane", "Make the lower pane larger.", _V, counts=True),
    Command("smaller-pane", ("-",), "smaller pane", "Make the lower pane smaller.", _V, counts=True),
    Command("pane-side", ("\\",), "pane side", "Put the pane below or to the right.", _V),
    Command("search", ("/",), "search", "Search in all articles.", _S, 4),
    Command("next-hit", (">",), "next hit", "Go to the next hit.", _S, counts=True),
    Command("previous-hit", ("<",), "previous hit", "Go to the previous hit.", _S, counts=True),
    Command("filter", ("f",), "filter", "Choose which divergences are shown.", _S, 5),
    Command("clear-filter", ("ctrl+f",), "no filter", "Show all divergences again.", _S),
    Command("mark", ("m",), "mark", "Mark the fact: open, confirmed, dismissed, ask the source.", _K, 2),
    Command("dismiss", ("d",), "dismiss", "Dismiss the fact, or take it up again.", _K),
    Command("note", ("c",), "note", "Write a note on the fact.", _K, 3),
    Command("next-marked", ("u",), "next marked", "Go to the next fact with a mark or a note.", _K, counts=True),
    Command("previous-marked", ("U",), "previous marked", "Go to the previous fact with a mark or a note.", _K, counts=True),
    Command("undo", ("z",), "undo", "Undo the last mark, note or change made by hand.", _K, counts=True),
    Command(
        "export", ("E",), "export", "Export the sheet as Markdown, HTML, CSV or JSON, or the whole story as one file.", _K, 6
    ),
    Command("copy", ("y",), "copy", "Copy the passage or the selection with its reference.", _K, 8),
    Command("link", ("L",), "link", "Link two passages by hand, or cut their link.", _H),
    Command("base", ("B",), "base article", "Make this article the one that the others are set against.", _H),
    Command("add", ("a",), "add article", "Add an article from a file or an address.", _H),
    Command("reload", ("r",), "reload", "Read the articles again; marks and notes stay.", _H),
    Command("edit", ("e",), "edit", "Open the article in $EDITOR at this line.", _H),
    Command("browse", ("o",), "browser", "Open the article's address in the browser.", _H),
    Command("theme", ("t",), "theme", "Choose the colours.", _X),
    Command("mouse", ("M",), "mouse", "Switch the mouse off, so that the terminal selects text, or on.", _X),
    Command("palette", (":", "ctrl+p"), "commands", "Find a command by its name.", _X),
    Command("tour", (), "tour", "Take the short tour again.", _X),
    Command("help", ("?", "f1"), "help", "See the keys of the place you are in.", _X, 1),
    Command("back", ("escape",), "back", "Leave what is open: a hit list, a filter, a view.", _X),
    Command("quit", ("q", "ctrl+q"), "quit", "Go back, or leave the desk.", _X, 7),
)
"""Every command, in the order of the help page."""

WITHOUT_ARTICLES: Final = frozenset({"quit", "add", "reload", "help", "tour", "theme", "mouse", "palette"})
"""The commands that do something where no articles are shown."""

WHILE_COMPARING: Final = WITHOUT_ARTICLES | {
    "next-passage", "previous-passage", "half-page-down", "half-page-up", "page-down", "page-up", "top", "bottom",
    "previous-article", "next-article", "copy", "edit", "browse",
}  # fmt: skip
"""The commands that do something where the articles are shown and still being compared."""

BY_NAME: Final = {command.name: command for command in COMMANDS}
"""The commands by name."""

_SHOWN: Final = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space", "enter": "Enter", "tab": "Tab", "shift+tab": "Shift+Tab",
    "pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "home": "Home", "end": "End",
}  # fmt: skip


def shown(keys: str) -> str:
    """Return a key or a sequence as it is printed on the keyboard: ``ctrl+d`` is ``Ctrl+D``."""
    return " ".join(_one(key) for key in keys.split(" "))


def _one(key: str) -> str:
    """Return one key as printed."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key
