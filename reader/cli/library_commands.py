"""The command library: list what was read, recover a damaged library, make and restore backups."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import complete_files, debug, fit, has_flag, json, private
from reader.cli.library_transfer import export_library, import_library
from reader.cli.output import format_time, json_line, print_message, table, table_width, write
from reader.errors import PullquoteError
from reader.launcher import DONE, has_terminal, new_session
from reader.model import format_count
from reader.printable import printable
from reader.text import plain_view

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from reader.services.session import LibraryEntry

_HAS_SUBCOMMAND = "reader.library.has_subcommand"
_COLUMNS = ("read", "title", "outlet", "published", "words", "highlights", "location")
# Those that a narrow table cuts last, the title before the others.
_CUT_LAST = ("read", "published", "words", "highlights", "title")
_TITLE = _COLUMNS.index("title")
_INDENT = "    "


class LibraryGroup(click.Group):
    """A command with an argument that is also a group: a first word that is the name of a subcommand calls that.

    `library -- recover` looks for the word instead.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options and words of a list, unless the first word is a subcommand."""
        if args and args[0] in self.commands:
            ctx.meta[_HAS_SUBCOMMAND] = True
        else:
            ctx.allow_interspersed_args, ctx.allow_extra_args = True, False
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters: before a subcommand there are no words to look for."""
        has_words = ctx.command is self and not ctx.meta.get(_HAS_SUBCOMMAND)
        return [each for each in super().get_params(ctx) if has_words or isinstance(each, click.Option)]


