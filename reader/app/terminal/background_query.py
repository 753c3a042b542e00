"""Whether the terminal's background is dark: asked before the screen is there, and answered while that is loaded."""

import os
import re
import select
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

AUTO = "auto"
"""The theme that goes with the terminal's background."""

PATIENCE = 0.25
"""Seconds from the question on that a silent terminal is waited for, most of which the program takes to load anyway."""

# OSC 11 asks for the background (xterm's control sequences). Every terminal answers the second question, for its kind,
# so that one that doesn't know the first is not waited for.
_ASKED = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)"
)
_KIND = re.compile(rb"\x1b\[\?[0-9;]*c")
# Compiled for a terminal that does not answer in time.
_BEGUN = rb"\x1b(?:\](?:1(?:1(?:;[\x20-\x7e]{0,60}\x1b?)?)?)?|\[(?:\?[0-9;]{0,60})?)\Z"
# A console that would print the question, or that is black.
_DEAF = {"dumb", "linux"}


class TerminalBackground:
    """What is known of the terminal: `dark` is None where it did not say; `typed` are keys that came meanwhile.

    `late` is None where it has answered, else what has come of an answer that may still come.
    """

    def __init__(self, dark: bool | None = None, typed: str = "", late: str | None = None) -> None:
        self.dark = dark
        self.typed = typed
        self.late = late


@contextmanager
def query_background(theme: str) -> Iterator[TerminalBackground]:
    """Ask the terminal, for the theme that goes with its answer, and have that at the end of the block."""
    ground = TerminalBackground(_told())
    if theme != AUTO or ground.dark is not None or "NO_COLOR" in os.environ or os.environ.get("TERM", "dumb") in _DEAF:
        yield ground
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
        before = termios.tcgetattr(terminal)
    except (OSError, termios.error):
        yield ground
        return
    try:
        silent = termios.tcgetattr(terminal)
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(terminal, termios.TCSANOW, silent)
        os.write(terminal, _ASKED)
        until = time.monotonic() + PATIENCE
        yield ground
        heard = _answer(terminal, until)
        if _KIND.search(heard) is None:
            heard, begun = _parted(heard)
            ground.late = begun.decode("ascii")
        ground.dark, ground.typed = parse_replies(heard)
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.close(terminal)


def _answer(terminal: int, until: float) -> bytes:
    """What the terminal says until it has told its kind, or until the time is over."""
    heard = b""
    while _KIND.search(heard) is None:
        ready, _, _ = select.select([terminal], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            break
        heard += os.read(terminal, 1024)
    return heard


def _parted(heard: bytes) -> tuple[bytes, bytes]:
    """What has come, and of that the answer at its end which has only begun."""
    begun = re.search(_BEGUN, heard)
    return (heard[: begun.start()], begun[0]) if begun else (heard, b"")


def parse_replies(heard: bytes) -> tuple[bool | None, str]:
    """Whether the background in an answer is dark, None where it tells none, and what a person typed meanwhile."""
    colour = _COLOUR.search(heard)
    typed = _KIND.sub(b"", _COLOUR.sub(b"", heard)).decode("utf-8", "ignore")
    plain = "".join(key for key in typed if key.isprintable()) if "\x1b" not in typed else ""
    if colour is None:
        return None, plain
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in colour.groups())
    # The luma of ITU-R BT.601: enough to tell paper from ink.
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.5, plain  # noqa: PLR2004 - half way


def _told() -> bool | None:
    """What the environment says: COLORFGBG ends with the number of the background among the sixteen colours."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return int(last) in {*range(7), 8} if last.isdecimal() else None
