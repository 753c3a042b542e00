"""Two voices in two columns: what each says, thread by thread."""

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
WIDEST = 132  # two columns that can be read with ease


class ComparisonList(ListView):
    """What two voices say: each entry stands in both columns, → and ← choose in which one Enter goes there."""

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
        self._beside = compare_voices(reading, voices[0].id, voices[1].id)
        self._side = 0
        self._rows: list[tuple[list[str], list[str], list[str]]] = []

    @property
    def _half(self) -> int:
        return max(1, (self.text_width - GAP) // 2)

    def on_resize(self) -> None:
        """Wrap the words anew."""
        self._rows = [self._wrapped(each) for each in self._beside]
        heights = [len(title) + max(len(left), len(right)) for title, left, right in self._rows]
        self.set_rows(build_row_index(heights, [1] * len(heights)))
        if self.selected is None and heights:
            self.select(0)
            self.selection_moved()

    def _wrapped(self, beside: Comparison) -> tuple[list[str], list[str], list[str]]:
        half = self._half
        left, right = (wrap(each.text, half, half) if each is not None else [] for each in beside.quotations)
        return wrap(beside.title, self.text_width, self.text_width) if beside.title else [], left, right

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """The two names."""
        del width
        pieces: Segments = []
        stats = voice_stats_of(self._reading)
        for voice in self._voices:
            hue = palette.hue(stats.hue(voice.id))
            count = f" {stats.quotations[voice.id - 1]}"
            name = cut(voice.name, self._half - cell_len(voice.tag) - 1 - len(count))
            named = [
                Segment(f"{voice.tag} {name}", make_style(hue, bold=True)),
                Segment(count, make_style(palette.dim)),
            ]
            pieces += [*named, Segment(" " * (self._half + GAP - cell_width(named)))]
        return pieces, []

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """A thread's title is not a part of what is selected under it."""
        return part >= len(self._rows[entry][0])

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """A row of both columns, or of the title above them."""
        del width
        title, *sides = self._rows[entry]
        if part < len(title):
            return [Segment(title[part], make_style(palette.dim, bold=True))], []
        pieces: Segments = []
        for side, rows in enumerate(sides):
            words = rows[part - len(title)] if part - len(title) < len(rows) else ""
            chosen = entry == self.selected and side == self._side
            style = make_style(palette.accent if chosen else palette.text, bold=chosen)
            pieces += [Segment(words, style), Segment(" " * (self._half + GAP - cell_len(words)))]
        return pieces, []

    def selection_moved(self) -> None:
        """Where one column has no more words, the other one is chosen."""
        if self.selected is not None and self._beside[self.selected].quotations[self._side] is None:
            self._side = 1 - self._side

    def action_side(self, side: int) -> None:
        """Choose a column, where it has words."""
        if self.selected is not None and self._beside[self.selected].quotations[side] is not None:
            self._side = side
            self.refresh()

    def entry_opened(self) -> None:
        """Go to the words."""
        said = None if self.selected is None else self._beside[self.selected].quotations
        there = said and (said[self._side] or said[1 - self._side])
        if there:
            self.post_message(self.Opened(there.start))


class ComparisonScreen(Screen[int]):
    """What two voices say, in two columns; the result is an offset to go to, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "back", show=False, id="beside.back")]
    AUTO_FOCUS = "#columns"

    def __init__(self, reading: Reading, voices: tuple[Voice, Voice]) -> None:
        super().__init__()
        self._columns = ComparisonList(reading, voices, id="columns")

    def compose(self) -> ComposeResult:
        """The columns, footer."""
        yield self._columns
        yield Footer(context="beside", id="footer")

    def on_mount(self) -> None:
        """Stand where there is room."""
        self.on_resize()

    def on_resize(self) -> None:
        """As wide as can be read."""
        width = self.app.size.width
        self.query_one(Footer).fit(columns(width))
        room = min(width - 2, WIDEST)
        self._columns.styles.width = room
        self._columns.styles.margin = (0, 0, 0, (width - room) // 2)

    @on(ComparisonList.Opened)
    def _opened(self, event: ComparisonList.Opened) -> None:
        event.stop()
        self.dismiss(event.offset)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
