"""The quote map: the whole article in one column, each voice's stretches in its hue, in place of a scroll bar."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import ceil, floor

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.app.messages import MapMoved
from reader.app.rendering.segments import background_style, make_strip, make_style
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of

STEPS = 2  # steps a cell, upper and lower half


class Minimap(Widget):
    """Two columns: a mark beside the part on screen, and the map, two steps a cell.

    It is painted anew when the layout, the analysis or the height changes, never at a key press: those move the mark
    or light a voice up. A click or a drag asks for the place under it (`MapMoved`).
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._parts: Callable[[int], Sequence[int]] | None = None
        self._window = (0.0, 1.0)
        self._steps: tuple[int, ...] | None = None
        self._alone: tuple[int, tuple[int, ...]] | None = None  # the steps of the voice that is lit
        self._dragging = False
        self._asked: int | None = None

    def show(self, reading: Reading) -> None:
        """Show the voices of what is being read, alone the one that is chosen."""
        before, self._reading = self._reading, reading
        if before is None or before.analysis is not reading.analysis:
            self._stats = voice_stats_of(reading)
            self._forget()
        elif before.voice != reading.voice:
            self.refresh()

    def set_layout(self, parts: Callable[[int], Sequence[int]]) -> None:
        """Take a new layout: `parts` tells at which offset each of so many equal parts of its height begins."""
        self._parts = parts
        self._forget()

    def set_visible_range(self, first: float, last: float) -> None:
        """Mark what is on screen, from `first` to `last` of the laid-out article (0 to 1)."""
        before = self._cells()
        self._window = (first, last)
        # Only cells that come into sight or go out of it look different; a scroll writes no more than those.
        changed = set(before).symmetric_difference(self._cells())
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in sorted(changed)))

    def on_resize(self) -> None:
        """Paint anew at the new height."""
        self._forget()

    def _forget(self) -> None:
        self._steps = None
        self._alone = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A cell of the map and the mark left of it."""
        palette = palette_of(self.app)
        seen = y in self._cells()
        mark = Segment("▎" if seen else " ", make_style(palette.accent))
        if self._steps is None:
            self._steps = self._paint(None)
        chosen = self._reading.voice if self._reading is not None else None
        steps = self._steps
        if chosen is not None:
            if self._alone is None or self._alone[0] != chosen:
                self._alone = (chosen, self._paint(chosen))
            steps = self._alone[1]
        upper, lower = steps[2 * y : 2 * y + 2] if 2 * y + 1 < len(steps) else (0, 0)
        if self.app.no_color or getattr(self.app, "plain", None):
            # Without colours this style is left out on the way to the terminal.
            step = chosen if chosen in {upper, lower} else lower or upper
            cell = Segment(
                _plain(upper, lower, chosen), make_style(self._colour(step or 0, palette, chosen, on_screen=seen))
            )
        else:
            cell = Segment(
                "▀", make_style(*(self._colour(step, palette, chosen, on_screen=seen) for step in (upper, lower)))
            )
        return make_strip([mark, cell], [], self.size.width, background_style(self))

    def _cells(self) -> range:
        """The cells of what is on screen; one at least always is."""
        height = self.size.height
        first, last = self._window
        start = max(0, min(floor(first * height), height - 1))
        return range(start, min(height, max(start + 1, ceil(last * height))))

    def _colour(self, step: int, palette: Palette, chosen: int | None, *, on_screen: bool) -> str:
        if not step:
            return palette.map_silent
        if chosen is not None:
            return palette.hue(self._stats.hue(step)) if step == chosen else palette.map_other
        hue = self._stats.hue(step)
        return palette.hue(hue) if on_screen else palette.off_screen(hue)

    def _paint(self, last: int | None) -> tuple[int, ...]:
        """The voice at each step, 0 where nobody speaks; nested voices over their reporter's, voice `last` over all."""
        steps = [0] * (self.size.height * STEPS)
        if self._reading is None or self._reading.analysis is None or self._parts is None or not steps:
            return tuple(steps)
        quotations, begins = self._reading.analysis.quotations, self._parts(len(steps))
        ordered = [
            *quotations,
            *(quotation for quotation in quotations if quotation.voice == last and last is not None),
        ]
        for quotation in ordered:
            if quotation.voice is None:
                continue
            for part in quotation.spans:
                # The step in which the last character stands is part of it, however little of it the words take.
                end = max(1, bisect_right(begins, max(part.start, part.end - 1)))
                for at in range(max(1, bisect_right(begins, part.start)) - 1, end):
                    steps[at] = quotation.voice
        return tuple(steps)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the place under the pointer, and follow it."""
        event.stop()
        self._dragging = True
        self.capture_mouse()
        self._ask(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while its button is down."""
        if self._dragging:
            event.stop()
            self._ask(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Stop following."""
        event.stop()
        self._dragging = False
        self._asked = None
        self.release_mouse()

    def _ask(self, y: int) -> None:
        if y == self._asked:
            return
        self._asked = y
        height = max(1, self.size.height)
        self.post_message(MapMoved(max(0.0, min(1.0, (y + 0.5) / height))))


def _plain(upper: int, lower: int, chosen: int | None) -> str:
    """A cell without colours: full or half where a voice speaks, and shaded where one does that is not chosen."""
    if chosen is None:
        return " ▄▀█"[2 * bool(upper) + bool(lower)]
    shape = 2 * (upper == chosen) + (lower == chosen)
    return " ▄▀█"[shape] if shape else ("░" if upper or lower else " ")
