"""The reading desk, a Textual program that draws what the collation and ``present`` computed."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tui.app.book import Book, LooseLeaf
from tui.model.settings import Settings

if TYPE_CHECKING:
    from tui.app.screens.desk import Desk
    from tui.ledger import RecentStory

_ALLOCATIONS: Final = 20_000  # things made until garbage is looked for; Python's 700 looks a hundred times while the desk starts


def run(  # noqa: PLR0913 - one argument for each thing the command line can ask of the desk
    sources: Sequence[str],
    settings: Settings = Settings(),
    *,
    open_book: Callable[[], Book] = LooseLeaf,
    recent: "Sequence[RecentStory]" = (),
    mouse: bool = True,
    watch: bool = False,
) -> int:
    """Open the reading desk on the articles at ``sources`` and return its exit status.

    The status is 0, 1 after a failure, 128 + n after signal n.

    ``open_book`` is called once, in a thread, before the articles are read; ``recent`` are the stories that a desk without
    articles offers, a digit for each; ``mouse`` and ``watch`` switch the mouse on and
    have the desk collate again when a file changes.
    """
    gc.set_threshold(_ALLOCATIONS, 20, 20)
    os.environ.setdefault("ESCDELAY", "25")  # Textual reads these when it is imported
    os.environ.setdefault("TEXTUAL_FPS", "120")
    if "NO_COLOR" in os.environ:
        os.environ["TEXTUAL_THEME"] = "ansi-dark"  # a theme of true colours would come out in greys
    from tui.app.app import Sidebyline  # noqa: PLC0415  # only once the environment is set
    from tui.app.config import Memory, config_path, configured, memory_path  # noqa: PLC0415

    config, memory = configured(config_path()), Memory(memory_path())

    def make_desk() -> "Desk":
        from tui.app.screens.desk import Desk  # noqa: PLC0415  # after the first picture
        from tui.app.work import Errand  # noqa: PLC0415  # see above

        return Desk(Errand(tuple(sources), settings, open_book, recent=tuple(recent)), config, memory, watch=watch)

    app = Sidebyline(make_desk, config.theme or memory.recall("theme"), outline=True)
    app.run(mouse=mouse and config.mouse)
    if app.failure:
        sys.stderr.write(f"{app.failure}\n")
    return app.return_code or 0
