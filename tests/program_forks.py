"""Ask `tests.forked_program` for runs of the program that take no time to start."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

_ROOT = Path(__file__).parents[1]
_MOST_BYTES = 1 << 10  # of a response

IS_POSSIBLE = sys.platform == "linux"
"""Elsewhere a fork may not work, and sockets do not keep messages apart."""


class Finished(NamedTuple):
    """The result of a run: exit status, standard output and error."""

    status: int
    out: bytes
    err: bytes


class Usage(NamedTuple):
    """What a run has used: exit status, CPU seconds, and peak memory in kibibytes."""

    status: int
    seconds: float
    peak: int


class ProgramForks:
    """Runs the program in forks of a process that has loaded it."""

    def __init__(self, requests: socket.socket) -> None:
        self._requests = requests

    def measure(
        self, args: Sequence[str], files: Sequence[IO[bytes]], environment: Mapping[str, str], folder: Path
    ) -> Usage:
        """Run the program with three files as standard input, output and error."""
        request = json.dumps([args, dict(environment), str(folder)]).encode()
        socket.send_fds(self._requests, [request], [file.fileno() for file in files])
        return Usage(*json.loads(self._requests.recv(_MOST_BYTES)))

    def run(
        self, args: Sequence[str], environment: Mapping[str, str], folder: Path, stdin: IO[bytes] | None = None
    ) -> Finished:
        """Run the program with `stdin`, or nothing, as standard input."""
        with TemporaryFile() as out, TemporaryFile() as err, Path(os.devnull).open("rb") as nothing:
            status = self.measure(args, (stdin or nothing, out, err), environment, folder).status
            out.seek(0)
            err.seek(0)
            return Finished(status, out.read(), err.read())


class TerminalFork:
    """A fork that runs in a terminal: what `subprocess.Popen` has of it."""

    def __init__(self, requests: socket.socket, pid: int) -> None:
        self._requests = requests
        self._status: int | None = None
        self.pid = pid

    def poll(self) -> int | None:
        """Return the exit status, None while it runs."""
        if self._status is None:
            self._requests.send(json.dumps(self.pid).encode())
            self._status = json.loads(self._requests.recv(_MOST_BYTES))
        return self._status

    def wait(self, timeout: float = 10.0) -> int:
        """Wait for the exit status. Raises subprocess.TimeoutExpired."""
        end = time.monotonic() + timeout
        while (status := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("pullquote", timeout)
            time.sleep(0.01)
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)


class TerminalForks:
    """Runs the program, in terminals, in forks of a process that has loaded it with its screen."""

    def __init__(self, requests: socket.socket) -> None:
        self._requests = requests

    def start(self, args: Sequence[str], files: Sequence[int], environment: Mapping[str, str]) -> TerminalFork:
        """Start the program with three files, by their numbers, of which standard output is the terminal."""
        request = json.dumps([args, dict(environment), os.getcwd()]).encode()  # noqa: PTH109 - a string for JSON
        socket.send_fds(self._requests, [request], files)
        return TerminalFork(self._requests, json.loads(self._requests.recv(_MOST_BYTES)))


@contextmanager
def start() -> Iterator[ProgramForks]:
    """Start the process that is forked, and end it."""
    with _requests() as requests:
        yield ProgramForks(requests)


@contextmanager
def start_for_terminals() -> Iterator[TerminalForks]:
    """Start the process that is forked for programs in terminals, and end it."""
    with _requests("--screen") as requests:
        yield TerminalForks(requests)


@contextmanager
def _requests(*options: str) -> Iterator[socket.socket]:
    """Start the process with these options, and end it after the last request."""
    requests, responses = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    number = responses.fileno()
    command = [sys.executable, "-m", "tests.forked_program", str(number), *options]
    with subprocess.Popen(command, pass_fds=[number], stdin=subprocess.DEVNULL, env=environment, cwd=_ROOT):
        responses.close()
        with requests:
            yield requests
