"""The screen that compares two voices: what each says, in the order of the article."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from reader.app.rendering.columns import columns
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut, wrap
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.comparison import Comparison, compare_voices
from reader.app.viewmodels.row_index import build_row_index
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Voice

GAP = 4  # cells between the columns
MAX_WIDTH = 132  # longer rows are hard to read


class ComparisonList(ListView):
    """What two voices say, in two columns; ← and → choose the column of which Enter opens the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "side(1)", "the voice at the right", show=False, id="beside.right"),
        Binding("left,h", "side(0)", "the voice at the left", show=False, id="beside.left"),
    ]

    class Opened(Message):
        """A person wants to go to the words at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, reading: Reading, voices: tuple[Voice, Voice], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._reading, self._voices = reading, voices
        self._comparisons = compare_voices(reading, voices[0].id, voices[1].id)
        self._side = 0
        self._rows: list[tuple[list[str], list[str]]] = []

    @property
    def _column_width(self) -> int:
        return max(1, (self.text_width - GAP) // 2)

    def width_changed(self) -> None:
        """Wrap the words to the new width."""
        self._rows = [self._wrapped(each) for each in self._comparisons]
        heights = [max(map(len, sides)) for sides in self._rows]
        self.set_rows(build_row_index(heights, [1] * len(heights)))
        if self.selected is None and heights:
            self.select(0)
            self.selection_moved()

    def _wrapped(self, comparison: Comparison) -> tuple[list[str], list[str]]:
        """The rows of both sides: the place of the words, and below it the words."""
        width = self._column_width
        left, right = (
            [] if each is None else [cut(each.place, width), *wrap(each.text, width, width)] for each in comparison
        )
        return left, right

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the two names, with their numbers of quotations."""
        del width
        segments: Segments = []
        stats = voice_stats_of(self._reading)
        for voice in self._voices:
            colour = palette.hue(stats.hue(voice.id))
            count = f" {stats.quotations[voice.id - 1]}"
            name = cut(voice.name, self._column_width - cell_len(voice.tag) - 1 - len(count))
            named = [
                Segment(f"{voice.tag} {name}", make_style(colour, bold=True)),
                Segment(count, make_style(palette.dim)),
            ]
            segments += [*named, Segment(" " * (self._column_width + GAP - cell_width(named)))]
        return segments, []

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return a row of both columns."""
        del width
        segments: Segments = []
        for side, rows in enumerate(self._rows[entry]):
            words = rows[part] if part < len(rows) else ""
            is_selected = entry == self.selected and side == self._side
            colour = palette.dim if not part else palette.accent if is_selected else palette.text
            style = make_style(colour, bold=is_selected and part > 0)
            segments += [Segment(words, style), Segment(" " * (self._column_width + GAP - cell_len(words)))]
        return segments, []

    def selection_moved(self) -> None:
        """Change to the other column if this one has no words here."""
        if self.selected is not None and self._comparisons[self.selected][self._side] is None:
            self._side = 1 - self._side

    def action_side(self, side: int) -> None:
        """Select a column, if it has words here."""
        if self.selected is not None and self._comparisons[self.selected][side] is not None:
            self._side = side
            self.refresh()

    def entry_opened(self) -> None:
        """Post where the words stand."""
        said = None if self.selected is None else self._comparisons[self.selected]
        there = said and (said[self._side] or said[1 - self._side])
        if there:
            self.post_message(self.Opened(there.start))


class ComparisonScreen(Screen[int]):
    """What two voices say, in two columns; the result is an offset in the text to go to, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", show=False, id="beside.back"),
        Binding("up,k", "move(-1)", "words above", show=False, id="beside.up"),
        Binding("down,j", "move(1)", "words below", show=False, id="beside.down"),
    ]
    AUTO_FOCUS = "#columns"

    def __init__(self, reading: Reading, voices: tuple[Voice, Voice]) -> None:
        super().__init__()
        self._columns = ComparisonList(reading, voices, id="columns")

    def compose(self) -> ComposeResult:
        """Create the columns and the footer."""
        yield self._columns
        yield Footer(context="beside", id="footer")

    def on_mount(self) -> None:
        """Fit the screen."""
        self.on_resize()

    def on_resize(self) -> None:
        """Center the columns, MAX_WIDTH at most."""
        width = self.app.size.width
        self.query_one(Footer).fit(columns(width))
        room = min(width - 2, MAX_WIDTH)
        self._columns.styles.width = room
        self._columns.styles.margin = (0, 0, 0, (width - room) // 2)

    @on(ComparisonList.Opened)
    def _opened(self, event: ComparisonList.Opened) -> None:
        event.stop()
        self.dismiss(event.offset)

    def action_move(self, by: int) -> None:
        """Move where the columns have lost the focus, as by a click beside them."""
        self._columns.action_move(by)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
