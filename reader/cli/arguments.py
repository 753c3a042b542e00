"""Arguments and options that commands share, and opening what they name."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from reader.cli.output import tell
from reader.errors import PullquoteError
from reader.model import Article
from reader.session import Session, copied
from reader.start import FAILED, complain

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


def articles(command: Command) -> Command:
    """Add the argument and the options of a command that prints data of articles."""
    for add in (
        debug,
        private,
        refresh,
        json,
        click.argument("locations", metavar="LOCATION...", nargs=-1, required=True),
    ):
        command = add(command)
    return command


def piped(location: str) -> bytes | None:
    """What stands on standard input, to its end, for "-"; None for any other location."""
    if location != "-":
        return None
    if sys.stdin and sys.stdin.isatty():
        tell("waiting for text on standard input; Ctrl+D ends it")
    return sys.stdin.buffer.read() if sys.stdin else b""


def opened(session: Session, location: str, *, record: bool = True) -> Article:
    """The article at `location`, with the options of the command that runs; standard input for "-"."""
    anew, own = fetching()
    article = session.open(location, stdin=piped(location), record=record, refresh=anew, allow_private=own)
    sentence = copied(article)
    if sentence is not None:
        tell(sentence)
    return article


def fetching() -> tuple[bool, bool]:
    """Whether the command that runs is to fetch pages anew, and whether from one's own network, too."""
    kept = click.get_current_context().ensure_object(dict)
    return kept.get("refresh", False), kept.get("allow_private", False)


def for_all(locations: Sequence[str], do: Callable[[str], None]) -> None:
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
