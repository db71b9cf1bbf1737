"""Leaving when the system says so or the terminal is gone: then nothing is left to draw on, but the program must end."""

import asyncio
import os
import select
import signal
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from typing import Final

from textual.app import App

GONE: Final = 128 + signal.SIGHUP
"""The exit status after a hang-up."""
_PATIENCE: Final = 3.0  # seconds in which the desk may save its place
_GLANCE: Final = 1.0  # seconds between two looks at whether the terminal is there


def leave_when_told(app: App[int]) -> None:
    """Have a running program leave in good order when it is told to end, and when its terminal hangs up or is gone."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, partial(app.exit, 128 + signal.SIGTERM, 128 + signal.SIGTERM))
    loop.add_signal_handler(signal.SIGHUP, partial(_hang_up, app))
    if (terminal := _terminal()) is not None:
        threading.Thread(target=_notice_gone, args=(app, loop, terminal), name="hang-up", daemon=True).start()


def _hang_up(app: App[int]) -> None:
    """Leave after a hang-up: in good order where the terminal is still there to be restored."""
    terminal = _terminal()
    if terminal is None or _is_gone(terminal):
        _draw_nowhere()
    app.exit(GONE, GONE)


def _notice_gone(app: App[int], loop: asyncio.AbstractEventLoop, terminal: int) -> None:
    """Leave when the terminal is gone though no signal said so: what reads from it would otherwise spin for ever.

    Runs in a thread of its own, because the one of the loop may wait for a dead writer and then hears neither signal nor timer.
    """
    while not _is_gone(terminal):
        time.sleep(_GLANCE)
    _draw_nowhere()
    with suppress(RuntimeError):  # the loop has ended already
        loop.call_soon_threadsafe(app.exit, GONE, GONE)


def _terminal() -> int | None:
    """Return the terminal that the program reads from; ``None`` where it reads from none."""
    return sys.__stdin__.fileno() if sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno()) else None


def _is_gone(terminal: int) -> bool:
    """Return whether the terminal behind a file descriptor has hung up."""
    poll = select.poll()
    poll.register(terminal, 0)  # a hang-up is told unasked
    return any(told & (select.POLLHUP | select.POLLNVAL) for _, told in poll.poll(0))


def _draw_nowhere() -> None:
    """Have the desk draw on nothing, and end in a few seconds whether or not it leaves in good order.

    What still draws is given a place to draw to: the thread that writes dies of the first error, and whoever waits for it
    would wait for ever. Marks and notes are on disk already, each in a transaction of its own.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    last_resort = threading.Timer(_PATIENCE, os._exit, (GONE,))
    last_resort.daemon = True
    last_resort.start()
