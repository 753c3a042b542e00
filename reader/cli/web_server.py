"""The server that shows the reader in a browser: a page, and for each visitor a process with the same program.

It is textual-serve's, which comes with the extra `pullquote[serve]`, with a page of our own that loads nothing from
elsewhere, and closed to the other pages that a browser has open.
"""

import asyncio
import html
import ipaddress
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

_PAGE = Path(__file__).with_name("page.html")
_FAREWELL = 3.0
"""Seconds that the visitors' processes have to end in."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Visitor(AppService):
    """The process with the program that one visitor sees."""

    async def stop(self) -> None:
        """Have it end, by force where it doesn't, and wait until it is gone."""
        with suppress(TimeoutError):
            await asyncio.wait_for(super().stop(), _FAREWELL)
        process = self._process
        if process is not None and process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), _FAREWELL)
            except TimeoutError:
                process.kill()
                await process.wait()


class Serving(Server):
    """Shows the program that starts with `arguments` to whoever asks at `listening`, under `title`."""

    def __init__(self, arguments: Sequence[str], listening: socket.socket, title: str) -> None:
        host, port = listening.getsockname()[:2]
        super().__init__(command(arguments), host=host, port=port, title=title, public_url=url(listening))
        self._listening = listening
        self._names = None if is_loopback(listening) else _own_names()
        self._visitors: set[_Visitor] = set()

    def serve(self, debug: bool = False) -> None:
        """Serve until a signal ends it; the visitors' processes end with it."""
        del debug
        web.run_app(self._make_app(), sock=self._listening, print=None, shutdown_timeout=_FAREWELL)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()

        @web.middleware
        async def guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
            if not _is_ours(request, self._names):
                raise web.HTTPForbidden(text="This page is open to its own address only.")
            return await handler(request)

        app.middlewares.append(guarded)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command has said where the page is."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Let the visitors go before the server goes."""
        del app
        await asyncio.library.import_list(*(visitor.stop() for visitor in self._visitors))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """What a visitor's browser is sent and sends, for as long as they stay."""
        sent = web.WebSocketResponse(heartbeat=15)
        width, height = (to_int(request.query.get(name, ""), usual) for name, usual in (("width", 80), ("height", 24)))

        async def leave() -> None:
            await sent.close()

        await sent.prepare(request)
        visitor = _Visitor(
            self.command,
            write_bytes=sent.send_bytes,
            write_str=sent.send_str,
            close=leave,
            download_manager=self.download_manager,
        )
        self._visitors.add(visitor)
        try:
            await visitor.start(width, height)
            await self._process_messages(sent, visitor)
        finally:
            await visitor.stop()
            self._visitors.discard(visitor)
        return sent

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, which finds its program at the address that it was asked for by."""
        page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
            title=html.escape(self.title), socket=html.escape(f"ws://{request.host}/ws")
        )
        # A page that shows this one in a frame of its own could have a person click here unknowing.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return web.Response(text=page, content_type="text/html", headers=headers)


def command(arguments: Sequence[str]) -> str:
    """The line that a shell starts the program with: these arguments and no others, whatever signs are in them.

    The browser's page is dark, and says so as terminals do (COLORFGBG): this process's own terminal is not asked.
    """
    told = {"TERM": "xterm-256color", "COLORFGBG": "15;0"}
    line = [sys.executable, "-P", "-m", "reader", *arguments]  # -P: nothing in the folder stands for a module of ours
    return " ".join([*(f"{name}={shlex.quote(value)}" for name, value in told.items()), "exec", shlex.join(line)])


def listen(host: str, port: int) -> socket.socket:
    """A socket that waits for visitors; raises OSError where it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        host.encode("idna")
    except UnicodeError as error:  # the server's socket would raise a TypeError, and stay open
        raise OSError("it is no name of a host") from error
    return socket.create_server((host, port), family=family, reuse_port=False)


def is_loopback(listening: socket.socket) -> bool:
    """Whether nobody but this machine reaches a socket."""
    return ipaddress.ip_address(listening.getsockname()[0]).is_loopback


def url(listening: socket.socket) -> str:
    """The address of the page for a browser on this machine."""
    host, port = listening.getsockname()[:2]
    name = "localhost" if ipaddress.ip_address(host).is_unspecified else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _own_names() -> frozenset[str]:
    """The names that a network has for this machine, as far as it knows them."""
    name = socket.gethostname()
    return frozenset(each.lower() for each in (name, f"{name}.local", socket.getfqdn()))


def _is_ours(request: web.Request, names: frozenset[str] | None) -> bool:
    """Whether our own page asks, and not another one that is open in the same browser.

    Browsers let any page open a WebSocket to any address and say which page it was (Origin); and an address of the
    web whose name is made to lead here (DNS rebinding) is known by its name (Host). `names` are this machine's own on
    a network, None where only loopback is served.
    """
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        return False
    try:
        parts = urlsplit(f"//{request.host}")
        name = parts.hostname or ""
        if parts.netloc != request.host:
            return False
        if name == "localhost" or name in (names or ()):
            return True
        return ipaddress.ip_address(name).is_loopback or names is not None
    except ValueError:  # another name, or none
        return False
