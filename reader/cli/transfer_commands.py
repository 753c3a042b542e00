"""The commands that take out of the library and put into it: export and import."""

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
from reader.cli.output import json_line, table, write
from reader.launcher import new_session
from reader.printable import printable

_OUT = Path("-")


@click.command(epilog="Example: pullquote export article.txt --output notes.md")
@click.argument("locations", metavar="[LOCATION...]", nargs=-1, shell_complete=complete_files)
@click.option("--format", type=click.Choice(["markdown"]), expose_value=False, help="As what; markdown if not given.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file to write, for one article; - for standard output.",
)
@click.option("--all", "every", is_flag=True, help="Every article of the library in which something is highlighted.")
@refresh
@private
@json
@debug
def export(locations: Sequence[str], *, output: Path | None, every: bool, as_json: bool) -> None:
    """Write what you highlighted to files, and print their paths."""
    if bool(locations) == every:
        raise click.UsageError("Name the articles to export, or give --all.")
    if output == _OUT and as_json:
        raise click.UsageError("--output - prints Markdown, and --json something else: give one of them.")
    if output == _OUT and len(locations) != 1:
        instead = ", in place of --all" if every else ""
        raise click.UsageError(f"--output - prints the Markdown of one article: name one{instead}.")
    if output is not None and len(locations) > 1 and not output.is_dir():
        raise click.UsageError("--output is a file for one article; for several name a folder that is there.")
    session = new_session()
    if output == _OUT:
        write(session.export_text(open_article(session, locations[0], record=False)))
        return

    def put(*paths: Path) -> None:
        for path in paths:
            write(json_line({"path": str(path)}) if as_json else f"{printable(str(path))}\n")

    if every:
        put(*session.export_all(output))
    run_for_all(locations, lambda location: put(session.export(open_article(session, location), output=output)))


@click.command(name="import", epilog="Example: pullquote import bookmarks.html --dry-run")
@click.argument("file", shell_complete=complete_files)
@click.option("--archived", is_flag=True, help="Also what the list says was read and put away.")
@click.option("--dry-run", is_flag=True, help="Keep nothing, only tell what would come of it.")
@fit
@private
@json
@debug
def gather(file: str, *, archived: bool, dry_run: bool, width: int | None, as_json: bool) -> None:
    """Put the articles of a list into your library, to be read.

    FILE is what wallabag, Pocket, Instapaper, Omnivore or a browser exported, an OPML file, a list of addresses, or
    a news feed, by its address too.
    """
    new, passed = new_session().library.import_list(
        file, stdin=read_stdin(file), dry_run=dry_run, archived=archived, allow_private=has_flag("allow_private")
    )
    if as_json:
        sys.stdout.writelines(map(json_line, (*map(asdict, new), *map(asdict, passed))))
        return
    write(f"New in your library, to be read{' (not kept: --dry-run)' if dry_run else ''}: {len(new):,}\n")
    if passed:
        rows = [(each.why, each.what) for each in passed]
        write(f"Passed over: {len(passed):,}\n\n{table(('why', 'what'), rows, width=width)}")
