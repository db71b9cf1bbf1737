"""``python -m tests.bench``: the desk's speed and size in a real pseudo-terminal of 160×50 cells, printed as a table."""

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from tui.app.config import Memory, memory_path
from tui.collate import read_articles
from tui.model.article import PassageKind

ROOT = Path(__file__).resolve().parents[2]
_HALF_PAGE = "\x04"  # Ctrl+D
_QUIET = 0.12  # seconds without output after which a frame is complete


class Terminal:
    """A program in a pseudo-terminal, with what it writes and when."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = (160, 50)) -> None:
        """Start the program."""
        self.began = time.perf_counter()
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.chdir(ROOT)
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "ESCDELAY": "25", "TEXTUAL_FPS": "120"}
            os.execv(command[0], list(command))  # noqa: S606  # the program under measure
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def frame(self, limit: float = 60.0, quiet: float = _QUIET) -> tuple[float, float, bytes]:
        """Read until nothing comes for a moment; return when the first and the last output came, and all of it."""
        first = last = 0.0
        seen = b""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.master], [], [], quiet if seen else 0.5)
            if ready:
                try:
                    part = os.read(self.master, 1 << 20)
                except OSError:
                    break
                last = time.perf_counter()
                first = first or last
                seen += part
            elif seen:
                break
        return first, last, seen

    def until(self, words: bytes, limit: float = 120.0) -> float:
        """Read until ``words`` are on the screen; return when."""
        seen = b""
        end = time.perf_counter() + limit
        while time.perf_counter() < end and words not in seen:
            ready, _, _ = select.select([self.master], [], [], 0.5)
            if ready:
                seen += os.read(self.master, 1 << 20)
        return time.perf_counter()

    def spent(self) -> float:
        """Return the processor time that the program's threads have had, in milliseconds; the system counts it in nanoseconds."""
        tasks = Path(f"/proc/{self.child}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="utf-8").split()[0]) for task in tasks) / 1e6

    def memory(self) -> float:
        """Return the resident memory of the program in megabytes."""
        status = Path(f"/proc/{self.child}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def stop(self) -> None:
        """End the program."""
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.master)


def key_times(terminal: Terminal, keys: Sequence[str]) -> str:
    """Return what it takes from a key to the frame that answers it, and until everything that follows is drawn."""
    firsts, spent, settled = [], [], []
    for key in keys:
        start, before = time.perf_counter(), terminal.spent()
        terminal.send(key)
        select.select([terminal.master], [], [], 5.0)
        spent.append(terminal.spent() - before)
        first, _, seen = terminal.frame(limit=5.0)
        if seen:
            firsts.append((first - start) * 1000)
            settled.append(terminal.spent() - before)
    return f"{spread(spent)}; all settled {spread(settled)}; by the clock {spread(firsts)}"


def spread(times: Sequence[float]) -> str:
    """Return median and 95th percentile."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"{statistics.median(ordered):.1f} / {high:.1f} ms"


def picture(command: Sequence[str], words: bytes, times: int = 7) -> tuple[float, float]:
    """Return the median seconds until ``words`` are on the screen: of processor time, and by the clock."""
    clock, spent = [], []
    for _ in range(times):
        terminal = Terminal(command)
        clock.append(terminal.until(words) - terminal.began)
        spent.append(terminal.spent() / 1000)
        terminal.stop()
    return statistics.median(spent), statistics.median(clock)


def beginning(sources: Sequence[Path]) -> bytes:
    """Return the first two words below the first article's headline."""
    articles, _ = read_articles([str(source) for source in sources])
    return b" ".join(next(p.text for p in articles[0].passages if p.kind is PassageKind.BODY).encode().split()[:2])


def beginnings() -> None:
    """Measure the first picture against an empty program's, and the articles on the screen."""
    stories = ROOT / "articles" / "limousine"
    seeds = ROOT / "../shared/seeds"
    desk = [sys.executable, "-m", "tui", str(stories)]
    compared = b"Divergences"
    empty = picture([sys.executable, "-m", "tests.bench.empty_program"], b"Empty program")
    shell = picture(desk, b"Sidebyline")
    print("seconds of processor time, and by the clock:")
    print(f"  first picture of an empty program  {empty[0]:.2f}, {empty[1]:.2f}")
    print(f"  first picture of the desk          {shell[0]:.2f}, {shell[1]:.2f}: {shell[0] / empty[0]:.2f} times")
    print("  sample story on the screen         {:.2f}, {:.2f}".format(*picture(desk, beginning([stories]))))
    print("  sample story compared              {:.2f}, {:.2f}".format(*picture(desk, compared)))
    if seeds.is_dir():
        texts = sorted(seeds.glob("*.txt"))
        desk = [sys.executable, "-m", "tui", *map(str, texts)]
        print("  seeds on the screen                {:.2f}, {:.2f}".format(*picture(desk, beginning(texts))))
        print("  seeds compared                     {:.2f}, {:.2f}".format(*picture(desk, compared)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--start", action="store_true", help="measure the start alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), home)
        Memory(memory_path()).keep(tour="taken")  # as at every start but a reader's first
        beginnings()
        if not asked.start:
            long_story(asked.passages, asked.columns, asked.keys)


def long_story(passages: int, columns: int, keys: int) -> None:
    """Measure keys, resizing and memory on a story of any length."""
    terminal = Terminal([sys.executable, "-m", "tests.bench.long_story", str(passages), str(columns)])
    shown = terminal.until(b"height in row")
    terminal.frame(quiet=1.0)
    print(f"{passages} passages x {columns} columns: articles on screen after {shown - terminal.began:.2f} s")
    print("  median and 95th percentile, in processor time:")
    print(f"  cursor moves (j within the screen)  {key_times(terminal, ['j', 'k'] * (keys // 2))}")
    print(f"  half pages (Ctrl+D)                 {key_times(terminal, [_HALF_PAGE] * keys)}")
    print(f"  divergences (n)                     {key_times(terminal, ['n'] * keys)}")
    print(f"  top and bottom (g G)                {key_times(terminal, ['G', 'g'] * 10)}")
    resizes, clock = [], []
    for size in [(120, 40), (160, 50), (200, 50), (140, 45)] * 3:
        start, before = time.perf_counter(), terminal.spent()
        terminal.resize(size)
        _, last, seen = terminal.frame(limit=5.0)
        if seen:
            clock.append((last - start) * 1000)
            resizes.append(terminal.spent() - before)
    print(f"  resize, all settled                 {spread(resizes)}; by the clock {spread(clock)}")
    print(f"  resident memory                     {terminal.memory():.0f} MB")
    terminal.stop()


if __name__ == "__main__":
    main()
