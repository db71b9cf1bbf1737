"""Making the desk from what it needs."""

from tui.app.app import Sidebyline
from tui.app.config import Config, Memory
from tui.app.screens.desk import Desk
from tui.app.work import Errand


def desk_app(errand: Errand, config: Config, memory: Memory, *, watch: bool = False) -> Sidebyline:
    """Return the program with its desk at once, without the outline that a terminal shows first."""
    return Sidebyline(lambda: Desk(errand, config, memory, watch=watch), config.theme or memory.recall("theme"))
