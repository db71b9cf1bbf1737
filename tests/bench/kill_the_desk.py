"""Kill the desk at random moments of a sitting and count what was on the screen and is not in the ledger.

``python -m tests.bench.kill_the_desk [times]``: each time a desk of its own opens the sample story in a pseudo-terminal, marks
one fact after another, and is killed with SIGKILL. Whatever the screen had told as marked must be in the ledger, which must open.
"""

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from tui.ledger import recent_stories
from tui.ledger.store import Store

ROOT = Path(__file__).resolve().parents[2]
STORY = str(ROOT / "articles" / "limousine")
MARKS = {b"c": "confirmed", b"a": "ask the source", b"d": "dismissed"}
TOLD = re.compile(r"Marked “(.+?)” as (confirmed|dismissed|ask the source)")
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_\]].*?(?:\x1b\\|\x07)|[@-Z\\-_])", re.DOTALL)


def shown(terminal: int, seconds: float, wanted: bytes = b"\0") -> bytes:
    """Return what a terminal shows within a time, or until it shows what is wanted."""
    screen, end = b"", time.monotonic() + seconds
    while wanted not in screen and (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                screen += os.read(terminal, 65536)
            except OSError:
                break
    return screen


def sitting(home: Path, chance: random.Random) -> list[tuple[str, str]]:
    """Sit at a desk until it is killed, and return the marks that its screen told of, in order."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 160, 0, 0))
    folders = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    environment = os.environ | folders | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "tui", STORY]
    desk = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=ROOT, start_new_session=True
    )
    os.close(theirs)
    screen = shown(ours, 60, b"tour")
    os.write(ours, b"\x1b")
    screen += shown(ours, 0.5)
    end = time.monotonic() + chance.uniform(0, 6)
    while time.monotonic() < end:
        for key in (b"m", chance.choice(list(MARKS)), b"n"):
            os.write(ours, key)
            screen += shown(ours, min(0.15, max(0.0, end - time.monotonic())))
    desk.send_signal(signal.SIGKILL)
    screen += shown(ours, 0.05)
    desk.wait()
    os.close(ours)
    return TOLD.findall(ESCAPES.sub(b"", screen).decode("utf-8", "replace"))


def lost(home: Path, told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the marks that the screen told of last for each fact and that the ledger does not hold."""
    ledger = home / "sidebyline" / "ledger.db"
    recent_stories(ledger)
    store = Store(ledger)
    kept: dict[str, list[str]] = {}
    for row in store.rows(
        "SELECT topic, change.mark FROM change JOIN decision ON decision.id = change.decision ORDER BY change.id"
    ):
        kept.setdefault(row["topic"], []).append(row["mark"])
    store.close()
    return [(topic, mark) for topic, mark in told if mark not in kept.get(topic, [])]


def main() -> None:
    """Kill as many desks as asked and print what was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    marks = gone = 0
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            told = sitting(Path(folder), chance)
            marks += len(told)
            gone += len(lost(Path(folder), told))
    print(f"{times} desks killed, {marks} marks told on the screen, {gone} of them lost")


if __name__ == "__main__":
    main()
