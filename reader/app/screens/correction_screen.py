"""The dialog "correct": pages of answers to a question, over the article."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.app.key_names import keys_for
from reader.app.rendering.segments import background_style, cell_width, make_strip, make_style
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.correction_pages import Change, Choice, Correctable, CorrectionPage
from reader.app.viewmodels.row_index import build_row_index
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.list_view import ListView, Segments

MAX_WIDTH = 100  # cells
MAX_HEIGHT = 20  # rows
LEAST_ROWS = 10  # of the dialog on a low terminal
HINTS = "Enter choose   ↑ ↓ move   "
MOST_PAGES = 9  # that a digit can name; there are up to 8
HELP = (
    Binding("tab,shift+tab", "", "in the dialog “correct”: next, previous page", id="correct.next"),
    Binding("alt+1", "", "its first page; Alt and another digit: that page", id="correct.page"),
)
"""The keys of the dialog that the list of all keys has; the others are in its last row."""


class CorrectionTabs(Widget):
    """The names of the pages with their digits, the open one bright, and below them the words that they are about."""

    def __init__(self, names: Sequence[str], words: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._names = names
        self._words = words
        self._open = 0

    def show(self, page: int) -> None:
        """Show that the page with this index is open."""
        self._open = page
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row of names, or the words."""
        palette, width = palette_of(self.app), self.size.width
        if y:
            words = cut(self._words, width - 2)
            shown = Segment(f" {words}", make_style(palette.text, italic=True))
            return make_strip([shown], [], width, background_style(self))
        names: Segments = []
        for at, name in enumerate(self._names):
            is_open = at == self._open
            style = make_style(palette.accent if is_open else palette.dim, bold=is_open)
            sign = "▌" if is_open else " "
            names.append(Segment(f"{sign}{at + 1} {name}" + " ", style))
        titled = [Segment(" Correct ", make_style(palette.dim)), *names]
        return make_strip(titled if cell_width(titled) <= width else names, [], width, background_style(self))


class ChoiceList(ListView):
    """The question, and a row for each answer."""

    class Opened(Message):
        """A person chose an answer."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    can_focus = False

    def __init__(self, reading: Reading, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading = reading
        self._question = ""
        self._choices: Sequence[Choice] = ()

    def show(self, question: str, choices: Sequence[Choice]) -> None:
        """Show the answers to a question with the first one selected."""
        self._question, self._choices = question, choices
        heights = [1 + len(choice.below) for choice in choices]
        self.reset(build_row_index(heights, [0] * len(choices)), 0 if choices else None)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the question."""
        return [Segment(cut(self._question, width), make_style(palette.accent, bold=True))], []

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return a row of an answer: a voice's tag, the words, and what stands beside them; or one below that."""
        choice, selected = self._choices[entry], entry == self.selected
        tag = ("" if choice.voice is None else choice.voice.tag).ljust(4)
        if part:
            words = cut(choice.below[part - 1], width - len(tag))
            return [Segment(tag), Segment(words, make_style(palette.text if selected else palette.dim))], []
        colour = palette.dim
        if choice.voice is not None:
            colour = palette.hue(voice_stats_of(self._reading).hue(choice.voice.id))
        title = cut(choice.title, width - len(tag))
        room = width - len(tag) - cell_len(title) - 2
        bright = make_style(palette.accent if selected else palette.text, bold=selected)
        row: Segments = [Segment(tag, make_style(colour, bold=True)), Segment(title, bright)]
        if choice.detail and room > len("a word"):
            detail = cut(keys_for(self.app, choice.detail), room)
            row += [Segment("  "), Segment(detail, make_style(palette.text if selected else palette.dim))]
        return row, []

    def entry_opened(self) -> None:
        """Post the selected answer."""
        if self.selected is not None:
            self.post_message(self.Opened(self._choices[self.selected]))


