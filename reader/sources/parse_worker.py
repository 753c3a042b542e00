"""Parse documents in a worker process, which is killed when it uses more time or memory than it may.

The worker starts with the first page and stays for the next ones. The libraries that parse pages are loaded there and
not here. A web page that the worker cannot parse within the limits is read as plain text, which needs no parser.
Plugins have a worker of their own (`formats.plugin_requests`).

A message on the pipes is its length in four bytes (big-endian) and then that many bytes. A request is two messages:
JSON about the task and the document, and its bytes. A response is one message of JSON. Responses have a pipe of their
own: what is installed beside a plugin may print while the interpreter starts.
"""

import atexit
import fcntl
import gc
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from reader.errors import SourceError
from reader.model import flatten, unflatten
from reader.sources.draft import Draft, Facts
from reader.sources.html.fallback_text import read_fallback
from reader.sources.net.locate import RawDocument
from reader.sources.text.decode import decode

MOST_SECONDS = 4.0  # with reading it as plain text afterwards, a page takes no more than five
MOST_MEMORY_BYTES = 500 * 1024 * 1024
_START_SECONDS = 30.0  # loading libraries from a slow disk takes a while
_GRACE_SECONDS = 2.0  # after its time a worker ends itself, even where the program was killed and can't end it
_CHUNK = 1 << 20
_LEAST_DESCRIPTOR = 3  # above those of the standard streams

_READY = b"ready"
_CODE = "import sys; sys.path[:] = sys.argv[3:]; from {module} import serve; serve(int(sys.argv[1]), int(sys.argv[2]))"

Json = dict[str, Any]
Answer = Callable[[Sequence[str], RawDocument], Json]


class WorkerFailedError(Exception):
    """The worker could not read a document within the limits."""


class WorkerTimeoutError(WorkerFailedError):
    """The worker took too long."""


class WorkerStartError(WorkerFailedError):
    """The worker could not be started, or was not ready in time; it has not seen the document."""


def read_page(document: RawDocument) -> Draft:
    """Read the article of a web page. Raises SourceError where the page has none."""
    try:
        return unpack(_worker.request(["html.page_reader"], document))
    except WorkerFailedError:
        return read_fallback(decode(document.data, page=True, charset=document.charset), document.url)


def read_in_worker(module: str, document: RawDocument, *, seconds: float | None = None) -> Draft:
    """Call `read(document)` of a module of `reader.sources` in the worker.

    Args:
        module: the module's name below `reader.sources`, such as "formats.pdf".
        document: what to read.
        seconds: how long it may take; `MOST_SECONDS` where it is None.

    Raises:
        SourceError: `read` raised it, or reading needs more time or memory than it may.
    """
    try:
        return unpack(_worker.request([module], document, seconds))
    except WorkerStartError as error:
        raise SourceError("the process that reads it could not be started; try again.") from error
    except WorkerFailedError as error:
        raise SourceError("reading it takes more time or memory than an article may; save it as text.") from error


def start_worker() -> None:
    """Start the worker if it is not running, without waiting for it."""
    _worker.start()


class Worker:
    """A worker process: started when it is needed, and again after it was killed. It reads one document at a time.

    It is killed when the program ends.

    Args:
        module: the module whose `serve(most_memory_bytes, responses)` runs in the process.
        flags: options of the interpreter.
    """

    def __init__(self, module: str, *flags: str) -> None:
        self._module = module
        self._flags = flags
        atexit.register(self.stop)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._responses: IO[bytes] | None = None
        self._ready = False

    def start(self) -> None:
        """Start the process if it is not running."""
        with self._lock, suppress(WorkerFailedError):
            self._ensure_running()

    def request(self, task: Sequence[str], document: RawDocument, seconds: float | None = None) -> Json:
        """Return the response to a document.

        Args:
            task: what to do with the document, in words that the process understands.
            document: the document.
            seconds: how long it may take; `MOST_SECONDS` where it is None.

        Raises:
            SourceError: the document is refused.
            WorkerStartError: the process could not be started.
            WorkerTimeoutError: it takes longer than `seconds`.
            WorkerFailedError: the process ended, for want of memory or otherwise, or another error was raised in it.
        """
        about = {name: value for name, value in document._asdict().items() if name != "data"}
        with self._lock:
            try:
                requests, responses = self._ensure_running()
                self._wait_until_ready(responses)
                seconds = MOST_SECONDS if seconds is None else seconds
                deadline = time.monotonic() + seconds
                _send(requests, json.dumps({"task": task, "seconds": seconds, **about}).encode())
                _send(requests, document.data)
                response: Json = json.loads(_receive(responses, deadline))
            except TimeoutError as error:
                self._kill()
                raise WorkerTimeoutError from error
            except (OSError, ValueError) as error:
                self._kill()
                raise WorkerFailedError from error
            except BaseException:
                self._kill()  # its response would be taken for the response to the next request
                raise
        if "failed" in response:
            raise WorkerFailedError(response["failed"])
        if "error" in response:
            raise SourceError(response["error"])
        return response

    def stop(self) -> None:
        """Kill the process if it is running, even while another thread waits for its response."""
        while not self._lock.acquire(timeout=0.01):
            if (process := self._process) is not None:
                _kill_with_children(process)  # the thread that waits for the response then releases the lock
        try:
            self._kill()
        finally:
            self._lock.release()

    def _wait_until_ready(self, responses: IO[bytes]) -> None:
        if not self._ready:
            try:
                _receive(responses, time.monotonic() + _START_SECONDS)
            except OSError as error:
                raise WorkerStartError from error
            self._ready = True

    def _ensure_running(self) -> tuple[IO[bytes], IO[bytes]]:
        """Start the process if it is not running, and return the pipes for requests and responses."""
        if self._process is None or self._process.poll() is not None:
            self._kill()
            self._start_process()
        if self._process is None or self._process.stdin is None or self._responses is None:
            raise WorkerStartError
        return self._process.stdin, self._responses

    def _start_process(self) -> None:
        root = str(Path(__file__).parents[2])
        try:
            self._responses, output = _open_pipe()
        except OSError as error:
            raise WorkerStartError from error
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this program's own code
                [
                    sys.executable,
                    *self._flags,
                    "-c",
                    _CODE.format(module=self._module),
                    str(MOST_MEMORY_BYTES),
                    str(output),
                    root,
                    *map(os.path.abspath, filter(None, sys.path)),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[output],
                start_new_session=True,  # Ctrl+C goes to the program, which stops the worker
            )
        except OSError as error:
            raise WorkerStartError from error
        finally:
            os.close(output)

    def _kill(self) -> None:
        process, self._process, self._ready = self._process, None, False
        responses, self._responses = self._responses, None
        if process is not None:
            _kill_with_children(process)
            with process:  # waits
                if process.stdin is not None:
                    with suppress(OSError):
                        process.stdin.close()
        if responses is not None:
            responses.close()


