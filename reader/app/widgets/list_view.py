"""A list drawn row by row, with a heading, a selected entry and a line that tells how many more there are."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.segments import background_style, make_strip, make_style
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.row_index import RowIndex

Segments = list[Segment]


class ListView(Widget, can_focus=True):
    """Entries of one row or more under a heading, moved through by key and mouse.

    A subclass calls `fill` when its entries change, and says how they look (`heading`, `draw`) and what follows when
    a person moves to one (`moved`) or opens it (`opened`). It keeps no data but which entry is selected and which
    row is the first in sight. One column either side of the text belongs to the list: the focus mark stands in
    it, and the selected row's background runs over it.
    """

    is_selectable: ClassVar[bool] = True
    """Whether an entry of it can be selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "entry above", show=False, id="list.up"),
        Binding("down,j", "move(1)", "entry below", show=False, id="list.down"),
        Binding("pageup,b", "page(-1)", "page up", show=False, id="list.page_up"),
        Binding("pagedown,space", "page(1)", "page down", show=False, id="list.page_down"),
        Binding("home,g", "end(-1)", "first entry", show=False, id="list.first"),
        Binding("end,G", "end(1)", "last entry", show=False, id="list.last"),
        Binding("enter", "open", "go to it in the article", show=False, id="list.open"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.selected: int | None = None
        self.top = 0
        self._clicked: int | None = None
        self._stack = RowIndex()

    # What a subclass says

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """What stands left and right above the list, in `width` cells."""
        return self.heading_segments(type(self).__name__, self.count, palette)[: width or None], []

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """What row `part` of an entry shows left and right in `width` cells; `entry == chosen` may look different."""
        return [Segment(f"{entry}.{part}"[:width], make_style(palette.text))], []

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """Whether row `part` of an entry is marked when the entry is selected."""
        del entry, part
        return True

    def selection_moved(self) -> None:
        """A person moved to another entry."""

    def entry_opened(self) -> None:
        """A person opened the selected entry."""

    # What it shows

    def fit(self, columns: ColumnLayout, *, above: int = 0) -> None:
        """Stand where an article's text stands, `above` blank rows below what comes before."""
        self.styles.margin = (above, 0, 0, columns.start - 1)
        self.styles.width = columns.text + 2

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._stack.count

    @property
    def text_width(self) -> int:
        """The cells that text may take in a row."""
        return max(0, self.size.width - 2)

    def set_rows(self, stack: RowIndex) -> None:
        """Show these entries; what is selected stays selected as long as there is an entry of that number."""
        self._stack = stack
        if self.selected is not None and self.selected >= stack.count:
            self.selected = None
        self.reveal_selected()
        self.refresh()

    def select(self, entry: int | None) -> None:
        """Select an entry and bring it into sight, without telling anybody."""
        if entry == self.selected:
            return
        self.selected = entry
        self.reveal_selected()
        self.refresh()

    def reveal_selected(self) -> None:
        """Scroll as little as it takes to have the selected entry in sight, and the terminal's cursor on it."""
        room = self.size.height - 1
        if room < 1:
            return
        top = self._stack.scroll_top(self.top, self.selected, room)
        if top != self.top:
            self.top = top
            self.refresh()
        if self.has_focus and self.selected is not None:
            self.app.cursor_position = self.region.offset + Offset(
                1, 1 + self._stack.first_rows[self.selected] - self.top
            )

    def render_line(self, y: int) -> Strip:
        """One row of the widget: the heading, a row of an entry, or how many more there are."""
        width = self.size.width
        palette = palette_of(self.app)
        ground = background_style(self)
        if y == 0:
            left, right = self.render_heading(palette, self.text_width)
            if self.top:
                right = [Segment(f"↑ {self._stack.count_above(self.top)} more", make_style(palette.dim))]
            return make_strip([Segment(" "), *left], [*right, Segment(" ")], width, ground)
        at = self.top + y - 1
        if y == self.size.height - 1 and at + 1 < self._stack.row_count:
            return make_strip(
                [Segment(f" ↓ {self._stack.count_below(at)} more", make_style(palette.dim))], [], width, ground
            )
        place = self._stack.entry_at(at)
        if place is None:
            return Strip.blank(width, ground)
        entry, part = place
        left, right = self.render_entry(entry, part, palette, self.text_width)
        if entry != self.selected or not self.has_selection_mark(entry, part):
            return make_strip([Segment(" "), *left], [*right, Segment(" ")], width, ground)
        sign = "▌" if self.has_focus else "▎" if palette.flat else ""
        mark = Segment(sign, make_style(palette.accent)) if sign else Segment(" ")
        return make_strip([mark, *left], [*right, Segment(" ")], width, make_style(on=palette.current))

    def heading_segments(self, words: str, number: int | None, palette: Palette) -> Segments:
        """A heading's words, strong while the list has the focus, and a number."""
        strong = make_style(palette.accent if self.has_focus else palette.dim, bold=True)
        return [Segment(words, strong)] + ([] if number is None else [Segment(f" {number}", make_style(palette.dim))])

    # What a person does

    def action_move(self, by: int) -> None:
        """Go `by` entries on."""
        if self.count:
            here = self.selected if self.selected is not None else (-1 if by > 0 else self.count)
            self._go(here + by)

    def action_page(self, by: int) -> None:
        """Go about as many entries on as are in sight."""
        if not self.count:
            return
        here = self._stack.first_rows[self.selected] if self.selected is not None else self.top
        target = here + by * max(1, self.size.height - 2)
        self._go(self._stack.entry_from(max(0, min(target, self._stack.row_count - 1))))

    def action_end(self, which: int) -> None:
        """Go to the first or the last entry."""
        if self.count:
            self._go(0 if which < 0 else self.count - 1)

    def action_open(self) -> None:
        """Open the selected entry, the first one where none is."""
        if self.selected is None and self.count and self.is_selectable:
            self.select(0)
        if self.selected is not None:
            self.entry_opened()

    def _go(self, entry: int) -> None:
        entry = max(0, min(entry, self.count - 1))
        self._clicked = None
        if entry != self.selected:
            self.select(entry)
            self.selection_moved()

    def entry_at(self, y: int) -> int | None:
        """The entry shown in row `y` of the widget, None where there is none."""
        place = self._stack.entry_at(self.top + y - 1) if y else None
        return place.entry if place else None

    def on_click(self, event: events.Click) -> None:
        """A click selects; on what is selected it opens."""
        event.stop()
        entry = self.entry_at(event.y)
        if entry is None:
            return
        if entry == self.selected and entry == self._clicked:
            self.entry_opened()
        else:
            self._go(entry)
            self._clicked = entry

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is in sight and leaves the selection."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves what is in sight and leaves the selection."""
        event.stop()
        self.scroll_rows(-3)

    def scroll_rows(self, by: int) -> None:
        """Move what is in sight by so many rows, as far as there are any."""
        top = max(0, min(self.top + by, self._stack.row_count - self.size.height + 1))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_resize(self) -> None:
        """Keep the selected entry in sight at the new size."""
        self.reveal_selected()

    def on_focus(self) -> None:
        """Show that keys come here now, and where they begin."""
        if self.selected is None and self.count and self.is_selectable:
            self.select(0)
        self.reveal_selected()
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere now."""
        self.refresh()
