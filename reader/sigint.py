"""SIGINT while no app runs: the program exits with 130, as shells expect.

A handler that raises does not always end it: in the callback of a weak reference, which every import calls, Python
ignores what is raised, and before Python 3.12 it wraps what is raised while a class is made. With Python's own handler
an import prints a traceback, and while Python executes a string, as for each dataclass, it ends itself with the signal.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STATUS = 128 + signal.SIGINT
"""The exit status of a program that SIGINT has ended, as in shells."""


class _ExitAtSigint:
    """Exits at SIGINT.

    Attributes:
        has_work: Whether something may have to be left in order: files, the terminal.
        is_deferred: Whether to wait with the exit.
        has_arrived: Whether the signal has arrived since there is work.
    """

    def __init__(self) -> None:
        self.has_work = False
        self.is_deferred = False
        self.has_arrived = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        if not self.has_work:
            os._exit(STATUS)
        self.has_arrived = True
        if not self.is_deferred:
            sys.exit(STATUS)


_at_sigint = _ExitAtSigint()


def install() -> None:
    """From now on exit at SIGINT at once, since nothing has been opened; where it is ignored it stays ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _at_sigint)


def work_begins() -> None:
    """From now on raise SystemExit at SIGINT, so that files and the terminal are left in order."""
    _at_sigint.has_work = True


@contextmanager
def deferred() -> Iterator[None]:
    """Within the block, which should be short and may import much, wait with the exit until its end."""
    _at_sigint.is_deferred = True
    try:
        yield
    finally:
        _at_sigint.is_deferred = False
    if _at_sigint.has_arrived:
        sys.exit(STATUS)


def has_arrived() -> bool:
    """Return whether SIGINT has arrived since the work began, also where Python has ignored the exception."""
    return _at_sigint.has_arrived
