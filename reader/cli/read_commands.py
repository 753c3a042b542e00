"""The commands read and library: open an article, or list what was read before."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import (
    STDIN,
    complete_files,
    debug,
    fit,
    has_flag,
    json,
    location,
    only,
    open_article,
    private,
    refresh,
    width,
)
from reader.cli.library_transfer import export_library, import_library
from reader.cli.output import format_time, json_line, print_message, table, table_width, write
from reader.cli.theme_names import theme
from reader.cli.voice_lookup import voices_named
from reader.errors import PullquoteError
from reader.launcher import DONE, has_terminal, new_session
from reader.model import Analysis, Article, format_count
from reader.printable import printable
from reader.services.session import Session, is_slow_to_open
from reader.text import plain_view
from reader.text.scope import Scope

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from reader.services.session import LibraryEntry

_COLUMNS = ("read", "title", "outlet", "published", "words", "highlights", "location")
# Those that a narrow table cuts last, the title before the others.
_CUT_LAST = ("read", "published", "words", "highlights", "title")
_TITLE = _COLUMNS.index("title")
_INDENT = "    "


@click.command(epilog="Example: pullquote read article.html --voice Okoro")
@location
@click.option("--at", type=click.IntRange(1), metavar="N", help="Start at quotation N.")
@click.option("--voice", metavar="NAME", help="Start at the first quotation of this voice.")
@only
@click.option("--linear", "is_linear", is_flag=True, help="Print the linear view, even on a terminal.")
@width
@theme
@click.option("--ascii", "ascii_only", is_flag=True, help="Use only ASCII characters.")
@click.option("--speak-friendly", is_flag=True, help="Suit a screen reader: j and k move by sentence.")
@click.option("--keep", is_flag=True, help="Add piped text to the library even where it is only printed.")
@refresh
@private
@debug
def read(  # noqa: PLR0913 - an option each
    location: str,
    *,
    at: int | None,
    voice: str | None,
    scope: Scope,
    is_linear: bool,
    width: int,
    theme: str | None,
    ascii_only: bool,
    speak_friendly: bool,
    keep: bool,
) -> int:
    """Open an article in the reader.

    LOCATION is a file, the address of a web page, or - for standard input, which is also read where no LOCATION is
    given and something is piped in. The linear view is printed instead where standard output is not a terminal, or with
    --linear; it has every quotation, whatever --only says. What comes from a pipe and goes into another one is added to
    the library only with --keep.
    """
    session = new_session()
    session.allow_private = has_flag("allow_private")
    settings = session.settings
    session.settings = replace(
        settings,
        ascii=settings.ascii or ascii_only,
        speak_friendly=settings.speak_friendly or speak_friendly,
    )
    if not is_linear and is_slow_to_open(location) and has_terminal():
        return _read_slowly(session, location, at=at, voice=voice, scope=scope, theme=theme)
    article = open_article(session, location, record=False)
    if not is_linear and has_terminal():
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - few commands show a screen

        with query_background(theme or session.settings.theme) as background:
            from reader.app.run import run_reader  # noqa: PLC0415 - Textual is loaded only to be used

            start = start_at(session.analyse_with_corrections(article), at, voice) if at or voice else None
        return run_reader(session, article, at=start, scope=scope, theme=theme, background=background)
    analysis = session.analyse_with_corrections(article)
    if at or voice:
        start_at(analysis, at, voice)  # everything is printed, but a quotation that does not exist is an error here too
    if keep or location != STDIN or sys.stdin.isatty() or sys.stdout.isatty():
        session.library.record(article)
    highlights = session.highlights.with_speakers(article, session.highlights.of(article), analysis)
    if session.settings.ascii:
        from reader.text.ascii import in_ascii, to_ascii  # noqa: PLC0415 - few people ask for it

        write(to_ascii(plain_view.render(*in_ascii(article, analysis, highlights), width=width)))
    else:
        write(plain_view.render(article, analysis, highlights, width=width))
    return DONE


def _read_slowly(  # noqa: PLR0913 - the options of `read`
    session: Session, location: str, *, at: int | None, voice: str | None, scope: Scope, theme: str | None
) -> int:
    """Read an article that takes a while to open: the screen is shown at once, and the article follows."""
    from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - as in `read`

    with query_background(theme or session.settings.theme) as background:
        from reader.app.run import run_reader  # noqa: PLC0415 - as in `read`
        from reader.app.screens.loading_screen import PendingArticle  # noqa: PLC0415 - as in `read`
    refresh = has_flag("refresh")

    def load(
        session: Session, on_progress: Callable[[str], None], is_cancelled: Callable[[], bool]
    ) -> tuple[Article, int | None]:
        article = session.open(
            location, record=False, refresh=refresh, on_progress=on_progress, is_cancelled=is_cancelled
        )
        return article, start_at(
            session.analyse_with_corrections(article, on_progress), at, voice
        ) if at or voice else None

    return run_reader(session, PendingArticle(location, load), scope=scope, theme=theme, background=background)


def start_at(analysis: Analysis, at: int | None, voice: str | None) -> int:
    """Return the offset of quotation `at`, or of the first quotation of `voice`.

    Raises:
        PullquoteError: There is none.
    """
    if at is None:
        chosen = voices_named(analysis, voice or "")
        return next(quotation.span.start for quotation in analysis.quotations if quotation.voice in chosen)
    if at > len(analysis.quotations):
        raise PullquoteError(f"There is no quotation {at}; the article has {len(analysis.quotations)}.")
    return analysis.quotation(at).span.start


_HAS_SUBCOMMAND = "reader.library.has_subcommand"


class LibraryGroup(click.Group):
    """A command with an argument that is also a group: a first word that is the name of a subcommand calls that.

    `library -- export` looks for the word instead.
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
        has_words = not ctx.meta.get(_HAS_SUBCOMMAND)
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
        title = session.library.remove(remove)
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


library.add_command(export_library)
library.add_command(import_library)


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
