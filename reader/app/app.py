"""The Textual app: it joins the screens with the session, the keys and the terminal."""

import os
from contextlib import suppress
from functools import cached_property, partial
from threading import Event as ThreadEvent
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.filter import NoColor

from reader import sigint
from reader.app.article_opener import ArticleOpener, show_on_screen
from reader.app.controllers.analysis_worker import AnalysisWorker
from reader.app.prompt_slot import cancel_prompt
from reader.app.shutdown import SigintHandler, handle_termination, save_unsaved
from reader.app.terminal.background_query import TerminalBackground
from reader.app.terminal.diff_driver import DiffDriver, with_frame_diff
from reader.app.terminal.key_queue import KeyDone, KeyQueue
from reader.app.terminal.textual_internals import FaultReportingApp, distinguish_alt_digits, driver_of, parse_input
from reader.app.theming.textual_themes import THEMES, style_sheets
from reader.app.theming.theme_choice import choose_theme
from reader.app.widgets.footer import Footer
from reader.text.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from reader.app.controllers.list_export import ListExport
    from reader.app.key_names import KeyLabels
    from reader.app.messages import Exported, ExportRequested, LocationOpened
    from reader.app.screens.loading_screen import LoadingScreen, PendingArticle
    from reader.app.screens.reading_screen import ReadingScreen
    from reader.model import Article
    from reader.services.session import Session


