"""The desk itself: theme, mouse, palette, tour, help, leaving, and what is remembered."""

from collections.abc import Mapping
from dataclasses import replace

from tui.app.config import Config, Memory
from tui.app.screens.finding import sieve_of
from tui.app.screens.handwork import Handwork
from tui.app.state import View


class Housekeeping(Handwork):
    """Looks after the desk."""

    def __init__(self, config: Config, memory: Memory) -> None:
        """Take the reader's configuration and what the desk remembers."""
        super().__init__()
        self.config = config
        self.memory = memory
        self.dispatcher.keymap = config.keys
        self.pane_right = memory.recall("pane-right") == "yes"
        grown = memory.recall("pane-grown", "0")
        self.pane_grown = int(grown) if grown.lstrip("-").isdigit() else 0
        self.mouse_on = True

    def do_theme(self, _count: int) -> None:
        """Choose the colours, trying each as the cursor comes to it."""
        from tui.app.choices import Choice  # noqa: PLC0415  # not for the first picture
        from tui.app.screens.choose import Choose  # noqa: PLC0415  # not for the first picture

        before = self.app.theme
        own = ("sidebyline", "sidebyline-light", "high-contrast", "colour-blind")
        names = sorted(self.app.available_themes, key=lambda name: (name not in own, own.index(name) if name in own else 0, name))
        choices = tuple(
            Choice(name, name.replace("-", " "), "dark" if self.app.available_themes[name].dark else "light", name == before)
            for name in names
        )

        def take(chosen: tuple[str, ...] | None) -> None:
            self.use_theme(chosen[0] if chosen else before)
            if chosen:
                self.memory.keep(theme=chosen[0])

        self.app.push_screen(Choose("Colours", choices, tried=self.use_theme), take)

    def use_theme(self, name: str) -> None:
        """Show the desk in a theme."""
        self.app.theme = name

    def do_mouse(self, _count: int) -> None:
        """Switch the mouse off, so that the terminal selects text, or on."""
        self.mouse_on = not self.mouse_on
        driver = self.app._driver  # noqa: SLF001  # Textual has no public switch for the mouse of a running program
        switch = getattr(driver, "_enable_mouse_support" if self.mouse_on else "_disable_mouse_support", None)
        if switch is not None:
            switch()
        self.say(
            "The mouse is the desk's again."
            if self.mouse_on
            else "The mouse is the terminal's now, to select text; M takes it back."
        )

    def do_palette(self, _count: int) -> None:
        """Find a command by its name."""
        from textual.command import CommandPalette  # noqa: PLC0415  # 30 ms that only the palette needs

        self.app.push_screen(CommandPalette(placeholder="Find a command"))

    def do_tour(self, _count: int) -> None:
        """Take the tour."""
        from tui.app.screens.helping import TourScreen  # noqa: PLC0415  # not for the first picture

        self.app.push_screen(TourScreen())
        self.memory.keep(tour="taken")

    def do_help(self, _count: int) -> None:
        """Show the keys of the place the reader is in, then all keys."""
        from tui.app.screens.helping import PagesScreen, help_lines  # noqa: PLC0415  # not for the first picture

        place = self.what_is_open()
        self.app.push_screen(PagesScreen("Help", help_lines(self.dispatcher.keymap, place, self.config.troubles)))

    def do_back(self, _count: int) -> None:
        """Leave the innermost thing that is open."""
        if self.link_from is not None:
            self.link_from = None
            self.say("No link was made.")
        elif self.found.hits:
            self.end_search()
        elif self.pane_in_use() is not self.main_pane():
            self.use_pane(self.main_pane())
        elif self.current_view is not View.READING:
            self.turn_to(View.READING)
        elif self.sieve.narrows:
            self.do_clear_filter(1)
        else:
            self.say("q leaves the desk; ? shows every key.")

    def do_quit(self, _count: int) -> None:
        """Go back to the articles, or leave the desk."""
        if self.scene is not None and (self.current_view is not View.READING or self.pane_in_use() is not self.columns):
            self.turn_to(View.READING)
        else:
            self.app.exit(0)

    def view_state(self) -> dict[str, str]:
        """Return the view as it is left: place, filters, base article, order."""
        sieve = self.sieve
        chosen = [
            *(f"verdict {verdict}" for verdict in sieve.verdicts),
            *(f"priority {priority}" for priority in sieve.priorities),
            *(f"mark {mark}" for mark in sieve.marks),
            *(f"article {siglum}" for siglum in sieve.articles),
            *(f"kind {kind}" for kind in sieve.kinds),
        ]
        return {
            "view": str(self.current_view),
            "passage": self.spot.passage or "",
            "row": str(self.spot.row),
            "lane": str(self.spot.lane),
            "fact": self.spot.fact or "",
            "base": self.base or "",
            "own": "yes" if self.own else "",
            "minor": "hidden" if sieve.minor_hidden else "",
            "shown": "\n".join(sorted(chosen)),
        }

    def take_up(self, left: Mapping[str, str]) -> View:
        """Set filters, base article and order as they were left; return the view that was open."""
        self.base = left.get("base") or None
        self.own = left.get("own") == "yes"
        try:
            shown = tuple(filter(None, left.get("shown", "").split("\n")))
            self.sieve = sieve_of(shown, minor_hidden=left.get("minor") == "hidden")
            return View(left.get("view") or View.READING)
        except (KeyError, ValueError):  # written by another version of the program
            return View.READING

    def place_left(self, left: Mapping[str, str]) -> None:
        """Go to the place that was left."""
        scene = self.scene
        if scene is None:
            return
        passage, fact = left.get("passage", ""), left.get("fact") or None
        if passage in scene.story.passages:
            self.spot = scene.place_of_passage(passage, fact)
        elif left.get("row", "").isdigit() and left.get("lane", "").isdigit():
            lane = min(int(left["lane"]), len(scene.grid.sigla) - 1)
            self.spot = replace(scene.place(int(left["row"]), lane, fact))

    def remember(self) -> None:
        """Keep what outlives the desk: the view of this story, and size and side of the lower pane."""
        if self.scene is not None and not self.comparing:
            self.book.keep_view(self.view_state())
        self.memory.keep(**{"pane-right": "yes" if self.pane_right else "no", "pane-grown": str(self.pane_grown)})
