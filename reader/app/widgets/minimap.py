"""The map: the whole article in one column, with each voice's quotations in its colour, in place of a scroll bar."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import ceil, floor

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.app.key_names import has_signs
from reader.app.messages import MapMoved
from reader.app.rendering.segments import background_style, make_strip, make_style
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.scopes import scoped_quotations
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of

STEPS = 2  # steps in a cell: its upper and lower half


class Minimap(Widget):
    """Two columns: a mark beside the part in sight, and the map.

    The map is computed when the layout, the analysis, the scope or the height changes; keys only move the mark or
    select a voice. A click or a drag asks for the place under the pointer (`MapMoved`).
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._scoped: frozenset[int] = frozenset()  # the ids of the quotations in the chosen scope
        self._parts: Callable[[int], Sequence[int]] | None = None
        self._window = (0.0, 1.0)
        self._steps: tuple[int, ...] | None = None
        self._selected_steps: tuple[int, tuple[int, ...]] | None = (
            None  # the selected voice, and the map with its steps on top
        )
        self._dragging = False
        self._requested: int | None = None

    def show(self, reading: Reading) -> None:
        """Show the voices of what is being read: in colour those in the chosen scope, or the one that is selected."""
        before, self._reading = self._reading, reading
        scoped = scoped_quotations(reading)
        if before is None or before.analysis is not reading.analysis or scoped is not self._scoped:
            self._stats, self._scoped = voice_stats_of(reading), scoped
            self._discard_steps()
        elif before.voice != reading.voice:
            self.refresh()

    def set_layout(self, parts: Callable[[int], Sequence[int]]) -> None:
        """Use a new layout.

        Args:
            parts: Called with a number of parts, returns the offset at which each of so many equal parts of the
                layout's height begins.
        """
        self._parts = parts
        self._discard_steps()

    def set_visible_range(self, first: float, last: float) -> None:
        """Mark the part in sight, from `first` to `last` (0 to 1) of the layout."""
        before = self._cells()
        self._window = (first, last)
        # Only the cells that come into sight or leave it look different.
        changed = set(before).symmetric_difference(self._cells())
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in sorted(changed)))

    def on_resize(self) -> None:
        """Compute the map for the new height."""
        self._discard_steps()

    def _discard_steps(self) -> None:
        self._steps = None
        self._selected_steps = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a cell of the map with the mark left of it."""
        palette = palette_of(self.app)
        is_in_sight = y in self._cells()
        mark = Segment("▎" if is_in_sight else " ", make_style(palette.accent))
        if self._steps is None:
            self._steps = self._compute_steps(None)
        selected = self._reading.voice if self._reading is not None else None
        steps = self._steps
        if selected is not None:
            if self._selected_steps is None or self._selected_steps[0] != selected:
                self._selected_steps = (selected, self._compute_steps(selected))
            steps = self._selected_steps[1]
        upper, lower = steps[2 * y : 2 * y + 2] if 2 * y + 1 < len(steps) else (0, 0)
        if self.app.no_color or not has_signs(self.app):
            # Without colours the terminal does not get this style.
            step = selected if selected in {upper, lower} else max(upper, lower) or min(upper, lower)
            cell = Segment(
                _plain(upper, lower, selected),
                make_style(self._colour(step or 0, palette, selected, on_screen=is_in_sight)),
            )
        else:
            cell = Segment(
                "▀",
                make_style(*(self._colour(step, palette, selected, on_screen=is_in_sight) for step in (upper, lower))),
            )
        return make_strip([mark, cell], [], self.size.width, background_style(self))

    def _cells(self) -> range:
        """The cells of the part in sight, one at least."""
        height = self.size.height
        first, last = self._window
        start = max(0, min(floor(first * height), height - 1))
        return range(start, min(height, max(start + 1, ceil(last * height))))

    def _colour(self, step: int, palette: Palette, selected: int | None, *, on_screen: bool) -> str:
        if not step:
            return palette.map_silent
        if selected is not None:
            return palette.hue(self._stats.hue(selected)) if abs(step) == selected else palette.map_other
        if step < 0:
            return palette.map_other
        hue = self._stats.hue(step)
        return palette.hue(hue) if on_screen else palette.off_screen(hue)

    def _compute_steps(self, top_voice: int | None) -> tuple[int, ...]:
        """The voice at each step, 0 for none, negative out of scope.

        Nested voices are over those that quote them, voices in scope over others, and `top_voice` over all.
        """
        steps = [0] * (self.size.height * STEPS)
        if self._reading is None or self._reading.analysis is None or self._parts is None or not steps:
            return tuple(steps)
        quotations, starts = self._reading.analysis.quotations, self._parts(len(steps))
        ordered = [
            *(quotation for quotation in quotations if quotation.id not in self._scoped),
            *(quotation for quotation in quotations if quotation.id in self._scoped),
            *(quotation for quotation in quotations if quotation.voice == top_voice and top_voice is not None),
        ]
        for quotation in ordered:
            if quotation.voice is None:
                continue
            step = quotation.voice if quotation.id in self._scoped else -quotation.voice
            for part in quotation.spans:
                # The step of the last character is included, however little of it the words fill.
                end = max(1, bisect_right(starts, max(part.start, part.end - 1)))
                for at in range(max(1, bisect_right(starts, part.start)) - 1, end):
                    steps[at] = step
        return tuple(steps)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the place under the pointer, and follow the pointer."""
        event.stop()
        self._dragging = True
        self.capture_mouse()
        self._request(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while its button is down."""
        if self._dragging:
            event.stop()
            self._request(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Stop following the pointer."""
        event.stop()
        self._dragging = False
        self._requested = None
        self.release_mouse()

    def _request(self, y: int) -> None:
        if y == self._requested:
            return
        self._requested = y
        height = max(1, self.size.height)
        self.post_message(MapMoved(max(0.0, min(1.0, (y + 0.5) / height))))


def _plain(upper: int, lower: int, selected: int | None) -> str:
    """A cell without colours: full or half where a voice speaks, shaded for voices not selected or out of scope."""
    is_shown = [step > 0 if selected is None else abs(step) == selected for step in (upper, lower)]
    if any(is_shown):
        return " ▄▀█"[2 * is_shown[0] + is_shown[1]]
    return "░" if upper or lower else " "
