"""The screen shown while an article is opened: where it comes from, and how far that is."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from reader.app.messages import AnalysisProgress
from reader.app.rendering.columns import columns
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.widgets.footer import Footer
from reader.app.widgets.title_bar import TitleBar
from reader.errors import SourceError
from reader.model import Article
from reader.printable import printable

if TYPE_CHECKING:
    from reader.app.messages import RequestedHighlight
    from reader.services.search_places import Target
    from reader.services.session import Session

LOCATION_WIDTH = 80  # cells of a location in a sentence

OpenFunction: TypeAlias = Callable[["Session", Callable[[str], None], Callable[[], bool]], tuple[Article, int | None]]
"""Opens an article with a session.

Gets what reports progress and what says whether to stop, as `Session.open` does. Returns the article and the offset to
start at, None for its start or where the reader stopped reading.
"""


class PendingArticle(NamedTuple):
    """An article that is to be opened.

    Attributes:
        location: Where it is, as a person named it.
        open: Opens it; runs in a thread.
        highlight: The highlight to go to, None for none.
    """

    location: str
    open: OpenFunction
    highlight: "RequestedHighlight | None" = None


def pending_article(
    location: str, highlight: "RequestedHighlight | None" = None, target: "Target | None" = None
) -> PendingArticle:
    """Return the article at a location, to be opened at a place, or else at its start or where the reader stopped."""

    def opened(session: "Session", tell: Callable[[str], None], stop: Callable[[], bool]) -> tuple[Article, int | None]:
        article = session.open(location, record=False, on_progress=tell, is_cancelled=stop)
        return article, None if target is None else target.offset_in(article.text)

    return PendingArticle(location, opened, highlight)


class LoadingScreen(Screen[None]):
    """Opens an article in a thread, shows the progress, and then posts `Loaded` or `NotLoaded`.

    Esc stops waiting at once.
    """

    class Loaded(Message):
        """The article was opened."""

        def __init__(self, article: Article, at: int | None, highlight: "RequestedHighlight | None") -> None:
            super().__init__()
            self.article = article
            self.at = at
            self.highlight = highlight

    class NotLoaded(Message):
        """The article could not be opened, or a person stopped it."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class Ended(Message):
        """The thread has ended with `result`; only the screen gets this, and it may have stopped waiting."""

        def __init__(self, result: Message) -> None:
            super().__init__()
            self.result = result

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "stop", "stop", show=False, id="loading.stop"),
    ]

    def __init__(self, session: "Session", pending: PendingArticle) -> None:
        super().__init__()
        self._session = session
        self._pending = pending
        self._is_over = False
        self._shown_location = _shortened(printable(pending.location))
        self._title = TitleBar(id="title")
        self._footer = Footer(context="loading", id="footer")

    def compose(self) -> ComposeResult:
        """Create title, blank space and footer, at the places that they have on the reading screen."""
        yield self._title
        yield Static("", id="blank", markup=False)
        yield self._footer

    def on_mount(self) -> None:
        """Show what is opened, and start once that is on the screen."""
        self._title.show(Reading(Article("", self._shown_location, "", ())), 0.0, title_in_sight=False)
        self._title.show_progress("opening")
        self.call_after_refresh(Thread(target=self._open, name="opening", daemon=True).start)

    def on_resize(self) -> None:
        """Stand where title and footer of the reading screen stand."""
        shared = columns(self.app.size.width)
        self._title.fit(shared)
        self._footer.fit(shared)

    def _open(self) -> None:
        """Open the article; runs in a thread."""
        session = self._session.clone()
        result: Message
        try:
            article, at = self._pending.open(session, self._report, lambda: self._is_over)
            result = self.Loaded(article, at, self._pending.highlight)
        except Exception as error:  # noqa: BLE001 - whatever it is, the app reports it
            result = self.NotLoaded(error)
        finally:
            session.close()
        self._send(self.Ended(result))

    def _report(self, words: str) -> None:
        self._send(AnalysisProgress(words))

    def _send(self, message: Message) -> None:
        """Post a message from the thread, unless the screen has stopped waiting."""
        with suppress(RuntimeError):  # the program has ended meanwhile
            if not self._is_over:
                self.post_message(message)

    @on(AnalysisProgress)
    def _working(self, event: AnalysisProgress) -> None:
        self._title.show_progress(event.words)

    @on(Ended)
    def _ended(self, event: Ended) -> None:
        event.stop()
        self._end(event.result)

    def action_stop(self) -> None:
        """Stop waiting."""
        self._end(self.NotLoaded(SourceError(f"{self._shown_location} was not opened: you stopped it.")))

    def _end(self, result: Message) -> None:
        if not self._is_over:
            self._is_over = True
            self._title.show_progress("")
            self.post_message(result)


def _shortened(location: str) -> str:
    """A location in LOCATION_WIDTH cells: the beginning of an address, the end of a path."""
    if "://" in location or len(location) <= LOCATION_WIDTH:
        return cut(location, LOCATION_WIDTH)
    end = location[1 - LOCATION_WIDTH :]
    return "…" + end[max(0, end.find("/")) :]
