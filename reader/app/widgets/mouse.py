"""A scroll view that turns mouse events over a page of text into messages."""

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.scroll_view import ScrollView

from reader.app.rendering.page_state import PageState
from reader.app.state import Reading
from reader.app.viewmodels.viewport import Viewport
from reader.model import Span
from reader.text.layout import Layout
from reader.text.navigation import Direction

WHEEL = 3
"""Rows that one step of the wheel scrolls."""


class MouseScrollView(ScrollView):
    """A page of text with a mouse.

    A subclass sets `viewport`, `page_layout` and `_page`.
    """

    viewport: Viewport
    page_layout: Layout
    _page: PageState

    class WheelTurned(Message):
        """The wheel was turned to scroll by `rows`."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    class Pressed(Message):
        """The button went down on the character at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Dragged(Message):
        """The mouse selected `span`."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._pressed: int | None = None
        self._times = 1  # the number of the click in one place
        self._click = Offset(-1, -1), 0.0, 0  # the last one: its place, time and number

    @property
    def reading(self) -> Reading:
        """The moment of reading that is shown."""
        return self._page.reading

    def offset_under(self, x: int, y: int) -> int:
        """Return the offset of the character shown at a cell of this widget."""
        row = min(max(0, self.viewport.top + y), self.page_layout.height - 1)
        return self.page_layout.offset_at(row, x - self._page.columns.start)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Move the cursor; a selection may begin."""
        if event.button == 1:
            place, moment, times = self._click
            again = place == event.screen_offset and event.time - moment <= self.app.CLICK_CHAIN_TIME_THRESHOLD
            self._times = times + 1 if again else 1
            self._pressed = self.offset_under(event.x, event.y)
            self.capture_mouse()
            self.post_message(self.Pressed(self._pressed))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is down: by characters, after a click by words, after two by paragraphs.

        At the edge of the page, scroll.
        """
        if self._pressed is None:
            return
        from reader.app.viewmodels.selection_spans import span_of_drag  # noqa: PLC0415 - loaded when a person selects

        if event.y < 0 or event.y >= self.size.height:
            self.post_message(self.WheelTurned(Direction.BACKWARD if event.y < 0 else Direction.FORWARD))
        here = self.offset_under(event.x, event.y)
        span = span_of_drag(self.reading.article, self.page_layout, (self._pressed, here), self._times)
        if len(span):
            self.post_message(self.Dragged(span))

    def on_mouse_up(self) -> None:
        """End the selection."""
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the word at a second click, the paragraph at a third."""
        from reader.app.viewmodels.selection_spans import span_of_clicks  # noqa: PLC0415 - as above

        self._click = event.screen_offset, event.time, event.chain
        span = span_of_clicks(self.reading.article, self.offset_under(event.x, event.y), event.chain)
        if span is not None and event.button == 1:
            self.post_message(self.Dragged(span))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Ask to scroll towards the end."""
        event.stop()
        self.post_message(self.WheelTurned(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Ask to scroll towards the start."""
        event.stop()
        self.post_message(self.WheelTurned(-WHEEL))
