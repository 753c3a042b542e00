"""Arguments and options that commands share, and opening the articles that they name."""

import os
import select
import stat
import sys
from collections.abc import Callable, Sequence
from io import BufferedReader
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader import config
from reader.cli.output import print_message
from reader.errors import PullquoteError, SourceError
from reader.launcher import FAILED, is_in_browser, new_session, report_error
from reader.model import Article
from reader.services.library import LIBRARY_PREFIX
from reader.services.session import Session, library_copy_notice
from reader.text.scope import Scope

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"
"""The location that stands for standard input."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _store_flag(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    flags = ctx.ensure_object(dict)
    flags[parameter.name] = value or flags.get(parameter.name, False)


debug = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_store_flag, help="Show the traceback of an error."
)
refresh = click.option(
    "--refresh",
    is_flag=True,
    expose_value=False,
    callback=_store_flag,
    help="Fetch the web page again, even if it was read before.",
)
private = click.option(
    "--allow-private", is_flag=True, expose_value=False, callback=_store_flag, help="Also fetch from your own network."
)
json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object per line.")
width = click.option(
    "--width",
    type=click.IntRange(0),
    metavar="COLUMNS",
    default=80,
    show_default=True,
    help="Wrap lines at this width; 0 does not wrap.",
)
fit = click.option(
    "--width",
    type=click.IntRange(0),
    metavar="COLUMNS",
    help="Fit the table into this width, by default the terminal's; 0 shortens nothing (the default in a pipe).",
)


def _scope(_context: click.Context, _parameter: click.Parameter, value: str) -> Scope:
    return Scope(value)


only = click.option(
    "--only",
    "scope",
    type=click.Choice([scope.value for scope in Scope]),
    default=Scope.EVERYONE.value,
    callback=_scope,
    help="Only quotations of these voices, or only those that you highlighted, or those in dispute.",
)

_QUIET_PIPE = 1.0
"""Seconds after which a message says that the command waits for a pipe: the person may not know."""


def has_piped_input() -> bool:
    """Whether standard input is a pipe or a file with content; waits for the first bytes, and reads none.

    False for a terminal, a browser and /dev/null, and where the input is closed, as when cron or an editor runs the
    command.

    Raises:
        SourceError: The pipe or the file is empty, as after a download that failed.
    """
    if not sys.stdin or is_in_browser():
        return False
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):  # it has no descriptor
        return False
    if stat.S_ISFIFO(kind) and not select.select([sys.stdin], [], [], _QUIET_PIPE)[0]:
        print_message("waiting for an article on standard input (pullquote library lists what you have read)")
    is_input = stat.S_ISFIFO(kind) or stat.S_ISREG(kind)
    if not is_input or not isinstance(sys.stdin.buffer, BufferedReader):
        return False
    if not sys.stdin.buffer.peek(1):
        raise SourceError("Standard input is empty.")
    return True


def _named_or_piped(
    ctx: click.Context, parameter: click.Parameter, value: str | tuple[str, ...] | None
) -> str | tuple[str, ...]:
    """Return the locations that are named, or standard input where none is and something is piped in."""
    if ctx.params.get("of_library") and not value:
        return ()
    if value not in {None, ()}:
        return value
    if ctx.resilient_parsing:  # a shell completes the line: do not wait for standard input
        return ""
    if not has_piped_input():
        raise click.MissingParameter(ctx=ctx, param=parameter)
    return STDIN if parameter.nargs == 1 else (STDIN,)


def complete_files(
    _context: click.Context, _parameter: click.Parameter | None, incomplete: str
) -> "list[CompletionItem]":
    """Have the shell complete a location as the name of a file, unless it is an address."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

    return [] if "://" in incomplete else [CompletionItem(incomplete, type="file")]


location = click.argument(
    "location", metavar="LOCATION", required=False, callback=_named_or_piped, shell_complete=complete_files
)


def article_arguments(command: Command) -> Command:
    """Add the argument and the options of a command that prints data of articles."""
    for add in (
        debug,
        private,
        refresh,
        json,
        click.argument(
            "locations", metavar="LOCATION...", nargs=-1, callback=_named_or_piped, shell_complete=complete_files
        ),
    ):
        command = add(command)
    return command


def read_stdin(location: str) -> bytes | None:
    """Return all of standard input for STDIN; None for any other location."""
    if location != STDIN:
        return None
    if sys.stdin and sys.stdin.isatty():
        print_message("waiting for text on standard input; press Ctrl+D to end it")
    return sys.stdin.buffer.read() if sys.stdin else b""


def open_article(session: Session, location: str, *, record: bool = True) -> Article:
    """Open the article at `location` with the options of the current command; "-" is standard input."""
    article = session.open(
        location,
        stdin=read_stdin(location),
        record=record,
        refresh=has_flag("refresh"),
        allow_private=has_flag("allow_private"),
    )
    notice = library_copy_notice(article)
    if notice is not None:
        print_message(notice)
    return article


def session_for_data(locations: Sequence[str]) -> Session:
    """Return the session of a command that prints data: with the library, where there is one, and its corrections."""
    has_library = any(place.startswith(LIBRARY_PREFIX) for place in locations) or config.paths().library.exists()
    session = new_session(library=has_library)
    session.library.is_read_only = True
    return session


def has_flag(flag: str) -> bool:
    """Whether the current command was given "refresh" or "allow_private"."""
    return bool(click.get_current_context().ensure_object(dict).get(flag))


def run_for_all(locations: Sequence[str], work: Callable[[str], None]) -> None:
    """Call `work` with every location, and report each failure at once.

    Raises:
        Exit: At the end, with FAILED, where there was a failure.
        PullquoteError: The only location failed.
    """
    failed = False
    for location in locations:
        try:
            work(location)
        except PullquoteError as error:
            if len(locations) == 1:
                raise
            report_error(error)
            failed = True
    if failed:
        raise click.exceptions.Exit(FAILED)
