"""The command `pullquote`: takes arguments, asks the session, prints; starts the reader where there is a terminal.

The modules beside this one hold the commands, each loaded when one of its own is called; and what only one command
needs is imported inside it: the time to the first screen is measured.
"""

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, NoReturn

import click

from reader import __version__
from reader.cli.arguments import complete_files, debug, has_piped_input
from reader.launcher import DONE, INTERRUPTED, leave
from reader.printable import printable_lines
from reader.services.library import LIBRARY_PREFIX

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_EXAMPLES = """\b
Examples:
  pullquote article.html        open it in the reader
  curl ... | pullquote          the same of what is piped in; - stands for it
  pullquote                     what you read before
  pullquote article.html | cat  its linear view: text, quotations, voices, threads
"""

_COMMANDS = {
    "read": ("read_commands", "read"),
    "library": ("read_commands", "library"),
    "quotes": ("query_commands", "quotes"),
    "voices": ("query_commands", "voices"),
    "threads": ("query_commands", "threads"),
    "show": ("query_commands", "show"),
    "export": ("transfer_commands", "export"),
    "import": ("transfer_commands", "gather"),
    "feed": ("feed_commands", "feed"),
    "serve": ("serve_command", "serve"),
    "config": ("settings_commands", "settings"),
    "keys": ("settings_commands", "keys"),
    "doctor": ("settings_commands", "doctor"),
    "completion": ("completion", "completion"),
}
"""Each command's module and its name there, in the order in which --help lists them."""

_FIRST = {*_COMMANDS, "--help", "-h", "--version"}
"""What a first word may be beside a location."""


class Front(click.Group):
    """A group whose first command need not be named: what is no command is a LOCATION to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands."""
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of this name, loaded now; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `read` before arguments that name no command; with no argument but options, `library`.

        Where something comes in on standard input, it is read and not the library listed.
        """
        at = next((place for place, arg in enumerate(args) if arg != "--debug"), len(args))
        if ctx.resilient_parsing:  # a shell asks what could come next: nothing is awaited or refused
            if at < len(args) and args[at] not in _FIRST:
                args = [*args[:at], "read", *args[at:]]
        elif all(arg == "--allow-private" for arg in args[at:]):
            args = [*args[:at], "read" if has_piped_input() else "library", *args[at:]]
        elif args[at] not in _FIRST:
            self._refuse_mistyped(ctx, args[at:])
            args = [*args[:at], "read", *args[at:]]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What the first word may become: a command or a file; an option of `read` or of all commands."""
        found = super().shell_complete(ctx, incomplete)
        read = self.get_command(ctx, "read")
        if read is None or not incomplete.startswith("-"):
            return [*found, *complete_files(ctx, None, incomplete)]
        known = {item.value for item in found}
        with read.make_context("read", [], parent=ctx, resilient_parsing=True) as own:
            return [*found, *(item for item in read.shell_complete(own, incomplete) if item.value not in known)]

    @staticmethod
    def _refuse_mistyped(ctx: click.Context, args: Sequence[str]) -> None:
        """Raise UsageError where the first word is nothing to read and what follows shows that it was to be a command.

        That is another word behind it, for only one article is read; behind a word close to a command's name, anything.
        """
        word, *rest = args
        # Path.exists would raise for a name that is too long.
        if not rest or word.startswith(("-", LIBRARY_PREFIX)) or os.path.exists(word):  # noqa: PTH110
            return
        from reader.sources.net.locate import is_web_address, shown  # noqa: PLC0415 - only a mistake needs it

        if is_web_address(word):
            return
        close = get_close_matches(word, _COMMANDS, n=1, cutoff=0.7)
        if close or not rest[0].startswith("-"):
            meant = f" Did you mean {close[0]}?" if close else ""
            ctx.fail(f"There is no command and no file {shown(word)}.{meant}")


@click.group(
    cls=Front,
    epilog=_EXAMPLES,
    subcommand_metavar="LOCATION | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="pullquote %(version)s")
@debug
def cli() -> None:
    """Read an article in the terminal and know who said what.

    A file that has the name of a command is read as ./NAME.
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with `args` (None: those of the process) and leave with its exit status."""
    line = os.environ.get("_PULLQUOTE_COMPLETE")
    if line is not None:
        from reader.cli.completion import answer  # noqa: PLC0415 - only a shell asks

        leave(lambda: answer(cli, line))
    state: dict[str, bool] = {}

    def run() -> int:
        try:
            # Not cli.main(): it makes a closed pipe a failure.
            with cli.make_context("pullquote", [*(sys.argv[1:] if args is None else args)], obj=state) as context:
                return cli.invoke(context) or DONE
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.ClickException as error:
            told = StringIO()
            error.show(told)
            sys.stderr.write(printable_lines(told.getvalue()))
            return error.exit_code
        except click.Abort:
            return INTERRUPTED

    leave(run, debug=lambda: state.get("debug", False))
