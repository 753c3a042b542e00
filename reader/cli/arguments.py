"""Arguments and options that commands share, and opening what they name."""

import os
import select
import stat
import sys
from collections.abc import Callable, Sequence
from io import BufferedReader
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader.cli.output import tell
from reader.errors import PullquoteError
from reader.launcher import FAILED, complain, in_browser
from reader.model import Article
from reader.services.session import Session, library_copy_notice

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"
"""The location of what is piped in."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _keep(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    kept = ctx.ensure_object(dict)
    kept[parameter.name] = value or kept.get(parameter.name, False)


debug = click.option("--debug", is_flag=True, expose_value=False, callback=_keep, help="Add the traceback to an error.")
refresh = click.option(
    "--refresh", is_flag=True, expose_value=False, callback=_keep, help="Fetch a web page anew that was read before."
)
private = click.option(
    "--allow-private", is_flag=True, expose_value=False, callback=_keep, help="Fetch from your own network, too."
)
json = click.option("--json", "as_json", is_flag=True, help="Print JSON: one object a line.")
width = click.option(
    "--width", type=click.IntRange(0), default=80, show_default=True, help="Columns; 0: one line a paragraph."
)
fit = click.option(
    "--width", type=click.IntRange(0), help="Columns; if not given, the terminal's; 0 and in a pipe: nothing is cut."
)


_PATIENCE = 1.0
"""Seconds after which a pipe that brings nothing is told of: whoever runs the command may not know that it waits."""


def has_piped_input() -> bool:
    """Whether text is piped to standard input, or a file is; waits for the first of it, and takes none.

    Nothing comes from a terminal, a browser or /dev/null, nor where the input is closed or the pipe is empty, as for
    what cron runs, or an editor.
    """
    if not sys.stdin or in_browser():
        return False
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):  # it has no descriptor
        return False
    if stat.S_ISFIFO(kind) and not select.select([sys.stdin], [], [], _PATIENCE)[0]:
        tell("waiting for an article on standard input; pullquote library lists what you read")
    given = stat.S_ISFIFO(kind) or stat.S_ISREG(kind)
    return given and isinstance(sys.stdin.buffer, BufferedReader) and bool(sys.stdin.buffer.peek(1))


def _named_or_piped(
    ctx: click.Context, parameter: click.Parameter, value: str | tuple[str, ...] | None
) -> str | tuple[str, ...]:
    """What is named, or standard input where nothing is and something comes in there."""
    if value not in {None, ()}:
        return value
    if ctx.resilient_parsing:  # a shell completes the line, and standard input is not to be waited for
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
    """What stands on standard input, to its end, for STDIN; None for any other location."""
    if location != STDIN:
        return None
    if sys.stdin and sys.stdin.isatty():
        tell("waiting for text on standard input; Ctrl+D ends it")
    return sys.stdin.buffer.read() if sys.stdin else b""


def open_article(session: Session, location: str, *, record: bool = True) -> Article:
    """The article at `location`, with the options of the command that runs; standard input for "-"."""
    anew, own = has_flag("refresh"), has_flag("allow_private")
    article = session.open(location, stdin=read_stdin(location), record=record, refresh=anew, allow_private=own)
    sentence = library_copy_notice(article)
    if sentence is not None:
        tell(sentence)
    return article


def has_flag(flag: str) -> bool:
    """Whether the command that runs was given "refresh" or "allow_private"."""
    return bool(click.get_current_context().ensure_object(dict).get(flag))


def run_for_all(locations: Sequence[str], do: Callable[[str], None]) -> None:
    """Do it for every location; one that fails is told of at once and makes the whole fail at the end."""
    failed = False
    for location in locations:
        try:
            do(location)
        except PullquoteError as error:
            if len(locations) == 1:
                raise
            complain(error)
            failed = True
    if failed:
        raise click.exceptions.Exit(FAILED)
