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


@pytest.mark.parametrize("controlling", [True, False], ids=["told by a signal", "told by nobody"])
def test_a_closed_terminal_ends_the_desk(tmp_path: Path, *, controlling: bool) -> None:
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (40, 120))

    def own_the_terminal() -> None:
        os.setsid()
        if controlling:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    folders = {name: str(tmp_path) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    desk = subprocess.Popen(
        [sys.executable, "-m", "tui", str(LIMOUSINE)],
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
        os.close(ours)
        assert desk.wait(timeout=200) == 129
    finally:
        desk.kill()
