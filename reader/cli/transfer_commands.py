"""The commands export and import: highlights out of the library, articles into it."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from reader.cli.arguments import (
    complete_files,
    debug,
    fit,
    has_flag,
    json,
    open_article,
    private,
    read_stdin,
    refresh,
    run_for_all,
)
from reader.cli.output import json_line, print_message, table, write
from reader.launcher import FAILED, new_session
from reader.printable import printable

_STDOUT = Path("-")


@click.command(epilog="Example: pullquote export article.txt --output notes.md")
@click.argument("locations", metavar="[LOCATION...]", nargs=-1, shell_complete=complete_files)
@click.option("--format", type=click.Choice(["markdown"]), expose_value=False, help="The format; markdown by default.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to this file (one article) or folder (several); - writes to standard output.",
)
@click.option("--all", "every", is_flag=True, help="Export every article that has highlights.")
@refresh
@private
@json
@debug
def export(locations: Sequence[str], *, output: Path | None, every: bool, as_json: bool) -> None:
    """Write highlights to Markdown files and print their paths."""
    _check_usage(locations, output, every=every, as_json=as_json)
    session = new_session()

    def print_paths(*paths: Path) -> None:
        for path in paths:
            write(json_line({"path": str(path)}) if as_json else f"{printable(str(path))}\n")

    try:
        if output == _STDOUT:
            write(session.export_text(open_article(session, locations[0], record=False)))
        elif every:
            print_paths(*session.export_all(output))
        else:
            run_for_all(
                locations, lambda location: print_paths(session.export(open_article(session, location), output=output))
            )
    finally:
        if session.library.notice:
            print_message(session.library.notice)
    if session.library.left_out:
        raise click.exceptions.Exit(FAILED)


def _check_usage(locations: Sequence[str], output: Path | None, *, every: bool, as_json: bool) -> None:
    """Raise UsageError for options of `export` that don't go together."""
    if bool(locations) == every:
        raise click.UsageError("Name the articles to export, or use --all.")
    if output == _STDOUT and as_json:
        raise click.UsageError("--output - prints Markdown and can't be used with --json.")
    if output == _STDOUT and len(locations) != 1:
        instead = " instead of --all" if every else ""
        raise click.UsageError(f"--output - prints the Markdown of one article: name one{instead}.")
    if output is not None and len(locations) > 1 and not output.is_dir():
        raise click.UsageError("--output is a file, which takes one article: name an existing folder for several.")


@click.command(name="import", epilog="Example: pullquote import bookmarks.html --dry-run")
@click.argument("file", shell_complete=complete_files)
@click.option("--archived", is_flag=True, help="Also import articles that the list marks as archived.")
@click.option("--dry-run", is_flag=True, help="Save nothing, only show what would be imported.")
@fit
@private
@json
@debug
def import_list(file: str, *, archived: bool, dry_run: bool, width: int | None, as_json: bool) -> None:
    """Import a reading list into your library.

    FILE is an export of wallabag, Pocket, Instapaper, Omnivore or a browser, an OPML file, a list of addresses, or a
    news feed (a file or its address).
    """
    new, skipped = new_session().library.import_list(
        file, stdin=read_stdin(file), dry_run=dry_run, archived=archived, allow_private=has_flag("allow_private")
    )
    if as_json:
        sys.stdout.writelines(map(json_line, (*map(asdict, new), *map(asdict, skipped))))
        return
    write(f"New in your library{' (not saved: --dry-run)' if dry_run else ''}: {len(new):,}\n")
    if skipped:
        rows = [(each.why, each.what) for each in skipped]
        write(f"Skipped: {len(skipped):,}\n\n{table(('why', 'what'), rows, width=width)}")
