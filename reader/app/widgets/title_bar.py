"""The row at the top: the title of the article, and where in it the reader is."""

from time import monotonic
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.columns import ColumnLayout, columns
from reader.app.rendering.segments import background_style, make_strip, make_style
from reader.app.rendering.truncate import cut
from reader.app.state import FocusFilter, Reading
from reader.app.theming.palette import palette_of
from reader.app.viewmodels.percent_read import percent_read
from reader.app.viewmodels.scopes import scope_positions
from reader.model import Analysis, format_count
from reader.text.layout import byline_of
from reader.text.scope import Scope

if TYPE_CHECKING:
    from textual.timer import Timer

GAP = 3  # the fewest cells between title and position


class TitleBar(Widget):
    """Left the title, or the outlet while the title is in sight in the text; right the position of the reader.

    A quotation has the same number as in the commands `quotes` and `read --at`. A stop is a place at which the key n
    stops: a quotation, or a paragraph of one.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self.progress = ""
        self._activity = ""
        self._started = 0.0
        self._clock: Timer | None = None
        self._fraction = 0.0
        self._is_title_in_sight = False
        self._dimmed = False
        self._columns = columns(80)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand over the text, up to the last column of the content."""
        self._columns = columns
        self.refresh()

    def show(self, reading: Reading, fraction: float, title_in_sight: bool) -> None:
        """Show where the reader is: `fraction` (0 to 1) of the article is read."""
        before = self._shown_state()
        self._reading, self._fraction, self._is_title_in_sight = reading, fraction, title_in_sight
        self._dimmed = self.is_attached and self.screen.has_class("-drawer")
        if self._shown_state() != before:
            self.refresh()

    def show_progress(self, words: str) -> None:
        """Show what runs in the background, for how long, and that it can be stopped; "" for nothing."""
        self._activity = words
        if words and self._clock is None:
            self._started = monotonic()
            self._clock = self.set_interval(1, self._tick)
        elif self._clock is not None and not words:
            self._clock.stop()
            self._clock = None
        self._tick()

    def _tick(self) -> None:
        seconds = round(monotonic() - self._started)
        progress = f"{self._activity} · {seconds} s" if self._activity and seconds else self._activity
        if progress != self.progress:
            self.progress = progress
            self.refresh()

    def _shown_state(self) -> tuple[object, ...]:
        """What the row depends on besides its width."""
        article = None if self._reading is None else id(self._reading.article)
        return (article, self._positions(), self._is_title_in_sight, self._dimmed)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - one row
        """The row."""
        palette = palette_of(self.app)
        margin = Segment(" " * self._columns.start)
        if self._reading is None:
            return make_strip([margin], [], self.size.width, background_style(self))
        room = max(0, self.size.width - self._columns.start - self._columns.right)
        article = self._reading.article
        name = article.name or article.location
        style = make_style(palette.recede) if self._dimmed else make_style(palette.text, bold=True)
        if self._is_title_in_sight:
            name = article.outlet or byline_of(article)[0] or ""
            style = make_style(palette.recede if self._dimmed else palette.dim)
        name = " ".join(name.split())
        forms = self._positions()
        where = next((form for form in forms if cell_len(name) + GAP + cell_len(form) <= room), forms[-1])
        title = cut(name, room - (cell_len(where) + GAP if where else 0))
        right = [
            Segment(where, make_style(palette.recede if self._dimmed else palette.dim)),
            Segment(" " * self._columns.right),
        ]
        return make_strip([margin, Segment(title, style)], right, self.size.width, background_style(self))

    def _positions(self) -> tuple[str, ...]:
        """Where the reader is, in several forms, the longest first."""
        reading = self._reading
        percent = f"{percent_read(self._fraction)}%"
        if reading is None or reading.analysis is None:
            return (f"{self.progress} · Esc to stop", self.progress) if self.progress else (percent,)
        if reading.focus_filter is not None:
            return _focus_positions(reading, reading.focus_filter, reading.analysis)
        if reading.scope is not Scope.EVERYONE:
            return scope_positions(reading)
        stops = len(reading.stops)
        if reading.stop is None:
            count = len(reading.analysis.quotations)
            number = format_count(count, "quotation") if count else "no quotations"
            whole = [f"{number} in {format_count(stops, 'stop')} · {percent}"] if stops > count else []
            return (*whole, f"{number} · {percent}", percent)
        at = f"{reading.stop + 1}/{stops}"
        quotation = f"quotation {reading.stops[reading.stop].quotation}"
        return f"{quotation} · stop {at} · {percent}", f"stop {at} · {percent}", f"{at} · {percent}", at


def _focus_positions(reading: Reading, followed: FocusFilter, analysis: Analysis) -> tuple[str, ...]:
    """The voice or thread that is shown alone, and where in it the reader is, the longest form first."""
    at = f"{followed.number_at(reading.cursor)}/{len(followed.spans)}"
    if followed.thread is not None:
        return f"thread {followed.thread} alone · claim {at}", f"thread {followed.thread} alone · {at}"
    voice = analysis.voice(followed.voice)
    if voice is None:
        return (at,)
    return f"{voice.name} alone · stop {at}", f"{voice.name} alone · {at}", f"{voice.tag} alone · {at}"