def _complete_subcommands(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the names of the subcommands, which stand in the place of the first word to look for."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

    commands = ctx.command.commands.items() if isinstance(ctx.command, click.Group) else ()
    return [
        CompletionItem(name, help=each.get_short_help_str()) for name, each in commands if name.startswith(incomplete)
    ]


@click.group(
    cls=LibraryGroup,
    invoke_without_command=True,
    subcommand_metavar="| COMMAND [ARGS]...",
    epilog="Example: pullquote library river",
)
@click.argument("query", default="", shell_complete=_complete_subcommands)
@click.option(
    "--remove",
    metavar="LOCATION",
    shell_complete=complete_files,
    help="Remove this article: its path, address, or location in --json.",
)
@fit
@private
@json
@debug
def library(query: str = "", *, remove: str | None, as_json: bool, width: int | None) -> int:
    """List what you have read and what is on your reading list.

    On a terminal the list opens in the reader, where Enter opens an article; with --width it is printed. To look for a
    word that is the name of a COMMAND, write it after --: pullquote library -- export.
    """
    if click.get_current_context().invoked_subcommand is not None:
        return DONE
    session = new_session()
    session.allow_private = has_flag("allow_private")
    if remove is not None:
        title = session.library.remove(remove).name
        write(json_line({"removed": remove, "title": title}) if as_json else f"Removed: {printable(title)}\n")
        return DONE
    if not as_json and width is None and has_terminal():
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - as in `read`

        with query_background(session.settings.theme) as background:
            from reader.app.run import run_library  # noqa: PLC0415 - Textual is loaded only to be used

        return run_library(session, query, background=background)
    found = session.library.entries(query)
    if session.library.problem:
        raise PullquoteError(session.library.problem)
    if session.library.notice:
        print_message(session.library.notice)
    if as_json:
        sys.stdout.writelines(json_line(_as_json(each)) for each in found)
    elif found:
        write(_listed([tuple(_cells(each)) for each in found], table_width(width)))
    else:
        words = " ".join(query.split())
        print_message(
            f"No article has “{words}” in its title, byline, outlet or location." if words else "Nothing read yet."
        )
    return DONE


@library.command(epilog="Example: pullquote library recover ~/damaged-2026-03-01/library.db")
@click.argument("file", required=False, type=click.Path(path_type=Path), shell_complete=complete_files)
@json
@debug
def recover(file: Path | None, *, as_json: bool) -> None:
    """Take out of a damaged library what can still be read.

    FILE is a library that was set aside, or a backup: what is new of it is added to your library, where nothing is
    overwritten. Without FILE your own library is checked, and if it is damaged, it is set aside with all its files, and
    a new one with what could be read takes its place. Quit Pullquote in all windows before.
    """
    from reader.cli.progress_line import progress_line  # noqa: PLC0415 - few people ever need it
    from reader.services.damaged_library import describe  # noqa: PLC0415 - as above
    from reader.services.recovery import RecoveryReport  # noqa: PLC0415

    session = new_session()
    with progress_line() as show:
        done = session.recovery.recover(file, show)
    if as_json:
        report = RecoveryReport() if done is None else done.report
        facts = {
            "source": None if done is None else str(done.source),
            "set_aside": done is not None and done.was_set_aside,
            "added": dict(report.added),
            "present": dict(report.present),
            "repaired": report.repaired,
            "gone": report.gone,
        }
        write(json_line(facts))
    elif done is None:
        write("Your library is sound: there is nothing to recover.\n")
    else:
        write(f"{printable(describe(done))}\n")


@library.command(epilog="Example: pullquote library backup /mnt/stick/library.db")
@click.argument("file", required=False, type=click.Path(path_type=Path), shell_complete=complete_files)
@json
@debug
def backup(file: Path | None, *, as_json: bool) -> None:
    """Make a backup of your library now and print its path.

    It is a library with all that you made, without what Pullquote can make again. FILE is a new file; without it the
    backup of today is made, as it is by itself on each day on which something has changed.
    """
    path = new_session().recovery.back_up(file)
    write(json_line({"path": str(path)}) if as_json else f"{printable(str(path))}\n")


@library.command(epilog="Example: pullquote library restore ~/.local/share/pullquote/backups/library-2026-03-01.db")
@click.argument("file", required=False, type=click.Path(path_type=Path), shell_complete=complete_files)
@json
@debug
def restore(file: Path | None, *, as_json: bool) -> None:
    """Put a backup in the place of your library, or list the backups.

    Your present library is set aside with all its files. To keep both, use pullquote library recover FILE.
    """
    recovery = new_session().recovery
    if file is None:
        _list_backups(recovery.backups(), as_json=as_json)
        return
    former = recovery.restore(file)
    if as_json:
        write(json_line({"restored": str(file), "former": None if former is None else str(former)}))
        return
    where = "" if former is None else f" Your former library is {former}."
    write(printable(f"Restored {file}.{where}") + "\n")


def _list_backups(paths: Sequence[Path], *, as_json: bool) -> None:
    rows = [(str(path), path.stat().st_size) for path in paths]
    if as_json:
        sys.stdout.writelines(json_line({"path": path, "bytes": size}) for path, size in rows)
    elif rows:
        write(table(("bytes", "backup"), [(f"{size:,}", path) for path, size in rows]))
    else:
        print_message("There are no backups yet: pullquote library backup makes one.")


def _as_json(entry: "LibraryEntry") -> dict[str, object]:
    """Return what --json prints of an article."""
    facts = {name: getattr(entry, name) for name in _COLUMNS}
    return facts | {"read": entry.read or None, "was": entry.former_path}


def _listed(rows: Sequence[Sequence[object]], width: int) -> str:
    """Return the rows as a table, or as paragraphs where a table would cut a title or a location, which people copy."""
    listed = table(_COLUMNS, rows, width=width, cut_last=_CUT_LAST)
    if not width or all(str(row[at] or "-") in listed for row in rows for at in (_TITLE, -1)):
        return listed
    return "\n".join(_paragraph(row, width) for row in rows)


def _paragraph(row: Sequence[object], width: int) -> str:
    """Return a row as a paragraph: the title, wrapped, a line with the facts, and a line with the location."""
    read, title, outlet, published, words, highlights, location = row
    counts = (
        format_count(count, noun) if isinstance(count, int) else ""
        for count, noun in ((words, "word"), (highlights, "highlight"))
    )
    facts = " · ".join(str(fact) for fact in (read, outlet, published, *counts) if fact)
    name = plain_view.wrap(" ".join(str(title or "Untitled").split()), width, rest=_INDENT)
    return "\n".join([*name, *plain_view.wrap(facts, width, first=_INDENT, rest=_INDENT), f"{_INDENT}{location}", ""])


def _cells(entry: "LibraryEntry") -> Iterator[object]:
    """Yield the cells of an entry's row, with the local time and the former path of a missing file."""
    yield format_time(entry.read) if entry.read else "to read"
    for fact in (getattr(entry, name) or None for name in _COLUMNS[1:-1]):
        yield printable(fact) if isinstance(fact, str) else fact
    yield printable(f"{entry.location} (was {entry.former_path})" if entry.former_path else entry.location)


library.add_command(export_library)
library.add_command(import_library)
