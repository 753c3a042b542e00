"""A list drawn row by row, with a heading, a selected entry and a line that says how many more entries there are."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from reader.app.key_names import has_signs
from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.segments import background_style, make_strip, make_style
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.list_state import ListState
from reader.app.viewmodels.row_index import RowIndex

Segments = list[Segment]


class ListView(Widget, can_focus=True):
    """Entries of one row or more under a heading; keys and mouse move through them.

    A subclass calls `set_rows` or `reset` when its entries change. It renders them (`render_heading`, `render_entry`),
    and it does what follows when a person selects one (`selection_moved`) or opens it (`entry_opened`). At either side
    of the text one column belongs to the list: the focus mark and the background of the selected row fill it.
    """

    is_selectable: ClassVar[bool] = True
    """Whether entries can be selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "entry above", show=False, id="list.up"),
        Binding("down,j", "move(1)", "entry below", show=False, id="list.down"),
        Binding("pageup,b", "page(-1)", "page up", show=False, id="list.page_up"),
        Binding("pagedown,space", "page(1)", "page down", show=False, id="list.page_down"),
        Binding("home,g", "end(-1)", "first entry", show=False, id="list.first"),
        Binding("end,G", "end(1)", "last entry", show=False, id="list.last"),
        Binding("enter", "open", "go there in the article", show=False, id="list.open"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.state = ListState()
        self._clicked: int | None = None

    # For subclasses

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return what stands left and right in the heading, in `width` cells."""
        return self.heading_segments(type(self).__name__, self.count, palette)[: width or None], []

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return what row `part` of an entry shows left and right, in `width` cells."""
        return [Segment(f"{entry}.{part}"[:width], make_style(palette.text))], []

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """Return whether row `part` of an entry is marked when the entry is selected."""
        del entry, part
        return True

    def selection_moved(self) -> None:
        """Respond to a person selecting another entry."""

    def entry_opened(self) -> None:
        """Respond to a person opening the selected entry."""

    def focus_gained(self) -> None:
        """Respond to the list getting the focus; an entry is selected by now."""

    def focus_lost(self) -> None:
        """Respond to keys going elsewhere."""

    def width_changed(self) -> None:
        """Set the rows for the new width."""

    # State

    @property
    def selected(self) -> int | None:
        """The selected entry."""
        return self.state.selected

    @property
    def count(self) -> int:
        """The number of entries."""
        return self.state.rows.count

    @property
    def text_width(self) -> int:
        """The cells for text in a row."""
        return max(0, self.size.width - 2)

    @property
    def visible_rows(self) -> int:
        """The rows for entries: all but the heading."""
        return self.size.height - 1

    def fit(self, columns: ColumnLayout, *, above: int = 0) -> None:
        """Stand where an article's text stands, with `above` blank rows before the heading."""
        self.styles.margin = (above, 0, 0, columns.start - 1)
        self.styles.width = columns.text + 2

    def set_rows(self, rows: RowIndex) -> None:
        """Show other entries; the same number stays selected if there still is one."""
        self.set_state(self.state.with_rows(rows).revealed(self.visible_rows))

    def reset(self, rows: RowIndex, selected: int | None = None) -> None:
        """Show other entries from the first one on, with this one selected."""
        self.set_state(ListState(rows, selected).revealed(self.visible_rows))

    def select(self, entry: int | None) -> None:
        """Select an entry and show it, without a message."""
        if entry != self.selected:
            self.set_state(self.state.select(entry, self.visible_rows))

    def set_state(self, state: ListState) -> None:
        """Show a state, with the terminal's cursor at the selected entry."""
        self.state = state
        self._move_terminal_cursor()
        self.refresh()

    def _move_terminal_cursor(self) -> None:
        if self.has_focus and self.selected is not None and self.visible_rows > 0:
            y = 1 + self.state.rows.first_rows[self.selected] - self.state.top
            self.app.cursor_position = self.region.offset + Offset(1, y)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return a row of the widget: the heading, a row of an entry, or how many more entries there are."""
        width = self.size.width
        palette = palette_of(self.app)
        background = background_style(self)
        rows, top = self.state.rows, self.state.top
        if y == 0:
            left, right = self.render_heading(palette, self.text_width)
            if top:
                right = [Segment(self._more("↑", "above", rows.count_above(top)), make_style(palette.dim))]
            return make_strip([Segment(" "), *left], [*right, Segment(" ")], width, background)
        row = top + y - 1
        if y == self.size.height - 1 and row + 1 < rows.row_count:
            more = Segment(f" {self._more('↓', 'below', rows.count_below(row))}", make_style(palette.dim))
            return make_strip([more], [], width, background)
        place = rows.entry_at(row)
        if place is None:
            return Strip.blank(width, background)
        entry, part = place
        left, right = self.render_entry(entry, part, palette, self.text_width)
        if entry != self.selected or not self.has_selection_mark(entry, part):
            return make_strip([Segment(" "), *left], [*right, Segment(" ")], width, background)
        sign = "▌" if self.has_focus else "▎" if palette.flat else ""
        mark = Segment(sign, make_style(palette.accent)) if sign else Segment(" ")
        return make_strip([mark, *left], [*right, Segment(" ")], width, make_style(background=palette.current))

    def _more(self, arrow: str, where: str, count: int) -> str:
        return f"{arrow} {count} more" if has_signs(self.app) else f"{count} more {where}"

    def heading_segments(self, words: str, number: int | None, palette: Palette) -> Segments:
        """Return the words of a heading, bright while the list has the focus, and a number."""
        title = Segment(words, make_style(palette.accent if self.has_focus else palette.dim, bold=True))
        return [title] if number is None else [title, Segment(f" {number}", make_style(palette.dim))]

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """Select the entry `by` entries further on."""
        self._go(self.state.move(by, self.visible_rows))

    def action_page(self, by: int) -> None:
        """Select the entry about a page further on."""
        self._go(self.state.page(by, self.visible_rows))

    def action_end(self, by: int) -> None:
        """Select the first or the last entry."""
        self._go(self.state.to_end(by, self.visible_rows))

    def action_open(self) -> None:
        """Open the selected entry; without one, the first."""
        if self.selected is None and self.count and self.is_selectable:
            self.select(0)
        if self.selected is not None:
            self.entry_opened()

    def _go(self, state: ListState) -> None:
        self._clicked = None
        if state.selected != self.selected:
            self.set_state(state)
            self.selection_moved()

    def entry_at(self, y: int) -> int | None:
        """Return the entry shown in row `y` of the widget, None where there is none."""
        place = self.state.rows.entry_at(self.state.top + y - 1) if y else None
        return place.entry if place else None

    def on_click(self, event: events.Click) -> None:
        """Select the entry under the pointer; a click on the entry that the last click selected opens it."""
        event.stop()
        entry = self.entry_at(event.y)
        if entry is None:
            return
        if entry == self.selected and entry == self._clicked:
            self.entry_opened()
        else:
            self._go(self.state.select(entry, self.visible_rows))
            self._clicked = entry

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll and keep the selection."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll and keep the selection."""
        event.stop()
        self.scroll_rows(-3)

    def scroll_rows(self, by: int) -> None:
        """Scroll by some rows."""
        state = self.state.scroll(by, self.visible_rows)
        if state.top != self.state.top:
            self.state = state
            self.refresh()

    def on_resize(self) -> None:
        """Keep the selected entry in sight."""
        self.width_changed()
        self.set_state(self.state.revealed(self.visible_rows))

    def on_focus(self) -> None:
        """Show the focus, on the first entry if none is selected."""
        if self.selected is None and self.count and self.is_selectable:
            self.select(0)
        self.set_state(self.state.revealed(self.visible_rows))
        self.focus_gained()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.focus_lost()
        self.refresh()
