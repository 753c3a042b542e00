"""Run the app on the terminal until a person quits it, and return its exit status."""

import sys
from typing import TYPE_CHECKING

from reader.app.app import PullquoteApp
from reader.text.scope import Scope

if TYPE_CHECKING:
    from reader.app.screens.loading_screen import PendingArticle
    from reader.app.terminal.background_query import TerminalBackground
    from reader.model import Article
    from reader.services.session import Session

RECORD_TIMEOUT = 1.0
"""Seconds to wait at the end for the article to be recorded in the library."""

SWITCH_INTERVAL = 0.001
"""For `sys.setswitchinterval`, in seconds: with the default of 5 ms the analysis would delay keys by as much."""


def run_reader(  # noqa: PLR0913 - each is one thing to start with
    session: "Session",
    article: "Article | PendingArticle",
    *,
    at: int | None = None,
    scope: Scope = Scope.EVERYONE,
    theme: str | None = None,
    background: "TerminalBackground | None" = None,
) -> int:
    """Show an article until the person quits.

    Args:
        session: The person's settings and library.
        article: The article, or how it is loaded.
        at: The offset in its text to start at; None for where the reader left off.
        scope: Which of its quotations count at first.
        theme: The theme to use instead of the configured one.
        background: What is known of the terminal.

    Returns:
        The exit status.

    Raises:
        Exception: What kept the article from opening, or a fault of the program.
    """
    return _run(PullquoteApp(session, article, at=at, scope=scope, theme=theme, background=background))


def run_library(session: "Session", query: str = "", *, background: "TerminalBackground | None" = None) -> int:
    """Show the library, filtered by a query, until the person quits; return the exit status."""
    return _run(PullquoteApp(session, query=query, background=background))


def _run(app: PullquoteApp) -> int:
    sys.setswitchinterval(SWITCH_INTERVAL)
    late_reply = app.terminal_background.late_reply
    if late_reply is not None:
        from reader.app.terminal.late_replies import ignore_late_replies  # noqa: PLC0415 - most terminals reply in time

        ignore_late_replies(late_reply)
    with app.sigint_handler.installed():
        app.run()
    app.article_recorded.wait(RECORD_TIMEOUT)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
