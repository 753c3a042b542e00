"""The commands that read: an article, or the list of what was read before."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import (
    complete_files,
    debug,
    fit,
    has_flag,
    json,
    location,
    open_article,
    private,
    refresh,
    width,
)
from reader.cli.output import format_time, json_line, table, table_width, tell, write
from reader.cli.theme_names import theme
from reader.cli.voice_lookup import voices_named
from reader.errors import PullquoteError
from reader.launcher import DONE, new_session, terminal
from reader.model import Analysis, Article, format_count
from reader.printable import printable
from reader.services.session import Session, is_slow_to_open
from reader.text import plain_view

if TYPE_CHECKING:
    from reader.services.session import LibraryEntry

_COLUMNS = ("read", "title", "outlet", "published", "words", "highlights", "location")
# Those that a narrow table cuts last, the title before the others.
_SPARED = ("read", "published", "words", "highlights", "title")
_TITLE = _COLUMNS.index("title")
_INDENT = "    "


@click.command(epilog="Example: pullquote read article.html --voice Okoro")
@location
@click.option("--at", type=click.IntRange(1), metavar="N", help="Start at quotation N.")
@click.option("--voice", metavar="NAME", help="Start at the first quotation of this voice.")
@click.option("--linear", "is_linear", is_flag=True, help="Print the linear view, even on a terminal.")
@width
@theme
@click.option("--ascii", "ascii_only", is_flag=True, help="Show signs and letters in ASCII alone.")
@click.option("--speak-friendly", "spoken", is_flag=True, help="Suit a screen reader: j and k go by sentences.")
@refresh
@private
@debug
def read(  # noqa: PLR0913 - an option each
    location: str,
    *,
    at: int | None,
    voice: str | None,
    is_linear: bool,
    width: int,
    theme: str | None,
    ascii_only: bool,
    spoken: bool,
) -> int:
    """Open a file, a web page by its address, or - for standard input, in the reader.

    What is piped in is read where no location is named. Where standard output is no terminal, or with --linear, the
    linear view is printed instead.
    """
    session = new_session()
    session.allow_private = has_flag("allow_private")
    wanted = session.settings
    session.settings = replace(wanted, ascii=wanted.ascii or ascii_only, speak_friendly=wanted.speak_friendly or spoken)
    if not is_linear and is_slow_to_open(location) and terminal():
        return _awaited(session, location, at, voice, theme)
    article = open_article(session, location, record=False)
    if not is_linear and terminal():
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - few commands show a screen

        with query_background(theme or session.settings.theme) as ground:
            from reader.app.app import run_reader  # noqa: PLC0415 - Textual is loaded only to be used

            start = start_at(session.analyse(article), at, voice) if at or voice else None
        return run_reader(session, article, at=start, theme=theme, ground=ground)
    analysis = session.analyse(article)
    if at or voice:
        start_at(analysis, at, voice)  # the whole text is printed, but a place that is not there is told here as well
    session.library.record(article)
    highlights = session.highlights.with_speakers(article, session.highlights.of(article), analysis)
    if session.settings.ascii:
        from reader.text.ascii import in_ascii, to_ascii  # noqa: PLC0415 - few people ask for it

        write(to_ascii(plain_view.render(*in_ascii(article, analysis, highlights), width=width)))
    else:
        write(plain_view.render(article, analysis, highlights, width=width))
    return DONE


def _awaited(session: Session, location: str, at: int | None, voice: str | None, theme: str | None) -> int:
    """Read what takes a while to open: the screen is there at once, and the article comes behind it."""
    from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - as in `read`

    with query_background(theme or session.settings.theme) as ground:
        from reader.app.app import run_reader  # noqa: PLC0415 - as in `read`
        from reader.app.screens.loading_screen import PendingArticle  # noqa: PLC0415 - as in `read`
    anew = has_flag("refresh")

    def arrive(session: Session, tell: Callable[[str], None], stop: Callable[[], bool]) -> tuple[Article, int | None]:
        article = session.open(location, record=False, refresh=anew, on_progress=tell, is_cancelled=stop)
        return article, start_at(session.analyse(article, tell), at, voice) if at or voice else None

    return run_reader(session, PendingArticle(location, arrive), theme=theme, ground=ground)


def start_at(analysis: Analysis, at: int | None, voice: str | None) -> int:
    """The offset of quotation `at`, or of the first of `voice`; raises PullquoteError where there is none."""
    if at is None:
        chosen = voices_named(analysis, voice or "")
        return next(quotation.span.start for quotation in analysis.quotations if quotation.voice in chosen)
    if at > len(analysis.quotations):
        raise PullquoteError(f"There is no quotation {at}; the article has {len(analysis.quotations)}.")
    return analysis.quotation(at).span.start


@click.command(epilog="Example: pullquote library river")
@click.argument("query", default="")
@click.option(
    "--remove",
    metavar="LOCATION",
    shell_complete=complete_files,
    help="Take this article out of it: a path, an address, or as --json has it.",
)
@fit
@private
@json
@debug
def library(query: str, *, remove: str | None, as_json: bool, width: int | None) -> int:
    """List what you read before, newest first, and what you imported to be read.

    On a terminal the list opens in the reader, where Enter opens an article from it; with --width it is printed.
    """
    session = new_session()
    session.allow_private = has_flag("allow_private")
    if remove is not None:
        title = session.library.remove(remove)
        write(json_line({"removed": remove, "title": title}) if as_json else f"Removed: {printable(title)}\n")
        return DONE
    if not as_json and width is None and terminal():
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - as in `read`

        with query_background(session.settings.theme) as ground:
            from reader.app.app import run_library  # noqa: PLC0415 - Textual is loaded only to be used

        return run_library(session, query, ground=ground)
    found = session.library.entries(query)
    if session.library.problem:
        raise PullquoteError(session.library.problem)
    if as_json:
        facts = ({name: getattr(each, name) for name in (*_COLUMNS, "was")} for each in found)
        sys.stdout.writelines(json_line(each | {"read": each["read"] or None}) for each in facts)
    elif found:
        write(_listed([tuple(_cells(each)) for each in found], table_width(width)))
    else:
        sought = " ".join(query.split())
        tell(f"Nothing read has “{sought}” in its title, byline, outlet or place." if sought else "Nothing read yet.")
    return DONE


def _listed(rows: Sequence[Sequence[object]], width: int) -> str:
    """The rows as a table; where that would cut a title or a place, which a person copies, an article a paragraph."""
    listed = table(_COLUMNS, rows, width=width, cut_last=_SPARED)
    if not width or all(str(row[at] or "-") in listed for row in rows for at in (_TITLE, -1)):
        return listed
    return "\n".join(_paragraph(row, width) for row in rows)


def _paragraph(row: Sequence[object], width: int) -> str:
    """What a row says, on as many lines as the title takes, and one for the facts and one for the place, both whole."""
    read, title, outlet, published, words, highlights, location = row
    counts = (
        format_count(count, noun) if isinstance(count, int) else ""
        for count, noun in ((words, "word"), (highlights, "highlight"))
    )
    facts = " · ".join(str(fact) for fact in (read, outlet, published, *counts) if fact)
    name = plain_view.wrap(" ".join(str(title or "Untitled").split()), width, rest=_INDENT)
    return "\n".join([*name, *plain_view.wrap(facts, width, first=_INDENT, rest=_INDENT), f"{_INDENT}{location}", ""])


def _cells(shelved: "LibraryEntry") -> Iterator[object]:
    """What a row of the list says: when it was read as clocks here have it, and where it was before it was gone."""
    yield format_time(shelved.read) if shelved.read else "to read"
    for fact in (getattr(shelved, name) or None for name in _COLUMNS[1:-1]):
        yield printable(fact) if isinstance(fact, str) else fact
    yield printable(f"{shelved.location} (was {shelved.former_path})" if shelved.former_path else shelved.location)
