"""Web servers on loopback, for tests of fetching: they send exactly the bytes that a test gives."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Answer = bytes | Callable[[socket.socket], None]


@dataclass
class Server:
    """A running server: its port, its answers by path, and the requests that it got."""

    port: int
    answers: dict[str, Answer]
    requests: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [request.split(" ")[1] for request in self.requests]


def response(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return an HTTP response; underscores in header names stand for hyphens."""
    fields = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "Connection: close", "", ""]).encode() + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return response(b"", status, location=target)


@contextlib.contextmanager
def serving(
    answers: Mapping[str, Answer], wrap: Callable[[socket.socket], socket.socket] | None = None
) -> Iterator[Server]:
    """Run a server for the time of a test; a path without an answer is not found."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1], dict(answers))
    stopped = threading.Event()

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            with contextlib.suppress(OSError):
                if wrap is not None:
                    connection = wrap(connection)
                with connection:
                    request = b""
                    while b"\r\n\r\n" not in request and (piece := connection.recv(65536)):
                        request += piece
                    if not request:
                        return
                    server.requests.append(request.decode("latin-1"))
                    path = request.split(b" ")[1].decode("latin-1")
                    found = server.answers.get(path, response(b"gone", "404 Not Found"))
                    if callable(found):
                        found(connection)
                    else:
                        connection.sendall(found)

    def accept() -> None:
        while not stopped.is_set():
            with contextlib.suppress(OSError):
                threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stopped.set()
        with contextlib.suppress(OSError):
            socket.create_connection(listener.getsockname(), 1).close()
        thread.join(2)
        listener.close()
