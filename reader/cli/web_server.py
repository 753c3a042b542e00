"""The server that shows the reader in a browser: one page, and for each visitor a process that runs the app.

It builds on textual-serve, which the extra `pullquote[serve]` installs. Its own page loads nothing from other hosts,
and other pages that are open in the same browser can't use the server. Who opens it first must know the token in the
address that the command prints: other users of this machine do not.
"""

import asyncio
import html
import ipaddress
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.server import Server, to_int

from reader.cli.textual_serve_internals import ServedApp

_PAGE = Path(__file__).with_name("page.html")
_SHUTDOWN_TIMEOUT = 3.0
"""Seconds after which a visitor's process that was asked to quit is killed."""

_MOST_COLUMNS = 1000
_MOST_ROWS = 500
_MALFORMED = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a message raises that the page can't have sent."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _VisitorApp(ServedApp):
    """The process of the app that one visitor sees."""

    async def stop(self) -> None:
        """Ask the process to quit, kill it where it does not, and wait until it has ended."""
        with suppress(TimeoutError):
            await asyncio.wait_for(super().stop(), _SHUTDOWN_TIMEOUT)
        process = self.process
        if process is not None and process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), _SHUTDOWN_TIMEOUT)
            except TimeoutError:
                process.kill()
                await process.wait()


class WebServer(Server):
    """Serves the app on a socket that is listening already.

    Args:
        arguments: The arguments of `pullquote` for each visitor's process.
        listening: The socket.
        title: The title of the page.

    Attributes:
        address: The address of the page for a browser on this machine, with the token.
        visitors: The processes of those who see the page.
    """

    def __init__(self, arguments: Sequence[str], listening: socket.socket, title: str) -> None:
        host, port = listening.getsockname()[:2]
        super().__init__(command_line(arguments), host=host, port=port, title=title, public_url=url(listening))
        self._listening = listening
        self._token = secrets.token_urlsafe()
        self._cookie = f"pullquote_{port}"  # browsers send a cookie to every port of a host
        self.address = f"{url(listening)}?token={self._token}"
        self._host_names = None if is_loopback(listening) else _own_host_names()
        self.visitors: set[_VisitorApp] = set()

    def serve(self, debug: bool = False) -> None:
        """Serve until a signal ends the program; the visitors' processes end with it."""
        del debug
        web.run_app(self.make_app(), sock=self._listening, print=None, shutdown_timeout=_SHUTDOWN_TIMEOUT)

    def make_app(self) -> web.Application:
        """Return the web application: the page, its files, and the WebSocket that it talks to its process through."""

        @web.middleware
        async def check(request: web.Request, handler: _Handler) -> web.StreamResponse:
            if not _is_own_page(request, self._host_names):
                raise web.HTTPForbidden(text="This page is open to its own address only.")
            if not self._has_token(request):
                raise web.HTTPForbidden(text="Open the whole address that pullquote serve printed, with its token.")
            return await handler(request)

        app = web.Application(middlewares=[check])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        return app

    def _has_token(self, request: web.Request) -> bool:
        """Whether a request has the token: in its cookie, or the page's in its address, which gives it the cookie."""
        given = request.query.get("token") if request.path == "/" else None
        given = given or request.cookies.get(self._cookie, "")
        return secrets.compare_digest(given.encode(), self._token.encode())

    async def on_shutdown(self, app: web.Application) -> None:
        """End the visitors' processes."""
        del app
        await asyncio.gather(*(visitor.stop() for visitor in self.visitors))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for a visitor until they leave."""
        socket_ = web.WebSocketResponse(heartbeat=15)
        width, height = _size(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))

        async def close() -> None:
            await socket_.close()

        await socket_.prepare(request)
        visitor = _VisitorApp(
            self.command,
            write_bytes=socket_.send_bytes,
            write_str=socket_.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        self.visitors.add(visitor)
        try:
            await visitor.start(width, height)
            await _forward_input(socket_, visitor)
        finally:
            await visitor.stop()
            self.visitors.discard(visitor)
        return socket_

    async def handle_index(self, request: web.Request) -> web.Response:
        """Return the page. Its WebSocket has the address that the page was requested with."""
        page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
            title=html.escape(self.title), socket=html.escape(f"ws://{request.host}/ws")
        )
        # In a frame of another page a person could be made to click here without knowing it.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
        response = web.Response(text=page, content_type="text/html", headers=headers)
        response.set_cookie(self._cookie, self._token, httponly=True, samesite="Strict")
        return response


async def _forward_input(socket_: web.WebSocketResponse, visitor: _VisitorApp) -> None:
    """Send what the page sends to the process until the WebSocket is closed, or sends what the page does not."""
    async for message in socket_:
        if message.type != WSMsgType.TEXT:
            continue
        try:
            await _forward(socket_, visitor, message.json())
        except _MALFORMED:
            await socket_.close(code=WSCloseCode.UNSUPPORTED_DATA)


async def _forward(socket_: web.WebSocketResponse, visitor: _VisitorApp, message: list[Any]) -> None:
    """Send a message of textual-serve's protocol to the process. Raises what `_MALFORMED` has for another one."""
    kind, *values = message
    if kind == "stdin":
        await visitor.send_bytes(values[0].encode("utf-8"))
    elif kind == "resize":
        await visitor.set_terminal_size(*_size(values[0]["width"], values[0]["height"]))
    elif kind == "ping":
        await socket_.send_json(["pong", values[0]])
    elif kind == "blur":
        await visitor.blur()
    elif kind == "focus":
        await visitor.focus()


