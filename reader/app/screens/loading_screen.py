"""What stands there while an article is on its way: where it comes from, how much of it has come, and what stops it."""

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
    from reader.services.session import Session

LONGEST = 80  # cells of a location in a sentence

OpenFunction: TypeAlias = Callable[["Session", Callable[[str], None], Callable[[], bool]], tuple[Article, int | None]]
"""Opens an article with a session; gets what to tell a person with and what to ask whether to stop, as `Session.open`.

Gives the article and the offset to start at, None for its start or where the reader left off.
"""


class PendingArticle(NamedTuple):
    """An article on its way: the location that a person named, and how it is opened, in a thread of its own.

    `highlight` is the id of the one to go to when it is there.
    """

    location: str
    open: OpenFunction
    highlight: str | None = None


def pending_article(location: str, highlight: str | None = None) -> PendingArticle:
    """What is at a location, without anything that a person wants otherwise."""

    def opened(session: "Session", tell: Callable[[str], None], stop: Callable[[], bool]) -> tuple[Article, int | None]:
        return session.open(location, record=False, tell=tell, stop=stop), None

    return PendingArticle(location, opened, highlight)


class LoadingScreen(Screen[None]):
    """Opens what is `coming` behind a title row that tells how far that is, and then posts `Loaded` or `NotLoaded`.

    Esc ends the waiting at once, whatever the opening is at.
    """

    class Loaded(Message):
        """The article is there."""

        def __init__(self, article: Article, at: int | None, highlight: str | None) -> None:
            super().__init__()
            self.article = article
            self.at = at
            self.highlight = highlight

    class NotLoaded(Message):
        """The article could not be opened, or a person stopped that."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class Ended(Message):
        """The opening has ended with this message, for the screen alone, which may have given up meanwhile."""

        def __init__(self, news: Message) -> None:
            super().__init__()
            self.news = news

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "stop", "stop", show=False, id="loading.stop"),
    ]

    def __init__(self, session: "Session", coming: PendingArticle) -> None:
        super().__init__()
        self._session = session
        self._coming = coming
        self._over = False
        self._named = _shortened(printable(coming.location))
        self._title = TitleBar(id="title")
        self._footer = Footer(context="loading", id="footer")

    def compose(self) -> ComposeResult:
        """Title, nothing yet, footer: where they stand when the article is there."""
        yield self._title
        yield Static("", id="blank", markup=False)
        yield self._footer

    def on_mount(self) -> None:
        """Tell what is awaited, and begin once that is on the screen."""
        self._title.show(Reading(Article("", self._named, "", ())), 0.0, title_in_sight=False)
        self._title.show_progress("opening")
        self.call_after_refresh(Thread(target=self._open, name="opening", daemon=True).start)

    def on_resize(self) -> None:
        """The column in which the text will stand."""
        shared = columns(self.app.size.width)
        self._title.fit(shared)
        self._footer.fit(shared)

    def _open(self) -> None:
        """In a thread of its own: open the article."""
        session = self._session.sibling()
        news: Message
        try:
            article, at = self._coming.open(session, self._tell, lambda: self._over)
            news = self.Loaded(article, at, self._coming.highlight)
        except Exception as error:  # noqa: BLE001 - whatever it is, the screen's own thread answers for it
            news = self.NotLoaded(error)
        finally:
            session.close()
        self._send(self.Ended(news))

    def _tell(self, words: str) -> None:
        self._send(AnalysisProgress(words))

    def _send(self, message: Message) -> None:
        """Post a message from the other thread, unless nobody waits any more."""
        with suppress(RuntimeError):  # the program has ended meanwhile
            if not self._over:
                self.post_message(message)

    @on(AnalysisProgress)
    def _working(self, event: AnalysisProgress) -> None:
        self._title.show_progress(event.words)

    @on(Ended)
    def _ended(self, event: Ended) -> None:
        event.stop()
        self._end(event.news)

    def action_stop(self) -> None:
        """Give up."""
        self._end(self.NotLoaded(SourceError(f"{self._named} was not opened: it was stopped.")))

    def _end(self, news: Message) -> None:
        if not self._over:
            self._over = True
            self._title.show_progress("")
            self.post_message(news)


def _shortened(location: str) -> str:
    """A location in LONGEST cells: of an address its beginning, of a path its end, with the file's name."""
    if "://" in location or len(location) <= LONGEST:
        return cut(location, LONGEST)
    end = location[1 - LONGEST :]
    return "…" + end[max(0, end.find("/")) :]
