"""The command that shows the reader in a browser."""

import errno
import sys
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import STDIN, debug, has_flag, location, open_article, private, refresh
from reader.cli.output import print_message, write
from reader.cli.theme_names import theme
from reader.errors import PullquoteError
from reader.launcher import DONE, new_session
from reader.printable import printable
from reader.services.library import LIBRARY_PREFIX

if TYPE_CHECKING:
    import socket

_MISSING = "The web server is not installed: install it with pip install 'pullquote[serve]'."


@click.command(epilog="Example: pullquote serve article.html --port 8080")
@location
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all networks."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen at; 0 for any free one.",
)
@theme
@refresh
@private
@debug
def serve(location: str, *, host: str, port: int, theme: str | None) -> int:
    """Show an article in a browser, as the reader shows it in the terminal, until Ctrl+C.

    Open the whole address that is printed: who knows its token can read and change your library. By default only this
    computer can reach it; --host changes that.
    """
    try:
        from reader.cli import web_server  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] not in {"textual_serve", "aiohttp"}:
            raise
        raise PullquoteError(_MISSING) from error
    session = new_session()
    # It is opened here, so that what can't be read is told at once, and a page of the web is fetched only once.
    article = open_article(session, location, record=False)
    if location == STDIN:
        session.library.record(article)
        if session.library.problem:
            raise PullquoteError(session.library.problem)
        location = LIBRARY_PREFIX + article.id
    session.close()
    more = ["--allow-private"] * has_flag("allow_private") + (["--theme", theme] if theme else [])
    listening = _listening(host, port)
    title = printable(article.name or article.location)
    with listening:
        server = web_server.WebServer(["read", *more, "--", location], listening, title)
        write(f"{server.address}\n")
        sys.stdout.flush()
        print_message(f"Serving {title}. Press Ctrl+C to stop.")
        if not web_server.is_loopback(listening):
            print_message(
                "Everyone who knows this address can read and change your library there; nothing is encrypted."
            )
        server.serve()
    return DONE


def _listening(host: str, port: int) -> "socket.socket":
    """The socket to serve at. Raises PullquoteError where it can't be opened."""
    from reader.cli import web_server  # noqa: PLC0415 - as in `serve`

    try:
        return web_server.listen(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PullquoteError(f"Port {port} is in use: choose another one with --port.") from error
        reason = (error.strerror or str(error)).partition(" (while")[0]
        raise PullquoteError(f"Cannot serve at {host}, port {port}: {reason}.") from error
