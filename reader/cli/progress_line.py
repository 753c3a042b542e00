"""One line on standard error that says how far a long command is, on a terminal only."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.printable import printable

_BEGINS_AFTER = 0.5  # seconds; what is done before needs no progress
_INTERVAL = 0.1  # seconds between two changes, so that showing it takes no time


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """Give a function that shows a few words in place of the ones before; they are gone after the block.

    It shows nothing where standard error is no terminal. Only carriage returns and blanks are written beside the words:
    every terminal understands them.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    due, shown = time.monotonic() + _BEGINS_AFTER, ""

    def write_over(words: str) -> None:
        nonlocal shown
        sys.stderr.write(f"\r{words.ljust(len(shown))}")
        sys.stderr.flush()
        shown = words

    def show(words: str) -> None:
        nonlocal due
        if time.monotonic() >= due:
            write_over(printable(words)[: shutil.get_terminal_size().columns - 1])
            due = time.monotonic() + _INTERVAL

    try:
        yield show
    finally:
        if shown:
            write_over("")
            sys.stderr.write("\r")
            sys.stderr.flush()
