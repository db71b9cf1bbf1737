"""The program in a real terminal: tmux types, and reads what is on the screen."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIMOUSINE = ROOT / "articles" / "limousine"

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="tmux is not installed, so there is no terminal to try the desk in."
)


class Tmux:
    """One terminal with the desk in it, its home in a folder of its own."""

    def __init__(self, home: Path, size: tuple[int, int], *, environment: str = "", arguments: str = str(LIMOUSINE)) -> None:
        """Start the desk on the sample story."""
        self.name = f"sidebyline-{uuid.uuid4().hex[:8]}"
        folders = " ".join(f"{name}={home / name}" for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"))
        command = (
            f"cd {home} && "
            f"env -u COLUMNS -u LINES PYTHONPATH={ROOT} {folders} {environment} {sys.executable} -m tui {arguments}; "
            "echo left with $?; stty -a | grep -c ' echo '; sleep 400"
        )
        self._run("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), command)

    def _run(self, *words: str) -> str:
        """Call tmux on a server of its own."""
        named = ["-s", self.name] if words[0] == "new-session" else [] if words[0] == "kill-server" else ["-t", self.name]
        call = ["tmux", "-L", self.name, "-f", "/dev/null", words[0], *named, *words[1:]]
        return subprocess.run(call, check=True, capture_output=True, text=True).stdout

    def screen(self) -> str:
        """Return what is on the screen."""
        return self._run("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Press keys, a moment apart."""
        for key in keys:
            self._run("send-keys", key)
            time.sleep(0.06)

    def until(self, wanted: str | Callable[[str], bool], limit: float = 200.0) -> str:
        """Wait until words are on the screen, or something holds of it; return the screen."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            seen = self.screen()
            if wanted in seen if isinstance(wanted, str) else wanted(seen):
                return seen
            time.sleep(0.05)
        pytest.fail(f"{wanted} never came; the screen shows:\n{self.screen()}")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def child(self) -> int:
        """Return the number of the desk's process."""
        shell = self._run("display-message", "-p", "#{pane_pid}").strip()
        listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], check=True, capture_output=True, text=True).stdout
        rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
        return next(int(pid) for pid, parent, args in rows if parent == shell and "-m tui" in args)

    def close(self) -> None:
        """End the terminal's own tmux server."""
        self._run("kill-server")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Tmux]]:
    """Return a function that opens the desk in a terminal; all are closed in the end."""
    opened: list[Tmux] = []

    def begin(width: int = 160, height: int = 45, *, environment: str = "", arguments: str = str(LIMOUSINE)) -> Tmux:
        opened.append(Tmux(tmp_path, (width, height), environment=environment, arguments=arguments))
        return opened[-1]

    yield begin
    for terminal in opened:
        terminal.close()


def begun(terminal: Tmux) -> Tmux:
    """Take the tour to its end and return the terminal with the articles on it."""
    terminal.until("A short tour")
    terminal.press("Escape")
    terminal.until(lambda seen: "A short tour" not in seen and "passage" in seen)
    return terminal


def test_twenty_steps_of_a_reader(start: Callable[..., Tmux], tmp_path: Path) -> None:
    desk = begun(start())
    first = desk.until("Divergences")
    assert "limousine" in first.lower()
    desk.press("n", "n")
    desk.until("m mark")
    desk.press("m")
    desk.until("Mark as")
    desk.press("c")
    desk.until("confirmed")
    desk.press("c")
    desk.until("Note on")
    desk.press(*"asked", "Space", *"them", "Escape")
    desk.until(lambda seen: "Note on" not in seen and "asked them" in seen)
    desk.press("V", "f")
    desk.until("Facts by article")
    desk.press("j", "k", "V", "q")
    desk.until("Quotations")
    desk.press("F5")
    desk.until("independent")
    desk.press("F6")
    desk.until("Timeline")
    desk.press("F8")
    desk.until("Removed")
    desk.press("F7")
    desk.until(lambda seen: "✓ Confirmed" in seen and "asked them" in seen)
    desk.press("F2", "/")
    desk.until("Enter takes it")
    desk.press(*"aurus", "Enter")
    desk.until("hits in")
    desk.press(">", "Escape")
    desk.until(lambda seen: "hits in" not in seen)
    desk.press("v", "j", "j", "v")
    desk.press("E", "m", "Enter")
    desk.until("The sheet is in")
    assert "asked them" in (tmp_path / "sheet.md").read_text(encoding="utf-8")
    desk.press("Tab", "j", "Enter", "?")
    desk.until("In the articles")
    desk.press("Escape")
    desk.until(lambda seen: "In the articles" not in seen)
    desk.press("q")
    desk.until(lambda screen: "left with 0\n1" in screen)  # the terminal echoes again

    again = start()
    seen = again.until("Divergences")
    assert "A short tour" not in seen
    again.press("F7")
    again.until(lambda seen: "✓ Confirmed" in seen and "asked them" in seen)


def test_eighty_by_twenty_four_and_resizing(start: Callable[..., Tmux]) -> None:
    desk = begun(start(80, 24))
    desk.until("‹1 of 5›")
    desk.press("n")
    assert re.search(r"‹[1-5] of 5›", desk.until("n p"))  # the article of the first divergence, by itself
    desk.press("Tab")
    desk.until("Divergences")
    desk.resize(70, 20)
    desk.until("needs 80×24")
    desk.resize(200, 50)
    desk.until("Divergences")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_leave_the_terminal_in_order(start: Callable[..., Tmux], number: signal.Signals) -> None:
    desk = begun(start())
    desk.press("n", "d")
    desk.until("dismissed")
    os.kill(desk.child(), number)
    seen = desk.until(f"left with {128 + number}")
    assert "Divergences" not in seen


def test_no_colour_leaves_the_signs(start: Callable[..., Tmux]) -> None:
    desk = begun(start(environment="NO_COLOR=1"))
    desk.press("n")
    seen = desk.until("m mark")
    assert "▌" in seen
    assert "\x1b[38" not in desk._run("capture-pane", "-p", "-e")  # noqa: SLF001  # the colours, not the text


def test_a_source_that_is_not_there_is_told(start: Callable[..., Tmux]) -> None:
    desk = start(arguments="nowhere.txt")
    seen = desk.until("A comparison takes two articles.")
    assert "nowhere.txt" in seen
    desk.press("q")
    desk.until("left with")
