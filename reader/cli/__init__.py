"""The command `pullquote`: parses arguments, asks the session and prints, or starts the reader on a terminal.

The other modules hold the commands. Each is loaded when one of its commands is called, and what only one command needs
is imported inside it, because the time to the first screen matters.
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
from reader.launcher import DONE, INTERRUPTED, run_and_exit
from reader.printable import printable_lines
from reader.services.library import LIBRARY_PREFIX

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_EXAMPLES = """\b
Examples:
  pullquote article.html        open an article in the reader
  curl ... | pullquote          read from standard input
  pullquote                     list what you have read
  pullquote article.html | cat  print text, quotations, voices and threads
"""

_COMMANDS = {
    "read": ("read_commands", "read"),
    "library": ("library_commands", "library"),
    "search": ("search_commands", "search"),
    "quotes": ("query_commands", "quotes"),
    "voices": ("query_commands", "voices"),
    "threads": ("query_commands", "threads"),
    "show": ("query_commands", "show"),
    "corrections": ("correction_commands", "corrections"),
    "export": ("transfer_commands", "export"),
    "import": ("transfer_commands", "import_list"),
    "feed": ("feed_commands", "feed"),
    "serve": ("serve_command", "serve"),
    "config": ("settings_commands", "settings"),
    "keys": ("settings_commands", "keys"),
    "doctor": ("settings_commands", "doctor"),
    "completion": ("completion", "completion"),
}
"""Each command's module and its name there, in the order in which --help lists them."""

_LEAST_SIMILAR = 0.7
"""How similar a name is to a mistyped one, from 0 to 1, to be asked for."""

_FIRST_WORDS = {*_COMMANDS, "--help", "-h", "--version"}
"""What the first word may be, besides a location."""


class DefaultCommandGroup(click.Group):
    """A group with a default command: a first word that is not a command is a LOCATION to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Load and return the command with this name; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert `read` before arguments that begin with no command, and `library` where there are only options.

        Where something is piped in, `read` is inserted in place of `library`.
        """
        at = next((place for place, arg in enumerate(args) if arg != "--debug"), len(args))
        names_command = at < len(args) and args[at] in _FIRST_WORDS
        command: list[str] = []
        if ctx.resilient_parsing:  # a shell completes the line: nothing is waited for or refused
            command = ["read"] if at < len(args) and not names_command else []
        elif all(arg == "--allow-private" for arg in args[at:]):
            command = ["read" if has_piped_input() else "library"]
        elif not names_command:
            self._refuse_mistyped(ctx, args[at:])
            command = ["read"]
        return super().parse_args(ctx, [*args[:at], *command, *args[at:]])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the candidates for the first word: commands and files, or options of `read` and of all commands."""
        found = super().shell_complete(ctx, incomplete)
        read = self.get_command(ctx, "read")
        if read is None or not incomplete.startswith("-"):
            return [*found, *complete_files(ctx, None, incomplete)]
        known = {item.value for item in found}
        with read.make_context("read", [], parent=ctx, resilient_parsing=True) as own:
            return [*found, *(item for item in read.shell_complete(own, incomplete) if item.value not in known)]

    @staticmethod
    def _refuse_mistyped(ctx: click.Context, args: Sequence[str]) -> None:
        """Raise UsageError where the first word is neither a file nor an address and was probably meant as a command.

        It was where another word follows, because only one article is read, and where it is similar to a command and
        anything follows.
        """
        word, *rest = args
        # Path.exists would raise for a name that is too long.
        if not rest or word.startswith(("-", LIBRARY_PREFIX)) or os.path.exists(word):  # noqa: PTH110
            return
        from reader.sources.net.locate import display_name, is_web_address  # noqa: PLC0415 - only a mistake needs it

        if is_web_address(word):
            return
        close = get_close_matches(word, _COMMANDS, n=1, cutoff=_LEAST_SIMILAR)
        if close or not rest[0].startswith("-"):
            hint = f" Did you mean {close[0]}?" if close else ""
            ctx.fail(f"There is no command or file {display_name(word)}.{hint}")


@click.group(
    cls=DefaultCommandGroup,
    epilog=_EXAMPLES,
    subcommand_metavar="LOCATION | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="pullquote %(version)s")
@debug
def cli() -> None:
    """Read an article in the terminal and know who said what.

    To read a file that has the name of a command, write ./NAME.
    """


def _similar(typed: str, names: Sequence[str]) -> list[str]:
    """Return the options that were probably meant: click also names those that are hardly like what was typed."""
    close = get_close_matches(typed, names, cutoff=_LEAST_SIMILAR)
    return [name for name in names if name in close or name.startswith(typed)]


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with `args` (None for those of the process) and exit with its status."""
    line = os.environ.get("_PULLQUOTE_COMPLETE")
    if line is not None:
        from reader.cli.completion import answer  # noqa: PLC0415 - only a shell asks

        run_and_exit(lambda: answer(cli, line))
    flags: dict[str, bool] = {}

    def run() -> int:
        try:
            # Not cli.main(): it reports a closed pipe as a failure.
            with cli.make_context("pullquote", [*(sys.argv[1:] if args is None else args)], obj=flags) as context:
                return cli.invoke(context) or DONE
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.ClickException as error:
            if isinstance(error, click.NoSuchOption):
                similar = _similar(error.option_name, error.possibilities or ())
                error = click.NoSuchOption(error.option_name, possibilities=similar, ctx=error.ctx)
            message = StringIO()
            error.show(message)
            sys.stderr.write(printable_lines(message.getvalue()))
            return error.exit_code
        except click.Abort:
            return INTERRUPTED

    run_and_exit(run, debug=lambda: flags.get("debug", False))
