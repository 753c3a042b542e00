"""Run a program in a pseudo-terminal, with a terminal emulator for its screen and the time of each chunk of output.

While the program works this process only reads and notes the time. The emulator gets the chunks afterwards, so that its
slowness does not count as the program's.
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

from tests.program_forks import TerminalForks

# The queries of programs, and what xterm with a dark background replies.
_REPLIES = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:1515/1818/1c1c\x1b\\"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:d9d9/dada/d7d7\x1b\\"),
)
# Sequences that change nothing on the screen and that pyte would print as text.
_INVISIBLE = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[umq]|\x1b\[[0-9;?]*\$p|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.DOTALL
)
_LONGEST_QUERY = 16
# The alternate screen (xterm's 1049) is empty at first; pyte has only one screen.
_ALTERNATE_SCREEN = b"\x1b[?1049h"
_CLEAR = b"\x1b[2J"


class Terminal:
    """A terminal in which a command runs.

    Args:
        command: The program and its arguments.
        environment: Its environment variables, beside PATH and the terminal's own.
        size: Columns and rows.
        stdin: What it reads from standard input instead of the keyboard, which is then only /dev/tty.
        forks: Run the program in a fork of one that is loaded already; all of the command but its arguments is left out.

    Attributes:
        raw: All that it has written.
        initial_attributes: The terminal's attributes (termios) before it ran.
        started: When it was started, as `time.perf_counter` counts.
        process: Its process.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        stdin: bytes | None = None,
        forks: TerminalForks | None = None,
    ) -> None:
        self.raw = b""
        self._unread_chunks: list[tuple[float, bytes]] = []
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = pty.openpty()
        self.resize(*size)
        self.initial_attributes = termios.tcgetattr(self._slave)
        self.started = time.perf_counter()
        keyboard, pipe = (self._slave, None) if stdin is None else os.pipe()
        files = (keyboard, self._slave, self._slave)
        variables = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **environment,
        }
        self.process = forks.start(command[1:], files, variables) if forks else self._start(command, files, variables)
        if pipe is not None:
            os.close(keyboard)
            with os.fdopen(pipe, "wb") as written:
                written.write(stdin or b"")

    def _start(
        self, command: Sequence[str], files: tuple[int, int, int], variables: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            stdin=files[0],
            stdout=files[1],
            stderr=files[2],
            env=variables,
            start_new_session=True,
            preexec_fn=self._set_controlling_terminal,  # noqa: PLW1509 - the parent of the fork has one thread
        )

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

    def _set_controlling_terminal(self) -> None:
        """Make the pseudo-terminal the controlling one of the child's session."""
        fcntl.ioctl(self._slave, termios.TIOCSCTTY, 0)

    @property
    def text(self) -> str:
        """The screen, one line for each row."""
        self._update_screen()
        return "\n".join(self._screen.display)

    @property
    def cells(self) -> list[list[Any]]:
        """The cells of each row, with character and style, as pyte has them."""
        self._update_screen()
        rows = self._screen.buffer
        return [[rows[y][x] for x in range(self._screen.columns)] for y in range(self._screen.lines)]

    @property
    def attributes(self) -> list[Any]:
        """The terminal's attributes (echo, signals, ...) as termios has them."""
        return termios.tcgetattr(self._slave)

    @property
    def is_alternate_screen(self) -> bool:
        """Whether the alternate screen is on."""
        return self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")

    @property
    def is_cursor_visible(self) -> bool:
        """Whether the cursor is visible."""
        return self.raw.rfind(b"\x1b[?25l") <= self.raw.rfind(b"\x1b[?25h")

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        self._update_screen()
        return self._screen.cursor.x, self._screen.cursor.y

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; the kernel sends the program SIGWINCH."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def overwrite(self, words: str) -> None:
        """Write `words` over the third row of the screen, as another program would."""
        os.write(self._slave, f"\x1b[3;1H{words}".encode())
        self.settle()

    def send(self, keys: str) -> float:
        """Type `keys` as a keyboard sends them ("\N{ESCAPE}[B" is the down arrow); return the time."""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def settle(self, *, quiet: float = 0.15, first: float = 2.0, limit: float = 10.0) -> None:
        """Read until nothing arrives for `quiet` seconds, at most for `limit`; wait `first` seconds for any output.

        A program that computes, or waits for a processor on a busy machine, is not quiet.
        """
        end = time.perf_counter() + limit
        has_output = False
        while (left := end - time.perf_counter()) > 0:
            if self._read(min(quiet if has_output else first, left)):
                has_output = True
            elif not self._is_running:
                break

    @property
    def _is_running(self) -> bool:
        """Whether a thread of the program runs, waits for a processor or for a disk, as far as the system tells."""
        try:
            states = [
                path.read_text().rpartition(")")[2].split()[0]
                for path in Path(f"/proc/{self.process.pid}/task").glob("*/stat")
            ]
        except OSError:  # a thread has ended meanwhile
            return True
        return not {"R", "D"}.isdisjoint(states)

    def wait_until(self, condition: Callable[[str], bool], *, limit: float = 20.0) -> str:
        """Read until a condition on the screen holds, and return the screen.

        Raises:
            AssertionError: It does not hold after `limit` seconds; the message has the screen.
        """
        end = time.perf_counter() + limit
        while not condition(self.text):
            left = end - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"the condition never held of the screen:\n{self.text}")
        return self.text

    def wait_for(self, words: str, *, limit: float = 20.0) -> str:
        """Read until `words` are on the screen, and return the screen."""
        return self.wait_until(lambda text: words in text, limit=limit)

    def time_when(self, condition: Callable[[str], bool]) -> float | None:
        """Return the time of the first chunk since the last call after which a condition on the screen holds, or None."""
        found = None
        for at, chunk in self._unread_chunks:
            self._stream.feed(_INVISIBLE.sub(b"", chunk).replace(_ALTERNATE_SCREEN, _ALTERNATE_SCREEN + _CLEAR))
            if found is None and condition("\n".join(self._screen.display)):
                found = at
        self._unread_chunks.clear()
        return found

    def wait_for_exit(self, *, limit: float = 10.0) -> int:
        """Wait for the program to exit; return its status as subprocess does."""
        stop = time.perf_counter() + limit
        while self.process.poll() is None and time.perf_counter() < stop:
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.wait(timeout=1)

    def kill(self) -> None:
        """Kill the program, which can't save anything then."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _read(self, limit: float) -> bool:
        """Read one chunk of output, if there is one within `limit` seconds, and reply to queries in it."""
        if not select.select([self._master], [], [], limit)[0]:
            return False
        try:
            chunk = os.read(self._master, 65536)
        except OSError:  # Linux says EIO when the last holder of the other side is gone
            return False
        self._unread_chunks.append((time.perf_counter(), chunk))
        seen = len(self.raw)
        self.raw += chunk
        recent = max(0, seen - _LONGEST_QUERY)
        queries = ((found.end(), reply) for query, reply in _REPLIES for found in query.finditer(self.raw, recent))
        if replies := b"".join(reply for end, reply in sorted(queries) if end > seen):
            os.write(self._master, replies)  # in the order of the queries, as terminals do
        return bool(chunk)

    def _update_screen(self) -> None:
        self.time_when(lambda _: True)


def pullquote(*args: str) -> list[str]:
    """Return the command line of the program that is installed with this Python."""
    return [str(Path(sys.executable).with_name("pullquote")), *args]
