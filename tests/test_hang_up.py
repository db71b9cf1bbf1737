"""A terminal that is closed ends the desk, whether or not the system says so with a signal."""

import fcntl
import os
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIMOUSINE = ROOT / "articles" / "limousine"
STUCK = """
import os, time
from textual.app import App
from tui.app.farewell import leave_when_told

class Stuck(App[int]):
    def on_mount(self) -> None:
        leave_when_told(self)
        self.call_after_refresh(self.wait)

    def wait(self) -> None:
        os.write(2, b"Sidebyline")  # past the buffer of the thread that writes
        time.sleep(600)

Stuck().run()
"""
"""A program whose loop waits for something that never comes, as it does for a writer that died."""


@pytest.mark.parametrize("keys", [b"", b"j" * 400], ids=["at rest", "while it draws"])
@pytest.mark.parametrize("controlling", [True, False], ids=["told by a signal", "told by nobody"])
def test_a_closed_terminal_ends_the_desk(tmp_path: Path, keys: bytes, *, controlling: bool) -> None:
    check_that_it_ends(["-m", "tui", str(LIMOUSINE)], tmp_path, keys, controlling=controlling)


@pytest.mark.parametrize("controlling", [True, False], ids=["told by a signal", "told by nobody"])
def test_a_closed_terminal_ends_a_desk_that_is_stuck(tmp_path: Path, *, controlling: bool) -> None:
    check_that_it_ends(["-c", STUCK], tmp_path, b"", controlling=controlling)


def check_that_it_ends(words: list[str], home: Path, keys: bytes, *, controlling: bool) -> None:
    """Start a program in a terminal, type into it, close the terminal and see the program end."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (40, 120))

    def own_the_terminal() -> None:
        os.setsid()
        if controlling:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    folders = {name: str(home) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    desk = subprocess.Popen(
        [sys.executable, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, **folders, "TERM": "xterm-256color"},
        preexec_fn=own_the_terminal,  # noqa: PLW1509 - no thread runs yet that it could disturb
    )
    os.close(theirs)
    try:
        painted, end = b"", time.monotonic() + 200
        while b"Sidebyline" not in painted and time.monotonic() < end:
            if select.select([ours], [], [], 0.2)[0]:
                painted += os.read(ours, 65536)
        assert b"Sidebyline" in painted
        os.write(ours, keys)
        os.close(ours)
        assert desk.wait(timeout=60) == 129
    finally:
        desk.kill()
