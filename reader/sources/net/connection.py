"""Make connections only to IP addresses that were checked, and end them when their time is over.

A host name is looked up once for each connection. Every address in the answer is checked, and the connection goes to
one of the checked addresses, whatever the name resolves to a moment later. TLS still verifies the host name.
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

_CONNECT_SECONDS = 6.0  # for one of the addresses of a host to accept a connection

Resolver = Callable[[str, int], list[str]]


class RefusedError(Exception):
    """A page that is not fetched; the message is the reason, as the end of a sentence."""


class FetchEndedError(Exception):
    """The time for the fetch is over, or nobody waits for it any more."""


@dataclass(slots=True)
class FetchDeadline:
    """When a fetch must end, by `time.monotonic`, and whether it was cancelled before."""

    ends_at: float
    is_cancelled: bool = False

    def seconds_left(self) -> float:
        """Return the seconds that are left. Raises FetchEndedError when there are none."""
        seconds = 0.0 if self.is_cancelled else self.ends_at - time.monotonic()
        if seconds <= 0:
            raise FetchEndedError
        return seconds


def resolve_host(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, in the order in which the system tries them. Raises OSError."""
    results = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in results))


@dataclass(slots=True)
class CheckedBackend(httpcore.NetworkBackend):
    """A network backend that connects to public addresses and, on request, to private ones.

    Attributes:
        deadline: when connections end.
        allow_private: allow private addresses too.
        resolve: looks up the addresses of a host.
        has_reached_public: whether a connection to a public address was made.
        has_reached_private: whether one to a private address was made.
    """

    deadline: FetchDeadline
    allow_private: bool
    resolve: Resolver = resolve_host
    has_reached_public: bool = field(default=False, init=False)
    has_reached_private: bool = field(default=False, init=False)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - part of the interface
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the same
    ) -> httpcore.NetworkStream:
        """Connect to the first allowed address that accepts. Raises RefusedError, FetchEndedError, OSError."""
        self.deadline.seconds_left()
        addresses = self.resolve(host, port)
        allowed = [
            address for address in addresses if is_public(address) or (self.allow_private and is_private(address))
        ]
        if not allowed:
            raise RefusedError(self._reason(host, addresses))
        for address in allowed:
            try:
                seconds = min(self.deadline.seconds_left(), _CONNECT_SECONDS, timeout or _CONNECT_SECONDS)
                connection = socket.create_connection((address, port), seconds)
            except OSError:
                if address == allowed[-1]:
                    raise
            else:
                break
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if is_public(address):
            self.has_reached_public = True
        else:
            self.has_reached_private = True
        return TimedStream(connection, self.deadline)

    def _reason(self, host: str, addresses: list[str]) -> str:
        if not any(map(is_private, addresses)):
            return f"{host} is not the address of a web site"
        if self.has_reached_public:
            return f"a public page redirects to {host}, in your own network; open that address itself"
        return f"{host} is in this machine's own network; if it is yours, start pullquote with --allow-private"


class TimedStream(httpcore.NetworkStream):
    """A connection whose reads and writes end at a deadline."""

    def __init__(self, connection: socket.socket, deadline: FetchDeadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has arrived, at most `max_bytes`; b"" at the end."""
        self._set_timeout(timeout)
        return self._connection.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of the buffer."""
        while buffer:
            self._set_timeout(timeout)
            buffer = buffer[self._connection.send(buffer) :]

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return a stream over TLS, with a certificate for `server_hostname`."""
        self._set_timeout(timeout)
        try:
            return TimedStream(
                ssl_context.wrap_socket(self._connection, server_hostname=server_hostname), self._deadline
            )
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def get_extra_info(self, info: str) -> Any:
        """Return the socket, which is all that the connection pool asks for."""
        return self._connection if info == "socket" else None

    def _set_timeout(self, timeout: float | None) -> None:
        seconds = self._deadline.seconds_left()
        self._connection.settimeout(seconds if timeout is None else min(seconds, timeout))


class Transport(httpx.BaseTransport):
    """HTTP/1.1 over a `CheckedBackend`."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._backend = backend
        self._pool: httpcore.ConnectionPool | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, whose body is read later. Raises what the backend raises."""
        pool = self._pool = self._pool or httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context() if request.url.scheme == "https" else None,
            network_backend=self._backend,
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
        """Close every connection."""
        if self._pool is not None:
            self._pool.close()


class _ResponseBody(httpx.SyncByteStream):
    """The bytes of a response as they arrive."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
