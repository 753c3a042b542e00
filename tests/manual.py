"""Write the manual page docs/pullquote.1 from the commands and their --help; roff with the macros of man(7).

python -m tests.manual
"""

import inspect
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from reader import __version__
from reader.cli import cli

PAGE = Path(__file__).parents[1] / "docs" / "pullquote.1"
PURPOSE = "read an article in the terminal and know who said what"

_DESCRIPTION = """
Pullquote opens an article, finds every voice quoted in it, and follows the argument that runs through it.
LOCATION is a file, the address of a web page, or - for standard input.
Where standard output is a terminal, the article opens in the reader; its key ? lists the keys.
Otherwise its linear view is printed: the text, the quotations with their speakers, the voices and the threads.
Without a LOCATION, and with nothing piped in, the library of what you read before opens.

Options of pullquote read may stand beside LOCATION: pullquote article.html --voice Okoro.
A file that has the name of a command is read as ./NAME.
"""
_STATUSES = (
    ("0", "Done."),
    ("1", "The input could not be used or the work failed: one sentence on standard error says why."),
    ("2", "Wrong usage."),
    ("130", "Interrupted."),
)
_ENVIRONMENT = (
    ("PULLQUOTE_HOME", "A folder for settings, library, cache and log, in place of those below."),
    ("NO_COLOR", "Where it is set, the reader shows no colours."),
    ("VISUAL, EDITOR", "The editor in which a longer note is written."),
)
_FILES = (
    ("~/.config/pullquote/config.toml", "Settings, and keys of your own. Your own themes lie in themes/ beside it."),
    ("~/.local/share/pullquote/library.db", "The library: articles, highlights, notes, tags and feeds."),
    ("~/.local/share/pullquote/exports/", "Which files were exported, and a digest of each."),
    ("~/.local/share/pullquote/backups/", "Its backups, one of each day on which something has changed."),
    ("~/.cache/pullquote/pages/", "Web pages that were read before."),
    (
        "~/.local/state/pullquote/log/pullquote.log",
        "Where in the program a fault came about; nothing of what you read.",
    ),
)
_PLACES = "These are the places on Linux; pullquote config prints those in force."


def page() -> str:
    """The manual page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Written by python -m tests.manual from the commands of reader/cli; change it there.'
    yield f'.TH PULLQUOTE 1 "" "pullquote {__version__}" "User Commands"'
    yield from (".SH NAME", f"pullquote \\- {PURPOSE}")
    with click.Context(cli, info_name="pullquote", **cli.context_settings) as top:
        commands = list(_commands(top))
        yield ".SH SYNOPSIS"
        yield from (".B pullquote", r"[\fIoptions\fR] [\fILOCATION\fR]", ".br")
        yield from (".B pullquote", r"\fIcommand\fR [\fIoptions\fR] [\fIarguments\fR]")
        yield ".SH DESCRIPTION"
        yield from _paragraphs(_DESCRIPTION)
        yield ".SH OPTIONS"
        yield from _options(top)
        yield ".SH COMMANDS"
        for context in commands:
            yield from _command(context)
    yield ".SH EXIT STATUS"
    yield from _terms(_STATUSES)
    yield ".SH ENVIRONMENT"
    yield from _terms(_ENVIRONMENT)
    yield ".SH FILES"
    yield from _terms(_FILES)
    yield from (".PP", *_filled(_PLACES))
    yield ".SH EXAMPLES"
    yield from list(_examples(cli.epilog or ""))[1:]


def _commands(parent: click.Context) -> Iterator[click.Context]:
    """A context for each command of a group, and for those of the groups among them."""
    group = parent.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        if command is None or command.hidden:
            continue
        with click.Context(command, parent=parent, info_name=name) as context:
            yield context
            if isinstance(command, click.Group):
                yield from _commands(context)


def _command(context: click.Context) -> Iterator[str]:
    """What the help of one command says, without the options that all commands have."""
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    yield f".SS {_text(usage)}"
    yield from _paragraphs(context.command.help or "")
    yield from _options(context)
    yield from _examples(context.command.epilog or "")


def _options(context: click.Context) -> Iterator[str]:
    shared = {"--help", "--debug"} if context.parent else set()
    options = [each for each in context.command.get_params(context) if isinstance(each, click.Option)]
    records = [each.get_help_record(context) for each in options if not shared & {*each.opts}]
    yield from _terms([(name.replace(" RANGE", ""), text) for name, text in filter(None, records)])


def _terms(records: Sequence[tuple[str, str]]) -> Iterator[str]:
    for term, text in records:
        yield from (".TP", rf"\fB{_text(term)}\fR", *_filled(text))


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of text; roff wants no .PP before the first, which stands below a heading."""
    for number, paragraph in enumerate(inspect.cleandoc(text).split("\n\n")):
        yield from [".PP"] * bool(number)
        yield from _filled(paragraph)


def _filled(text: str) -> Iterator[str]:
    """The lines of running text, each at most 72 wide; a sentence begins a line."""
    for sentence in re.split(r"(?<=\.)\s+", " ".join(text.split())):
        yield from map(_text, textwrap.wrap(sentence, 72, break_long_words=False, break_on_hyphens=False))


def _examples(epilog: str) -> Iterator[str]:
    """The lines below a help, as they stand; the backspace is how click is told so."""
    text = re.sub(r"\n{3,}", "\n\n", inspect.cleandoc(epilog.replace("\b\n", "\n")).replace("Examples:\n", ""))
    for paragraph in filter(None, text.split("\n\n")):
        yield from (".PP", ".nf", *map(_text, paragraph.splitlines()), ".fi")


def _text(line: str) -> str:
    """A line as roff prints it: a hyphen is one that can be copied, and a stop at the beginning is no request."""
    line = line.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("~", "\\(ti")
    line = line.replace("'", "\\(aq").replace("^", "\\(ha")
    return f"\\&{line}" if line.startswith(".") else line


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