_worker = Worker(__name__, "-I", "-S")


def _kill_with_children(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and what it has started, unless it was waited for: its number can then be another process's."""
    if process.returncode is None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)


def _open_pipe() -> tuple[IO[bytes], int]:
    """Open a pipe; where the program was started with a standard stream closed, its number is not used."""
    read_end, write_end = os.pipe()
    try:
        return os.fdopen(read_end, "rb", buffering=0), fcntl.fcntl(write_end, fcntl.F_DUPFD_CLOEXEC, _LEAST_DESCRIPTOR)
    finally:
        os.close(write_end)


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(4, "big") + message)
    pipe.flush()


def _receive(responses: IO[bytes], deadline: float) -> bytes:
    """Return the next message from a process. Raises OSError where none comes before the deadline."""
    pipe = responses.fileno()

    def read_bytes(count: int) -> bytes:
        chunks = []
        while count:
            if not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise TimeoutError
            chunk = os.read(pipe, min(count, _CHUNK))
            if not chunk:
                raise BrokenPipeError
            chunks.append(chunk)
            count -= len(chunk)
        return b"".join(chunks)

    return read_bytes(int.from_bytes(read_bytes(4), "big"))


def serve(most_memory_bytes: int, responses: int) -> None:
    """Run the worker that reads pages and PDF files; see `serve_with`."""
    serve_with(_load_page_reader, most_memory_bytes, responses)


def serve_with(load: Callable[[], Answer], most_memory_bytes: int, responses: int) -> None:
    """Run a worker: respond to requests on standard input until it is closed.

    Args:
        load: imports what the worker needs, and returns the function that answers a task on a document. What that
            raises goes back as an error.
        most_memory_bytes: how much memory the process may use once `load` is done.
        responses: the descriptor of the pipe for responses.
    """
    os.set_inheritable(responses, False)  # noqa: FBT003 - the function takes no keywords
    requests, output = os.fdopen(os.dup(0), "rb"), os.fdopen(responses, "wb")
    with Path(os.devnull).open("rb") as null:
        os.dup2(null.fileno(), 0)
    answer = load()
    _limit_resources(most_memory_bytes)
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)  # a page makes few reference cycles, and searching for them takes a tenth
    _send(output, _READY)
    respond_to_all(answer, requests, output)


def respond_to_all(answer: Answer, requests: IO[bytes], responses: IO[bytes]) -> None:
    """Respond to each request with what `answer` returns for the task and the document."""

    def next_message() -> bytes:
        return requests.read(int.from_bytes(requests.read(4), "big"))

    while about := next_message():
        fields = json.loads(about)
        task, seconds = fields.pop("task"), fields.pop("seconds")
        document = RawDocument(data=next_message(), **fields)
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)
        response = _respond(answer, task, document)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(responses, response)


def pack(draft: Draft) -> Json:
    """Return the response that holds a draft."""
    blocks, marks = flatten(draft.blocks, draft.marks)
    return {"text": draft.text, "blocks": blocks, "marks": marks, "facts": draft.facts._asdict()}


def unpack(response: Json) -> Draft:
    """Return the draft that `pack` made a response of."""
    blocks_and_marks = unflatten(response["blocks"], response["marks"])
    return Draft(response["text"], *blocks_and_marks, Facts(**response["facts"]))


def _load_page_reader() -> Answer:
    import trafilatura  # noqa: F401, PLC0415 - loaded while the page is being fetched

    import reader.sources.html.page_reader  # noqa: F401, PLC0415 - as above

    return _read


def _read(task: Sequence[str], document: RawDocument) -> Json:
    """Answer the task "NAME": read the document with the module NAME of `reader.sources`."""
    (module,) = task
    return pack(import_module(f"reader.sources.{module}").read(document))


def _limit_resources(most_memory_bytes: int) -> None:
    """Limit the memory of this process, and forbid it to write files."""
    import resource  # noqa: PLC0415 - only the worker needs it

    for kind, most in {
        resource.RLIMIT_DATA: most_memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def _respond(answer: Answer, task: Sequence[str], document: RawDocument) -> bytes:
    try:
        return json.dumps(answer(task, document)).encode()
    except SourceError as error:
        response = {"error": str(error)}
    except Exception as error:  # noqa: BLE001 - whatever error a library raises, a page can be read as plain text
        response = {"failed": type(error).__name__}
    return json.dumps(response).encode()
