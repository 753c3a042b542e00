"""A moment of reading on the screen: it owns the Reading, hands it to the panes, and makes the next one of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.app.controllers.deferred_keys import Act, DeferredKeys
from reader.app.controllers.focus_filter import FocusFilterController
from reader.app.controllers.history import PositionKeeping
from reader.app.controllers.links import LinkController
from reader.app.controllers.prompt import PromptAnswers
from reader.app.host import Controllers
from reader.app.messages import Analysed, AnalysisProgress, LibraryOpened, PassageAnalysed
from reader.app.panes import Panes
from reader.app.rendering.typography import layout_setting
from reader.app.state import Reading, drawn
from reader.app.viewmodels import jumps
from reader.app.viewmodels.viewport import Viewport
from reader.app.widgets.article_view import ArticleView
from reader.model import Span
from reader.text.layout import RowKind
from reader.text.navigation import Way

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.app.controllers.analysis_worker import AnalysisWorker
    from reader.services.session import Session


SHORT = 60_000
"""Characters of an article whose analysis is there before an eye has settled on the first frame."""

STILL = 0.1
"""Seconds after which the terminal's size is taken to stay: while a window is drawn larger, it changes more often."""


class ReadingBase(PromptAnswers, PositionKeeping, Screen[None]):
    """One article, being read: what is shown of it now, and how that becomes the next moment of reading."""

    AUTO_FOCUS = "#body"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self.session = session
        self.reading = self._opened = reading
        self.start = reading.cursor
        self.engine: AnalysisWorker | None = None  # what works behind it
        self.placed = False  # whether a person named a place to start at
        self.links = LinkController()
        self.wanted: str | None = None  # the id of a highlight to go to when the library has told where it is
        self.panes = Panes(self, reading, layout_setting(session, reading.article))
        self.waiting = DeferredKeys(self.panes.footer.show_message)
        self.parts = Controllers(self)
        self.following = FocusFilterController(self)
        self._rest: Timer | None = None  # until what is out of sight is laid out

    def compose(self) -> ComposeResult:
        """Title, text with its map, rail, speaker line, footer."""
        self.panes.fit()
        yield from self.panes.all

    @property
    def body(self) -> ArticleView:
        """The article's page, all of it laid out."""
        self.panes.complete()
        return self.panes.body

    @property
    def row(self) -> Span:
        """What the row of the cursor shows."""
        row = self.body.page_layout.row(self.body.page_layout.row_at(self.reading.cursor))
        return Span(row.start, max(row.end, row.start + 1))

    def on_mount(self) -> None:
        """All panes show where reading begins, and the footer what is wrong with the settings, if anything."""
        if self.session.settings.speak_friendly:
            self.panes.stand_alone("body")
        self.panes.show(self.reading, self.session.complaint or "")

    def on_screen_suspend(self) -> None:
        """Another screen comes over this one: what was said here has been read."""
        self.panes.footer.show_message("")

    def on_resize(self) -> None:
        """Lay out for the new size; the line under the eye stays. What is out of sight waits until the size stays."""
        self.panes.fit(hasty=True)
        self.parts.asking.fit()
        self._show(None)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(STILL, self._finish) if self.panes.body.is_partial else None

    def update(self, reading: Reading, say: str | None = "") -> None:
        """Make this the moment of reading: every pane shows it, and the footer one sentence about it.

        "" brings the footer's keys back, None leaves what it says.
        """
        self.reading = reading if reading.anchor is None else drawn(reading)
        self.panes.complete()
        self._show(say)
        if self.reading.known is not None:
            self.parts.passages.follow(self.reading)

    def _finish(self) -> None:
        self.update(self.reading, None)

    def _show(self, say: str | None) -> None:
        if self.links.addresses:
            self.links.forget()
            self.panes.body.show_link_numbers(())
        self.panes.show(self.reading, say)

    @on(LibraryOpened)
    def _told_of(self, event: LibraryOpened) -> None:
        """The library has been opened: what was kept of this article shows, or what is wrong with the library."""
        if event.highlights or event.complaint:
            opened = self.reading is self._opened
            self.update(replace(self.reading, highlights=event.highlights), event.complaint)
            self._opened = self.reading if opened else self._opened
        if self.wanted is not None:
            self.parts.kept.go(self.wanted)
        elif event.place is not None and self.reading is self._opened:
            told = event.complaint or self.session.complaint
            self._opened = self.parts.places.restore(event.place, quietly=told is not None)

    @on(AnalysisProgress)
    def _working(self, event: AnalysisProgress) -> None:
        """The engine takes its time: the title row tells what it does."""
        self.panes.title.show_progress(event.words)

    @on(PassageAnalysed)
    async def _glimpsed(self, event: PassageAnalysed) -> None:
        """The engine has read the passage about the reader: who speaks there shows, and keys that need no more act."""
        if self.reading.whole.analysis is None:  # else all of the article has come first
            self.update(jumps.analysed(self.reading, event.analysis, event.passage), None)
            await self.waiting.retry()

    def later(self, act: Act, *, near: bool = False, asks: bool = False) -> bool:
        """Hold an act back until the engine has read all of the article; whether that was done.

        One that is `near` needs only what is said at the cursor: it waits for the passage there, and for its turn.
        """
        return not (near and self.reading.here and not self.waiting.held) and self.waiting.holds(act, asks=asks)

    @on(Analysed)
    async def _analysed(self, event: Analysed) -> None:
        """The engine has finished: voices and threads appear.

        Block quotes that only the engine knows are indented now if nobody has moved yet and the article is short, which
        is a moment after the first frame; later the text stands still, and they are indented at the next layout.
        """
        self.panes.title.show_progress("")
        fresh = self.reading is self._opened and len(self.reading.article.text) <= SHORT
        reading = jumps.analysed(self.reading, event.analysis)
        told = self.session.credited(reading.article, reading.highlights, event.analysis)
        reading = replace(reading, highlights=told)
        self.update(reading, event.complaint or event.analysis.note or None)
        if fresh:
            self.body.invalidate_layout()
            self.panes.fit()
            self.panes.show(self.reading, None)
        await self.waiting.release()

    def go(self, jump: jumps.Jump) -> None:
        """Make a jump, or say why it leads nowhere."""
        jump = self.following.admit(jump)
        if jump.to is not None:
            rows = self.body.page_layout.rows_of(jump.to)
            self.see(self.body.viewport.reveal(rows[0], rows[-1]), jump=True)
        self.update(jump.reading, jump.why)

    def look(self, eye: Viewport, way: Way) -> None:
        """Move the eye, and the cursor with it; at the end of the page say so."""
        body = self.body
        if self.reading.anchor is not None:
            self.parts.selecting.look(eye, way)
            return
        eye = eye.snap(way, body.can_hold_cursor)
        if eye == body.viewport:
            self.update(self.reading, "end of the article" if way is Way.ON else "start of the article")
            return
        row = body.page_layout.row(eye.row)
        moved = eye.row != body.viewport.row or row.kind is RowKind.BLANK
        self.see(eye)
        # Of a quotation that goes on over a blank row at the top of the screen, the words above it are out of sight.
        side = Way.ON if eye.row == eye.top else Way.BACK
        self.update(jumps.on_row(self.reading, row, side) if moved else self.reading)
