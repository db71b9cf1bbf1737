"""Kill the desk at random moments of a sitting and count what was on the screen and is not in the ledger.

``python -m tests.bench.kill_the_desk [times]``: each time a desk of its own opens the sample story in a pseudo-terminal, marks
and notes one fact after another, and is killed with SIGKILL. Whatever the screen had told as marked or noted must be in the
ledger, which must open.
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
from collections import Counter
from pathlib import Path

from tui.ledger import recent_stories
from tui.ledger.store import Store

ROOT = Path(__file__).resolve().parents[2]
STORY = str(ROOT / "articles" / "limousine")
MARKS = {b"c": "confirmed", b"a": "ask the source", b"d": "dismissed"}
MARKED = re.compile(r"Marked “(.+?)” as (confirmed|dismissed|ask the source)")
NOTED = re.compile(r"Noted on “(.+?)”")
NOTES = 0.3  # of the decisions
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


def opened(home: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """Open a desk in a pseudo-terminal of its own, and return the terminal and the process."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 160, 0, 0))
    folders = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    environment = os.environ | folders | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "tui", STORY]
    desk = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=ROOT, start_new_session=True
    )
    os.close(theirs)
    return ours, desk


def sitting(home: Path, chance: random.Random) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Sit at a desk until it is killed, and return the topics and marks, the topics and notes that its screen told of."""
    ours, desk = opened(home)
    shown(ours, 60, b"tour")
    os.write(ours, b"\x1b")
    shown(ours, 0.5)
    end = time.monotonic() + chance.uniform(0, 6)
    marks: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []

    def typed(keys: bytes, wanted: bytes = b"", patience: float = 1) -> str:
        os.write(ours, keys)
        screen = shown(ours, min(patience, max(0.0, end - time.monotonic())), wanted or b"\0")
        return ESCAPES.sub(b"", screen + shown(ours, 0.02)).decode("utf-8", "replace")

    while time.monotonic() < end:
        if chance.random() < NOTES:
            note = str(chance.randrange(10**8, 10**9))
            typed(b"c", b"EDITOR")
            typed(note.encode(), patience=0.1)
            notes += [(topic, note) for topic in NOTED.findall(typed(b"\x1b", b"Noted"))[:1]]
        else:
            typed(b"m", b"Mark as")
            marks += MARKED.findall(typed(chance.choice(list(MARKS)), b"Marked"))[:1]
        typed(b"n", patience=0.1)
    desk.send_signal(signal.SIGKILL)
    desk.wait()
    os.close(ours)
    return marks, notes


def lost(home: Path, marks: list[tuple[str, str]], notes: list[tuple[str, str]]) -> tuple[int, int]:
    """Return how many marks and notes that the screen told of the ledger does not hold."""
    ledger = home / "sidebyline" / "ledger.db"
    recent_stories(ledger)
    store = Store(ledger)
    kept: dict[str, list[tuple[str, str]]] = {}
    query = "SELECT topic, change.mark, change.note FROM change JOIN decision ON decision.id = change.decision"
    for row in store.rows(query):
        kept.setdefault(row["topic"], []).append((row["mark"], row["note"]))
    store.close()
    unmarked = [mark for topic, mark in marks if mark not in {known for known, _ in kept.get(topic, [])}]
    unnoted = [note for topic, note in notes if not any(known.endswith(note) for _, known in kept.get(topic, []))]
    return len(unmarked), len(unnoted)


def main() -> None:
    """Kill as many desks as asked and print what was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    told, gone = Counter[str](), Counter[str]()
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            marks, notes = sitting(Path(folder), chance)
            told.update(marks=len(marks), notes=len(notes))
            unmarked, unnoted = lost(Path(folder), marks, notes)
            gone.update(marks=unmarked, notes=unnoted)
    print(f"{times} desks killed; of {told['marks']} marks told on the screen {gone['marks']} lost", end="")
    print(f", of {told['notes']} notes {gone['notes']}")


if __name__ == "__main__":
    main()