def _size(width: int, height: int) -> tuple[int, int]:
    """Return a size that a screen can have: the app's memory grows with it."""
    return max(1, min(int(width), _MOST_COLUMNS)), max(1, min(int(height), _MOST_ROWS))


def command_line(arguments: Sequence[str]) -> str:
    """Return the shell command that runs the program with these arguments, whatever characters they have.

    The page is dark, and the environment says so as terminals do (COLORFGBG): the process has no terminal to ask.
    """
    environment = {"TERM": "xterm-256color", "COLORFGBG": "15;0"}
    command = [sys.executable, "-P", "-m", "reader", *arguments]  # -P: don't import modules from the current folder
    assignments = [f"{name}={shlex.quote(value)}" for name, value in environment.items()]
    return " ".join([*assignments, "exec", shlex.join(command)])


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address. Raises OSError where it can't."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        host.encode("idna")
    except UnicodeError as error:  # create_server would raise a TypeError and leave its socket open
        raise OSError("it is not a host name") from error
    return socket.create_server((host, port), family=family, reuse_port=False)


def is_loopback(listening: socket.socket) -> bool:
    """Return whether only this machine can reach a socket."""
    return ipaddress.ip_address(listening.getsockname()[0]).is_loopback


def url(listening: socket.socket) -> str:
    """Return the address of the page for a browser on this machine."""
    host, port = listening.getsockname()[:2]
    name = "localhost" if ipaddress.ip_address(host).is_unspecified else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _own_host_names() -> frozenset[str]:
    """The names of this machine in its network, as far as it knows them."""
    name = socket.gethostname()
    return frozenset(each.lower() for each in (name, f"{name}.local", socket.getfqdn()))


def _is_own_page(request: web.Request, host_names: frozenset[str] | None) -> bool:
    """Whether a request comes from the server's own page, not from another one that is open in the same browser.

    A browser lets any page open a WebSocket to any address, and says in the header Origin which page it was. Where the
    name of another site has been made to resolve to this machine (DNS rebinding), the header Host has that name.

    Args:
        request: The request.
        host_names: The names of this machine in a network; None where only loopback is served.
    """
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        return False
    try:
        parts = urlsplit(f"//{request.host}")
        name = parts.hostname or ""
        if parts.netloc != request.host:
            return False
        if name == "localhost" or name in (host_names or ()):
            return True
        return ipaddress.ip_address(name).is_loopback or host_names is not None
    except ValueError:  # another name, or none
        return False
