"""Takes the pictures of ``screenshots/`` from the running program on the sample story: ``python -m tests.take_screenshots``."""

import asyncio
import re
from pathlib import Path
from typing import Final

from tui.app.config import Config, Memory
from tui.app.opening import desk_app
from tui.app.work import Errand

ROOT: Final = Path(__file__).resolve().parents[1]
STORY: Final = ROOT / "articles" / "limousine"
PICTURES: Final = ROOT / "screenshots"

_WIDE: Final = (160, 45)
_SHOTS: Final = {
    "reading-160x45": (_WIDE, "sidebyline", ("tab", "g", "enter")),
    "reading-light": (_WIDE, "sidebyline-light", ("tab", "enter")),
    "reading-high-contrast": (_WIDE, "high-contrast", ("tab", "enter")),
    "reading-colour-blind": (_WIDE, "colour-blind", ("tab", "enter")),
    "reading-80x24": ((80, 24), "sidebyline", ("n",)),
    "list-80x24": ((80, 24), "sidebyline", ("tab",)),
    "own-order": (_WIDE, "sidebyline", ("v", "n", "n")),
    "facts": (_WIDE, "sidebyline", ("f3",)),
    "quotations": (_WIDE, "sidebyline", ("f4",)),
    "sources": (_WIDE, "sidebyline", ("f5",)),
    "timeline": (_WIDE, "sidebyline", ("f6",)),
    "sheet": (_WIDE, "sidebyline", ("n", "m", "c", "n", "n", "d", "f7")),
    "removed": (_WIDE, "sidebyline", ("f8",)),
    "facts-light": (_WIDE, "sidebyline-light", ("f3",)),
    "sheet-high-contrast": (_WIDE, "high-contrast", ("n", "m", "c", "f7")),
    "search": (_WIDE, "sidebyline", ("/", *"aurus")),
    "filter": (_WIDE, "sidebyline", ("f",)),
    "help": (_WIDE, "sidebyline", ("?",)),
}
"""The size, theme and keys of each picture."""


async def take(name: str) -> None:
    """Open the desk, press the keys and write the picture."""
    size, theme, keys = _SHOTS[name]
    memory = Memory(None)
    memory.keep(tour="taken")
    app = desk_app(Errand((str(STORY.relative_to(ROOT)),)), Config(theme=theme), memory)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        picture = app.export_screenshot()
    spaced = re.sub(r"<text ", '<text xml:space="preserve" ', picture)  # else some viewers join the spaces
    (PICTURES / f"{name}.svg").write_text(spaced, encoding="utf-8")


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    for name in _SHOTS:
        asyncio.run(take(name))
        print(f"screenshots/{name}.svg")


if __name__ == "__main__":
    main()
