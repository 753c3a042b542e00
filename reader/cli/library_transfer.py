"""The commands `library export` and `library import`: a whole library to a file of JSON lines, and from one."""

import sys
from pathlib import Path

import click

from reader.cli.arguments import STDIN, complete_files, debug, json
from reader.cli.output import json_line, print_message, write
from reader.errors import SourceError
from reader.launcher import new_session
from reader.printable import printable

_STDOUT = Path("-")
_SHOWN = 20


@click.command(name="export", epilog="Example: pullquote library export my-library.jsonl")
@click.argument("file", type=click.Path(path_type=Path), shell_complete=complete_files)
@debug
def export_library(file: Path) -> None:
    """Write your whole library to FILE, as JSON lines: articles, highlights, notes, corrections, places and feeds.

    - writes to standard output. A FILE that is there is written over only where it is the last export, unchanged.
    """
    from reader.services import library_transfer  # noqa: PLC0415 - the import of articles needs nothing of it

    session = new_session()
    if file == _STDOUT:
        with session.library.reading() as store:
            sys.stdout.writelines(library_transfer.library_lines(store))
        return
    library_transfer.export_library(session, file)
    write(f"{printable(str(file))}\n")


@click.command(name="import", epilog="Example: pullquote library import my-library.jsonl")
@click.argument("file", shell_complete=complete_files)
@json
@debug
def import_library(file: str, *, as_json: bool) -> None:
    """Merge a library that library export wrote into yours; FILE may be - for standard input.

    Nothing of yours is overwritten: a highlight that both have keeps its note and gets what was added in the other.
    """
    from reader.services import library_transfer  # noqa: PLC0415 - as above

    session = new_session()
    try:
        with sys.stdin.buffer if file == STDIN else Path(file).open("rb") as lines:
            report = library_transfer.import_library(session, lines, printable(file))
    except OSError as error:
        raise SourceError(f"{printable(file)} could not be read ({error.strerror}): check its name.") from error
    if as_json:
        sys.stdout.write(json_line({"new": dict(report.new), "skipped": report.skipped}))
        return
    write(f"New in your library: {report.in_words()}.\n")
    for each in report.skipped[:_SHOWN]:
        print_message(f"skipped {each}: Pullquote can't have written it")
    if len(report.skipped) > _SHOWN:
        print_message(f"and {len(report.skipped) - _SHOWN:,} more lines were skipped")
