"""Ask the terminal for its background colour before the app runs; the reply arrives while Textual is being imported."""

import os
import re
import select
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reader import sigint

AUTO = "auto"
"""The name of the theme that follows the terminal's background."""

TIMEOUT = 0.25
"""Seconds from the query on after which no reply is waited for. Most of them the imports take anyway."""

# OSC 11 asks for the background colour (xterm's control sequences). Every terminal replies to the second query, for its
# type (DA1), so that one that does not know the first need not be waited for.
_QUERY = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR_REPLY = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)"
)
_TYPE_REPLY = re.compile(rb"\x1b\[\?[0-9;]*c")
# A string, since only a terminal that does not reply in time needs it compiled.
_INCOMPLETE_REPLY = rb"\x1b(?:\](?:1(?:1(?:;[\x20-\x7e]{0,60}\x1b?)?)?)?|\[(?:\?[0-9;]{0,60})?)\Z"
# A terminal that would print the query, and the Linux console, whose background is black.
_NOT_ASKED = {"dumb", "linux"}


class TerminalBackground:
    """What is known of the terminal before the app runs.

    Attributes:
        is_dark: Whether its background is dark, None where it did not reply.
        typed: Printable characters that were typed before the reply.
        late_reply: None where it has replied, else the beginning of a reply that may still come, or "".
    """

    def __init__(self, *, is_dark: bool | None = None, typed: str = "", late_reply: str | None = None) -> None:
        self.is_dark = is_dark
        self.typed = typed
        self.late_reply = late_reply


@contextmanager
def query_background(theme: str) -> Iterator[TerminalBackground]:
    """Ask the terminal at the beginning of the block, and read its reply at the end; SIGINT waits until then.

    It is asked only where `theme` is AUTO and the environment does not say whether the background is dark.

    Yields:
        What is known of the terminal; complete after the block.
    """
    with sigint.deferred(), _query(theme) as background:
        yield background


@contextmanager
def _query(theme: str) -> Iterator[TerminalBackground]:
    background = TerminalBackground(is_dark=_environment_is_dark())
    is_asked = theme == AUTO and background.is_dark is None and "NO_COLOR" not in os.environ
    if not is_asked or os.environ.get("TERM", "dumb") in _NOT_ASKED:
        yield background
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
        before = termios.tcgetattr(terminal)
    except (OSError, termios.error):
        yield background
        return
    try:
        without_echo = termios.tcgetattr(terminal)
        without_echo[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(terminal, termios.TCSANOW, without_echo)
        os.write(terminal, _QUERY)
        deadline = time.monotonic() + TIMEOUT
        yield background
        received = _read_reply(terminal, deadline)
        if _TYPE_REPLY.search(received) is None:
            received, incomplete = _split_incomplete(received)
            background.late_reply = incomplete.decode("ascii")
        background.is_dark, background.typed = parse_replies(received)
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.close(terminal)


def _read_reply(terminal: int, deadline: float) -> bytes:
    """All that the terminal sends up to its type, or up to the deadline."""
    received = b""
    while _TYPE_REPLY.search(received) is None:
        ready, _, _ = select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            break
        received += os.read(terminal, 1024)
    return received


def _split_incomplete(received: bytes) -> tuple[bytes, bytes]:
    """What was received, without and only the reply that has begun at its end."""
    incomplete = re.search(_INCOMPLETE_REPLY, received)
    return (received[: incomplete.start()], incomplete[0]) if incomplete else (received, b"")


def parse_replies(received: bytes) -> tuple[bool | None, str]:
    """Return whether the background in a reply is dark, None where it has none, and the characters typed meanwhile."""
    colour = _COLOUR_REPLY.search(received)
    other = _TYPE_REPLY.sub(b"", _COLOUR_REPLY.sub(b"", received)).decode("utf-8", "ignore")
    typed = "".join(key for key in other if key.isprintable()) if "\x1b" not in other else ""
    if colour is None:
        return None, typed
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in colour.groups())
    # The luma of ITU-R BT.601.
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.5, typed  # noqa: PLR2004 - half of white


def _environment_is_dark() -> bool | None:
    """What COLORFGBG says: it ends with the number of the background among the sixteen colours."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return int(last) in {*range(7), 8} if last.isdecimal() else None
