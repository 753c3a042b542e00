"""A program run in a pseudo-terminal, with a terminal emulator to see its screen and a clock on every chunk of output.

While the program works this process only reads and looks at the clock; chunks are painted afterwards, so that the
emulator's slowness is not taken for the program's.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

# What a terminal is asked, and what xterm with a dark background would answer.
_ANSWERS = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:1515/1818/1c1c\x1b\\"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:d9d9/dada/d7d7\x1b\\"),
)
# Sequences that paint nothing and that pyte would print as text.
_UNPAINTED = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[umq]|\x1b\[[0-9;?]*\$p|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.DOTALL
)
_LONGEST_QUERY = 16
# A terminal gives a program an empty alternate screen (xterm's 1049); pyte knows of one screen alone.
_ALTERNATE = b"\x1b[?1049h"
_EMPTY = b"\x1b[2J"


class Terminal:
    """A terminal of `size` (columns, rows) in which `command` runs with `environment` and nothing inherited but PATH.

    `piped` is what stands in standard input in place of the keyboard; the terminal is then /dev/tty only.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        piped: bytes | None = None,
    ) -> None:
        self.raw = b""
        self._unpainted: list[tuple[float, bytes]] = []
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self._slave)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=self._slave if piped is None else subprocess.PIPE,
            stdout=self._slave,
            stderr=self._slave,
            env={
                "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8",
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **environment,
            },
            start_new_session=True,
            preexec_fn=self._own_terminal,  # noqa: PLW1509 - the parent of the fork has one thread
        )
        if piped is not None and self.process.stdin is not None:
            self.process.stdin.write(piped)
            self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    def _own_terminal(self) -> None:
        """Make the pseudo-terminal the controlling one of the child's session."""
        fcntl.ioctl(self._slave, termios.TIOCSCTTY, 0)

    @property
    def text(self) -> str:
        """The screen as it stands, a line a row."""
        self._paint()
        return "\n".join(self._screen.display)

    @property
    def cells(self) -> list[list[Any]]:
        """The screen as it stands, each row as its cells, each with its character and its look as pyte has them."""
        self._paint()
        rows = self._screen.buffer
        return [[rows[y][x] for x in range(self._screen.columns)] for y in range(self._screen.lines)]

    @property
    def attributes(self) -> list[Any]:
        """The line's settings (echo, signals, ...) as termios has them."""
        return termios.tcgetattr(self._slave)

    @property
    def alternate(self) -> bool:
        """Whether the program is on the alternate screen."""
        return self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor was last shown rather than hidden."""
        return self.raw.rfind(b"\x1b[?25l") <= self.raw.rfind(b"\x1b[?25h")

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        self._paint()
        return self._screen.cursor.x, self._screen.cursor.y

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the kernel tells the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def overwrite(self, words: str) -> None:
        """Have another program write `words` over the screen's third row."""
        os.write(self._slave, f"\x1b[3;1H{words}".encode())
        self.settle()

    def send(self, keys: str) -> float:
        """Type `keys`, as a keyboard sends them ("\N{ESCAPE}[B" is the down arrow); when."""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def settle(self, *, quiet: float = 0.15, limit: float = 10.0) -> None:
        """Read until nothing has come for `quiet` seconds after the first output, or for `limit` seconds."""
        end = time.perf_counter() + limit
        came = False
        while (left := end - time.perf_counter()) > 0 and self._read(min(quiet, left) if came else left):
            came = True

    def until(self, holds: Callable[[str], bool], *, limit: float = 20.0) -> str:
        """Read until the screen is as wanted, and return it; AssertionError with the screen after `limit` seconds."""
        end = time.perf_counter() + limit
        while not holds(self.text):
            left = end - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"the screen never came to be as wanted:\n{self.text}")
        return self.text

    def sees(self, words: str, *, limit: float = 20.0) -> str:
        """Read until `words` are on the screen, and return it."""
        return self.until(lambda text: words in text, limit=limit)

    def when(self, holds: Callable[[str], bool]) -> float | None:
        """Paint what was read; the time of the first chunk after which the screen was as wanted, None for never."""
        found = None
        for at, chunk in self._unpainted:
            self._stream.feed(_UNPAINTED.sub(b"", chunk).replace(_ALTERNATE, _ALTERNATE + _EMPTY))
            if found is None and holds("\n".join(self._screen.display)):
                found = at
        self._unpainted.clear()
        return found

    def end(self, *, limit: float = 10.0) -> int:
        """Wait for the program to end; its exit status, as subprocess has it."""
        stop = time.perf_counter() + limit
        while self.process.poll() is None and time.perf_counter() < stop:
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.wait(timeout=1)

    def kill(self) -> None:
        """End the program without a chance to save anything."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _read(self, limit: float) -> bool:
        """One chunk of output, if there is one within `limit` seconds; queries in it are answered."""
        if not select.select([self._master], [], [], limit)[0]:
            return False
        try:
            chunk = os.read(self._master, 65536)
        except OSError:  # Linux says EIO when the last holder of the other side is gone
            return False
        self._unpainted.append((time.perf_counter(), chunk))
        seen = len(self.raw)
        self.raw += chunk
        recent = max(0, seen - _LONGEST_QUERY)
        for query, answer in _ANSWERS:
            if any(found.end() > seen for found in query.finditer(self.raw, recent)):
                os.write(self._master, answer)
        return bool(chunk)

    def _paint(self) -> None:
        self.when(lambda _: True)


def pullquote(*args: str) -> list[str]:
    """The command line of the program that is installed beside this Python."""
    return [str(Path(sys.executable).with_name("pullquote")), *args]
