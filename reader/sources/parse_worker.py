"""Read what was found in a process of its own, which is killed when that takes more time or memory than it may.

The process starts with the first page and stays for the next ones; the libraries that parse pages are loaded there
and not here. A web page that it does not manage is read as plain text, which takes no parser.

A message on its pipes is its length in four bytes, and so many bytes: one way JSON on what was found and then its
bytes, the other way JSON.
"""

import atexit
import gc
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from reader.errors import SourceError
from reader.model import flatten, unflatten
from reader.sources.draft import Draft, Facts
from reader.sources.html.unparsed_text import read as read_unparsed
from reader.sources.net.locate import Found
from reader.sources.text.decode import decode

MOST_SECONDS = 4.0  # so that with the plain text made afterwards it is no more than five
MOST_BYTES = 500 * 1024 * 1024
_STARTING = 30.0  # seconds; to load libraries from a slow disk takes a while, and parses nothing
_PIECE = 1 << 20

_READY = b"ready"
_CODE = "import sys; sys.path[:] = sys.argv[2:]; from reader.sources.parse_worker import serve; serve(int(sys.argv[1]))"

Json = dict[str, Any]


class _UnmanagedError(Exception):
    """The process did not manage a page."""


def read_page(found: Found) -> Draft:
    """The article of a web page. Raises SourceError where the page holds none."""
    try:
        return _draft(_process.ask("html.page_reader", found))
    except _UnmanagedError:
        return read_unparsed(decode(found.data, page=True, charset=found.charset), found.url)


def apart(module: str, found: Found, *, seconds: float | None = None) -> Draft:
    """What `read(found)` of a module of `reader.sources` gives, read in the process, in `seconds` or `MOST_SECONDS`.

    Raises SourceError as it does, and where it takes more time or memory than it may.
    """
    try:
        return _draft(_process.ask(module, found, seconds))
    except _UnmanagedError as error:
        raise SourceError("to read it takes more time or memory than an article may.") from error


def warm() -> None:
    """Start the process, if it is not there, and don't wait for it."""
    _process.start()


class _Process:
    """The process, started when it is needed and again after it was killed; one page at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._ready = False

    def start(self) -> None:
        """Start it, if it is not there."""
        with self._lock, suppress(_UnmanagedError):
            self._started()

    def ask(self, module: str, found: Found, seconds: float | None = None) -> Json:
        """What a module reads in what was found. Raises _UnmanagedError where that goes past the limits."""
        about = {name: value for name, value in found._asdict().items() if name != "data"}
        with self._lock:
            try:
                process = self._started()
                if not self._ready:
                    _receive(process, time.monotonic() + _STARTING)
                    self._ready = True
                until = time.monotonic() + (MOST_SECONDS if seconds is None else seconds)
                _send(process.stdin, json.dumps({"module": module, **about}).encode())
                _send(process.stdin, found.data)
                answer: Json = json.loads(_receive(process, until))
            except (OSError, ValueError) as error:
                self._end()
                raise _UnmanagedError from error
            except BaseException:
                self._end()  # what is under way would be taken for the answer to the next question
                raise
        if "failed" in answer:
            raise _UnmanagedError(answer["failed"])
        if "error" in answer:
            raise SourceError(answer["error"])
        return answer

    def end(self) -> None:
        """Kill it, if it is there, even while somebody waits for its answer."""
        while not self._lock.acquire(timeout=0.01):
            if (running := self._running) is not None:
                running.kill()  # whoever waits for its answer has the lock, and gives it up then
        try:
            self._end()
        finally:
            self._lock.release()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is not None and self._running.poll() is None:
            return self._running
        self._end()
        here = str(Path(__file__).parents[2])
        try:
            self._running = subprocess.Popen(  # noqa: S603 - this program's own code
                [
                    sys.executable,
                    "-I",
                    "-S",
                    "-c",
                    _CODE,
                    str(MOST_BYTES),
                    here,
                    *map(os.path.abspath, filter(None, sys.path)),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl+C is for the program, which ends this
            )
        except OSError as error:
            raise _UnmanagedError from error
        return self._running

    def _end(self) -> None:
        process, self._running, self._ready = self._running, None, False
        if process is not None:
            process.kill()
            with process:  # closes the pipes and waits
                if process.stdin is not None:
                    with suppress(OSError):
                        process.stdin.close()


_process = _Process()
atexit.register(_process.end)


def _send(pipe: IO[bytes] | None, message: bytes) -> None:
    if pipe is None:
        raise OSError
    pipe.write(len(message).to_bytes(4, "big") + message)
    pipe.flush()


def _receive(process: "subprocess.Popen[bytes]", until: float) -> bytes:
    """The next message from the process. Raises OSError where none comes in time, or at all."""
    if process.stdout is None:
        raise OSError
    pipe = process.stdout.fileno()

    def take(count: int) -> bytes:
        pieces = []
        while count:
            if not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
                raise TimeoutError
            piece = os.read(pipe, min(count, _PIECE))
            if not piece:
                raise BrokenPipeError
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    return take(int.from_bytes(take(4), "big"))


def serve(most_bytes: int) -> None:
    """Answer requests on standard input until it is closed, with so much memory: what the process runs."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    import trafilatura  # noqa: F401, PLC0415 - loaded while the page is on its way

    import reader.sources.html.page_reader  # noqa: F401, PLC0415 - as above

    _limit(most_bytes)
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)  # a page makes little garbage in circles, and looking for it takes a tenth
    _send(answers, _READY)
    answer_all(_read, requests, answers)


def answer_all(read: Callable[[str, Found], Draft], requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each request with what `read` makes of the module's name and what was found, until there are no more."""

    def message() -> bytes:
        return requests.read(int.from_bytes(requests.read(4), "big"))

    while about := message():
        asked = json.loads(about)
        module = asked.pop("module")
        answer = _answer(read, module, Found(data=message(), **asked))
        _send(answers, json.dumps(answer).encode())


def _read(module: str, found: Found) -> Draft:
    draft: Draft = import_module(f"reader.sources.{module}").read(found)
    return draft


def _limit(most_bytes: int) -> None:
    """Let this process have no more memory than a page may need, and write no file."""
    import resource  # noqa: PLC0415 - for the process only

    for kind, most in {resource.RLIMIT_DATA: most_bytes, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def _answer(read: Callable[[str, Found], Draft], module: str, found: Found) -> Json:
    try:
        return _told(read(module, found))
    except SourceError as error:
        return {"error": str(error)}
    except Exception as error:  # noqa: BLE001 - whatever a library fails with, the page has its plain text
        return {"failed": type(error).__name__}


def _told(draft: Draft) -> Json:
    blocks, marks = flatten(draft.blocks, draft.marks)
    return {"text": draft.text, "blocks": blocks, "marks": marks, "facts": draft.facts._asdict()}


def _draft(told: Json) -> Draft:
    return Draft(told["text"], *unflatten(told["blocks"], told["marks"]), Facts(**told["facts"]))
