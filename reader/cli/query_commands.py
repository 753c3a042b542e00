"""The commands that print what is found in articles: quotations, voices, threads, or everything."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TypeAlias, TypeVar

import click

from reader.cli.arguments import article_arguments, fit, only, open_article, run_for_all, session_for_data, width
from reader.cli.output import Json, json_line, print_message, table, table_width, write
from reader.cli.voice_lookup import voices_named
from reader.export import json_view
from reader.model import Analysis, Article, Quotation, QuotationKind, describe_voice, plain_role
from reader.printable import printable
from reader.services.session import Session
from reader.text import plain_view
from reader.text.scope import Scope, quotations_in

_Shown = TypeVar("_Shown", str, Json)
_View: TypeAlias = Callable[[Article, Analysis], _Shown]


@click.command(epilog="Example: pullquote quotes article.txt --only experts --kind direct")
@article_arguments
@width
@click.option("--voice", metavar="NAME", help="Only quotations of this voice; a part of the name is enough.")
@click.option("--kind", type=click.Choice([kind.value for kind in QuotationKind]), help="Only quotations of this kind.")
@only
@click.option("--explain", is_flag=True, help="Explain each attribution.")
def quotes(  # noqa: PLR0913 - one argument an option
    locations: Sequence[str],
    *,
    as_json: bool,
    width: int,
    voice: str | None,
    kind: str | None,
    scope: Scope,
    explain: bool,
) -> None:
    """Print the quotations with their speakers."""
    session = session_for_data(locations)
    if explain:
        from reader.analysis.explain import explain as explain_attributions  # noqa: PLC0415 - the other commands don't need it

        _print_each(
            session,
            locations,
            lambda article, _: "\n".join(
                text for found in explain_attributions(article) for text in (*found.lines(), "")
            ),
            lambda article, _: {"explanations": [asdict(found) for found in explain_attributions(article)]},
            as_json=as_json,
            listed="quotations",
        )
        return

    def chosen(article: Article, analysis: Analysis) -> tuple[Quotation, ...]:
        wanted = None if voice is None else voices_named(analysis, voice)
        highlights = session.highlights.of(article) if scope is Scope.HIGHLIGHTED else ()
        inside = quotations_in(scope, analysis, highlights)
        return tuple(
            q
            for q in analysis.quotations
            if q.id in inside and (wanted is None or q.voice in wanted) and (kind is None or q.kind == kind)
        )

    _print_each(
        session,
        locations,
        lambda article, found: plain_view.render_quotations(article, found, chosen(article, found), width=width),
        lambda article, found: {"quotations": json_view.quotations(article, found, chosen(article, found))},
        as_json=as_json,
        listed="quotations",
    )


@click.command(epilog="Example: pullquote voices article.txt")
@article_arguments
@click.option(
    "--library", "of_library", is_flag=True, is_eager=True, help="The people of all articles that you have read."
)
@fit
def voices(locations: Sequence[str], *, of_library: bool, as_json: bool, width: int | None) -> None:
    """Print the voices: who they are and how much they say."""
    if of_library:
        if locations:
            raise click.UsageError("--library takes no LOCATION.")
        from reader.cli.search_commands import print_people  # noqa: PLC0415 - the other commands don't need it

        print_people(as_json=as_json, width=width)
        return
    columns = table_width(width)
    _print_each(
        session_for_data(locations),
        locations,
        lambda article, found: _voice_table(json_view.voices(article, found), columns),
        lambda article, found: {"voices": json_view.voices(article, found)},
        as_json=as_json,
    )


@click.command(epilog="Example: pullquote threads article.txt")
@article_arguments
@width
def threads(locations: Sequence[str], *, as_json: bool, width: int) -> None:
    """Print the threads of the argument with their claims."""
    _print_each(
        session_for_data(locations),
        locations,
        lambda article, found: plain_view.render_threads(article, found, width=width),
        lambda article, found: {"threads": json_view.threads(article, found)},
        as_json=as_json,
        listed="threads",
    )


@click.command(epilog="Example: pullquote show article.html --json")
@article_arguments
@width
def show(locations: Sequence[str], *, as_json: bool, width: int) -> None:
    """Print everything that Pullquote found in an article.

    With --json it is all data as JSON, without it the linear view.
    """
    _print_each(
        session_for_data(locations),
        locations,
        lambda article, found: plain_view.render(article, found, width=width),
        json_view.document,
        as_json=as_json,
        has_note=True,
    )


def _voice_table(voices: Sequence[Json], width: int) -> str:
    """Return the voices as a table; one wider than `width` (0 for any) has who they are in one column."""
    who = ("role", "affiliation", "outlet")
    columns = ("tag", "name", "kind", *who, "quotations", "words")
    roles = (plain_role(voice["role"], voice["affiliation"]) for voice in voices)
    shortened = ({**voice, "role": role or None} for voice, role in zip(voices, roles, strict=True))
    whole = table(columns, [[voice[column] for column in columns] for voice in shortened])
    if not width or max(map(plain_view.cell_width, whole.splitlines())) <= width:
        return whole
    narrow = ("tag", "name", "kind", ", ".join(who), "quotations", "words")
    facts = (", ".join(describe_voice(voice["name"], **{fact: voice[fact] for fact in who}).parts) for voice in voices)
    described = ({**voice, narrow[3]: fact} for voice, fact in zip(voices, facts, strict=True))
    rows = [[voice[column] for column in narrow] for voice in described]
    return table(narrow, rows, width=width, cut_last=("tag", "words", "quotations", "kind"))


def _print_each(  # noqa: PLR0913 - what is printed, and how
    session: Session,
    locations: Sequence[str],
    text: _View[str],
    data: _View[Json],
    *,
    as_json: bool,
    has_note: bool = False,
    listed: str = "",
) -> None:
    """Print the text or the JSON of each article; each of several texts has its location above it.

    Args:
        session: The session that opens and analyses them.
        locations: The articles.
        text: Returns the text to print.
        data: Returns the JSON to print.
        as_json: Whether to print JSON.
        has_note: Whether the text contains the analysis's note; else it goes to standard error.
        listed: What the text lists; where it is empty, a message says that none were found.
    """

    def print_article(location: str) -> None:
        article = open_article(session, location, record=False)
        analysis = session.analyse_with_corrections(article)
        if session.library.notice:
            print_message(session.library.notice)
        if as_json:
            sys.stdout.write(json_line({**json_view.header(article, analysis), **data(article, analysis)}))
        else:
            if analysis.note and not has_note:
                print_message(analysis.note)
            shown = text(article, analysis)
            write((len(locations) > 1) * f"==> {printable(article.location)} <==\n" + shown)
            if listed and not shown:
                print_message(f"no {listed} were found")

    run_for_all(locations, print_article)
