"""The command read: open an article in the reader, or print its linear view."""

import sys
from collections.abc import Callable
from dataclasses import replace

import click

from reader.cli.arguments import (
    STDIN,
    debug,
    has_flag,
    location,
    only,
    open_article,
    private,
    refresh,
    width,
)
from reader.cli.output import write
from reader.cli.theme_names import theme
from reader.cli.voice_lookup import voices_named
from reader.errors import PullquoteError
from reader.launcher import DONE, has_terminal, new_session
from reader.model import Analysis, Article
from reader.services.session import Session, is_slow_to_open
from reader.text import plain_view
from reader.text.scope import Scope


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