class PullquoteApp(FaultReportingApp):
    """Shows an article, one that is still loading, or without one the library.

    Args:
        session: The person's settings and library.
        article: What to show; None for the library.
        at: The offset in the article's text to start at; None for where the reader left off.
        query: What the library is filtered by.
        theme: The theme to use instead of the configured one.
        background: What is known of the terminal.

    Attributes:
        article_recorded: Not set while an article is being recorded in the library.
        text_filter: What replaces characters that the terminal can't show or a screen reader would spell out.
        keymap: The keys of the settings, by the id of their binding.

    Raises:
        ConfigError: There is no such theme, or it can't be used.
    """

    TITLE = "Pullquote"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+c", "interrupt", "quit at once; while you write, cancel", show=False, priority=True, id="app.quit"
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "suspend to the shell (fg returns)",
            show=False,
            priority=True,
            id="app.suspend",
        ),
        Binding("ctrl+l", "redraw", "redraw the screen", show=False, priority=True, id="app.draw"),
    ]

    def __init__(  # noqa: PLR0913 - each is one thing to start with
        self,
        session: "Session",
        article: "Article | PendingArticle | None" = None,
        *,
        at: int | None = None,
        scope: Scope = Scope.EVERYONE,
        query: str = "",
        theme: str | None = None,
        background: TerminalBackground | None = None,
    ) -> None:
        super().__init__(css_path=list(style_sheets()))
        distinguish_alt_digits()
        self.session = session
        self.key_queue = KeyQueue(self)
        self.sigint_handler = SigintHandler(self.end_interrupted)
        self.article_recorded = ThreadEvent()
        self.article_recorded.set()
        self.diagnostics = session.diagnostics
        """Sentences on what can't be used of the settings."""
        self.keymap: Mapping[str, str] = {}
        self.key_labels: KeyLabels | None = None
        self.terminal_background = background or TerminalBackground()
        self.text_filter: LineFilter | None = None
        self._opener = ArticleOpener(self, session, self.start_analysis, scope)
        self._first = article, at, query
        if session.settings.ascii or os.environ.get("TERM") == "linux":
            from reader.app.rendering.ascii_filter import AsciiFilter  # noqa: PLC0415 - few terminals need it

            self.text_filter = AsciiFilter()
        for each in THEMES:
            self.register_theme(each)
        self.theme, faults = choose_theme(self, theme, session.settings.theme, self.terminal_background)
        self.diagnostics += faults
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Apply the settings' keys, begin to handle signals, and handle the keys typed before the app ran."""
        if self.session.settings.keys:
            from reader.app.keymap import apply_keymap  # noqa: PLC0415 - few people set keys

            self.keymap, self.key_labels, faults = apply_keymap(self, self.session.settings.keys)
            self.diagnostics += faults
        if self.session.settings.speak_friendly:
            from reader.app.controllers.screen_reader import CursorFilter, keep_cursor_shown  # noqa: PLC0415 - few people use one

            self.text_filter = CursorFilter(self.text_filter)
            keep_cursor_shown(self)
        # After a return from the shell the terminal's screen is empty, and Textual draws only what has changed.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw(), immediate=True)
        if not self.is_headless:
            self.sigint_handler.app_started()
            handle_termination(self)
        if self.terminal_background.typed:
            for message in parse_input(self.terminal_background.typed):
                self.post_message(message)

    async def on_event(self, event: Event) -> None:
        """Handle keys and pasted text one at a time (see `KeyQueue`)."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self.key_queue.is_next(event):
            return
        await super().on_event(event)

    def on_key_done(self, event: KeyDone) -> None:
        """Tell the key queue that everything posted before this message is handled."""
        event.done.set()

    def key_handled(self, key: str, *, is_bound: bool) -> None:
        """Say in the footer that a key does nothing here, until the next key; not while a person writes."""
        is_writing = self.focused is not None and self.focused.check_consume_key("a", "a")
        for footer in self.screen.query(Footer):
            footer.show_unbound(None if is_bound or is_writing else key)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End the app; save first what would be lost."""
        save_unsaved(self)
        super().exit(result, return_code, message)

    def prepare_for_fault(self) -> None:
        """Save what would be lost, as far as the fault allows."""
        with suppress(Exception):
            save_unsaved(self)

    def action_interrupt(self) -> None:
        """Cancel the open prompt, as Esc does; without one end the app."""
        if not cancel_prompt(self.screen):
            self.end_interrupted()

    def end_interrupted(self) -> None:
        """End the app with the status of a program that SIGINT has ended."""
        self.exit(return_code=sigint.STATUS)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for this terminal, made to write only the differences between frames."""
        return with_frame_diff(super().get_driver_class())

    def on_resize(self) -> None:
        """Have the next frame written whole: the terminal may have moved or cut what it shows."""
        driver = driver_of(self)
        if isinstance(driver, DiffDriver):
            driver.forget_screen()

    def action_redraw(self) -> None:
        """Draw the whole screen again: another program may have written on it."""
        self.on_resize()
        self.screen.refresh()

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Return Textual's filters, or one that removes all colours with NO_COLOR; then the text filter."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return filters if self.text_filter is None else [*filters, self.text_filter]

    def get_default_screen(self) -> "Screen[None]":
        """Return the screen that the app starts with."""
        return self._opener.first_screen(*self._first)

    @property
    def failure(self) -> BaseException | None:
        """What ended the app: a fault of the program, or what kept its article from opening."""
        return self.fault or self._opener.failure

    def start_analysis(self, screen: "ReadingScreen") -> None:
        """Record the article of a screen and analyse it in a thread, after its first frame.

        The recording waits as well: to open the library and write to it takes a tenth of the start.
        """
        self.article_recorded.clear()
        worker = screen.analysis_worker = AnalysisWorker(self.session, screen, self.article_recorded)
        screen.call_after_refresh(worker.start)

    def on_location_opened(self, event: "LocationOpened") -> None:
        """Open an article from the library, or at one of its highlights."""
        self._opener.open(event)

    @cached_property
    def _list_export(self) -> "ListExport":
        from reader.app.controllers.list_export import ListExport  # noqa: PLC0415 - loaded when a list is exported

        return ListExport(self.session, self, partial(show_on_screen, self))

    def on_export_requested(self, event: "ExportRequested") -> None:
        """Export highlights of a list, unless an export is running."""
        self._list_export.start(event)

    def on_exported(self, event: "Exported") -> None:
        """Say what came of an export, on whatever screen is shown by now."""
        self._list_export.end(event)

    def on_loading_screen_loaded(self, event: "LoadingScreen.Loaded") -> None:
        """Show the article that has been loaded."""
        self._opener.replace_loading(event)

    def on_loading_screen_not_loaded(self, event: "LoadingScreen.NotLoaded") -> None:
        """Show why an article could not be loaded."""
        self._opener.end_loading(event.error)
