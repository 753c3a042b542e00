"""The commands export and import: highlights out of the library, articles into it."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

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
from reader.export.export_files import is_folder
from reader.launcher import FAILED, new_session
from reader.printable import printable
from reader.services import exports
from reader.services.session import Session

if TYPE_CHECKING:
    from reader.sources.formats.highlight_lists import HighlightList

_STDOUT = Path("-")
_NOT_SAVED = " (not saved: --dry-run)"


@click.command(epilog="Example: pullquote export article.txt --format org --output notes.org")
@click.argument("locations", metavar="[LOCATION...]", nargs=-1, shell_complete=complete_files)
@click.option(
    "--format",
    "form",
    type=click.Choice([*exports.FORMATS]),
    default=exports.MARKDOWN,
    metavar="FORMAT",
    help=f"The format: {', '.join(exports.FORMATS)}.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to this file or folder; - writes to standard output. Markdown of several articles needs a folder.",
)
@click.option("--all", "every", is_flag=True, help="Export every article that has highlights.")
@refresh
@private
@json
@debug
def export(locations: Sequence[str], *, form: str, output: Path | None, every: bool, as_json: bool) -> None:
    """Write highlights to files and print their paths.

    A file that Pullquote did not write, or that was changed since, is never written over. Markdown is merged with what
    you wrote into it.
    """
    _check_usage(locations, output, form=form, every=every, as_json=as_json)
    session = new_session()
    try:
        _export(session, locations, output, form=form, every=every, as_json=as_json)
    finally:
        if session.library.notice:
            print_message(session.library.notice)
    if session.library.left_out:
        raise click.exceptions.Exit(FAILED)


def _check_usage(locations: Sequence[str], output: Path | None, *, form: str, every: bool, as_json: bool) -> None:
    """Raise UsageError for options of `export` that don't go together."""
    if bool(locations) == every:
        raise click.UsageError("Name the articles to export, or use --all.")
    takes_one = exports.FORMATS[form].module is None
    if output == _STDOUT and as_json:
        raise click.UsageError("--output - prints the export itself and can't be used with --json.")
    if output == _STDOUT and takes_one and len(locations) != 1:
        instead = " instead of --all" if every else ""
        raise click.UsageError(f"--output - prints the Markdown of one article: name one{instead}.")
    if output not in {None, _STDOUT} and takes_one and len(locations) > 1 and not is_folder(output):
        raise click.UsageError("--output is a file, which takes one article: name an existing folder for several.")


def _export(  # noqa: PLR0913 - the options of `export`
    session: Session, locations: Sequence[str], output: Path | None, *, form: str, every: bool, as_json: bool
) -> None:
    """Write the exports and print their paths."""
    if output == _STDOUT:
        articles = [open_article(session, location, record=False) for location in locations]
        articles += exports.highlighted_articles(session) if every else []
        sys.stdout.write(exports.text(session, articles, form=form).removeprefix("\ufeff"))
        return

    def print_paths(*paths: Path) -> None:
        for path in paths:
            write(json_line({"path": str(path)}) if as_json else f"{printable(str(path))}\n")

    if every:
        print_paths(*exports.write_all(session, output, form=form))
    elif output is not None and len(locations) > 1 and not is_folder(output):
        print_paths(
            exports.write_together(session, [open_article(session, each) for each in locations], output, form=form)
        )
    else:
        run_for_all(
            locations,
            lambda location: print_paths(
                exports.write(session, open_article(session, location), form=form, output=output)
            ),
        )


@click.command(name="import", epilog="Example: pullquote import bookmarks.html --dry-run")
@click.argument("file", shell_complete=complete_files)
@click.option("--archived", is_flag=True, help="Also import articles that the list marks as archived.")
@click.option("--dry-run", is_flag=True, help="Save nothing, only show what would be imported.")
@fit
@private
@json
@debug
def import_list(file: str, *, archived: bool, dry_run: bool, width: int | None, as_json: bool) -> None:
    """Import a reading list or highlights into your library.

    FILE is an export of wallabag, Pocket, Instapaper, Omnivore or a browser, an OPML file, a list of addresses, or a
    news feed (a file or its address). Or it has highlights: the JSON of Hypothesis or of the W3C's Web Annotation, the
    CSV of Readwise or Instapaper, or "My Clippings.txt" of a Kindle. They are found in their article when it is opened.
    """
    from reader.sources.formats.highlight_lists import read_highlights  # noqa: PLC0415 - `export` needs none of these
    from reader.sources.net.locate import is_web_address  # noqa: PLC0415

    session, piped = new_session(), read_stdin(file)
    listed = None if is_web_address(file) else read_highlights(file, piped)
    if listed is not None:
        _import_highlights(session, listed, dry_run=dry_run, width=width, as_json=as_json)
        if not listed.is_reading_list:
            return
    new, skipped = session.library.import_list(
        file, stdin=piped, dry_run=dry_run, archived=archived, allow_private=has_flag("allow_private")
    )
    if as_json:
        sys.stdout.writelines(map(json_line, (*map(asdict, new), *map(asdict, skipped))))
        return
    write(f"New in your library{_NOT_SAVED * dry_run}: {len(new):,}\n")
    _write_skipped([(each.why, each.what) for each in skipped], width)


def _import_highlights(
    session: Session, listed: "HighlightList", *, dry_run: bool, width: int | None, as_json: bool
) -> None:
    """Import highlights, and print how many are new, where they are, and what was skipped."""
    from reader.services.highlight_import import import_highlights  # noqa: PLC0415 - a reading list needs nothing of it

    counts = import_highlights(session, listed.highlights, dry_run=dry_run)
    if as_json:
        sys.stdout.write(json_line(asdict(counts)))
        sys.stdout.writelines(map(json_line, map(asdict, listed.skipped)))
        return
    write(f"New highlights{_NOT_SAVED * dry_run}: {counts.new:,}\n")
    if counts.new:
        write(f"{counts.found:,} in articles of your library, {counts.waiting:,} until their article is opened\n")
    _write_skipped([(each.why, each.what) for each in listed.skipped], width)


def _write_skipped(rows: Sequence[tuple[str, str]], width: int | None) -> None:
    if rows:
        write(f"Skipped: {len(rows):,}\n\n{table(('why', 'what'), rows, width=width)}")
