"""Open articles in the app: which screen is shown for one, while it is loading, and where it can't be opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.errors import PullquoteError
from reader.model import Article
from reader.services.session import is_slow_to_open
from reader.text.scope import Scope

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from reader.app.messages import LocationOpened, RequestedHighlight
    from reader.app.screens.loading_screen import LoadingScreen, PendingArticle
    from reader.services.session import Session

ARTICLE_MODE = "article"
"""The mode of an app (Textual) in which an article is shown that was still loading when the app started."""


@runtime_checkable
class ShowsMessages(Protocol):
    """A screen that can say why an article could not be opened."""

    def show_message(self, message: str) -> None:
        """Show one sentence in the footer."""


class ArticleOpener:
    """Opens articles in an app, and shows on the current screen why one could not be opened.

    Args:
        app: The app.
        session: The person's settings and library.
        start_analysis: Called with the screen of each article once the app handles messages.
        scope: Which quotations of the first article count at first.

    Attributes:
        failure: Why the article that the app started with could not be opened, None where it was.
    """

    def __init__(
        self,
        app: "App[Any]",
        session: "Session",
        start_analysis: Callable[[ReadingScreen], object],
        scope: Scope = Scope.EVERYONE,
    ) -> None:
        self._app = app
        self._session = session
        self._start_analysis = start_analysis
        self._scope = scope
        self.failure: Exception | None = None

    def first_screen(
        self, article: "Article | PendingArticle | None", offset: int | None, query: str
    ) -> "Screen[None]":
        """Make the screen that the app starts with: an article, one that is loading, or for None the library.

        Args:
            article: What to show.
            offset: Where to start in the article; None for where the reader left off.
            query: What the library is filtered by.
        """
        if isinstance(article, Article):
            return self._reading_screen(article, offset)
        if article is None:
            from reader.app.screens.library_screen import LibraryScreen  # noqa: PLC0415 - not needed for an article

            return LibraryScreen(self._session, query)
        from reader.app.screens.loading_screen import LoadingScreen  # noqa: PLC0415 - nor this

        return LoadingScreen(self._session, article)

    def open(self, event: "LocationOpened") -> None:
        """Open an article over the current screen, and go to a highlight or another place where that is asked for."""
        if is_slow_to_open(event.location):
            from reader.app.screens.loading_screen import LoadingScreen, pending_article  # noqa: PLC0415 - as above

            self._app.push_screen(
                LoadingScreen(self._session, pending_article(event.location, event.highlight, event.target))
            )
            return
        try:
            article = self._session.open(event.location, record=False)
        except PullquoteError as error:
            self._show_error(error)
            return
        offset = None if event.target is None else event.target.offset_in(article.text)
        self._app.push_screen(self._reading_screen(article, offset, event.highlight))

    def replace_loading(self, event: "LoadingScreen.Loaded") -> None:
        """Show the article in place of the screen that was loading it."""
        screen = self._reading_screen(event.article, event.at, event.highlight)
        if len(self._app.screen_stack) > 1:
            self._app.switch_screen(screen)
        else:  # Textual can't switch the screen that an app started with
            self._app.add_mode(ARTICLE_MODE, lambda: screen)
            self._app.switch_mode(ARTICLE_MODE)

    def end_loading(self, error: Exception) -> None:
        """Show why an article was not loaded on the screen that asked for it; without one end the app."""
        if len(self._app.screen_stack) == 1 or not isinstance(error, PullquoteError):
            self.failure = error
            self._app.exit()
            return
        self._app.pop_screen()
        self._show_error(error)

    def _reading_screen(
        self, article: Article, offset: int | None = None, highlight: "RequestedHighlight | None" = None
    ) -> ReadingScreen:
        start = next((block.span.start for block in article.blocks if not block.hidden), 0)
        reading = Reading(article, cursor=start if offset is None else offset, scope=self._scope)
        self._scope = Scope.EVERYONE
        screen = ReadingScreen(self._session, reading)
        screen.has_start_offset = offset is not None
        screen.requested_highlight = highlight
        self._app.call_later(self._start_analysis, screen)
        return screen

    def _show_error(self, error: PullquoteError) -> None:
        show_on_screen(self._app, str(error))


def show_on_screen(app: "App[Any]", message: str) -> None:
    """Show a sentence on the current screen; where that has no place for one, on the next one below."""
    for screen in reversed(app.screen_stack):
        if isinstance(screen, ShowsMessages):
            screen.show_message(message)
            return
        if isinstance(screen, ReadingScreen):
            screen.panes.footer.show_message(message)
            return
