"""The program on the screen: it opens the library or an article, and lets the engine work behind what is being read."""

from reader.app.lean import App  # before all else of Textual

# isort: split

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from threading import Event as Signal
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.filter import NoColor
from textual.keys import _character_to_key
from textual.message import Message
from textual.screen import Screen

from reader.app.controllers.analysis_worker import AnalysisStopped, AnalysisWorker
from reader.app.messages import Analysed, AnalysisProgress, LibraryOpened, LocationOpened, PassageAnalysed
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.shutdown import Interrupts, handle_signals, keep_unsaved
from reader.app.state import Reading
from reader.app.terminal.background_query import AUTO, TerminalBackground
from reader.app.terminal.diff_driver import DiffDriver, with_frame_diff
from reader.app.terminal.key_queue import KeyDone, KeyQueue
from reader.app.theming.textual_themes import THEMES, style_sheets
from reader.errors import ConfigError, PullquoteError
from reader.model import Analysis, Article
from reader.services.session import analyse_around, is_slow_to_open, library_copy_notice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter

    from reader.app.key_names import KeyLabels
    from reader.app.screens.loading_screen import LoadingScreen, PendingArticle
    from reader.services.session import Position, Session

STOPPED = "analysis stopped: open the article again to find who speaks"

ARTICLE = "article"
"""The mode of an app in which an article stands that was not there at its start."""

PATIENCE = 1.0
"""Seconds that someone who leaves at once waits for the article to be recorded."""

GARBAGE = 5_000, 5, 500
"""When to look for garbage once an article is there: so often that a look makes no key wait, 1 to 3 ms each."""

INTERRUPTED = 130
"""The exit status after Ctrl+C: 128 and the number of SIGINT, as shells count."""


