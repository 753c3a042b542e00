"""The state of the reading screen: it owns the Reading, hands it to the panes, and scrolls the page."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from reader.app.command_runner import CommandRunner
from reader.app.controllers.controller_registry import Controllers
from reader.app.diagnostics import diagnostics_of
from reader.app.panes import Panes
from reader.app.rendering.typography import layout_options
from reader.app.screens.dialogs import ScreenDialogs
from reader.app.state import Reading, selected_to_cursor
from reader.app.viewmodels.cursor import at_row
from reader.app.viewmodels.jumps import Jump, at_end_of_article
from reader.app.viewmodels.viewport import Viewport
from reader.app.widgets.article_view import ArticleView
from reader.model import Span
from reader.text.layout import RowKind
from reader.text.navigation import Direction

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.app.controllers.analysis_worker import AnalysisWorker
    from reader.app.messages import RequestedHighlight
    from reader.services.session import Session

RESIZE_PAUSE = 0.1
"""Seconds without a resize after which a long article is laid out anew: a window that is drawn larger sends many."""


class ReadingBase(Screen[None]):
    """One article that is being read. Controllers see it as `ReadingHost`, commands as `CommandHost`.

    Attributes:
        session: The services that the app uses.
        reading: The present reading; `update` sets it.
        analysis_worker: The thread that analyses the article, once it is made.
        has_start_offset: Whether the person named an offset to start at, so that no saved position is restored.
        requested_highlight: A highlight to go to when the library has opened.
        panes: The widgets.
        controllers: What the keys do.
        commands: Runs commands by their ids.
        dialogs: The screens that open over this one.
    """

    AUTO_FOCUS = "#body"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self.session = session
        self.reading = self._initial = reading
        self.analysis_worker: AnalysisWorker | None = None
        self.has_start_offset = False
        self.requested_highlight: RequestedHighlight | None = None
        options, self._diagnostics = layout_options(session.settings, reading.article.language)
        self.panes = Panes(self, reading, options)
        self.controllers = Controllers(self)
        self.commands = CommandRunner(self)
        self.dialogs = ScreenDialogs(self.app)
        self._layout_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        self.panes.fit()
        yield from self.panes.widgets

    @property
    def diagnostics(self) -> str:
        """What can't be used of the settings, in sentences; "" where nothing is wrong."""
        return " ".join((*diagnostics_of(self.app), *self._diagnostics))

    @property
    def body(self) -> ArticleView:
        """The article's page, completely laid out."""
        self.panes.complete_layout()
        return self.panes.body

    @property
    def cursor_row(self) -> Span:
        """The span of the text on the cursor's row, one character at least."""
        row = self.body.page_layout.row(self.body.page_layout.row_at(self.reading.cursor))
        return Span(row.start, max(row.end, row.start + 1))

    def on_resize(self) -> None:
        """Lay out the visible part for the new size, and the rest of a long article when the size has settled."""
        self.panes.fit(hasty=True)
        self.panes.prompt_slot.fit()
        self._show(None)
        if self._layout_timer is not None:
            self._layout_timer.stop()
        lay_out = self.set_timer(RESIZE_PAUSE, self._complete_layout) if self.panes.body.is_partial else None
        self._layout_timer = lay_out

    def _complete_layout(self) -> None:
        self.update(self.reading, None)

    def update(self, reading: Reading, message: str | None = "") -> None:
        """Make `reading` the present reading and show it.

        Args:
            reading: The new reading.
            message: A sentence for the footer; "" shows its key hints again, None leaves it as it is.
        """
        self.reading = selected_to_cursor(reading)
        self.panes.complete_layout()
        self._show(message)
        if self.reading.analysed_span is not None:
            self.controllers.partial_analysis.follow(self.reading)

    def _show(self, message: str | None) -> None:
        self.controllers.links.cancel()
        self.panes.show(self.reading, message)

    def go(self, jump: Jump) -> None:
        """Make a jump, or say why it leads nowhere."""
        jump = self.controllers.focus_filter.reveal(jump)
        if jump.target is not None:
            rows = self.body.page_layout.rows_of(jump.target)
            self.show_viewport(self.body.viewport.reveal(rows[0], rows[-1]), is_jump=True)
        self.update(jump.reading, jump.message)

    def show_viewport(self, viewport: Viewport, *, is_jump: bool = False) -> None:
        """Scroll to another part of the page. A jump, or a move further than a page, is recorded to come back from.

        A jump that leaves the cursor's row in view is not recorded.
        """
        before = self.body.viewport
        if is_jump:
            stays_near = viewport.top <= before.row < viewport.top + viewport.height
        else:
            stays_near = abs(viewport.top - before.top) < viewport.height
        if not stays_near and self.reading.search is None:
            self.controllers.history.record_jump(self.reading)
        self.body.set_viewport(viewport)

    def move_viewport(self, viewport: Viewport, way: Direction) -> None:
        """Scroll to another part of the page and move the cursor there; at an end of the article say so."""
        body = self.body
        if self.reading.anchor is not None:
            self.controllers.selection.follow(viewport, way)
            return
        viewport = viewport.snap(way, body.can_hold_cursor)
        if viewport == body.viewport:
            self.update(self.reading, at_end_of_article(way))
            return
        row = body.page_layout.row(viewport.row)
        moved = viewport.row != body.viewport.row or row.kind is RowKind.BLANK
        self.show_viewport(viewport)
        # Of a quotation that goes on over a blank row at the top of the screen, the words above it are out of view.
        side = Direction.FORWARD if viewport.row == viewport.top else Direction.BACKWARD
        self.update(at_row(self.reading, row, side) if moved else self.reading)

    def stop_analysis(self) -> bool:
        """Stop the engine; return whether it was at work and visibly so."""
        if not self.panes.title_bar.progress or self.analysis_worker is None:
            return False
        self.analysis_worker.stop()
        return True

    def keep_unsaved(self) -> None:
        """Save the position, and as a draft what stands in the prompt: the program may end."""
        self.controllers.prompt.keep_unsaved()
        self.controllers.history.save()

    def leave(self) -> None:
        """Go back to the library if this article was opened from it, else quit."""
        if len(self.app.screen_stack) > 1:
            self.keep_unsaved()
            self.dismiss()
        else:
            self.app.exit()