class CorrectionScreen(ModalScreen[Change]):
    """The pages of the dialog. What is typed filters or is a name; Tab and Alt with a digit open another page.

    A digit alone opens a page where it can't be the beginning of a name.

    Args:
        reading: The reading.
        target: What is corrected.
        is_above: Whether the dialog stands in the upper part of the screen, because the words are in the lower one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False, id="correct.back"),
        Binding("up", "move(-1)", "answer above", show=False, id="correct.up"),
        Binding("down", "move(1)", "answer below", show=False, id="correct.down"),
        Binding("pageup", "page(-1)", "a page up", show=False, id="correct.page_up"),
        Binding("pagedown", "page(1)", "a page down", show=False, id="correct.page_down"),
        Binding("tab", "turn(1)", "next page", show=False, priority=True, id="correct.next"),
        Binding("shift+tab", "turn(-1)", "previous page", show=False, priority=True, id="correct.previous"),
        *(
            Binding(f"alt+{page}", f"open_page({page})", f"page {page}", show=False, priority=True)
            for page in range(1, MOST_PAGES + 1)
        ),
    ]

    def __init__(self, reading: Reading, target: Correctable, *, is_above: bool = False) -> None:
        super().__init__()
        self._reading = reading
        self._target = target
        self._is_above = is_above
        self._open = target.first
        self._inner: list[CorrectionPage] = []  # pages that an answer opened, the last one shown

    @property
    def page(self) -> CorrectionPage:
        """The page that is shown."""
        return self._inner[-1] if self._inner else self._target.pages[self._open]

    @property
    def _digits_open_pages(self) -> bool:
        """Whether a digit in the empty line opens a page: not where it may begin a name, as in "50 Cent"."""
        return not self._inner and self.page.written is None

    def compose(self) -> ComposeResult:
        """Create tabs, line, answers and hints."""
        with Vertical(id="correction"):
            yield CorrectionTabs([page.name for page in self._target.pages], self._target.words, id="correction-tabs")
            yield FilterInput(_placeholder(self.page), sign="›", id="filter")
            yield ChoiceList(self._reading, id="choices")
            yield CorrectionHints(id="correction-hints")

    def on_mount(self) -> None:
        """Show the first page."""
        self.on_resize()
        self._show_page()
        self.set_focus(self.query_one(FilterInput).input)  # at once: keys typed from now on are for it

    def on_resize(self) -> None:
        """Stand at the foot or the top of the screen, with the article's words in sight beside it."""
        width, height = self.app.size
        dialog = self.query_one("#correction")
        dialog.styles.width = min(width, MAX_WIDTH)
        dialog.styles.height = max(min(LEAST_ROWS, height), min(MAX_HEIGHT, (height * 3) // 5))
        dialog.styles.dock = "top" if self._is_above else "bottom"
        dialog.styles.margin = (0, 0, 0, max(0, (width - MAX_WIDTH) // 2))

    def _show_page(self) -> None:
        page = self.page
        line = self.query_one(FilterInput).input
        line.placeholder = _placeholder(page)
        line.value = page.text
        line.cursor_position = len(page.text)
        self.query_one(CorrectionTabs).show(self._open)
        self.query_one(ChoiceList).show(page.question, page.rows(page.text))
        last = len(self._target.pages)
        tabs = f"Tab {'' if self._digits_open_pages else 'Alt+'}1–{last} page   " if last > 1 else ""
        self.query_one(CorrectionHints).show(f"{HINTS}{tabs}Esc {'back' if self._inner else 'close'}")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Filter the answers, or open the page whose digit is typed into an empty line that takes no name."""
        event.stop()
        is_digit = len(event.value) == 1 and event.value.isdecimal()
        if is_digit and self._digits_open_pages and self._turn_to(int(event.value) - 1):
            return
        self.query_one(ChoiceList).show(self.page.question, self.page.rows(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(ChoiceList).action_open()

    @on(ChoiceList.Opened)
    def _chosen(self, event: ChoiceList.Opened) -> None:
        event.stop()
        result = event.choice.result
        if isinstance(result, Change):
            self.dismiss(result)
        else:
            self._inner.append(result())
            self._show_page()

    def _turn_to(self, page: int) -> bool:
        """Open the page with this index; return whether there is one."""
        if not 0 <= page < len(self._target.pages):
            return False
        self._open = page
        self._inner.clear()
        self._show_page()
        return True

    def action_move(self, by: int) -> None:
        """Move in the answers."""
        self.query_one(ChoiceList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the answers by pages."""
        self.query_one(ChoiceList).action_page(by)

    def action_turn(self, by: int) -> None:
        """Open the next page or the previous one."""
        self._turn_to((self._open + by) % len(self._target.pages))

    def action_open_page(self, number: int) -> None:
        """Open the page with this number, from 1, if there is one."""
        self._turn_to(number - 1)

    def action_leave(self) -> None:
        """Go back to the page before, or close the dialog."""
        if self._inner:
            self._inner.pop()
            self._show_page()
        else:
            self.dismiss(None)


def _placeholder(page: CorrectionPage) -> str:
    """Return what the empty line says."""
    if not page.has_filter:
        return "type the words"
    return "type to filter" if page.written is None else "type to filter, or a new name"


class CorrectionHints(Widget):
    """One row: what the keys do in the dialog."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._words = ""

    def show(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row."""
        del y
        dim = make_style(palette_of(self.app).dim)
        words = keys_for(self.app, self._words)
        return make_strip([Segment(f" {words}", dim)], [], self.size.width, background_style(self))