class PullquoteApp(App[None]):
    """An article in the reader, one that is still to be opened, or without one the library.

    `at` is an offset of the article's text to start at, `query` what the library's list is filtered by, `theme` the
    name of a theme for this time, `ground` what the terminal told of itself.
    """

    TITLE = "Pullquote"
    dressed = False
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "quit at once", show=False, priority=True, id="app.quit"),
        Binding(
            "ctrl+z",
            "suspend_process",
            "suspend to the shell (fg returns)",
            show=False,
            priority=True,
            id="app.suspend",
        ),
        Binding("ctrl+l", "draw_again", "redraw the screen", show=False, priority=True, id="app.draw"),
    ]

    def __init__(  # noqa: PLR0913 - each is one thing to start with
        self,
        session: "Session",
        article: "Article | PendingArticle | None" = None,
        *,
        at: int | None = None,
        query: str = "",
        theme: str | None = None,
        ground: TerminalBackground | None = None,
    ) -> None:
        super().__init__(css_path=list(style_sheets()))
        self.session = session
        self._article = article
        self._at = at
        self.failure: Exception | None = None
        self.turns = KeyQueue(self)
        self.interrupts = Interrupts(self)
        self._query = query
        for each in THEMES:
            self.register_theme(each)
        self.recorded = Signal()
        self.recorded.set()
        self.keymap: Mapping[str, str] = {}
        self.key_labels: KeyLabels | None = None
        self.ground = ground or TerminalBackground()
        self.plain: LineFilter | None = None
        if session.settings.ascii or os.environ.get("TERM") == "linux":
            from reader.app.rendering.ascii_filter import AsciiFilter  # noqa: PLC0415 - few terminals need it

            self.plain = AsciiFilter()
        # Set without its watcher, which would have every style sheet parsed twice before the first frame.
        self.set_reactive(PullquoteApp.theme, self._theme(theme))
        self._refresh_truecolor_filter(self.ansi_theme)  # what the theme's watcher would have done beside that
        self.dressed = True
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's; none before it is chosen: those of Textual's own would be worked out for nothing."""
        return super().get_css_variables() if self.dressed else {}

    def on_mount(self) -> None:
        """Lay a person's own keys over the program's."""
        if self.session.settings.keys:
            from reader.app.keymap import apply_keymap  # noqa: PLC0415 - few people have any

            self.keymap, self.key_labels = apply_keymap(self, self.session)
        if self.session.settings.speak_friendly:
            from reader.app.controllers.screen_reader import CursorFilter, keep_cursor_shown  # noqa: PLC0415 - few people ask for it

            self.plain = CursorFilter(self.plain)
            keep_cursor_shown(self)
        # A terminal comes back from the shell with an empty screen, and Textual draws only what has changed meanwhile.
        self.app_resume_signal.subscribe(self, lambda _: self.action_draw_again(), immediate=True)
        if not self.is_headless:
            handle_signals(self)
        for typed in self.ground.typed:
            self.post_message(Key(_character_to_key(typed), typed))

    def _theme(self, given: str | None) -> str:
        """The theme to use. Raises ConfigError where the one given for this time is not there or can't be used."""
        wanted = given or self.session.settings.theme
        if wanted == AUTO:
            # Sixteen colours can't be mixed: their owner has chosen them.
            sixteen = self.console.color_system == "standard"
            wanted = "terminal" if sixteen else THEMES[self.ground.dark is False].name
        if wanted in {theme.name for theme in THEMES}:
            return wanted
        from reader.app.theming.preferences import all_theme_names, apply_theme  # noqa: PLC0415 - most people read in the two that are there

        try:
            if apply_theme(self, wanted):
                return wanted
            there = ", ".join([AUTO, *all_theme_names(self)])
            sentence = f"There is no theme {wanted}; " + (
                f"there are {there}." if given else "the key : lists all themes."
            )
        except ConfigError as error:
            sentence = str(error)
        if given:
            raise ConfigError(sentence)
        self.session.complaint = f"{sentence} The settings ask for it; {AUTO} is used instead."
        return THEMES[0].name

    async def on_event(self, event: Event) -> None:
        """Hear keys, and what is pasted, one at a time."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self.turns.due(event):
            return
        await super().on_event(event)

    def on_key_done(self, event: KeyDone) -> None:
        """What the last key has set off is done."""
        event.done.set()

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End, however that comes about, once what would be lost is kept."""
        keep_unsaved(self)
        super().exit(result, return_code, message)

    def action_interrupt(self) -> None:
        """End as at the signal that this key stands for elsewhere."""
        self.exit(return_code=INTERRUPTED)

    def get_driver_class(self) -> type[Driver]:
        """Textual's for this terminal, which writes of a frame only what is new in it."""
        return with_frame_diff(super().get_driver_class())

    def on_resize(self) -> None:
        """Forget what stands on the terminal: it may have moved or cut any of it."""
        if isinstance(self._driver, DiffDriver):
            self._driver.forget()

    def action_draw_again(self) -> None:
        """Draw all of the screen: another program has written on it."""
        self.on_resize()
        self.screen.refresh()

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Textual's, but where a person wants no colours one that leaves none; and one that leaves only ASCII."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return filters if self.plain is None else [*filters, self.plain]

    def get_default_screen(self) -> Screen[None]:
        """The article, what stands in for it while it is opened, or the library."""
        if isinstance(self._article, Article):
            return self._screen_of(self._article, self._at)
        if self._article is None:
            from reader.app.screens.library_screen import LibraryScreen  # noqa: PLC0415 - not loaded where an article is named

            return LibraryScreen(self.session, self._query)
        from reader.app.screens.loading_screen import LoadingScreen  # noqa: PLC0415 - nor that

        return LoadingScreen(self.session, self._article)

    def _screen_of(self, article: Article, at: int | None = None) -> ReadingScreen:
        start = next((block.span.start for block in article.blocks if not block.hidden), 0)
        screen = ReadingScreen(self.session, Reading(article, cursor=start if at is None else at))
        screen.has_start_offset = at is not None
        self.call_later(self._listen, screen)
        return screen

    def _listen(self, screen: ReadingScreen) -> None:
        """Work behind what is being read, from the first frame on: words first, then whose they are.

        The library waits as well: to open it and to write takes as long as a tenth of the start.
        """
        self.recorded.clear()
        worker = screen.analysis_worker = AnalysisWorker(partial(self._work, screen))
        screen.call_after_refresh(worker.start)

    def _work(self, screen: ReadingScreen) -> None:
        """In a thread of its own: record the article, find its highlights, and let the engine find who speaks."""
        article = screen.reading.article
        session = self.session.clone()
        try:
            session.library.record(article)
            place = None if screen.has_start_offset else session.positions(article).last()
            self._tell(
                screen,
                LibraryOpened(
                    session.highlights.of(article), session.library.problem or library_copy_notice(article), place
                ),
            )
            self.recorded.set()
            found = Analysed(session.analyse(article, partial(self._begin, screen, place)))
        except AnalysisStopped:
            found = Analysed(Analysis(engine=""), STOPPED)
        except Exception as error:  # noqa: BLE001 - whatever becomes of the engine, the article can be read
            if not isinstance(error, PullquoteError):
                from reader.log import write_error  # noqa: PLC0415 - nobody expects it

                write_error(error)
            found = Analysed(Analysis(engine=""), f"the analysis failed: {error}")
        finally:
            self.recorded.set()
            session.close()
        gc.set_threshold(*GARBAGE)
        self._tell(screen, found)

    def _begin(self, screen: ReadingScreen, place: "Position | None", words: str) -> None:
        """As the engine begins with a long article: tell `words` of it, and who speaks where the reader is."""
        self._tell(screen, AnalysisProgress(words))
        passage = analyse_around(screen.reading.article, screen.reading.cursor if place is None else place.offset)
        if passage is not None:
            self._tell(screen, PassageAnalysed(*passage))

    def _tell(self, screen: ReadingScreen, news: Message) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            screen.post_message(news)

    def _fatal_error(self) -> None:
        """End at a fault of the program; Textual prints the traceback, `_run` raises it when the screen is gone."""
        with suppress(Exception):  # the fault may be in what would keep it
            keep_unsaved(self)
        self._close_messages_no_wait()

    def on_location_opened(self, event: LocationOpened) -> None:
        """Open an article from the library, or at one of its highlights."""
        if is_slow_to_open(event.location):
            from reader.app.screens.loading_screen import LoadingScreen, pending_article  # noqa: PLC0415 - as above

            self.push_screen(LoadingScreen(self.session, pending_article(event.location, event.highlight)))
            return
        try:
            article = self.session.open(event.location, record=False)
        except PullquoteError as error:
            self._refuse(error)
            return
        screen = self._screen_of(article)
        screen.requested_highlight = event.highlight
        self.push_screen(screen)

    def on_loading_screen_loaded(self, event: "LoadingScreen.Loaded") -> None:
        """The article that was awaited takes the place of the waiting."""
        screen = self._screen_of(event.article, event.at)
        screen.requested_highlight = event.highlight
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:  # the screen that an app began with can't be switched
            self.add_mode(ARTICLE, lambda: screen)
            self.switch_mode(ARTICLE)

    def on_loading_screen_not_loaded(self, event: "LoadingScreen.NotLoaded") -> None:
        """Back to where it was to be opened from, or out, and the sentence is told there."""
        if len(self.screen_stack) == 1 or not isinstance(event.error, PullquoteError):
            self.failure = event.error
            self.exit()
            return
        self.pop_screen()
        self._refuse(event.error)

    def _refuse(self, error: PullquoteError) -> None:
        """Say on the screen that stays why an article was not opened."""
        from reader.app.screens.library_screen import LibraryScreen  # noqa: PLC0415 - it is there, or nobody had asked

        if isinstance(self.screen, LibraryScreen):
            self.screen.show_message(str(error))
        elif isinstance(self.screen, ReadingScreen):
            self.screen.update(self.screen.reading, str(error))


def run_reader(
    session: "Session",
    article: "Article | PendingArticle",
    *,
    at: int | None = None,
    theme: str | None = None,
    ground: TerminalBackground | None = None,
) -> int:
    """Read an article on the terminal until the person quits; the exit status. Raises what kept it from opening."""
    return _run(PullquoteApp(session, article, at=at, theme=theme, ground=ground))


def run_library(session: "Session", query: str = "", *, ground: TerminalBackground | None = None) -> int:
    """Choose from what was read, on the terminal, until the person quits; the exit status."""
    return _run(PullquoteApp(session, query=query, ground=ground))


def _run(app: PullquoteApp) -> int:
    # The engine's thread must not keep a key waiting for the interpreter's usual 5 ms.
    sys.setswitchinterval(0.001)
    if app.ground.late is not None:
        from reader.app.terminal.late_replies import ignore_late_replies  # noqa: PLC0415 - terminals answer in time

        ignore_late_replies(app.ground.late)
    with app.interrupts.answered():
        app.run()
    app.recorded.wait(PATIENCE)
    failure = app._exception or app.failure  # noqa: SLF001 - Textual has no other name for a fault of the program
    if failure is not None:
        raise failure
    return app.return_code or 0
