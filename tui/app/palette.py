"""The command palette: the one table, found by name."""

from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.app.commands import COMMANDS, Command, shown
from tui.app.keymap import Keymap, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable


@runtime_checkable
class Performer(Protocol):
    """A screen that does what a command says."""

    @property
    def keys(self) -> Keymap:
        """The keys in use."""

    def perform(self, command: Command, count: int = 1) -> None:
        """Do what the command says."""


class DeskCommands(Provider):
    """Every command of the table."""

    async def discover(self) -> Hits:
        """Show all commands before anything is typed."""
        for command in COMMANDS:
            yield DiscoveryHit(self._title(command), self._deed(command), command.name, command.tooltip)

    async def search(self, query: str) -> Hits:
        """Show the commands whose sentence or name is like the query."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            title = self._title(command)
            if (score := matcher.match(title.plain)) > 0:
                yield Hit(score, matcher.highlight(title.plain), self._deed(command), command.name, command.tooltip)

    def _title(self, command: Command) -> Content:
        """Return a command as the list shows it: what it does, and its keys."""
        keys = keys_of(self.screen.keys, command.name) if isinstance(self.screen, Performer) else command.keys
        aside = "  ".join(shown(key) for key in keys)
        return Content(f"{command.tooltip.rstrip('.')}  {aside}".rstrip())

    def _deed(self, command: Command) -> "Callable[[], None]":
        """Return what choosing a command does."""
        screen = self.screen
        return partial(screen.perform, command) if isinstance(screen, Performer) else lambda: None
