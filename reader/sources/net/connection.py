"""Connections that are made only to addresses that were checked, and that end when their time is over.

A name is looked up once for each connection, every address in the answer is judged, and the connection goes to one of
those judged, whatever the name would answer a moment later. TLS keeps the name.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from reader.sources.net.addresses import is_private, is_public

_PATIENCE = 6.0  # seconds for one of the addresses of a host to take a connection

Resolver = Callable[[str, int], list[str]]


class RefusedError(Exception):
    """A connection that is not made; the text says why, as the end of a sentence."""


class FetchEndedError(Exception):
    """The time for all of it is over, or nobody waits for it any more."""


@dataclass(slots=True)
class FetchDeadline:
    """The moment (of `time.monotonic`) at which a fetch is over, and whether anyone waits for it still."""

    until: float
    stopped: bool = False

    def left(self) -> float:
        """The seconds that are left. Raises OverError when there are none."""
        left = 0.0 if self.stopped else self.until - time.monotonic()
        if left <= 0:
            raise FetchEndedError
        return left


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which the system would try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(slots=True)
class CheckedBackend(httpcore.NetworkBackend):
    """How connections are made: to public addresses, and with `own` to those of one's own network.

    `public` says whether one was made to a public address.
    """

    watch: FetchDeadline
    own: bool
    resolve: Resolver = resolve_host
    public: bool = field(default=False, init=False)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - the interface's
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the same
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that may be, and does. Raises RefusedError, OverError, OSError."""
        self.watch.left()
        addresses = self.resolve(host, port)
        allowed = [address for address in addresses if is_public(address) or (self.own and is_private(address))]
        if not allowed:
            raise RefusedError(self._reason(host, addresses))
        for address in allowed:
            try:
                seconds = min(self.watch.left(), _PATIENCE, timeout or _PATIENCE)
                connection = socket.create_connection((address, port), seconds)
            except OSError:
                if address == allowed[-1]:
                    raise
            else:
                break
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.public = self.public or is_public(address)
        return TimedStream(connection, self.watch)

    def _reason(self, host: str, addresses: list[str]) -> str:
        if not any(map(is_private, addresses)):
            return f"{host} is no address of a web page"
        if self.public:
            return f"a public page sends the reader on to {host}, in your own network; open that address itself"
        return f"{host} is in this machine's own network; if it is yours, start pullquote with --allow-private"


class TimedStream(httpcore.NetworkStream):
    """A connection each read and write of which ends when the watch says so."""

    def __init__(self, connection: socket.socket, watch: FetchDeadline) -> None:
        self._connection = connection
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come, at most so many bytes; none at the end."""
        self._wait(timeout)
        return self._connection.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        while buffer:
            self._wait(timeout)
            buffer = buffer[self._connection.send(buffer) :]

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on under TLS, with a certificate for `server_hostname`."""
        self._wait(timeout)
        try:
            return TimedStream(ssl_context.wrap_socket(self._connection, server_hostname=server_hostname), self._watch)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def get_extra_info(self, info: str) -> Any:
        """What the connection pool asks of a connection."""
        return self._connection if info == "socket" else None

    def _wait(self, timeout: float | None) -> None:
        left = self._watch.left()
        self._connection.settimeout(left if timeout is None else min(left, timeout))


class Transport(httpx.BaseTransport):
    """HTTP/1.1 over a `CheckedBackend`."""

    def __init__(self, network: CheckedBackend) -> None:
        self._network = network
        self._pool: httpcore.ConnectionPool | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to come. Raises what the network and httpcore raise."""
        pool = self._pool = self._pool or httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context() if request.url.scheme == "https" else None,
            network_backend=self._network,
            max_keepalive_connections=0,
        )
        url = request.url
        response = pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_ResponseBody(response))

    def close(self) -> None:
        """Let go of every connection."""
        if self._pool is not None:
            self._pool.close()


class _ResponseBody(httpx.SyncByteStream):
    """The bytes of a response as they come."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
