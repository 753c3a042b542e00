"""The program on the screen: it opens the library or an article, and lets the engine work behind what is being read."""

import os
import sys
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from reader.app.background import AUTO, Ground
from reader.app.engine import Engine, Stopped
from reader.app.messages import Analysed, LocationOpened, Opened, Working
from reader.app.reading import Reading
from reader.app.screens.reading import ReadingScreen
from reader.app.themes import THEMES, style_sheets
from reader.errors import ConfigError, PullquoteError
from reader.model import Analysis, Article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter

    from reader.session import Session

STOPPED = "stopped: who speaks stays unknown until the article is opened again"

PATIENCE = 1.0
"""Seconds that someone who leaves at once waits for the article to be recorded."""

INTERRUPTED = 130
"""The exit status after Ctrl+C: 128 and the number of SIGINT, as shells count."""


class PullquoteApp(App[None]):
    """An article in the reader, or without one the library.

    `at` is an offset of the article's text to start at, `query` what the library's list is filtered by, `theme` the
    name of a theme for this time, `ground` what the terminal told of itself.
    """

    TITLE = "Pullquote"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "quit at once", show=False, priority=True, id="app.quit"),
        Binding("ctrl+z", "suspend_process", "to the shell; fg returns", show=False, priority=True, id="app.suspend"),
    ]

    def __init__(  # noqa: PLR0913 - each is one thing to start with
        self,
        session: "Session",
        article: Article | None = None,
        *,
        at: int | None = None,
        query: str = "",
        theme: str | None = None,
        ground: Ground | None = None,
    ) -> None:
        super().__init__(css_path=list(style_sheets()))
        self.session = session
        self._article = article
        self._at = at
        self._query = query
        for each in THEMES:
            self.register_theme(each)
        self.recorded = Event()
        self.recorded.set()
        self.keymap: Mapping[str, str] = {}
        self.ground = ground or Ground()
        self.plain: LineFilter | None = None
        if session.settings.ascii or os.environ.get("TERM") == "linux":
            from reader.app.plain import Plain  # noqa: PLC0415 - few terminals need it

            self.plain = Plain()
        # Set without its watcher, which would have every style sheet parsed twice before the first frame.
        self.set_reactive(PullquoteApp.theme, self._theme(theme))
        self._refresh_truecolor_filter(self.ansi_theme)  # what the theme's watcher would have done beside that
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Lay a person's own keys over the program's."""
        if self.session.settings.keys:
            from reader.app.dressing import keymap  # noqa: PLC0415 - few people have any

            self.keymap = keymap(self)
        for key in self.ground.typed:
            self.simulate_key(key)

    def _theme(self, given: str | None) -> str:
        """The theme to use. Raises ConfigError where the one given for this time is not there or can't be used."""
        wanted = given or self.session.settings.theme
        if wanted == AUTO:
            # Sixteen colours can't be mixed: their owner has chosen them.
            sixteen = self.console.color_system == "standard"
            wanted = "terminal" if sixteen else THEMES[self.ground.dark is False].name
        if wanted in {theme.name for theme in THEMES}:
            return wanted
        from reader.app.dressing import all_names, wear  # noqa: PLC0415 - most people read in the two that are there

        try:
            if wear(self, wanted):
                return wanted
            sentence = f"There is no theme {wanted}; there are {', '.join([AUTO, *all_names(self)])}."
        except ConfigError as error:
            sentence = str(error)
        if given:
            raise ConfigError(sentence)
        self.session.complaint = f"{sentence} The settings name it, and {AUTO} stands in for it."
        return THEMES[0].name

    def on_key(self, event: Key) -> None:
        """Write into the line that has opened meanwhile what was on its way to the page: it is no command any more."""
        line = self.focused
        if line is not None and event.is_printable and line.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            line.post_message(Key(event.key, event.character))

    def action_interrupt(self) -> None:
        """End as at the signal that this key stands for elsewhere."""
        self.exit(return_code=INTERRUPTED)

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Textual's, and one that leaves only ASCII where a person wants that."""
        return super().get_line_filters() if self.plain is None else [*super().get_line_filters(), self.plain]

    def get_default_screen(self) -> Screen[None]:
        """The article, or the library."""
        if self._article is None:
            from reader.app.screens.library import LibraryScreen  # noqa: PLC0415 - not loaded where an article is named

            return LibraryScreen(self.session, self._query)
        return self._screen_of(self._article, self._at)

    def _screen_of(self, article: Article, at: int | None = None) -> ReadingScreen:
        start = next((block.span.start for block in article.blocks if not block.hidden), 0)
        screen = ReadingScreen(self.session, Reading(article, cursor=start if at is None else at))
        screen.placed = at is not None
        self.call_later(self._listen, screen)
        return screen

    def _listen(self, screen: ReadingScreen) -> None:
        """Work behind what is being read, from the first frame on: words first, then whose they are.

        The library waits as well: to open it and to write takes as long as a tenth of the start.
        """
        self.recorded.clear()
        screen.engine = Engine(partial(self._work, screen))
        screen.call_after_refresh(screen.engine.start)

    def _work(self, screen: ReadingScreen) -> None:
        """In a thread of its own: record the article, find its highlights, and let the engine find who speaks."""
        article = screen.reading.article
        session = self.session.sibling()
        try:
            session.record(article)
            place = None if screen.placed else session.whereabouts(article).place()
            self._tell(screen, Opened(session.highlights(article), session.problem, place))
            self.recorded.set()
            found = Analysed(session.analyse(article, lambda words: self._tell(screen, Working(words))))
        except Stopped:
            found = Analysed(Analysis(engine=""), STOPPED)
        except Exception as error:  # noqa: BLE001 - whatever becomes of the engine, the article can be read
            found = Analysed(Analysis(engine=""), f"who speaks could not be found: {error}")
        finally:
            self.recorded.set()
            session.close()
        self._tell(screen, found)

    def _tell(self, screen: ReadingScreen, news: Message) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            screen.post_message(news)

    def _fatal_error(self) -> None:
        """End at a fault of the program; Textual prints the traceback, `_run` raises it when the screen is gone."""
        self._close_messages_no_wait()

    def on_location_opened(self, event: LocationOpened) -> None:
        """Open an article from the library, or at one of its highlights."""
        from reader.app.screens.library import LibraryScreen  # noqa: PLC0415 - it is there, or nobody had asked

        try:
            article = self.session.open(event.location, record=False)
        except PullquoteError as error:
            if isinstance(self.screen, LibraryScreen):
                self.screen.tell(str(error))
            elif isinstance(self.screen, ReadingScreen):
                self.screen.update(self.screen.reading, str(error))
            return
        screen = self._screen_of(article)
        screen.wanted = event.highlight
        self.push_screen(screen)


def run_reader(
    session: "Session",
    article: Article,
    *,
    at: int | None = None,
    theme: str | None = None,
    ground: Ground | None = None,
) -> int:
    """Read an article on the terminal until the person quits; the exit status."""
    return _run(PullquoteApp(session, article, at=at, theme=theme, ground=ground))


def run_library(session: "Session", query: str = "", *, ground: Ground | None = None) -> int:
    """Choose from what was read, on the terminal, until the person quits; the exit status."""
    return _run(PullquoteApp(session, query=query, ground=ground))


def _run(app: PullquoteApp) -> int:
    # The engine's thread must not keep a key waiting for the interpreter's usual 5 ms.
    sys.setswitchinterval(0.001)
    app.run()
    app.recorded.wait(PATIENCE)
    if app._exception is not None:  # noqa: SLF001 - Textual has no other name for it
        raise app._exception  # noqa: SLF001
    return app.return_code or 0
