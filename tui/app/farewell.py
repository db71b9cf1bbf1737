"""Leaving when the terminal is gone: nothing is left to draw on or to restore, but the program must end."""

import os
import select
import signal
import threading
from collections.abc import Callable
from typing import Final

GONE: Final = 128 + signal.SIGHUP
"""The exit status after a hang-up."""
_PATIENCE: Final = 3.0  # seconds in which the desk may save its place


def is_gone(terminal: int) -> bool:
    """Return whether the terminal behind a file descriptor has hung up."""
    poll = select.poll()
    poll.register(terminal, 0)  # a hang-up is told unasked
    return any(told & (select.POLLHUP | select.POLLNVAL) for _, told in poll.poll(0))


def leave(leave_desk: Callable[[], None]) -> None:
    """Leave the desk in good order, or after a few seconds all the same.

    What still draws is given a place to draw to: the thread that writes dies of the first error, and whoever waits for it
    would wait for ever. Marks and notes are on disk already, each in a transaction of its own.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    last_resort = threading.Timer(_PATIENCE, os._exit, (GONE,))
    last_resort.daemon = True
    last_resort.start()
    leave_desk()
