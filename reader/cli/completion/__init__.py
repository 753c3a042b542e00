"""Shell completion: the command that prints the scripts, and the candidates that the scripts ask for.

A script runs `pullquote` with the command line in the environment and gets the candidates, one per line.
"""

import re
import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem, ShellComplete, split_arg_string

from reader.cli.arguments import debug
from reader.launcher import DONE

SHELLS = ("bash", "zsh", "fish")

_END = "\N{OBJECT REPLACEMENT CHARACTER}"
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")

_INSTALL = """\b
To install it, where your package of Pullquote has not done so:
\b
bash, with the package bash-completion:
  mkdir -p ~/.local/share/bash-completion/completions
  pullquote completion bash > ~/.local/share/bash-completion/completions/pullquote
bash without it, a line in ~/.bashrc:
  source <(pullquote completion bash)
\b
zsh:
  mkdir -p ~/.zfunc
  pullquote completion zsh > ~/.zfunc/_pullquote
and in ~/.zshrc, before any compinit:
  fpath=(~/.zfunc $fpath)
  autoload -Uz compinit && compinit
\b
fish:
  mkdir -p ~/.config/fish/completions
  pullquote completion fish > ~/.config/fish/completions/pullquote.fish
\b
Then start a new shell.
Example: pullquote completion bash
"""


@click.command(epilog=_INSTALL)
@click.argument("shell", type=click.Choice(SHELLS))
@debug
def completion(shell: str) -> None:
    """Print the completion script of a shell."""
    sys.stdout.write(script(shell))


def script(shell: str) -> str:
    """Return the completion script of one of SHELLS."""
    return Path(__file__).with_name(f"pullquote.{shell}").read_text(encoding="utf-8")


def answer(command: click.Command, line: str) -> int:
    """Print the candidates for the last word of a command line, and return the exit status.

    Args:
        command: The command that the line calls.
        line: The command line up to the cursor, quoted as it was typed.
    """
    sys.stdout.write(_Candidates(command, line).complete())
    return DONE


class _Candidates(ShellComplete):
    """Click's completion with one format for all shells: kind, value and help, with tabs between them."""

    name = "pullquote"
    source_template = ""

    def __init__(self, command: click.Command, line: str) -> None:
        super().__init__(command, {"obj": {}}, self.name, "")
        self._line = line

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words after the command, and the word that the cursor is in, which may be empty."""
        # The marker shows where the last word ends: after a space it is empty, in open quotes it is not.
        words = split_arg_string(self._line + _END)
        while len(words) > 1 and _ASSIGNMENT.match(words[0]):
            del words[0]
        *before, last = words[1:] or [_END]
        return before, last.removesuffix(_END)

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return one line; white space in the help becomes single spaces."""
        return f"{item.type}\t{item.value}\t{' '.join((item.help or '').split())}\n"

    def complete(self) -> str:
        """Return all candidates that can be printed; none where the line has a mistake."""
        try:
            found = self.get_completions(*self.get_completion_args())
        except click.ClickException:
            return ""
        return "".join(self.format_completion(item) for item in found if item.value.isprintable())
