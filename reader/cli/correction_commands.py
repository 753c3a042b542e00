"""The command corrections: what a person corrected, as a table, as JSON or as annotated articles; and their import."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.arguments import article_arguments, open_article, read_stdin, run_for_all, session_for_data
from reader.cli.output import format_time, json_line, print_message, table, write
from reader.errors import SourceError
from reader.launcher import new_session
from reader.printable import printable

_IMPORT = "import"
"""The first word that makes the others files to import; a file of that name is ./import."""


@click.command(epilog="Example: pullquote corrections article.txt --json > mine.jsonl")
@article_arguments
@click.option("--gold", is_flag=True, help="Print the article as annotated: its quotations, then its threads, as JSON.")
def corrections(locations: Sequence[str], *, as_json: bool, gold: bool) -> None:
    """Print what you corrected in an article (key w in the reader).

    pullquote corrections import FILE adds the corrections of another person, which --json printed, to your library.
    """
    if locations[0] == _IMPORT:
        if not locations[1:] or gold:
            raise click.UsageError("Name the files to import: pullquote corrections import FILE.")
        run_for_all(locations[1:], lambda file: _import(file, as_json=as_json))
        return
    session = session_for_data(locations)
    from reader.export import gold_view  # noqa: PLC0415 - the import needs none of these
    from reader.services import correction_exchange  # noqa: PLC0415

    def print_article(location: str) -> None:
        article = open_article(session, location, record=False)
        corrected = session.corrections.apply(article, session.analyse(article))
        if session.library.notice:
            print_message(session.library.notice)
        if gold:
            sys.stdout.write(json_line(gold_view.quotes_document(article, corrected.analysis)))
            sys.stdout.write(json_line(gold_view.threads_document(article, corrected.analysis)))
            return
        document = correction_exchange.document(article, corrected)
        if as_json:
            sys.stdout.write(json_line(document))
        elif document["corrections"]:
            rows = [(format_time(each["made"]), each["words"], each["why"]) for each in document["corrections"]]
            write((len(locations) > 1) * f"==> {printable(article.location)} <==\n")
            write(table(("made", "correction", "does not fit"), rows))
        else:
            print_message("nothing is corrected in this article: press w in the reader")

    run_for_all(locations, print_article)


def _import(file: str, *, as_json: bool) -> None:
    from reader.services import correction_exchange  # noqa: PLC0415 - as above

    piped = read_stdin(file)
    try:
        text = (Path(file).read_bytes() if piped is None else piped).decode()
    except (OSError, ValueError) as error:
        raise SourceError(f"{file} could not be read ({error}): check its name.") from error
    session = new_session()
    for data in correction_exchange.read_documents(text, file):
        article, count = correction_exchange.import_document(session, data, file)
        if as_json:
            sys.stdout.write(json_line({"id": article.id, "title": article.title, "new": count}))
        else:
            write(f"{printable(article.name)}: {count} new\n")
