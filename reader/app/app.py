"""The program on the screen: it opens the library or an article, and lets the engine work behind what is being read."""

import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.app.messages import Analysed, LocationOpened
from reader.app.moves import to_offset
from reader.app.reading import Reading
from reader.app.screens.reading import ReadingScreen
from reader.app.themes import THEMES, style_sheets
from reader.errors import PullquoteError
from reader.model import Analysis, Article

if TYPE_CHECKING:
    from reader.session import Session


class PullquoteApp(App[None]):
    """An article in the reader, or without one the library.

    `at` is an offset of the article's text to start at, `query` what the library's list is filtered by, `theme` the
    name of a theme for this time.
    """

    TITLE = "Pullquote"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", "quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        session: "Session",
        article: Article | None = None,
        *,
        at: int | None = None,
        query: str = "",
        theme: str | None = None,
    ) -> None:
        super().__init__(css_path=list(style_sheets()))
        self.session = session
        self._article = article
        self._at = at
        self._query = query
        for each in THEMES:
            self.register_theme(each)
        wanted = theme or session.settings.theme
        # Set without its watcher, which would have every style sheet parsed twice before the first frame.
        self.set_reactive(PullquoteApp.theme, wanted if wanted in self.available_themes else THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The article, or the library."""
        if self._article is None:
            from reader.app.screens.library import LibraryScreen  # noqa: PLC0415 - not loaded where an article is named

            return LibraryScreen(self.session, self._query)
        return self._screen_of(self._article, self._at)

    def _screen_of(self, article: Article, at: int | None = None) -> ReadingScreen:
        reading = Reading(article, highlights=self.session.highlights(article))
        screen = ReadingScreen(self.session, reading if at is None else to_offset(reading, at).reading)
        self.call_later(self._listen, screen)
        return screen

    def _listen(self, screen: ReadingScreen) -> None:
        """Let the engine work behind what is being read, from the first frame on: words first, then whose they are."""
        screen.call_after_refresh(Thread(target=self._analyse, args=(screen,), name="engine", daemon=True).start)

    def _analyse(self, screen: ReadingScreen) -> None:
        from reader.session import Session  # noqa: PLC0415 - this thread's own

        session = Session(self.session.settings)
        try:
            found = Analysed(session.analyse(screen.reading.article))
        except Exception as error:  # noqa: BLE001 - whatever becomes of the engine, the article can be read
            found = Analysed(Analysis(engine=""), f"who speaks could not be found: {error}")
        finally:
            session.close()
        with suppress(RuntimeError):  # the program has ended meanwhile
            screen.post_message(found)

    def on_location_opened(self, event: LocationOpened) -> None:
        """Open an article from the library."""
        from reader.app.screens.library import LibraryScreen  # noqa: PLC0415 - it is there, or nobody had asked

        try:
            article = self.session.open(event.location)
        except PullquoteError as error:
            if isinstance(self.screen, LibraryScreen):
                self.screen.tell(str(error))
            return
        self.push_screen(self._screen_of(article))


def run_reader(session: "Session", article: Article, *, at: int | None = None, theme: str | None = None) -> int:
    """Read an article on the terminal until the person quits; the exit status."""
    return _run(PullquoteApp(session, article, at=at, theme=theme))


def run_library(session: "Session", query: str = "", *, theme: str | None = None) -> int:
    """Choose from what was read, on the terminal, until the person quits; the exit status."""
    return _run(PullquoteApp(session, query=query, theme=theme))


def _run(app: PullquoteApp) -> int:
    # The engine's thread must not keep a key waiting for the interpreter's usual 5 ms.
    sys.setswitchinterval(0.001)
    app.run()
    return app.return_code or 0
